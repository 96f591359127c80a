"""Sharing the width of a page among the columns of a table: arithmetic without a font."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_HALVINGS = 50


@dataclass(frozen=True, slots=True)
class Need:
    """What one column asks for, in points: its longest word, and its longest text in one line.

    `weight` is how much it holds, `given` the width that its paper would like, 0 = any.
    """

    least: float
    most: float
    weight: float
    given: float


def shared_widths(needs: Sequence[Need], width: float) -> list[float]:
    """Share `width` points among columns: their words first, then their texts, then the wishes."""
    if sum(need.least for need in needs) > width:
        return _squeezed(needs, width)
    if sum(need.most for need in needs) > width:
        return _by_content(needs, width)
    return _with_room(needs, width)


def _squeezed(needs: Sequence[Need], width: float) -> list[float]:
    """Share a page that is too narrow for the words themselves."""
    share = width / sum(need.least for need in needs)
    return [need.least * share for need in needs]


def _by_content(needs: Sequence[Need], width: float) -> list[float]:
    """Give each column by how much it holds: no less than its words, no more than its texts."""

    def widths(share: float) -> list[float]:
        return [min(max(need.weight * share, need.least), need.most) for need in needs]

    low, high = 0.0, width / min(need.weight for need in needs)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(widths(middle)) <= width else (low, middle)
    return widths(low)


def _with_room(needs: Sequence[Need], width: float) -> list[float]:
    """Give what the texts leave: first as the paper wishes, the rest to the columns without one."""
    widths = [need.most for need in needs]
    wishes = [max(need.given - need.most, 0) for need in needs]
    wished, left = sum(wishes), width - sum(widths)
    part = min(left / wished, 1) if wished else 0
    widths = [wide + wish * part for wide, wish in zip(widths, wishes, strict=True)]
    open_columns = [place for place, need in enumerate(needs) if not need.given]
    level = _level([widths[place] for place in open_columns], width - sum(widths))
    for place in open_columns:
        widths[place] = max(widths[place], level)
    return widths


def _level(widths: Sequence[float], left: float) -> float:
    """Return the width up to which `left` points fill columns, the narrowest first."""
    narrow = sorted(widths)
    for count in range(1, len(narrow) + 1):
        level = (sum(narrow[:count]) + left) / count
        if count == len(narrow) or level <= narrow[count]:
            return level
    return 0
