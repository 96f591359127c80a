"""The order of casting (thứ tự bỏ phiếu) for the hall: which box, in which order, which papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.ballot_papers.box_list import BOXES
from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.text.clean_text import fold
from congress_desk.reports.ballot_papers.forms import Colour
from congress_desk.reports.document.book import (
    Book,
    BookColumn,
    ColumnKind,
    Section,
    Sheet,
    Value,
    plain_rows,
)
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    KeepTogether,
    Paragraph,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    COUNTING_BOARD,
    congress_wording,
    footer_text,
    organ_signature,
)
from congress_desk.reports.document.wording import Wording

_POINTS = 14.0


def casting_order(
    congress: Congress,
    boxes: Sequence[BallotBox],
    papers: Sequence[tuple[str, Colour]],
    head: JournalLine,
) -> Document:
    """Return the order at each box; `papers` are the titles cast in one walk with their colour."""
    words = congress_wording(congress)
    blocks: list[Block] = []
    if papers:
        named = "; ".join(_paper(title, colour, words) for title, colour in papers)
        key = "casting.walk" if len(papers) > 1 else "casting.walk_one"
        blocks.append(Paragraph(runs=words.runs(key, papers=named, count=f"{len(papers):02d}")))
    blocks.append(Paragraph(runs=words.runs("casting.intro")))
    blocks.append(_table(boxes, words))
    blocks.append(Paragraph(runs=words.runs("casting.check")))
    cells = (None, organ_signature(COUNTING_BOARD, words))
    signed = Signatures(cells=cells, across=2)
    blocks.append(KeepTogether(blocks=(Spacer(height=4), signed)))
    return congress_paper(
        congress,
        head,
        words,
        title=words.say("casting.title"),
        blocks=tuple(blocks),
        organ=COUNTING_BOARD,
    )


def boxes_book(
    congress: Congress,
    boxes: Sequence[BallotBox],
    people: Mapping[str, int],
    head: JournalLine,
) -> Book:
    """Return the boxes as a workbook that comes in again; `people` vote of each delegation."""
    words = congress_wording(congress)
    rows: list[tuple[Value, ...]] = []
    for box in boxes:
        if not box.voters:
            rows.append((box.name, None, "", None))
        for place, unit in enumerate(box.voters, start=1):
            rows.append((box.name, place, unit, people.get(fold(unit))))
    keys = ("box", "order", "voters", "people")
    columns = tuple(
        BookColumn(
            title=BOXES.column(key).label,
            kind=ColumnKind.NUMBER if key in ("order", "people") else ColumnKind.TEXT,
        )
        for key in keys
    )
    sheet = Sheet(
        name=BOXES.name,
        title=words.say("casting.title"),
        columns=columns,
        sections=(Section(rows=plain_rows(rows)),),
        freeze_columns=1,
    )
    return Book(title=words.say("casting.title"), sheets=(sheet,), footer=footer_text(head, words))


def _paper(title: str, colour: Colour, words: Wording) -> str:
    if colour is Colour.WHITE:
        return words.say("casting.paper", title=title)
    name = words.say(f"ballot.colour.{colour.value}")
    return words.say("casting.paper_colour", title=title, colour=name)


def _table(boxes: Sequence[BallotBox], words: Wording) -> Table:
    rows = []
    for box in boxes:
        voters = box.voters or (words.say("casting.nobody"),)
        for place, unit in enumerate(voters, start=1):
            order = str(place) if box.voters else ""
            rows.append((box.name, order, unit))
    return Table(
        columns=(
            Column(title=words.say("casting.column.box"), width=42),
            Column(title=words.say("casting.column.order"), width=22, align=Align.CENTER),
            Column(title=words.say("casting.column.voters")),
        ),
        rows=tuple(rows),
        points=_POINTS,
    )
