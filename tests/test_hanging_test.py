"""A test that stands still: it fails, and says where every thread was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"
_HANGS = """
import threading

def test_that_stands_still():
    threading.Thread(target=other_thread_waits, daemon=True).start()
    threading.Event().wait()

def other_thread_waits():
    threading.Event().wait()
"""


def test_that_a_hung_test_fails_and_prints_every_thread(tmp_path: Path) -> None:
    hangs = tmp_path / "test_hangs.py"
    hangs.write_text(_HANGS, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "0", "-c", str(PYPROJECT), "--rootdir",
         str(tmp_path), "-o", "faulthandler_timeout=2", "-p", "no:cacheprovider", str(hangs)],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode != 0
    assert "in other_thread_waits" in done.stderr
    assert "in test_that_stands_still" in done.stderr
