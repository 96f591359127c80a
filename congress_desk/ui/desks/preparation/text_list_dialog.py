"""A list of the texts of a congress before it is written down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.actions.preparation.texts import import_texts
from congress_desk.errors import row_in_sheet
from congress_desk.i18n import label, tr
from congress_desk.imports.setup.texts import TextFile, text_file
from congress_desk.ui.records.forms.list_dialog import FileListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts


class TextListDialog(FileListDialog):
    """Adds all new texts of the file or none."""

    def __init__(self, acts: Acts, path: Path, parent: QWidget | None) -> None:
        super().__init__(acts, tr("Texts from a file"), tr("Write down"), path, parent)
        self.add_list("text", tr("Texts of the list"), _columns(), long=(1, 3, 4))
        self.read(text_file, path)

    def show_found(self, found: TextFile) -> None:
        words = tr(
            "{file}: {new} new texts; {known} are there already and stay as they are",
            file=self.path.name,
            new=len(found.texts),
            known=found.known,
        )
        if found.told:
            words = tr(
                "{file}: {new} new texts; {known} are there already, of {told} it says who gets"
                " them",
                file=self.path.name,
                new=len(found.texts),
                known=found.known,
                told=len(found.told),
            )
        self.show_rows(tuple(zip(found.texts, found.places, strict=True)), found.notes, words)
        self.submit.setEnabled(bool(found.texts or found.told))

    def write(self, found: TextFile) -> None:
        self.run(import_texts, found.texts, told=found.told, source=self.path.name)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Row"), text=lambda r: str(row_in_sheet(r[1].row)), number=True),
        TableColumn(title=tr("Text of the congress"), text=lambda r: r[0].title),
        TableColumn(title=tr("Version"), text=lambda r: r[0].version),
        TableColumn(title=tr("Drafted by"), text=lambda r: r[0].drafter),
        TableColumn(title=tr("Who gets it"), text=lambda r: r[0].recipients),
        TableColumn(title=tr("State"), text=lambda r: label("text_state", r[0].state.value)),
    )
