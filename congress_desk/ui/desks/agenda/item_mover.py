"""Moving items of the programme: by their keys, or by dragging one to its new place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent

from congress_desk.domain.agenda.tree import Move, with_parts
from congress_desk.ui.commands import is_pressed
from congress_desk.ui.desks.agenda.rows import AgendaRow
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.records.tables.row_mover import RowMover

_MOVES = {
    "move_up": Move.UP,
    "move_down": Move.DOWN,
    "move_in": Move.INDENT,
    "move_out": Move.OUTDENT,
}


class ItemMover(RowMover):
    """`stepped` carries where the current item is to go; a drop emits `moved`."""

    stepped = Signal(object)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            for use, move in _MOVES.items():
                if is_pressed(event, use):
                    self.stepped.emit(move)
                    return True
        return super().eventFilter(watched, event)


def dropped_before(rows: tuple[AgendaRow, ...], row: int, place: int) -> int | None:
    """Return the item before which a row was dropped, 0 at the end; None where it stays."""
    dragged = rows[row].item
    if dragged is None:
        return None
    items = [found.item for found in rows if found.item]
    inside = {item.id for item in with_parts(items, dragged.id)}
    rest = [found for at, found in enumerate(rows) if at != row]
    below = [found.item for found in rest[place:] if found.item and found.item.id not in inside]
    return below[0].id if below else 0


def current_row(table: DataTable) -> AgendaRow | None:
    """Return the current line of a table of the programme."""
    found = table.current
    return found if isinstance(found, AgendaRow) else None
