"""The worker and the session: in order, off the GUI thread, and calm when something breaks."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

from congress_desk.domain.kinds import Kind
from congress_desk.errors import Refusal, problem, refuse
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.noted_kinds import NotedKinds
from congress_desk.storage.signed_in import SignedIn
from congress_desk.ui.background import Background, report_unexpected_to
from congress_desk.ui.session import Session


@pytest.fixture
def background(qtbot):
    made = Background()
    yield made
    made.stop()


@pytest.fixture
def closed():
    return []


@pytest.fixture
def session(background, closed):
    file = SimpleNamespace(
        path="a.congress", close=lambda: closed.append(True), number=7, notes=(),
        kinds=NotedKinds(), signed_in=SignedIn(),
    )  # fmt: skip
    return Session(background, file, SettingsStore())


def test_that_jobs_run_in_order_on_another_thread(qtbot, background):
    threads, answers = [], []
    for number in range(50):
        background.run(
            lambda number=number: threads.append(threading.get_ident()) or number, answers.append
        )
    qtbot.waitUntil(background.idle)
    assert answers == list(range(50))
    assert set(threads) != {threading.get_ident()}
    assert len(set(threads)) == 1


def test_that_answers_come_on_the_gui_thread(qtbot, background):
    answered = []
    background.run(lambda: 1, lambda _: answered.append(threading.get_ident()))
    qtbot.waitUntil(background.idle)
    assert answered == [threading.get_ident()]


def test_that_an_exception_is_told_and_the_next_job_still_runs(qtbot, background):
    failures, answers = [], []
    background.failed.connect(failures.append)
    background.run(lambda: 1 / 0, answers.append)
    background.run(lambda: 2, answers.append)
    qtbot.waitUntil(background.idle)
    assert [type(failure) for failure in failures] == [ZeroDivisionError]
    assert answers == [2]


def test_that_a_widget_that_is_gone_is_not_called(qtbot, background):
    class Asker(QObject):
        answers: list[int] = []

        def take(self, answer: int) -> None:
            self.answers.append(answer)

    asker = Asker()
    background.run(lambda: 1, asker.take)
    asker.deleteLater()
    qtbot.waitUntil(background.idle)
    assert Asker.answers in ([], [1])


def test_that_being_busy_is_told_once_at_each_end(qtbot, background):
    told = []
    background.busy_changed.connect(told.append)
    for _ in range(3):
        background.run(lambda: None)
    qtbot.waitUntil(background.idle)
    assert told == [True, False]


def test_that_a_question_is_put_to_the_open_file(qtbot, session):
    answers = []
    session.ask(lambda file, more: file.number + more, 3, done=answers.append)
    qtbot.waitUntil(session.idle)
    assert answers == [10]


def test_that_a_change_is_told_after_the_act_was_answered(qtbot, session):
    order = []
    session.changed.connect(order.append)

    def act(file, *, actor):
        file.kinds.note_changed(frozenset({Kind.BALLOTS}))
        return actor

    session.act(act, actor="An", done=order.append)
    qtbot.waitUntil(session.idle)
    assert order == ["An", frozenset({Kind.BALLOTS})]


def test_that_an_answer_comes_with_what_it_was_read_from_and_nothing_of_before(qtbot, session):
    def question(file, kind):
        file.kinds.note_read(frozenset({kind}))
        return kind

    told = []
    session.ask(question, Kind.DUTIES, done=told.append)
    session.ask(question, Kind.PEOPLE, done=told.append, reads=told.append)
    qtbot.waitUntil(session.idle)
    assert told == [Kind.DUTIES, frozenset({Kind.PEOPLE}), Kind.PEOPLE]


def test_that_what_an_act_wrote_before_it_broke_is_told_with_the_next_answer(qtbot, session):
    def act(file):
        file.kinds.note_changed(frozenset({Kind.PEOPLE}))
        raise ValueError

    told = []
    session.changed.connect(told.append)
    session.act(act, done=told.append)
    session.ask(lambda file: 1, done=told.append)
    qtbot.waitUntil(session.idle)
    assert told == [1, frozenset({Kind.PEOPLE})]


def test_that_a_refused_act_changes_nothing(qtbot, session):
    order = []
    session.changed.connect(order.append)
    session.act(lambda file: refuse("rules_fixed"), done=order.append)
    qtbot.waitUntil(session.idle)
    assert [type(each) for each in order] == [Refusal]


def test_that_an_act_the_disk_did_not_take_is_a_refusal(qtbot, session):
    def act(file):
        raise NotSaved(problem("disk_full"))

    answers = []
    session.act(act, done=answers.append)
    qtbot.waitUntil(session.idle)
    assert answers[0].first.code == "disk_full"


def test_that_an_unexpected_exception_in_an_act_is_told(qtbot, session):
    failures, answers = [], []
    session.failed.connect(failures.append)
    session.act(lambda file: [][1], done=answers.append)
    qtbot.waitUntil(session.idle)
    assert (len(failures), answers) == (1, [])


def test_that_closing_comes_after_all_that_was_asked_and_nothing_after_it(qtbot, session, closed):
    answers = []
    session.ask(lambda file: list(closed), done=answers.append)
    session.close(lambda: answers.append("closed"))
    session.ask(lambda file: "late", done=answers.append)
    qtbot.waitUntil(session.idle)
    assert answers == [[], "closed"]
    assert closed == [True]


def test_that_a_renewed_session_serves_the_same_file_and_the_old_one_is_silent(qtbot, session):
    renewed, answers = session.renewed(), []
    session.ask(lambda file: "old", done=answers.append)
    renewed.ask(lambda file: file.number, done=answers.append)
    qtbot.waitUntil(renewed.idle)
    assert answers == [7]
    assert renewed.path == Path("a.congress")


def test_that_the_name_of_the_operator_is_remembered(session):
    assert session.operator
    session.operator = "Lê Thị Hạnh"
    assert session.renewed().operator == "Lê Thị Hạnh"
    assert SettingsStore().values.operator == "Lê Thị Hạnh"


class Referent(QObject):
    """Notes the thread in which it is let go of."""

    def __init__(self, ended: list[int]) -> None:
        super().__init__()
        self._ended = ended

    def work(self) -> None:
        """Do nothing, as the method of an object."""

    def fail(self) -> None:
        raise ValueError(self)

    def take(self, answer: object) -> None:
        """Take an answer."""

    def __del__(self) -> None:
        self._ended.append(threading.get_ident())


def _a_bound_method(referent: Referent) -> Callable[[], object]:
    return referent.work


def _a_closure(referent: Referent) -> Callable[[], object]:
    return lambda: referent.objectName()


def _a_value(referent: Referent) -> Callable[[], object]:
    return lambda: (referent, [referent.take])


def _a_raising_job(referent: Referent) -> Callable[[], object]:
    return referent.fail


@pytest.mark.parametrize("job", [_a_bound_method, _a_closure, _a_value, _a_raising_job])
def test_that_no_object_ends_in_a_worker(qtbot, background, job):
    ended: list[int] = []
    for number in range(6000):
        referent = Referent(ended)
        if number % 2:
            background.run(job(referent), referent.take)
        else:
            background.run(job(referent))
        del referent
        if number % 300 == 0:
            qtbot.waitUntil(background.idle)
    qtbot.waitUntil(background.idle)
    # An exception and the frame that holds it make a ring: those wait for this thread's collector.
    gc.collect()
    assert len(ended) == 6000
    assert set(ended) == {threading.get_ident()}


def test_that_a_job_whose_queue_was_stopped_ends_in_the_gui_thread(qtbot):
    ended: list[int] = []
    stopped = Background()
    begun, go_on = threading.Event(), threading.Event()
    stopped.run(lambda: begun.set() or go_on.wait(5))
    for _ in range(50):
        stopped.run(Referent(ended).work)
    begun.wait(5)
    go_on.set()
    stopped.stop()
    assert stopped.idle()
    assert set(ended) == {threading.get_ident()}
    assert len(ended) == 50


def test_that_whoever_asked_is_told_of_a_failure_and_so_is_the_one_handler(qtbot, background):
    told: list[tuple[str, type]] = []
    report_unexpected_to(lambda error: told.append(("handler", type(error))))
    background.run(lambda: 1 / 0, failed=lambda error: told.append(("asker", type(error))))
    qtbot.waitUntil(background.idle)
    assert told == [("asker", ZeroDivisionError), ("handler", ZeroDivisionError)]


def test_that_one_handler_hears_of_every_worker(qtbot, background):
    heard: list[str] = []
    report_unexpected_to(lambda error: heard.append(str(error)))
    other = Background()
    for worker, words in ((background, "first"), (other, "second")):
        worker.run(partial(_raise, words))
        qtbot.waitUntil(worker.idle)
    other.stop()
    assert heard == ["first", "second"]


def _raise(words: str) -> None:
    raise LookupError(words)
