"""An election for the hall: its list, how to vote, how far the count is, and what was declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from congress_desk.domain.ballot_papers.printed_list import PrintedList
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.elections.result import CandidateOutcome, RoundOutcome
from congress_desk.domain.elections.round import Round
from congress_desk.domain.hall.all_elected import AllElected, ElectedTogether
from congress_desk.domain.hall.declared_result import DeclaredCandidate, DeclaredResult
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.reports.ballot_papers.forms import PaperSize
from congress_desk.reports.ballot_papers.poster import voting_poster
from congress_desk.reports.document.head import congress_wording, stamp_text
from congress_desk.reports.document.sentences import part_title, without_verb
from congress_desk.reports.document.wording import Wording, grouped
from congress_desk.reports.hall.content import (
    Bar,
    Figure,
    Figures,
    HallContent,
    HallLine,
    Lines,
    Part,
    Samples,
    Tone,
    Verdict,
)

Photos = Mapping[int, bytes]
_MARKS = {
    CandidateOutcome.ELECTED: ("elected_mark", Tone.HOLDS),
    CandidateOutcome.TIED: ("tied_mark", Tone.LOOK),
}


def candidates_content(congress: Congress, listed: PrintedList, photos: Photos) -> HallContent:
    """Return the list in ballot order; `photos` by the id of the candidate."""
    words = congress_wording(congress)
    lines = tuple(
        HallLine(
            lead=str(place), text=name.text, bold=True, photo=photos.get(name.candidate_id, b"")
        )
        for place, name in enumerate(listed.names, start=1)
    )
    return HallContent(
        subject=Subject(kind=SubjectKind.CANDIDATES, record=listed.election_id),
        title=_sentence(f"{words.say('hall.candidates')} {without_verb(listed.title)}"),
        subtitle=_joined(_how_many(listed, words), _round(listed.round_number, words)),
        parts=(Lines(lines=lines),),
        stamp=stamp_text(congress, words),
    )


def how_to_vote_content(congress: Congress, listed: PrintedList) -> HallContent:
    """Return how ballots are marked, with drawn valid and invalid ones, as the poster says it."""
    poster, words = voting_poster(congress, listed, PaperSize.A4), congress_wording(congress)
    steps = tuple(
        HallLine(lead=f"{number}.", text=step) for number, step in enumerate(poster.steps, start=1)
    )
    samples = (
        Samples(row=row, agree_title=poster.agree_title, disagree_title=poster.disagree_title)
        for row in poster.rows
    )
    return HallContent(
        subject=Subject(kind=SubjectKind.HOW_TO_VOTE, record=listed.election_id),
        title=f"{_sentence(poster.title.lower())}: {poster.subject}",
        parts=(Lines(lines=steps), *samples),
        foot=poster.instead,
        stamp=stamp_text(congress, words),
    )


def progress_content(
    congress: Congress,
    election: Election,
    counted: Round,
    *,
    entered: int,
    bundles: tuple[int, int],
) -> HallContent:
    """Return how far a count is and nothing of its numbers; `bundles` are (full, all)."""
    words = congress_wording(congress)
    returned = counted.accounting.returned
    figures = [Figure(value=grouped(entered), words=words.say("hall.entered"))]
    parts: list[Part] = []
    if returned is not None:
        figures.append(Figure(value=grouped(returned), words=words.say("hall.returned")))
        parts.append(Bar(done=min(entered, returned), of=returned))
    full, every = bundles
    if every:
        figures.append(Figure(value=grouped(full), words=words.say("hall.bundles", count=every)))
    return HallContent(
        subject=Subject(kind=SubjectKind.PROGRESS, record=counted.id),
        title=words.say("hall.progress"),
        subtitle=_joined(
            _sentence(part_title(election, counted.part, words)), _round(counted.number, words)
        ),
        parts=(Figures(figures=tuple(figures)), *parts),
        stamp=stamp_text(congress, words),
    )


def result_content(
    congress: Congress, election: Election, declared: DeclaredResult, photos: Photos
) -> HallContent:
    """Return a declared result in ballot order; `photos` by the id of the candidate."""
    words = congress_wording(congress)
    lines = tuple(
        replace(_voted(c, str(c.position), words), photo=photos.get(c.id, b""))
        for c in declared.candidates
    )
    title = words.say("hall.result", what=part_title(election, declared.round.part, words))
    return _of_result(congress, declared, SubjectKind.RESULT, title, (Lines(lines=lines),))


def elected_content(
    congress: Congress, election: Election, declared: DeclaredResult, photos: Photos
) -> HallContent:
    """Return who was elected, from high to low; `photos` by the id of the candidate."""
    words = congress_wording(congress)
    lines = tuple(
        HallLine(
            lead=str(place),
            text=each.name,
            value=grouped(each.votes),
            share=_percent(each),
            bold=True,
            photo=photos.get(each.id, b""),
        )
        for place, each in enumerate(declared.elected, start=1)
    )
    void = declared.outcome is RoundOutcome.VOID
    nobody = Verdict(text=words.say("hall.void" if void else "hall.nobody"), tone=Tone.LOOK)
    title = words.say("hall.elected", what=part_title(election, declared.round.part, words))
    parts: tuple[Part, ...] = (Lines(lines=lines),) if lines else (nobody,)
    return _of_result(congress, declared, SubjectKind.ELECTED, title, parts)


def all_elected_content(congress: Congress, joint: AllElected, photos: Photos) -> HallContent:
    """Return the joint list of an election: who was elected, and in which round.

    `photos` by the id of the candidate.
    """
    words, course = congress_wording(congress), joint.course
    officials, alternates = joint.officials, joint.alternates
    lines = (
        *_together(officials, photos, words),
        *_together(alternates, photos, words, words.say("hall.alternate")),
    )
    count = words.say("hall.count_of", count=len(officials), seats=joint.seats)
    more = words.say("hall.and_alternates", count=len(alternates)) if alternates else ""
    base = joint.shared_base
    return HallContent(
        subject=Subject(kind=SubjectKind.ALL_ELECTED, record=course.election.id),
        title=words.say("hall.all_elected", what=without_verb(course.election.title)),
        subtitle=_joined(count, more, _base(base, words) if base else ""),
        parts=(Lines(lines=lines),),
        stamp=stamp_text(congress, words),
        together=joint,
    )


def _together(
    elected: Sequence[ElectedTogether], photos: Photos, words: Wording, part: str = ""
) -> Iterator[HallLine]:
    for place, each in enumerate(elected, start=1):
        number = each.round_number
        how = words.say("hall.in_round", number=number) if number else ""
        if each.by_decision:
            how = words.say("hall.by_decision")
        yield HallLine(
            lead=str(place),
            text=each.name,
            remark=_joined(part, how),
            value="" if each.votes is None else grouped(each.votes),
            share=f"{decimal_comma(each.percent)}%" if each.percent else "",
            bold=True,
            photo=photos.get(each.candidate_id, b""),
        )


def _of_result(
    congress: Congress,
    declared: DeclaredResult,
    kind: SubjectKind,
    title: str,
    parts: tuple[Part, ...],
) -> HallContent:
    words, held = congress_wording(congress), declared.round
    key = "from_high" if len(declared.elected) > 1 else "count_of"
    count = words.say(f"hall.{key}", count=len(declared.elected), seats=held.seats)
    said = (
        count if kind is SubjectKind.ELECTED and declared.elected else "",
        _base(declared, words),
    )
    return HallContent(
        subject=Subject(kind=kind, record=held.id),
        title=title,
        subtitle=_joined(_round(held.number, words), *said),
        parts=parts,
        foot=words.say(
            "hall.accounting",
            returned=declared.returned,
            valid=declared.valid,
            invalid=declared.invalid,
        ),
        stamp=stamp_text(congress, words),
        declared=declared,
    )


def _base(declared: DeclaredResult, words: Wording) -> str:
    of = words.say(f"base.{declared.base.value}")
    return words.say("hall.votes_of", of=of, base=declared.of)


def _voted(candidate: DeclaredCandidate, lead: str, words: Wording) -> HallLine:
    mark, tone = _MARKS.get(candidate.outcome, ("", Tone.PLAIN))
    return HallLine(
        lead=lead,
        text=candidate.name,
        remark=words.say(f"hall.{mark}") if mark else "",
        value=grouped(candidate.votes),
        share=_percent(candidate),
        tone=tone,
        bold=bool(mark),
    )


def _percent(candidate: DeclaredCandidate) -> str:
    return f"{decimal_comma(candidate.percent)}%" if candidate.percent else ""


def _how_many(listed: PrintedList, words: Wording) -> str:
    if len(listed.names) == listed.seats:
        return words.say("hall.how_many_all", seats=listed.seats)
    return words.say("hall.how_many", seats=listed.seats, candidates=len(listed.names))


def _round(number: int, words: Wording) -> str:
    return words.say("hall.round", number=number) if number > 1 else ""


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
