"""A tie at the last seat, and again among the tied: what the congress then decides.

50 of 52 delegates are present, D = 52, 27 votes are needed; 3 are elected of 4. Worked by hand:

    first round    votes of    1    2    3    4
         20  struck 4         20   20   20    -
         20  struck 3         20   20    -   20
          5  struck 1          -    5    5    5
          5  struck 2          5    -    5    5
         50                   45   45   30   30   1 and 2 elected, 3 and 4 tied for one post

    among the tied: 25 votes each, so tied again; the congress decides.
"""

from __future__ import annotations

from bench import ENTER
from congresses import electing
from secretary import SAVE, secretary_of
from seven_congresses import Held

from congress_desk.domain.decisions.decision import DecisionKind, DecisionState
from congress_desk.domain.elections.result import RoundOutcome

TITLE = "Bầu Ban Chấp hành Đảng bộ Phường Bình Thạnh, nhiệm kỳ 2025 - 2030"
WARD = electing("phuong", Held(code="BCH", names=4, seats=3, title=TITLE), convened=52)


def tie_twice(desk):
    """Hold both rounds; the page after the second is shown."""
    desk.go_on("BCH")
    desk.open_round(50)
    desk.count("4", "+19", "3", "+19", "1", "+4", "2", "+4")
    desk.declare()
    assert desk.votes("BCH") == [45, 45, 30, 30]
    assert desk.sheet("BCH").result.outcome is RoundOutcome.TIE
    desk.push("nextRound")  # the rules want this vote: nothing is to be decided
    desk.open_round(50)
    desk.count("1", "+24", "2", "+24")
    desk.declare()
    assert desk.votes("BCH") == [25, 25]
    desk.after()


def test_that_a_second_tie_is_settled_by_lot_after_the_older_was_voted_down(qtbot, tmp_path):
    with secretary_of(WARD, tmp_path, qtbot) as desk:
        tie_twice(desk)
        tied = desk.rounds("BCH")[1].candidates
        third, fourth = (candidate.name for candidate in tied)
        fallen = desk.decide(DecisionKind.OLDER, 26, 24)
        assert fallen.state is DecisionState.REJECTED  # 26 of 52 is no more than half
        desk.decide(DecisionKind.LOT, 40, 10)
        assert desk.offered == "Ghi kết quả rút thăm…"
        desk.press(ENTER)
        desk.push(f"lot_{tied[1].id}")
        desk.write(lotDrawnBy="Phan Bá Khải", lotFirst="Đỗ Văn Trưởng", lotSecond="Lê Thị Chủ")
        desk.press(SAVE)
        assert desk.course("BCH").complete
        assert desk.elected("BCH")[2] == fourth
        minutes = desk.paper("minutes")
        for words in (
            f"lấy đồng chí nhiều tuổi hơn: {third}”. Tán thành 26/52",
            "Tán thành 40/52 (76,92%)",
            "Rút thăm do Phan Bá Khải thực hiện, Đỗ Văn Trưởng và Lê Thị Chủ chứng kiến",
            f"trúng cử theo kết quả rút thăm: {fourth}.",
            "Như vậy đã bầu đủ 3/3.",
        ):
            assert words in minutes, words
        assert minutes.count("Rút thăm để lấy") == 1, "a decision is told once, with its round"
        assert "(cùng 25 phiếu)" in minutes
        counted = "để chọn 1 trong số 2 đồng chí bằng phiếu; phiếu phát ra 50, thu về 50, hợp lệ 50"
        assert f"{counted}, không hợp lệ 0; không có đồng chí nào" in desk.paper("quick-report")
        resolved = desk.paper("resolution")
        assert "Tán thành 40/52" in resolved and "nhiều tuổi hơn" not in resolved


def test_that_a_third_vote_among_the_tied_is_decided_by_the_congress(qtbot, tmp_path):
    with secretary_of(WARD, tmp_path, qtbot) as desk:
        tie_twice(desk)
        desk.decide(DecisionKind.REVOTE, 50)
        desk.next_round()
        desk.open_round(50)
        desk.count("2", "+25", "1", "+23")
        desk.declare()
        assert desk.votes("BCH") == [26, 24]
        assert desk.course("BCH").complete
        assert len(desk.rounds("BCH")) == 3
        assert "nhiệm kỳ 2025 - 2030 (lần thứ 3): 1 đồng chí trúng cử" in desk.paper("resolution")
