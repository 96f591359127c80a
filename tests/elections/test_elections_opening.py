"""Before a round opens: the conditions, figures, list of a later round, going on, refusals."""

from __future__ import annotations

import pytest
from bench import DOWN, ENTER, ESC, TAB
from congress_files import NAMES, a_congress, a_round, an_election, granted, ready_to_vote
from elections_bench import elections_desk, short_round, tied_round
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_bench import Window

from congress_desk.actions.congress import edit_rules, set_state
from congress_desk.actions.elections.lists import freeze_list
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.round import RoundKind, RoundState
from congress_desk.domain.motions import MotionKind
from congress_desk.domain.people.person import BaseSum, Status
from congress_desk.i18n import label
from congress_desk.imports.rule_sets import rule_set_text
from congress_desk.queries.motions import motions
from congress_desk.ui.desks.elections.election_screen import screen_place
from congress_desk.ui.parts.presence_words import base_lines

SPACE = Qt.Key.Key_Space


@pytest.fixture
def form(qtbot, tmp_path):
    """Before the first round, nothing missing: eight delegates present, four names for three."""
    with elections_desk(tmp_path, qtbot, people=8, prepare=ready_to_vote) as bench:
        bench.press(ENTER)
        assert bench.desk.shown_screen is bench.desk.screen_of("opening")
        yield bench


@pytest.fixture
def bare(qtbot, tmp_path):
    """Before the first round of a congress that did nothing for it."""
    with elections_desk(tmp_path, qtbot, people=8) as bench:
        bench.press(ENTER)
        yield bench


def test_that_d_comes_from_the_register_as_a_sum_with_each_deduction():
    base = BaseSum(
        convened=120,
        deductions=((Status.ABSENT_THROUGHOUT_NO_ALTERNATE, 1), (Status.REPLACED, 2)),
        alternates=1,
        present=117,
        replaced_unfilled=1,
    )
    assert [number for _, number in base_lines(base)] == ["120", "− 1", "− 2", "+ 1"]
    assert list(base_lines(base))[2][0] == label("status", "replaced")
    assert base.base == 118


def test_that_a_round_is_opened_by_the_keyboard_and_the_count_begins(form):
    assert form.keyboard == "openRound"
    assert "đã đủ" in form.desk.screen_of("opening").conditions.headline
    form.widget("changeFigures").setFocus()
    form.press(SPACE)
    assert form.keyboard == "openPresent"
    form.press(ENTER, "8", ENTER, "7", ENTER, ENTER, ENTER)
    (held,) = form.rounds()
    accounting = held.accounting
    assert (accounting.convened, accounting.present) == (8, 8)
    assert (accounting.issued, accounting.returned) == (8, 7)
    assert held.base_note
    assert [b.expected for b in form.sheet().bundles] == [7]
    assert form.desk.shown_screen is form.desk.screen_of("counting")


def test_that_numbers_not_known_yet_may_stay_empty(form):
    form.press(ENTER)
    (held,) = form.rounds()
    assert held.accounting.present == 8
    assert held.accounting.issued is held.accounting.returned is None


def test_that_the_form_says_from_how_many_votes_one_is_elected(form):
    assert "Trúng cử từ 5 phiếu trở lên" in form.desk.screen_of("opening")._needed.text()
    assert "Điều 30" in form.desk.screen_of("opening")._needed.text()


def test_that_d_by_hand_takes_the_place_of_the_sum(form):
    form.widget("changeFigures").click()
    form.desk.screen_of("opening").figures.base.by_hand.setFocus()
    form.press(SPACE)
    form.widget("openConvened").setFocus()
    form.press("11")
    assert "Trúng cử từ 6 phiếu trở lên" in form.desk.screen_of("opening")._needed.text()
    assert "Số làm căn cứ tính 11 khác số tính từ danh sách: 8" in (
        form.desk.screen_of("opening").conditions.texts()
    )
    form.press(ENTER)
    assert form.keyboard == "openPresent"
    form.open_anyway()
    (held,) = form.rounds()
    assert (held.accounting.convened, held.base_note) == (11, "")


def test_that_d_missing_is_refused_at_its_field(form):
    form.desk.screen_of("opening").figures.base.by_hand.setChecked(True)
    form.open_anyway()
    assert form.rounds() == ()
    assert form.keyboard == "openConvened"
    screen = form.desk.screen_of("opening")
    assert "phải từ 1" in screen.figures.base.fields._hints["convened"][0].text()


