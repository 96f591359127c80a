"""The usual motions of a congress, worded with the names and numbers the file knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Election
from congress_desk.domain.motions import MotionDraft, MotionKind
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import counting_board
from congress_desk.domain.preparation.template_kinds import BRANCH, likely_kind
from congress_desk.domain.text.clean_text import fold
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording

_ORGANS = {
    MotionKind.PRESIDIUM: Organ.PRESIDIUM,
    MotionKind.SECRETARIAT: Organ.SECRETARIAT,
    MotionKind.CREDENTIALS_COMMITTEE: Organ.CREDENTIALS,
}
_OF_AN_ELECTION = frozenset({MotionKind.NUMBER_AND_LIST})
_TYPED = frozenset({MotionKind.WITHDRAWAL, MotionKind.FREE})


def motion_templates(
    congress: Congress,
    duties: Sequence[Duty],
    elections: Sequence[Election],
    wording: Wording | None = None,
) -> tuple[MotionDraft, ...]:
    """Return the usual motions in their order; those that a person must word are left out."""
    words, left_out = congress_wording(congress, wording), _TYPED
    if likely_kind(congress) == BRANCH:
        # A Party cell has no credentials committee: its chair reports who attends.
        key = f"motion.matter.{MotionKind.CREDENTIALS_REPORT.value}"
        words = words.with_sentences({key: words.sentences["motion.attendance_report"]})
        if not any(duty.organ is Organ.CREDENTIALS for duty in duties):
            left_out |= {MotionKind.CREDENTIALS_COMMITTEE}
    return tuple(
        draft
        for kind in MotionKind
        if kind not in left_out
        for draft in _drafts(kind, duties, elections, words)
    )


def _drafts(
    kind: MotionKind, duties: Sequence[Duty], elections: Sequence[Election], words: Wording
) -> Iterator[MotionDraft]:
    if kind in _OF_AN_ELECTION:
        for election in elections:
            matter = _list_matter(election, words)
            yield MotionDraft(kind=kind, matter=matter, election_id=election.id)
    elif kind is MotionKind.COUNTING_BOARD:
        yield from _boards(duties, elections, words)
    elif kind in _ORGANS:
        members = [duty for duty in duties if duty.organ is _ORGANS[kind]]
        organ = words.say(f"motion.organ.{kind.value}")
        yield MotionDraft(kind=kind, matter=_organ_matter(organ, members, words))
    else:
        yield MotionDraft(kind=kind, matter=words.say(f"motion.matter.{kind.value}"))


def _boards(
    duties: Sequence[Duty], elections: Sequence[Election], words: Wording
) -> Iterator[MotionDraft]:
    """Yield one motion for the board for all elections, and one for each board of its own."""
    kind = MotionKind.COUNTING_BOARD
    organ = words.say(f"motion.organ.{kind.value}")
    own = {duty.election_id for duty in duties if duty.organ is Organ.COUNTING_BOARD} - {0}
    for_all = counting_board(duties, 0)
    if for_all or not own:
        yield MotionDraft(kind=kind, matter=_organ_matter(organ, for_all, words))
    for election in elections:
        if election.id in own:
            named = words.say("motion.matter.board", organ=organ, title=election_title(election))
            matter = _organ_matter(named, counting_board(duties, election.id), words)
            yield MotionDraft(kind=kind, matter=matter, election_id=election.id)


def programme_matter(congress: Congress, amendment: int) -> str:
    """Return what is voted on of the programme: all of it, or its `amendment`, counted from 1."""
    words = congress_wording(congress)
    key = "agenda_amended" if amendment else "agenda"
    return words.say(f"motion.matter.{key}", amendment=amendment)


def number_matter(congress: Congress, election: Election, seats: int, structure: str = "") -> str:
    """Return what is voted on where the number to elect is set, with the structure wanted."""
    key = "number_structure" if structure else "number"
    title = election_title(election)
    words = congress_wording(congress)
    return words.say(f"motion.matter.{key}", seats=seats, title=title, structure=structure)


def withdrawal_matter(congress: Congress, election: Election, name: str) -> str:
    """Return what is voted on where somebody wishes to be taken off the list."""
    words = congress_wording(congress)
    return words.say("motion.matter.withdrawal", name=name, title=election_title(election))


def _organ_matter(organ: str, members: Sequence[Duty], words: Wording) -> str:
    if not members:
        return words.say("motion.matter.organ", organ=organ)
    if len(members) == 1:
        return words.say("motion.matter.organ_one", organ=organ, names=members[0].name)
    names = ", ".join(_member(duty, words) for duty in members)
    return words.say("motion.matter.organ_names", organ=organ, count=len(members), names=names)


def _member(duty: Duty, words: Wording) -> str:
    plain = {fold(title) for title in words.lists["motion.plain_titles"]}
    if not duty.title or fold(duty.title) in plain:
        return duty.name
    return f"{duty.name} ({duty.title})"


def _list_matter(election: Election, words: Wording) -> str:
    key = "number_and_list" if election.candidates else "number"
    return words.say(
        f"motion.matter.{key}",
        seats=election.seats,
        candidates=len(election.candidates),
        title=election_title(election),
    )
