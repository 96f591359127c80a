"""A list of ballot boxes before it is written: which there are, and who casts at each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.ballot_boxes import set_boxes
from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.i18n import tr
from congress_desk.imports.setup.boxes import BoxFile, box_file
from congress_desk.ui.records.forms.list_dialog import FileListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts


class BoxListDialog(FileListDialog):
    """Writes the boxes of the file in the stead of those there are, all or none."""

    def __init__(self, acts: Acts, path: Path, parent: QWidget | None) -> None:
        super().__init__(acts, tr("Ballot boxes from a file"), tr("Save the boxes"), path, parent)
        self.add_list("box", tr("Boxes of the list"), _columns(), long=(1,))
        self.read(box_file, path)

    def show_found(self, found: BoxFile) -> None:
        words = tr(
            "{file}: {count} ballot boxes; they take the place of those there are",
            file=self.path.name,
            count=len(found.boxes),
        )
        self.show_rows(found.boxes, found.notes, words)

    def write(self, found: BoxFile) -> None:
        self.run(set_boxes, found.boxes, source=self.path.name)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Ballot box"), text=lambda b: b.name),
        TableColumn(title=tr("Who casts there, in order"), text=_voters),
    )


def _voters(box: BallotBox) -> str:
    return "; ".join(box.voters)
