"""Acts on rounds: opening, accounting, bundles, cancelling, and the rounds that follow."""

from __future__ import annotations

import dataclasses

import pytest
from congress_files import (
    a_congress,
    a_declared_round,
    a_round,
    an_election,
    anyway,
    code_of,
    dump,
    enter,
    granted,
    round_of,
)

from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.accounting import edit_accounting, remove_bundle, set_bundle
from congress_desk.actions.elections.ballots import undo_last
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.lists import freeze_list
from congress_desk.actions.elections.rounds import cancel_round, open_round
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.round import Accounting, RoundKind, RoundState
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.reading.elections import lists as reading_elections

A = "Thư ký"
SIX = Accounting(convened=6, present=6, issued=6, returned=6)


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path, an_election("BCH"), an_election("DB"), an_election("BT", 1, 1))
    yield file
    file.close()


def of(file, code):
    return next(e for e in elections(file) if e.code == code)


def opened(file, code="BCH", accounting=SIX, **changes):
    told = {"by_hand": True, "bundle_size": 3, "actor": A, "going_on": anyway(file)} | changes
    return open_round(file, of(file, code).id, accounting=accounting, **told)


def covers(file, found):
    return [(b.number, b.expected) for b in round_sheet(file, found.id).bundles]


REFUSED = {
    "base_wrong": {"accounting": dataclasses.replace(SIX, convened=0)},
    "accounting_number_wrong": {"accounting": dataclasses.replace(SIX, issued=-1)},
    "bundle_size_wrong": {"bundle_size": 0},
    "round_seats_wrong": {"seats": 4},
    "list_not_of_round": {"candidate_ids": [1, 2, 99]},
    "list_empty": {"candidate_ids": []},
    "condition_missing": {"going_on": None},
}


@pytest.mark.parametrize("code", REFUSED)
def test_that_a_round_that_cannot_be_held_is_not_opened(file, code):
    before = dump(file)
    assert code_of(opened(file, **REFUSED[code])) == code
    assert dump(file) == before


@pytest.mark.parametrize(
    "number", [{"convened": 10**30}, {"present": 10**30}, {"returned": 100_001}, {"issued": -5}]
)
def test_that_numbers_beyond_reason_are_refused(file, number):
    before = dump(file)
    assert code_of(opened(file, accounting=dataclasses.replace(SIX, **number)))
    assert dump(file) == before


def test_that_opening_freezes_the_list_and_makes_the_bundles(file):
    found = granted(opened(file, bundle_size=4))
    assert of(file, "BCH").frozen
    assert covers(file, found) == [(1, 4), (2, 2)]
    assert (found.number, found.kind, found.mode) == (1, RoundKind.FIRST, MarkMode.STRIKE)
    assert code_of(opened(file)) == "round_still_open"


def test_that_d_comes_from_the_register_with_its_sum_unless_it_is_given(file):
    by_register = granted(opened(file, by_hand=False))
    assert by_register.accounting.convened == 6
    assert round_sheet(file, by_register.id).base_sum.base == 6
    by_hand = granted(opened(file, "DB"))
    assert by_hand.accounting.convened == 6
    assert round_sheet(file, by_hand.id).base_sum is None


def test_that_a_list_above_the_surplus_needs_a_reason_which_the_round_keeps(file):
    found = granted(
        opened(
            file, seats=2, going_on=dataclasses.replace(anyway(file), reason="Đại hội quyết định")
        )
    )
    assert (found.seats, found.surplus_reason) == (2, "Đại hội quyết định")


def test_that_the_reason_written_when_the_list_was_frozen_is_enough(file):
    election = of(file, "BCH")
    granted(freeze_list(file, election.id, actor=A, reason="Theo chỉ đạo"))
    assert granted(opened(file, "BCH", seats=2)).surplus_reason == "Theo chỉ đạo"


def test_that_a_list_within_the_surplus_keeps_no_reason_for_papers_to_print(file):
    granted(freeze_list(file, of(file, "DB").id, actor=A, reason="Theo chỉ đạo"))
    assert granted(opened(file, "DB")).surplus_reason == ""
    assert granted(opened(file)).surplus_reason == ""


