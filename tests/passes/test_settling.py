"""A bundle whose passes differ is counted and typed from the paper by who typed none of them."""

from __future__ import annotations

import pytest
from congress_files import code_of, fresh_uids, granted, striking
from pass_acts import FIRST, FOURTH, SECOND, THIRD, a_pass, a_round_of_passes, both_passes

from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.actions.elections.doubts import decide_doubt, give_back
from congress_desk.actions.elections.passes.doubts import set_aside_in_pass, set_place_aside
from congress_desk.actions.elections.passes.entering import enter_in_pass, undo_in_pass
from congress_desk.actions.elections.passes.opening import close_pass, open_pass
from congress_desk.actions.elections.passes.restarting import restart_bundle
from congress_desk.actions.elections.passes.settling import (
    correct_agreed,
    count_by_hand,
    resolve_place,
)
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.passes.bundle_passes import BundleState
from congress_desk.domain.elections.passes.entry_rights import Worker, check_resolver
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.passes.bundles import bundle_of, compared_bundle
from congress_desk.storage.reading.elections.doubts import doubtful_ballots

SAME = [[4], [3], [2]]


@pytest.fixture
def held(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    yield file, found
    assert file.check() == []
    file.close()


def typing(held, place: int, struck, *, by: str = THIRD, **more):
    file, found = held
    paper = striking(found, struck)
    return resolve_place(file, found.id, 1, place, paper, *fresh_uids(1), operator=by, **more)


def struck_of(held) -> list[int]:
    """Return the position struck on each ballot that counts."""
    file, found = held
    place = {candidate.id: i for i, candidate in enumerate(found.candidates, start=1)}
    return [place[next(iter(b.paper.struck))] for b in ballots(file, found.id)]


def test_that_a_place_that_differs_is_typed_from_the_paper_and_the_bundle_counts(held):
    file, found = held
    bundle = both_passes(file, found, SAME, [[4], [1], [2]])
    assert bundle.state is BundleState.DIFFERS
    assert struck_of(held) == []
    assert compared_bundle(file, found.id, 1).left == (2,)
    assert granted(typing(held, 2, [3])).bundle.state is BundleState.AGREED
    assert struck_of(held) == [4, 3, 2]
    assert code_of(typing(held, 2, [3])) == "bundle_agreed"


def test_that_only_places_that_differ_are_typed(held):
    file, found = held
    both_passes(file, found, SAME, [[4], [1], [2]])
    assert code_of(typing(held, 1, [4])) == "place_not_open"
    assert code_of(typing(held, 9, [4])) == "place_not_open"


def test_that_a_sheet_as_no_pass_has_it_is_typed_twice_alike(held):
    file, found = held
    both_passes(file, found, SAME, [[4], [1], [2]])
    for place in ([2, 4], []):
        assert code_of(typing(held, 2, place)) == "sheet_told_by_no_pass"
    assert bundle_of(file, found.id, 1).state is BundleState.DIFFERS
    granted(typing(held, 2, [2, 4], twice=True))
    assert bundle_of(file, found.id, 1).is_agreed


def test_that_sheets_are_counted_by_hand_before_anything_is_typed(held):
    file, found = held
    both_passes(file, found, SAME, [[4], [2]])
    compared = compared_bundle(file, found.id, 1)
    assert (compared.needs_count, compared.left) == (True, ())
    assert code_of(typing(held, 2, [3])) == "hand_count_missing"
    counted = granted(count_by_hand(file, found.id, 1, 3, operator=THIRD))
    assert (counted.needs_count, counted.left) == (False, (2,))
    granted(typing(held, 2, [3]))
    assert struck_of(held) == [4, 3, 2]


def test_that_a_sheet_taken_twice_needs_no_typing(held):
    file, found = held
    both_passes(file, found, SAME, [[4], [2]])
    counted = granted(count_by_hand(file, found.id, 1, 2, operator=THIRD))
    assert counted.bundle.state is BundleState.AGREED
    assert struck_of(held) == [4, 2]


def test_that_another_count_begins_anew(held):
    file, found = held
    both_passes(file, found, [[4], [3], [2]], [[1], [2]])
    granted(count_by_hand(file, found.id, 1, 3, operator=THIRD))
    granted(typing(held, 1, [4]))
    again = granted(count_by_hand(file, found.id, 1, 3, operator=THIRD))
    assert again.left == (1, 2)


def test_that_two_passes_that_agree_against_the_cover_are_counted_by_hand(held):
    file, found = held
    both_passes(file, found, [[4], [3]], [[4], [3]])
    assert bundle_of(file, found.id, 1).state is BundleState.DIFFERS
    assert code_of(count_by_hand(file, found.id, 1, 3, operator=THIRD)) == "hand_count_impossible"
    granted(count_by_hand(file, found.id, 1, 2, operator=THIRD))
    assert struck_of(held) == [4, 3]


def test_that_a_cover_that_is_put_right_settles_a_bundle(held):
    file, found = held
    both_passes(file, found, [[4], [3]], [[4], [3]])
    granted(set_bundle(file, found.id, 1, 2, actor="TK"))
    assert bundle_of(file, found.id, 1).state is BundleState.AGREED
    assert code_of(set_bundle(file, found.id, 1, 3, actor="TK")) == "bundle_agreed"


@pytest.mark.parametrize(
    ("resolver", "together", "code"),
    [
        (THIRD, "", ""),
        (FIRST, "", "resolver_typed_a_pass"),
        (SECOND, "", "resolver_typed_a_pass"),
        ("MAI THỊ DIỆU LAN", "", "resolver_typed_a_pass"),
        (FIRST, SECOND, "resolver_typed_a_pass"),
        (FIRST, FIRST, "resolver_typed_a_pass"),
        (FIRST, THIRD, ""),
        (THIRD, FIRST, ""),
        ("", THIRD, "pass_operator_missing"),
    ],
)
def test_that_somebody_who_typed_no_pass_settles_it_or_sits_beside(held, resolver, together, code):
    file, found = held
    both_passes(file, found, SAME, [[4], [1], [2]])
    done = typing(held, 2, [3], by=resolver, together=together)
    if code:
        assert code_of(done) == code
    else:
        granted(done)


def test_that_a_resolver_signed_in_under_the_number_of_a_typist_is_the_typist():
    typist = Worker(name="Tên Cũ", operator_id=3)
    renamed = Worker(name="Tên Mới", operator_id=3)
    assert code_of(check_resolver(renamed, Worker(name=""), [typist], 1)) == "resolver_typed_a_pass"


def test_that_a_bundle_is_compared_only_when_every_pass_is_closed(held):
    file, found = held
    a_pass(file, found, *SAME, by=FIRST)
    assert compared_bundle(file, found.id, 1) is None
    assert code_of(count_by_hand(file, found.id, 1, 3, operator=THIRD)) == "passes_not_closed"


def test_that_three_passes_bring_back_what_not_all_tell_alike(tmp_path):
    file, found = a_round_of_passes(tmp_path, 3)
    both_passes(file, found, SAME, SAME)
    assert bundle_of(file, found.id, 1).state is BundleState.SECOND_PASS
    a_pass(file, found, [4], [1], [2], by=THIRD)
    assert compared_bundle(file, found.id, 1).left == (2,)
    assert code_of(typing((file, found), 2, [3], by=THIRD)) == "resolver_typed_a_pass"
    granted(typing((file, found), 2, [3], by=FOURTH))
    assert struck_of((file, found)) == [4, 3, 2]
    file.close()


def correcting(held, **changes):
    file, found = held
    return correct_agreed(
        file, found.id, 1, **{"place": 2, "paper": striking(found, [1]), "uid": fresh_uids(1)[0],
                              "reason": "đọc lại giấy", "operator": THIRD, "twice": True} | changes,
    )  # fmt: skip


def test_that_an_agreed_ballot_is_corrected_for_a_reason_and_every_pass_stays(held):
    file, found = held
    both_passes(file, found, SAME, SAME)
    before = file.rows("SELECT * FROM ballot ORDER BY id")
    assert code_of(correcting(held, twice=False)) == "sheet_told_by_no_pass"
    assert granted(correcting(held)).corrected
    assert struck_of(held) == [4, 1, 2]
    granted(correcting(held, paper=striking(found, [4])))
    assert struck_of(held) == [4, 4, 2]
    granted(correcting(held, paper=striking(found, [3]), twice=False))  # as the passes have it
    assert struck_of(held) == [4, 3, 2]
    assert file.rows("SELECT * FROM ballot ORDER BY id")[: len(before)] == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"reason": " "}, "reason_missing"),
        ({"reason": "x" * 3000}, "text_too_long"),
        ({"place": 4}, "place_not_agreed"),
        ({"operator": FIRST}, "resolver_typed_a_pass"),
    ],
)
def test_that_an_agreed_ballot_is_not_corrected_otherwise(held, changes, code):
    file, found = held
    both_passes(file, found, SAME, SAME)
    assert code_of(correcting(held, **changes)) == code
    assert struck_of(held) == [4, 3, 2]


