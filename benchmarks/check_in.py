"""Enter to painted answer at the door with 2,000 people, and the act against a bare insert."""

from __future__ import annotations

import sqlite3
import time
import uuid
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.congresses import FAMILIES, GIVEN, granted
from benchmarks.measured import Measured, percentile
from benchmarks.waiting import rest, the_app, wait_until
from congress_desk.actions.people.checkin import check_in
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import Person
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.queries.congress import presence
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.composition import build_window
from congress_desk.ui.shell.main_window import MainWindow

PEOPLE = 2000


def run(folder: Path, short: bool) -> list[Measured]:
    """Scan codes one after the other; then the acts alone, beside a bare insert."""
    scans = 100 if short else 500
    path = folder / "door.congress"
    _make(path).close()
    times = _scan(path, scans)
    file = granted(open_file(path))
    if presence(file).present != scans:
        raise SystemExit(f"{presence(file).present} present, not {scans}")
    ratio = _ratio(file, folder / "bare.db", range(scans + 1, 2 * scans + 1))
    file.close()
    worst = percentile(times, 0.99) * 1000
    print(f"  {scans} scans, median {percentile(times, 0.5) * 1000:.1f} ms")
    return [
        Measured(
            what=f"99th percentile, Enter to answer, {PEOPLE} people", value=worst, bound=30,
            unit="ms",
        ),
        Measured(what="one check-in, whole act ÷ bare insert", value=ratio, bound=3, unit="×"),
    ]  # fmt: skip


def _make(path: Path) -> CongressFile:
    people = tuple(
        Person(
            code=f"DB-{i:04}",
            name=f"{FAMILIES[i % 10]} Thị {GIVEN[i % 11]}",
            born=str(1960 + i % 40),
            delegation=f"Đoàn {i % 40 + 1}",
        )
        for i in range(1, PEOPLE + 1)
    )
    setup = Setup(details=CongressDetails(name="Đại hội đo tốc độ"), people=people)
    return granted(new_congress(path, setup, actor="đo"))


def _scan(path: Path, scans: int) -> list[float]:
    app = the_app()
    store = SettingsStore()
    store.change(operator="đo", door="Cửa A")
    window = build_window(store, Messages(), path)
    window.show()
    wait_until(lambda: window.workspace is not None and window.idle())
    window.workspace.show_desk("checkin")
    window.workspace.focus_page()
    wait_until(window.idle)
    entry = window.findChild(QLineEdit, "checkinEntry")
    painted = _Painted(window.findChild(QWidget, "checkinAnswer"))
    times = []
    for number in range(1, scans + 1):
        QTest.keyClicks(entry, f"db-{number:04}")
        times.append(_timed(app, entry, painted, f"{number} ·"))
        # Now and then the figures of the hall are worked out just before the next scan.
        rest(20 + number % 7 * 12)
    _close(window)
    return times


class _Painted(QObject):
    """Knows when the answer was last painted."""

    def __init__(self, card: QWidget) -> None:
        super().__init__()
        self.card = card
        self.at = 0.0
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.at = time.process_time()
        return False


def _timed(app: QApplication, entry: QLineEdit, painted: _Painted, told: str) -> float:
    start = time.process_time()
    QTest.keyClick(entry, Qt.Key.Key_Return)
    loop = QEventLoop()
    while told not in painted.card.accessibleName() or painted.at < start:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        app.sendPostedEvents()
    return painted.at - start


def _ratio(file: CongressFile, bare: Path, numbers: range) -> float:
    """Alternate the two in one loop, so that both meet the same disk."""
    connection = sqlite3.connect(bare, isolation_level=None)
    for setting in ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", "synchronous=EXTRA"):
        connection.execute(f"PRAGMA {setting}").fetchall()
    connection.execute(
        "CREATE TABLE passage (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, who INTEGER)"
    )
    acts, inserts = [], []
    for number in numbers:
        start = time.perf_counter()
        granted(check_in(file, number, door="Cửa A", actor="đo"))
        acts.append(time.perf_counter() - start)
        start = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO passage VALUES (?, ?, ?)", [number, uuid.uuid4().hex, 1])
        connection.execute("COMMIT")
        inserts.append(time.perf_counter() - start)
    connection.close()
    print(f"  act {median(acts) * 1000:.2f} ms, bare insert {median(inserts) * 1000:.2f} ms")
    return median(acts) / median(inserts)


def _close(window: MainWindow) -> None:
    window.close()
    wait_until(lambda: not window.isVisible())
