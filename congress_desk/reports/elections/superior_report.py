"""The report upward when an election stops: what was voted, who has no post, what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.congress import Congress
from congress_desk.domain.decisions.choices import planned_missing
from congress_desk.domain.decisions.course import ElectionCourse, HeldRound
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.elections.result import CandidateResult, Majority, RoundOutcome
from congress_desk.domain.journal import JournalLine
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Run,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    PRESIDIUM,
    addressee,
    congress_name,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import election_title, outcome_words
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.decision_words import decision_sentences


def superior_report(
    congress: Congress, course: ElectionCourse, head: JournalLine, wording: Wording | None = None
) -> Document:
    """Return the report of an election that could not be finished, ready to be signed."""
    words = congress_wording(congress, wording)
    return congress_paper(
        congress,
        head,
        words,
        organ=PRESIDIUM,
        symbol=words.say("superior_report.symbol"),
        title=words.say("superior_report.title"),
        subject=(words.say("superior_report.subject", title=election_title(course.election)),),
        blocks=(
            *_opening(congress, course, words),
            *_rounds(course, words),
            *_decided(course, words),
            *_asked(course, words),
            KeepTogether(blocks=_signature(words)),
        ),
    )


def _opening(congress: Congress, course: ElectionCourse, words: Wording) -> Iterator[Block]:
    superior = addressee(congress, words)
    if superior:
        yield Paragraph(runs=words.runs("superior_report.to", superior=superior))
    yield Paragraph(
        runs=words.runs(
            "superior_report.opening",
            congress=congress_name(congress, words),
            title=election_title(course.election),
            seats=course.election.seats,
            elected=len(course.chosen),
            open=course.open_seats,
        )
    )


def _rounds(course: ElectionCourse, words: Wording) -> Iterator[Block]:
    yield Heading(title=words.say("superior_report.rounds"))
    for held in course.standing:
        if held.result is None or held.outcome in (RoundOutcome.VOID, RoundOutcome.INCOMPLETE):
            continue
        yield from _round(held, words)


def _round(held: HeldRound, words: Wording) -> Iterator[Block]:
    assert held.result is not None
    result, accounting = held.result, held.result.accounting
    key = "round" if result.majority.required else "round_highest"
    yield Paragraph(
        runs=words.runs(
            f"superior_report.{key}",
            number=held.round.number,
            seats=held.round.seats,
            names=len(held.round.candidates),
            issued=accounting.issued or 0,
            returned=accounting.returned or 0,
            valid=result.valid,
            invalid=result.invalid,
            of=result.majority.of,
            needed=result.majority.needed,
        )
    )
    ranked = enumerate(result.by_votes, start=1)
    rows = tuple(_row(place, found, result.majority, words) for place, found in ranked)
    yield Table(columns=_columns(words), rows=rows)


def _row(place: int, found: CandidateResult, majority: Majority, words: Wording) -> tuple[str, ...]:
    outcome = outcome_words(found.outcome, majority, words)
    return str(place), found.name, str(found.votes), decimal_comma(found.percent), outcome


def _columns(words: Wording) -> tuple[Column, ...]:
    return (
        Column(title=words.say("minutes.list.number"), width=12, align=Align.CENTER),
        Column(title=words.say("minutes.list.name")),
        Column(title=words.say("minutes.result.votes"), width=26, align=Align.CENTER),
        Column(title=words.say("minutes.result.percent"), width=22, align=Align.CENTER),
        Column(title=words.say("superior_report.outcome"), width=44),
    )


def _decided(course: ElectionCourse, words: Wording) -> Iterator[Block]:
    """Yield what the congress decided, and who was meant for a post and has none."""
    numbers = {held.round.id: held.round.number for held in course.rounds}
    sentences = [
        sentence
        for decided in course.stand
        for sentence in decision_sentences(
            decided, course.election, numbers.get(decided.round_id, 0), words
        )
    ]
    missing = planned_missing(course)
    if sentences or missing:
        yield Heading(title=words.say("superior_report.decided"))
    for sentence in sentences:
        yield Paragraph(runs=(Run(sentence),))
    if missing:
        names = ", ".join(candidate.name for candidate in missing)
        yield Paragraph(runs=words.runs("superior_report.planned", names=names))


def _asked(course: ElectionCourse, words: Wording) -> Iterator[Block]:
    yield Heading(title=words.say("superior_report.asked"))
    for key in ("ask_again", "ask_people", "ask_appoint"):
        yield Paragraph(runs=words.runs(f"superior_report.{key}"))


def _signature(words: Wording) -> tuple[Block, ...]:
    cells = (None, organ_signature(PRESIDIUM, words))
    return Spacer(height=4), Signatures(cells=cells, across=2)
