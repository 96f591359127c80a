"""The screen of the hall, 1920 × 1080, with 63 names: another subject, a page, the blank hall.

Processor time of all threads is what the program needs, whatever else the machine does; the wall
clock is what somebody sees, at the median of a machine that is not quiet.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.congresses import FAMILIES, GIVEN, granted
from benchmarks.measured import Measured, percentile
from benchmarks.waiting import the_app, wait_until
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.background import Background
from congress_desk.ui.look import theme
from congress_desk.ui.parts.hall.hall_show import HallShow
from congress_desk.ui.session import Session

NAMES, SEATS, PEOPLE = 63, 51, 348
SIZE = (1920, 1080)
BOUND_MS = 100


class Took(NamedTuple):
    """How long a change took, in seconds: by the clock on the wall, and of the processor."""

    wall: float
    processor: float


def run(folder: Path, short: bool) -> list[Measured]:
    """Show one subject after the other; the time ends when the page is on the screen."""
    app = the_app()
    theme.load_fonts()
    theme.apply(app, "light", 100)
    background = Background()
    session = Session(background, _make(folder / "hall.congress"), SettingsStore())
    show = session.shared(HallShow)
    show.show(Subject(kind=SubjectKind.TITLE))
    wait_until(lambda: show.window is not None)
    show.window.resize(*SIZE)
    wait_until(session.idle)
    times = 10 if short else 60
    subjects = _subjects(times)
    changes = [_shown(show, subject) for subject in subjects]
    show.show(Subject(kind=SubjectKind.CANDIDATES, record=1))
    wait_until(session.idle)
    turns = [_timed(lambda: show.turn(1)) for _ in range(times)]
    blanks = [_timed(show.switch_blank) for _ in range(times)]
    done: list[bool] = []
    session.close(lambda: done.append(True))
    wait_until(lambda: bool(done))
    background.stop()
    return [
        *_measured("another subject, read, laid out and painted", changes),
        *_measured("another page", turns),
        *_measured("blanked or brought back", blanks),
    ]


def _measured(what: str, times: list[Took]) -> list[Measured]:
    wall, needed = ([each[clock] * 1000 for each in times] for clock in (0, 1))
    print(
        f"  wall clock {percentile(wall, 0.5):.1f} ms, 99th percentile"
        f" {percentile(wall, 0.99):.1f}; processor {percentile(needed, 0.5):.1f} ms: {what}"
    )
    return [
        Measured(what=f"processor, 99th percentile, {what}", value=percentile(needed, 0.99),
                 bound=BOUND_MS, unit="ms"),
        Measured(what=f"wall clock, median, {what}", value=percentile(wall, 0.5),
                 bound=BOUND_MS, unit="ms"),
    ]  # fmt: skip


def _subjects(times: int) -> list[Subject]:
    each = (
        Subject(kind=SubjectKind.CANDIDATES, record=1),
        Subject(kind=SubjectKind.PRESENCE),
        Subject(kind=SubjectKind.HOW_TO_VOTE, record=1),
        Subject(kind=SubjectKind.TITLE),
    )
    return [each[number % len(each)] for number in range(times)]


def _shown(show: HallShow, subject: Subject) -> Took:
    def change() -> None:
        before = show.window.page
        show.show(subject)
        wait_until(lambda: show.window.page is not before)

    return _timed(change)


def _timed(act: Callable[[], None]) -> Took:
    wall, needed = time.perf_counter(), time.process_time()
    act()
    return Took(time.perf_counter() - wall, time.process_time() - needed)


def _make(path: Path) -> CongressFile:
    people = tuple(
        Person(
            code=f"DB-{i:03}",
            name=f"{FAMILIES[i % 10]} Thị {GIVEN[i % 11]} {i // 7}",
            delegation=f"Đoàn {i % 40 + 1}",
            status=Status.PRESENT,
        )
        for i in range(1, PEOPLE + 1)
    )
    listed = tuple(Candidate(name=person.name) for person in people[:NAMES])
    held = Election(code="BCH", title="Bầu Ban Chấp hành", seats=SEATS, candidates=listed)
    details = CongressDetails(name="Đại hội đo tốc độ", starts="2026-06-05T07:30")
    setup = Setup(details=details, people=people, elections=(held,))
    return granted(new_congress(path, setup, actor="đo"))
