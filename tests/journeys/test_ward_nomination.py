"""Ward, 18 for 15: from the motion on the number to the frozen list and its papers, by keyboard.

Worked by hand: 15 seats are voted with 20 of 21; the committee has 17 names. Of three more names
the poll of 21 finds 6, 7 and 20 agreeing: more than 30 % of 21 is 7, so the first stays off. The
second withdraws with 19 of 21. The list is 17 + 1 = 18 for 15, a surplus of 3/15 = 20.00 %.
"""

from __future__ import annotations

import pytest
from bench import DOWN, ENTER, ESC, TAB, open_desk
from congress_files import a_setup, granted
from document_text import document_text
from elections_bench import ElectionsBench
from PySide6.QtCore import Qt

from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.motions import MotionKind, MotionOutcome
from congress_desk.domain.nomination.nominee import NomineeState
from congress_desk.domain.nomination.steps import Stop, StopState
from congress_desk.new_congress import new_congress
from congress_desk.papers import available, make_paper
from congress_desk.papers.nomination import NOMINEES, POLL, POLL_MINUTES
from congress_desk.queries.elections.lists import election
from congress_desk.queries.motions import motions
from congress_desk.queries.nomination import nomination_view, opinion_polls
from congress_desk.ui.desks.elections.desk import ElectionsDesk

GIVEN = ("An", "Bình", "Châu", "Dũng", "Đào", "Giang", "Hà", "Khánh", "Linh", "Mai", "Nam",
         "Oanh", "Phúc", "Quân", "Sơn", "Tâm", "Uyên")  # fmt: skip
