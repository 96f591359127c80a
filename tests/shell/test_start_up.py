"""The window starts light: what a file needs is not loaded before there is a file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("sqlite3", "sqlite_utils", "openpyxl", "reportlab", "pypdfium2", "platformdirs")

START = """
import sys
from congress_desk.app import run

def leave(window):
    from PySide6.QtCore import QTimer
    import linecache
    assert not any("shell" in name for name in linecache.cache), "PySide reads sources"
    from congress_desk import i18n
    assert i18n.sentences("vi").unread, "the start page has words outside the areas named for it"
    print(" ".join(sys.modules))
    QTimer.singleShot(0, window.close)

sys.exit(run(None, shown=leave))
"""
WAIT = """
import sys
from congress_desk.app import run
sys.exit(run(None, shown=lambda window: print("shown", flush=True)))
"""


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "CONGRESS_DESK_CONFIG": str(tmp_path),
    }


def test_that_the_start_page_loads_nothing_a_file_needs(environment):
    done = subprocess.run(
        [sys.executable, "-c", START], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "PySide6.QtWidgets" in loaded
    assert loaded & set(HEAVY) == set()


@pytest.mark.skipif(sys.platform == "win32", reason="a console sends Ctrl+C in another way")
def test_that_ctrl_c_in_the_terminal_closes_the_window(environment):
    window = subprocess.Popen(
        [sys.executable, "-c", WAIT], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert window.stdout.readline() == "shown\n"
    window.send_signal(signal.SIGINT)
    assert window.wait(timeout=20) == 0
    window.stdout.close()
