"""Doubtful ballots: put aside, decided by the whole board, told in the minutes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import (
    a_congress,
    a_round,
    an_election,
    code_of,
    enter,
    fresh_uids,
    granted,
    striking,
)
from elections_after_round import BOARD, of_paper

from congress_desk.actions.elections.accounting import confirm_bundle, edit_accounting
from congress_desk.actions.elections.ballots import (
    correct_ballot,
    enter_ballots,
    take_back_ballot,
    undo_last,
)
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.doubts import decide_doubt, give_back, set_aside
from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause, DoubtState
from congress_desk.i18n import finding_text, use_language
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.rounds import round_sheet, running_sheet

A = "Nhập"


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path, an_election("BCH", 4, 3))
    yield file
    assert file.check() == []
    file.close()


def aside(file, found, bundle=1, cause=DoubtCause.PARTIAL_STRIKE, note=""):
    return granted(set_aside(file, found.id, bundle, cause, note, operator=A))


def decide(file, doubt, paper, *, board=5, agree=4, article="Điều 15", reason="gạch nửa tên"):
    (uid,) = fresh_uids(1)
    return decide_doubt(file, doubt.id, paper, uid, board, agree, article, reason, operator=A)


def codes(file, found):
    return {finding.code for finding in round_sheet(file, found.id).blocking}


def test_that_ballots_that_wait_are_all_that_is_said_once_the_others_are_in(tmp_path):
    file = a_congress(tmp_path)
    found = a_round(file)
    enter(file, found, [4], [4], [3])
    enter(file, found, [3], [2], bundle=2)
    aside(file, found, bundle=2)
    said = [f for f in round_sheet(file, found.id).findings if f.blocks]
    use_language("vi")
    assert [finding_text(f) for f in said] == ["Còn 1 phiếu chờ ban kiểm phiếu quyết định"]
    file.close()


def test_that_a_ballot_put_aside_keeps_its_place_and_counts_as_in_the_hand(file):
    found = a_round(file)
    running_sheet(file, found.id)
    enter(file, found, [4])
    doubt = aside(file, found)
    assert (doubt.number, doubt.bundle, doubt.sequence) == (1, 1, 2)
    (third,) = enter(file, found, [3])
    assert third.sequence == 3
    (bundle, _) = round_sheet(file, found.id).bundles
    assert (bundle.entered, bundle.waiting, bundle.is_full) == (2, 1, True)
    full = enter_ballots(file, found.id, 1, [Paper()], fresh_uids(1), operator=A)
    assert code_of(full) == "bundle_full"
    assert code_of(set_aside(file, found.id, 1, DoubtCause.TORN, operator=A)) == "bundle_full"
    granted(confirm_bundle(file, found.id, 1, operator=A))
    decided = granted(decide(file, doubt, striking(found, [4])))
    assert decided.state is DoubtState.DECIDED
    assert [(b.bundle, b.sequence) for b in ballots(file, found.id)] == [(1, 1), (1, 2), (1, 3)]
    assert round_sheet(file, found.id).tally.same_as(running_sheet(file, found.id).tally)


def test_that_nothing_is_declared_while_a_ballot_waits(file):
    found = a_round(file)
    enter(file, found, [4], [4])
    doubt = aside(file, found)
    enter(file, found, [4], [4], [4], bundle=2)
    assert "doubts_waiting" in codes(file, found)
    refused = declare_result(file, found.id, **BOARD)
    assert code_of(refused) == "gate_closed"
    granted(decide(file, doubt, Paper(board_reason=BoardReason.EXTRA_WRITING)))
    assert "doubts_waiting" not in codes(file, found)


def test_that_the_whole_board_decides_with_article_and_reason(file):
    found = a_round(file)
    doubt = aside(file, found)
    paper = striking(found, [4])
    assert code_of(decide(file, doubt, paper, board=4, agree=2)) == "doubt_not_decided"
    assert code_of(decide(file, doubt, paper, board=3, agree=4)) == "doubt_board_wrong"
    assert code_of(decide(file, doubt, paper, article=" ")) == "doubt_grounds_missing"
    assert code_of(decide(file, doubt, paper, reason="")) == "doubt_grounds_missing"
    granted(decide(file, doubt, paper))
    assert code_of(decide(file, doubt, paper)) == "doubt_decided"


def test_that_a_cause_of_its_own_is_said_in_words(file):
    found = a_round(file)
    assert code_of(set_aside(file, found.id, 1, DoubtCause.OTHER, " ", operator=A)) == (
        "doubt_note_missing"
    )
    assert aside(file, found, cause=DoubtCause.OTHER, note="dính mực").note == "dính mực"


def test_that_a_ballot_put_aside_in_error_goes_back_to_its_bundle(file):
    found = a_round(file)
    doubt = aside(file, found)
    granted(give_back(file, doubt.id, operator=A))
    (ballot,) = enter(file, found, [4])
    assert ballot.sequence == 1 and "doubts_waiting" not in codes(file, found)
    assert aside(file, found).number == 2


def counted(file, found, doubts):
    """Enter the rest of six ballots and declare them."""
    enter(file, found, *[[4]] * (3 - doubts))
    enter(file, found, [4], [4], [4], bundle=2)


def test_that_the_minutes_tell_each_doubtful_ballot_and_the_statistics(file):
    found = a_round(file)
    first = aside(file, found, note="gạch họ, còn tên")
    second = aside(file, found, cause=DoubtCause.EXTRA_MARK)
    counted(file, found, 2)
    granted(decide(file, first, striking(found, [4]), reason="phần gạch không hết tên"))
    invalid = Paper(board_reason=BoardReason.EXTRA_WRITING)
    granted(decide(file, second, invalid, board=5, agree=5, reason="có chữ “đồng ý”"))
    corrected = next(b for b in ballots(file, found.id) if b.sequence == 1 and b.bundle == 1)
    (uid,) = fresh_uids(1)
    granted(correct_ballot(file, corrected.id, striking(found, [3]), uid, operator=A))
    granted(declare_result(file, found.id, **BOARD))
    minutes = of_paper(file, "counting-minutes", found.id)
    told = "Có 2 phiếu đưa ra toàn ban xem xét; kết luận hợp lệ 1, không hợp lệ 1."
    assert told in minutes
    for words in ("gạch một phần tên: gạch họ, còn tên", "4/5", "5/5",
                  "phần gạch không hết tên; Điều 15"):  # fmt: skip
        assert words in minutes


def test_that_a_sealed_round_puts_nothing_aside_and_decides_nothing(file):
    found = a_round(file)
    counted(file, found, 0)
    granted(declare_result(file, found.id, **BOARD))
    assert code_of(set_aside(file, found.id, 1, DoubtCause.TORN, operator=A)) == "round_sealed"


def test_that_what_the_board_decided_is_corrected_and_never_taken_back(file):
    found = a_round(file)
    doubt = granted(decide(file, aside(file, found), striking(found, [4])))
    taken_back = take_back_ballot(file, doubt.ballot_id, operator=A)
    assert code_of(taken_back) == "ballot_of_board"
    (uid,) = fresh_uids(1)
    again = granted(correct_ballot(file, doubt.ballot_id, striking(found, [3]), uid, operator=A))
    assert code_of(take_back_ballot(file, again.id, operator=A)) == "ballot_of_board"


def test_that_a_ballot_is_not_put_back_into_a_bundle_that_a_doubtful_one_has_filled(file):
    found = a_round(file)
    entered = enter(file, found, [4], [4], [3])
    granted(take_back_ballot(file, entered[2].id, operator=A))
    doubt = aside(file, found)
    assert code_of(undo_last(file, found.id, operator=A)) == "bundle_full"
    granted(give_back(file, doubt.id, operator=A))
    granted(undo_last(file, found.id, operator=A))
    assert round_sheet(file, found.id).bundles[0].entered == 3


def test_that_bundles_stay_as_they_are_once_a_ballot_of_them_waits(file):
    found = a_round(file)
    aside(file, found, bundle=2)
    fewer = replace(found.accounting, returned=3)
    granted(edit_accounting(file, found.id, fewer, actor=A, reason="đếm lại"))
    assert [b.expected for b in round_sheet(file, found.id).bundles] == [3, 3]
