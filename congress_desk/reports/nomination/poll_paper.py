"""The paper of an opinion poll (phiếu lấy ý kiến): forms 4A and 4B of 04-HD/TW."""

from __future__ import annotations

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.nomination.nominee import Source
from congress_desk.domain.nomination.opinion_poll import OpinionPoll, PollState
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Column,
    Document,
    Paragraph,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    congress_wording,
)
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording

# A voter marks by hand: a row is high enough for a clear X.
_ROW_HEIGHT = 11


def poll_paper(
    congress: Congress,
    election: Election,
    poll: OpinionPoll,
    source: Source,
    people: dict[int, Candidate],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the paper on the self-nominated (4A) or on those nominated at the congress (4B).

    It bears no number and no place for a signature: every copy is the same.
    """
    words = congress_wording(congress, wording)
    subject = [words.say(f"poll.subject_{source.value}", title=election_title(election))]
    if poll.number > 1:
        subject.append(words.say("poll.again", number=poll.number))
    cancelled = ("cancelled",) if poll.state is PollState.CANCELLED else ()
    return congress_paper(
        congress,
        head,
        words,
        title=words.say("poll.title"),
        subject=tuple(subject),
        blocks=(
            Paragraph(runs=words.runs("poll.intro")),
            Table(
                columns=_columns(words),
                rows=tuple(
                    _row(place, person.name, people.get(person.candidate_id))
                    for place, person in enumerate(poll.of(source), start=1)
                ),
                row_height=_ROW_HEIGHT,
            ),
            Spacer(height=2),
            Paragraph(runs=words.runs("poll.how"), small=True),
        ),
        stamps=cancelled,
    )


def _columns(words: Wording) -> tuple[Column, ...]:
    wide = (("number", 11.0), ("name", 44.0), ("born", 25.0), ("role", 0.0), ("agree", 20.0),
            ("disagree", 23.0))  # fmt: skip
    return tuple(
        Column(
            title=words.say(f"poll.{key}"),
            width=width,
            align=Align.LEFT if key in ("name", "role") else Align.CENTER,
        )
        for key, width in wide
    )


def _row(place: int, name: str, person: Candidate | None) -> tuple[str, ...]:
    born, role = (vietnamese_date(person.born), person.role) if person else ("", "")
    return str(place), name, born, role, "", ""
