"""Ballots of a vote by shares: each says how many votes it gives, and has room to write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congress_desk.domain.ballot_papers.printed_list import PrintedList
from congress_desk.domain.congress import Congress
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    congress_day,
    congress_wording,
    document_head,
    stamp_text,
)
from congress_desk.reports.document.sentences import without_verb
from congress_desk.reports.document.wording import Wording, grouped

# A voter writes by hand: a row is high enough for a number of many figures.
_ROW_HEIGHT = 10.0
_NUMBER, _VOTES = 12.0, 48.0


def share_ballots(
    congress: Congress, listed: PrintedList, weights: Sequence[int], *, stamps: Iterable[str] = ()
) -> Document:
    """Return one ballot for each of these numbers of shares, from the most to the least.

    A ballot says no name and no number of its own: those of as many shares are the same.
    """
    words, article = congress_wording(congress), congress.rules.article("shares")
    blocks: list[Block] = []
    for shares in sorted(weights, reverse=True):
        blocks += [PageBreak()] if blocks else []
        blocks += _ballot(listed, shares, article, words)
    return Document(
        head=document_head(congress, congress_day(congress), words),
        title=words.say("ballot.title"),
        subject=(words.say("shares.issue.subject", title=without_verb(listed.title)),),
        blocks=tuple(blocks),
        footer="",
        stamp=stamp_text(congress, words, *stamps),
        form=words.form,
        run=True,
    )


def _ballot(listed: PrintedList, shares: int, article: str, words: Wording) -> list[Block]:
    votes, seats, names = grouped(shares * listed.seats), listed.seats, len(listed.names)
    rows = [(str(place), name.text, "") for place, name in enumerate(listed.names, start=1)]
    rows.append(("", words.say("shares.ballot.total"), ""))
    how = words.runs("shares.ballot.how", votes=votes, article=article)
    return [
        Paragraph(
            runs=words.runs(
                "shares.ballot.weight", shares=grouped(shares), votes=votes, seats=seats
            ),
            indent=False,
        ),
        Paragraph(
            runs=words.runs("shares.ballot.sentence", seats=seats, candidates=names), indent=False
        ),
        Spacer(height=2),
        Table(columns=_columns(words), rows=tuple(rows), row_height=_ROW_HEIGHT),
        Spacer(height=2),
        Paragraph(runs=how, small=True),
    ]


def _columns(words: Wording) -> tuple[Column, ...]:
    return (
        Column(title=words.say("ballot.number"), width=_NUMBER, align=Align.CENTER),
        Column(title=words.say("ballot.name")),
        Column(title=words.say("shares.ballot.votes"), width=_VOTES, align=Align.CENTER),
    )