SAVE = (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def ward(tmp_path, qtbot):
    names = tuple(
        Candidate(name=f"Nguyễn Thị Phương {given}", born=f"19{60 + n}", gender="nữ")
        for n, given in enumerate(GIVEN)
    )
    title = "Bầu Ban Chấp hành Đảng bộ phường nhiệm kỳ 2025 - 2030"
    held = Election(code="BCH", title=title, seats=13, candidates=names)

    def make():
        return granted(new_congress(tmp_path / "p.congress", a_setup(held, people=21), actor="TK"))

    with open_desk(ElectionsBench, ElectionsDesk, make, tmp_path, qtbot) as bench:
        bench.show("election", 1)
        yield bench


def hands(bench, *numbers: str) -> None:
    """Type the hands from the field that has the keyboard on, and record them by the key."""
    for number in numbers:
        bench.press(number, TAB)
    bench.press(SAVE)


def step(bench, stop):
    return next(s for s in bench.ask(nomination_view, 1).steps if s.stop is stop)


def choose(bench, name):
    table = bench.desk.screen_of("nomination").table
    row = next(i for i, n in enumerate(table.records) if n.candidate.name.endswith(name))
    table.select_row(row)
    table.setFocus()


def state(bench, name):
    found = bench.ask(nomination_view, 1).facts.nominees
    return next(n for n in found if n.candidate.name.endswith(name)).state


def test_that_a_ward_goes_the_whole_way_to_its_list_by_keyboard(ward):
    bench = ward
    bench.desk.screen_of("election").steps.quiet.setFocus()
    bench.press(ENTER)
    page = bench.desk.screen_of("nomination")
    assert bench.desk.shown_screen is page

    # Number and structure: 15 of the 13 that were planned, 20 of 21 in favour.
    bench.run("number")
    bench.press("15", TAB, "nữ từ 15%", TAB)
    hands(bench, "20", "1")
    assert bench.election().seats == 15
    assert step(bench, Stop.NUMBER).state is StopState.DONE

    # The committee's list: said once for all 17 names.
    assert page.next.text().startswith("Ghi người giới thiệu")
    page.next.setFocus()
    bench.press(ENTER, SAVE)
    assert step(bench, Stop.COMMITTEE_LIST).params["count"] == 17

    # One stands by himself, two are nominated.
    bench.run("add")
    bench.press("Tô Hoài Tự", TAB, "1979", TAB, TAB, "Chi bộ 7", TAB, DOWN, SAVE)
    origin = bench.dialog.origin
    assert origin.by.isEnabled() is False
    origin.source.setCurrentIndex(1)
    for name in ("Đinh Thị Được", "Cù Huy Ít"):
        bench.dialog.name.setFocus()
        bench.press(name, SAVE)
    bench.press(ESC)
    assert step(bench, Stop.POLL).code == "poll_compulsory"

    # The poll: prepared, counted by the secretariat, 6, 7 and 20 of 21.
    page.next.setFocus()
    bench.press(ENTER)
    bench.dialog.team.setFocus()
    bench.press("Mai Văn Ghi, Tổ trưởng", SAVE)
    assert page.next.text().startswith("Ghi kết quả lấy phiếu")
    page.next.setFocus()
    bench.press(ENTER)
    bench.press("21", ENTER, "21", ENTER, "0", ENTER)
    bench.press("6", ENTER, "15", ENTER)
    bench.press("21", ENTER, "21", ENTER, "0", ENTER)
    bench.press("20", ENTER, "1", ENTER, "7", ENTER, "14", SAVE)
    assert [p.agree for p in bench.ask(opinion_polls, 1)[0].people] == [6, 20, 7]

    # Exactly more than 30 % of 21 is 7: the self-nominated with 6 comes onto no list.
    choose(bench, "Hoài Tự")
    bench.run("put")
    assert state(bench, "Hoài Tự") is NomineeState.PROPOSED
    assert "chưa đủ 7 người" in page.notice.title
    choose(bench, "Hoài Tự")
    bench.run("leave")
    bench.press("chưa quá 30% số tham dự đồng ý", SAVE)
    assert state(bench, "Hoài Tự") is NomineeState.LEFT_OFF
    for name in ("Được", "Ít"):
        choose(bench, name)
        bench.run("put")
        assert state(bench, name) is NomineeState.LISTED

    # A withdrawal, decided by the congress with 19 of 21.
    choose(bench, "Ít")
    bench.run("withdraw")
    bench.press("chuyển công tác", TAB)
    hands(bench, "19", "2")
    assert state(bench, "Ít") is NomineeState.WITHDRAWN
    assert len(bench.listed()) == 18
    assert "3/15 = 20,00%" in page.head.sentence.text()

    # The vote on number and list, then the list is fixed where it stands, then the board.
    page.next.setFocus()
    bench.press(ENTER)
    hands(bench, "21")
    assert step(bench, Stop.LIST).state is StopState.DONE
    page.next.setFocus()
    bench.press(ENTER)
    assert bench.desk.shown_screen is bench.desk.screen_of("election")
    assert bench.desk.screen_of("election").list.form.isVisible()
    bench.press(ENTER)
    assert bench.ask(election, 1).frozen
    bench.desk.screen_of("election").steps.buttons[Stop.BOARD].setFocus()
    bench.press(ENTER)
    assert bench.desk.shown_screen is page
    assert bench.keyboard == "do_board"
    bench.press(ENTER)
    hands(bench, "21")
    assert {s.state for s in bench.ask(nomination_view, 1).steps} == {StopState.DONE}
    assert not page.next.isVisible()

    votes = bench.ask(motions)
    kinds = [m.kind for m in votes if m.outcome is MotionOutcome.CARRIED]
    assert kinds == [MotionKind.FREE, MotionKind.WITHDRAWAL, MotionKind.NUMBER_AND_LIST,
                     MotionKind.COUNTING_BOARD]  # fmt: skip

    def papers(file):
        wanted = (NOMINEES, POLL, POLL_MINUTES)
        there = [paper for paper in available(file) if paper.kind in wanted]
        return [document_text(make_paper(file, p).content).replace("**", "") for p in there]

    summary, own, nominated, minutes = bench.ask(papers)
    assert "Danh sách bầu cử hiện gồm 18 đồng chí; số dư 3, bằng 20,00% số lượng bầu" in summary
    assert "xin rút (chuyển công tác); đại hội đồng ý 19/21" in summary
    assert "Tô Hoài Tự" in own
    assert "Cù Huy Ít" in nominated
    assert "từ 7 phiếu trở lên" in minutes
    assert "Chưa đạt mức đồng ý: Tô Hoài Tự." in minutes


def test_that_double_enter_on_the_number_votes_once(ward):
    bench = ward
    bench.show("nomination", 1)
    bench.run("number")
    bench.dialog.in_favour.setFocus()
    bench.press("21")
    bench.dialog.submit.setFocus()
    bench.dialog.submit.click()
    bench.press(ENTER)
    assert len(bench.ask(motions)) == 1


def test_that_escape_leaves_the_page_and_a_form_without_a_trace(ward):
    bench = ward
    bench.show("nomination", 1)
    before = len(bench.ask(lambda file: file.journal_lines()))
    bench.run("add")
    bench.press("Tô Hoài Tự", ESC)
    assert bench.desk.shown_screen is bench.desk.screen_of("nomination")
    bench.press(ESC)
    assert bench.desk.shown_screen is bench.desk.screen_of("election")
    assert len(bench.ask(lambda file: file.journal_lines())) == before
