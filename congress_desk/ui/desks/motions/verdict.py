"""What became of a motion, large, with the sentence to read aloud and a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import icons, theme
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.layout.layouts import column_in

_SYMBOL = 36


class Verdict(QWidget):
    """A sign, the result in large words, what it rests on, and the sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign: Sign | None = None
        self._minutes = ""
        self._symbol, self.words, self.ground = QLabel(), QLabel(), theme.subtitle()
        self.words.setObjectName("motionVerdict")
        self.words.setProperty("role", "number")
        self.words.setWordWrap(True)
        self.ground.setObjectName("motionGround")
        self.aloud = _sentence("motionAloud")
        self._aloud_title = theme.caption(tr("To read aloud"))
        self.copy = make_button(
            tr("Copy for the minutes"),
            self._on_copy,
            name="motionCopy",
            icon="copy",
            tip=tr("Puts the sentence on the clipboard, to be pasted into the minutes"),
        )
        self._copied = theme.label(tone="holds")
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        layout = column_in(self, row, self.ground, spacing=4)
        layout.addSpacing(theme.px(12))
        layout.addWidget(self._aloud_title)
        layout.addWidget(self.aloud)
        layout.addSpacing(theme.px(8))
        layout.addLayout(button_row(self.copy, self._copied, None))
        theme.changed.connect(self._draw)
        self._draw()

    def show_result(self, words: str, sign: Sign, ground: str) -> None:
        """Show a result in large words and what it rests on."""
        self._sign = sign
        self.words.setText(words)
        theme.set_tone(self.words, sign.tone)
        self.ground.setText(ground)
        self._draw()

    def show_sentences(self, aloud: str, minutes: str) -> None:
        """Show the sentence to read aloud; `minutes` is what the button copies."""
        if minutes != self._minutes:
            self._copied.clear()
        self._minutes = minutes
        self.aloud.setText(aloud)
        for part in (self._aloud_title, self.aloud, self.copy, self._copied):
            part.setVisible(bool(aloud))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._minutes)
        self._copied.setText(tr("copied"))

    def _draw(self) -> None:
        self.aloud.setFont(theme.font("section"))
        if self._sign is not None:
            self._symbol.setPixmap(icons.pixmap(self._sign.icon, self._sign.tone, _SYMBOL))


def _sentence(name: str) -> QLabel:
    label = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setObjectName(name)
    return label
