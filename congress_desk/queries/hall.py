"""What the hall can be shown now, and what each of these subjects says."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.domain.hall.all_elected import AllElected
from congress_desk.domain.hall.declared_result import DeclaredResult, NotDeclared
from congress_desk.domain.hall.pictures import HallPicture
from congress_desk.domain.hall.queue import PREPARED_KEY, Prepared, prepared_of
from congress_desk.domain.hall.subject import OF_THE_MOMENT, Subject, SubjectKind
from congress_desk.domain.motions import MotionState
from congress_desk.domain.people.person import Status
from congress_desk.domain.people.register import Direction
from congress_desk.domain.running.clock import standing
from congress_desk.queries.congress import congress, people, presence
from congress_desk.queries.elections.ballot_prints import ballots_to_print
from congress_desk.queries.elections.candidate_people import people_of_candidates
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.incremental_count import incremental_count
from congress_desk.queries.elections.lists import election, elections, rounds
from congress_desk.queries.elections.rounds import running_sheet
from congress_desk.queries.elections.shares import votes_by_shares
from congress_desk.queries.motions import motion, motions
from congress_desk.queries.people import photo
from congress_desk.queries.running.items import speeches
from congress_desk.queries.running.programme_track import track_of
from congress_desk.queries.seating import seating_in_force, seating_plans
from congress_desk.reports.document.head import congress_wording, stamp_text
from congress_desk.reports.hall.content import Cover, HallContent
from congress_desk.reports.hall.elections import (
    all_elected_content,
    candidates_content,
    elected_content,
    how_to_vote_content,
    progress_content,
    result_content,
)
from congress_desk.reports.hall.events import (
    ARRIVALS_SHOWN,
    Arrival,
    arrivals_content,
    message_content,
    presence_content,
    programme_content,
    speaker_content,
    title_content,
)
from congress_desk.reports.hall.motions import motion_content
from congress_desk.reports.hall.seats import seats_content
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.passages import newest_passages
from congress_desk.storage.reading.people import person as person_by_id

# Passages looked at for who came in last: some are undone, some of people who left again.
_LOOKED_AT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class HallChoice:
    """A subject that can be shown; `about` is the motion or the election, "" where there is one.

    `round_number` is 0 where it is of no round. `waits` says that its round is being counted: it is
    listed, and shows nothing before it is declared.
    """

    subject: Subject
    about: str = ""
    round_number: int = 0
    waits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HallView:
    """What the desk of the hall shows: the subjects, and what pictures the congress has."""

    choices: tuple[HallChoice, ...]
    cover: Cover


@dataclass(frozen=True, slots=True, kw_only=True)
class HallSeen:
    """What a subject says, what one that is held says by now, and the page of the blank hall."""

    subject: Subject
    content: HallContent | None
    still: HallContent | None
    cover: Cover
    stamp: str


def hall_view(file: CongressFile) -> HallView:
    """Return what the desk of the hall shows."""
    return HallView(choices=tuple(_choices(file)), cover=hall_cover(file))


def hall_seen(file: CongressFile, subject: Subject, still: Subject) -> HallSeen:
    """Return what the hall is to see of a subject, and whether what it sees still is there."""
    content = hall_content(file, subject)
    whole = congress(file)
    return HallSeen(
        subject=subject,
        content=content,
        still=content if still == subject else hall_content(file, still),
        cover=hall_cover(file),
        stamp=stamp_text(whole, congress_wording(whole)),
    )


def hall_prepared(file: CongressFile) -> Prepared:
    """Return the queue of the hall and the messages typed for it."""
    return prepared_of(reading_congress.congress_setting(file, PREPARED_KEY))


def hall_choices(file: CongressFile) -> tuple[HallChoice, ...]:
    """Return every subject that there is now, in the order of a congress."""
    return tuple(_choices(file))


def hall_cover(file: CongressFile) -> Cover:
    """Return the pictures of the congress."""
    return Cover(
        emblem=_picture(file, HallPicture.EMBLEM), background=_picture(file, HallPicture.BACKGROUND)
    )


def hall_content(file: CongressFile, subject: Subject) -> HallContent | None:
    """Return what a subject says; None while there is nothing to show of it.

    A result is there only while it is declared and in force.
    """
    kind, whole = subject.kind, congress(file)
    if kind is SubjectKind.TITLE:
        return title_content(whole, hall_cover(file))
    if kind is SubjectKind.MESSAGE:
        return message_content(whole, subject) if subject.text.strip() else None
    if kind is SubjectKind.PRESENCE:
        return presence_content(whole, presence(file), people(file))
    if kind is SubjectKind.ARRIVALS:
        names, seats = arrivals_content(whole, presence(file), _arrivals(file)), _seats(file)
        return replace(names, parts=(*names.parts, *seats.parts)) if seats else names
    if kind is SubjectKind.SEATING:
        return _seats(file)
    if kind is SubjectKind.PROGRAMME:
        track = track_of(file)
        now = standing(track, file.clock().replace(tzinfo=None))
        return programme_content(whole, track, now.current or now.next) if track else None
    if kind is SubjectKind.SPEAKER:
        now = standing(track_of(file), file.clock().replace(tzinfo=None))
        return speaker_content(whole, speeches(file), now)
    if kind is SubjectKind.MOTION:
        found = motion(file, subject.record)
        return motion_content(whole, found) if found else None
    return _of_election(file, subject)


def lasting_contents(file: CongressFile) -> tuple[HallContent, ...]:
    """Return everything that pages of this congress can be taken elsewhere for."""
    subjects = (c.subject for c in _choices(file) if c.subject.kind not in OF_THE_MOMENT)
    return tuple(found for each in subjects if (found := hall_content(file, each)))


def declared_result(file: CongressFile, round_id: int) -> DeclaredResult | None:
    """Return the result of a round as it was stored, None while none is in force."""
    found = reading_elections.round_by_id(file, round_id)
    if found is None:
        return None
    try:
        return DeclaredResult(found, reading_elections.stored_result(file, round_id))
    except NotDeclared:
        return None


def _of_election(file: CongressFile, subject: Subject) -> HallContent | None:
    kind, whole = subject.kind, congress(file)
    if kind in (SubjectKind.CANDIDATES, SubjectKind.HOW_TO_VOTE):
        held = reading_elections.election(file, subject.record)
        listed = ballots_to_print(file, subject.record).listed if held else None
        if held is None or listed is None or not listed.names:
            return None
        if kind is SubjectKind.CANDIDATES:
            return candidates_content(whole, listed, _photos(file, held, held.candidates))
        return None if votes_by_shares(file) else how_to_vote_content(whole, listed)
    if kind is SubjectKind.PROGRESS:
        return _progress(file, subject.record)
    if kind is SubjectKind.ALL_ELECTED:
        return _all_elected(file, subject.record)
    declared = declared_result(file, subject.record)
    if declared is None:
        return None
    of = election(file, declared.round.election_id)
    if kind is SubjectKind.RESULT:
        photos = _photos(file, of, declared.round.candidates)
        return result_content(whole, of, declared, photos)
    return elected_content(whole, of, declared, _photos(file, of, declared.round.candidates))


def all_elected(file: CongressFile, election_id: int) -> AllElected | None:
    """Return the joint list of an election; None of one vote, and while a round is counted."""
    course = election_course(file, election_id)
    declared = {
        held.round.id: found
        for held in course.standing
        if (found := declared_result(file, held.round.id))
    }
    try:
        joint = AllElected(course, declared)
    except NotDeclared:
        return None
    return joint if declared and joint.is_joint else None


def _all_elected(file: CongressFile, election_id: int) -> HallContent | None:
    if reading_elections.election(file, election_id) is None:
        return None
    joint = all_elected(file, election_id)
    if joint is None:
        return None
    listed = (held.round.candidates for held in joint.course.standing)
    once = {each.id: each for candidates in listed for each in candidates}
    photos = _photos(file, joint.course.election, once.values())
    return all_elected_content(congress(file), joint, photos)


def _progress(file: CongressFile, round_id: int) -> HallContent | None:
    """Return how far a count is, by the count that is kept; None of a round that is over."""
    found = reading_elections.round_by_id(file, round_id)
    if found is None or found.state is not RoundState.COUNTING:
        return None
    kept = incremental_count(file, round_id)
    if kept is None:
        entered = {
            bundle.number: bundle.entered for bundle in running_sheet(file, round_id).bundles
        }
    else:
        entered = dict(kept.entered)
    covers = reading_ballots.bundle_covers(file, round_id)
    full = sum(bool(most and entered.get(number, 0) >= most) for _, number, most in covers)
    return progress_content(
        congress(file),
        election(file, found.election_id),
        found,
        entered=sum(entered.values()),
        bundles=(full, len(covers)),
    )


def _photos(file: CongressFile, of: Election, candidates: Iterable[Candidate]) -> dict[int, bytes]:
    """Return the photographs of these candidates that the register has, by their id."""
    standing_now = tuple(candidates)
    people_there = people_of_candidates(file, of.id, standing_now)
    return {
        candidate.id: photo(file, person.id)
        for candidate, person in zip(standing_now, people_there, strict=True)
        if person.id and person.has_photo
    }


def _choices(file: CongressFile) -> Iterator[HallChoice]:
    kinds = [SubjectKind.TITLE]
    kinds += [SubjectKind.PROGRAMME, SubjectKind.SPEAKER] if track_of(file) else []
    kinds += [SubjectKind.PRESENCE, SubjectKind.ARRIVALS] if people(file) else []
    kinds += [SubjectKind.SEATING] if seating_plans(file) else []
    for kind in kinds:
        yield HallChoice(subject=Subject(kind=kind))
    for each in motions(file):
        if each.state is not MotionState.CANCELLED:
            yield HallChoice(
                subject=Subject(kind=SubjectKind.MOTION, record=each.id), about=each.matter
            )
    by_shares = votes_by_shares(file)
    for held in elections(file):
        listed = (SubjectKind.CANDIDATES, *(() if by_shares else (SubjectKind.HOW_TO_VOTE,)))
        for kind in listed if held.candidates else ():
            yield HallChoice(subject=Subject(kind=kind, record=held.id), about=held.title)
        held_now = held_rounds(rounds(file, held.id))
        for found in held_now:
            yield from _of_round(held, found)
        if held_now and all_elected(file, held.id):
            yield HallChoice(
                subject=Subject(kind=SubjectKind.ALL_ELECTED, record=held.id), about=held.title
            )


def _of_round(held: Election, found: Round) -> Iterator[HallChoice]:
    """Yield what is of a round: while it is counted how far it is, and that its result waits."""
    counting = found.state is RoundState.COUNTING
    if not counting and not found.stands:
        return
    kinds = [SubjectKind.PROGRESS] if counting else []
    for kind in (*kinds, SubjectKind.RESULT, SubjectKind.ELECTED):
        yield HallChoice(
            subject=Subject(kind=kind, record=found.id),
            about=held.title,
            round_number=found.number,
            waits=counting and kind is not SubjectKind.PROGRESS,
        )


def _seats(file: CongressFile) -> HallContent | None:
    """Return the hall as seats, None where no plan is in force."""
    hall = seating_in_force(file)
    return seats_content(congress(file), presence(file), hall) if hall else None


def _arrivals(file: CongressFile) -> tuple[Arrival, ...]:
    """Return who came in last and is still there, newest first, each once."""
    found: dict[int, Arrival] = {}
    for passage in newest_passages(file, _LOOKED_AT):
        person = person_by_id(file, passage.person_id)
        there = person is not None and person.status is Status.PRESENT
        if person is None or passage.undone or passage.direction is not Direction.IN or not there:
            continue
        image = photo(file, person.id) if person.has_photo and person.id not in found else b""
        found.setdefault(person.id, Arrival(person, passage.at, image))
        if len(found) == ARRIVALS_SHOWN:
            break
    return tuple(found.values())


def _picture(file: CongressFile, place: HallPicture) -> bytes:
    row = reading_congress.hall_picture_row(file, place.value)
    return base64.b64decode(row["image"]) if row else b""
