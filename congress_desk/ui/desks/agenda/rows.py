"""The lines of the programme: a heading for each session and day, and its items under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.text.typed_times import day_words
from congress_desk.i18n import duration_words, label, tr
from congress_desk.queries.agenda.items import AgendaView
from congress_desk.reports.agenda.item_numbers import item_numbers
from congress_desk.ui.model_index import Index
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn

NUMBER, TIME, MINUTES, CONTENT, EXECUTOR, KIND = range(6)
LONG = (CONTENT, EXECUTOR)
_INDENT = "      "
# Asked for every cell that is painted: made once.
_HEADING = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDropEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_DRAGGED = _HEADING | Qt.ItemFlag.ItemIsDragEnabled
_TYPED_INTO = _DRAGGED | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """A line of the table: an item, or the heading of a session (`planned` None)."""

    number: str = ""
    title: str = ""
    planned: PlannedItem | None = None
    warned: bool = False

    @property
    def item(self) -> AgendaItem | None:
        return self.planned.item if self.planned else None


def agenda_rows(view: AgendaView) -> tuple[AgendaRow, ...]:
    """Return the lines of a programme."""
    return tuple(_rows(view))


def same_row(old: AgendaRow, new: AgendaRow) -> bool:
    """Say whether two lines are of the same item, or the same heading."""
    if old.item is None or new.item is None:
        return old.item is new.item and old.title == new.title
    return old.item.id == new.item.id


def agenda_columns() -> tuple[TableColumn, ...]:
    """Return what the table says of a line."""
    return (
        TableColumn(title=tr("No."), text=lambda row: row.number, tone=_tone, sign=_warning),
        TableColumn(
            title=tr("Time"), text=_clock, tone=_tone, sign=_held, tip=_clock_tip, editable=True
        ),
        TableColumn(title=tr("Min."), text=_minutes, number=True, tone=_tone, editable=True),
        TableColumn(
            title=tr("Content"),
            text=_content,
            tone=_tone,
            strong=lambda row: row.planned is None,
            remark=_gap,
            editable=True,
        ),
        TableColumn(title=tr("Carried out by"), text=_executor, tone=_tone, editable=True),
        TableColumn(title=tr("Kind"), text=_kind, tone=_tone),
    )


class AgendaModel(RecordTableModel):
    """Lines that are dragged and typed into alike; a heading is neither."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            return edit_text(self.records[index.row()], index.column())
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return super().flags(index)
        if self.records[index.row()].planned is None:
            return _HEADING
        return _TYPED_INTO if self.columns[index.column()].editable else _DRAGGED


def edit_text(row: AgendaRow, column: int) -> str:
    """Return what stands in a cell once it is typed into."""
    if row.planned is None:
        return ""
    item = row.planned.item
    match column:
        case 1:
            return f"{row.planned.start:%H:%M}" if row.planned.start else item.time
        case 2:
            return "" if item.minutes is None else str(item.minutes)
        case 3:
            return item.content
        case 4:
            return item.executor
    return ""


def heading(item: AgendaItem) -> str:
    """Return the heading of the session and day of an item."""
    return " · ".join(part for part in (item.session, day_title(item.day)) if part)


def day_title(day: str) -> str:
    """Return "thứ Năm, 12/03/2020" of a day."""
    try:
        weekday = date.fromisoformat(day).weekday()
    except ValueError:
        return day
    names = (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"),
        tr("Saturday"), tr("Sunday"),
    )  # fmt: skip
    return f"{names[weekday]}, {day_words(day)}"


def _rows(view: AgendaView) -> Iterator[AgendaRow]:
    warned = {warning.item_id for warning in view.warnings}
    before: tuple[str, str] | None = None
    numbers = item_numbers(view.planned)
    for found, number in zip(view.planned, numbers, strict=True):
        here = (found.item.session, found.item.day)
        if found.depth == 0:
            if here != before and any(here):
                yield AgendaRow(title=heading(found.item))
            before = here
        yield AgendaRow(number=number, planned=found, warned=found.item.id in warned)


def _tone(row: AgendaRow) -> str:
    if row.planned is None:
        return "accent"
    over = row.planned.item.state.value in ("done", "skipped")
    return "muted" if over or row.planned.item.kind is ItemKind.BREAK else ""


def _warning(row: AgendaRow) -> Sign | None:
    return Sign(icon="triangle-alert", tone="look") if row.warned else None


def _held(row: AgendaRow) -> Sign | None:
    if row.planned is None:
        return None
    if row.planned.overlap_minutes:
        return Sign(icon="triangle-alert", tone="look")
    return Sign(icon="lock", tone="muted") if row.planned.item.anchored else None


def _clock(row: AgendaRow) -> str:
    found = row.planned
    if found is None or found.start is None or found.end is None:
        return ""
    if found.start == found.end:
        return f"{found.start:%H:%M}"
    return f"{found.start:%H:%M} – {found.end:%H:%M}"


def _clock_tip(row: AgendaRow) -> str:
    found = row.planned
    if found is None:
        return ""
    if found.overlap_minutes:
        return tr("Begins {length} too early", length=duration_words(found.overlap_minutes))
    if found.item.anchored:
        return tr("Keeps its time; clear it to let it follow the item before")
    return ""


def _minutes(row: AgendaRow) -> str:
    if row.planned is None:
        return ""
    minutes = row.planned.minutes
    return "" if minutes is None else str(minutes)


def _content(row: AgendaRow) -> str:
    if row.planned is None:
        return row.title
    return _INDENT * row.planned.depth + row.planned.item.content


def _gap(row: AgendaRow) -> str:
    if row.planned is None or not row.planned.gap_minutes:
        return ""
    return tr("{length} free before it", length=duration_words(row.planned.gap_minutes))


def _executor(row: AgendaRow) -> str:
    return row.planned.item.executor if row.planned else ""


def _kind(row: AgendaRow) -> str:
    return label("item_kind", row.planned.item.kind.value) if row.planned else ""
