"""Acts on obstacles (vướng mắc): note, change, answer, resolve, open again, take out."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.actions.text_limits import no_reason, shortened, too_long
from congress_desk.domain.obstacles import (
    Obstacle,
    ObstacleState,
    is_in_the_way,
    wall_clock,
    without_answer,
)
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import agenda as reading_agenda
from congress_desk.storage.reading import obstacles as reading_obstacles
from congress_desk.storage.rows.obstacles import obstacle_row

PLACE_LIMIT = 500


def add_obstacle(file: CongressFile, obstacle: Obstacle, *, actor: str) -> Obstacle | Refusal:
    """Note an obstacle, open; without a `since` it is there from now on."""
    refusal = _check(file, obstacle)
    if refusal:
        return refusal
    with file.act("add_obstacle", actor=actor, what=shortened(obstacle.what)) as act:
        asked_at = act.at if clean_text(obstacle.asked) else ""
        noted = replace(
            without_answer(obstacle),
            since=obstacle.since or act.at,
            asked_at=obstacle.asked_at or asked_at,
            actor=actor,
        )
        new = act.insert("obstacle", **obstacle_row(noted))
    return _obstacle(file, new)


def edit_obstacle(file: CongressFile, obstacle: Obstacle, *, actor: str) -> Obstacle | Refusal:
    """Change what is known of an obstacle; answer, decision and state have acts of their own."""
    found = _known(file, obstacle.id)
    refusal = found if isinstance(found, Refusal) else _check(file, obstacle)
    if refusal or isinstance(found, Refusal):
        return refusal or found
    with file.act("edit_obstacle", actor=actor, what=shortened(obstacle.what)) as act:
        changed = replace(
            found,
            what=obstacle.what,
            item_id=obstacle.item_id,
            where_in=obstacle.where_in,
            since=obstacle.since or found.since,
            gravity=obstacle.gravity,
            answerable=obstacle.answerable,
            asked=obstacle.asked,
            asked_at=_asked_at(found, obstacle, act.at),
            procedure=obstacle.procedure,
        )
        act.update("obstacle", found.id, **obstacle_row(changed))
    return _obstacle(file, found.id)


def answer_obstacle(
    file: CongressFile, obstacle_id: int, *, answer: str, decision: str = "", actor: str
) -> Obstacle | Refusal:
    """Write down what was answered and decided; the obstacle stays until it is resolved.

    On a resolved one it corrects the texts and leaves it resolved.
    """
    found = _known(file, obstacle_id)
    if isinstance(found, Refusal):
        return found
    answer, decision = clean_text(answer), clean_text(decision)
    if not answer and not decision:
        return refuse("obstacle_answer_missing")
    refusal = too_long(answer, LONG_TEXT_LIMIT) or too_long(decision, LONG_TEXT_LIMIT)
    if refusal:
        return refusal
    state = ObstacleState.ANSWERED if is_in_the_way(found) else found.state
    with file.act("answer_obstacle", actor=actor, what=shortened(found.what)) as act:
        first = found.state is ObstacleState.OPEN or not found.answered_at
        act.update(
            "obstacle",
            obstacle_id,
            answer=answer,
            decision=decision,
            answered_at=act.at if first else found.answered_at,
            state=state.value,
        )
    return _obstacle(file, obstacle_id)


def resolve_obstacle(
    file: CongressFile, obstacle_id: int, *, decision: str = "", actor: str
) -> Obstacle | Refusal:
    """Say that an obstacle is out of the way; a `decision` given replaces the one there was."""
    found = _known(file, obstacle_id)
    if isinstance(found, Refusal):
        return found
    if not is_in_the_way(found):
        return refuse("obstacle_resolved")
    refusal = too_long(decision, LONG_TEXT_LIMIT)
    if refusal:
        return refusal
    with file.act("resolve_obstacle", actor=actor, what=shortened(found.what)) as act:
        act.update(
            "obstacle",
            obstacle_id,
            decision=clean_text(decision) or found.decision,
            state=ObstacleState.RESOLVED.value,
            resolved_at=act.at,
        )
    return _obstacle(file, obstacle_id)


def reopen_obstacle(
    file: CongressFile, obstacle_id: int, *, reason: str, actor: str
) -> Obstacle | Refusal:
    """Open an answered or resolved obstacle again, with a reason; its answer stays to be read."""
    found = _known(file, obstacle_id)
    if isinstance(found, Refusal):
        return found
    if found.state is ObstacleState.OPEN:
        return refuse("obstacle_open")
    refusal = no_reason(reason)
    if refusal:
        return refusal
    reason = clean_text(reason)
    with file.act("reopen_obstacle", actor=actor, what=shortened(found.what), reason=reason) as act:
        act.update(
            "obstacle",
            obstacle_id,
            state=ObstacleState.OPEN.value,
            resolved_at="",
            reopen_reason=reason,
        )
    return _obstacle(file, obstacle_id)


def remove_obstacle(
    file: CongressFile, obstacle_id: int, *, reason: str, actor: str
) -> Obstacle | Refusal:
    """Take out an obstacle that was noted by mistake, with a reason; the journal keeps it."""
    found = _known(file, obstacle_id)
    if isinstance(found, Refusal):
        return found
    refusal = no_reason(reason)
    if refusal:
        return refusal
    reason = clean_text(reason)
    with file.act("remove_obstacle", actor=actor, what=shortened(found.what), reason=reason) as act:
        act.delete("obstacle", obstacle_id)
    return found


def _check(file: CongressFile, obstacle: Obstacle) -> Refusal | None:
    if not clean_text(obstacle.what):
        return refuse("obstacle_what_missing")
    if obstacle.item_id and reading_agenda.item(file, obstacle.item_id) is None:
        return refuse("obstacle_item_unknown")
    return (
        too_long(obstacle.what, LONG_TEXT_LIMIT)
        or too_long(obstacle.where_in, PLACE_LIMIT)
        or too_long(obstacle.answerable, NAME_LIMIT)
        or too_long(obstacle.asked, NAME_LIMIT)
        or _check_since(file, obstacle.since)
    )


def _check_since(file: CongressFile, since: str) -> Refusal | None:
    """Refuse a time that is none, or that is still to come."""
    if not since:
        return None
    at = wall_clock(since)
    if at is None:
        return refuse("obstacle_since_wrong", value=since)
    now = file.clock().astimezone().replace(tzinfo=None)
    return refuse("obstacle_since_later") if at > now else None


def _asked_at(before: Obstacle, now: Obstacle, at: str) -> str:
    """Return since when somebody is asked: anew when it is somebody else."""
    asked = clean_text(now.asked)
    if not asked:
        return ""
    return before.asked_at if asked == before.asked and before.asked_at else at


def _known(file: CongressFile, obstacle_id: int) -> Obstacle | Refusal:
    found = reading_obstacles.obstacle(file, obstacle_id)
    return found if found is not None else refuse("obstacle_unknown")


def _obstacle(file: CongressFile, obstacle_id: int) -> Obstacle:
    found = reading_obstacles.obstacle(file, obstacle_id)
    assert found is not None
    return found
