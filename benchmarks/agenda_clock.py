"""A programme of 150 items over three days: from a key that changes it to the painted table."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.congresses import granted
from benchmarks.measured import Measured, percentile
from benchmarks.waiting import rest, the_app, wait_until
from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.settings import SettingsStore
from congress_desk.storage.opening import open_file
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.composition import build_window
from congress_desk.ui.shell.main_window import MainWindow

ITEMS = 150
STARTS = "2026-03-12T07:30"


def run(folder: Path, short: bool) -> list[Measured]:
    """Move and lengthen items with the keyboard; then the clock alone."""
    path = folder / "agenda.congress"
    setup = Setup(
        details=CongressDetails(name="Đại hội đo tốc độ", starts=STARTS),
        agenda=tuple(_items()),
        duties=(Duty(organ=Organ.PRESIDIUM, name="Trần An"),),
    )
    granted(new_congress(path, setup, actor="đo")).close()
    keys = 120 if short else 300
    times = _press(path, keys)
    file = granted(open_file(path))
    if len(file.journal_lines()) != keys + 1:
        raise SystemExit("not every key became one act")
    file.close()
    clock = _clock_alone(200)
    print(f"  {keys} keys, median {median(times) * 1000:.1f} ms; plan {clock * 1000:.2f} ms")
    worst = percentile(times, 0.99) * 1000
    return [
        Measured(what=f"99th percentile, key to painted, {ITEMS} items", value=worst, bound=16,
                 unit="ms"),
        Measured(what="the clock alone, 99th percentile", value=clock * 1000, bound=4, unit="ms"),
    ]  # fmt: skip


def _items() -> list[AgendaItem]:
    made = []
    for number in range(ITEMS):
        day = number // 50
        made.append(
            AgendaItem(
                session=f"Phiên {day + 1}",
                day=f"2026-03-{12 + day}",
                time="07:30" if number % 50 == 0 else "",
                minutes=5 + number % 7,
                content=f"Tham luận số {number + 1} của đoàn đại biểu",
                executor="Đoàn Chủ tịch",
            )
        )
    return made


def _press(path: Path, keys: int) -> list[float]:
    app = the_app()
    window = build_window(SettingsStore(), Messages(), path)
    window.resize(1366, 768)
    window.show()
    wait_until(lambda: window.workspace is not None and window.idle())
    window.workspace.show_desk("agenda")
    wait_until(window.idle)
    programme = window.workspace.desk.programme
    programme.show_item(70)
    programme.table.setFocus()
    painted = _Painted(programme.table.viewport())
    times = []
    for number in range(keys):
        if number % 2:
            item = programme.table.current.item
            longer = replace(item, minutes=(item.minutes or 0) + 1)
            act = lambda longer=longer: window.workspace.desk.changes.change(longer)  # noqa: E731
        else:
            key = Qt.Key.Key_Down if number % 4 else Qt.Key.Key_Up
            alt = Qt.KeyboardModifier.AltModifier
            act = lambda key=key, alt=alt: QTest.keyClick(programme.table, key, alt)  # noqa: E731
        times.append(_timed(app, act, painted))
        wait_until(window.idle)
        rest(3)
    _close(window)
    return times


class _Painted(QObject):
    """Knows when the table was last painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        widget.installEventFilter(self)
        self._widget = widget

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            # Only once the paint is over is the time taken.
            self._widget.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            self._widget.installEventFilter(self)
            self.at = time.process_time()
            return True
        return False


def _timed(app: QApplication, act, painted: _Painted) -> float:
    start = time.process_time()
    act()
    loop = QEventLoop()
    while painted.at < start:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        app.sendPostedEvents()
    return painted.at - start


def _clock_alone(times: int) -> float:
    items = [replace(item, id=n) for n, item in enumerate(_items(), start=1)]
    taken = []
    for _ in range(times):
        start = time.process_time()
        plan(items, starts=STARTS)
        taken.append(time.process_time() - start)
    return percentile(taken, 0.99)


def _close(window: MainWindow) -> None:
    window.close()
    wait_until(lambda: not window.isVisible())
