"""The programme as it runs: planned and real times of every item, those to come as expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.running.clock import Standing, TrackItem
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.i18n import tr
from congress_desk.queries.running.items import RunningView
from congress_desk.ui.desks.running.words import (
    actual_words,
    hour_text,
    length_words,
    plan_words,
    state_words,
)
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable

PLAN, ACTUAL, LENGTH, CONTENT, STATE = range(5)
_SIGNS = {
    ItemState.RUNNING: Sign(icon="play", tone="accent"),
    ItemState.DONE: Sign(icon="circle-check", tone="holds"),
    ItemState.SKIPPED: Sign(icon="ban", tone="muted"),
    ItemState.PLANNED: Sign(icon="circle", tone="muted"),
}
LEAST_CONTENT = 160
_INDENT = "    "


class ProgrammeTable(DataTable):
    """`show_forecast` at each second touches a cell only when its minute changed."""

    def __init__(self) -> None:
        self._expected: Mapping[int, datetime] = {}
        self._passed: frozenset[int] = frozenset()
        self._shown: tuple[object, ...] = ()
        self._measured: tuple[object, ...] = ()
        self._reasons: Mapping[int, str] = {}
        self._first_of_day: frozenset[int] = frozenset()
        self._rows = RecordTableModel(self._columns())
        super().__init__(
            "trackTable",
            tr("Programme"),
            self._rows,
            long=(CONTENT,),
            large=True,
            first_long=LEAST_CONTENT,
        )

    def show_track(self, items: Sequence[TrackItem], reasons: Mapping[int, str]) -> None:
        """Show the programme; the current row stays current."""
        self._reasons = reasons
        self._first_of_day = _first_of_days(items)
        shape = _shape(items)
        self.show_records(
            items, same=lambda old, new: old.item.id == new.item.id, measure=shape != self._measured
        )
        self._measured = shape

    def show_forecast(self, found: Standing) -> None:
        """Show when items are expected; nothing is drawn while no minute changed."""
        shown = tuple(hour_text(at) for at in found.starts.values())
        passed = _passed(self.records, found)
        if (shown, passed, tuple(found.starts)) == self._shown:
            return
        self._shown = (shown, passed, tuple(found.starts))
        self._expected, self._passed = found.starts, passed
        rows = self._rows.rowCount()
        if rows:
            first, last = self._rows.index(0, PLAN), self._rows.index(rows - 1, STATE)
            self._rows.dataChanged.emit(first, last)

    def select_item(self, item_id: int) -> None:
        """Make the row of an item the current one."""
        for row, found in enumerate(self.records):
            if found.item.id == item_id:
                self.select_row(row)

    def show_current(self) -> None:
        """Bring the current row into sight, with a row before it."""
        at = self.currentIndex()
        if at.isValid():
            self.scrollTo(self._rows.index(min(at.row() + 2, self._rows.rowCount() - 1), PLAN))
            self.scrollTo(self._rows.index(max(at.row() - 1, 0), PLAN))
            self.scrollTo(at)

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(title=tr("Planned"), text=self._plan, tone=_tone),
            TableColumn(title=tr("Actual"), text=self._actual, tone=self._actual_tone),
            TableColumn(title=tr("Minutes"), text=length_words, number=True, tone=_tone),
            TableColumn(
                title=tr("Content"),
                text=lambda row: _INDENT * row.depth + row.item.content,
                sign=self._sign,
                tone=_tone,
                strong=lambda row: row.item.state is ItemState.RUNNING,
                tip=lambda row: row.item.content,
            ),
            TableColumn(
                title=tr("State"),
                text=self._state,
                tone=self._state_tone,
                tip=lambda row: self._reasons.get(row.item.id, ""),
            ),
        )

    def _plan(self, row: TrackItem) -> str:
        """Return the planned hour, after the day in the first row of each of several days."""
        begins = row.item.id in self._first_of_day and len(self._first_of_day) > 1
        return f"{vietnamese_date(row.day)[:5]}  {plan_words(row)}" if begins else plan_words(row)

    def _actual(self, row: TrackItem) -> str:
        return actual_words(row, self._expected.get(row.item.id))

    def _actual_tone(self, row: TrackItem) -> str:
        return "" if row.started and row.item.state is not ItemState.SKIPPED else "muted"

    def _sign(self, row: TrackItem) -> Sign | None:
        if row.item.id in self._passed:
            return Sign(icon="triangle-alert", tone="look")
        return _SIGNS.get(row.item.state)

    def _state(self, row: TrackItem) -> str:
        passed = row.item.id in self._passed
        return state_words(row, passed=passed)

    def _state_tone(self, row: TrackItem) -> str:
        over = (row.actual_minutes or 0) > row.planned_minutes > 0
        return "look" if row.item.id in self._passed or over else _tone(row)


def _tone(row: TrackItem) -> str:
    return "muted" if row.item.state in (ItemState.DONE, ItemState.SKIPPED) else ""


def _passed(items: Sequence[TrackItem], found: Standing) -> frozenset[int]:
    """Return what waits before the item that is next: it was passed over without a word."""
    if found.next is None:
        return frozenset()
    ids = [row.item.id for row in items]
    if found.next.item.id not in ids:
        return frozenset()
    before = items[: ids.index(found.next.item.id)]
    return frozenset(
        row.item.id for row in before if row.item.state is ItemState.PLANNED and not row.parts
    )


def _shape(items: Sequence[TrackItem]) -> tuple[object, ...]:
    """Return what the widths of the columns hang on: contents, and which kinds of times appear."""
    states = {(row.item.state, row.finished is None, row.inserted) for row in items}
    return tuple(row.item.content for row in items), frozenset(states)


def _first_of_days(items: Sequence[TrackItem]) -> frozenset[int]:
    seen: dict[str, int] = {}
    for row in items:
        seen.setdefault(row.day, row.item.id)
    return frozenset(seen.values())


def shown_of(view: RunningView) -> tuple[object, ...]:
    """Return what the table shows of a view: all but the notes, which change with each key."""
    rows = tuple(
        (t.item.id, t.item.content, t.item.state, t.start, t.end, t.started, t.finished, t.depth)
        for t in view.track
    )
    return rows, view.skip_reasons
