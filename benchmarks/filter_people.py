"""Key to repainted table: filtering a register of 2,000 people as somebody types."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.congresses import granted
from benchmarks.measured import Measured, percentile
from benchmarks.waiting import rest, the_app, timed, wait_until
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.settings import SettingsStore
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.composition import build_window
from congress_desk.ui.shell.main_window import MainWindow

PEOPLE = 2000
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Đặng", "Bùi", "Ngô")
MIDDLES = ("Thanh", "Kim", "Văn", "Ngọc", "Xuân", "Thị Hồng", "Đức", "Quốc", "Minh", "Thị")
GIVENS = ("An", "Bảo", "Bình", "Châu", "Chi", "Dũng", "Đạt", "Hùng", "Linh", "Nga", "Thủy", "Ý")
TYPED = ("nguyen thi hong an", "dang kim", "pho bi thu khu pho 12", "db 17", "1204", "y", "zz")
SIZE = (1920, 1080)


def run(folder: Path, short: bool) -> list[Measured]:
    """Type and take back filters; each key ends when the table has painted whom it leaves."""
    path = folder / "register.congress"
    granted(new_congress(path, _setup(), actor="đo")).close()
    app = the_app()
    store = SettingsStore()
    store.change(operator="đo")
    window = build_window(store, Messages(), path)
    window.resize(*SIZE)
    window.show()
    wait_until(lambda: window.workspace is not None and window.idle())
    window.workspace.show_desk("people")
    wait_until(window.idle)
    line = window.findChild(QLineEdit, "peopleFilter")
    rest(200)
    times = [time for _ in range(1 if short else 5) for time in _type(app, window, line)]
    window.close()
    wait_until(lambda: not window.isVisible())
    print(f"  {len(times)} keys, median {percentile(times, 0.5) * 1000:.2f} ms")
    worst = percentile(times, 0.99) * 1000
    what = f"99th percentile of a key, {PEOPLE} people, {SIZE[0]} × {SIZE[1]}"
    return [Measured(what=what, value=worst, bound=16, unit="ms")]


def _type(app: QApplication, window: MainWindow, line: QLineEdit) -> list[float]:
    """Return the seconds of each key, repainting included; every filter is checked."""
    table = window.workspace.desk.register.table
    times = []

    def press(key: str) -> None:
        if key:
            QTest.keyClicks(line, key)
        else:
            QTest.keyClick(line, Qt.Key.Key_Backspace)

    for words in TYPED:
        for key in (*words, *[""] * len(words)):
            times.append(timed(app, lambda key=key: press(key)))
            rest(2)
        if len(table.records) != PEOPLE:
            raise SystemExit(f"{len(table.records)} people without a filter, not {PEOPLE}")
    return times


def _setup() -> Setup:
    people = tuple(
        Person(
            code=f"DB-{i:04}",
            name=f"{FAMILIES[i * 7 % 11]} {MIDDLES[i * 3 % 10]} {GIVENS[i % 12]}",
            born=f"{1950 + i % 50}-0{1 + i % 9}-1{i % 10}",
            gender=("nam", "nữ")[i % 2],
            delegation=f"Đảng bộ Khu phố {i % 60}",
            position=("Phó Bí thư chi bộ, tổ trưởng tổ dân phố", "Bí thư chi bộ")[i % 2],
            kind=PersonKind.GUEST if i % 20 == 0 else PersonKind.OFFICIAL,
            status=Status.PRESENT if i % 5 else Status.ABSENT,
        )
        for i in range(1, PEOPLE + 1)
    )
    details = CongressDetails(name="Đại hội", superior="Tỉnh ủy", term="2025 - 2030")
    return Setup(details=details, rule_set_id="", people=people, agenda=(), duties=(), elections=())
