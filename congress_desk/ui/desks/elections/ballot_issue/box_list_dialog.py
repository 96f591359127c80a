"""A list of ballot boxes before it is written: which there are, and who casts at each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.ballot_boxes import set_boxes
from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.imports.setup.boxes import BoxFile, box_file
from congress_desk.ui.records.forms.list_dialog import ListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts


class BoxListDialog(ListDialog):
    """Writes the boxes of the file in the stead of those there are, all or none."""

    def __init__(self, acts: Acts, path: Path, parent: QWidget | None) -> None:
        super().__init__(acts, tr("Ballot boxes from a file"), tr("Save the boxes"), parent)
        self._path = path
        self._found: BoxFile | None = None
        self.add_list("box", tr("Boxes of the list"), _columns(), long=(1,))
        self.submitted.connect(self._on_submitted)
        self.submit.setEnabled(False)
        self.read_again()

    def read_again(self) -> None:
        self.acts.session.ask(box_file, self._path, done=self._on_read)

    def _on_read(self, found: BoxFile | Refusal) -> None:
        self._found = None if isinstance(found, Refusal) else found
        if isinstance(found, Refusal):
            self.show_refused(self._path, found)
            return
        words = tr(
            "{file}: {count} ballot boxes; they take the place of those there are",
            file=self._path.name,
            count=len(found.boxes),
        )
        self.show_rows(found.boxes, found.notes, words)

    def _on_submitted(self) -> None:
        if self._found is not None:
            self.run(set_boxes, self._found.boxes, source=self._path.name)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Ballot box"), text=lambda b: b.name),
        TableColumn(title=tr("Who casts there, in order"), text=_voters),
    )


def _voters(box: BallotBox) -> str:
    return "; ".join(box.voters)
