"""Cells of 8 and of 21 members: below 9 the secretary directly, else among the committee.

The cell of 8: one member is away with reason, so D = 7; 6 are present, 4 votes are needed.

    4  agree     2  do not agree      4 of 7: 57,14 %, elected

The cell of 21: D = 20, 19 are present, 11 votes are needed; the committee is 3 of 4:

    votes of    1    2    3    4
    15  struck 4    15   15   15    -
     4  struck 1     -    4    4    4
    19              15   19   19    4

then the secretary among the three: 19 agree.
"""

from __future__ import annotations

from bench import ESC
from congresses import electing
from PySide6.QtCore import Qt
from secretary import INSERT, SAVE, secretary_of
from seven_congresses import Held

END = Qt.Key.Key_End
SECRETARY = "Bầu bí thư chi bộ, nhiệm kỳ 2025 - 2027"
COMMITTEE = "Bầu chi ủy Chi bộ Khu phố 4, nhiệm kỳ 2025 - 2027"
SMALL = electing("chi-bo", Held(code="BT", names=1, seats=1, title=SECRETARY), convened=8)
LARGE = electing("chi-bo", Held(code="CU", names=4, seats=3, title=COMMITTEE), convened=21)


def test_that_a_cell_of_8_elects_its_secretary_directly(qtbot, tmp_path):
    with secretary_of(SMALL, tmp_path, qtbot) as desk:
        desk.go_on("BT")
        desk.open_round(6)
        desk.count("0", "+3", "1", "+1")
        desk.declare()
        sheet = desk.sheet("BT")
        assert (sheet.result.majority.of, sheet.result.majority.needed) == (7, 4)
        assert desk.votes("BT") == [4] and len(desk.elected("BT")) == 1
        assert not {f.code for f in sheet.findings} & {"cell_elects_committee_first"}
        minutes = desk.minutes("BT")
        assert "| 4 | 2 | 0 | 57,14" in minutes
        assert "7 (8 được triệu tập; trừ 1 đảng viên vắng suốt đại hội có lý do" in minutes
        for kind in ("minutes", "resolution", "sealing-minutes", "ballots-handover"):
            said = desk.paper(kind)
            assert "Ban Chấp hành" not in said and "chi ủy" not in said.casefold(), kind
        assert "Giao bí thư chi bộ cụ thể hóa nghị quyết" in desk.paper("resolution")


def test_that_a_cell_of_21_elects_its_committee_and_the_secretary_among_it(qtbot, tmp_path):
    with secretary_of(LARGE, tmp_path, qtbot) as desk:
        desk.go_on("CU")
        desk.open_round(19)
        desk.count("4", "+14", "1", "+3")
        desk.declare()
        sheet = desk.sheet("CU")
        assert (sheet.result.majority.of, sheet.result.majority.needed) == (20, 11)
        assert desk.votes("CU") == [15, 19, 19, 4]
        second, third, first = desk.elected("CU")
        fallen = sheet.round.candidates[3].name
        add_the_secretary(desk, fallen, second)
        desk.show("BT")
        desk.push("nextStep")
        desk.open_anyway(19, "Đại hội đã biểu quyết, chưa kịp ghi")
        desk.count("0", "+18")
        desk.declare()
        assert desk.elected("BT") == [second]
        elected = f"- {SECRETARY}: 1 đồng chí trúng cử: {second}."
        assert elected in desk.paper("resolution")


def add_the_secretary(desk, fallen: str, second: str) -> None:
    """Add the election among the committee; who was not elected to it does not get on its list."""
    desk.find("CU")
    desk.press(INSERT)
    desk.write(electionCode="BT", electionTitle=SECRETARY, electionSeats="1")
    desk.tab_to("electionAmong")
    desk.press(END)
    desk.press(SAVE)
    assert desk.election("BT").among_id == desk.election("CU").id
    desk.show("BT")
    desk.press(INSERT)
    desk.write(candidateName=fallen)
    desk.press(SAVE)
    desk.write(candidateName=second)
    desk.press(SAVE, ESC)
    assert [c.name for c in desk.election("BT").candidates] == [second]
