"""Statuses and replacements: what each does to D, and what is refused."""

from __future__ import annotations

import pytest
from congress_files import code_of, granted
from people_files import ACTOR, a_register, by_code

from congress_desk.actions.people.register import edit_people
from congress_desk.actions.people.statuses import replace_delegate, restore_delegate, set_status
from congress_desk.domain.people.person import CongressKind, PersonKind, Status
from congress_desk.queries.congress import presence
from congress_desk.queries.people import (
    base_and_names,
    replacements,
    status_changes,
    what_if,
    what_if_replaced,
)


@pytest.fixture
def file(tmp_path):
    file = a_register(tmp_path)
    yield file
    assert file.check() == []
    file.close()


def test_that_a_status_that_touches_the_base_needs_a_reason_and_keeps_it(file):
    suspended = Status.SUSPENDED
    assert code_of(set_status(file, [1], suspended, reason=" ", actor=ACTOR)) == (
        "status_needs_reason"
    )
    assert granted(set_status(file, [1, 2], suspended, reason="khởi tố", actor=ACTOR)) == 2
    assert presence(file).base == 4
    (change,) = status_changes(file, 1)
    assert (change.before, change.status, change.reason, change.actor) == (
        Status.ABSENT, suspended, "khởi tố", ACTOR,
    )  # fmt: skip
    assert code_of(set_status(file, [1], Status.PRESENT, reason="", actor=ACTOR)) == (
        "status_needs_reason"
    )


def test_that_present_and_absent_need_no_reason(file):
    granted(set_status(file, [1, 2, 3], Status.PRESENT, reason="", actor=ACTOR))
    granted(set_status(file, [3], Status.ABSENT, reason="", actor=ACTOR))
    assert (presence(file).present, presence(file).base) == (2, 6)


def test_that_what_if_tells_what_the_act_then_does(file):
    status = Status.ABSENT_THROUGHOUT_NO_ALTERNATE
    before, after = what_if(file, {1: status})
    assert (before.base, after.base) == (6, 5)
    granted(set_status(file, [1], status, reason="bệnh", actor=ACTOR))
    assert presence(file) == after


def test_that_an_alternate_takes_the_seat_of_a_delegate_and_counts_instead(file):
    _, after = what_if_replaced(file, 1, 7)
    granted(replace_delegate(file, 1, 7, reason="bệnh", actor=ACTOR))
    base, names = base_and_names(file)
    assert base == after
    assert (base.convened, base.alternates, base.base) == (6, 1, 6)
    assert dict(names.deductions) == {Status.REPLACED: (by_code(file, "D001"),)}
    assert names.alternates == ((by_code(file, "T001"), by_code(file, "D001")),)
    assert by_code(file, "T001").has_vote
    assert not by_code(file, "T002").has_vote


def test_that_a_second_alternate_does_not_slip_into_a_seat_that_is_taken(file):
    granted(replace_delegate(file, 1, 7, reason="bệnh", actor=ACTOR))
    granted(set_status(file, [8], Status.PRESENT, reason="", actor=ACTOR))
    assert (presence(file).alternates, presence(file).present) == (1, 0)


def test_that_a_suspended_alternate_leaves_the_seat_empty(file):
    granted(replace_delegate(file, 1, 7, reason="bệnh", actor=ACTOR))
    granted(set_status(file, [7], Status.SUSPENDED, reason="khởi tố", actor=ACTOR))
    assert (presence(file).base, presence(file).replaced_unfilled) == (5, 1)


def test_that_giving_the_seat_back_restores_the_base(file):
    granted(replace_delegate(file, 1, 7, reason="bệnh", actor=ACTOR))
    restored = granted(restore_delegate(file, 1, reason="đã đến", actor=ACTOR))
    assert (restored.status, replacements(file)) == (Status.ABSENT, ())
    assert not by_code(file, "T001").has_vote
    assert [c.reason for c in status_changes(file, 1)] == ["bệnh", "đã đến"]


REFUSED = {
    "a guest for a delegate": ((1, 9), "replacement_kinds_wrong"),
    "an alternate for an alternate": ((7, 8), "replacement_kinds_wrong"),
    "somebody for themselves": ((1, 1), "replacement_kinds_wrong"),
    "a delegate who is there": ((2, 8), "delegate_is_present"),
    "a delegate replaced already": ((3, 8), "delegate_already_replaced"),
    "an alternate in another seat": ((1, 7), "alternate_already_in_seat"),
    "a suspended delegate": ((4, 8), "delegate_is_suspended"),
    "nobody": ((1, 99), "person_unknown"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_that_a_replacement_that_makes_no_sense_is_refused(file, case):
    granted(set_status(file, [2], Status.PRESENT, reason="", actor=ACTOR))
    granted(replace_delegate(file, 3, 7, reason="bệnh", actor=ACTOR))
    granted(set_status(file, [4], Status.SUSPENDED, reason="khởi tố", actor=ACTOR))
    lines = file.journal_lines()
    (delegate, alternate), code = REFUSED[case]
    found = replace_delegate(file, delegate, alternate, reason="bệnh", actor=ACTOR)
    assert code_of(found) == code
    assert file.journal_lines() == lines


def test_that_a_replacement_needs_a_reason_and_a_congress_of_delegates(file, tmp_path):
    assert code_of(replace_delegate(file, 1, 7, reason="", actor=ACTOR)) == "reason_missing"
    (tmp_path / "b").mkdir()
    members = a_register(tmp_path / "b", kind=CongressKind.PARTY_MEMBERS)
    found = replace_delegate(members, 1, 7, reason="bệnh", actor=ACTOR)
    assert code_of(found) == "replacement_only_of_delegates"
    members.close()


def test_that_what_a_replacement_says_is_not_undone_by_another_act(file):
    granted(replace_delegate(file, 1, 7, reason="bệnh", actor=ACTOR))
    assert code_of(set_status(file, [1], Status.PRESENT, reason="x", actor=ACTOR)) == (
        "status_of_replaced"
    )
    assert code_of(set_status(file, [2], Status.REPLACED, reason="x", actor=ACTOR)) == (
        "status_replaced_by_act"
    )
    for number in (1, 7):
        found = edit_people(file, [number], {"kind": PersonKind.GUEST}, actor=ACTOR)
        assert code_of(found) == "kind_fixed_by_replacement"
