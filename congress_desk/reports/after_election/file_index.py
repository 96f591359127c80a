"""The index of the file (mục lục hồ sơ): every paper with its number and day, to be signed for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    KeepTogether,
    Paragraph,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    SECRETARIAT,
    congress_wording,
)
from congress_desk.reports.document.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledPaper:
    """A paper of the file: what it is called, its number as printed, its day (a partial date)."""

    title: str
    number: str = ""
    day: str = ""


def file_index(
    congress: Congress,
    papers: Sequence[FiledPaper],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the index of these papers, in the order they lie in the file."""
    words = congress_wording(congress, wording)
    return congress_paper(
        congress,
        head,
        words,
        day="",
        organ=SECRETARIAT,
        title=words.say("file_index.title"),
        blocks=(
            Paragraph(runs=words.runs("file_index.text", count=len(papers))),
            _table(papers, words),
            KeepTogether(blocks=_signatures(words)),
        ),
    )


def _table(papers: Sequence[FiledPaper], words: Wording) -> Table:
    rows = tuple(
        (str(place), paper.title, paper.number, vietnamese_date(paper.day), "", "")
        for place, paper in enumerate(papers, start=1)
    )
    return Table(
        columns=(
            Column(title=words.say("after.number"), width=11, align=Align.CENTER),
            Column(title=words.say("file_index.paper")),
            Column(title=words.say("file_index.symbol"), width=24, align=Align.CENTER),
            Column(title=words.say("file_index.day"), width=21, align=Align.CENTER),
            Column(title=words.say("file_index.sheets"), width=12, align=Align.CENTER),
            Column(title=words.say("file_index.note"), width=17),
        ),
        rows=rows,
        small=True,
    )


def _signatures(words: Wording) -> tuple[Block, ...]:
    cells = (
        Signature(title=words.say("file_index.receiver")),
        Signature(title=words.say("file_index.giver")),
    )
    return Spacer(height=4), Signatures(cells=cells, across=2)
