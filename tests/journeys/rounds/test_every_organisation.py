"""Each organisation elects through the window, by the base and in the words of its own rules.

28 of 30 are present, 28 papers are issued, 27 come back; 5 are elected of 6. Worked by hand:

    votes of    1-4    5    6
     15  struck 6      15   15    -
     11  struck 5      11    -   11
      1  none          -     -    -   too many names: invalid
     27                26   15   11

    base of the majority         of    needed
    convened, adjusted           30    16      4 elected, 15 are exactly half: one post short
    the same, of members         29    15      one away with reason is left out: 5 elected
    returned (27)                27    14      5 elected
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from congresses import electing
from secretary import secretary_of
from seven_congresses import Held

from congress_desk.domain.elections.result import RoundOutcome

TITLE = "Bầu Ban Chấp hành nhiệm kỳ 2025 - 2030"
BOARD = Held(code="BCH", names=6, seats=5, title=TITLE)
PARTY_WORDS = ("Đảng", "đảng viên", "cấp ủy", "Điều 30")
VOTES = [26, 26, 26, 26, 15, 11]
BODIES = {
    "phu-nu": "Hội Liên hiệp Phụ nữ Phường Bình Thạnh",
    "nong-dan": "Hội Nông dân Phường Bình Thạnh",
    "ccb": "Hội Cựu chiến binh Phường Bình Thạnh",
}


def plan_of(rules: str):
    """Return a congress of an organisation with these rules."""
    key = {"cong-doan": "cong-doan", "generic": "hiep-hoi"}.get(rules, "phu-nu")
    plan = electing(key, BOARD, convened=30)
    body = BODIES.get(rules, plan.details.body)
    details = replace(
        plan.details,
        body=body,
        name=f"Đại hội đại biểu {body}" if rules in BODIES else plan.details.name,
        superior=f"{body.rpartition(' Phường')[0]} Thành phố" if rules in BODIES else "",
    )
    return replace(plan, rules=rules, details=details)


@pytest.mark.parametrize(
    ("rules", "base", "of", "needed"),
    [
        ("cong-doan", "returned", 27, 14),
        ("phu-nu", "convened", 30, 16),
        ("nong-dan", "convened", 30, 16),
        ("ccb", "convened", 30, 16),
        ("generic", "convened", 29, 15),
    ],
)
def test_that_an_organisation_elects_by_its_own_rules(rules, base, of, needed, qtbot, tmp_path):
    with secretary_of(plan_of(rules), tmp_path, qtbot) as desk:
        desk.go_on("BCH")
        desk.open_round(28, 27)
        desk.count("6", "+14", "5", "+10", "0")
        desk.declare()
        sheet = desk.sheet("BCH")
        majority = sheet.result.majority
        assert (majority.base.value, majority.of, majority.needed) == (base, of, needed)
        assert desk.votes("BCH") == VOTES
        full = needed <= 15
        assert sheet.result.outcome is (RoundOutcome.COMPLETE if full else RoundOutcome.SHORT)
        assert len(desk.elected("BCH")) == (5 if full else 4)
        for report in (desk.minutes("BCH"), desk.paper("minutes"), desk.paper("resolution")):
            for word in PARTY_WORDS:
                assert word not in report, word
