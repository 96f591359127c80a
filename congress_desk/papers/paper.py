"""A paper that can be made, its kind, what may be chosen of it, and what it says once made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from congress_desk.domain.readiness.facts import WindowFacts
from congress_desk.reports.ballot_papers.forms import BallotForm
from congress_desk.reports.ballot_papers.poster import Poster
from congress_desk.reports.ballot_papers.sheets import BallotSheets
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.duties.table_cards import TableCards
from congress_desk.reports.elections.bundle_covers import BundleCovers
from congress_desk.reports.hall.hall_pages import HallPages
from congress_desk.reports.people.cards import CardSheets, Symbol
from congress_desk.reports.people.people_order import Order
from congress_desk.reports.practice.practice_sheets import PracticeSheets
from congress_desk.reports.seating.labels import SeatLabels
from congress_desk.reports.seating.plan_pages import SeatingPages
from congress_desk.storage.congress_file import CongressFile

CARDS = "cards"
TABLE_CARDS = "table-cards"
# Papers that can bring dates of birth and notes of people along.
MAY_BE_PRIVATE = ("people", "people-list")

PDF, DOCX, TXT, XLSX, PPTX = ".pdf", ".docx", ".txt", ".xlsx", ".pptx"
# Offices edit a document before it is signed.
DOCUMENT = (PDF, DOCX)
SPOKEN = (PDF, DOCX, TXT)
DRAWN = (PDF,)
WORKBOOK = (XLSX,)

Content = (
    Document
    | Book
    | CardSheets
    | TableCards
    | BundleCovers
    | BallotSheets
    | Poster
    | HallPages
    | PracticeSheets
    | SeatingPages
    | SeatLabels
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper that can be made now.

    `formats` are the suffixes of its files, the one that is shown first; a short text is read over
    the phone. `round_id` is 0 where it is not of one round; `part` tells papers of one kind apart.
    """

    kind: str
    title: str
    file_name: str
    formats: tuple[str, ...] = DOCUMENT
    election_id: int = 0
    round_id: int = 0
    part: str = ""

    @property
    def is_workbook(self) -> bool:
        return XLSX in self.formats

    @property
    def has_docx(self) -> bool:
        return DOCX in self.formats

    @property
    def key(self) -> str:
        """Return what the paper is called for as long as the congress lasts."""
        about = self.round_id or self.election_id
        return ":".join(filter(None, (self.kind, self.part, str(about or ""))))

    @property
    def docx_name(self) -> str:
        """Return the file name of the paper for Word."""
        return self._named(DOCX)

    @property
    def file_names(self) -> tuple[str, ...]:
        """Return the files that are written when all papers are."""
        return tuple(self._named(suffix) for suffix in self.formats)

    def _named(self, suffix: str) -> str:
        return self.file_name.removesuffix(self.formats[0]) + suffix


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperChoices:
    """What may be chosen of papers of people, of ballots, and of the journal.

    `private` brings dates of birth and notes along; `people` are the numbers of those who get a
    card, nobody means all. `ballot_copies` None: as many as there are voters, and a reserve.
    `lines` are the lines of the journal that are wanted, None for all. `window` is what a
    readiness report cannot know without one.
    """

    private: bool = False
    order: Order = Order.DELEGATION
    symbol: Symbol = Symbol.QR
    people: frozenset[int] = frozenset()
    ballot_form: BallotForm = BallotForm()
    ballot_copies: int | None = None
    lines: frozenset[int] | None = None
    window: WindowFacts = WindowFacts()


PLAIN = PaperChoices()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """A line of the table of kinds: what it is called, when it is there, what it says, its files.

    `there` returns the papers of this kind that can be made now; `says` what one of them says.
    """

    name: str
    there: Callable[[CongressFile], Iterable[Paper]]
    says: Callable[[CongressFile, Paper, PaperChoices], Content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A paper as plain data, frozen when it was made; written without the congress file.

    `watermark` stands across every page and on every sheet; "" on what counts.
    """

    paper: Paper
    content: Content
    watermark: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to print: cards of nobody."""
        return isinstance(self.content, CardSheets | TableCards) and not self.content.cards
