"""A paper that can be made, what may be chosen of it, and what it says once it is made."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.duties.table_cards import TableCards
from congress_desk.reports.people.cards import CardSheets, Symbol
from congress_desk.reports.people.people_order import Order

WORKBOOKS = ("results", "people")
CARDS = "cards"
TABLE_CARDS = "table-cards"
# Papers that can bring dates of birth and notes of people along.
MAY_BE_PRIVATE = ("people", "people-list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document that can be made now; `round_id` is 0 where it is not of one round.

    `twice` says that it goes out as PDF and as DOCX: offices edit it before it is signed; `spoken`
    that it also goes out as a short text, to be read over the phone. `part` tells papers of one
    kind apart.
    """

    kind: str
    title: str
    file_name: str
    election_id: int = 0
    round_id: int = 0
    twice: bool = False
    spoken: bool = False
    part: str = ""

    @property
    def is_workbook(self) -> bool:
        return self.kind in WORKBOOKS or self.part == "book"

    @property
    def has_docx(self) -> bool:
        return not self.is_workbook and self.kind not in (CARDS, TABLE_CARDS)

    @property
    def docx_name(self) -> str:
        """Return the file name of the paper for Word."""
        return self.file_name.removesuffix(".pdf") + ".docx"

    @property
    def text_name(self) -> str:
        """Return the file name of the paper as a short text."""
        return self.file_name.removesuffix(".pdf") + ".txt"

    @property
    def file_names(self) -> tuple[str, ...]:
        """Return the files that are written when all papers are."""
        names = (self.file_name, self.docx_name) if self.twice else (self.file_name,)
        return (*names, self.text_name) if self.spoken else names


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperChoices:
    """What may be chosen of papers of people.

    `private` brings dates of birth and notes along; `people` are the numbers of those who get a
    card, nobody means all.
    """

    private: bool = False
    order: Order = Order.DELEGATION
    symbol: Symbol = Symbol.QR
    people: frozenset[int] = frozenset()


PLAIN = PaperChoices()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A paper as plain data, frozen when it was made; written without the congress file."""

    paper: Paper
    content: Document | Book | CardSheets | TableCards

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to print: cards of nobody."""
        return isinstance(self.content, CardSheets | TableCards) and not self.content.cards
