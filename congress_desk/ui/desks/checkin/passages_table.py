"""The last passages: when, which way, who, at which door; each can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtGui import QKeyEvent

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import Direction, Passage
from congress_desk.i18n import tr
from congress_desk.ui.commands import is_pressed
from congress_desk.ui.desks.checkin.door_messages import hour_of
from congress_desk.ui.desks.checkin.door_state import Hall
from congress_desk.ui.records.table_model import (
    RecordTableModel,
    Roles,
    Sign,
    TableColumn,
)
from congress_desk.ui.records.tables.data_table import DataTable

SHOWN = 60
NOBODY = Person(code="", name="")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """One line: a passage and whose it is; `late` when it came after the opening."""

    passage: Passage
    person: Person
    late: bool


class PassagesTable(DataTable):
    """Newest first. `undo_wanted` carries the row of Delete, Enter, or a click on “undo”."""

    undo_wanted = Signal(object)

    def __init__(self) -> None:
        columns = _columns()
        self._undo_column = len(columns) - 1
        super().__init__(
            "checkinPassages", tr("Last passages"), RecordTableModel(columns), long=(2, 3)
        )
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        # Widths are measured over the rows in sight: this list is shown anew after each scan.
        self.horizontalHeader().setResizeContentsPrecision(0)
        self.clicked.connect(self._on_clicked)
        self.chosen.connect(self._on_chosen)

    def show_hall(self, hall: Hall) -> None:
        """Show the last passages of a hall, the newest in sight unless somebody chooses here."""
        chosen = self.hasFocus()
        self.show_records(
            passage_rows(hall),
            same=lambda old, new: chosen and old.passage.id == new.passage.id,
        )

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == self._undo_column:
            self._on_chosen(index.data(Roles.RECORD))

    def _on_chosen(self, row: PassageRow) -> None:
        if row is not None and not row.passage.undone:
            self.undo_wanted.emit(row)

    def sizeHint(self) -> QSize:
        """Ask for no more height than is needed: the page scrolls only where it must."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_pressed(event, "remove"):
            self._on_chosen(self.current)
        else:
            super().keyPressEvent(event)


def passage_rows(hall: Hall) -> Sequence[PassageRow]:
    """Return the newest passages, those that came in last first."""
    rows = []
    for passage in hall.newest(SHOWN):
        person = hall.person(passage.person_id) or NOBODY
        entered = passage.direction is Direction.IN
        late = entered and person.has_vote and hall.is_late(passage)
        rows.append(PassageRow(passage=passage, person=person, late=late))
    return rows


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Hour"), text=lambda r: hour_of(r.passage), tone=_tone),
        TableColumn(title=tr("Way"), text=_way, sign=_sign, tone=_tone),
        TableColumn(title=tr("Family and given name"), text=_name, tone=_tone),
        TableColumn(title=tr("Delegation"), text=lambda r: r.person.delegation, tone=_tone),
        TableColumn(title=tr("Door"), text=lambda r: r.passage.door, tone=_tone),
        TableColumn(
            title="",
            text=lambda r: "" if r.passage.undone else tr("undo"),
            tone=lambda r: "accent",
        ),
    )


def _name(row: PassageRow) -> str:
    return tr("{number}. {name}", number=row.person.id, name=row.person.name)


def _way(row: PassageRow) -> str:
    if row.passage.undone:
        return tr("undone")
    if row.passage.direction is Direction.OUT:
        return tr("out")
    return tr("in, late") if row.late else tr("in")


def _sign(row: PassageRow) -> Sign:
    if row.passage.undone:
        return Sign(icon="undo-2", tone="disabled")
    if row.passage.direction is Direction.OUT:
        return Sign(icon="log-out", tone="accent")
    return Sign(icon="log-in", tone="look" if row.late else "holds")


def _tone(row: PassageRow) -> str:
    return "disabled" if row.passage.undone else ""
