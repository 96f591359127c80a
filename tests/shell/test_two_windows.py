"""A record added, changed and removed in one window is found on every desk of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from ballot_acts import printed
from congress_files import fresh_uids, granted
from elections_after_round import declare
from example_copies import an_example
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)
from window_bench import Window

from congress_desk.actions import discussions, minutes, motions, obstacles
from congress_desk.actions.agenda import items as agenda
from congress_desk.actions.congress import edit_congress
from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.actions.duties import assignments, members
from congress_desk.actions.elections import accounting, lists
from congress_desk.actions.elections.ballot_boxes import set_boxes
from congress_desk.actions.elections.ballot_issue import write_issue_lines
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.decisions import propose_decision
from congress_desk.actions.elections.doubts import decide_doubt, set_aside
from congress_desk.actions.elections.early_issue import write_early_issue
from congress_desk.actions.elections.stations.handing_out import (
    call_station_back,
    hand_to_station,
    prepare_station,
)
from congress_desk.actions.guests import letters, rota
from congress_desk.actions.hall import set_hall_picture
from congress_desk.actions.nomination import names as nomination
from congress_desk.actions.nomination.polls import prepare_poll
from congress_desk.actions.operators.operators import define_operator
from congress_desk.actions.people import checkin, groups, register
from congress_desk.actions.people.groups import add_group
from congress_desk.actions.preparation import indicators, tasks, texts
from congress_desk.actions.running import speeches
from congress_desk.actions.seating import plans
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.ballot_papers.issue_register import IssueKind, IssueLine
from congress_desk.domain.decisions.decision import DecisionKind
from congress_desk.domain.discussions.opinion import Opinion
from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.guests.rota import RotaTurn
from congress_desk.domain.hall.pictures import HallPicture
from congress_desk.domain.kinds import Kind
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.motions import MotionDraft, MotionKind
from congress_desk.domain.nomination.nominee import Source
from congress_desk.domain.nomination.opinion_poll import PollMember
from congress_desk.domain.obstacles import Gravity, Obstacle
from congress_desk.domain.operators.operator import Role
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.people.register import Direction
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.task import Task
from congress_desk.domain.preparation.text import CongressText, TextComment
from congress_desk.domain.running.speech import Speech
from congress_desk.domain.seating.hall_shape import HallShape
from congress_desk.domain.seating.plan import SeatingPlan
from congress_desk.queries import people
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.guests import ASKED
from congress_desk.queries.structure import DAY_KEY
from congress_desk.storage.reading.elections.doubts import doubtful_ballots
from congress_desk.storage.reading.elections.nomination import nominees
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.desks.elections.counting.bundles.bundle_list import BundleList
from congress_desk.ui.desks.elections.counting.bundles.bundle_model import BundleRole
from congress_desk.ui.shell.main_window import MainWindow

ONE, TWO = "Kiểm Tra Mới", "Đổi Lần Hai"
A = {"actor": "Cửa sổ A"}


@dataclass(frozen=True, kw_only=True)
class Record:
    """A record with the acts that add, change and remove it, and where it is shown.

    `shown` are the desks, each with what is done there to see it.
    """

    kind: Kind
    add: Callable[[Any], Any]
    change: Callable[[Any, Any], Any]
    remove: Callable[[Any, Any], Any] | None
    shown: dict[str, Callable[[Any], object]]


def nothing(desk: Any) -> None:
    """Look at the desk as it opens."""


def tab(number: int) -> Callable[[Any], object]:
    return lambda desk: desk.tabs.setCurrentIndex(number)


def last_row(desk: Any) -> None:
    desk.table.select_row(len(desk.table.records) - 1)


def all_elections(desk: Any) -> None:
    desk.show_at("elections")


def the_secretary(desk: Any) -> None:
    """Look at the election of which no round is open."""
    desk.show_place(DeskPlace(desk="elections", record=3))


RECORDS = {
    "person": Record(
        kind=Kind.PEOPLE,
        add=lambda f: register.add_person(f, Person(code="", name=ONE), **A),
        change=lambda f, p: register.edit_person(f, replace(p, name=TWO), **A),
        remove=lambda f, p: register.remove_person(f, p.id, reason="thừa", **A),
        shown={"people": nothing},
    ),
    "group": Record(
        kind=Kind.PEOPLE,
        add=lambda f: groups.add_group(f, ONE, **A),
        change=lambda f, g: groups.rename_group(f, g.id, TWO, **A),
        remove=lambda f, g: groups.remove_group(f, g.id, **A),
        shown={"people": tab(1)},
    ),
    "member of the presidium": Record(
        kind=Kind.DUTIES,
        add=lambda f: members.add_member(f, Duty(organ=Organ.PRESIDIUM, name=ONE), **A),
        change=lambda f, d: members.edit_member(f, replace(d, name=TWO), **A),
        remove=lambda f, d: members.remove_member(f, d.id, **A),
        shown={"duties": nothing, "motions": last_row},
    ),
    "assignment": Record(
        kind=Kind.DUTIES,
        add=lambda f: assignments.assign(f, 1, what=ONE, session="Trù bị", **A),
        change=lambda f, a: assignments.edit_assignment(f, a.id, what=TWO, **A),
        remove=lambda f, a: assignments.unassign(f, a.id, **A),
        shown={"duties": tab(1)},
    ),
    "agenda item": Record(
        kind=Kind.AGENDA,
        add=lambda f: agenda.add_item(f, AgendaItem(content=ONE), **A),
        change=lambda f, i: agenda.edit_item(f, replace(i, content=TWO), **A),
        remove=lambda f, i: agenda.remove_item(f, i.id, **A),
        shown={"agenda": nothing, "running": nothing, "overview": nothing},
    ),
    "speech": Record(
        kind=Kind.SPEECHES,
        add=lambda f: speeches.request_speech(f, Speech(speaker=ONE), **A),
        change=lambda f, s: speeches.edit_speech(f, replace(s, speaker=TWO), **A),
        remove=None,
        shown={"running": tab(1)},
    ),
    "motion": Record(
        kind=Kind.MOTIONS,
        add=lambda f: motions.add_motion(f, draft(ONE), begin=False, **A),
        change=lambda f, m: motions.edit_motion(f, m.id, draft(TWO), **A),
        remove=None,
        shown={"motions": nothing},
    ),
    "election": Record(
        kind=Kind.ELECTIONS,
        add=lambda f: lists.add_election(f, "KT", ONE, 2, **A),
        change=lambda f, e: lists.edit_election(f, e.id, title=TWO, seats=2, **A),
        remove=lambda f, e: lists.remove_election(f, e.id, **A),
        shown={"elections": all_elections, "overview": nothing},
    ),
    "task": Record(
        kind=Kind.PREPARATION,
        add=lambda f: tasks.add_task(f, Task(title=ONE, due="2020-01-01"), **A),
        change=lambda f, t: tasks.edit_task(f, replace(t, title=TWO), **A),
        remove=lambda f, t: tasks.remove_tasks(f, [t.id], **A),
        shown={"preparation": nothing, "overview": nothing},
    ),
    "text": Record(
        kind=Kind.PREPARATION,
        add=lambda f: texts.add_text(f, CongressText(title=ONE), **A),
        change=lambda f, t: texts.edit_text(f, replace(t, title=TWO), **A),
        remove=lambda f, t: texts.remove_text(f, t.id, **A),
        shown={"preparation": tab(1)},
    ),
    "plan of a hall": Record(
        kind=Kind.SEATING,
        add=lambda f: plans.draw_seating_plan(
            f, SeatingPlan(name=ONE), HallShape(rows=2, blocks=(3,)), **A
        ),
        change=lambda f, p: plans.change_seating_plan(f, replace(p, name=TWO), **A),
        remove=lambda f, p: plans.remove_seating_plan(f, p.id, **A),
        shown={"people": tab(7)},
    ),
    "turn of the rota": Record(
        kind=Kind.AGENDA,
        add=lambda f: rota.add_turn(f, RotaTurn(who=ONE), **A),
        change=lambda f, t: rota.edit_turn_field(f, t.id, "who", TWO, **A),
        remove=lambda f, t: rota.remove_turns(f, [t.id], **A),
        shown={"people": tab(6)},
    ),
    "letter to a guest": Record(
        kind=Kind.PEOPLE,
        add=lambda f: letters.send_letters(f, [guest(f)], "2021-02-03", **A),
        change=lambda f, _: letters.date_letter(f, guest(f), "2022-03-04", **A),
        remove=lambda f, _: letters.date_letter(f, guest(f), "", **A),
        shown={"people": tab(5)},
    ),
    "opinion of a group": Record(
        kind=Kind.DISCUSSIONS,
        add=lambda f: discussions.add_opinion(f, a_first_opinion(f), **A),
        change=lambda f, o: discussions.edit_opinion(f, replace(o, gist=TWO), **A),
        remove=lambda f, o: discussions.remove_opinion(f, o.id, **A),
        shown={"people": tab(4)},
    ),
    "comment": Record(
        kind=Kind.PREPARATION,
        add=lambda f: texts.add_comment(f, TextComment(text_id=1, gist=ONE), **A),
        change=lambda f, c: texts.edit_comment(f, replace(c, gist=TWO), **A),
        remove=lambda f, c: texts.remove_comment(f, c.id, **A),
        shown={"preparation": tab(1)},
    ),
    "target": Record(
        kind=Kind.PREPARATION,
        add=lambda f: indicators.add_indicator(f, Indicator(name=ONE), **A),
        change=lambda f, i: indicators.edit_indicator(f, replace(i, name=TWO), **A),
        remove=lambda f, i: indicators.remove_indicator(f, i.id, **A),
        shown={"preparation": tab(2)},
    ),
    "obstacle": Record(
        kind=Kind.OBSTACLES,
        add=lambda f: obstacles.add_obstacle(f, Obstacle(what=ONE, gravity=Gravity.BLOCKING), **A),
        change=lambda f, o: obstacles.edit_obstacle(f, replace(o, what=TWO), **A),
        remove=lambda f, o: obstacles.remove_obstacle(f, o.id, reason="nhầm", **A),
        shown={"obstacles": nothing, "overview": nothing},
    ),
    "part of the minutes": Record(
        kind=Kind.MINUTES,
        add=lambda f: minutes.add_free_part(f, CongressPaper.MINUTES, after="", text=ONE, **A),
        change=lambda f, p: minutes.edit_part(
            f, CongressPaper.MINUTES, p.record, TWO, seen={}, **A
        ),
        remove=lambda f, p: minutes.remove_free_part(f, CongressPaper.MINUTES, p.record, **A),
        shown={"minutes": lambda desk: desk.table.select_row(0)},
    ),
    "passage": Record(
        kind=Kind.PASSAGES,
        add=lambda f: checkin.check_in(f, 1, direction=Direction.OUT, door=ONE, **A),
        change=lambda f, p: checkin.check_in(f, 1, direction=Direction.IN, door=TWO, **A),
        remove=None,
        shown={"checkin": nothing},
    ),
    "name of the congress": Record(
        kind=Kind.CONGRESS,
        add=lambda f: renamed(f, ONE),
        change=lambda f, _: renamed(f, TWO),
        remove=lambda f, _: renamed(f, "Đại hội khác"),
        shown={"congress": nothing},
    ),
    "candidate": Record(
        kind=Kind.ELECTIONS,
        add=lambda f: lists.add_candidate(f, free_election(f), Candidate(name=ONE), **A),
        change=lambda f, e: lists.edit_candidate(f, replace(last(e), name=TWO), **A),
        remove=lambda f, e: lists.remove_candidate(f, last(e).id, **A),
        shown={"elections": the_secretary},
    ),
    "name put forward": Record(
        kind=Kind.ELECTIONS,
        add=lambda f: nomination.nominate(
            f,
            free_election(f),
            (Candidate(name=ONE),),
            nomination.Origin(source=Source.DELEGATES),
            **A,
        ),
        change=lambda f, found: nomination.say_source(
            f,
            free_election(f),
            (found[-1].candidate.id,),
            nomination.Origin(source=Source.DELEGATES, nominated_by=TWO),
            **A,
        ),
        remove=lambda f, _: nomination.take_out(
            f, nominees(f, free_election(f))[-1].candidate.id, **A
        ),
        shown={"elections": lambda desk: desk.show_at("nomination", 3)},
    ),
    "line of the issue register": Record(
        kind=Kind.ROUNDS,
        add=lambda f: issue(f, IssueKind.BOX_SEALED, name=ONE, witness="Người chứng kiến"),
        change=lambda f, _: issue(f, IssueKind.HANDED, papers=118, unit=TWO, name="Tổ phát phiếu"),
        remove=None,
        shown={"elections": lambda desk: desk.show_at("issue", 2)},
    ),
    "day of the ages": Record(
        kind=Kind.SETTINGS,
        add=lambda f: set_congress_setting(f, DAY_KEY, "2021-02-03", **A),
        change=lambda f, _: set_congress_setting(f, DAY_KEY, "2022-03-04", **A),
        remove=None,
        shown={"people": tab(3)},
    ),
    "sheets returned": Record(
        kind=Kind.ROUNDS,
        add=lambda f: returned(f, 117),
        change=lambda f, _: returned(f, 116),
        remove=None,
        shown={"elections": all_elections, "overview": nothing},
    ),
}
# What is looked for where it is not ONE and TWO.
DAYS = ("03/02/2021", "04/03/2022")
WORDS = {"day of the ages": DAYS, "letter to a guest": DAYS, "sheets returned": ("117", "116")}
# Nothing goes away when these are changed.
KEPT = {"passage", "name put forward", "line of the issue register"}
# Ballots are typed in test_windows, a roll and the journal are shown by no desk alone; whoever
# defines an operator asks everybody else to sign in, so that has a test of its own below.
ELSEWHERE = {Kind.BALLOTS, Kind.ROLLS, Kind.JOURNAL, Kind.OPERATORS}


def guest(file: Any) -> int:
    return next(p.id for p in people.register(file) if p.kind is PersonKind.GUEST)


def draft(matter: str) -> MotionDraft:
    return MotionDraft(kind=MotionKind.FREE, matter=matter)


def a_first_opinion(file: Any) -> Opinion:
    held = people.groups(file) or (add_group(file, "Tổ 1", **A),)
    return Opinion(group_id=held[0].id, gist=ONE)


def renamed(file: Any, name: str) -> Any:
    return edit_congress(file, replace(congress(file).details, name=name), **A)


def issue(file: Any, kind: IssueKind, papers: int = 0, **named: str) -> Any:
    counted = counted_round(file).id
    return write_issue_lines(file, counted, (IssueLine(kind=kind, papers=papers, **named),), **A)


def returned(file: Any, number: int) -> Any:
    counted = counted_round(file)
    changed = replace(counted.accounting, returned=number)
    return accounting.edit_accounting(file, counted.id, changed, reason="đếm lại", **A)


def counted_round(file: Any) -> Round:
    return next(
        found
        for held in elections(file)
        for found in rounds(file, held.id)
        if found.state is RoundState.COUNTING
    )


def last(held: Election) -> Candidate:
    return max(held.candidates, key=lambda found: found.id)


def free_election(file: Any) -> int:
    """Return an election of which no round is open."""
    return next(held.id for held in elections(file) if not rounds(file, held.id))


@dataclass(frozen=True)
class TwoWindows:
    bench: Window
    first: MainWindow
    second: MainWindow

    def settle(self) -> None:
        self.bench.qtbot.waitUntil(self.first.idle, timeout=20_000)
        self.bench.qtbot.wait(1)
        self.bench.qtbot.waitUntil(self.first.idle, timeout=20_000)

    def act(self, action: Callable[..., Any], *args: Any) -> Any:
        """Act in the first window."""
        got: list[Any] = []
        self.first.session.act(action, *args, done=got.append)
        self.bench.qtbot.waitUntil(lambda: bool(got), timeout=20_000)
        self.settle()
        return granted(got[0])

    def look(self, desk: str, see: Callable[[Any], object]) -> QWidget:
        """Show a desk in the second window."""
        self.second.workspace.show_desk(desk)
        self.settle()
        found = self.second.workspace.desk
        see(found)
        self.settle()
        return found


@pytest.fixture
def two(qtbot, tmp_path) -> Iterator[TwoWindows]:
    bench = Window(qtbot, an_example(tmp_path / "mau.congress"))
    second = bench.main.windows.add_beside(bench.main)
    assert second is not None
    made = TwoWindows(bench, bench.main, second)
    made.settle()
    made.act(lambda file: motions.add_motion(file, draft("Việc đang hỏi"), begin=True, **A))
    somebody = Person(code="", name="Khách", kind=PersonKind.GUEST)
    made.act(lambda file: register.add_person(file, somebody, **A))
    made.act(lambda file: set_congress_setting(file, ASKED, "1", **A))
    yield made
    windows = bench.main.windows
    for window in tuple(windows.open):
        window.close()
    qtbot.waitUntil(lambda: windows.open == [], timeout=20_000)
    assert bench.messages.unexpected == []
    QApplication.sendPostedEvents(None, 52)


def words_in(widget: QWidget) -> str:
    """Return everything that is written on a widget: labels, fields, lists and tables."""
    words: list[str] = []
    for part in (widget, *widget.findChildren(QWidget)):
        if isinstance(part, QComboBox):
            words += [part.itemText(i) for i in range(part.count())]
        elif not part.isVisible():
            continue
        elif isinstance(part, QAbstractItemView):
            words += _cells(part)
        elif isinstance(part, QLabel | QLineEdit | QAbstractButton):
            words.append(part.text())
        elif isinstance(part, QPlainTextEdit | QTextEdit):
            words.append(part.toPlainText())
        words += [line.text + line.aside for line in getattr(part, "lines", ())]
    return "\n".join(words)


def _cells(view: QAbstractItemView) -> list[str]:
    model = view.model()
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    places = [model.index(row, c) for row in range(model.rowCount()) for c in range(columns)]
    return [str(place.data(Qt.ItemDataRole.DisplayRole) or "") for place in places]


def test_that_a_record_of_every_kind_is_looked_for():
    assert {record.kind for record in RECORDS.values()} == set(Kind) - ELSEWHERE


DESKS = sorted({desk for record in RECORDS.values() for desk in record.shown})


def test_that_a_change_in_one_window_shows_on_every_desk_of_the_other(two):
    """One pair of windows for all desks: opening a pair costs more than all that is done in it."""
    changes: list[Any] = []
    two.second.session.changed.connect(changes.append)
    for desk in DESKS:
        for name, record in RECORDS.items():
            if desk in record.shown:
                check_record(two, desk, name, record, changes)


def check_record(two: TwoWindows, desk: str, name: str, record: Record, changes: list[Any]) -> None:
    """Add, change and remove a record in the first window; the desk of the second shows each."""
    where = f"{name} on {desk}"
    shown = two.look(desk, record.shown[desk])
    first, second = WORDS.get(name, (ONE, TWO))
    assert first not in words_in(shown), where
    added = two.act(record.add)
    assert record.kind in changes[-1], where
    assert first in words_in(shown), where
    changed = two.act(record.change, added)
    assert second in words_in(shown), where
    assert name in KEPT or first not in words_in(shown), where
    if record.remove is not None:
        two.act(record.remove, changed)
        assert second not in words_in(shown), where


def test_that_an_operator_defined_in_one_window_is_on_the_page_of_the_other(two):
    shown = two.look("congress", tab(2))
    assert ONE not in words_in(shown)
    two.act(lambda file: define_operator(file, ONE, Role.HEAD, "4827", **A))
    assert ONE in words_in(shown)


def hand_out(file: Any) -> Any:
    """Hand the last bundle, which nobody began, to a station."""
    found = counted_round(file)
    last_bundle = round_sheet(file, found.id).bundles[-1].number
    return hand_to_station(
        file, granted(prepare_station(file, found.id, [last_bundle], name=ONE)), **A
    )


def test_that_a_bundle_handed_to_a_station_is_at_the_station_in_the_other_window(two):
    counted = two.act(counted_round)
    shown = two.look("elections", lambda desk: desk.show_at("counting", counted.id))
    model = shown.findChild(BundleList).model()

    def state() -> str:
        return str(model.index(model.rowCount() - 1, 0).data(BundleRole.STATE_WORD))

    two.act(hand_out)
    assert state() == f"ở “{ONE}”"
    two.act(lambda file: call_station_back(file, 1, reason="máy hỏng", **A))
    assert state() == "chưa nhập"


def test_that_a_picture_of_the_hall_is_there_in_the_other_window(two):
    shown = two.look("projector", nothing)
    for image, reason in ((b"\xff\xd8\xff", ""), (b"", "Đang dùng biểu trưng trung tính")):
        two.act(lambda file, image=image: set_hall_picture(file, HallPicture.EMBLEM, image, **A))
        assert shown.commands.why_not("no_emblem") == reason


def test_that_a_desk_is_fresh_when_it_is_shown_again(two):
    for name, desk in (("member of the presidium", "motions"), ("task", "preparation")):
        record = RECORDS[name]
        two.look(desk, record.shown[desk])
        two.look("overview", nothing)
        two.act(record.add)
        assert ONE in words_in(two.look(desk, record.shown[desk])), name


def a_poll(file: Any) -> Any:
    """Ask about a name from the floor, with a team that counts."""
    origin = nomination.Origin(source=Source.DELEGATES)
    granted(nomination.nominate(file, 3, (Candidate(name="Tên Từ Đại Hội"),), origin, **A))
    team = (PollMember(name=ONE, title="Tổ trưởng"), PollMember(name=TWO))
    return prepare_poll(file, 3, present=118, team=team, **A)


def all_in(file: Any) -> Any:
    """Decide on the ballot that waits, enter the rest, and declare the round."""
    found = counted_round(file)
    (doubt,) = (d for d in doubtful_ballots(file, found.id) if d.waits)
    (uid,) = fresh_uids(1)
    paper, article = Paper(board_reason=BoardReason.SIGNED), "Điều 15"
    granted(decide_doubt(file, doubt.id, paper, uid, 5, 5, article, "rách", operator="A"))
    for bundle in round_sheet(file, found.id).bundles:
        left = (bundle.expected or 0) - bundle.entered
        papers = [Paper(board_reason=BoardReason.NOT_ISSUED)] * left
        if papers:
            uids = fresh_uids(left)
            granted(enter_ballots(file, found.id, bundle.number, papers, uids, operator="A"))
    return declare(file, found)


ON_PAGES: tuple[tuple[Callable[[Any], object], Callable[[Any], Any], str], ...] = (
    (lambda d: d.show_at("nomination", 3), a_poll, "Lấy phiếu lần 1 chưa ghi kết quả"),
    (lambda d: d.show_at("ballots", 3), lambda f: printed(f, copies=120, of=3), "120"),
    (
        lambda d: d.show_at("issue", 3, "next"),
        lambda f: write_early_issue(
            f, 3, (IssueLine(kind=IssueKind.BOX_SEALED, name=ONE, witness="Người kia"),), **A
        ),
        ONE,
    ),
    (
        lambda d: d.show_at("gate", 2),
        lambda f: set_aside(f, 2, 3, DoubtCause.OTHER, ONE, operator="A"),
        "1 phiếu chờ ban kiểm phiếu quyết định",
    ),
    (lambda d: d.show_at("gate", 2), all_in, "Kết quả lần 1"),
    (
        lambda d: d.show_at("after", 2),
        lambda f: propose_decision(f, 2, DecisionKind.NEXT_ROUND, matter=ONE, **A),
        ONE,
    ),
    (
        lambda d: d.show_at("issue", 2),
        lambda f: set_boxes(f, (BallotBox(name=f"{TWO} 1"), BallotBox(name=f"{TWO} 2")), **A),
        f"{TWO} 2",
    ),
)


def test_that_the_pages_of_an_election_follow_what_the_other_window_does(two):
    """A poll, a print run, papers handed out early, a doubtful ballot, a result, a decision."""
    for number, (see, act, said) in enumerate(ON_PAGES):
        shown = two.look("elections", see)
        before = words_in(shown)
        two.act(act)
        after = words_in(shown)
        assert said in after and after != before, (number, said, after)
