"""At the door: in, out, a second scan, undo, a signed list, the lists of several doors."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import code_of, granted
from people_files import ACTOR, Clock, a_register, by_code, some_people

from congress_desk.actions.people.checkin import (
    check_in,
    merge_door,
    merge_plan,
    tick_in,
    tick_in_plan,
    undo_passage,
)
from congress_desk.actions.people.statuses import replace_delegate, set_status
from congress_desk.domain.people.person import Status
from congress_desk.domain.people.register import Direction, DoorLine
from congress_desk.domain.rules.quorum import has_quorum
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.people import passages, register
from congress_desk.storage.reading.passages import newest_passages

OUT = Direction.OUT


def enough(file) -> bool:
    return has_quorum(presence(file), congress(file).rules.quorum)


@pytest.fixture
def file(tmp_path):
    file = a_register(tmp_path)
    file.clock = Clock()
    yield file
    assert file.check() == []
    file.close()


def test_that_whoever_comes_in_is_present_and_whoever_leaves_stays_in_the_base(file):
    granted(check_in(file, 1, door="Cửa 1", actor=ACTOR))
    assert (presence(file).present, presence(file).base) == (1, 6)
    file.clock.pass_minutes(90)
    gone = granted(check_in(file, 1, direction=OUT, actor=ACTOR))
    assert (presence(file).present, presence(file).base) == (0, 6)
    assert (gone.direction, gone.at[11:16]) == (OUT, "08:30")


def test_that_a_second_scan_says_so_and_changes_nothing(file):
    granted(check_in(file, 1, door="Cửa 1", actor=ACTOR))
    lines = file.journal_lines()
    again = check_in(file, 1, door="Cửa 2", actor=ACTOR)
    assert code_of(again) == "already_in"
    assert again.first.params["door"] == "Cửa 1"
    assert file.journal_lines() == lines
    granted(check_in(file, 1, direction=OUT, actor=ACTOR))
    assert code_of(check_in(file, 1, direction=OUT, actor=ACTOR)) == "already_out"
    granted(check_in(file, 1, actor=ACTOR))


def test_that_nobody_leaves_who_never_came_and_nobody_unknown_comes(file):
    assert code_of(check_in(file, 1, direction=OUT, actor=ACTOR)) == "not_in"
    assert code_of(check_in(file, 99, actor=ACTOR)) == "person_unknown"
    assert passages(file) == ()


def test_that_a_person_noted_as_present_before_still_gets_a_time_at_the_door(tmp_path):
    file = a_register(tmp_path, some_people(2, 0, 0, Status.PRESENT))
    granted(check_in(file, 1, actor=ACTOR))
    assert len(passages(file, 1)) == 1
    granted(check_in(file, 2, direction=OUT, actor=ACTOR))
    assert presence(file).present == 1
    file.close()


def test_that_guests_and_alternates_come_in_without_a_vote(file):
    for number in (7, 9):
        granted(check_in(file, number, actor=ACTOR))
    assert presence(file).present == 0
    granted(replace_delegate(file, 1, 7, reason="ốm", actor=ACTOR))
    assert presence(file).present == 1


def test_that_a_status_that_bars_keeps_the_door_shut(file):
    granted(replace_delegate(file, 1, 7, reason="ốm", actor=ACTOR))
    granted(set_status(file, [2], Status.SUSPENDED, reason="khởi tố", actor=ACTOR))
    for number in (1, 2):
        assert code_of(check_in(file, number, actor=ACTOR)) == "status_forbids_entry"


def test_that_undo_gives_back_what_was_before_newest_first(file):
    came = granted(check_in(file, 1, actor=ACTOR))
    left = granted(check_in(file, 1, direction=OUT, actor=ACTOR))
    assert code_of(undo_passage(file, came.id, actor=ACTOR)) == "passage_not_last"
    assert granted(undo_passage(file, left.id, actor=ACTOR)).undone
    assert by_code(file, "D001").status is Status.PRESENT
    granted(undo_passage(file, came.id, actor=ACTOR))
    assert by_code(file, "D001").status is Status.ABSENT
    assert code_of(undo_passage(file, came.id, actor=ACTOR)) == "passage_unknown"
    assert [p.undone for p in newest_passages(file, 30)] == [True, True]


def test_that_undo_does_not_touch_a_status_given_since(file):
    came = granted(check_in(file, 1, actor=ACTOR))
    granted(set_status(file, [1], Status.SUSPENDED, reason="khởi tố", actor=ACTOR))
    granted(undo_passage(file, came.id, actor=ACTOR))
    assert by_code(file, "D001").status is Status.SUSPENDED


def test_that_a_signed_list_is_ticked_in_by_numbers_in_one_act(file):
    granted(check_in(file, 2, actor=ACTOR))
    granted(set_status(file, [3], Status.SUSPENDED, reason="khởi tố", actor=ACTOR))
    plan = tick_in_plan(file, [1, 2, 3, 4, 4, 50])
    assert (plan.entered, plan.already, plan.forbidden, plan.unknown) == ((1, 4), (2,), (3,), (50,))
    lines = len(file.journal_lines())
    assert granted(tick_in(file, [1, 2, 3, 4, 50], door="Ký tên", actor=ACTOR)) == plan
    assert len(file.journal_lines()) == lines + 1
    assert presence(file).present == 3
    granted(tick_in(file, [1, 2, 4], door="Ký tên", actor=ACTOR))
    assert len(file.journal_lines()) == lines + 1


def door_lines(file, door="Cửa 2"):
    codes = {p.id: (p.code, p.name) for p in register(file)}
    return [
        DoorLine(
            uid=p.uid, code=codes[p.person_id][0], name=codes[p.person_id][1],
            direction=p.direction, at=p.at, door=door, undone=p.undone,
        )
        for p in passages(file)
    ]  # fmt: skip


@pytest.fixture
def other_door(tmp_path):
    (tmp_path / "other").mkdir()
    file = a_register(tmp_path / "other")
    file.clock = Clock("2026-11-22T07:10:00")
    yield file
    file.close()


def test_that_two_doors_are_merged_without_counting_anybody_twice(file, other_door):
    for number in (1, 2):
        granted(check_in(file, number, actor=ACTOR))
    for number in (2, 3):
        granted(check_in(other_door, number, actor=ACTOR))
    lines = door_lines(other_door)
    merged = granted(merge_door(file, lines, source="cua2.csv", actor=ACTOR))
    assert (len(merged.new), len(merged.known), len(merged.unknown)) == (2, 0, 0)
    assert (presence(file).present, len(passages(file))) == (3, 4)
    journal = file.journal_lines()
    again = granted(merge_door(file, lines, source="cua2.csv", actor=ACTOR))
    assert (len(again.new), len(again.known)) == (0, 2)
    assert file.journal_lines() == journal


def test_that_the_last_passage_of_all_doors_says_who_is_there(file, other_door):
    granted(check_in(file, 1, actor=ACTOR))
    file.clock.pass_minutes(60)
    granted(check_in(file, 1, direction=OUT, actor=ACTOR))
    granted(check_in(other_door, 1, actor=ACTOR))
    granted(merge_door(file, door_lines(other_door), source="cua2.csv", actor=ACTOR))
    assert by_code(file, "D001").status is Status.ABSENT


def test_that_what_a_door_took_back_is_taken_back_here(file, other_door):
    came = granted(check_in(other_door, 1, actor=ACTOR))
    granted(merge_door(file, door_lines(other_door), source="cua2.csv", actor=ACTOR))
    assert presence(file).present == 1
    granted(undo_passage(other_door, came.id, actor=ACTOR))
    merged = granted(merge_door(file, door_lines(other_door), source="cua2.csv", actor=ACTOR))
    assert (len(merged.undone), presence(file).present) == (1, 0)


def test_that_a_code_of_nobody_is_told_and_a_barred_person_stays_out(file, other_door):
    granted(check_in(other_door, 1, actor=ACTOR))
    granted(set_status(file, [1], Status.SUSPENDED, reason="khởi tố", actor=ACTOR))
    (line,) = door_lines(other_door)
    plan = merge_plan(file, [line, replace(line, uid="x" * 12, code="ai đó")])
    assert ([x.code for x in plan.barred], [x.code for x in plan.unknown]) == (["D001"], ["ai đó"])
    granted(merge_door(file, [line], source="cua2.csv", actor=ACTOR))
    assert (by_code(file, "D001").status, presence(file).present) == (Status.SUSPENDED, 0)


def test_that_two_thirds_are_counted_of_those_convened(file):
    granted(set_status(file, [6], Status.SUSPENDED, reason="khởi tố", actor=ACTOR))
    for number in (1, 2, 3):
        granted(check_in(file, number, actor=ACTOR))
    assert (presence(file).base, enough(file)) == (5, False)
    granted(check_in(file, 4, actor=ACTOR))
    assert enough(file)


def a_line(at: str, direction: Direction = Direction.IN) -> DoorLine:
    return DoorLine(uid=at, code="D001", name="", direction=direction, at=at, door="Cửa 2")


def test_that_doors_in_other_time_zones_are_put_in_the_order_of_what_happened(file):
    lines = [
        a_line("2026-11-22T08:00:00+07:00"),
        a_line("2026-11-22T01:30:00+00:00", OUT),
    ]
    granted(merge_door(file, lines, source="cua-2.csv", actor=ACTOR))
    found = passages(file, 1)
    assert [p.direction for p in found] == [Direction.IN, OUT]
    assert code_of(undo_passage(file, found[0].id, actor=ACTOR)) == "passage_not_last"
    granted(undo_passage(file, found[1].id, actor=ACTOR))
    assert by_code(file, "D001").status is Status.PRESENT


def test_that_what_was_recorded_last_can_be_undone_though_another_doors_clock_is_ahead(file):
    ahead = a_line("2026-11-23T23:00:00+07:00")
    granted(merge_door(file, [ahead], source="cua-2.csv", actor=ACTOR))
    gone = granted(check_in(file, 1, direction=OUT, actor=ACTOR))
    granted(undo_passage(file, gone.id, actor=ACTOR))
    assert by_code(file, "D001").status is Status.PRESENT


def test_that_undoing_here_leaves_in_whoever_another_door_let_in_before(file):
    mine = granted(check_in(file, 1, actor=ACTOR))
    earlier = a_line("2026-11-21T07:00:00+07:00")
    granted(merge_door(file, [earlier], source="cua-2.csv", actor=ACTOR))
    granted(undo_passage(file, mine.id, actor=ACTOR))
    assert by_code(file, "D001").status is Status.PRESENT
    granted(undo_passage(file, passages(file, 1)[0].id, actor=ACTOR))
    assert by_code(file, "D001").status is Status.ABSENT


def test_that_taking_back_an_earlier_passage_of_another_door_leaves_in_whoever_came_in_here(file):
    granted(check_in(file, 1, actor=ACTOR))
    earlier = a_line("2026-11-21T07:00:00+07:00")
    granted(merge_door(file, [earlier], source="cua-2.csv", actor=ACTOR))
    granted(undo_passage(file, passages(file, 1)[0].id, actor=ACTOR))
    assert by_code(file, "D001").status is Status.PRESENT


def test_that_a_clock_that_goes_back_does_not_turn_presence_round(file):
    granted(check_in(file, 1, door="Cửa 1", actor=ACTOR))
    file.clock.pass_minutes(-60)
    granted(check_in(file, 1, direction=OUT, actor=ACTOR))
    assert code_of(check_in(file, 1, direction=OUT, actor=ACTOR)) == "already_out"
    back = granted(check_in(file, 1, actor=ACTOR))
    assert [p.direction for p in passages(file, 1)] == [Direction.IN, OUT, Direction.IN]
    granted(undo_passage(file, back.id, actor=ACTOR))
    assert register(file)[0].status is Status.ABSENT


def test_that_undoing_leaves_what_the_journal_tells_last_of_status_and_passages(file):
    granted(check_in(file, 1, actor=ACTOR))
    file.clock.pass_minutes(-30)
    granted(set_status(file, [1], Status.ABSENT, reason="đi công tác", actor=ACTOR))
    file.clock.pass_minutes(-30)
    back = granted(check_in(file, 1, actor=ACTOR))
    granted(undo_passage(file, back.id, actor=ACTOR))
    assert register(file)[0].status is Status.ABSENT


def test_that_a_scan_after_a_list_was_taken_in_is_the_last_word(file):
    granted(check_in(file, 1, actor=ACTOR))
    ahead = DoorLine(
        uid="cua-khac-0001", code=register(file)[0].code, name="", direction=OUT,
        at="2099-01-01T08:00:00+07:00", door="Cửa 2",
    )  # fmt: skip
    granted(merge_door(file, [ahead], source="cua-2.csv", actor=ACTOR))
    assert register(file)[0].status is Status.ABSENT
    granted(check_in(file, 1, actor=ACTOR))
    assert code_of(check_in(file, 1, actor=ACTOR)) == "already_in"
    granted(merge_door(file, [replace(ahead, uid="cua-khac-0002", at="2020-01-01T08:00:00+07:00")],
                       source="cua-2.csv", actor=ACTOR))  # fmt: skip
    assert register(file)[0].status is Status.PRESENT


def test_that_the_lines_of_a_list_keep_their_order_though_that_clock_went_back(file):
    code = register(file)[0].code
    lines = [
        DoorLine(uid=f"cua-khac-{n:04}", code=code, name="", direction=way, at=at, door="Cửa 2")
        for n, (way, at) in enumerate(
            [
                (Direction.IN, "2020-01-01T08:00:00+07:00"),
                (OUT, "2020-01-01T07:00:00+07:00"),
            ]
        )
    ]
    granted(merge_door(file, lines, source="cua-2.csv", actor=ACTOR))
    assert register(file)[0].status is Status.ABSENT
    assert [p.direction for p in passages(file, 1)] == [Direction.IN, OUT]
