"""The models of the counting screen under qtmodeltester, and the drawn ballot."""

from __future__ import annotations

import pytest
from builders import a_paper
from counting_bench import count, dress, names
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.round import Bundle
from congress_desk.ui.desks.elections.counting.bundles.bundle_model import (
    BundleListModel,
    BundleRole,
    BundleState,
)
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.ballot_paper import BallotPaper


@pytest.mark.parametrize("seats", [15, 18])
def test_that_the_models_keep_the_rules_of_qt(qtbot, qtmodeltester, tmp_path, seats):
    desk = count(tmp_path, qtbot, seats=seats, returned=30, bundle_size=4)
    models: list[QAbstractItemModel] = [
        desk.table.last.ballots,
        desk.table.bundles.list.bundles,
        desk.table.side.totals.totals,
    ]
    for model in models:
        qtmodeltester.check(model)
    for line in ("010203", "+4", "*3", "0"):
        desk.ballot(line)
    desk.settle(qtbot)
    QTest.keyClicks(desk.line, "--")
    desk.settle(qtbot)
    for model in models:
        qtmodeltester.check(model)


def a_bundle(number: int, entered: int, expected: int | None = 25) -> Bundle:
    return Bundle(id=number, number=number, expected=expected, entered=entered)


@pytest.mark.parametrize(
    ("bundle", "state", "word", "counts"),
    [
        (a_bundle(2, 0), BundleState.UNTOUCHED, "chưa nhập", "0 / 25"),
        (a_bundle(2, 3), BundleState.OPEN, "chưa đủ", "3 / 25"),
        (a_bundle(2, 25), BundleState.FULL, "đã đủ", "25 / 25"),
        (a_bundle(2, 26), BundleState.OVER, "thừa phiếu", "26 / 25"),
        (a_bundle(2, 3, None), BundleState.OPEN, "chưa đủ", "3 / ?"),
        (a_bundle(1, 3), BundleState.OPEN, "đang nhập", "3 / 25"),
    ],
)
def test_that_a_bundle_says_how_far_it_is(bundle, state, word, counts):
    model = BundleListModel()
    model.show([bundle], 1)
    index = model.index(0)
    assert index.data(BundleRole.STATE) == state
    assert index.data(BundleRole.STATE_WORD) == word
    assert index.data(BundleRole.COUNTS) == counts
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith(f"Tệp {bundle.number}, {word}")


def test_that_a_bundle_that_did_not_change_is_not_told_of(qtbot):
    model = BundleListModel()
    model.show([a_bundle(1, 0), a_bundle(2, 0)], 1)
    told = []
    model.dataChanged.connect(lambda first, last: told.append(first.row()))
    model.show([a_bundle(1, 1), a_bundle(2, 0)], 1)
    assert told == [0]


def picture(paper: BallotPaper) -> QImage:
    return paper.grab().toImage()


@pytest.fixture
def paper(qtbot, qapp):
    dress(qapp)
    made = BallotPaper()
    qtbot.addWidget(made)
    made.resize(610, 360)
    made.set_list(names(18), MarkMode.STRIKE)
    return made


def redness(image: QImage, paper: BallotPaper, position: int) -> int:
    """Count the pixels in the colour of the strike on the line of a name."""
    box = paper.placed.line(position - 1)
    wrong = theme.colour("wrong").rgb()
    return sum(
        image.pixel(x, y) == wrong
        for y in range(round(box.y), round(box.y + box.height))
        for x in range(round(box.x), round(box.x + box.width))
    )


def test_that_a_struck_name_has_a_red_line_and_no_other(paper):
    paper.set_paper(a_paper({3}))
    image = picture(paper)
    assert redness(image, paper, 3) > 100
    assert all(redness(image, paper, other) == 0 for other in (2, 4, 12))
    paper.set_paper(a_paper())
    assert redness(picture(paper), paper, 3) == 0


@pytest.mark.parametrize("listed", [1, 3, 18, 63, 80])
def test_that_no_ordinary_name_is_shortened(paper, listed):
    paper.set_list(names(listed), MarkMode.STRIKE)
    assert [paper.shown_name(n) for n in range(1, listed + 1)] == names(listed)


def test_that_a_very_long_name_is_shortened(paper):
    paper.set_list([*names(17), "Công Tằng Tôn Nữ " * 12], MarkMode.STRIKE)
    assert paper.shown_name(18).endswith("…")
    assert paper.shown_name(1) == names(1)[0]


def test_that_both_themes_and_a_larger_scale_draw_the_ballot_anew(paper, qapp):
    before = picture(paper)
    dress(qapp, "dark", 125)
    assert picture(paper) != before
    dress(qapp)


def test_that_two_boxes_a_name_show_each_of_the_four_marks(paper):
    paper.set_list(names(4), MarkMode.TICK)
    paper.set_paper(a_paper({2}, both={3}, blank={4}))
    assert redness(picture(paper), paper, 2) > 10
    assert all(redness(picture(paper), paper, other) == 0 for other in (1, 3, 4))


def test_that_the_drawn_ballot_is_told_to_a_screen_reader(qtbot, tmp_path):
    desk = count(tmp_path, qtbot)
    QTest.keyClicks(desk.line, "031216")
    drawn = desk.table.card.paper
    assert drawn.accessibleName() == "Phiếu bầu: Tệp 1 · phiếu 1 / 25"
    assert drawn.accessibleDescription() == (
        "gạch 3 · 12 · 16. Hợp lệ — gạch 3, để lại 15 trong số 15 được bầu"
    )
    assert desk.table.card.validity.text == "Hợp lệ — gạch 3, để lại 15 trong số 15 được bầu"


def test_that_validity_follows_every_key(qtbot, tmp_path):
    desk = count(tmp_path, qtbot)
    seen = [desk.table.card.validity.text]
    for key in "031216":
        QTest.keyClicks(desk.line, key)
        seen.append(desk.table.card.validity.text)
    assert seen[0] == "Dòng trống — phiếu để nguyên thì gõ 0 rồi Enter"
    assert seen[2] == "Không hợp lệ — bầu thừa (17 > 15)"
    assert seen[6].startswith("Hợp lệ")
