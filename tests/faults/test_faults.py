"""The short form of `python -m tests.faults`: nothing acknowledged is lost; controls lose."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.skipif(os.name != "posix", reason="forks and kills")
def test_that_no_fault_takes_what_was_acknowledged_and_controls_lose():
    path = os.pathsep.join([str(ROOT), *sys.path])
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--seed", "13"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": path},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    whole = next(line for line in done.stdout.splitlines() if line.startswith("in all"))
    runs, acknowledged, _, lost, wrong = (int(number) for number in whole.split()[-5:])
    assert runs > 15
    assert acknowledged > 15
    assert (lost, wrong) == (0, 0)
