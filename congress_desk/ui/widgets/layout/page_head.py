"""The head of a page: the way back, the title, the state, and one sentence of what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from congress_desk.keys.names import use_name
from congress_desk.ui.commands import add_use
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.elided_label import ElidedLabel

_WHOLE, _SHORTENED = Qt.TextElideMode.ElideNone, Qt.TextElideMode.ElideRight


class PageHead(QWidget):
    """`back` when the arrow or Escape says so; without a label there is no way back.

    A `whole` title takes a second line rather than be shortened.
    """

    back = Signal()

    def __init__(self, page: QWidget, back_label: str = "", *, whole: bool = False) -> None:
        super().__init__()
        self.title = ElidedLabel("", _WHOLE if whole else _SHORTENED)
        self.title.setWordWrap(whole)
        self.title.setProperty("role", "heading")
        self.state = theme.pill()
        self.sentence = theme.subtitle()
        self.state.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        if back_label:
            row.addWidget(self._arrow(back_label))
            add_use(page, "back", self.back.emit)
        row.addWidget(self.title, 1)
        row.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(row)
        layout.addWidget(self.sentence)

    def show_words(self, title: str, sentence: str) -> None:
        """Say what the page is about, and what to do here."""
        self.title.set_whole(title)
        self.sentence.setText(sentence)

    def show_state(self, words: str, tone: str) -> None:
        """Say in a few words at the right how it stands."""
        self.state.setText(words)
        theme.set_tone(self.state, tone)
        self.state.setVisible(bool(words))

    def _arrow(self, label: str) -> QToolButton:
        arrow = QToolButton()
        arrow.setObjectName("back")
        arrow.setAccessibleName(label)
        arrow.setToolTip(f"{label} ({use_name('back')})")
        icons.set_icon(arrow, "arrow-left")
        arrow.setIconSize(QSize(theme.px(18), theme.px(18)))
        arrow.clicked.connect(self.back)
        return arrow
