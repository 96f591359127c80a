"""A list of the rota before it is written: each turn, and what becomes of the rota there is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.actions.guests.rota import import_rota
from congress_desk.errors import Refusal, row_in_sheet
from congress_desk.i18n import label, tr
from congress_desk.imports.setup.rota import TurnFile, turn_file
from congress_desk.queries.guests import GuestsView
from congress_desk.ui.records.forms.list_dialog import ListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts


class RotaListDialog(ListDialog):
    """Writes all turns of the file or none, behind those there are or in their stead."""

    def __init__(self, acts: Acts, view: GuestsView, path: Path, parent: QWidget | None) -> None:
        super().__init__(acts, tr("The rota from a file"), tr("Write down"), parent)
        self._path = path
        self._found: TurnFile | None = None
        ways = [
            (tr("stay, the turns of the list behind them"), False),
            (tr("are replaced by the turns of the list"), True),
        ]
        self.way = self.add_choice(
            tr("The {count} turns there are", count=len(view.turns)), "rotaListWay", ways
        )
        self.form.setRowVisible(self.way, bool(view.turns))
        self.add_list("rota", tr("Turns of the list"), _columns(), long=(2,))
        self.submitted.connect(self._on_submitted)
        self.submit.setEnabled(False)
        self.read_again()

    def read_again(self) -> None:
        self.acts.session.ask(turn_file, self._path, done=self._on_read)

    def _on_read(self, found: TurnFile | Refusal) -> None:
        self._found = None if isinstance(found, Refusal) else found
        if isinstance(found, Refusal):
            self.show_refused(self._path, found)
            return
        rows = tuple(zip(found.turns, found.places, strict=True))
        words = tr("{file}: {count} turns", file=self._path.name, count=len(rows))
        self.show_rows(rows, found.notes, words)

    def _on_submitted(self) -> None:
        if self._found is not None:
            anew = bool(self.way.currentData())
            self.run(import_rota, self._found.turns, anew=anew, source=self._path.name)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Row"), text=lambda r: str(row_in_sheet(r[1].row)), number=True),
        TableColumn(title=tr("Begins at"), text=lambda r: r[0].time or tr("after the one above")),
        TableColumn(title=tr("Whose turn"), text=lambda r: r[0].who),
        TableColumn(title=tr("What for"), text=lambda r: label("rota_kind", r[0].kind.value)),
        TableColumn(title=tr("Minutes"), text=lambda r: str(r[0].minutes), number=True),
        TableColumn(title=tr("Where"), text=lambda r: r[0].spot),
    )
