"""A province elects 55 of 63: short of two, then a second round with one new name.

348 delegates are convened and 346 present; D = 348, so 175 votes are needed and 174, exactly half,
are too few. The record of the ballots, worked by hand:

    first round                    votes of 1-53  54 55  56 57  58-63
        174  struck 56-63                   174    174      -      -
        172  struck 54 55 58-63             172      -    172      -
        346                                 346    174    172      -

53 are elected. 330 of 348 vote for a second round with new names: 54, 55 and the new one, for two
posts; one name more than two posts is a surplus of 50 %, which the congress must want.

    second round                   votes of the new name  54   55
        200  struck the second of the old            200   200    -
        146  struck the new name                       -   146  146
        346                                          200   346  146
"""

from __future__ import annotations

from bench import ENTER
from congresses import electing
from secretary import SAVE, secretary_of
from seven_congresses import Held

from congress_desk.domain.decisions.decision import DecisionKind
from congress_desk.domain.elections.result import RoundOutcome

TITLE = "Bầu Ban Chấp hành Đảng bộ tỉnh An Giang khóa I, nhiệm kỳ 2025 - 2030"
NEW = "Ngô Thị Thanh Ánh Nguyệt"
PROVINCE = electing("tinh", Held(code="BCH", names=63, seats=55, title=TITLE), convened=348)


def test_that_a_province_is_filled_in_a_second_round_with_a_new_name(qtbot, tmp_path):
    with secretary_of(PROVINCE, tmp_path, qtbot) as desk:
        desk.go_on("BCH")
        desk.open_round(issued=346)
        desk.count("56-63", "+173", "54 55 58-63", "+171")
        desk.declare()
        first = desk.sheet("BCH")
        assert desk.votes("BCH") == [346] * 53 + [174, 174, 172, 172] + [0] * 6
        assert (first.result.majority.needed, len(first.result.elected)) == (175, 53)
        assert first.result.outcome is RoundOutcome.SHORT

        desk.after()
        desk.decide(DecisionKind.NEW_NAMES, 330, 16)
        assert desk.offered == "Thêm người mới…"
        desk.press(ENTER)
        desk.write(laterName=NEW, laterBorn="15/8/1979")
        desk.write(originBy="Đảng bộ xã An Biên")
        desk.write(laterAgree="103")
        desk.press(SAVE)
        assert "chưa đủ 104 người" in desk.said  # 104 of 346 is more than 30 %
        desk.write(laterAgree="104")
        desk.press(SAVE)
        desk.next_round()
        old = [c.name for c in first.round.candidates[53:55]]
        desk.stand(NEW, *old)
        desk.open_round(issued=346)  # three names for two seats: no surplus is smaller
        desk.count("3", "+199", "1", "+145")
        desk.declare()
        assert desk.votes("BCH") == [200, 346, 146]
        course = desk.course("BCH")
        assert course.complete and len(course.elected) == 55
        assert [(s.name, s.votes) for s in course.elected[53:]] == [(old[0], 346), (NEW, 200)]
        minutes = desk.minutes("BCH")
        for words in (
            "Tán thành 330/348 (94,83%), không tán thành 16",
            f"1 | {NEW} | 200 | 57,47",
            f"2 | {old[0]} | 346 | 99,43",
            f"Không quá bán: {old[1]} (146 phiếu, 41,95%)",
        ):
            assert words in minutes, words
        for kind in ("minutes", "resolution"):
            assert "Như vậy đã bầu đủ 55/55." in desk.paper(kind)
        told = desk.paper("minutes")
        let_in = f"Người mới được đưa vào danh sách: {NEW} (Đảng bộ xã An Biên đề cử, 104/346"
        assert let_in in told.partition(", lần thứ 2")[2], "with the round in which the name stands"
        assert "được đề cử tại đại hội" not in told, "none of the 63 was nominated in the hall"
