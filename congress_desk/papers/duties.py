"""The papers of duties: the whole list, a page for each person, name cards for the tables."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import TABLE_CARDS, Paper
from congress_desk.queries.congress import duties
from congress_desk.queries.duties import duties_view
from congress_desk.reports.document.document import Document
from congress_desk.reports.duties.duty_list import duty_list
from congress_desk.reports.duties.duty_pages import duty_pages
from congress_desk.reports.duties.table_cards import TableCards, table_cards
from congress_desk.storage.congress_file import CongressFile

DUTIES = "duties"
DUTY_KINDS = (DUTIES, TABLE_CARDS)
PAGES = "pages"


def duty_papers(file: CongressFile) -> Iterator[Paper]:
    """Yield the papers that can be made of the organs: none while nobody is in one."""
    if not duties(file):
        return
    yield Paper(
        kind=DUTIES,
        title=tr("List of duties"),
        file_name=file_name("bang-phan-cong", suffix=".pdf"),
        twice=True,
    )
    yield Paper(
        kind=DUTIES,
        part=PAGES,
        title=tr("Duties, a page for each person"),
        file_name=file_name("phieu-phan-cong-tung-nguoi", suffix=".pdf"),
        twice=True,
    )
    yield Paper(
        kind=TABLE_CARDS,
        title=tr("Name cards for the tables"),
        file_name=file_name("bien-ten-de-ban", suffix=".pdf"),
    )


def duty_content(file: CongressFile, paper: Paper) -> Document | TableCards:
    """Return what a paper of duties says."""
    view = duties_view(file)
    if paper.kind == TABLE_CARDS:
        return table_cards(view)
    return duty_pages(view) if paper.part == PAGES else duty_list(view)