def test_that_the_congress_may_choose_order_and_names_of_a_round(file):
    ids = [c.id for c in of(file, "BCH").candidates]
    found = granted(opened(file, candidate_ids=[ids[2], ids[0], ids[1]], seats=3))
    assert [c.id for c in found.candidates] == [ids[2], ids[0], ids[1]]
    assert found.mode is MarkMode.TICK


def test_that_another_d_needs_a_reason_and_drops_the_sum_from_the_register(file):
    found = granted(opened(file, by_hand=False))
    changed = dataclasses.replace(found.accounting, convened=7)
    assert code_of(edit_accounting(file, found.id, changed, actor=A)) == "base_change_needs_reason"
    edited = granted(edit_accounting(file, found.id, changed, actor=A, reason="đếm lại"))
    assert edited.accounting == changed == round_of(file).accounting
    assert round_sheet(file, found.id).base_sum is None
    wrong = dataclasses.replace(changed, returned=-1)
    assert code_of(edit_accounting(file, found.id, wrong, actor=A)) == "accounting_number_wrong"


def test_that_a_round_becomes_void_only_when_that_is_meant(file):
    found = granted(opened(file))
    void = dataclasses.replace(found.accounting, issued=5)
    assert code_of(edit_accounting(file, found.id, void, actor=A)) == "accounting_makes_void"
    assert round_of(file).accounting == found.accounting
    assert granted(edit_accounting(file, found.id, void, actor=A, void_meant=True)).id == found.id
    corrected = dataclasses.replace(void, present=5)
    granted(edit_accounting(file, found.id, corrected, actor=A))


def test_that_a_mistyped_number_behind_a_void_is_put_right_with_a_trace(file):
    found = granted(opened(file))
    mistyped = dataclasses.replace(found.accounting, returned=60)
    granted(edit_accounting(file, found.id, mistyped, actor=A, void_meant=True))
    assert round_sheet(file, found.id).result.outcome.value == "void"
    right = dataclasses.replace(found.accounting, returned=6)
    silent = edit_accounting(file, found.id, right, actor=A)
    assert code_of(silent) == "void_change_needs_reason"
    granted(edit_accounting(file, found.id, right, actor=A, reason="gõ nhầm 6 thành 60"))
    (trace,) = reading_elections.corrections(file, found.id)
    assert (trace.field, trace.before, trace.after, trace.reason, trace.actor) == (
        "returned",
        60,
        6,
        "gõ nhầm 6 thành 60",
        A,
    )
    assert round_sheet(file, found.id).result.outcome.value == "incomplete"


def returned(file, found, number):
    changed = dataclasses.replace(round_of(file).accounting, returned=number)
    return granted(
        edit_accounting(file, found.id, changed, actor=A, void_meant=True, reason="đếm lại")
    )


def test_that_bundles_follow_the_number_returned_until_a_ballot_is_in(file):
    found = granted(opened(file))
    seen = []
    for number in (9, 2, 10):
        returned(file, found, number)
        seen.append(covers(file, found))
    assert seen[:2] == [[(1, 3), (2, 3), (3, 3)], [(1, 2)]]
    assert sum(expected for _, expected in seen[2]) == 10
    enter(file, found, [4])
    returned(file, found, 4)
    assert covers(file, found) == seen[2]


def test_that_new_bundles_take_numbers_that_are_free(file):
    found = granted(opened(file))
    granted(set_bundle(file, found.id, 4, 3, actor=A))
    returned(file, found, 15)
    assert sorted(covers(file, found)) == [(1, 3), (2, 3), (3, 3), (4, 3), (5, 3)]
    assert file.check() == []


def test_that_a_bundle_that_has_held_a_ballot_stays(file):
    found = granted(opened(file))
    enter(file, found, [4], bundle=2)
    granted(undo_last(file, found.id, operator=A))
    assert code_of(remove_bundle(file, found.id, 2, actor=A)) == "bundle_not_empty"
    returned(file, found, 3)
    assert covers(file, found) == [(1, 3), (2, 0)]
    granted(remove_bundle(file, found.id, 1, actor=A))
    assert covers(file, found) == [(2, 0)]


