"""The rows of a motion: as it is added, and what is frozen when its vote is begun."""

from __future__ import annotations

from typing import Any

from congress_desk.actions.people.rolls import write_roll
from congress_desk.domain.motions import (
    Hands,
    MotionDraft,
    MotionMajority,
    MotionState,
    base_asked,
    majority_asked,
)
from congress_desk.domain.rules.rule_set import MotionBase
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.queries.congress import congress
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import motions as reading_motions


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
    rules = congress(file).rules
    if by_hand:
        base, present = by_hand
        base = present if rules.motion_base is MotionBase.PRESENT else base
    else:
        found = write_roll(act, file, motion_id=motion_id)
        base, present = base_asked(found, rules), found.present
    majority = majority_asked(rules, special=special)
    act.update("motion", motion_id, base=base, present=present, **majority_row(majority))
    act.tell(base=base, present=present)


def write_hands(act: Act, motion_id: int, hands: Hands, announced_by: str) -> None:
    """Write the hands counted on a motion whose vote was begun."""
    act.update(
        "motion",
        motion_id,
        **hands_row(hands),
        announced_by=clean_text(announced_by),
        state=MotionState.VOTED.value,
        voted_at=act.at,
    )


def thaw_vote(act: Act, file: CongressFile, motion_id: int) -> None:
    """Take the roll off a motion."""
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
        return {"majority_of": "", "majority_share": "", "majority_compare": ""}
    return {
        "special": int(majority.special),
        "majority_of": majority.of.value,
        "majority_share": str(majority.threshold.share),
        "majority_compare": majority.threshold.compare.value,
    }


def hands_row(hands: Hands) -> dict[str, Any]:
    """Return the hands counted as their columns."""
    return {"in_favour": hands.in_favour, "against": hands.against, "other": hands.other}
