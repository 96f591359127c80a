"""The report on one election to the superior: figures of every count, the elected, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Part
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.rules.rule_set import MajorityBase
from congress_desk.reports.after_election.after_parts import recipients, seats_table, to_superior
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
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
from congress_desk.reports.document.sentences import base_words, election_title, number
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.decision_words import decision_sentences
from congress_desk.reports.people.presence import count_of_round


def election_report(
    congress: Congress,
    course: ElectionCourse,
    sheets: Sequence[RoundSheet],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the report; `sheets` are the declared rounds of the election, oldest first."""
    words = congress_wording(congress, wording)
    superior = addressee(congress, words)
    title = election_title(course.election)
    sections = (
        _list(course, words),
        _counts(sheets, words),
        _elected(course, sheets, words),
        _decisions(course, sheets, words),
        _open(course, words),
    )
    return congress_paper(
        congress,
        head,
        words,
        organ=PRESIDIUM,
        symbol=words.say("after.symbol_report"),
        title=words.say("election_report.title"),
        subject=(words.say("election_report.subject", title=title),),
        blocks=(
            *to_superior(superior, words),
            Paragraph(
                runs=words.runs(
                    "election_report.opening",
                    presidium=words.terms["presidium_name"],
                    congress=congress_name(congress, words),
                    title=title,
                )
            ),
            *_numbered([list(section) for section in sections]),
            KeepTogether(blocks=_closing(course, superior, words)),
        ),
    )


def _numbered(sections: Sequence[list[Block]]) -> Iterator[Block]:
    """Number the sections that have something to say."""
    for place, section in enumerate([s for s in sections if s], start=1):
        first = section[0]
        assert isinstance(first, Heading)
        yield Heading(title=f"{place}. {first.title}", remark=first.remark)
        yield from section[1:]


def _list(course: ElectionCourse, words: Wording) -> Iterator[Block]:
    first = course.rounds[0].round if course.rounds else None
    listed = len(first.candidates) if first else len(course.election.candidates)
    yield Heading(title=words.say("election_report.list"))
    yield Paragraph(
        runs=words.runs("election_report.list_text", seats=course.seats, candidates=listed)
    )


def _counts(sheets: Sequence[RoundSheet], words: Wording) -> Iterator[Block]:
    if not sheets:
        return
    say = words.say
    of_d = sheets[-1].result.majority.base is MajorityBase.CONVENED
    convened = "base_title" if of_d else "convened_title"
    keys = (convened, "present", "issued", "returned", "valid", "invalid", "elected_count")
    yield Heading(title=say("election_report.counts"))
    yield Table(
        columns=(
            Column(title=say("election_report.vote"), width=27, align=Align.CENTER),
            *(Column(title=say(f"election_report.{key}"), align=Align.CENTER) for key in keys),
        ),
        rows=tuple(_count_row(sheet, words) for sheet in sheets),
        small=True,
    )


def _count_row(sheet: RoundSheet, words: Wording) -> tuple[str, ...]:
    accounting, result, found = sheet.round.accounting, sheet.result, sheet.round
    vote = str(found.number)
    if found.is_recount:
        vote = words.say("election_report.recounted", number=found.number)
    elif found.part is Part.ALTERNATE:
        vote = words.say("election_report.vote_alternates", number=found.number)
    outcome = str(len(result.elected))
    if result.outcome is RoundOutcome.VOID:
        outcome = words.say("election_report.void")
    elif found.annulled_by:
        outcome = words.say("election_report.annulled")
    elif found.recounted_by:
        outcome = words.say("election_report.counted_again")
    of_d = result.majority.base is MajorityBase.CONVENED
    convened = accounting.convened if of_d else count_of_round(sheet).convened
    figures = (convened, accounting.present, accounting.issued, accounting.returned)
    figures_text = [number(figure, words) for figure in figures]
    return (vote, *figures_text, str(result.valid), str(result.invalid), outcome)


def _elected(
    course: ElectionCourse, sheets: Sequence[RoundSheet], words: Wording
) -> Iterator[Block]:
    remark = ""
    if sheets and any(seat.votes is not None for seat in (*course.chosen, *course.alternates)):
        base = base_words(sheets[-1].result.majority, words)
        remark = words.say("election_report.percent_of", base=base)
    yield Heading(title=words.say("election_report.result"), remark=remark)
    if not course.chosen:
        yield Paragraph(runs=words.runs("election_report.nobody"))
    else:
        yield seats_table(course, course.chosen, words)
    if course.alternates:
        title = words.runs("election_report.alternates")
        yield Paragraph(runs=(Run("".join(run.text for run in title), bold=True),))
        yield seats_table(course, course.alternates, words)


def _decisions(
    course: ElectionCourse, sheets: Sequence[RoundSheet], words: Wording
) -> Iterator[Block]:
    numbers = {sheet.round.id: sheet.round.number for sheet in sheets}
    sentences = [
        sentence
        for decided in course.decisions
        for sentence in decision_sentences(
            decided, course.election, numbers.get(decided.round_id, 1), words
        )
    ]
    if sentences:
        yield Heading(title=words.say("election_report.decisions"))
        for sentence in sentences:
            yield Bullet(runs=(Run(sentence),))


def _open(course: ElectionCourse, words: Wording) -> Iterator[Block]:
    if course.open_seats:
        yield Heading(title=words.say("election_report.open"))
        yield Paragraph(
            runs=words.runs("election_report.open_text", open=course.open_seats, seats=course.seats)
        )


def _closing(course: ElectionCourse, superior: str, words: Wording) -> tuple[Block, ...]:
    key = "ask" if course.stopped is not None or not course.complete else "done"
    asked = (
        (Paragraph(runs=words.runs(f"election_report.{key}", superior=superior)),)
        if superior
        else ()
    )
    cells = (recipients(superior, words), organ_signature(PRESIDIUM, words))
    return *asked, Spacer(height=4), Signatures(cells=cells, across=2)
