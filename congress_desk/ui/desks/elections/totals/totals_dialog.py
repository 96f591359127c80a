"""The form of a tally sheet: numbers in the order of the paper, sums checked as they are typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from congress_desk.actions.elections.totals.entering import enter_totals
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.domain.elections.totals.checks import TalliedList, total_problems
from congress_desk.domain.elections.totals.comparison import TotalKind, TotalPlace
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.operator_acts import by_operator
from congress_desk.ui.desks.elections.totals.number_grid import NumberGrid
from congress_desk.ui.desks.elections.totals.sheet_places import (
    column_words,
    count_lines,
    kept_lines,
    name_columns,
    name_lines,
)
from congress_desk.ui.desks.elections.totals.view import TotalsView
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.screen_acts import Acts
from congress_desk.ui.widgets.state_row import StateRow

_SAID_APART = frozenset({"totals_kept_differ", "totals_votes_differ"})
_WIDTH, _HEIGHT, _LEAST_HEIGHT = 620, 660, 90
_SHORT = "totals_below_cover"


class TotalsDialog(FormDialog):
    """Enters a bundle by its totals; a bundle short of its cover is recorded by a second Enter.

    Numbers that are typed are not lost by one Esc: the first says so, the second leaves.
    """

    def __init__(self, acts: Acts, view: TotalsView, parent: QWidget | None) -> None:
        title = tr("Bundle {bundle} by its tally sheet", bundle=view.bundle.number)
        super().__init__(title, tr("Record the totals"), parent, acts=acts, leave=tr("Leave"))
        self._view, self._short, self._leaving = view, False, False
        self.sums = tuple(StateRow() for _ in range(4))
        self.grid = _whole_sheet(view)
        self.add_states(self.sums)
        self.add_body(_scrolled(self.grid))
        self.submitted.connect(self._on_submitted)
        self.grid.changed.connect(self._on_changed)
        self.grid.finished.connect(lambda: self.submit.setFocus(Qt.FocusReason.TabFocusReason))
        be_large(self, _WIDTH, _HEIGHT)
        self._show_sums()
        self.grid.take_keyboard()
        if view.obstacle is not None:
            self.grid.setEnabled(False)
            self.submit.setEnabled(False)
            self.refuse(view.obstacle)
            self.leave.setFocus()

    @property
    def totals(self) -> BundleTotals:
        """Return the sheet as it is typed."""
        return typed_totals(self.grid)

    def finish(self, value: Any) -> None:
        """Say why not; a bundle that is short of its cover is recorded when asked once more."""
        self._short = isinstance(value, Refusal) and value.first.code == _SHORT
        super().finish(value)

    def reject(self) -> None:
        """Leave, at the second word where numbers would be lost."""
        if self.grid.is_begun and not self._leaving:
            self._leaving = True
            self.say(tr("The numbers typed are not recorded. Esc once more leaves them."), "look")
        else:
            super().reject()

    def _on_submitted(self) -> None:
        empty = self.grid.first_empty_name
        if empty is not None:
            self.refuse_words(
                tr("{count} numbers are still to be written", count=self.grid.missing), empty
            )
            return
        self.run(
            by_operator(enter_totals),
            self._view.round_id,
            self._view.bundle.number,
            self.totals,
            short=self._short,
        )

    def _on_changed(self) -> None:
        self._short = self._leaving = False
        if not self.said.isHidden():
            self.say("", "wrong")
            self.clear_wrong()
        self._show_sums()

    def _show_sums(self) -> None:
        view = self._view
        sums = running_sums(self.totals, view.listed, view.bundle.expected, self.grid.missing)
        for row, each in zip(self.sums, sums, strict=True):
            row.show_state(each.tone, each.words)


def typed_totals(grid: NumberGrid) -> BundleTotals:
    """Return the totals that stand in the fields of a whole sheet."""
    others = dict(grid.others())
    valid = others.get(TotalPlace(kind=TotalKind.VALID), 0)
    return BundleTotals(
        valid=valid,
        names={place.candidate: each for place, each in grid.names(valid)},
        invalid={p.reason: n for p, n in others.items() if p.reason is not None},
        kept={p.names_kept: n for p, n in others.items() if p.kind is TotalKind.KEPT},
    ).cleaned()


def _whole_sheet(view: TotalsView) -> NumberGrid:
    listed, grid = view.listed, NumberGrid()
    heads = [column_words(column, listed.mode) for column in name_columns(listed.mode)]
    grid.add_lines(tr("Names as on the ballot"), heads, name_lines(listed))
    grid.add_lines(tr("Ballots of the bundle"), [tr("Ballots")], tuple(count_lines(listed)))
    grid.add_lines(tr("Valid ballots that keep k names"), [tr("Ballots")], kept_lines(listed))
    return grid


def _scrolled(grid: NumberGrid) -> QScrollArea:
    area = scrolling(grid)
    area.setMinimumHeight(theme.px(_LEAST_HEIGHT))
    grid.reached.connect(area.ensureWidgetVisible)
    return area


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum with its tone: holds, wrong, or not to be told yet."""

    tone: str
    words: str


def running_sums(
    totals: BundleTotals, listed: TalliedList, expected: int | None, missing: int
) -> tuple[Sum, Sum, Sum, Sum]:
    """Return the four lines under the form: the sheets, the ballots by k, the votes, the names."""
    return (
        _sheets(totals, expected),
        _kept(totals),
        _votes(totals, missing),
        _names(totals, listed, missing),
    )


def _sheets(totals: BundleTotals, expected: int | None) -> Sum:
    words = tr(
        "Valid {valid} + invalid {invalid} = {sheets} sheets; the cover says {expected}",
        valid=totals.valid,
        invalid=totals.sheets - totals.valid,
        sheets=totals.sheets,
        expected="?" if expected is None else expected,
    )
    if expected is None or not totals.sheets:
        return Sum("muted", words)
    if totals.sheets == expected:
        return Sum("holds", words)
    return Sum("wrong" if totals.sheets > expected else "look", words)


def _kept(totals: BundleTotals) -> Sum:
    ballots = sum(totals.kept.values())
    words = tr(
        "Ballots by k: {ballots}; valid ballots: {valid}", ballots=ballots, valid=totals.valid
    )
    return Sum(_tone(ballots, totals.valid), words)


def _votes(totals: BundleTotals, missing: int) -> Sum:
    votes, kept = totals.votes, totals.names_kept
    words = tr("Votes of all names: {votes}; k × ballots: {kept}", votes=votes, kept=kept)
    return Sum("muted" if missing else _tone(votes, kept), words)


def _names(totals: BundleTotals, listed: TalliedList, missing: int) -> Sum:
    if missing:
        return Sum("muted", tr("{count} numbers are still to be written", count=missing))
    said = [p for p in total_problems(totals, listed) if p.code not in _SAID_APART]
    if not said:
        return Sum("holds", tr("No name is above the valid ballots"))
    first, more = problem_text(said[0]), len(said) - 1
    words = tr("{words} (and {count} more)", words=first, count=more) if more else first
    return Sum("wrong", words)


def _tone(one: int, other: int) -> str:
    if not one and not other:
        return "muted"
    return "holds" if one == other else "wrong"
