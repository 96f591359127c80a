"""A list of the texts of a congress before it is written down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.actions.preparation.texts import import_texts
from congress_desk.errors import Refusal, row_in_sheet
from congress_desk.i18n import label, tr
from congress_desk.imports.setup.texts import TextFile, text_file
from congress_desk.ui.records.forms.list_dialog import ListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts


class TextListDialog(ListDialog):
    """Adds all new texts of the file or none."""

    def __init__(self, acts: Acts, path: Path, parent: QWidget | None) -> None:
        super().__init__(acts, tr("Texts from a file"), tr("Write down"), parent)
        self._path = path
        self._found: TextFile | None = None
        self.add_list("text", tr("Texts of the list"), _columns(), long=(1, 3))
        self.submitted.connect(self._on_submitted)
        self.submit.setEnabled(False)
        self.read_again()

    def read_again(self) -> None:
        self.acts.session.ask(text_file, self._path, done=self._on_read)

    def _on_read(self, found: TextFile | Refusal) -> None:
        self._found = None if isinstance(found, Refusal) else found
        if isinstance(found, Refusal):
            self.show_refused(self._path, found)
            return
        words = tr(
            "{file}: {new} new texts; {known} are there already and stay as they are",
            file=self._path.name,
            new=len(found.texts),
            known=found.known,
        )
        self.show_rows(tuple(zip(found.texts, found.places, strict=True)), found.notes, words)

    def _on_submitted(self) -> None:
        if self._found is not None:
            self.run(import_texts, self._found.texts, source=self._path.name)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Row"), text=lambda r: str(row_in_sheet(r[1].row)), number=True),
        TableColumn(title=tr("Text of the congress"), text=lambda r: r[0].title),
        TableColumn(title=tr("Version"), text=lambda r: r[0].version),
        TableColumn(title=tr("Drafted by"), text=lambda r: r[0].drafter),
        TableColumn(title=tr("State"), text=lambda r: label("text_state", r[0].state.value)),
    )
