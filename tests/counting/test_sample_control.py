"""Sample control: size and draw against known values, sheets compared with the paper, the gate."""

from __future__ import annotations

from fractions import Fraction
from hashlib import sha256
from itertools import combinations

import pytest
from congress_files import (
    a_congress,
    a_counted_round,
    a_round,
    code_of,
    enter,
    fresh_uids,
    granted,
    striking,
)
from pass_acts import THIRD, a_round_of_passes, both_passes

from congress_desk.actions.elections.ballots import correct_ballot
from congress_desk.actions.elections.checks.sample import compare_sheet, draw_sample
from congress_desk.actions.elections.passes.settling import correct_agreed
from congress_desk.domain.elections.checks.sample import (
    SheetState,
    draw_places,
    most_wrong,
    sheets_needed,
)
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.checks.sample import samples
from congress_desk.queries.elections.rounds import round_sheet, running_sheet

SEED = "3-5-1-6-2-2"


@pytest.mark.parametrize(
    ("ballots", "wrong", "confidence", "sheets"),
    [
        (100, 1, 95, 95),  # one wrong sheet: C(99,n)/C(100,n) = 1 - n/100
        (10, 1, 90, 9),
        (20, 20, 99, 1),
        (1000, 10, 95, 258),  # exact; the estimate of the paper gives (1000 - 4.5)(1 - 0.05^0.1)
        (1, 1, 99, 1),
    ],
)
def test_that_the_size_of_the_sample_is_the_smallest_that_suffices(
    ballots, wrong, confidence, sheets
):
    assert sheets_needed(ballots, wrong, confidence) == sheets


def test_that_the_size_agrees_with_counting_every_sample_of_a_small_pile():
    for wrong in (1, 2, 3):
        for size in range(1, 9):
            every = list(combinations(range(8), size))
            missed = sum(not set(range(wrong)) & set(one) for one in every)
            enough = Fraction(missed, len(every)) <= Fraction(10, 100)
            assert enough == (size >= sheets_needed(8, wrong, 90))


def test_that_the_size_stays_by_the_estimate_of_its_source():
    """Aslam, Popa and Rivest: u = (n - (b - 1) / 2) (1 - (1 - c)^(1 / b)), hardly conservative."""
    for cast, wrong in ((348, 4), (1500, 15), (15000, 150)):
        estimate = (cast - (wrong - 1) / 2) * (1 - 0.05 ** (1 / wrong))
        assert abs(sheets_needed(cast, wrong, 95) - estimate) <= 2


def test_that_what_is_left_is_below_the_number_not_to_be_missed_when_none_is_wrong():
    for cast, wrong in ((100, 1), (348, 4), (1500, 15)):
        sheets = sheets_needed(cast, wrong, 95)
        assert most_wrong(cast, sheets, 0, 95) < wrong
        assert most_wrong(cast, sheets, 1, 95) > wrong - 1
    assert most_wrong(10, 10, 2, 95) == 2


def test_that_anybody_draws_the_same_places_by_the_rule_that_is_written():
    places = [(bundle, place) for bundle in (1, 2) for place in range(1, 26)]
    drawn = draw_places(SEED, places, 10)
    by_hand, turn = set(), 0
    while len(by_hand) < 10:
        turn += 1
        by_hand.add(places[int(sha256(f"{SEED},{turn}".encode()).hexdigest(), 16) % 50])
    assert drawn == tuple(sorted(by_hand))
    assert draw_places(SEED, places[::-1], 10) == drawn
    assert draw_places(SEED + "1", places, 10) != drawn
    assert draw_places(SEED, places, 99) == tuple(places)


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path)
    yield made
    made.close()


def drawn(file):
    found = a_counted_round(file)
    return found, granted(draw_sample(file, found.id, SEED, 90, 1, actor="TK"))


def stored(file, found, sheet):
    return next(
        b for b in ballots(file, found.id) if (b.bundle, b.sequence) == (sheet.bundle, sheet.place)
    )


def codes(file, found):
    return {finding.code for finding in round_sheet(file, found.id).blocking}


def test_that_no_sample_is_drawn_before_the_last_ballot_is_in(file):
    found = a_round(file)
    enter(file, found, [4])
    assert code_of(draw_sample(file, found.id, SEED, 95, 1, actor="TK")) == "sample_too_early"


def test_that_the_seed_is_long_enough_and_never_used_again(file):
    found = a_counted_round(file)
    assert code_of(draw_sample(file, found.id, "12", 95, 1, actor="TK")) == "sample_seed_short"
    assert code_of(draw_sample(file, found.id, "1" * 201, 95, 1, actor="TK")) == "text_too_long"
    assert code_of(draw_sample(file, found.id, SEED, 7, 1, actor="TK")) == "sample_confidence_wrong"
    assert code_of(draw_sample(file, found.id, SEED, 95, 0, actor="TK")) == "sample_wrong_outside"
    sample = granted(draw_sample(file, found.id, SEED, 95, 6, actor="TK"))
    again = draw_sample(file, found.id, SEED + "1", 95, 6, actor="TK")
    assert code_of(again) == "sample_under_way"
    for sheet in sample.sheets:
        granted(compare_sheet(file, sheet.id, stored(file, found, sheet).paper, operator="TK"))
    assert code_of(draw_sample(file, found.id, SEED, 95, 6, actor="TK")) == "sample_seed_used"


