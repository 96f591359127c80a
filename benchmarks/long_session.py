"""A working day of eight hours in one window, at speed: memory stays flat, nothing gets slower.

Each hour: ballots typed key by key, people checked in, every desk opened, the palette shown, a
second window opened and closed, papers written. Times are of the processor, which other programs do
not lengthen. Run by its name: `python -m benchmarks --only long_session`.
"""

from __future__ import annotations

import gc
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import psutil
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.congresses import granted, make_congress, open_empty_round
from benchmarks.measured import Measured, percentile
from benchmarks.waiting import rest, the_app, wait_until
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.register import add_person
from congress_desk.domain.people.person import Person
from congress_desk.papers import export_papers
from congress_desk.queries.people import register
from congress_desk.settings import SettingsStore
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.composition import build_window
from congress_desk.ui.shell.main_window import MainWindow

HOURS, NAMES, SEATS, PEOPLE = 8, 30, 27, 200
KINDS = ("results", "people", "agenda")
LINES = ("0103", "020406", "21-23", "*4", "3.12", "0102", "0")


class Hour(NamedTuple):
    """What an hour cost: memory afterwards (MB), a ballot (ms), a desk (ms), the papers (s)."""

    memory: float
    ballot: float
    desk: float
    papers: float


def run(folder: Path, short: bool) -> list[Measured]:
    """Work for eight hours; the last is held against the second, when every desk was open once."""
    hours, ballots = (3, 12) if short else (HOURS, 100)
    path = _a_congress(folder / "day.congress", hours * ballots)
    app = the_app()
    store = SettingsStore()
    store.change(operator="đo")
    window = build_window(store, Messages(), path)
    window.show()
    wait_until(lambda: window.workspace is not None and window.idle())
    told = []
    for number in range(hours):
        told.append(_hour(app, window, ballots, folder / "papers", number))
        hour = told[-1]
        print(
            f"  {number + 1:>2}. hour: {hour.memory:6.1f} MB, ballot {hour.ballot:6.2f} ms,"
            f" desk {hour.desk:6.1f} ms, papers {hour.papers:5.2f} s"
        )
    window.close()
    wait_until(lambda: not window.isVisible() and window.idle())
    problems = check_closed_file(path, recount_problems)
    if problems:
        raise SystemExit(f"the file has problems: {problems}")
    first, last = told[1], told[-1]
    # By the middle of the day all is loaded: what grows from there is what was entered, or a leak.
    middle = told[len(told) // 2 - 1]
    grown = (last.memory - middle.memory) / (len(told) - len(told) // 2)
    return [
        Measured(what="memory an hour, second half of the day", value=grown, bound=2, unit="MB"),
        Measured(what="a ballot in the last hour / in the second", value=last.ballot / first.ballot,
                 bound=1.5, unit="×"),
        Measured(what="a desk in the last hour / in the second", value=last.desk / first.desk,
                 bound=1.5, unit="×"),
        Measured(what="papers in the last hour / in the second", value=last.papers / first.papers,
                 bound=1.5, unit="×"),
    ]  # fmt: skip


def _a_congress(path: Path, ballots: int) -> Path:
    file = make_congress(path, NAMES, SEATS)
    for number in range(1, PEOPLE + 1):
        person = Person(code=f"{number:03}", name=f"Đại biểu {number}")
        granted(add_person(file, person, actor="đo"))
    open_empty_round(file, ballots)
    file.close()
    return path


def _hour(app: QApplication, window: MainWindow, ballots: int, papers: Path, number: int) -> Hour:
    typed = _type(window, ballots)
    _check_in(window, number)
    desks = _visit_desks(window)
    _use_windows(window)
    started = time.process_time()
    written = _ask(window, lambda file: export_papers(file, papers, KINDS, written=lambda _: None))
    granted(written)
    took = time.process_time() - started
    shutil.rmtree(papers)
    app.sendPostedEvents()
    gc.collect()
    memory = psutil.Process().memory_info().rss / 1e6
    return Hour(memory, percentile(typed, 0.5) * 1000, percentile(desks, 0.5) * 1000, took)


def _type(window: MainWindow, ballots: int) -> list[float]:
    """Return the seconds of each ballot from its Enter until the file and the screen have it."""
    window.workspace.show_desk("elections")
    wait_until(window.idle)
    entry = window.findChild(QLineEdit, "ballotEntry")
    QTest.keyClick(entry, Qt.Key.Key_Escape)
    times = []
    for number in range(ballots):
        QTest.keyClicks(entry, LINES[number % len(LINES)])
        started = time.process_time()
        QTest.keyClick(entry, Qt.Key.Key_Return)
        _wait_until_soon(window.idle)
        times.append(time.process_time() - started)
    return times


def _check_in(window: MainWindow, number: int) -> None:
    people = _ask(window, register)
    share = len(people) // HOURS
    for person in people[number * share : (number + 1) * share]:
        window.session.act(check_in, person.id, actor="đo", done=lambda _: None)
    wait_until(window.idle)


def _visit_desks(window: MainWindow) -> list[float]:
    times = []
    for entry in window.workspace.entries:
        started = time.process_time()
        window.workspace.show_desk(entry.key)
        _wait_until_soon(window.idle)
        times.append(time.process_time() - started)
    return times


def _use_windows(window: MainWindow) -> None:
    window.commands.run("palette")
    rest(20)
    window.commands.run("palette")
    other = window.windows.add_beside(window)
    assert other is not None
    wait_until(other.idle)
    other.close()
    wait_until(lambda: not shiboken6.isValid(other) or not other.isVisible())
    rest(20)


def _ask(window: MainWindow, query: Callable[[CongressFile], Any]) -> Any:
    got: list[Any] = []
    window.session.ask(query, done=got.append)
    wait_until(lambda: bool(got))
    return got[0]


def _wait_until_soon(true: Callable[[], bool]) -> None:
    for _ in range(20_000):
        if true():
            return
        rest(1)
    raise SystemExit("the window did not come to rest")
