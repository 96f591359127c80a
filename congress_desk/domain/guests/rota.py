"""The rota of photographs and flowers: whose turn it is when, with minutes for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

MOST_MINUTES, USUAL_MINUTES = 600, 3
_DAY = 24 * 60


class RotaKind(StrEnum):
    """What a turn is for: a photograph with the presidium, or flowers brought to the congress."""

    PHOTOGRAPH = "photograph"
    FLOWERS = "flowers"


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaTurn:
    """A turn; `time` HH:MM, or "" where it follows the one before. `who` is a delegation mostly."""

    id: int = 0
    kind: RotaKind = RotaKind.PHOTOGRAPH
    who: str
    time: str = ""
    minutes: int = USUAL_MINUTES
    spot: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedTurn(RotaTurn):
    """A turn with its clock, HH:MM, "" where no turn before has a time.

    An `early` one begins before the one above ends.
    """

    begins: str = ""
    ends: str = ""
    early: bool = False


def timed(turns: Sequence[RotaTurn]) -> tuple[TimedTurn, ...]:
    """Return each turn with when it begins and ends; a kind has a clock of its own."""
    clocks: dict[RotaKind, int] = {}
    found = []
    for turn in turns:
        own = {each.name: getattr(turn, each.name) for each in fields(RotaTurn)}
        before = clocks.get(turn.kind)
        begins = _minute(turn.time) if turn.time else before
        if begins is None:
            found.append(TimedTurn(**own))
            continue
        ends = clocks[turn.kind] = begins + turn.minutes
        early = before is not None and begins < before
        found.append(TimedTurn(**own, begins=_clock(begins), ends=_clock(ends), early=early))
    return tuple(found)


def turns_for(
    units: Iterable[str], kind: RotaKind, *, time: str, minutes: int, spot: str = ""
) -> tuple[RotaTurn, ...]:
    """Return a turn for each unit, in their order; the first begins at `time`."""
    return tuple(
        RotaTurn(kind=kind, who=unit, time=time if not place else "", minutes=minutes, spot=spot)
        for place, unit in enumerate(units)
    )


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _clock(minute: int) -> str:
    return f"{minute % _DAY // 60:02}:{minute % 60:02}"
