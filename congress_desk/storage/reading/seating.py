"""The plans of the hall and their seats, read from the file."""

from __future__ import annotations

from congress_desk.domain.seating.plan import (
    HallSeat,
    KeptFor,
    SeatingPlan,
    StageSide,
    seat_words,
)
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row

_SEATS = "SELECT * FROM hall_seat "
_IN_FORCE = """
SELECT hall_seat.* FROM hall_seat JOIN seating_plan ON seating_plan.id = plan_id
WHERE in_force = 1 AND person_id IS NOT NULL
"""


def plans(file: CongressFile) -> tuple[SeatingPlan, ...]:
    """Return the plans in order, without their seats."""
    rows = file.rows("SELECT * FROM seating_plan ORDER BY place, id")
    return tuple(_plan_of(row) for row in rows)


def plan(file: CongressFile, plan_id: int) -> SeatingPlan | None:
    """Return a plan with its seats, line by line from the stage; None where there is none such."""
    return file.remembered("seating_plan", plan_id, lambda: _plan(file, plan_id))


def seat_of_each(file: CongressFile) -> dict[int, str]:
    """Return in words where everybody sits by the plan in force, by the person's number."""
    return file.remembered("seat_of_each", 0, lambda: _seat_of_each(file))


def seat_of(file: CongressFile, person_id: int, delegate_id: int) -> str:
    """Return in words where somebody sits by the plan in force: else where their delegate does."""
    for number in filter(None, (person_id, delegate_id)):
        rows = file.rows(_IN_FORCE + "AND person_id = ?", number)
        if rows:
            return seat_words(map(_seat_of, rows))
    return ""


def seat_ids_of(file: CongressFile, person_id: int) -> tuple[int, ...]:
    """Return the seats that somebody has in any plan."""
    return tuple(r["id"] for r in file.rows(_SEATS + "WHERE person_id = ? ORDER BY id", person_id))


def last_seat(file: CongressFile) -> int:
    """Return the highest id of a seat."""
    return int(file.rows("SELECT coalesce(max(id), 0) AS last FROM hall_seat")[0]["last"])


def _seat_of_each(file: CongressFile) -> dict[int, str]:
    found: dict[int, list[HallSeat]] = {}
    for row in file.rows(_IN_FORCE):
        found.setdefault(row["person_id"], []).append(_seat_of(row))
    return {number: seat_words(seats) for number, seats in found.items()}


def _plan(file: CongressFile, plan_id: int) -> SeatingPlan | None:
    rows = file.rows("SELECT * FROM seating_plan WHERE id = ?", plan_id)
    if not rows:
        return None
    seats = file.rows(_SEATS + "WHERE plan_id = ? ORDER BY line, col", plan_id)
    return _plan_of(rows[0], tuple(_seat_of(row) for row in seats))


def _plan_of(row: Row, seats: tuple[HallSeat, ...] = ()) -> SeatingPlan:
    return SeatingPlan(
        id=row["id"],
        name=row["name"],
        session=row["session"],
        stage=StageSide(row["stage"]),
        in_force=bool(row["in_force"]),
        seats=seats,
    )


def _seat_of(row: Row) -> HallSeat:
    return HallSeat(
        id=row["id"],
        block=row["block"],
        row=row["row"],
        number=row["number"],
        line=row["line"],
        column=row["col"],
        kept_for=KeptFor(row["kept_for"]),
        person_id=row["person_id"] or 0,
    )
