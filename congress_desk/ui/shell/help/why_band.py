"""Why something was refused, over the page of the help that explains it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton

from congress_desk.help.why import Why, why_lines
from congress_desk.i18n import tr
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.layouts import column_in, grid_of


class WhyBand(QFrame):
    """Hidden until a refusal is to be explained; goes away by its cross."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("whyBand")
        self.setProperty("role", "band")
        theme.set_tone(self, "look")
        self._lines = grid_of(across=12, down=4, wide=1)
        close = QToolButton()
        close.setAccessibleName(tr("Close"))
        close.setToolTip(tr("Close"))
        icons.set_icon(close, "x")
        close.clicked.connect(self.hide)
        head = QLabel(tr("Why can this not be done yet?"), wordWrap=True)
        head.setProperty("role", "strong")
        top = QGridLayout()
        top.addWidget(head, 0, 0)
        top.addWidget(close, 0, 1, Qt.AlignmentFlag.AlignTop)
        top.setColumnStretch(0, 1)
        column_in(self, top, self._lines, spacing=4, margins=(12, 4, 4, 10))
        self.hide()

    def explain(self, why: Why | None) -> None:
        """Show what is missing, what to do, who can do it and the article; None hides it."""
        while (held := self._lines.takeAt(0)) is not None:
            if (label := held.widget()) is not None:
                label.deleteLater()
        lines = why_lines(why) if why is not None else ()
        for row, (caption, said) in enumerate(lines):
            self._lines.addWidget(_words(caption, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(_words(said), row, 1)
        self.setAccessibleName(" ".join(f"{caption}: {said}." for caption, said in lines))
        self.setVisible(bool(lines))


def _words(text: str, tone: str = "") -> QLabel:
    label = QLabel(
        text, wordWrap=not tone, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
    )
    if tone:
        theme.set_tone(label, tone)
    return label
