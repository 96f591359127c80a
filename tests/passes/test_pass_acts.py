"""A pass is opened, entered and closed by one person, blind; nobody enters two of a bundle."""

from __future__ import annotations

import json

import pytest
from congress_files import a_congress, a_round, code_of, enter, fresh_uids, granted, striking
from pass_acts import (
    FIRST,
    SECOND,
    THIRD,
    a_pass,
    a_round_of_passes,
    both_passes,
    papers_of,
)

from congress_desk.actions.elections import ballots as one_pass
from congress_desk.actions.elections.accounting import confirm_bundle, remove_bundle, set_bundle
from congress_desk.actions.elections.doubts import set_aside
from congress_desk.actions.elections.passes.entering import (
    correct_in_pass,
    enter_in_pass,
    take_back_in_pass,
    undo_in_pass,
)
from congress_desk.actions.elections.passes.opening import close_pass, open_pass
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.passes.bundle_passes import BundleState
from congress_desk.domain.elections.passes.entry_rights import Worker
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.own_pass import own_entry
from congress_desk.queries.elections.passes.bundles import bundle_list, bundle_of
from congress_desk.queries.elections.passes.settings import entry_settings


@pytest.fixture
def held(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    yield file, found
    file.close()


def test_that_a_round_takes_the_number_of_passes_when_it_opens(tmp_path):
    file = a_congress(tmp_path)
    assert entry_settings(file) == EntrySettings(passes=1, bundle_size=25)
    granted(set_entry_settings(file, EntrySettings(passes=3, bundle_size=50), actor="TK"))
    found = a_round(file)
    granted(set_entry_settings(file, EntrySettings(passes=1, bundle_size=20), actor="TK"))
    assert rounds(file, found.election_id)[0].passes == 3
    assert entry_settings(file) == EntrySettings(passes=1, bundle_size=20)
    file.close()


@pytest.mark.parametrize(
    ("passes", "size", "code"),
    [(0, 25, "passes_wrong"), (4, 25, "passes_wrong"), (2, 19, "bundle_size_outside"),
     (2, 51, "bundle_size_outside")],
)  # fmt: skip
def test_that_no_other_numbers_are_taken(tmp_path, passes, size, code):
    file = a_congress(tmp_path)
    wanted = EntrySettings(passes=passes, bundle_size=size)
    assert code_of(set_entry_settings(file, wanted, actor="TK")) == code
    file.close()


def test_that_a_bundle_goes_from_state_to_state(held):
    file, found = held

    def state() -> BundleState:
        return bundle_of(file, found.id, 1).state

    assert state() is BundleState.OPEN
    granted(open_pass(file, found.id, 1, operator=FIRST))
    assert state() is BundleState.FIRST_PASS
    granted(close_pass(file, found.id, 1, operator=FIRST, short=True))
    assert state() is BundleState.FIRST_PASS
    a_pass(file, found, [4], by=SECOND, short=True)
    assert state() is BundleState.DIFFERS
    assert [b.state for b in bundle_list(file, found.id)] == [BundleState.DIFFERS, BundleState.OPEN]


def test_that_two_passes_that_tell_the_same_are_agreed(held):
    file, found = held
    bundle = both_passes(file, found, [[4], [3], [2]], [[4], [3], [2]])
    assert (bundle.state, bundle.agreed) == (BundleState.AGREED, 3)
    assert [p.operator for p in bundle.passes] == [FIRST, SECOND]
    assert code_of(open_pass(file, found.id, 1, operator=THIRD)) == "passes_all_closed"


def test_that_nobody_enters_two_passes_of_a_bundle(held):
    file, found = held
    a_pass(file, found, [4], [3], [2], by=FIRST)
    for same in (FIRST, "LÂM VIẾT HÒA", " lâm  việt hòa ".replace("việt", "viết"), "LâmViếtHòa"):
        assert code_of(open_pass(file, found.id, 1, operator=same)) == "pass_operator_twice"
    assert code_of(open_pass(file, found.id, 1, operator=" ")) == "pass_operator_missing"
    granted(open_pass(file, found.id, 1, operator="Lâm Viết Hoa"))
    granted(open_pass(file, found.id, 2, operator=FIRST))


def test_that_two_who_are_signed_in_under_one_number_are_one():
    renamed = Worker(name="Tên Cũ", operator_id=7)
    assert renamed.is_same(Worker(name="Tên Mới", operator_id=7))
    assert not renamed.is_same(Worker(name="Tên Mới", operator_id=8))
    assert not Worker(name="A").is_same(Worker(name="B"))


def test_that_a_pass_belongs_to_whoever_opened_it(held):
    file, found = held
    granted(open_pass(file, found.id, 1, operator=FIRST))
    papers, uids = papers_of(found, [[4]]), fresh_uids(1)
    entered = granted(enter_in_pass(file, found.id, 1, papers, uids, operator=FIRST))[0]
    others = (
        enter_in_pass(file, found.id, 1, papers, fresh_uids(1), operator=SECOND),
        correct_in_pass(file, entered.id, Paper(), *fresh_uids(1), operator=SECOND),
        take_back_in_pass(file, entered.id, operator=SECOND),
        undo_in_pass(file, found.id, 1, operator=SECOND),
        close_pass(file, found.id, 1, operator=SECOND),
        own_entry(file, found.id, 1, SECOND),
    )
    assert [code_of(refused) for refused in others] == ["pass_of_another"] * len(others)
    assert code_of(open_pass(file, found.id, 1, operator=SECOND)) == "pass_open_already"


def test_that_ballots_are_entered_corrected_taken_back_and_undone_in_ones_own_pass(held):
    file, found = held
    granted(open_pass(file, found.id, 1, operator=FIRST))
    papers = papers_of(found, [[4], [3]])
    first, second = granted(enter_in_pass(file, found.id, 1, papers, fresh_uids(2), operator=FIRST))
    granted(correct_in_pass(file, first.id, striking(found, [1]), *fresh_uids(1), operator=FIRST))
    granted(take_back_in_pass(file, second.id, operator=FIRST))

    def struck() -> list[set[int]]:
        own = granted(own_entry(file, found.id, 1, FIRST))
        return [set(ballot.paper.struck) for ballot in own.ballots]

    assert struck() == [{found.candidates[0].id}]
    granted(undo_in_pass(file, found.id, 1, operator=FIRST))
    granted(undo_in_pass(file, found.id, 1, operator=FIRST))
    assert struck() == [{found.candidates[3].id}, {found.candidates[2].id}]
    granted(undo_in_pass(file, found.id, 1, operator=FIRST))
    assert code_of(undo_in_pass(file, found.id, 1, operator=FIRST)) == "nothing_to_undo"
    assert file.check() == []


def test_that_an_undo_reaches_no_other_pass(held):
    file, found = held
    a_pass(file, found, [4], [3], [2], by=FIRST)
    granted(open_pass(file, found.id, 1, operator=SECOND))
    assert code_of(undo_in_pass(file, found.id, 1, operator=SECOND)) == "nothing_to_undo"


def test_that_ballots_recorded_before_are_not_recorded_again(held):
    file, found = held
    granted(open_pass(file, found.id, 1, operator=FIRST))
    papers, uids = papers_of(found, [[4]]), fresh_uids(1)
    entered = granted(enter_in_pass(file, found.id, 1, papers, uids, operator=FIRST))
    again = granted(enter_in_pass(file, found.id, 1, papers, uids, operator=FIRST))
    assert [ballot.id for ballot in again] == [entered[0].id]


def test_that_a_full_pass_takes_no_more_and_a_short_one_is_not_closed_without_a_word(held):
    file, found = held
    granted(open_pass(file, found.id, 1, operator=FIRST))
    papers = papers_of(found, [[4], [3]])
    granted(enter_in_pass(file, found.id, 1, papers, fresh_uids(2), operator=FIRST))
    assert code_of(close_pass(file, found.id, 1, operator=FIRST)) == "pass_not_full"
    many = enter_in_pass(file, found.id, 1, papers, fresh_uids(2), operator=FIRST)
    assert code_of(many) == "bundle_full"
    assert granted(close_pass(file, found.id, 1, operator=FIRST, short=True)).passes[0].is_closed


def test_that_a_closed_pass_is_never_edited(held):
    file, found = held
    a_pass(file, found, [4], [3], [2], by=FIRST)
    (ballot, *_) = (row["id"] for row in file.rows("SELECT id FROM ballot"))
    refused = (
        enter_in_pass(file, found.id, 1, [Paper()], fresh_uids(1), operator=FIRST),
        correct_in_pass(file, ballot, Paper(), *fresh_uids(1), operator=FIRST),
        take_back_in_pass(file, ballot, operator=FIRST),
        close_pass(file, found.id, 1, operator=FIRST),
    )
    assert [code_of(each) for each in refused] == [
        "pass_not_open", "pass_closed", "pass_closed", "pass_not_open",
    ]  # fmt: skip


def test_that_acts_on_rounds_of_one_pass_refuse_a_round_of_more(held):
    file, found = held
    a_pass(file, found, [4], [3], [2], by=FIRST)
    (ballot, *_) = (row["id"] for row in file.rows("SELECT id FROM ballot"))
    refused = (
        one_pass.enter_ballots(file, found.id, 1, [Paper()], fresh_uids(1), operator=FIRST),
        one_pass.correct_ballot(file, ballot, Paper(), *fresh_uids(1), operator=FIRST),
        one_pass.take_back_ballot(file, ballot, operator=FIRST),
        one_pass.undo_last(file, found.id, operator=FIRST),
        set_aside(file, found.id, 1, DoubtCause.TORN, operator=FIRST),
        confirm_bundle(file, found.id, 1, operator=FIRST),
    )
    assert [code_of(each) for each in refused] == ["round_of_passes"] * len(refused)


def test_that_a_round_of_one_pass_refuses_passes(tmp_path):
    file = a_congress(tmp_path)
    found = a_round(file)
    enter(file, found, [4])
    assert code_of(open_pass(file, found.id, 1, operator=SECOND)) == "round_of_one_pass"
    file.close()


def test_that_a_bundle_that_was_begun_is_not_removed_and_its_cover_holds_what_is_in_it(held):
    file, found = held
    a_pass(file, found, [4], [3], [2], by=FIRST)
    assert code_of(remove_bundle(file, found.id, 1, actor="TK")) == "bundle_not_empty"
    assert code_of(set_bundle(file, found.id, 1, 2, actor="TK")) == "bundle_expected_wrong"


def test_that_the_journal_tells_no_marks_of_a_pass(held):
    file, found = held
    a_pass(file, found, [4], [3], [2], by=FIRST)
    for line in file.journal_lines():
        assert "paper" not in json.loads(line.about)
