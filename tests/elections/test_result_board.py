"""The result as it would be declared: every name and number in sight, at every width."""

from __future__ import annotations

import pytest
from builders import a_candidate, keeping, load_case
from counting_bench import dress
from exports.sheets import build

from congress_desk.domain.elections.round import RoundState
from congress_desk.ui.desks.elections.gate.result_board import ResultBoard
from congress_desk.ui.widgets.layout.pages import scrolling


@pytest.mark.parametrize("size", [(1024, 620), (1178, 640), (1730, 960)])
@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize(("listed", "seats"), [(3, 2), (18, 15), (63, 55)])
def test_that_no_name_is_ever_shortened(qtbot, qapp, size, scale, listed, seats):
    long = [f"Công Huyền Tôn Nữ Nguyễn Thị Quỳnh Trâm {n}" for n in range(listed)]
    people = tuple(a_candidate(n, name) for n, name in enumerate(long, start=1))
    papers = [keeping(range(1, seats + 1), of=listed)] * 5
    sheet = build(papers, people, seats, state=RoundState.COUNTING)[0]
    dress(qapp, "light", scale)
    board = ResultBoard()
    area = scrolling(board)
    qtbot.addWidget(area)
    area.resize(*size)
    board.show_room(size[1])
    board.show_sheet(sheet)
    area.show()
    qtbot.waitExposed(area)
    qtbot.wait(10)
    labels = board.names()
    assert [part.text() for part in labels] == long
    for part in labels:
        needed = part.heightForWidth(part.width())
        assert part.height() >= needed, (part.text(), part.size())
        words = part.text().split()
        assert part.width() >= max(map(part.fontMetrics().horizontalAdvance, words))
    dress(qapp)


@pytest.mark.parametrize("width", range(400, 760, 40))
def test_that_no_number_of_votes_is_beyond_the_edge_of_a_narrow_board(qtbot, qapp, width):
    case = load_case("province-63-for-55")
    people = tuple(a_candidate(n, name) for n, name in enumerate(case["candidates"], start=1))
    sheet = build([keeping(range(1, 56), of=63)] * 5, people, 55, state=RoundState.COUNTING)[0]
    board = ResultBoard()
    area = scrolling(board)
    qtbot.addWidget(area)
    area.resize(width, 520)
    board.show_room(520)
    board.show_sheet(sheet)
    area.show()
    qtbot.waitExposed(area)
    qtbot.wait(10)
    assert area.horizontalScrollBar().maximum() == 0
    assert all(part.height() >= part.heightForWidth(part.width()) for part in board.names())


def test_that_63_names_are_in_sight_without_scrolling_on_a_small_screen(qtbot, qapp):
    """What a gate of 1178 x 640 leaves to the board; two names of the longest take two lines."""
    case = load_case("province-63-for-55")
    called = [*case["candidates"][:-2], "Công Huyền Tôn Nữ Quỳnh Trâm", "Nguyễn Phúc Bảo Khánh"]
    people = tuple(a_candidate(n, name) for n, name in enumerate(called, start=1))
    papers = [keeping(range(1, 56), of=63)] * 5
    sheet = build(papers, people, 55, state=RoundState.COUNTING)[0]
    dress(qapp, "light", 100)
    board = ResultBoard()
    area = scrolling(board)
    qtbot.addWidget(area)
    area.resize(766, 563)
    board.show_room(563)
    board.show_sheet(sheet)
    area.show()
    qtbot.waitExposed(area)
    qtbot.wait(10)
    assert area.verticalScrollBar().maximum() == 0, board._laid_out
    dress(qapp)
