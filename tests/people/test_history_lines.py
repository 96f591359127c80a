"""What happened to a person, newest first, in the order of the journal."""

from __future__ import annotations

from congress_desk.domain.people.person import Status
from congress_desk.domain.people.register import Direction, Passage, StatusChange
from congress_desk.ui.desks.people.person.history_list import History, history_lines


def a_passage(number: int, way: Direction, hour: str) -> Passage:
    return Passage(
        id=number, uid=f"p{number}", person_id=1, direction=way, at=f"2026-05-20T{hour}:00+07:00",
        door="", actor="", before=Status.ABSENT, undone=False,
    )  # fmt: skip


def a_change(hour: str) -> StatusChange:
    at = f"2026-05-20T{hour}:00+07:00"
    return StatusChange(
        person_id=1, before=Status.ABSENT, status=Status.PRESENT, reason="", at=at, actor=""
    )


def test_that_a_clock_that_went_back_changes_no_order():
    came, went = a_passage(1, Direction.IN, "08:00"), a_passage(2, Direction.OUT, "07:00")
    lines = history_lines(History(changes=(), passages=(came, went), photo=b""))
    assert "07:00" in lines[0]
    assert "08:00" in lines[1]


def test_that_changes_and_passages_are_told_into_each_other_by_their_hours():
    passages = (a_passage(1, Direction.IN, "07:30"), a_passage(2, Direction.OUT, "09:00"))
    lines = history_lines(History(changes=(a_change("08:00"),), passages=passages, photo=b""))
    assert [line[:5] for line in lines] == ["09:00", "08:00", "07:30"]
