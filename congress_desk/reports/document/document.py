"""A printed document as plain data: what stands on the paper, whatever file it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.reports.document.form import Form


class Align(StrEnum):
    """Where text stands in its line or cell."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document head."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The two columns at the top: who issues on the left, organisation and date on the right.

    `symbol` is the type of a paper that bears a number ("BB"), `place` and `day` (a partial date)
    are what `place_and_date` was made of.
    """

    issuer: tuple[Line, ...]
    organisation: tuple[str, ...]
    place_and_date: str
    number: str = ""
    symbol: str = ""
    place: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text; `indent` moves the first line in; `small` is for remarks under a table."""

    runs: tuple[Run, ...]
    align: Align = Align.JUSTIFY
    indent: bool = True
    small: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A numbered section: bold title, plain remark; never the last line of a page."""

    title: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """A line that begins with a dash."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a printed table: width in mm, 0 = what is left; `group` spans equals."""

    title: str
    width: float = 0
    align: Align = Align.LEFT
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ruled table whose header is repeated on every page; `small` type is for many columns.

    `points` is a type size of its own, 0 the one of the form; `row_height` the least height of a
    row in mm, for rows that are written into. The rows in `bold_rows`, from 0, head others or sum
    them up.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    small: bool = False
    points: float = 0
    row_height: float = 0
    bold_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One place to sign; without a name a dotted line is printed.

    `signer` is the organ that somebody signs for, "" of a place for one person alone.
    """

    title: str = ""
    role: str = ""
    name: str = ""
    signer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """To whom a paper goes (Nơi nhận): lower left, beside the place to sign."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """Places to sign side by side, `across` in a row, under an optional common title.

    None leaves a place empty.
    """

    cells: tuple[Signature | Recipients | None, ...]
    across: int
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacer:
    """Empty room of so many mm."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepTogether:
    """Blocks that stand on one page as far as one page holds them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A table whose last `rows` stand on the page of what ends the paper below it."""

    table: Table
    blocks: tuple[Block, ...]
    rows: int = 2


Block = (
    Paragraph | Heading | Bullet | Table | Signatures | Spacer | PageBreak | KeepTogether | Ending
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole paper.

    `stamp` says that the paper is no official one yet (draft, rehearsal, cancelled): it is printed
    at the top and in the footer of every page; empty on the real paper. `footer` carries the code
    of the journal head. `spoken` is the paper in short, to be read over the phone; "" of most.
    `running` stands at the top of every page from the second on. In a document that is a `run` of
    papers every page break begins another paper with the same head, and no page is numbered.
    """

    head: Head
    title: str
    subject: tuple[str, ...]
    blocks: tuple[Block, ...]
    footer: str
    stamp: str
    form: Form
    landscape: bool = False
    spoken: str = ""
    running: str = ""
    run: bool = False

    @property
    def draft(self) -> bool:
        return bool(self.stamp)


def papers_of(document: Document) -> list[tuple[Block, ...]]:
    """Return the blocks of each paper of a run; of any other document all of them."""
    if not document.run:
        return [document.blocks]
    papers: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, PageBreak):
            papers.append([])
        else:
            papers[-1].append(block)
    return [tuple(paper) for paper in papers]
