"""Key to repainted ballot and totals, with 63 names and 1,500 ballots, totals shown.

Of a key that records a ballot: to the repaint after the acknowledgement and the recount. In
processor time, which neither the disk nor a busy machine hides.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.congresses import make_congress, record_round
from benchmarks.measured import Measured, percentile
from benchmarks.waiting import rest, the_app, timed, wait_until
from congress_desk.settings import SettingsStore
from congress_desk.storage.opening import open_file
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.composition import build_window
from congress_desk.ui.shell.main_window import MainWindow

NAMES, SEATS = 63, 55
LINES = ("0103050709111315", "02040608101214161820", "21-29", "6362", "*4", "3.12.45", "0102")


def run(folder: Path, short: bool) -> list[Measured]:
    """Type lines key by key; each key ends when the window has painted what it changed."""
    path = folder / "typing.congress"
    ballots = 300 if short else 1500
    typed = 14 if short else 70
    file = make_congress(path, NAMES, SEATS)
    record_round(file, NAMES, SEATS, ballots - typed, ballots)
    _add_bundle(file, typed)
    file.close()
    app = the_app()
    store = SettingsStore()
    store.change(operator="đo")
    window = build_window(store, Messages(), path)
    window.show()
    wait_until(lambda: window.workspace is not None and window.idle())
    entry = window.findChild(QLineEdit, "ballotEntry")
    QTest.keyClick(entry, Qt.Key.Key_Escape)
    QTest.keyClick(entry, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    rest(200)
    times = _type(app, window, entry, typed)
    _check(window, ballots)
    window.close()
    wait_until(lambda: not window.isVisible())
    worst = percentile(times, 0.99) * 1000
    print(f"  {len(times)} keys, median {percentile(times, 0.5) * 1000:.2f} ms")
    return [Measured(what=f"99th percentile of a key, {ballots} × 63", value=worst, bound=16,
                     unit="ms")]  # fmt: skip


def _add_bundle(file, typed: int) -> None:
    """Say that no sheet of the bundles so far is left, and add the one that is typed."""
    from benchmarks.congresses import granted
    from congress_desk.actions.elections.accounting import confirm_bundle, set_bundle
    from congress_desk.queries.elections.rounds import round_sheet

    for bundle in round_sheet(file, 1).bundles:
        if bundle.entered == bundle.expected:
            granted(confirm_bundle(file, 1, bundle.number, operator="đo"))
    granted(set_bundle(file, 1, 999, typed, actor="đo"))


def _type(app: QApplication, window: MainWindow, entry: QLineEdit, typed: int) -> list[float]:
    """Return the seconds of each key until what it changed is painted, recounts running beside."""
    times = []
    for i in range(typed):
        for char in LINES[i % len(LINES)]:
            times.append(timed(app, lambda char=char: QTest.keyClicks(entry, char)))
            rest(2)
        press = lambda: QTest.keyClick(entry, Qt.Key.Key_Return)  # noqa: E731 - one of many keys
        times.append(timed(app, press, window.idle))
        rest(10)
    wait_until(window.idle)
    return times


def _check(window: MainWindow, ballots: int) -> None:
    path = window.session.path
    totals = window.findChild(QWidget, "runningTotals")
    if totals is None:
        raise SystemExit("the running totals are not there")
    wait_until(window.idle)
    window.close()
    wait_until(lambda: not window.isVisible())
    file = open_file(path)
    from congress_desk.queries.elections.rounds import round_sheet

    entered = round_sheet(file, 1).tally.entered
    file.close()
    if entered != ballots:
        raise SystemExit(f"{entered} ballots in the file, not {ballots}")
