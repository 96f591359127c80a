"""What is tried in the wrong order after a round is refused in words, and changes nothing."""

from __future__ import annotations

import pytest
from bench import ENTER
from congress_files import code_of, granted
from elections_after_round import decide, elected_names, hold, of, of_paper, open_next
from elections_bench import ElectionsBench, elections_desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from congress_desk.actions.elections.decisions import propose_decision, take_back_decision
from congress_desk.actions.elections.recount import open_recount
from congress_desk.actions.elections.superior import annul_round
from congress_desk.actions.nomination.later_names import add_later_name
from congress_desk.domain.decisions.decision import DecisionKind, DecisionOrgan
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.queries.elections.course import election_course

NAMESAKES = tuple(
    Candidate(name=name, born=born)
    for name, born in (("Ngô An", "1970"), ("Lê Bình", "1971"), ("Trần Văn Hai", "1972"),
                       ("Trần Văn Hai", "1975"))
)  # fmt: skip
BOARD = Election(code="BCH", title="Bầu Ban Chấp hành", seats=3, candidates=NAMESAKES)
SAVE = (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
TWO = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch", "reason": "đề nghị", "actor": "Thư ký"}
SUPERIOR = {
    "organ": DecisionOrgan.SUPERIOR,
    "document": "12-QĐ/QU",
    "document_date": "2026-11-30",
    "issued_by": "Quận ủy",
}


@pytest.fixture
def bench(tmp_path, qtbot):
    """Two of three are elected: 20 and 18 of 20; 9 and 10, two namesakes, are no majority."""
    with elections_desk(
        tmp_path, qtbot, BOARD, prepare=lambda file: hold(file, "BCH", [20, 18, 9, 10], 20),
        people=20,
    ) as made:  # fmt: skip
        yield made


def button(bench: ElectionsBench, name: str) -> QPushButton:
    return bench.desk.shown_screen.findChild(QPushButton, name)


def test_that_a_result_a_later_round_rests_on_says_why_it_is_not_set_aside(bench):
    bench.ask(lambda file: decide(file, "BCH", DecisionKind.NEXT_ROUND, people=20))
    bench.show("opening", bench.election().id)
    assert not bench.desk.screen_of("opening").list.seats.isVisible(), (
        "one seat is left: none to choose"
    )
    bench.ask(lambda file: open_next(file, "BCH", 20))
    first = bench.rounds()[0]
    bench.show("result", first.id)
    for name in ("annul", "recount"):
        assert not button(bench, name).isEnabled() and button(bench, name).isVisible()
        assert "Sau lần bầu 1 đã có lần bầu 2" in button(bench, name).toolTip()
    assert code_of(bench.ask(lambda f: annul_round(f, first.id, **SUPERIOR, **TWO))) == (
        "round_not_last"
    )


def test_that_the_ballots_of_an_annulled_round_are_not_counted_again(bench):
    first = bench.rounds()[0]
    granted(bench.ask(lambda f: annul_round(f, first.id, **SUPERIOR, **TWO)))
    bench.show("result", first.id)
    assert not button(bench, "recount").isVisible() and not button(bench, "annul").isVisible()
    assert code_of(bench.ask(lambda f: open_recount(f, first.id, **TWO))) == "round_annulled"


def test_that_a_new_name_is_put_forward_once_and_is_nobody_of_the_list(bench):
    def add(file, name, born=""):
        decided = file_decision(file)
        return add_later_name(file, decided, Candidate(name=name, born=born), actor="Thư ký")

    def file_decision(file):
        return election_course(file, of(file, "BCH").id).permission.id

    bench.ask(lambda file: decide(file, "BCH", DecisionKind.NEW_NAMES, people=20))
    granted(bench.ask(add, "Bùi Thị Mới", "1980"))
    for again in (("Bùi Thị Mới", "1980"), ("BÙI THỊ MỚI", "1980"), ("Bùi Thị Mới", "")):
        assert code_of(bench.ask(add, *again)) == "candidate_twice"
    assert code_of(bench.ask(add, "Ngô An", "")) == "candidate_twice"
    granted(bench.ask(add, "Bùi Thị Mới", "1991"))


def test_that_a_decision_a_round_was_opened_on_is_not_offered_to_be_taken_back(bench):
    decided = bench.ask(lambda file: decide(file, "BCH", DecisionKind.NEXT_ROUND, people=20))
    bench.ask(lambda file: open_next(file, "BCH", 20))
    bench.show("after", bench.election().id)
    assert not button(bench, "after_take_back").isVisible()
    taken = bench.ask(lambda f: take_back_decision(f, decided.id, reason="nhầm", actor="Thư ký"))
    assert code_of(taken) == "decision_used"


def test_that_what_another_window_put_first_is_said_and_nothing_is_put_twice(bench):
    bench.show("after", bench.election().id)
    bench.press(ENTER)
    bench.act(propose_decision, bench.election().id, DecisionKind.LEAVE_OPEN, matter="Để khuyết",
              actor="Cửa sổ hai")  # fmt: skip
    bench.press(SAVE)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None and "Để khuyết" in dialog.said.text()
    bench.press(Qt.Key.Key_Escape)


def test_that_a_lot_between_namesakes_says_who_is_who(tmp_path, qtbot):
    def prepare(file):
        hold(file, "BCH", [16, 16, 13, 13], 20)
        hold(file, "BCH", [10, 10], 20)
        decide(file, "BCH", DecisionKind.LOT, people=20)

    with elections_desk(tmp_path, qtbot, BOARD, prepare=prepare, people=20) as bench:
        bench.show("after", bench.election().id)
        bench.press(ENTER)
        dialog = bench.dialog
        labels = [box.text() for box, _ in dialog.names]
        assert labels == ["Trần Văn Hai (1972)", "Trần Văn Hai (1975)"]
        dialog.names[1][0].setChecked(True)
        for line, text in (
            (dialog.drawn_by, "Vũ Ê"), (dialog.first, "Đỗ A B"), (dialog.second, "Lê C D"),
        ):  # fmt: skip
            line.setText(text)
        bench.press(SAVE)
        assert len(bench.ask(elected_names, "BCH")) == 3
        paper = bench.ask(of_paper, "minutes")
        assert "trúng cử theo kết quả rút thăm: Trần Văn Hai (1975)." in paper
