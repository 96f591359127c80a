"""The Youth Union: the majority is taken of the papers returned, and two rounds are the most.

18 of 20 delegates are present; 18 papers issued and returned, 10 votes are needed; 5 of 6:

    first round    votes of   1-4    5    6
          9  struck 5 6         9    -    -
          9  struck 5           9    -    9
         18                    18    -    9      9 of 18 is half and no more: one post short

    second round, 5 and 6 for one post:   9 and 9: nobody has 10, no third round, one stays open
"""

from __future__ import annotations

from congresses import electing
from secretary import secretary_of
from seven_congresses import Held

from congress_desk.domain.decisions.decision import DecisionKind
from congress_desk.domain.rules.rule_set import MajorityBase

TITLE = "Ban Chấp hành Đoàn Phường Bình Thạnh, nhiệm kỳ 2025 - 2030"
UNION = electing("doan", Held(code="BCH", names=6, seats=5, title=TITLE), convened=20)


def test_that_the_youth_union_stops_after_two_rounds(qtbot, tmp_path):
    with secretary_of(UNION, tmp_path, qtbot) as desk:
        desk.go_on("BCH")
        desk.open_round(18)
        desk.count("5 6", "+8", "5", "+8")
        desk.declare()
        first = desk.sheet("BCH").result
        assert (first.majority.base, first.majority.of, first.majority.needed) == (
            MajorityBase.RETURNED, 18, 10,
        )  # fmt: skip
        assert desk.votes("BCH") == [18, 18, 18, 18, 0, 9]
        desk.after()
        desk.decide(DecisionKind.NEXT_ROUND, 18)
        desk.next_round()
        desk.open_round(18)
        desk.count("1", "+8", "2", "+8")
        desk.declare()
        assert desk.votes("BCH") == [9, 9] and len(desk.elected("BCH")) == 4
        desk.after()
        offered = {card.choice.kind for card in desk.page.cards}
        assert offered == {DecisionKind.LOWER_NUMBER, DecisionKind.LEAVE_OPEN}
        desk.decide(DecisionKind.LEAVE_OPEN, 18)
        course = desk.course("BCH")
        assert course.complete and course.open_seats == 1
        for kind in ("minutes", "resolution"):
            report = desk.paper(kind)
            assert "Như vậy đã bầu 4/5, để khuyết 1 theo quyết định của đại hội." in report
            for word in ("Đảng ủy", "đảng viên", "cấp ủy"):
                assert word not in report, word