def test_that_a_bundle_is_begun_anew_for_a_reason_and_its_passes_are_kept(held):
    file, found = held
    both_passes(file, found, SAME, SAME)
    kept = len(file.rows("SELECT id FROM ballot"))
    refused = restart_bundle(file, found.id, 1, reason=" ", operator=THIRD)
    assert code_of(refused) == "reason_missing"
    again = granted(restart_bundle(file, found.id, 1, reason="lẫn tệp", operator=THIRD))
    assert (again.state, struck_of(held)) == (BundleState.OPEN, [])
    assert len(file.rows("SELECT id FROM ballot")) == kept
    both_passes(file, found, [[1], [1], [1]], [[1], [1], [1]])
    assert struck_of(held) == [1, 1, 1]
    granted(restart_bundle(file, found.id, 1, reason="lại lẫn", operator=THIRD))
    assert bundle_of(file, found.id, 1).state is BundleState.OPEN


def an_aside_pass(held, by: str, *before, cause=DoubtCause.TORN):
    """Enter these papers, put the next sheet aside, and close the pass."""
    file, found = held
    granted(open_pass(file, found.id, 1, operator=by))
    papers = [striking(found, p) for p in before]
    granted(enter_in_pass(file, found.id, 1, papers, fresh_uids(len(papers)), operator=by))
    granted(set_aside_in_pass(file, found.id, 1, cause, operator=by))
    return granted(close_pass(file, found.id, 1, operator=by))


