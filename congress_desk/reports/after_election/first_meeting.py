"""The notice of the first meeting of the committee just elected: whom, what is left to elect."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.reports.after_election.after_parts import is_branch
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Document,
    KeepTogether,
    Paragraph,
    Recipients,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    PRESIDIUM,
    congress_name,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording

# What a cell elects; it has neither a standing nor an inspection committee.
_OF_A_CELL = (ElectionKind.SECRETARY, ElectionKind.DEPUTY)


def first_meeting(
    congress: Congress,
    course: ElectionCourse,
    people: Sequence[Person],
    elected_at_congress: Collection[ElectionKind],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the notice to the elected committee; `people` are its members as they were elected.

    What the congress elected itself is not put on the agenda.
    """
    words = congress_wording(congress, wording)
    presidium = words.terms["presidium_name"]
    meeting, body = words.terms["first_meeting"], election_title(course.election)
    return congress_paper(
        congress,
        head,
        words,
        day="",
        organ=PRESIDIUM,
        symbol=words.say("after.symbol_notice"),
        title=words.say("first_meeting.title"),
        subject=(words.say("first_meeting.subject", meeting=meeting, body=body),),
        blocks=(
            Paragraph(
                runs=words.runs(
                    "first_meeting.text",
                    presidium=presidium,
                    congress=congress_name(congress, words),
                    meeting=meeting[:1].lower() + meeting[1:],
                    body=body,
                )
            ),
            _people(people, course, words),
            Paragraph(runs=words.runs("first_meeting.time")),
            Paragraph(runs=words.runs("first_meeting.place")),
            Paragraph(runs=words.runs("first_meeting.content")),
            *_content(congress, elected_at_congress, words),
            Paragraph(runs=words.runs("first_meeting.chair")),
            KeepTogether(blocks=_closing(words)),
        ),
    )


def _people(people: Sequence[Person], course: ElectionCourse, words: Wording) -> Table:
    # The names of the result: two of one name are told apart in them.
    named = zip(people, course.elected, strict=True)
    rows = tuple(
        (str(number), seat.name, person.position)
        for number, (person, seat) in enumerate(named, start=1)
    )
    return Table(
        columns=(
            Column(title=words.say("after.number"), width=11, align=Align.CENTER),
            Column(title=words.say("after.name"), width=62),
            Column(title=words.say("first_meeting.position")),
        ),
        rows=rows,
    )


def left_to_elect(
    congress: Congress, elected: Collection[ElectionKind]
) -> tuple[ElectionKind, ...]:
    """Return what is elected at the first meeting, beside what the congress elected itself."""
    kinds = _OF_A_CELL if is_branch(congress) else congress.rules.first_meeting_kinds
    return tuple(kind for kind in kinds if kind not in elected)


def _content(
    congress: Congress, elected: Collection[ElectionKind], words: Wording
) -> Iterator[Block]:
    for kind in left_to_elect(congress, elected):
        yield Bullet(runs=words.runs(f"first_meeting.elect_{kind.value}"))
    yield Bullet(runs=words.runs("first_meeting.other"))


def _closing(words: Wording) -> tuple[Block, ...]:
    lines = (words.say("after.recipients_above"), words.say("after.recipients_kept"))
    above = Recipients(title=words.say("after.recipients"), lines=lines)
    return (
        Paragraph(runs=words.runs("first_meeting.close")),
        Spacer(height=4),
        Signatures(cells=(above, organ_signature(PRESIDIUM, words)), across=2),
    )
