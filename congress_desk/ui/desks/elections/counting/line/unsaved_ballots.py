"""Ballots that did not reach the file, as lines that can be typed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.entry_line import EntryContext, entry_text
from congress_desk.ui.desks.elections.counting.line.typed_acts import EnterBallots, TypedAct
from congress_desk.ui.desks.elections.counting.running_count import RunningCount


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """A line that was typed for a bundle and is not in the file."""

    bundle: int
    text: str


def unsaved_lines(
    acts: Sequence[TypedAct], count: RunningCount, context: EntryContext
) -> list[Unsaved]:
    """Return what to type again, in order.

    A repeat says what it repeats, so that it stays right when the ballot before it is dropped.
    """
    previous = count.previous
    paper: Paper | None = previous.paper if previous else None
    lines: list[Unsaved] = []
    for act in acts:
        if not isinstance(act, EnterBallots):
            continue
        paper = act.paper or paper
        if paper is None:
            continue
        lines.append(Unsaved(bundle=act.bundle, text=entry_text(count.by_position(paper), context)))
        if act.number > 1:
            lines.append(Unsaved(bundle=act.bundle, text=f"+{act.number - 1}"))
    return lines
