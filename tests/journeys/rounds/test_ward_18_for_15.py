"""A ward elects 15 of 18 in one round; two doubtful ballots are decided by the whole board.

120 delegates are convened, 118 are present, 118 ballots issued and returned; D = 120, so 61 votes
are needed. The list is in the order of given names; the record of the ballots, worked by hand:

    ballots  struck        votes of 1-3   4-15   16-18
         60  16 17 18            60        60      -
          1  16 17 18 (*)         1         1      -
         56  1 2 3                -        56     56
          1  none                 too many names: invalid
        118                      61       117     56
    per cent of 120           50,83     97,50  46,67

(*) Put aside: the third name is struck only in part; eight of eleven let it stand as struck.
"""

from __future__ import annotations

from congresses import electing
from secretary import ASIDE, SAVE, secretary_of
from seven_congresses import Held

from congress_desk.domain.elections.result import RoundOutcome

TITLE = "Bầu Ban Chấp hành Đảng bộ Phường Bình Thạnh, nhiệm kỳ 2025 - 2030"
WARD = electing("phuong", Held(code="BCH", names=18, seats=15, title=TITLE))
VOTES = [61] * 3 + [117] * 12 + [56] * 3


def test_that_a_ward_elects_15_of_18(qtbot, tmp_path):
    with secretary_of(WARD, tmp_path, qtbot) as desk:
        desk.go_on("BCH")
        desk.open_round(issued=118)
        desk.count("16 17 18", "+59", "1 2 3", "+55", "0")
        put_aside_and_decide(desk)
        desk.declare()
        sheet = desk.sheet("BCH")
        assert (sheet.result.majority.of, sheet.result.majority.needed) == (120, 61)
        assert desk.votes("BCH") == VOTES
        assert sheet.result.outcome is RoundOutcome.COMPLETE
        assert len(desk.elected("BCH")) == 15
        minutes = desk.minutes("BCH")
        for words in (
            "Hợp lệ: 117; không hợp lệ: 1 (bầu thừa số lượng: 1; theo Điều 15).",
            "gạch một phần tên: tên thứ ba gạch dở dang | Hợp lệ | 8/11 | ý chí rõ: gạch ba người",
            "tức từ 61 phiếu trở lên",
            "61 | 50,83",
            "117 | 97,50",
            "56 phiếu, 46,67%",
        ):
            assert words in minutes, words
        assert "15 (mười lăm) đồng chí trúng cử" in desk.paper("minutes")
        assert "15 đồng chí trúng cử, gồm:" in desk.paper("resolution")


def put_aside_and_decide(desk):
    """One ballot is doubtful: it blocks the gate until the board has decided."""
    desk.tab_to("ballotEntry")
    desk.press(ASIDE)
    desk.write(doubtNote="tên thứ ba gạch dở dang")
    desk.press(SAVE, ".")
    assert "doubts_waiting" in {f.code for f in desk.sheet("BCH").blocking}
    desk.push("decide_1")
    desk.write(doubtLine="16 17 18", doubtAgree="8", doubtReason="ý chí rõ: gạch ba người")

    desk.press(SAVE)
