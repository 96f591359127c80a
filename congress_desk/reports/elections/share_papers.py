"""The list by which ballots are handed out where shares vote: who, and for how many shares."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.shares.shares import Voter
from congress_desk.domain.journal import JournalLine
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
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
    organ_signature,
)
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording, grouped


def share_issue_list(
    congress: Congress, found: Election, voters: Sequence[Voter], seats: int, head: JournalLine
) -> Document:
    """Return who is handed a ballot of how many shares, with room to sign for it."""
    words = congress_wording(congress)
    rows = tuple(
        (str(number), voter.name, grouped(voter.shares), grouped(voter.shares * seats), "")
        for number, voter in enumerate(voters, start=1)
    )
    total = words.runs(
        "shares.issue.total", count=len(voters), shares=sum(voter.shares for voter in voters)
    )
    ending = KeepTogether(
        blocks=(
            Paragraph(runs=total),
            Spacer(height=4),
            Signatures(cells=(organ_signature(COUNTING_BOARD, words),), across=2),
        )
    )
    return congress_paper(
        congress,
        head,
        words,
        organ=COUNTING_BOARD,
        title=words.say("shares.issue.title"),
        subject=(words.say("shares.issue.subject", title=election_title(found)),),
        blocks=(Table(columns=_columns(words), rows=rows, row_height=9), ending),
    )


# Widths in mm; the name takes what is left.
_ISSUE = (("number", 12), ("name", 0), ("shares", 28), ("votes", 30), ("signature", 38))


def _columns(words: Wording) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=words.say(f"shares.issue.{key}"),
            width=width,
            align=Align.LEFT if key == "name" else Align.CENTER,
        )
        for key, width in _ISSUE
    )
