"""The papers of duties: the whole list, a page for each person, name cards for the tables."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import DRAWN, TABLE_CARDS, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import duties
from congress_desk.queries.duties import duties_view
from congress_desk.reports.document.document import Document
from congress_desk.reports.duties.duty_list import duty_list
from congress_desk.reports.duties.duty_pages import duty_pages
from congress_desk.reports.duties.table_cards import TableCards, table_cards
from congress_desk.storage.congress_file import CongressFile

DUTIES, PAGES = "duties", "pages"


def _lists(file: CongressFile) -> Iterator[Paper]:
    if not duties(file):
        return
    yield Paper(
        kind=DUTIES,
        title=tr("List of duties"),
        file_name=file_name("bang-phan-cong", suffix=".pdf"),
    )
    yield Paper(
        kind=DUTIES,
        part=PAGES,
        title=tr("Duties, a page for each person"),
        file_name=file_name("phieu-phan-cong-tung-nguoi", suffix=".pdf"),
    )


def _cards(file: CongressFile) -> Iterator[Paper]:
    if duties(file):
        yield Paper(
            kind=TABLE_CARDS,
            title=tr("Name cards for the tables"),
            file_name=file_name("bien-ten-de-ban", suffix=".pdf"),
            formats=DRAWN,
        )


def _list(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    view = duties_view(file)
    return duty_pages(view) if paper.part == PAGES else duty_list(view)


def _table_cards(file: CongressFile, _paper: Paper, _: PaperChoices) -> TableCards:
    return table_cards(duties_view(file))


DUTY_KINDS = (
    PaperKind(name=DUTIES, there=_lists, says=_list),
    PaperKind(name=TABLE_CARDS, there=_cards, says=_table_cards),
)
