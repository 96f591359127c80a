"""A list of the rota before it is written: each turn, and what becomes of the rota there is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.actions.guests.rota import import_rota
from congress_desk.errors import row_in_sheet
from congress_desk.i18n import label, tr
from congress_desk.imports.setup.rota import TurnFile, turn_file
from congress_desk.queries.guests import GuestsView
from congress_desk.ui.records.forms.list_dialog import FileListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts


class RotaListDialog(FileListDialog):
    """Writes all turns of the file or none, behind those there are or in their stead."""

    def __init__(self, acts: Acts, view: GuestsView, path: Path, parent: QWidget | None) -> None:
        super().__init__(acts, tr("The rota from a file"), tr("Write down"), path, parent)
        ways = [
            (tr("stay, the turns of the list behind them"), False),
            (tr("are replaced by the turns of the list"), True),
        ]
        self.way = self.add_choice(
            tr("The {count} turns there are", count=len(view.turns)), "rotaListWay", ways
        )
        self.form.setRowVisible(self.way, bool(view.turns))
        self.add_list("rota", tr("Turns of the list"), _columns(), long=(2,))
        self.read(turn_file, path)

    def show_found(self, found: TurnFile) -> None:
        rows = tuple(zip(found.turns, found.places, strict=True))
        words = tr("{file}: {count} turns", file=self.path.name, count=len(rows))
        self.show_rows(rows, found.notes, words)

    def write(self, found: TurnFile) -> None:
        anew = bool(self.way.currentData())
        self.run(import_rota, found.turns, anew=anew, source=self.path.name)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Row"), text=lambda r: str(row_in_sheet(r[1].row)), number=True),
        TableColumn(title=tr("Begins at"), text=lambda r: r[0].time or tr("after the one above")),
        TableColumn(title=tr("Whose turn"), text=lambda r: r[0].who),
        TableColumn(title=tr("What for"), text=lambda r: label("rota_kind", r[0].kind.value)),
        TableColumn(title=tr("Minutes"), text=lambda r: str(r[0].minutes), number=True),
        TableColumn(title=tr("Where"), text=lambda r: r[0].spot),
    )
