"""Acts on motions: add them, begin a vote, record hands or shares, repeat it, cancel it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from congress_desk.actions.motion_effects import check_settled, write_effects
from congress_desk.actions.motion_rows import (
    base_row,
    draft_row,
    freeze_vote,
    hands_row,
    insert_motion,
    majority_row,
    thaw_vote,
    write_casts,
    write_hands,
)
from congress_desk.actions.motion_votes import check_vote, no_base, voters_cast
from congress_desk.actions.text_limits import no_reason, shortened, too_long
from congress_desk.domain.congress import CongressState
from congress_desk.domain.motions import (
    Cast,
    Hands,
    Motion,
    MotionDraft,
    MotionOutcome,
    MotionState,
    check_base,
    check_hands,
    counted_base,
    hall_of,
    majority_asked,
)
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress, presence
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import motions as reading_motions
from congress_desk.storage.reading.elections import lists as reading_elections


def add_motion(
    file: CongressFile, draft: MotionDraft, *, begin: bool = True, actor: str
) -> Motion | Refusal:
    """Add a motion at the end; `begin` freezes D and who is present at once."""
    refusal = _closed(file) or _check_draft(file, draft) or (no_base(file) if begin else None)
    if refusal:
        return refusal
    place = reading_motions.last_place(file) + 1
    with file.act("add_motion", actor=actor, matter=shortened(draft.matter)) as act:
        new = insert_motion(act, draft, place)
        if begin:
            freeze_vote(act, file, new, special=draft.special)
    return _motion(file, new)


def add_motions(
    file: CongressFile, drafts: Sequence[MotionDraft], *, actor: str
) -> tuple[Motion, ...] | Refusal:
    """Add several motions at the end, none of them begun."""
    refusals = [_check_draft(file, draft) for draft in drafts]
    refusal = _closed(file) or next(filter(None, refusals), None)
    if refusal:
        return refusal
    if not drafts:
        return refuse("motions_none")
    place = reading_motions.last_place(file)
    with file.act("add_motions", actor=actor, count=len(drafts)) as act:
        new = [insert_motion(act, draft, place + i) for i, draft in enumerate(drafts, start=1)]
    return tuple(_motion(file, motion_id) for motion_id in new)


def edit_motion(
    file: CongressFile, motion_id: int, draft: MotionDraft, *, actor: str
) -> Motion | Refusal:
    """Change what an open motion is about."""
    found = _open_motion(file, motion_id)
    if isinstance(found, Refusal):
        return found
    refusal = _check_draft(file, draft)
    if refusal:
        return refusal
    with file.act("edit_motion", actor=actor, matter=shortened(draft.matter)) as act:
        row = draft_row(draft)
        if found.majority is not None:
            # What was frozen is what the share is taken of, whatever the rules say by now.
            asked = majority_asked(congress(file).rules, special=draft.special)
            row |= majority_row(dataclasses.replace(asked, of=found.majority.of))
        act.update("motion", motion_id, **row)
    return _motion(file, motion_id)


def order_motions(
    file: CongressFile, motion_ids: Sequence[int], *, actor: str
) -> tuple[Motion, ...] | Refusal:
    """Put the motions into this order; each of them is named once."""
    known = {motion.id for motion in reading_motions.motions(file)}
    if set(motion_ids) != known or len(motion_ids) != len(known):
        return refuse("motions_order_wrong")
    with file.act("order_motions", actor=actor) as act:
        for place, motion_id in enumerate(motion_ids, start=1):
            act.update("motion", motion_id, place=place)
    return reading_motions.motions(file)


def begin_vote(
    file: CongressFile,
    motion_id: int,
    *,
    base: int | None = None,
    present: int | None = None,
    actor: str,
) -> Motion | Refusal:
    """Freeze D and who is present for the vote; before it is recorded this may be done again.

    `base` and `present` are given by hand where the register is not in the file.
    """
    found = _open_motion(file, motion_id)
    if isinstance(found, Refusal):
        return found
    by_hand = None if base is None else (base, present or 0)
    of = congress(file).rules.motion_base
    refusal = check_base(*by_hand, of) if by_hand else no_base(file)
    if refusal:
        return refusal
    with file.act("begin_vote", actor=actor, matter=shortened(found.matter)) as act:
        freeze_vote(act, file, motion_id, by_hand, special=found.special)
    return _motion(file, motion_id)


def put_off_vote(file: CongressFile, motion_id: int, *, actor: str) -> Motion | Refusal:
    """Take D and presence off a motion whose vote was begun too early; it waits again."""
    found = _open_motion(file, motion_id)
    if isinstance(found, Refusal):
        return found
    if not found.begun:
        return refuse("motion_not_begun")
    with file.act("put_off_vote", actor=actor, matter=shortened(found.matter)) as act:
        thaw_vote(act, file, motion_id)
        act.update("motion", motion_id, base=None, present=None, **majority_row(None))
    return _motion(file, motion_id)


def record_vote(
    file: CongressFile,
    motion_id: int,
    hands: Hands,
    *,
    casts: Mapping[int, Cast] | None = None,
    announced_by: str = "",
    by_hand: tuple[int, int] | None = None,
    actor: str,
) -> Motion | Refusal:
    """Record the hands or shares counted; a vote that was not begun is frozen in the same act.

    `casts` says of each holder or proxy, by number of the person, how they voted; the shares are
    their sums then. `by_hand` is D and who is present, typed, where the vote was not begun.
    """
    found = _open_motion(file, motion_id)
    if isinstance(found, Refusal):
        return found
    refusal = check_vote(file, found, hands, by_hand) or too_long(announced_by, NAME_LIMIT)
    refusal = refusal or check_settled(file, motion_id)
    if refusal:
        return refusal
    votes = voters_cast(found, casts, hands)
    if isinstance(votes, Refusal):
        return votes
    with file.act(
        "record_vote", actor=actor, backup=True, matter=shortened(found.matter), **hands_row(hands)
    ) as act:
        if not found.begun:
            freeze_vote(act, file, motion_id, by_hand, special=found.special)
        write_casts(act, motion_id, votes)
        write_hands(act, file, motion_id, hands, announced_by)
        write_effects(act, file, motion_id)
    return _motion(file, motion_id)


def change_vote(
    file: CongressFile,
    motion_id: int,
    hands: Hands,
    *,
    casts: Mapping[int, Cast] | None = None,
    announced_by: str,
    reason: str,
    present_now: bool = False,
    actor: str,
) -> Motion | Refusal:
    """Correct recorded numbers, with a reason; `present_now` freezes D and presence anew.

    What was entered holder by holder is corrected so (`casts`), unless it is frozen anew.
    """
    found = _known(file, motion_id)
    if isinstance(found, Refusal):
        return found
    refusal = _check_correction(file, found, hands, announced_by, reason, anew=present_now)
    if refusal:
        return refusal
    votes = voters_cast(found, casts, hands, anew=present_now)
    if isinstance(votes, Refusal):
        return votes
    row, reason = hands_row(hands), clean_text(reason)
    about = {"matter": shortened(found.matter), "reason": reason, **row}
    row |= {"announced_by": clean_text(announced_by), "change_reason": reason}
    with file.act("change_vote", actor=actor, backup=True, **about) as act:
        if present_now:
            freeze_vote(act, file, motion_id, special=found.special)
        write_casts(act, motion_id, votes)
        act.update("motion", motion_id, **row, **base_row(file, motion_id, hands))
        write_effects(act, file, motion_id)
    return _motion(file, motion_id)


def _check_correction(
    file: CongressFile, found: Motion, hands: Hands, announced_by: str, reason: str, *, anew: bool
) -> Refusal | None:
    if found.state is not MotionState.VOTED or found.majority is None:
        return refuse("motion_not_voted")
    of = congress(file).rules.motion_base if anew else found.majority.of
    present = hall_of(presence(file), of).present if anew else found.present or 0
    refusal = (
        no_reason(reason)
        or (no_base(file) if anew else None)
        or check_hands(hands, present, of)
        or too_long(announced_by, NAME_LIMIT)
    )
    base = counted_base(hands, found.base or 0, of)
    after = dataclasses.replace(found, hands=hands, base=base).outcome
    if not refusal and (anew or after is not found.outcome):
        refusal = check_settled(file, found.id)
    return refusal


def repeat_motion(
    file: CongressFile, motion_id: int, *, reason: str, actor: str
) -> Motion | Refusal:
    """Add a new vote of the same matter, with a reason; the earlier one stays as it is."""
    found = _known(file, motion_id)
    if isinstance(found, Refusal):
        return found
    if found.state is not MotionState.VOTED:
        return refuse("motion_not_voted")
    later = [m for m in reading_motions.motions(file) if m.repeats == motion_id]
    if any(m.state is not MotionState.CANCELLED for m in later):
        return refuse("motion_repeated")
    refusal = _closed(file) or no_reason(reason)
    if refusal:
        return refusal
    reason, place = clean_text(reason), reading_motions.last_place(file) + 1
    draft = MotionDraft(
        kind=found.kind,
        matter=found.matter,
        election_id=found.election_id,
        special=found.special,
    )
    with file.act(
        "repeat_motion", actor=actor, matter=shortened(found.matter), reason=reason
    ) as act:
        new = insert_motion(act, draft, place, repeats=motion_id, repeat_reason=reason)
    return _motion(file, new)


def cancel_motion(
    file: CongressFile, motion_id: int, *, reason: str, actor: str
) -> Motion | Refusal:
    """Cancel a motion, with a reason; it stays in the file and counts no more."""
    found = _known(file, motion_id)
    if isinstance(found, Refusal):
        return found
    if found.state is MotionState.CANCELLED:
        return refuse("motion_cancelled")
    refusal = no_reason(reason)
    if not refusal and found.outcome is MotionOutcome.CARRIED:
        refusal = check_settled(file, motion_id)
    if refusal:
        return refusal
    reason = clean_text(reason)
    with file.act(
        "cancel_motion", actor=actor, matter=shortened(found.matter), reason=reason
    ) as act:
        act.update("motion", motion_id, state=MotionState.CANCELLED.value, cancel_reason=reason)
        write_effects(act, file, motion_id)
    return _motion(file, motion_id)


def _check_draft(file: CongressFile, draft: MotionDraft) -> Refusal | None:
    if not clean_text(draft.matter):
        return refuse("motion_matter_missing")
    if draft.election_id and reading_elections.election_row(file, draft.election_id) is None:
        return refuse("motion_election_unknown")
    return too_long(draft.matter, LONG_TEXT_LIMIT) or too_long(draft.note, LONG_TEXT_LIMIT)


def _closed(file: CongressFile) -> Refusal | None:
    closed = congress(file).state is CongressState.CLOSED
    return refuse("motion_congress_closed") if closed else None


def _known(file: CongressFile, motion_id: int) -> Motion | Refusal:
    found = reading_motions.motion(file, motion_id)
    return found if found is not None else refuse("motion_unknown")


def _open_motion(file: CongressFile, motion_id: int) -> Motion | Refusal:
    found = _known(file, motion_id)
    if isinstance(found, Refusal):
        return found
    if found.state is MotionState.CANCELLED:
        return refuse("motion_cancelled")
    if found.state is MotionState.VOTED:
        return refuse("motion_voted")
    return _closed(file) or found


def _motion(file: CongressFile, motion_id: int) -> Motion:
    found = reading_motions.motion(file, motion_id)
    assert found is not None
    return found
