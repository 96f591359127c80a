"""A second start on a file that is open brings the first window to the front, in two processes."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from congress_desk.cli import second_start
from congress_desk.errors import Refusal
from congress_desk.example import make_example
from congress_desk.storage.safety.lock import lock_path

ROOT = Path(__file__).parents[2]
FIRST = """
import sys
from pathlib import Path
from congress_desk.app import run

def shown(window):
    bring = window.windows.bring
    def told(path):
        found = bring(path)
        print("asked", found, flush=True)
        return found
    window.windows.bring = told
    from PySide6.QtCore import QTimer
    def ready():
        if window.session is None:
            QTimer.singleShot(50, ready)
        else:
            print("open", flush=True)
    ready()

sys.exit(run(Path(sys.argv[1]), shown=shown))
"""


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "CONGRESS_DESK_CONFIG": str(tmp_path / "config"),
    }


def test_that_a_second_start_brings_the_window_of_the_file_and_ends(environment, tmp_path):
    path = tmp_path / "mau.congress"
    assert not isinstance(make_example(path), Refusal)
    first = subprocess.Popen(
        [sys.executable, "-c", FIRST, str(path)], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert first.stdout.readline() == "open\n"
        second = subprocess.run(
            [sys.executable, "-m", "congress_desk", str(path)],
            env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        assert first.stdout.readline() == "asked True\n"
        assert first.poll() is None, "the first window goes on"
    finally:
        first.terminate()
        first.wait(timeout=20)


def test_that_a_process_that_ended_is_not_waited_for_twice(tmp_path, monkeypatch):
    monkeypatch.setenv("CONGRESS_DESK_CONFIG", str(tmp_path))
    monkeypatch.setattr(second_start, "PATIENCE_S", 0.1)
    path = tmp_path / "dh.congress"
    note = {"who": "An", "host": socket.gethostname(), "pid": 1, "since": ""}
    lock_path(path).write_text(json.dumps(note), "utf-8")
    folder = tmp_path / "second_start"
    folder.mkdir()
    (folder / "1.here").touch()
    assert not second_start.is_in_front(path)
    assert list(folder.iterdir()) == []
    monkeypatch.setattr(second_start.time, "sleep", lambda _: pytest.fail("waited again"))
    assert not second_start.is_in_front(path)


def test_that_a_file_nobody_has_open_asks_nobody(tmp_path, monkeypatch):
    monkeypatch.setenv("CONGRESS_DESK_CONFIG", str(tmp_path))
    assert not second_start.is_in_front(tmp_path / "dh.congress")
    assert not (tmp_path / "second_start").exists()
