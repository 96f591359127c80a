"""A secretary at the whole window: opens rounds, types ballots, declares, decides; by keys alone.

Each step ends where the program leads, and fails where it leads nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench import ALT, CTRL, DOWN, ENTER, TAB, type_text
from document_text import document_text
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from seven_congresses import Plan
from seven_courses import ready
from window_bench import Window

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.decisions.decision import Decision, DecisionKind
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.papers import available, make_paper
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import CongressFile

SPACE, HOME, F6 = Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_F6
ELECTIONS = (Qt.Key.Key_1, CTRL | Qt.KeyboardModifier.ShiftModifier)
SAVE = (Qt.Key.Key_S, CTRL)
CARD = (ENTER, CTRL)
INSERT, CHANGE = Qt.Key.Key_Insert, Qt.Key.Key_F2
ASIDE = (Qt.Key.Key_J, CTRL)
ACCOUNTS = (Qt.Key.Key_2, ALT)
Press = str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]


class Secretary:
    """Presses keys where the keyboard is, and reads what stands in the file."""

    def __init__(self, qtbot: Any, path: Path) -> None:
        self.path = path
        self.window = Window(qtbot, path)
        self._qtbot = qtbot

    # What stands in the file and on the screen.

    def ask(self, query: Callable[..., Any], *args: Any) -> Any:
        """Return what the file says."""
        got: list[Any] = []
        self.window.main.session.ask(query, *args, done=got.append)
        self._qtbot.waitUntil(lambda: bool(got), timeout=20_000)
        return got[0]

    def election(self, code: str) -> Election:
        return next(e for e in self.ask(elections) if e.code == code)

    def rounds(self, code: str) -> tuple[Round, ...]:
        return self.ask(rounds, self.election(code).id)

    def course(self, code: str) -> ElectionCourse:
        return self.ask(election_course, self.election(code).id)

    def elected(self, code: str) -> list[str]:
        return [seat.name for seat in self.course(code).elected]

    def sheet(self, code: str, number: int = 0) -> RoundSheet:
        """Return a round by its number, the newest without one."""
        return self.ask(round_sheet, self.rounds(code)[number - 1].id)

    def votes(self, code: str, number: int = 0) -> list[int]:
        return [c.votes for c in self.sheet(code, number).result.candidates]

    def paper(self, kind: str, round_id: int = 0) -> str:
        """Return the words of a paper, without the marks of bold ones."""

        def words(file: CongressFile) -> str:
            there = [p for p in available(file) if p.kind == kind]
            found = next(p for p in there if not round_id or p.round_id == round_id)
            return document_text(make_paper(file, found).content).replace("**", "")

        return self.ask(words)

    def minutes(self, code: str, number: int = 0) -> str:
        """Return the words of the counting minutes of a round, the newest without a number."""
        return self.paper("counting-minutes", self.rounds(code)[number - 1].id)

    @property
    def page(self) -> Any:
        """Return the screen of the desk that is shown."""
        return self.window.desk.shown_screen

    @property
    def said(self) -> str:
        """Return every word in sight, of the dialog over the window or of the page."""
        over = QApplication.activeModalWidget() or self.page
        parts = [p for p in over.findChildren(QLabel) if p.isVisible() and p.text()]
        return "\n".join(p.text() for p in parts)

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nobody has the keyboard"
        return found

    @property
    def keyboard(self) -> str:
        return self.focus.objectName()

    @property
    def offered(self) -> str:
        """Return the words of the button that has the keyboard."""
        found = self.focus
        assert isinstance(found, QPushButton), found
        return found.text()

    # Keys.

    def settle(self) -> None:
        """Wait until the file has answered and whoever is in front has the keyboard."""
        self._qtbot.wait(1)
        for _ in range(2):  # what was written is read again by a queued call
            self._qtbot.waitUntil(self._is_settled, timeout=20_000)
            self._qtbot.wait(1)

    def _is_settled(self) -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        front = QApplication.activeModalWidget() or self.window.main
        if QApplication.activeWindow() is not front:
            front.activateWindow()
        holder = QApplication.focusWidget()
        return self.window.main.idle() and holder is not None and holder.window() is front

    def press(self, *keys: Press) -> None:
        """Press keys where the keyboard is: texts are typed, keys pressed."""
        for key in keys:
            if isinstance(key, str):
                type_text(self.focus, key)
            elif isinstance(key, tuple):
                QTest.keyClick(self.focus, *key)
            else:
                QTest.keyClick(self.focus, key)
            self.settle()

    def arrive_at(self, name: str) -> None:
        """Wait until the program has put the keyboard where what comes next is done."""
        self._qtbot.waitUntil(lambda: self.keyboard == name, timeout=5_000)

    def tab_to(self, name: str) -> QWidget:
        """Go to a field or button by Tab."""
        for _ in range(80):
            if self.keyboard == name:
                return self.focus
            QTest.keyClick(self.focus, TAB)
            QCoreApplication.processEvents()
        raise AssertionError(f"no Tab leads to {name} from {self.keyboard} on {self.page}")

    def write(self, **fields: str) -> None:
        """Type over these fields, in the order in which Tab reaches them."""
        for name, text in fields.items():
            field = self.tab_to(name)
            line = field.lineEdit() if isinstance(field, QComboBox) else field
            if isinstance(line, QLineEdit):
                line.selectAll()
            type_text(line, text)
            self.settle()

    def push(self, name: str, key: Qt.Key = SPACE) -> None:
        """Press a button that Tab leads to."""
        self.tab_to(name)
        self.press(key)

    # Steps of an election.

    def find(self, code: str) -> None:
        """Choose an election in the desk's table."""
        self.press(ELECTIONS)
        desk = self.window.desk
        while desk.shown_screen is not desk.screen_of("elections"):
            self.press(Qt.Key.Key_Escape)
        self.tab_to("electionsTable")
        self.press((HOME, CTRL))
        while desk.screen_of("elections").table.current.election.code != code:
            self.press(DOWN)

    def go_on(self, code: str) -> None:
        """Go on with an election as its line in the table says."""
        self.find(code)
        self.press(ENTER)

    def show(self, code: str) -> None:
        """Show the page of an election: its list and its rounds."""
        self.find(code)
        self.push("openElection")
        assert self.page is self.window.desk.screen_of("election")

    def open_round(self, issued: int, returned: int | None = None) -> Round:
        """Fill in the papers of the round whose page is shown, and open it."""
        desk = self.window.desk
        assert self.page is desk.screen_of("opening"), self.page
        papers = issued if returned is None else returned
        self.push("changeFigures")
        self.write(openIssued=str(issued), openReturned=str(papers), openBundle=str(papers))
        self.push("openRound")
        assert self.page is desk.screen_of("counting"), self.said
        return desk.screen_of("counting").table.state.count.sheet.round

    def open_anyway(self, issued: int, reason: str) -> Round:
        """Open the round although something is missing: the chair says why."""
        self.push("changeFigures")
        self.write(openIssued=str(issued), openReturned=str(issued), openBundle=str(issued))
        self.tab_to("goingOnName")
        self.press(DOWN, ENTER)
        self.write(goingOnReason=reason)
        self.push("openAnyway")
        assert self.page is self.window.desk.screen_of("counting"), self.said
        return self.window.desk.screen_of("counting").table.state.count.sheet.round

    def stand(self, *names: str) -> None:
        """Leave only these on the list of the round whose page is shown."""
        assert self.keyboard == "mend_surplus", "the list is too long"
        self.press(ENTER)
        assert self.keyboard == "roundNames"
        self.press(HOME)
        for candidate in self.window.desk.screen_of("opening").list.chosen:
            if candidate.name not in names:
                self.press(SPACE)
            self.press(DOWN)
        assert [c.name for c in self.window.desk.screen_of("opening").list.chosen] == list(names)

    def count(self, *lines: str) -> None:
        """Type the lines of the ballot record; with the last no sheet is left in the hand."""
        table = self.window.desk.screen_of("counting").table
        for line in lines:
            QTest.keyClicks(self.tab_to("ballotEntry"), line)
            QTest.keyClick(self.focus, ENTER)
            if table.state.awaits_word:
                QTest.keyClicks(self.focus, ".")
        self.settle()

    def declare(self) -> None:
        """Go to the gate, name the head of the counting board and the chair, and seal."""
        desk = self.window.desk
        self.push("toGate")
        assert self.page is desk.screen_of("gate"), self.said
        known = desk.screen_of("gate").confirmation._known
        self.write(firstConfirmer=known[0].name, secondConfirmer=known[-1].name)
        self.push("declareButton")
        self.arrive_at("sealBack")
        self.press(TAB, SPACE)
        assert self.page is desk.screen_of("result"), self.said

    def answer(self, yes: bool) -> None:
        """Answer the next question so."""
        self.window.messages.answers.setdefault("ask", []).append(yes)

    def after(self) -> None:
        """Go from the result to the page after the round by its button."""
        self.push("nextRound")
        assert self.page is self.window.desk.screen_of("after"), self.page

    def propose(self, kind: DecisionKind, **fields: str) -> None:
        """Choose a way on the page after a round by the arrows, and put its motion."""
        page = self.window.desk.screen_of("after")
        for _ in page.cards:
            if page.choice.kind is kind:
                break
            self.press(DOWN)
        assert page.choice.kind is kind, [card.choice.kind for card in page.cards]
        self.press(ENTER)
        self.write(**fields)
        self.press(SAVE)
        self.arrive_at("afterNext")

    def decide(self, kind: DecisionKind, in_favour: int, against: int = 0) -> Decision:
        """Put a way to the vote and record how the congress voted on it."""
        self.propose(kind)
        return self.vote(in_favour, against)

    def vote(self, in_favour: int, against: int = 0) -> Decision:
        """Record the vote on the motion that waits on the page after a round."""
        self.press(ENTER)
        self.write(voteFor=str(in_favour), voteAgainst=str(against))
        self.press(SAVE)
        assert QApplication.activeModalWidget() is None, self.said
        return self.window.desk.screen_of("after")._view.course.decisions[-1]

    def next_round(self) -> None:
        """Go on from the page after a round to the opening of the next."""
        self.arrive_at("afterNext")
        self.press(ENTER)
        assert self.page is self.window.desk.screen_of("opening"), self.page


@contextmanager
def secretary_of(plan: Plan, folder: Path, qtbot: Any, **how: Any) -> Iterator[Secretary]:
    """Open the window on a congress in session whose lists are fixed; close it, the file right."""
    path = folder / f"{plan.key}.congress"
    ready(plan, path, **how).close()
    made = Secretary(qtbot, path)
    try:
        yield made
        assert made.ask(CongressFile.check) == []
        assert made.ask(recount_problems) == []
    finally:
        made.window.close()
