"""Acts on ballots: what they refuse, and what stands in the file afterwards."""

from __future__ import annotations

import pytest
from congress_files import (
    a_congress,
    a_declared_round,
    a_round,
    an_election,
    code_of,
    dump,
    enter,
    fresh_uids,
    granted,
    striking,
)

from congress_desk.actions.elections.ballots import (
    correct_ballot,
    enter_ballots,
    take_back_ballot,
    undo_last,
)
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.elections.ballots import BoardReason, InvalidReason, Paper
from congress_desk.queries.elections.ballots import ballots, last_ballots
from congress_desk.queries.elections.rounds import round_sheet

A = "Người nhập"
SIGNED = Paper(board_reason=BoardReason.SIGNED)


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path, an_election("BCH"), an_election("BT", 1, 1))
    yield file
    file.close()


@pytest.fixture
def found(file):
    return a_round(file)


def places(file, found):
    return [(b.bundle, b.sequence) for b in ballots(file, found.id)]


def votes(file, found):
    return [c.votes for c in round_sheet(file, found.id).result.candidates]


def refused(file, found, bundle, papers):
    before = dump(file)
    refusal = enter_ballots(file, found.id, bundle, papers, fresh_uids(len(papers)), operator=A)
    assert dump(file) == before
    return code_of(refusal)


def test_that_entered_ballots_are_what_the_file_then_tells(file, found):
    entered = enter(file, found, [4], [1, 2], SIGNED)
    assert entered == ballots(file, found.id)
    assert [b.verdict.reason for b in entered] == [None, None, InvalidReason.SIGNED]
    assert entered[2].paper.board_reason is BoardReason.SIGNED
    assert votes(file, found) == [1, 1, 2, 1]


def test_that_ballots_fill_a_bundle_and_no_more(file, found):
    enter(file, found, [4], [4])
    assert refused(file, found, 1, [striking(found, [1])] * 2) == "bundle_full"
    enter(file, found, [4])
    assert refused(file, found, 1, [striking(found, [1])]) == "bundle_full"
    assert refused(file, found, 7, [striking(found, [1])]) == "bundle_unknown"
    enter(file, found, [4], bundle=2)
    assert places(file, found) == [(1, 1), (1, 2), (1, 3), (2, 1)]


WRONG_PAPERS = {
    "a name of no list": Paper(struck=frozenset({999})),
    "a name of another election": Paper(struck=frozenset({5})),
    "both boxes on a paper to strike": Paper(both=frozenset({1})),
    "neither box on a paper to strike": Paper(blank=frozenset({1})),
    "two marks on one name": Paper(struck=frozenset({1}), both=frozenset({1})),
}


@pytest.mark.parametrize("what", WRONG_PAPERS)
def test_that_a_paper_that_cannot_be_of_this_round_is_refused(file, found, what):
    good = striking(found, [4])
    assert refused(file, found, 1, [good, WRONG_PAPERS[what]]) == "paper_not_of_round"
    (entered,) = enter(file, found, good)
    correction = correct_ballot(file, entered.id, WRONG_PAPERS[what], *fresh_uids(1), operator=A)
    assert code_of(correction) == "paper_not_of_round"


def test_that_a_ticked_paper_takes_its_own_marks(file):
    found = a_round(file, "BT")
    key = frozenset({found.candidates[0].id})
    entered = enter(file, found, Paper(struck=key), Paper(both=key), Paper(blank=key))
    reasons = [b.verdict.reason for b in entered]
    assert reasons == [None, InvalidReason.UNCLEAR_CHOICE, InvalidReason.UNCLEAR_CHOICE]
    twice = Paper(blank=key, both=key)
    assert refused(file, found, 2, [twice]) == "paper_not_of_round"


def test_that_the_boards_words_are_cleaned_and_bounded(file, found):
    told = Paper(board_reason=BoardReason.OTHER, board_text=" ra\u0301ch \u200b nát ")
    (entered,) = enter(file, found, told)
    assert entered.paper.board_text == "rách nát"
    assert ballots(file, found.id) == (entered,)
    long = Paper(board_reason=BoardReason.OTHER, board_text="x" * 501)
    assert refused(file, found, 1, [long]) == "text_too_long"


def test_that_a_round_that_is_sealed_or_unknown_takes_nothing(file):
    sealed = a_declared_round(file)
    (ballot, *_) = ballots(file, sealed.id)
    other = striking(sealed, [1])
    before = dump(file)
    assert code_of(undo_last(file, sealed.id, operator=A)) == "round_sealed"
    assert code_of(take_back_ballot(file, ballot.id, operator=A)) == "round_sealed"
    correction = correct_ballot(file, ballot.id, other, *fresh_uids(1), operator=A)
    assert code_of(correction) == "round_sealed"
    for round_id, code in ((sealed.id, "round_sealed"), (99, "round_unknown")):
        entry = enter_ballots(file, round_id, 1, [other], fresh_uids(1), operator=A)
        assert code_of(entry) == code
        assert code_of(undo_last(file, round_id, operator=A)) == code
    assert dump(file) == before


def test_that_a_cancelled_round_takes_nothing(file, found):
    (entered,) = enter(file, found, [4])
    granted(cancel_round(file, found.id, reason="nhầm", actor=A))
    assert refused(file, found, 1, [striking(found, [1])]) == "round_sealed"
    assert code_of(take_back_ballot(file, entered.id, operator=A)) == "round_sealed"


