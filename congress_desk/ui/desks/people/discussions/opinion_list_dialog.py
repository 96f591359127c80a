"""A file of opinions before it is written: what is new in it, and what is wrong in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.actions.discussions import write_opinion_list
from congress_desk.errors import Place, Refusal, row_in_sheet
from congress_desk.i18n import label, tr
from congress_desk.imports.setup.opinions import OpinionFile, opinion_file
from congress_desk.queries.discussions import DiscussionsView
from congress_desk.ui.desks.people.discussions.opinion_fields import part_words
from congress_desk.ui.records.forms.list_dialog import ListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts


class OpinionListDialog(ListDialog):
    """Writes all new opinions of the file or none; `group` is that of sheets that name none."""

    def __init__(
        self,
        acts: Acts,
        view: DiscussionsView,
        path: Path,
        group_id: int,
        parent: QWidget | None,
    ) -> None:
        super().__init__(acts, tr("Opinions from a file"), tr("Write down"), parent)
        self._view, self._path = view, path
        self._found: OpinionFile | None = None
        groups = [(tr("as the rows say"), 0), *((group.name, group.id) for group in view.groups)]
        self.group = self.add_choice(
            tr("Group of rows that name none"), "opinionListGroup", groups, group_id
        )
        self.add_list("opinion", tr("Opinions of the file"), self._columns(), long=(3,))
        self.group.currentIndexChanged.connect(lambda _: self.read_again())
        self.submitted.connect(self._on_submitted)
        self.submit.setEnabled(False)
        self.read_again()

    def read_again(self) -> None:
        self.acts.session.ask(
            opinion_file, self._path, group=self.group.currentData(), done=self._on_read
        )

    def _on_read(self, found: OpinionFile | Refusal) -> None:
        self._found = None if isinstance(found, Refusal) else found
        if isinstance(found, Refusal):
            self.show_refused(self._path, found)
            return
        words = tr(
            "{file}: {new} new opinions; {known} are there already and stay as they are",
            file=self._path.name,
            new=len(found.opinions),
            known=found.known,
        )
        rows = tuple(zip(found.opinions, found.places, strict=True))
        self.show_rows(rows, found.notes, words)

    def _on_submitted(self) -> None:
        if self._found is not None:
            self.run(write_opinion_list, self._found.opinions, source=self._path.name)

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
