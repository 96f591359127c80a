"""A screen is read again when something it was read from changed, and only then."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from congress_desk.domain.kinds import OF_A_BALLOT, Kind
from congress_desk.settings import SettingsStore
from congress_desk.storage.noted_kinds import NotedKinds
from congress_desk.ui import reader as reader_module
from congress_desk.ui.background import Background
from congress_desk.ui.reader import Reader
from congress_desk.ui.session import Session


class Screen(QWidget):
    """Shows people and ballots, and counts how often it was read."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.reader = Reader(session, self, self.refresh)
        self.read = 0

    def refresh(self) -> None:
        self.reader.ask(people_and_ballots, done=self._on_read)

    def _on_read(self, _: Any) -> None:
        self.read += 1


def people_and_ballots(file: Any) -> None:
    file.kinds.note_read(frozenset({Kind.PEOPLE, Kind.BALLOTS}))


@pytest.fixture
def session(qtbot, monkeypatch):
    monkeypatch.setattr(reader_module, "BALLOTS_MS", 60)
    background = Background()
    file = SimpleNamespace(path="a.congress", close=lambda: None, notes=(), kinds=NotedKinds())
    yield Session(background, file, SettingsStore())
    background.stop()


@pytest.fixture
def screen(qtbot, session):
    made = Screen(session)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: made.read == 1)
    return made


def change(session: Session, *kinds: Kind) -> None:
    session.act(lambda file: file.kinds.note_changed(frozenset(kinds)), done=lambda _: None)


def settle(qtbot, session, wait: int = 1) -> None:
    qtbot.waitUntil(session.idle)
    qtbot.wait(wait)
    qtbot.waitUntil(session.idle)


def test_that_a_change_of_what_was_read_is_read_at_once(qtbot, session, screen):
    change(session, Kind.PEOPLE, Kind.JOURNAL)
    settle(qtbot, session)
    assert screen.read == 2


def test_that_a_change_of_something_else_is_not(qtbot, session, screen):
    change(session, Kind.AGENDA, Kind.JOURNAL)
    settle(qtbot, session, wait=100)
    assert screen.read == 1


def test_that_many_ballots_are_read_once_and_a_little_later(qtbot, session, screen):
    for _ in range(5):
        change(session, *OF_A_BALLOT)
    settle(qtbot, session)
    assert screen.read == 1
    qtbot.waitUntil(lambda: screen.read == 2)
    settle(qtbot, session, wait=100)
    assert screen.read == 2


def test_that_a_hidden_screen_is_read_when_it_is_shown_and_not_before(qtbot, session, screen):
    screen.hide()
    change(session, Kind.PEOPLE)
    settle(qtbot, session, wait=50)
    assert screen.read == 1
    screen.show()
    settle(qtbot, session, wait=50)
    assert screen.read == 2


def test_that_whoever_reads_when_shown_anyway_reads_once(qtbot, session, screen):
    screen.hide()
    change(session, Kind.PEOPLE)
    settle(qtbot, session)
    screen.show()
    screen.refresh()
    settle(qtbot, session, wait=50)
    assert screen.read == 2


def test_that_a_change_while_an_answer_is_on_its_way_is_not_lost(qtbot, session, screen):
    screen.refresh()
    change(session, Kind.PEOPLE)
    settle(qtbot, session)
    assert screen.read == 3


def test_that_a_change_in_another_window_is_read_too(qtbot, session, screen):
    change(session.sibling(), Kind.PEOPLE)
    settle(qtbot, session)
    assert screen.read == 2


def test_that_a_screen_that_is_gone_is_left_alone(qtbot, session):
    gone = Screen(session)
    gone.show()
    gone.refresh()
    settle(qtbot, session)
    gone.refresh()
    change(session, Kind.PEOPLE)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle(qtbot, session, wait=50)
    assert gone.read == 1
