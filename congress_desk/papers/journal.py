"""The journal on paper and as a workbook: the whole of it, or the lines chosen on its desk."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import speaking, tr
from congress_desk.languages import DEFAULT
from congress_desk.papers.paper import WORKBOOK, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.journal import head, printed_journal
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.journal.journal_list import journal_book, journal_list
from congress_desk.storage.congress_file import CongressFile

JOURNAL, _BOOK = "journal", "book"
_NAME = "nhat-ky"


def _papers(file: CongressFile) -> Iterator[Paper]:
    if head(file).seq > 1:
        yield journal_paper()
        yield journal_workbook()


def journal_paper() -> Paper:
    """Return the printed journal, as PDF and as DOCX."""
    return Paper(kind=JOURNAL, title=tr("Journal"), file_name=file_name(_NAME, suffix=".pdf"))


def journal_workbook() -> Paper:
    """Return the journal as a workbook."""
    return Paper(
        kind=JOURNAL,
        part=_BOOK,
        title=tr("Journal, for Excel"),
        file_name=file_name(_NAME, suffix=".xlsx"),
        formats=WORKBOOK,
    )


def _says(file: CongressFile, paper: Paper, choices: PaperChoices) -> Document | Book:
    # A paper is Vietnamese, its acts too, in whatever language the screens speak.
    with speaking(DEFAULT):
        lines = printed_journal(file, choices.lines)
    if paper.part == _BOOK:
        return journal_book(congress(file), lines, head(file))
    return journal_list(congress(file), lines, head(file), whole=choices.lines is None)


JOURNAL_KINDS = (PaperKind(name=JOURNAL, there=_papers, says=_says),)