def test_that_numbers_that_cannot_be_right_together_are_said_at_once(form):
    form.widget("changeFigures").click()
    form.press("9", ENTER, "12", ENTER, "13")
    screen = form.desk.screen_of("opening")
    said = [label.text() for label, _ in screen.figures.papers._hints.values()]
    assert "Có mặt 9 nhiều hơn số làm căn cứ tính 8" in said
    assert "Phát ra 12 phiếu, nhiều hơn 9 người có mặt" in said
    assert any("Thu về 13 phiếu, nhiều hơn phát ra 12" in words for words in said)


def test_that_a_bundle_of_no_ballots_is_refused_at_its_field(form):
    form.desk.screen_of("opening").figures.papers.show_number("bundle", 0)
    form.press(ENTER)
    assert form.keyboard == "openBundle"
    screen = form.desk.screen_of("opening")
    assert "từ 1 phiếu trở lên" in screen.figures.papers._hints["bundle"][0].text()


def test_that_a_list_above_the_permitted_surplus_needs_who_decides_and_why(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, an_election(names=6, seats=3)) as bench:
        bench.press(ENTER)
        assert not bench.widget("openRound").isEnabled()
        screen = bench.desk.screen_of("opening")
        assert any("số dư tối đa 1 người" in said for said in screen.conditions.texts())
        bench.open_anyway("Đại hội biểu quyết")
        assert bench.rounds()[0].surplus_reason == "Đại hội biểu quyết"


def test_that_a_list_fixed_with_a_reason_brings_it_along(qtbot, tmp_path):
    def fixed(file):
        granted(freeze_list(file, 1, actor="TK", reason="đã biểu quyết"))
        ready_to_vote(file)

    with elections_desk(tmp_path, qtbot, an_election(names=6, seats=3), prepare=fixed) as bench:
        bench.press(ENTER, ENTER)
        assert bench.rounds()[0].surplus_reason == "đã biểu quyết"


def test_that_the_first_remedy_has_the_keyboard_and_is_the_primary_button(bare):
    panel = bare.desk.screen_of("opening").conditions
    assert bare.keyboard == "mend_state"
    assert [b.property("role") for b in panel.remedies] == ["primary"] + [None] * 4
    assert panel.headline.startswith("4 / 9") and "còn 5 điều chưa đạt" in panel.headline
    assert not bare.widget("openRound").isEnabled()


def test_that_each_remedy_asks_for_the_place_that_mends_it(bare):
    asked = []
    bare.desk.place_wanted.connect(asked.append)
    for button in bare.desk.screen_of("opening").conditions.remedies[:2]:
        button.click()
        bare.settle()
    state, number = asked
    assert (state.desk, state.part) == ("congress", "state")
    assert number.desk == "motions"
    (motion,) = bare.ask(motions)
    assert (number.record, motion.kind) == (motion.id, MotionKind.NUMBER_AND_LIST)
    assert motion.election_id == 1 and not motion.begun


def test_that_what_was_mended_elsewhere_is_met_and_typed_figures_stay(bare):
    bare.widget("changeFigures").click()
    bare.press("7")
    bare.ask(ready_to_vote)
    bare.desk.screen_of("opening").refresh()
    bare.settle()
    assert "đã đủ" in bare.desk.screen_of("opening").conditions.headline
    assert bare.desk.screen_of("opening").figures.accounting.present == 7
    bare.widget("openRound").setFocus()
    bare.press(ENTER)
    assert bare.rounds()[0].accounting.present == 7


def test_that_no_bare_key_opens_a_round_while_something_is_missing(bare):
    button = bare.widget("openAnyway")
    assert not button.isEnabled()
    bare.widget("goingOnReason").setFocus()
    bare.press(ENTER, ENTER, ENTER)
    assert bare.rounds() == ()
    bare.widget("goingOnName").setFocus()
    bare.press("Phan Bá Khải")
    assert not button.isEnabled()
    assert "lý do" in bare.widget("goingOnMissing").text()


def test_that_going_on_by_keyboard_leaves_name_and_reason_in_the_findings(bare):
    bare.open_anyway("Mất điện, họp tiếp")
    assert bare.desk.shown_screen is bare.desk.screen_of("counting")
    waived = [f for f in bare.sheet().findings if f.waived_by == "Phan Bá Khải"]
    assert len(waived) == 5
    assert {f.waived_reason for f in waived} == {"Mất điện, họp tiếp"}


def test_that_a_condition_that_came_up_meanwhile_is_shown_before_the_round_opens(form):
    form.act(set_state, CongressState.PREPARING, actor="TK")
    form.press(ENTER)
    assert form.rounds() == ()
    assert form.desk.screen_of("opening").notice.isVisible()
    assert "chưa ở trạng thái" in form.desk.screen_of("opening").notice.title
    assert not form.widget("openRound").isEnabled()