@pytest.mark.parametrize(
    ("number", "expected", "code"),
    [
        (0, 3, "bundle_number_wrong"),
        (10_000, 3, "bundle_number_wrong"),
        (1, 1, "bundle_expected_wrong"),
        (1, -1, "bundle_expected_wrong"),
        (1, 10**30, "bundle_expected_wrong"),
    ],
)
def test_that_a_cover_that_cannot_be_is_refused(file, number, expected, code):
    found = granted(opened(file))
    enter(file, found, [4], [4])
    before = dump(file)
    assert code_of(set_bundle(file, found.id, number, expected, actor=A)) == code
    assert dump(file) == before


def test_that_a_cover_may_say_exactly_what_is_in_or_nothing(file):
    found = granted(opened(file))
    enter(file, found, [4], [4])
    assert granted(set_bundle(file, found.id, 1, 2, actor=A)).expected == 2
    assert granted(set_bundle(file, found.id, 1, None, actor=A)).expected is None
    enter(file, found, [4], [4])
    assert covers(file, found) == [(1, None), (2, 3)]
    assert code_of(remove_bundle(file, found.id, 9, actor=A)) == "bundle_unknown"


def test_that_a_cancelled_round_does_not_count_and_the_next_has_its_own_number(file):
    found = granted(opened(file))
    enter(file, found, [4])
    assert code_of(cancel_round(file, found.id, reason=" ", actor=A)) == "reason_missing"
    cancelled = granted(cancel_round(file, found.id, reason="Phát nhầm phiếu", actor=A))
    assert (cancelled.state, cancelled.cancel_reason) == (RoundState.CANCELLED, "Phát nhầm phiếu")
    assert code_of(cancel_round(file, found.id, reason="nữa", actor=A)) == "round_sealed"
    again = granted(opened(file))
    assert (again.number, again.kind) == (2, RoundKind.FIRST)
    assert round_sheet(file, again.id).result.entered == 0


def test_that_a_sealed_round_takes_no_act_on_its_accounting(file):
    found = a_declared_round(file)
    before = dump(file)
    for refused in (
        edit_accounting(file, found.id, SIX, actor=A),
        set_bundle(file, found.id, 1, 9, actor=A),
        remove_bundle(file, found.id, 1, actor=A),
        cancel_round(file, found.id, reason="nhầm", actor=A),
    ):
        assert code_of(refused) == "round_sealed"
    assert dump(file) == before
    assert code_of(opened(file)) == "election_complete"


def declared(file, found):
    return granted(
        declare_result(file, found.id, first="Đỗ A", second="Lê B", reason="thử", actor=A)
    )


def test_that_the_tied_are_voted_on_again_among_themselves(file):
    found = a_round(file)
    enter(file, found, [4], [4], [3])
    enter(file, found, [3], [2], [2], bundle=2)
    assert declared(file, found).result.tied == (2, 3, 4)
    plan = granted(next_round(file, of(file, "BCH").id))
    assert (plan.kind, plan.seats) == (RoundKind.TIE, 2)
    again = a_round(file)
    assert [c.id for c in again.candidates] == [c.id for c in found.candidates[1:]]


def test_that_seats_left_open_are_voted_on_without_those_elected(file):
    found = a_round(file)
    enter(file, found, [3, 4], [3, 4], [3, 4])
    enter(file, found, [3, 4], [2, 3, 4], [2, 3, 4], bundle=2)
    assert declared(file, found).result.elected == (1, 2)
    plan = granted(next_round(file, of(file, "BCH").id))
    assert (plan.kind, plan.seats) == (RoundKind.AGAIN, 1)
    assert [c.id for c in plan.candidates] == [c.id for c in found.candidates[2:]]


def test_that_a_void_round_is_closed_and_held_again_whole(file):
    more = Accounting(convened=6, present=6, issued=6, returned=7)
    found = granted(opened(file, accounting=more))
    assert declared(file, found).result.outcome.value == "void"
    plan = granted(next_round(file, of(file, "BCH").id))
    assert (plan.kind, plan.seats, len(plan.candidates)) == (RoundKind.FIRST, 3, 4)


def test_that_a_closed_congress_opens_no_round_until_it_is_in_session_again(tmp_path):
    file = a_congress(tmp_path)
    granted(set_state(file, CongressState.CLOSED, actor="An"))
    refused = next_round(file, elections(file)[0].id)
    assert code_of(refused) == "congress_closed"
    granted(set_state(file, CongressState.IN_SESSION, actor="An"))
    granted(next_round(file, elections(file)[0].id))
    file.close()
