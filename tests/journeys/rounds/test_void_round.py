"""A round is void: more ballots come out of the box than were issued; the vote is held again.

50 of 52 delegates are present, D = 52. 50 ballots are issued and 51 returned: all are cancelled.
In the new vote 50 are issued and returned, each strikes name 4: 50, 50, 50 and none.
"""

from __future__ import annotations

from bench import ENTER
from congresses import electing
from secretary import secretary_of
from seven_congresses import Held

from congress_desk.domain.elections.result import RoundOutcome

TITLE = "Bầu Ban Chấp hành Đảng bộ Phường Bình Thạnh, nhiệm kỳ 2025 - 2030"
WARD = electing("phuong", Held(code="BCH", names=4, seats=3, title=TITLE), convened=52)


def test_that_a_void_round_is_recorded_and_the_vote_held_again(qtbot, tmp_path):
    with secretary_of(WARD, tmp_path, qtbot) as desk:
        desk.go_on("BCH")
        desk.open_round(50)
        desk.answer(True)
        desk.write(returnedField="51")
        desk.press(ENTER)
        assert desk.window.messages.asked == ["Hủy lần bầu này?"]
        desk.declare()
        void = desk.sheet("BCH")
        assert void.result.outcome is RoundOutcome.VOID and desk.elected("BCH") == []
        assert (desk.keyboard, desk.offered) == ("nextRound", "Mở lần bầu lại…")
        desk.press(ENTER)
        desk.open_round(50)
        desk.count("4", "+49")
        desk.declare()
        assert desk.votes("BCH") == [50, 50, 50, 0]
        assert desk.course("BCH").complete and len(desk.rounds("BCH")) == 2
        papers_say(desk)


def papers_say(desk):
    """Each paper tells of both votes, and the resolution of the one that stands."""
    void = desk.minutes("BCH", 1)
    for words in (
        "Phát ra: 50; thu về: 51.",
        "nên toàn bộ phiếu bị hủy, lần bầu này không có giá trị, phải bầu lại",
    ):
        assert words in void, words
    assert "trúng cử" not in void
    again = desk.minutes("BCH", 2)
    assert "Lần bầu thứ 1 không có giá trị vì số phiếu thu về nhiều hơn" in again
    assert "3 đồng chí trúng cử trong số 3 đồng chí cần bầu" in again
    assert "Như vậy đã bầu đủ 3/3." in desk.paper("minutes")
    resolution = desk.paper("resolution")
    assert resolution.count("trúng cử") == 1 and "lần thứ 2: 3 đồng chí trúng cử" in resolution
