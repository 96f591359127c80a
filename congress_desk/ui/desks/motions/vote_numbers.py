"""The numbers a vote rests on, large: D, who is present, and how many hands carry it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.motions import MotionMajority
from congress_desk.domain.rules.rule_set import MotionBase
from congress_desk.i18n import grouped, tr
from congress_desk.ui.desks.motions.words import threshold_words
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import grid_in


class Facts(QWidget):
    """Three numbers side by side, each with its name under it."""

    def __init__(self) -> None:
        super().__init__()
        self.base, self.present, self.needed = (theme.heading("–") for _ in range(3))
        for label, name in (
            (self.base, "motionBase"),
            (self.present, "motionPresent"),
            (self.needed, "motionNeeded"),
        ):
            label.setObjectName(name)
        self.base_title, self.needed_title = theme.subtitle(), theme.subtitle()
        self.present_title = theme.subtitle(tr("present"))
        titles = (self.base_title, self.present_title, self.needed_title)
        grid = grid_in(self, across=12, down=0)
        for column, (label, title) in enumerate(
            zip((self.base, self.present, self.needed), titles, strict=True)
        ):
            title.setWordWrap(True)
            label.setAccessibleDescription(title.text())
            grid.addWidget(label, 0, column)
            grid.addWidget(title, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)

    def show_numbers(self, base: int, present: int, majority: MotionMajority) -> None:
        """Show the base, presence and what carries; a base that is not known yet is a dash."""
        of = majority.of
        self._name(self.base, self.base_title, base_title(of))
        present_title = tr("shares present") if of.by_shares else tr("present")
        self._name(self.present, self.present_title, present_title)
        rule = threshold_words(majority.threshold)
        self._name(self.needed, self.needed_title, tr("needed to carry: {rule}", rule=rule))
        needed = majority.threshold.needed(base) if base else 0
        for label, number in ((self.base, base), (self.present, present), (self.needed, needed)):
            label.setText(grouped(number) if base else "–")

    def _name(self, label: QLabel, title: QLabel, words: str) -> None:
        title.setText(words)
        label.setAccessibleDescription(words)


def base_title(of: MotionBase) -> str:
    """Return what the base of a vote is called."""
    titles = {
        MotionBase.CONVENED: tr("base (D)"),
        MotionBase.PRESENT: tr("base"),
        MotionBase.SHARES: tr("votes of the shares present"),
        MotionBase.SHARES_VOTED: tr("votes of the shares that vote"),
    }
    return titles[of]
