"""What every test stands on: no screen, settings of its own, Vietnamese, no unexpected error."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says something of the machine, nothing of the program.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The programs that tests start keep their modules compiled, as on a user's machine.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Each act waits until the disk has it: a disk in memory takes it at once. What passed is removed.
IN_MEMORY, ROOM = Path("/dev/shm"), 2_000_000_000
if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

NETWORK = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
)


def _deny_the_network(event: str, told: tuple[Any, ...]) -> None:
    """Refuse every call to a network, in every test: the program makes none, ever."""
    if event in NETWORK and getattr(told[0], "family", None) != getattr(socket, "AF_UNIX", ""):
        raise PermissionError(f"no network: {event} {told}")


sys.addaudithook(_deny_the_network)

from congress_desk.actions.operators import pins  # noqa: E402 - the platform is chosen first
from congress_desk.domain.operators.pins import Cost  # noqa: E402
from congress_desk.i18n import use_language, use_words  # noqa: E402

# What may be made, and not let go, before garbage is collected: containers, as Python counts them,
# and bytes of memory, as the papers of a congress hold them in few containers.
MADE_BEFORE_COLLECTING, ROOM_BEFORE_COLLECTING = 200_000, 150_000_000


# One test of these takes seconds: begun last, it would keep one worker busy and the others idle.
HEAVY = {
    *("test_whole_programme", "test_seven_congresses", "test_ward_congress", "test_pdf_archive"),
    *("test_every_page", "test_command_places", "test_garbage", "test_faults"),
    "test_every_template",
    "test_from_empty_to_sealed",
    *("test_damaged_workbooks", "test_papers_desk", "test_i18n", "test_papers_of_people"),
    *("test_ballots_in_any_order", "test_verify_bytes", "test_migration_to_running"),
    *("test_people_lists", "test_words_of_bodies", "test_help_drawer", "test_preparation"),
    *("test_tools", "test_calls", "test_five_stations", "test_two_windows", "test_register_book"),
    *("test_province_short_of_two", "test_act_names", "test_rules_shipped", "test_languages"),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long."""
    items.sort(key=lambda item: item.path.stem not in HEAVY)


@pytest.fixture(scope="session", autouse=True)
def collected_between_tests() -> Iterator[None]:
    """Let garbage go in the thread of the widgets alone: a worker's collector would end them."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def tidied(collected_between_tests: None, request: pytest.FixtureRequest) -> Iterator[None]:
    """End the windows that a test leaves behind, and collect what it made when it is much.

    Each change of the looks dresses every widget that there is, also those nobody sees any more.
    """
    widgets = sys.modules.get("PySide6.QtWidgets")
    windows = set(widgets.QApplication.topLevelWidgets()) if widgets else set()
    yield
    if "qtbot" in request.fixturenames:
        _end_windows_but(windows)
    if gc.get_count()[0] > MADE_BEFORE_COLLECTING or _used() > _room[0]:
        gc.collect()
        _room[0] = _used() + ROOM_BEFORE_COLLECTING


_room = [0]


def _used() -> int:
    """Return the bytes of memory that this process holds."""
    return psutil.Process().memory_info().rss


def _end_windows_but(kept: set[Any]) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()  # a window that was closed may be about to end itself
    for window in QApplication.topLevelWidgets():
        if window not in kept and window.parent() is None and not window.isVisible():
            window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the settings of the person at this machine."""
    monkeypatch.setenv("CONGRESS_DESK_CONFIG", str(tmp_path_factory.mktemp("config")))


@pytest.fixture(autouse=True)
def quick_pins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a new PIN cost next to nothing; what a real one costs has a test of its own."""
    monkeypatch.setattr(pins, "cost", Cost(n=2, r=1, p=1))


@pytest.fixture(scope="module", autouse=True)
def words_of_no_body() -> None:
    """Start every file of tests in the words that are right for all bodies."""
    use_words({})


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Start every test in the default language."""
    use_language("vi")
    yield
    use_language("vi")


@pytest.fixture(autouse=True)
def no_unexpected_error(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logged an error nobody expected."""
    yield
    errors = [r for r in caplog.get_records("call") if r.levelno >= logging.ERROR]
    assert not errors, [record.getMessage() for record in errors]


@pytest.fixture(autouse=True)
def nobody_reported_to() -> Iterator[None]:
    """Take the handler of unexpected errors away with the window that a test made."""
    yield
    background = sys.modules.get("congress_desk.ui.background")
    if background is not None:
        background.report_unexpected_to(None)


@pytest.fixture
def phuong_19() -> Path:
    """The set-up workbook of a real-looking ward congress: 120 people, three elections."""
    return Path(__file__).parent / "data" / "phuong-19.xlsx"
