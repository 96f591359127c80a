"""The request to the superior to approve the elected (tờ trình chuẩn y), with its enclosure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from congress_desk.domain.congress import Congress
from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person
from congress_desk.reports.after_election.after_parts import (
    committee_head,
    committee_signature,
    is_branch,
    recipients,
    seats_table,
    to_superior,
)
from congress_desk.reports.document.document import (
    Block,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Signatures,
    Spacer,
)
from congress_desk.reports.document.head import (
    addressee,
    congress_name,
    congress_wording,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.sentences import base_words, basis, election_title
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.profile_list import profile_list


def approval_request(
    congress: Congress,
    courses: Sequence[ElectionCourse],
    sheets: Sequence[RoundSheet],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the request; `courses` are the elections to be approved, `sheets` their rounds."""
    words = congress_wording(congress, wording)
    superior = addressee(congress, words)
    named = {"approval": words.terms["approval"], "congress": congress_name(congress, words)}
    return Document(
        head=committee_head(congress, words, symbol=words.say("after.symbol_request")),
        title=words.say("approval_request.title"),
        subject=(words.say("approval_request.subject", **named),),
        blocks=(
            *to_superior(superior, words),
            Paragraph(
                runs=words.runs("approval_request.basis", basis=basis(congress.rules, words))
            ),
            Paragraph(runs=words.runs("approval_request.basis_result", **named)),
            Paragraph(
                runs=words.runs(
                    "approval_request.asks_branch"
                    if is_branch(congress)
                    else "approval_request.asks",
                    committee=words.terms["committee"],
                    body=congress.details.body,
                    superior=superior,
                    approval=words.terms["approval"],
                )
            ),
            *_elections(courses, sheets, words),
            Paragraph(runs=words.runs("approval_request.enclosed")),
            KeepTogether(blocks=_closing(congress, superior, words)),
        ),
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words),
        form=words.form,
    )


def elected_profiles(
    congress: Congress,
    course: ElectionCourse,
    people: Sequence[Person],
    head: JournalLine,
    wording: Wording | None = None,
    *,
    alternates: Sequence[Person] = (),
) -> Document:
    """Return what is known of the elected of one election, in the order of the result.

    Of delegates their alternates too, in the order in which they come in.
    """
    words = congress_wording(congress, wording)
    listed = profile_list(congress, course.election, people, head, wording)
    title = election_title(course.election)
    key = "count_with_alternates" if alternates else "count"
    numbers = {"elected": len(people), "alternates": len(alternates)}
    count = words.runs(f"elected_profiles.{key}", **numbers)
    further: tuple[Block, ...] = ()
    if alternates:
        others = profile_list(congress, course.election, alternates, head, wording)
        further = (Heading(title=words.say("elected_profiles.alternates")), others.blocks[1])
    first, table, _, signature = listed.blocks
    order = words.runs("elected_profiles.order")
    assert isinstance(first, Paragraph)
    return replace(
        listed,
        title=words.say("elected_profiles.title"),
        subject=(title[:1].upper() + title[1:],),
        blocks=(
            Paragraph(runs=count),
            table,
            *further,
            Paragraph(runs=order, small=True),
            signature,
        ),
        stamp=stamp_text(congress, words),
    )


def _elections(
    courses: Sequence[ElectionCourse], sheets: Sequence[RoundSheet], words: Wording
) -> Iterator[Block]:
    for number, course in enumerate(courses, start=1):
        title = election_title(course.election)
        yield Heading(title=f"{number}. {title[:1].upper()}{title[1:]}")
        key = "approval_request.counted_open" if course.open_seats else "approval_request.counted"
        yield Paragraph(
            runs=words.runs(
                key, seats=course.seats, elected=len(course.chosen), open=course.open_seats
            )
        )
        yield seats_table(course, course.chosen, words)
        counted = [s for s in sheets if s.election.id == course.election.id]
        if counted and any(seat.votes is not None for seat in course.chosen):
            base = base_words(counted[-1].result.majority, words)
            yield Paragraph(runs=words.runs("approval_request.votes_note", base=base), small=True)


def _closing(congress: Congress, superior: str, words: Wording) -> tuple[Block, ...]:
    # A cell asks as a whole, any other body by what leads it.
    cell = f"{words.terms['on_behalf']} {words.say('after.cell').upper()}"
    signs = cell if is_branch(congress) else ""
    cells = (recipients(superior, words), committee_signature(congress, words, signs))
    return (
        Paragraph(
            runs=words.runs(
                "approval_request.closing", superior=superior, approval=words.terms["approval"]
            )
        ),
        Spacer(height=4),
        Signatures(cells=cells, across=2),
    )
