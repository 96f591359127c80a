"""The running view with 150 items on three days and 400 speeches: each second, and each act."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.congresses import FAMILIES, GIVEN, granted
from benchmarks.measured import Measured, percentile
from benchmarks.waiting import rest, the_app, timed, wait_until
from congress_desk.actions.running.items import finish_and_start_next
from congress_desk.actions.running.speeches import call_speaker, request_speech
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import Person
from congress_desk.domain.running.speech import Speech
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.queries.running.items import RunningView, running_view
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.background import Background
from congress_desk.ui.desks.running.desk import RunningDesk
from congress_desk.ui.desks.running.layout import PROGRAMME, SPEAKERS
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session

ITEMS, SPEECHES, PEOPLE = 150, 400, 450
SIZE = (1730, 1000)
STARTS = datetime(2026, 6, 5, 7, 30)


class _Clock:
    now = STARTS

    def __call__(self) -> datetime:
        return self.now


def run(folder: Path, short: bool) -> list[Measured]:
    """Let seconds go by and items and speakers change; every picture is painted in the time."""
    clock = _Clock()
    file = _make(folder / "running.congress", clock)
    app = the_app()
    theme.load_fonts()
    theme.apply(app, "light", 100)
    background = Background()
    session = Session(background, file, SettingsStore())
    session.operator = "đo"
    desk = RunningDesk(session, Messages(), clock=clock)
    desk.resize(*SIZE)
    desk.show()
    desk.activate()
    wait_until(lambda: session.idle() and len(desk.track.records) == ITEMS)
    rest(200)
    seconds = _seconds(app, desk, clock, 100 if short else 400)
    acts = _acts(app, desk, clock, 20 if short else 200)
    done: list[bool] = []
    session.close(lambda: done.append(True))
    wait_until(lambda: bool(done))
    desk.close()
    background.stop()
    both = f"{ITEMS} items, {SPEECHES} speeches"
    print(f"  median {percentile(seconds, 0.5) * 1000:.2f} ms a second of the clock")
    print(f"  median {percentile(acts, 0.5) * 1000:.2f} ms a changed programme or register")
    return [
        Measured(what=f"99th percentile of a second, {both}", value=_worst(seconds), bound=16,
                 unit="ms"),
        Measured(what=f"99th percentile of a change, {both}", value=_worst(acts), bound=16,
                 unit="ms"),
    ]  # fmt: skip


def _worst(times: list[float]) -> float:
    return percentile(times, 0.99) * 1000


def _seconds(app: QApplication, desk: RunningDesk, clock: _Clock, count: int) -> list[float]:
    """Return what each second costs, on both tabs; every seventh is a new minute."""
    times = []
    for second in range(count):
        if second % 50 == 0:
            desk.tabs.setCurrentIndex(SPEAKERS if second % 100 else PROGRAMME)
            rest(50)
        clock.now += timedelta(seconds=60 if second % 7 == 0 else 1)
        times.append(timed(app, desk.tick))
        rest(2)
    return times


def _acts(app: QApplication, desk: RunningDesk, clock: _Clock, count: int) -> list[float]:
    """Return what it costs to take in a changed programme, or a changed register of speakers."""
    times = []
    view: RunningView = desk._view
    for number in range(count):
        clock.now += timedelta(seconds=20)
        if number % 2:
            desk.tabs.setCurrentIndex(SPEAKERS)
            view = replace(view, speeches=(*view.speeches[1:], view.speeches[0]))
        else:
            desk.tabs.setCurrentIndex(PROGRAMME)
            first = view.track[0]
            changed = replace(first, item=replace(first.item, content=f"Nội dung {number}"))
            view = replace(view, track=(changed, *view.track[1:]))
        rest(30)
        times.append(timed(app, lambda view=view: desk._on_read(view)))
        rest(30)
    return times


def _make(path: Path, clock: _Clock) -> CongressFile:
    people = tuple(
        Person(
            code=f"DB-{i:03}",
            name=f"{FAMILIES[i % 10]} Thị {GIVEN[i % 11]} {i // 7}",
            delegation=f"Đoàn {i % 40 + 1}",
        )
        for i in range(1, PEOPLE + 1)
    )
    agenda = tuple(
        AgendaItem(
            content=f"Nội dung số {i + 1} của chương trình đại hội, trình bày và thảo luận",
            session=f"Ngày {i // 50 + 1}",
            day=f"2026-06-0{5 + i // 50}",
            time="07:30" if i % 50 == 0 else "",
            minutes=12,
            executor="Đoàn Chủ tịch",
            kind=ItemKind.DISCUSSION if i % 3 else ItemKind.REPORT,
        )
        for i in range(ITEMS)
    )
    details = CongressDetails(name="Đại hội đo tốc độ", starts="2026-06-05T07:30")
    file = granted(
        new_congress(path, Setup(details=details, people=people, agenda=agenda), actor="đo")
    )
    file.clock = clock
    for _ in range(10):
        granted(finish_and_start_next(file, actor="đo"))
        clock.now += timedelta(minutes=13)
    for i in range(SPEECHES):
        person = people[i]
        speech = Speech(
            speaker=person.name,
            person_id=i + 1,
            delegation=person.delegation,
            topic="Cải cách thủ tục hành chính ở cơ sở",
            through="Trưởng đoàn",
        )
        granted(request_speech(file, speech, actor="đo"))
    granted(call_speaker(file, 1, actor="đo"))
    if len(running_view(file).speeches) != SPEECHES:
        raise SystemExit("the speeches are not all there")
    return file
