"""The minutes of handing out the ballots of a round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from congress_desk.domain.text.clean_text import fold
from congress_desk.exports.file_names import file_name, issue_minutes_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import WORKBOOK, XLSX, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.queries.elections.ballot_prints import ballots_to_print
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.elections.shares import votes_by_shares
from congress_desk.queries.journal import head
from congress_desk.queries.people import register
from congress_desk.reports.ballot_papers.forms import Colour
from congress_desk.reports.ballot_papers.layout import layout_of
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.elections.ballot_issue_minutes import issue_minutes
from congress_desk.reports.elections.casting_order import boxes_book, casting_order
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections.ballot_boxes import ballot_boxes
from congress_desk.storage.reading.elections.ballot_issue import issue_lines

ISSUE_MINUTES, CASTING_ORDER, BOXES_BOOK = "issue-minutes", "casting-order", "boxes-book"


def _there(file: CongressFile) -> Iterator[Paper]:
    for each in elections(file):
        for held in rounds(file, each.id):
            if held.is_recount or not issue_lines(file, held.id):
                continue
            title = tr("Minutes of handing out ballots · {title}", title=each.title)
            if held.number > 1:
                title = tr("{title} · round {number}", title=title, number=held.number)
            yield Paper(
                kind=ISSUE_MINUTES,
                title=title,
                file_name=issue_minutes_name(each.code, held.number),
                election_id=each.id,
                round_id=held.id,
            )


def _says(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    sheet, register = round_sheet(file, paper.round_id), issue_register(file, paper.round_id)
    return issue_minutes(sheet, register, ballot_boxes(file))


def _order_there(file: CongressFile) -> Iterator[Paper]:
    if ballot_boxes(file):
        yield Paper(
            kind=CASTING_ORDER,
            title=tr("Order of casting at the ballot boxes"),
            file_name=file_name("thu-tu-bo-phieu", suffix=".pdf"),
        )


def _says_order(file: CongressFile, _: Paper, __: PaperChoices) -> Document:
    return casting_order(congress(file), ballot_boxes(file), tuple(_walk(file)), head(file))


def _book_there(file: CongressFile) -> Iterator[Paper]:
    if ballot_boxes(file):
        title = tr("Ballot boxes, for Excel")
        name = file_name("hom-phieu", suffix=XLSX)
        yield Paper(kind=BOXES_BOOK, title=title, file_name=name, formats=WORKBOOK)


def _says_book(file: CongressFile, _: Paper, __: PaperChoices) -> Book:
    people = Counter(fold(person.delegation) for person in register(file) if person.has_vote)
    return boxes_book(congress(file), ballot_boxes(file), people, head(file))


def _walk(file: CongressFile) -> Iterator[tuple[str, Colour]]:
    """Yield what is cast in one walk: the elections whose ballots are printed and not counted."""
    for each in elections(file):
        of = ballots_to_print(file, each.id)
        if of.current is None or of.over:
            continue
        by_shares = votes_by_shares(file)
        yield each.title, Colour.WHITE if by_shares else layout_of(of.current.layout).colour


ISSUE_KINDS = (
    PaperKind(name=ISSUE_MINUTES, there=_there, says=_says),
    PaperKind(name=CASTING_ORDER, there=_order_there, says=_says_order),
    PaperKind(name=BOXES_BOOK, there=_book_there, says=_says_book),
)