def test_that_a_sample_that_is_as_on_the_paper_opens_the_gate_and_tells_the_risk(file):
    found, sample = drawn(file)
    assert len(sample.sheets) == sheets_needed(6, 1, 90)
    assert "sample_unfinished" in codes(file, found)
    for sheet in sample.sheets:
        sample = granted(
            compare_sheet(file, sheet.id, stored(file, found, sheet).paper, operator="KP")
        )
    assert not sample.left
    assert (sample.found_wrong, sample.may_be_wrong) == (0, 0)
    assert not codes(file, found) & {"sample_unfinished", "sample_differs"}
    assert file.check() == []


def test_that_a_difference_closes_the_gate_until_the_ballot_is_corrected_and_compared(file):
    found, sample = drawn(file)
    sheet = sample.sheets[0]
    wrong = stored(file, found, sheet)
    paper = striking(found, [1, 2, 3])
    assert paper != wrong.paper
    sample = granted(compare_sheet(file, sheet.id, paper, operator="KP"))
    assert [s.state for s in sample.sheets if s.id == sheet.id] == [SheetState.DIFFERS]
    assert "sample_differs" in codes(file, found)
    granted(
        correct_ballot(file, wrong.id, paper, *fresh_uids(1), reason="đối chiếu", operator="KP")
    )
    assert "sample_differs" in codes(file, found)
    sample = granted(compare_sheet(file, sheet.id, paper, operator="KP"))
    assert "sample_differs" not in codes(file, found)
    assert sample.found_wrong == 1


def test_that_a_paper_misread_is_no_wrong_ballot(file):
    found, sample = drawn(file)
    sheet = sample.sheets[0]
    granted(compare_sheet(file, sheet.id, striking(found, [1, 2, 3]), operator="KP"))
    sample = granted(compare_sheet(file, sheet.id, stored(file, found, sheet).paper, operator="KP"))
    assert sample.found_wrong == 0


def test_that_a_ballot_replaced_after_it_was_compared_is_compared_again(file):
    found, sample = drawn(file)
    sheet = sample.sheets[0]
    same = stored(file, found, sheet)
    granted(compare_sheet(file, sheet.id, same.paper, operator="KP"))
    granted(
        correct_ballot(
            file, same.id, striking(found, [1, 2]), *fresh_uids(1), reason="xem lại", operator="KP"
        )
    )
    (again,) = samples(file, found.id)
    assert next(s for s in again.sheets if s.id == sheet.id).state is SheetState.DRAWN


def test_that_the_journal_tells_the_places_and_no_mark(file):
    found, sample = drawn(file)
    granted(compare_sheet(file, sample.sheets[0].id, striking(found, [1, 2, 3]), operator="KP"))
    line = file.journal_lines()[-1]
    assert "struck" not in line.changes and "ballot_mark" not in line.changes


def test_that_the_agreed_ballots_of_several_passes_are_compared(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    for bundle in (1, 2):
        both_passes(file, found, [[1], [2], [3]], [[1], [2], [3]], bundle=bundle)
    sample = granted(draw_sample(file, found.id, SEED, 90, 1, actor="TK"))
    sheet = sample.sheets[0]
    paper = striking(found, [1, 2])
    granted(compare_sheet(file, sheet.id, paper, operator=THIRD))
    assert any(f.code == "sample_differs" for f in running_sheet(file, found.id).findings)
    granted(
        correct_agreed(
            file, found.id, sheet.bundle, sheet.place, paper, *fresh_uids(1), reason="giấy",
            operator=THIRD, twice=True,
        )
    )  # fmt: skip
    sample = granted(compare_sheet(file, sheet.id, paper, operator=THIRD))
    assert next(s for s in sample.sheets if s.id == sheet.id).state is SheetState.SAME
    assert file.check() == []
    file.close()


def of_paper(file):
    paper = next(paper for paper in available(file) if paper.kind == "sample-control")
    return make_paper(file, paper)


def test_that_the_minutes_tell_the_sample_and_the_risk_that_is_left(file, tmp_path):
    found, sample = drawn(file)
    assert "Chưa kết luận: còn 6 phiếu" in str(of_paper(file).content)
    for sheet in sample.sheets:
        granted(compare_sheet(file, sheet.id, stored(file, found, sheet).paper, operator="KP"))
    told = str(of_paper(file).content)
    assert SEED in told and "tất cả khớp" in told
    assert write_paper(of_paper(file), tmp_path / "a.pdf") is None
