"""A file of opinions before it is written: what is new in it, and what is wrong in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.actions.discussions import write_opinion_list
from congress_desk.errors import Place, row_in_sheet
from congress_desk.i18n import label, tr
from congress_desk.imports.setup.opinions import OpinionFile, opinion_file
from congress_desk.queries.discussions import DiscussionsView
from congress_desk.ui.desks.people.discussions.opinion_fields import part_words
from congress_desk.ui.records.forms.list_dialog import FileListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts


class OpinionListDialog(FileListDialog):
    """Writes all new opinions of the file or none; `group` is that of sheets that name none."""

    def __init__(
        self,
        acts: Acts,
        view: DiscussionsView,
        path: Path,
        group_id: int,
        parent: QWidget | None,
    ) -> None:
        super().__init__(acts, tr("Opinions from a file"), tr("Write down"), path, parent)
        self._view = view
        groups = [(tr("as the rows say"), 0), *((group.name, group.id) for group in view.groups)]
        self.group = self.add_choice(
            tr("Group of rows that name none"), "opinionListGroup", groups, group_id
        )
        self.add_list("opinion", tr("Opinions of the file"), self._columns(), long=(3,))
        self.group.currentIndexChanged.connect(lambda _: self._read())
        self._read()

    def _read(self) -> None:
        self.read(opinion_file, self.path, group=self.group.currentData())

    def show_found(self, found: OpinionFile) -> None:
        words = tr(
            "{file}: {new} new opinions; {known} are there already and stay as they are",
            file=self.path.name,
            new=len(found.opinions),
            known=found.known,
        )
        rows = tuple(zip(found.opinions, found.places, strict=True))
        self.show_rows(rows, found.notes, words)

    def write(self, found: OpinionFile) -> None:
        self.run(write_opinion_list, found.opinions, source=self.path.name)

    def _columns(self) -> tuple[TableColumn, ...]:
        view = self._view
        return (
            TableColumn(title=tr("Row"), text=lambda r: str(_row(r[1])), number=True),
            TableColumn(
                title=tr("Discussion group"),
                text=lambda r: view.group_names.get(r[0].group_id, ""),
            ),
            TableColumn(title=tr("Part of the text"), text=lambda r: part_words(view, r[0].part)),
            TableColumn(title=tr("What was said"), text=lambda r: r[0].gist),
            TableColumn(
                title=tr("What it asks for"),
                text=lambda r: label("opinion_stance", r[0].stance.value),
            ),
            TableColumn(title=tr("Who said it"), text=lambda r: r[0].speaker),
        )


def _row(place: Place) -> int:
    return row_in_sheet(place.row)
