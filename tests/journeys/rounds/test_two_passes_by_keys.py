"""Six ballots entered twice by two people at the window, with a slip in each bundle of the second.

Of eight convened six are present, D = 8, 5 votes are needed; 3 are elected of 4. The papers strike

    bundle 1: 4 · 3 · 4        the second typist reads the second sheet as 2
    bundle 2: 4 · 1 · 4        the second typist leaves the second sheet out

A third person types the two sheets from the paper. Votes: 5, 6, 5 and 2, as of one faultless pass.
"""

from __future__ import annotations

from bench import CTRL, ENTER
from congresses import electing
from PySide6.QtCore import Qt
from secretary import Secretary, secretary_of
from seven_congresses import Held

from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.domain.elections.passes.bundle_passes import BundleState
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.queries.elections.passes.bundles import bundle_list

TITLE = "Bầu Ban Chấp hành Đảng bộ Phường Bình Thạnh, nhiệm kỳ 2025 - 2030"
WARD = electing("phuong", Held(code="BCH", names=4, seats=3, title=TITLE), convened=8)
SHEETS = ("4", "3", "4", "4", "1", "4")
FIRST, SECOND, THIRD = "Lâm Viết Hòa", "Mai Thị Diệu Lan", "Tạ Thị Kim Oanh"
OPERATOR, DONE = (Qt.Key.Key_L, CTRL), "."


def open_in_bundles_of_three(desk: Secretary) -> int:
    desk.go_on("BCH")
    desk.push("changeFigures")
    desk.write(openIssued="6", openReturned="6", openBundle="3")
    desk.push("openRound")
    assert desk.page is desk.window.desk.screen_of("counting"), desk.said
    return desk.rounds("BCH")[0].id


def types_as(desk: Secretary, name: str) -> None:
    desk.press(OPERATOR, (Qt.Key.Key_A, CTRL), name, ENTER)
    desk.arrive_at("ballotEntry")


def types_a_pass(desk: Secretary, *lines: str) -> None:
    """Begin the pass that is offered, type its sheets, and say that none is left in the hand."""
    desk.press(ENTER)
    for line in lines:
        desk.press(line, ENTER)
    desk.press(DONE)


def states(desk: Secretary, round_id: int) -> list[BundleState]:
    return [bundle.state for bundle in desk.ask(bundle_list, round_id)]


def test_that_two_typists_and_a_third_come_to_the_result_of_one_faultless_count(qtbot, tmp_path):
    with secretary_of(WARD, tmp_path, qtbot) as desk:
        desk.ask(set_entry_settings_twice)
        round_id = open_in_bundles_of_three(desk)
        types_as(desk, FIRST)
        types_a_pass(desk, "4", "3", "4")
        types_a_pass(desk, "4", "1", "4")
        desk.press(ENTER)
        assert "phải do người khác nhập" in desk.said
        types_as(desk, SECOND)
        types_a_pass(desk, "4", "2", "4")
        types_a_pass(desk, "4", "4", DONE)
        assert states(desk, round_id) == [BundleState.DIFFERS, BundleState.DIFFERS]
        assert desk.sheet("BCH").tally.entered == 0

        types_as(desk, THIRD)
        desk.push("seeObstacles")
        assert desk.page is desk.window.desk.screen_of("passes")
        assert "Tệp 1: phiếu 2 nhập khác nhau" in desk.said
        desk.press(ENTER)
        desk.arrive_at("ballotEntry")
        desk.press("3", ENTER)
        desk.arrive_at("passBundles")
        qtbot.waitUntil(lambda: "thiếu một phiếu" in desk.said)
        desk.press(ENTER)
        desk.arrive_at("handCount")
        desk.press("3", ENTER)
        desk.arrive_at("ballotEntry")
        desk.press("1", ENTER)
        assert states(desk, round_id) == [BundleState.AGREED, BundleState.AGREED]
        desk.press(Qt.Key.Key_Escape)
        assert desk.page is desk.window.desk.screen_of("counting")
        said = desk.page.table.slot
        assert (
            "không còn gì phải nhập" in said.text
            and said.currentWidget().property("tone") == "holds"
        )
        desk.declare()
        twice, elected = desk.votes("BCH"), desk.elected("BCH")
    (tmp_path / "once").mkdir()
    with secretary_of(WARD, tmp_path / "once", qtbot) as desk:
        open_in_bundles_of_three(desk)
        types_as(desk, FIRST)
        desk.count(*SHEETS)
        desk.declare()
        assert (desk.votes("BCH"), desk.elected("BCH")) == (twice, elected)
    assert twice == [5, 6, 5, 2]
    assert len(elected) == 3


def set_entry_settings_twice(file):
    return set_entry_settings(file, EntrySettings(passes=2, bundle_size=25), actor="TK")