def deciding(held, struck):
    file, found = held
    (doubt,) = doubtful_ballots(file, found.id)
    paper = striking(found, struck)
    return decide_doubt(
        file, doubt.id, paper, *fresh_uids(1), 3, 2, "Điều 15", "rõ", operator=THIRD
    )


def test_that_a_sheet_that_both_passes_put_aside_waits_once_and_counts_as_the_board_decides(held):
    file, found = held
    an_aside_pass(held, FIRST, [4], [3])
    assert [d.waits for d in doubtful_ballots(file, found.id)] == [True]
    bundle = an_aside_pass(held, SECOND, [4], [3])
    assert (bundle.state, bundle.doubts) == (BundleState.DIFFERS, 1)
    assert [d.number for d in doubtful_ballots(file, found.id)] == [1]
    assert compared_bundle(file, found.id, 1).waiting == (3,)
    granted(deciding(held, [2]))
    assert bundle_of(file, found.id, 1).state is BundleState.AGREED
    assert struck_of(held) == [4, 3, 2]


def test_that_the_second_pass_need_not_find_a_sheet_that_lies_with_the_board(held):
    file, found = held
    an_aside_pass(held, FIRST, [4], [3])
    granted(deciding(held, [2]))
    assert a_pass(file, found, [4], [3], by=SECOND).state is BundleState.AGREED
    assert struck_of(held) == [4, 3, 2]


def test_that_a_sheet_that_the_second_pass_alone_put_aside_goes_to_the_board(held):
    file, found = held
    a_pass(file, found, *SAME, by=FIRST)
    an_aside_pass(held, SECOND, [4], [3])
    assert [(d.number, d.waits) for d in doubtful_ballots(file, found.id)] == [(1, True)]
    granted(deciding(held, [1]))
    assert struck_of(held) == [4, 3, 1]


def test_that_a_doubt_of_a_closed_pass_is_not_given_back(held):
    file, found = held
    an_aside_pass(held, FIRST, [4], [3])
    (doubt,) = doubtful_ballots(file, found.id)
    assert code_of(give_back(file, doubt.id, operator=FIRST)) == "doubt_in_closed_pass"


def test_that_the_resolver_can_leave_a_sheet_to_the_board(held):
    file, found = held
    both_passes(file, found, SAME, [[4], [1], [2]])
    granted(set_place_aside(file, found.id, 1, 2, DoubtCause.UNCLEAR_MARK, operator=THIRD))
    compared = compared_bundle(file, found.id, 1)
    assert (compared.left, compared.waiting) == ((), (2,))
    granted(deciding(held, [3]))
    assert struck_of(held) == [4, 3, 2]


def test_that_a_sheet_put_aside_in_error_is_undone_in_ones_own_pass(held):
    file, found = held
    a_pass(file, found, *SAME, by=FIRST)
    granted(open_pass(file, found.id, 1, operator=SECOND))
    granted(set_aside_in_pass(file, found.id, 1, DoubtCause.TORN, operator=SECOND))
    granted(undo_in_pass(file, found.id, 1, operator=SECOND))
    papers = [striking(found, p) for p in SAME]
    granted(enter_in_pass(file, found.id, 1, papers, fresh_uids(3), operator=SECOND))
    assert granted(close_pass(file, found.id, 1, operator=SECOND)).agreed == 3
    assert doubtful_ballots(file, found.id) == ()


def test_that_what_the_board_decided_is_not_undone(held):
    file, found = held
    granted(open_pass(file, found.id, 1, operator=FIRST))
    granted(set_aside_in_pass(file, found.id, 1, DoubtCause.TORN, operator=FIRST))
    granted(deciding(held, [2]))
    assert code_of(undo_in_pass(file, found.id, 1, operator=FIRST)) == "ballot_of_board"
