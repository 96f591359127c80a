"""Delegates with two alternates: one by his votes in the one list, one voted on separately.

50 of 52 delegates are present, D = 52, 27 votes are needed; 3 delegates of 6 names. By hand:

    first round      votes of    1    2    3    4    5    6
         20  struck 4 5 6       20   20   20    -    -    -
         15  struck 1 2 6        -    -   15   15   15    -
         15  struck 3 5 6       15   15    -   15    -    -
         50                     35   35   35   30   15    -

1, 2 and 3 are delegates; 4 has more than half and becomes the first alternate by votes downward.
The second is voted on separately, of 5 and 6:   30 keep 5, 20 keep 6.
"""

from __future__ import annotations

from congresses import electing
from secretary import CHANGE, SAVE, secretary_of
from seven_congresses import Held

from congress_desk.domain.decisions.decision import DecisionKind
from congress_desk.domain.elections.round import Part

TITLE = "Bầu đại biểu dự Đại hội đại biểu Đảng bộ Thành phố lần thứ I"
WARD = electing("phuong", Held(code="DB", names=6, seats=3, title=TITLE), convened=52)


def test_that_alternates_are_taken_by_votes_and_then_voted_on_separately(qtbot, tmp_path):
    with secretary_of(WARD, tmp_path, qtbot) as desk:
        desk.find("DB")
        desk.press(CHANGE)
        desk.write(electionAlternates="2")
        desk.press(SAVE)
        assert desk.election("DB").alternates == 2
        desk.go_on("DB")
        desk.open_round(50)
        desk.count("4 5 6", "+19", "1 2 6", "+14", "3 5 6", "+14")
        desk.declare()
        assert desk.votes("DB") == [35, 35, 35, 30, 15, 0]
        assert len(desk.elected("DB")) == 3

        desk.after()
        desk.decide(DecisionKind.TAKE_BY_VOTES, 50)
        desk.decide(DecisionKind.VOTE_SEPARATELY, 49, 1)
        desk.next_round()
        # The vote before was on the list of the delegates; of those left fewer may stand.
        assert "(dự khuyết)" in desk.said and "người đã biểu quyết" not in desk.said
        assert desk.page.list.names.isVisible()
        desk.open_round(50)
        desk.count("2", "+29", "1", "+19")
        desk.declare()
        second = desk.sheet("DB")
        assert (second.round.part, desk.votes("DB")) == (Part.ALTERNATE, [30, 20])
        course = desk.course("DB")
        assert course.complete and course.alternates_complete
        assert [seat.votes for seat in course.alternates] == [30, 30]
        fourth, fifth = (seat.name for seat in course.alternates)
        assert fourth == desk.rounds("DB")[0].candidates[3].name, "the first alternate comes first"
        assert "bầu đại biểu dự khuyết dự Đại hội đại biểu Đảng bộ Thành phố" in desk.minutes("DB")
        assert "Số dự khuyết cần bầu" not in desk.minutes("DB")
        for told in (desk.minutes("DB", 1), desk.paper("minutes")):
            assert told.count("Số dự khuyết cần bầu: 2.") == 1
        for kind in ("minutes", "resolution"):
            report = desk.paper(kind)
            for words in (
                f"lấy làm đại biểu dự khuyết theo số phiếu từ cao xuống: {fourth}",
                "Bầu đại biểu dự khuyết dự Đại hội đại biểu Đảng bộ Thành phố lần thứ I, lần thứ 2",
                f"Đại biểu dự khuyết: {fourth}, {fifth}.",
            ):
                assert words in report, words
