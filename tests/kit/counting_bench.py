"""A real congress file, its session and the counting screen, for tests that type on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import OPERATOR, RefusingMessages, on_worker
from congress_files import anyway
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.actions.congress import create_congress
from congress_desk.actions.elections.rounds import open_round
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.imports.rule_sets import load_rule_set, rule_set_text
from congress_desk.queries.elections.lists import elections
from congress_desk.settings import SettingsStore
from congress_desk.ui.background import Background
from congress_desk.ui.desks.elections.counting.counting_panel import CountingPanel
from congress_desk.ui.desks.elections.counting.screen import CountingScreen
from congress_desk.ui.look import theme
from congress_desk.ui.session import Session

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Đặng", "Bùi", "Ngô")
MIDDLES = ("Thanh", "Kim", "Văn", "Ngọc", "Xuân", "Thị Hồng", "Đức", "Quốc", "Minh", "Thị")
GIVENS = (
    "An", "Bảo", "Bình", "Châu", "Chi", "Dũng", "Đạt", "Hùng", "Linh", "Nga", "Phương", "Quý",
    "Tâm", "Thảo", "Thủy", "Thư", "Trí", "Uyên", "Vân", "Yến", "Nghĩa", "Khuyên", "Trường",
)  # fmt: skip

BUNDLES, ACCOUNTS, CHECKS, LAST = (
    (Qt.Key(Qt.Key.Key_1 + part), Qt.KeyboardModifier.AltModifier) for part in range(4)
)


def names(number: int) -> list[str]:
    """Return different ordinary names."""
    return [f"{FAMILIES[i * 7 % 11]} {MIDDLES[i * 3 % 10]} {GIVENS[i % 23]}" for i in range(number)]


@dataclass
class Counted:
    """The screen with a round on it, and the hands that type."""

    session: Session
    screen: CountingScreen
    messages: RefusingMessages
    round_id: int
    background: Background
    file: Any

    @property
    def table(self) -> CountingPanel:
        assert self.screen.table is not None
        return self.screen.table

    @property
    def line(self) -> Any:
        return self.table.line

    @property
    def text(self) -> str:
        return self.line.text()

    @property
    def said(self) -> str:
        return self.table.slot.text

    def type(self, *keys: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        """Press keys where the keyboard is: texts are typed, keys pressed."""
        for key in keys:
            target = QApplication.focusWidget() or self.line
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            elif isinstance(key, tuple):
                QTest.keyClick(target, *key)
            else:
                QTest.keyClick(target, key)

    def ballot(self, text: str = "0", *, hand_empty: bool = True) -> None:
        """Type one line and Enter; when that fills the bundle, say that no sheet is left."""
        QTest.keyClicks(self.line, text)
        QTest.keyClick(self.line, Qt.Key.Key_Enter)
        if hand_empty and self.table.state.awaits_word:
            QTest.keyClicks(self.line, ".")

    def settle(self, qtbot: Any) -> None:
        """Wait until the file has answered everything."""
        qtbot.waitUntil(lambda: self.session.idle() and not self.table.queue.acts, timeout=20_000)

    def numbers(self) -> list[int]:
        """Return the running votes in ballot order."""
        count = self.table.state.count
        return [count.tally.votes(c.id) for c in count.sheet.round.candidates]


def make_file(
    folder: Path,
    *,
    listed: int | Sequence[str] = 18,
    seats: int = 15,
    returned: int = 100,
    bundle_size: int = 25,
    accounting: Accounting | None = None,
    people: Sequence[Candidate] = (),
) -> tuple[Any, int]:
    """Create a congress with one election and its first round; return the open file and round."""
    called = names(listed) if isinstance(listed, int) else list(listed)
    people = people or [Candidate(name=name) for name in called]
    rules = load_rule_set("dang-190-2024")
    assert not isinstance(rules, Refusal)
    election = Election(
        code="BCH",
        title="Bầu Ban Chấp hành Đảng bộ Phường 19",
        seats=seats,
        candidates=tuple(people),
    )
    setup = Setup(
        details=CongressDetails(name="Đại hội Đảng bộ Phường 19"),
        rule_set_id=rules.id,
        elections=(election,),
    )
    path = folder / "thu.congress"
    file = create_congress(path, setup, rules, rule_set_text(rules.id), actor="Thử")
    assert not isinstance(file, Refusal), file
    accounting = accounting or Accounting(
        convened=returned + 1, present=returned, issued=returned, returned=returned
    )
    opened = open_round(
        file,
        elections(file)[0].id,
        accounting=accounting,
        by_hand=True,
        bundle_size=bundle_size,
        actor="Thử",
        going_on=anyway(file),
    )
    assert not isinstance(opened, Refusal), opened
    return file, opened.id


def count(
    folder: Path,
    qtbot: Any,
    *,
    operator: str = OPERATOR,
    size: tuple[int, int] = (1178, 716),
    file_of: Callable[[Path], tuple[Any, int]] | None = None,
    **plan: Any,
) -> Counted:
    """Return the counting screen on a new congress, shown and with the keyboard.

    The file is closed and its thread ended after the test, also after one that failed.
    """
    background = Background()
    make = file_of or (lambda where: make_file(where, **plan))
    file, round_id = on_worker(background, lambda: make(folder), qtbot)
    session = Session(background, file, SettingsStore(folder / "settings"))
    session.operator = operator
    messages = RefusingMessages()
    screen = CountingScreen(session, messages)
    counted = Counted(session, screen, messages, round_id, background, file)
    qtbot.addWidget(screen, before_close_func=lambda _: close(counted, qtbot))
    screen.resize(*size)
    screen.show_record(round_id)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: screen.table is not None and session.idle(), timeout=20_000)
    qtbot.waitUntil(lambda: has_keyboard(screen), timeout=20_000)
    return counted


def has_keyboard(screen: QWidget) -> bool:
    """Say whether keys go to this window; ask for them while another one still holds them."""
    if screen.isActiveWindow() and QApplication.focusWidget() is not None:
        return True
    screen.activateWindow()
    return False


def close(counted: Counted, qtbot: Any) -> None:
    """Close the file and end its thread."""
    done: list[bool] = []
    counted.session.close(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    counted.background.stop()


def dress(app: QApplication, name: str = "light", scale: int = 100) -> None:
    """Give the program its look."""
    theme.load_fonts()
    theme.apply(app, name, scale)
