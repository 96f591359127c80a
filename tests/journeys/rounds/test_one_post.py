"""The secretary of one name: agreed to by too few, so the vote stops and is reported upward.

50 of 52 delegates are present, D = 52, 27 votes are needed. One name, both boxes to choose from:

    26  agree     24  do not agree      26 of 52 is half and no more: 50,00 %, not elected
"""

from __future__ import annotations

from bench import ENTER
from congresses import electing
from secretary import secretary_of
from seven_congresses import Held

from congress_desk.domain.decisions.decision import DecisionKind

TITLE = "Bầu Bí thư Đảng ủy Phường Bình Thạnh, nhiệm kỳ 2025 - 2030"
WARD = electing("phuong", Held(code="BT", names=1, seats=1, title=TITLE), convened=52)


def test_that_a_secretary_not_elected_is_reported_upward(qtbot, tmp_path):
    with secretary_of(WARD, tmp_path, qtbot) as desk:
        desk.go_on("BT")
        desk.open_round(50)
        desk.count("0", "+25", "1", "+23")
        desk.declare()
        assert desk.votes("BT") == [26] and desk.elected("BT") == []
        outcome = desk.page.tables.shown
        last = outcome.model().columnCount() - 1
        assert outcome.columnWidth(last) >= outcome.sizeHintForColumn(last), "no outcome is cut"
        desk.after()
        desk.decide(DecisionKind.REPORT_SUPERIOR, 48, 2)
        assert DecisionKind.REPORT_SUPERIOR not in {c.choice.kind for c in desk.page.cards}
        assert (desk.keyboard, desk.offered) == ("afterNext", "Báo cáo cấp trên…")
        desk.press(ENTER)
        assert desk.window.main.workspace.desk_key == "papers"
        report = desk.paper("superior-report")
        for words in (
            "Kính gửi: Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh",
            "số lượng cần bầu 1. Đến nay đã bầu được 0, còn thiếu 1.",
            "1 | Ngô Thị Kim An | 26 | 50,00 | không quá bán",
            "Tán thành 48/52 (92,31%)",
        ):
            assert words in report, words
        for kind in ("minutes", "resolution"):
            told = desk.paper(kind)
            assert "Việc bầu Bí thư Đảng ủy" in told and "dừng lại để báo cáo cấp trên" in told