def test_that_the_congress_may_decide_on_fewer_names_in_a_round_held_again(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=short_round) as bench:
        bench.show("opening", bench.election().id)
        names = bench.widget("roundNames")
        assert [names.item(i).text() for i in range(names.count())] == [
            f"{name} · 1 phiếu ở lần 1" for name in NAMES[2:4]
        ]
        assert bench.desk.screen_of("opening").list.seats.maximum() == 1
        names.setFocus()
        bench.press(DOWN, SPACE)
        assert [c.name for c in bench.desk.screen_of("opening").list.chosen] == [NAMES[2]]
        assert "trong 1 người chưa trúng cử" in bench.desk.screen_of("opening").list._words.text()
        bench.open_anyway()
        second = bench.rounds()[1]
        assert (second.kind, second.seats) == (RoundKind.AGAIN, 1)
        assert [c.name for c in second.candidates] == [NAMES[2]]


def test_that_nobody_left_on_the_list_is_refused(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=short_round) as bench:
        bench.show("opening", bench.election().id)
        bench.widget("roundNames").setFocus()
        bench.press(SPACE, DOWN, SPACE)
        bench.open_anyway()
        assert len(bench.rounds()) == 1
        assert bench.keyboard == "roundNames"
        assert "chưa có ai" in bench.desk.screen_of("opening").list._refused.text()


def test_that_list_and_number_of_a_vote_among_the_tied_stay_as_they_are(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=tied_round) as bench:
        bench.show("opening", bench.election().id)
        form = bench.desk.screen_of("opening")
        assert form.list.names.isHidden() and form.list._seats_row.isHidden()
        assert (
            "Bầu lại trong 3 người bằng phiếu, số lượng còn phải bầu là 2"
            in form.list._words.text()
        )
        assert "ai nhiều phiếu hơn thì trúng cử" in form._needed.text()
        bench.open_anyway()
        assert bench.rounds()[1].kind is RoundKind.TIE


def test_that_where_the_highest_win_no_number_of_votes_is_said_to_be_needed(qtbot, tmp_path):
    def plural(file):
        rules = rule_set_text("generic").replace("\nrequired = true", "\nrequired = false")
        granted(edit_rules(file, rules, actor="TK"))

    with elections_desk(tmp_path, qtbot, prepare=plural) as bench:
        bench.show("opening", bench.election().id)
        said = bench.desk.screen_of("opening")._needed.text()
        assert said.startswith("Người được nhiều phiếu hơn trúng cử"), said


def test_that_no_round_is_opened_beside_one_that_is_counted(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=a_round) as bench:
        bench.show("opening", bench.election().id)
        assert not bench.desk.screen_of("opening").open_button.isEnabled()
        assert "còn lần bầu 1 đang kiểm phiếu" in bench.desk.screen_of("opening").notice.title


def test_that_escape_leaves_the_form_and_opens_nothing(form):
    form.press("1", TAB, ESC)
    assert form.desk.shown_screen is form.desk.screen_of("election")
    assert form.rounds() == ()


def test_that_a_button_pressed_twice_opens_one_round(form):
    button = form.widget("openRound")
    button.click()
    button.click()
    form.settle()
    assert [r.state for r in form.rounds()] == [RoundState.COUNTING]


def test_that_more_posts_than_names_are_refused_whoever_answers_for_it(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, an_election("BCH", 4, 6)) as bench:
        bench.show("opening", bench.election().id)
        bench.open_anyway()
        assert bench.rounds() == ()
        page = bench.desk.screen_of("opening")
        said = page.notice.title + page.list._refused.text()
        assert "danh sách chỉ có 4 người" in said and "Điều 14" in said


def test_that_a_vote_that_a_round_waits_for_leads_back_to_it_by_escape(qtbot, tmp_path):
    file = a_congress(tmp_path, an_election())
    file.close()
    window = Window(qtbot, file.path)
    workspace = window.main.workspace
    window.show_desk("motions")
    assert not workspace.desk.head.arrow.isVisible()
    workspace.show_place(screen_place("opening", 1))
    window.settle()
    opening = workspace.desk.screen_of("opening")
    met = opening.conditions.headline
    opening.conditions.remedies[1].click()
    window.settle()
    assert workspace.desk_key == "motions" and workspace.desk.head.arrow.isVisible()
    for key in (ENTER, *"6", ENTER, ENTER, ENTER, ENTER, ESC):
        QTest.keyClick(QApplication.focusWidget(), key)
        window.settle()
    assert (workspace.desk_key, workspace.desk.shown_screen) == ("elections", opening)
    qtbot.waitUntil(lambda: opening.conditions.headline != met)
    window.show_desk("motions")
    assert not workspace.desk.head.arrow.isVisible()
    window.close()
