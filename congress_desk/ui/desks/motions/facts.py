"""The numbers a vote rests on, large: D, who is present, and how many hands carry it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from congress_desk.domain.motions import hands_needed
from congress_desk.i18n import tr
from congress_desk.ui.look import theme


class Facts(QWidget):
    """Three numbers side by side, each with its name under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.base, self.present, self.needed = (theme.heading("–") for _ in range(3))
        for label, name in (
            (self.base, "motionBase"),
            (self.present, "motionPresent"),
            (self.needed, "motionNeeded"),
        ):
            label.setObjectName(name)
        titles = (tr("base (D)"), tr("present"), tr("needed to carry"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(0)
        for column, (label, title) in enumerate(
            zip((self.base, self.present, self.needed), titles, strict=True)
        ):
            label.setAccessibleDescription(title)
            words = theme.subtitle(title)
            grid.addWidget(label, 0, column)
            grid.addWidget(words, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)

    def show_numbers(self, base: int, present: int) -> None:
        """Show D and presence; a D that is not known yet is a dash."""
        self.base.setText(str(base) if base else "–")
        self.present.setText(str(present) if base else "–")
        self.needed.setText(str(hands_needed(base)) if base else "–")
