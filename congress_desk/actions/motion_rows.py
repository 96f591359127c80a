"""The rows of a motion: as it is added, and what is frozen when its vote is begun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from congress_desk.actions.people.rolls import write_roll
from congress_desk.domain.elections.shares.shares import voters
from congress_desk.domain.motions import (
    Hands,
    MotionDraft,
    MotionMajority,
    MotionState,
    ShareVote,
    counted_base,
    hall_by_hand,
    hall_of,
    majority_asked,
)
from congress_desk.domain.rules.rule_set import MotionBase
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.queries.congress import congress, with_shares
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import motions as reading_motions
from congress_desk.storage.reading.elections import shares as reading_shares


def insert_motion(
    act: Act, draft: MotionDraft, place: int, *, repeats: int | None = None, repeat_reason: str = ""
) -> int:
    """Insert a motion that waits for its vote, and return its id."""
    empty = dict.fromkeys(("base", "present", "in_favour", "against", "other"))
    return act.insert(
        "motion",
        place=place,
        state=MotionState.OPEN.value,
        **draft_row(draft),
        **empty,
        **majority_row(None),
        announced_by="",
        repeats=repeats,
        at=act.at,
        voted_at="",
        repeat_reason=repeat_reason,
        cancel_reason="",
        change_reason="",
    )


def freeze_vote(
    act: Act,
    file: CongressFile,
    motion_id: int,
    by_hand: tuple[int, int] | None = None,
    *,
    special: bool,
) -> None:
    """Take who was frozen before off the motion, and freeze who is there now and what carries."""
    thaw_vote(act, file, motion_id)
    majority = majority_asked(congress(file).rules, special=special)
    if by_hand:
        hall = hall_by_hand(*by_hand, majority.of)
    else:
        found = write_roll(act, file, motion_id=motion_id)
        hall = hall_of(with_shares(file, found), majority.of)
        if majority.of.by_shares:
            _write_voters(act, file, motion_id)
    act.update("motion", motion_id, base=hall.base, present=hall.present, **majority_row(majority))
    act.tell(base=hall.base, present=hall.present)


def _write_voters(act: Act, file: CongressFile, motion_id: int) -> None:
    """Freeze who votes for how many shares: everybody present, each once, with their proxies."""
    found = voters(reading_shares.holdings(file), reading_shares.present_names(file))
    act.insert_rows(
        "motion_share",
        [
            {
                "motion_id": motion_id,
                "person_id": voter.person_id,
                "name": voter.name,
                "shares": voter.shares,
                "cast_as": "",
            }
            for voter in found
        ],
    )


def write_casts(act: Act, motion_id: int, votes: Sequence[ShareVote]) -> None:
    """Write how each holder voted."""
    for vote in votes:
        act.update("motion_share", (motion_id, vote.person_id), cast_as=vote.cast.value)


def write_hands(
    act: Act, file: CongressFile, motion_id: int, hands: Hands, announced_by: str
) -> None:
    """Write the hands counted on a motion whose vote was begun."""
    act.update(
        "motion",
        motion_id,
        **hands_row(hands),
        **base_row(file, motion_id, hands),
        announced_by=clean_text(announced_by),
        state=MotionState.VOTED.value,
        voted_at=act.at,
    )


def thaw_vote(act: Act, file: CongressFile, motion_id: int) -> None:
    """Take the roll off a motion, and who votes for shares."""
    for person_id in reading_motions.voter_keys(file, motion_id):
        act.delete("motion_share", (motion_id, person_id))
    roll_id, people = reading_motions.roll_key(file, motion_id)
    for person_id in people:
        act.delete("roll_person", (roll_id, person_id))
    if roll_id:
        act.delete("roll", roll_id)


def draft_row(draft: MotionDraft) -> dict[str, Any]:
    """Return what a motion is about as its columns."""
    return {
        "kind": draft.kind.value,
        "matter": clean_text(draft.matter),
        "note": clean_text(draft.note),
        "election_id": draft.election_id or None,
        "special": int(draft.special),
    }


def majority_row(majority: MotionMajority | None) -> dict[str, Any]:
    """Return what carries a motion as it is frozen with its vote, empty before that."""
    if majority is None:
        return {
            "majority_of": "", "shares_of": "", "majority_share": "", "majority_compare": "",
        }  # fmt: skip
    of = majority.of
    return {
        "special": int(majority.special),
        "majority_of": MotionBase.PRESENT.value if of.by_shares else of.value,
        "shares_of": of.value if of.by_shares else "",
        "majority_share": str(majority.threshold.share),
        "majority_compare": majority.threshold.compare.value,
    }


def base_row(file: CongressFile, motion_id: int, hands: Hands) -> dict[str, Any]:
    """Return what the majority is taken of now that the votes are known."""
    found = reading_motions.motion(file, motion_id)
    assert found is not None and found.majority is not None and found.present is not None
    if not found.by_shares:
        return {}
    return {"base": counted_base(hands, found.present, found.majority.of)}


def hands_row(hands: Hands) -> dict[str, Any]:
    """Return the hands counted as their columns."""
    return {"in_favour": hands.in_favour, "against": hands.against, "other": hands.other}
