"""How large the names of a result are written, and in how many columns: never shortened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TYPES = (20, 18, 16, 15, 14, 13)
MOST_COLUMNS = 4
GAP = 28
GROUP_TITLE = 32
# A long name may take two lines; when many would, the type is smaller or the columns fewer.
MOST_WRAPPED = 0.15
_ROW_OF_TYPE = 2.2
_TIGHT_ROW_OF_TYPE = 1.45
_RANK_EMS, _VOTES_EMS, _SHARE_EMS = 2.0, 2.0, 3.6
_BETWEEN = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPlan:
    """Type size, columns, row height and whether there is room for the shares; unscaled pixels."""

    type_size: int
    columns: int
    row: int
    shares: bool

    def name_room(self, width: float) -> float:
        """Return the width a name may fill of a board of `width`."""
        column = (width - GAP * (self.columns - 1)) / self.columns
        ems = _RANK_EMS + _VOTES_EMS + (_SHARE_EMS if self.shares else 0)
        return column - ems * self.type_size - _BETWEEN


def board_plan(
    name_ems: Sequence[float], rows: Sequence[int], width: float, height: float
) -> BoardPlan:
    """Return the largest writing in which all rows are in sight and nearly all names on one line.

    `name_ems` are the widths of the names in ems of their type, `rows` how many names each group
    has. Where nothing fits, the lowest of the smallest, which is scrolled.
    """
    plans = [plan for plan in _plans() if _wrapped(plan, name_ems, width) is not None]
    for plan in plans:
        if _height(plan, rows, _wrapped(plan, name_ems, width) or 0) <= height:
            return plan
    smallest = BoardPlan(
        type_size=TYPES[-1], columns=1, row=round(TYPES[-1] * _ROW_OF_TYPE), shares=True
    )
    return min(
        plans,
        key=lambda plan: _height(plan, rows, _wrapped(plan, name_ems, width) or 0),
        default=smallest,
    )


def _plans() -> Iterator[BoardPlan]:
    for size in TYPES:
        for shares in (True, False):
            for factor in (_ROW_OF_TYPE, _TIGHT_ROW_OF_TYPE):
                for columns in range(1, MOST_COLUMNS + 1):
                    yield BoardPlan(
                        type_size=size, columns=columns, row=round(size * factor), shares=shares
                    )


def _wrapped(plan: BoardPlan, name_ems: Sequence[float], width: float) -> int | None:
    """Return how many names take a second line, None when too many would, or a third."""
    room = plan.name_room(width)
    long = [ems for ems in name_ems if ems * plan.type_size > room]
    if len(long) > MOST_WRAPPED * len(name_ems) or any(
        ems * plan.type_size > 1.6 * room for ems in long
    ):
        return None
    return len(long)


def _height(plan: BoardPlan, rows: Sequence[int], wrapped: int) -> float:
    lines = sum(-(-count // plan.columns) for count in rows)
    taller = max(plan.type_size * 2.8 - plan.row, 0) * -(-wrapped // plan.columns)
    return lines * plan.row + taller + len(rows) * GROUP_TITLE
