"""Acts on votes on the way to the ballot: number and structure, withdrawals, list, board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from congress_desk.actions.elections.list_checks import MAX_SEATS
from congress_desk.actions.elections.lists import list_open, seats_above_names
from congress_desk.actions.motion_effects import write_effects
from congress_desk.actions.motion_rows import freeze_vote, insert_motion, write_hands
from congress_desk.actions.motion_votes import check_vote
from congress_desk.actions.text_limits import no_reason, shortened, too_long
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.domain.motions import (
    Hands,
    Motion,
    MotionDraft,
    MotionKind,
    MotionOutcome,
    MotionState,
)
from congress_desk.domain.nomination.nominee import WithdrawalState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress, duties
from congress_desk.queries.elections.lists import election
from congress_desk.queries.nomination import (
    board_vote,
    list_changed_since,
    list_vote,
    nominees,
)
from congress_desk.reports.motions.templates import (
    motion_templates,
    number_matter,
    withdrawal_matter,
)
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import motions as reading_motions
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import nomination as reading_nomination


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A show of hands as it was counted; `by_hand` is D and who is present without a register."""

    hands: Hands
    announced_by: str = ""
    by_hand: tuple[int, int] | None = None


def vote_number(
    file: CongressFile,
    election_id: int,
    *,
    seats: int,
    structure: str = "",
    vote: Vote | None = None,
    actor: str,
) -> Motion | Refusal:
    """Put the number to elect, and the structure wanted, to the vote; carried it sets the seats.

    Without a `vote` the motion waits on the desk of motions.
    """
    found, structure = election(file, election_id), clean_text(structure)
    refusal = _no_rounds(file, found) or too_long(structure, LONG_TEXT_LIMIT)
    if not refusal and not 1 <= seats <= MAX_SEATS:
        refusal = refuse("election_seats_wrong", most=MAX_SEATS)
    last = reading_nomination.number_vote(file, election_id)
    if not refusal and last is not None and last.motion.state is MotionState.OPEN:
        refusal = refuse("vote_waits", matter=shortened(last.motion.matter))
    if refusal:
        return refusal
    matter = number_matter(congress(file), found, seats, structure)
    draft = MotionDraft(kind=MotionKind.FREE, matter=matter, election_id=election_id)

    def also(act: Act, motion_id: int) -> None:
        act.insert(
            "number_motion",
            motion_id=motion_id,
            election_id=election_id,
            seats=seats,
            seats_before=None,
            structure=structure,
        )

    return _put_to_vote(file, "vote_number", draft, vote, also, actor=actor)


def vote_list(
    file: CongressFile, election_id: int, *, vote: Vote | None = None, actor: str
) -> Motion | Refusal:
    """Put number and list of an election to the vote; a motion that waits already is taken."""
    found = election(file, election_id)
    surplus = Surplus(candidates=len(found.candidates), seats=found.seats, kind=found.kind)
    if not surplus.candidates:
        return refuse("list_empty")
    if surplus.number < 0:
        return seats_above_names(file, surplus)
    waiting = list_vote(file, election_id)
    if waiting is not None and list_changed_since(file, waiting, found):
        waiting = None
    draft = _template(file, MotionKind.NUMBER_AND_LIST, election_id)
    return _vote_again(file, "vote_list", draft, waiting, vote, actor=actor)


def vote_board(
    file: CongressFile, election_id: int, *, vote: Vote | None = None, actor: str
) -> Motion | Refusal:
    """Put the board that counts an election to the vote: its own, or the one for all."""
    own = any(
        draft.election_id == election_id
        for draft in _templates(file)
        if draft.kind is MotionKind.COUNTING_BOARD
    )
    draft = _template(file, MotionKind.COUNTING_BOARD, election_id if own else 0)
    waiting = board_vote(file, election_id)
    return _vote_again(file, "vote_board", draft, waiting, vote, actor=actor)


