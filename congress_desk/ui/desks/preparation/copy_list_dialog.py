"""A list of who gets which numbered copy before it is written down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.actions.preparation.copies import hand_out_list
from congress_desk.domain.people.person import Person
from congress_desk.domain.preparation.copy_list import CopyRow
from congress_desk.errors import row_in_sheet
from congress_desk.i18n import tr
from congress_desk.imports.setup.copies import CopyFile, copy_file
from congress_desk.queries.text_copies import TextCopiesView
from congress_desk.ui.records.forms.list_dialog import FileListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts


class CopyListDialog(FileListDialog):
    """Hands out all copies of the file or none."""

    def __init__(
        self, acts: Acts, view: TextCopiesView, path: Path, parent: QWidget | None
    ) -> None:
        super().__init__(acts, tr("Copies from a file"), tr("Hand these out"), path, parent)
        self._view = view
        self.add_list("copy", tr("Copies of the list"), self._columns(), long=(2, 3))
        self.read(copy_file, view.text.id, path)

    def show_found(self, found: CopyFile) -> None:
        words = tr(
            "{file}: {new} copies to hand out; {known} are out so already",
            file=self.path.name,
            new=len(found.rows),
            known=found.listed.known,
        )
        self.show_rows(found.rows, found.notes, words)

    def write(self, found: CopyFile) -> None:
        given = found.listed.given
        self.run(hand_out_list, self._view.text.id, given, source=self.path.name)

    def _person(self, row: CopyRow) -> Person:
        assert self.found is not None
        return self._view.people[self.found.listed.given[row.copy]]

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(
                title=tr("Row"), text=lambda r: str(row_in_sheet(r.place.row)), number=True
            ),
            TableColumn(title=tr("Copy"), text=lambda r: str(r.copy), number=True),
            TableColumn(title=tr("To whom"), text=lambda r: self._person(r).name),
            TableColumn(title=tr("Delegation"), text=lambda r: self._person(r).delegation),
        )
