"""A paper that names not everybody elected says so on itself; and who must be elected at all."""

from __future__ import annotations

import pytest
from congress_files import granted
from decision_acts import DECISION_ACTS, decisions_ready
from paper_parts_acts import a_held_congress, shown

from congress_desk.actions import minutes as paper_parts
from congress_desk.domain.elections.majority_list import must_be_elected
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.text.names_within import names_within
from congress_desk.papers import available, make_paper
from congress_desk.papers.elected_check import _named
from congress_desk.queries.elections.elected_names import elected_names


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    made = a_held_congress(tmp_path_factory.mktemp("dh"))
    yield made
    made.close()


def stamp_of(file, kind: str) -> str:
    paper = next(p for p in available(file) if p.kind == kind)
    return make_paper(file, paper).content.stamp


def test_that_every_paper_on_the_elected_names_the_same_set(file):
    (found,) = elected_names(file)
    assert len(found.names) == 3 and not found.left_out
    for kind in ("minutes", "resolution", "quick-report", "counting-minutes", "approval-request"):
        assert "CHƯA KHỚP" not in stamp_of(file, kind), kind


def test_that_a_name_lost_by_hand_stamps_the_paper(file):
    lost = elected_names(file)[0].names[1]
    paper = CongressPaper.RESOLUTION
    part = shown(file, "election:BCH:1", paper)
    kept = [name for name in elected_names(file)[0].names if name != lost]
    text = part.text.replace("{elected_names}", ", ".join(kept))
    granted(paper_parts.edit_part(file, paper, part.record, text, seen=part.values, actor="An"))
    assert f"CHƯA KHỚP KẾT QUẢ BẦU CỬ – thiếu: {lost}" in stamp_of(file, "resolution")
    assert "CHƯA KHỚP" not in stamp_of(file, "minutes")


def test_that_one_who_is_named_elsewhere_in_the_minutes_is_missing_among_the_elected(file):
    lost = elected_names(file)[0].names[0]
    paper = CongressPaper.MINUTES
    part = shown(file, "election:BCH:1", paper)
    kept = "; ".join(elected_names(file)[0].names[1:])
    text = part.text.replace("{elected_table}", kept)
    granted(paper_parts.edit_part(file, paper, part.record, text, seen=part.values, actor="An"))
    granted(paper_parts.add_free_part(file, paper, after="opening", text=lost, actor="An"))
    assert f"thiếu: {lost}" in stamp_of(file, "minutes")


def test_that_one_of_a_later_round_or_by_lot_is_missing_too(tmp_path):
    file = decisions_ready(tmp_path, "record_lot")
    granted(DECISION_ACTS["record_lot"](file))
    first, second = elected_names(file)
    assert (second.names, second.decided) == (("Trần Thị Bình",), ("Lê Minh Châu",))
    paper = CongressPaper.RESOLUTION
    for record, text in (("election:BCH:2", "Bầu lại."), ("election:BCH:elected", first.names[0])):
        seen = shown(file, record, paper).values
        granted(paper_parts.edit_part(file, paper, record, text, seen=seen, actor="An"))
    assert "thiếu: Trần Thị Bình, Lê Minh Châu" in stamp_of(file, "resolution")
    assert "CHƯA KHỚP" not in stamp_of(file, "minutes") + stamp_of(file, "counting-minutes")
    file.close()


AN, BINH = "Lê An", "Lê An Bình"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Trúng cử: Lê An Bình", {BINH}),
        ("Trúng cử: Lê An, Bình", {AN}),
        ("1. Lê An 58 95,08 2. Lê An Bình 57", {AN, BINH}),
        ("LÊ AN\nBÌNH; lê\u00a0 \u0061n", {AN, BINH}),
        ("Le\u0302 An", {AN}),
        ("Lê\u00ad An", {AN}),
        ("Lê An Khang", set()),
        ("Lê Ân, Lê Anh", set()),
    ],
)
def test_that_a_name_is_said_whole_however_it_is_written(text, said):
    assert names_within(text, (AN, BINH), ("Lê An Khang",)) == said


@pytest.mark.parametrize(
    ("name", "row", "named"),
    [
        ("Lê An (05/06/1975)", ("1", "Lê An", "", "05/06/1975"), True),
        ("Lê An (05/06/1975)", ("1", "Lê An", "", "22/12/1970"), False),
        ("Lê An (1975, Bí thư, 2)", ("1", "Lê An", "1975", "Bí thư", ""), True),
        ("Lê An", ("1", "Lê Anh", "1975"), False),
    ],
)
def test_that_a_namesake_is_named_by_a_row_and_nobody_by_a_longer_name(name, row, named):
    text = " ".join(row)
    assert bool(_named((name,), text, (text,), ("Lê Anh", name))) is named


@pytest.mark.parametrize(
    ("votes", "needed", "seats", "required", "elected"),
    [
        ((9, 8, 7, 3), 6, 3, True, {1, 2, 3}),
        ((9, 8, 7, 6), 6, 3, True, {1, 2, 3}),
        ((9, 8, 7, 7), 6, 3, True, {1, 2}),
        ((9, 3, 2, 1), 6, 3, True, {1}),
        ((3, 2, 0, 0), 0, 3, False, {1, 2}),
        ((3, 2, 2, 1), 0, 2, False, {1}),
    ],
)
def test_that_whoever_has_the_votes_is_elected_and_the_tied_are_not(
    votes, needed, seats, required, elected
):
    by_position = dict(enumerate(votes, start=1))
    assert must_be_elected(by_position, needed, seats, required=required) == elected