def ask_withdrawal(
    file: CongressFile, candidate_id: int, *, reason: str, vote: Vote | None = None, actor: str
) -> Motion | Refusal:
    """Record the wish of somebody to be taken off the list, and put it to the vote.

    Carried, it takes the name off: withdrawals are decided by the congress. KeyError for an id that
    is no candidate.
    """
    election_id = reading_elections.election_of_candidate(file, candidate_id)
    if election_id is None:
        raise KeyError(candidate_id)
    found = election(file, election_id)
    nominee = next(n for n in nominees(file, election_id) if n.candidate.id == candidate_id)
    reason, name = clean_text(reason), nominee.candidate.name
    refusal = list_open(found) or no_reason(reason)
    if not refusal and not nominee.stands:
        refusal = refuse("nominee_withdrawn", name=name)
    wish = nominee.withdrawal
    if not refusal and wish is not None and wish.state is WithdrawalState.WAITING:
        refusal = refuse("vote_waits", matter=shortened(wish.motion.matter))
    if refusal:
        return refusal
    matter = withdrawal_matter(congress(file), found, name)
    draft = MotionDraft(kind=MotionKind.WITHDRAWAL, matter=matter, election_id=election_id)

    def also(act: Act, motion_id: int) -> None:
        act.insert(
            "withdrawal",
            candidate_id=candidate_id,
            motion_id=motion_id,
            reason=reason,
            was_listed=int(reading_elections.is_listed(file, candidate_id)),
            at=act.at,
        )

    return _put_to_vote(file, "ask_withdrawal", draft, vote, also, actor=actor)


def _vote_again(
    file: CongressFile,
    act_name: str,
    draft: MotionDraft,
    last: Motion | None,
    vote: Vote | None,
    *,
    actor: str,
) -> Motion | Refusal:
    """Vote on a matter: on the motion that waits, or on a new one; a carried one stays."""
    if last is not None and last.outcome is MotionOutcome.CARRIED and last.matter == draft.matter:
        return refuse("vote_carried", matter=shortened(last.matter))
    if last is not None and last.state is MotionState.OPEN:
        if vote is None:
            return refuse("vote_waits", matter=shortened(last.matter))
        return _put_to_vote(file, act_name, draft, vote, _nothing, waiting=last, actor=actor)
    return _put_to_vote(file, act_name, draft, vote, _nothing, actor=actor)


def _put_to_vote(
    file: CongressFile,
    act_name: str,
    draft: MotionDraft,
    vote: Vote | None,
    also: Callable[[Act, int], None],
    *,
    waiting: Motion | None = None,
    actor: str,
) -> Motion | Refusal:
    """Write a motion, and the hands counted where they are, in one act; `also` writes beside it."""
    refusal = _closed(file)
    if vote and not refusal:
        refusal = check_vote(file, waiting, vote.hands, vote.by_hand)
        refusal = refusal or too_long(vote.announced_by, NAME_LIMIT)
    refusal = refusal or too_long(draft.matter, LONG_TEXT_LIMIT)
    if refusal:
        return refusal
    with file.act(
        act_name, actor=actor, backup=vote is not None, matter=shortened(draft.matter)
    ) as act:
        if waiting is not None:
            motion_id = waiting.id
            act.update("motion", motion_id, matter=clean_text(draft.matter))
        else:
            motion_id = insert_motion(act, draft, reading_motions.last_place(file) + 1)
        also(act, motion_id)
        if vote is not None:
            if waiting is None or not waiting.begun:
                freeze_vote(act, file, motion_id, vote.by_hand, special=draft.special)
            write_hands(act, file, motion_id, vote.hands, vote.announced_by)
            write_effects(act, file, motion_id)
    found = reading_motions.motion(file, motion_id)
    assert found is not None
    return found


def _nothing(_act: Act, _motion_id: int) -> None:
    """Write nothing beside the motion."""


def _templates(file: CongressFile) -> tuple[MotionDraft, ...]:
    return motion_templates(congress(file), duties(file), reading_elections.elections(file))


def _template(file: CongressFile, kind: MotionKind, election_id: int) -> MotionDraft:
    found = [d for d in _templates(file) if d.kind is kind and d.election_id == election_id]
    return found[0]


def _no_rounds(file: CongressFile, found: Election) -> Refusal | None:
    held = held_rounds(reading_elections.rounds(file, found.id))
    return refuse("election_has_rounds", code=found.code) if held else None


def _closed(file: CongressFile) -> Refusal | None:
    closed = congress(file).state is CongressState.CLOSED
    return refuse("motion_congress_closed") if closed else None
