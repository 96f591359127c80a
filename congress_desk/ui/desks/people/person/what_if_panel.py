"""What an act would do to D, before it is confirmed: the sum now and the sum then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from congress_desk.domain.motions import hall_of
from congress_desk.domain.people.person import BaseSum, Status
from congress_desk.domain.rules.quorum import has_quorum
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.i18n import label, tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import grid_in


class WhatIfPanel(QFrame):
    """Every line of both sums beside each other; a line that changes is strong."""

    def __init__(self, rules: RuleSet) -> None:
        super().__init__()
        self._rules = rules
        self.setObjectName("whatIf")
        self.setProperty("role", "band")
        theme.set_tone(self, "accent")
        self.before: BaseSum | None = None
        self.after: BaseSum | None = None
        self._grid = grid_in(self, across=24, down=4, wide=0, margins=12)

    def show_sums(self, found: tuple[BaseSum, BaseSum]) -> None:
        """Show D before and after."""
        self.before, self.after = before, after = found
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._add("", tr("now"), tr("then"))
        for words, old, new in _lines(before, after):
            self._add(words, old, new, strong=old != new)
        d = tr("D, the base of the majority")
        self._add(d, str(before.base), str(after.base), strong=True, tone=before.base != after.base)
        self._add(tr("Present now"), str(before.present), str(after.present))
        needed = [str(votes_to_carry(found, self._rules)) for found in (before, after)]
        self._add(tr("Needed to carry a vote"), *needed)
        share = str(self._rules.quorum.share)
        enough = [_yes(has_quorum(found, self._rules.quorum)) for found in (before, after)]
        self._add(tr("{share} of those convened are present", share=share), *enough)
        self.setAccessibleName(
            tr("D is {before} now and {after} then", before=before.base, after=after.base)
        )

    def _add(
        self, words: str, old: str, new: str, *, strong: bool = False, tone: bool = False
    ) -> None:
        row = self._grid.rowCount()
        for column, text in enumerate((words, old, new)):
            made = QLabel(text, wordWrap=column == 0)
            if column:
                made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            if strong:
                made.setProperty("role", "strong")
            if tone and column == 2:
                theme.set_tone(made, "look")
            self._grid.addWidget(made, row, column)


def _lines(before: BaseSum, after: BaseSum) -> list[tuple[str, str, str]]:
    """Return the lines of both sums: those convened, each deduction of either, the alternates."""
    old, new = dict(before.deductions), dict(after.deductions)
    lines = [(tr("Convened with a vote"), str(before.convened), str(after.convened))]
    for status in Status:
        if status in old or status in new:
            words = label("status", status.value)
            lines.append((words, _less(old.get(status, 0)), _less(new.get(status, 0))))
    if before.alternates or after.alternates:
        words = tr("alternates in the place of delegates")
        lines.append((words, f"+ {before.alternates}", f"+ {after.alternates}"))
    return lines


def _less(count: int) -> str:
    return f"− {count}" if count else "0"


def votes_to_carry(base: BaseSum, rules: RuleSet) -> int:
    """Return how many hands carry an ordinary motion, 0 before anybody is convened."""
    of = hall_of(base, rules.motion_base).base
    return rules.motion_majority().needed(of) if of > 0 else 0


def _yes(enough: bool) -> str:
    return tr("yes") if enough else tr("no")