def test_that_a_correction_takes_the_place_and_the_old_paper_stays_in_the_file(file, found):
    first, second = enter(file, found, [4], [3])
    new = granted(
        correct_ballot(
            file, first.id, striking(found, [1]), *fresh_uids(1), operator="B", reason="đọc nhầm"
        )
    )
    assert (new.bundle, new.sequence, new.corrected, new.operator) == (1, 1, True, "B")
    assert ballots(file, found.id) == (new, second)
    assert votes(file, found) == [1, 2, 1, 2]
    states = file.rows("SELECT id, state, replaces, origin FROM ballot ORDER BY id")
    assert [tuple(row.values()) for row in states] == [
        (1, "replaced", None, None),
        (2, "counted", None, None),
        (3, "counted", 1, 1),
    ]
    assert code_of(take_back_ballot(file, first.id, operator=A)) == "ballot_unknown"
    assert code_of(
        correct_ballot(file, first.id, striking(found, [2]), *fresh_uids(1), operator=A)
    ) == "ballot_unknown"  # fmt: skip


def test_that_a_correction_that_changes_nothing_is_refused(file, found):
    (entered,) = enter(file, found, [4, 1])
    again = correct_ballot(file, entered.id, striking(found, [1, 4]), *fresh_uids(1), operator=A)
    assert code_of(again) == "correction_changes_nothing"
    assert len(file.journal_lines()) == 3


def test_that_what_is_taken_back_leaves_its_place_and_its_marks(file, found):
    first, second, third = enter(file, found, [4], [3], [2])
    assert granted(take_back_ballot(file, second.id, operator=A)) == second
    assert places(file, found) == [(1, 1), (1, 3)]
    assert code_of(take_back_ballot(file, second.id, operator=A)) == "ballot_unknown"
    (again,) = enter(file, found, [1])
    assert again.sequence == 4
    assert len(file.rows("SELECT * FROM ballot_mark")) == 4


def test_that_the_last_ballots_come_newest_first_and_a_corrected_one_in_its_place(file, found):
    first, second, third = enter(file, found, [4], [3], [2])
    new = granted(correct_ballot(file, first.id, striking(found, [1]), *fresh_uids(1), operator=A))
    assert [b.id for b in last_ballots(file, found.id)] == [third.id, second.id, new.id]
    assert [b.id for b in last_ballots(file, found.id, limit=2)] == [third.id, second.id]


def test_that_undo_goes_back_step_by_step_and_names_what_it_undid(file, found):
    enter(file, found, [4], [3])
    (second,) = [b for b in ballots(file, found.id) if b.sequence == 2]
    granted(correct_ballot(file, second.id, striking(found, [1]), *fresh_uids(1), operator=A))
    (now,) = [b for b in ballots(file, found.id) if b.sequence == 2]
    granted(take_back_ballot(file, now.id, operator=A))
    seen = [votes(file, found)]
    undone = []
    for _ in range(3):
        undone.append(granted(undo_last(file, found.id, operator="B")).seq)
        seen.append(votes(file, found))
        assert file.check() == []
    assert seen == [[1, 1, 1, 0], [1, 2, 2, 1], [2, 2, 1, 1], [0, 0, 0, 0]]
    assert undone == [5, 4, 3]
    assert [line.undoes for line in file.journal_lines()][-3:] == undone
    assert code_of(undo_last(file, found.id, operator=A)) == "nothing_to_undo"


def test_that_undo_keeps_to_its_own_round(file, found):
    other = a_round(file, "BT")
    enter(file, found, [4])
    enter(file, other, [1])
    granted(undo_last(file, found.id, operator=A))
    assert len(ballots(file, other.id)) == 1
    assert code_of(undo_last(file, found.id, operator=A)) == "nothing_to_undo"


def test_that_a_bundle_can_be_filled_again_after_undo(file, found):
    enter(file, found, [4], [4], [4])
    granted(undo_last(file, found.id, operator=A))
    enter(file, found, [3], [2])
    assert places(file, found) == [(1, 1), (1, 2)]
    assert file.check() == []


def test_that_an_id_seen_before_is_never_recorded_again(file, found):
    papers, uids = [striking(found, [4]), striking(found, [3])], fresh_uids(2)
    first = granted(enter_ballots(file, found.id, 1, papers, uids, operator=A))
    lines = len(file.journal_lines())
    assert granted(enter_ballots(file, found.id, 1, papers, uids, operator=A)) == first
    assert granted(enter_ballots(file, found.id, 2, papers, uids, operator=A)) == first
    mixed = enter_ballots(file, found.id, 1, papers, [uids[0], *fresh_uids(1)], operator=A)
    assert code_of(mixed) == "ballot_unknown"
    granted(take_back_ballot(file, first[0].id, operator=A))
    again = enter_ballots(file, found.id, 1, papers[:1], uids[:1], operator=A)
    assert code_of(again) == "ballot_unknown"
    assert len(file.journal_lines()) == lines + 1
    assert len(ballots(file, found.id)) == 1


def test_that_as_many_ids_as_papers_are_needed(file, found):
    before = dump(file)
    with pytest.raises(ValueError):
        enter_ballots(file, found.id, 1, [striking(found, [4])] * 2, fresh_uids(1), operator=A)
    assert dump(file) == before


def test_that_names_typed_with_strange_letters_do_no_harm(file, found):
    paper = striking(found, [4])
    entry = enter_ballots(file, found.id, 1, [paper], fresh_uids(1), operator="\udcffNg\u0301\n\0")
    (entered,) = granted(entry)
    assert entered.operator == file.journal_lines()[-1].actor == "Nǵ"
    assert file.check() == []
