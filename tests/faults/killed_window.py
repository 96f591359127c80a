"""The real window's process, killed while somebody types into it."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from congress_files import a_congress, a_round, granted
from faults.tally import Tally

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.queries.elections.ballots import ballots
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.opening import open_file

TYPIST = Path(__file__).with_name("window_typist.py")


def killed_windows(runs: int, place: Path, choose: random.Random) -> Tally:
    """Open one file in the window again and again, and kill it while ballots go in."""
    tally = Tally("kill -9 of the real window")
    folder = place / "window"
    folder.mkdir()
    file = a_congress(folder)
    a_round(file, papers=90_000, bundle_size=90_000)
    file.close()
    said: set[str] = set()
    for _ in range(runs):
        new = _said_until_killed(file.path, folder, choose)
        said |= new
        tally.runs += 1
        tally.acknowledged += len(new)
        wrong = check_closed_file(file.path, recount_problems)
        again = granted(open_file(file.path))
        tally.lost += len(said - {ballot.uid for ballot in ballots(again, 1)})
        again.close()
        if wrong or not new:
            tally.wrong += 1
            tally.complain(f"window: {wrong or 'typed nothing'}")
    shutil.rmtree(folder)
    return tally


def _said_until_killed(path: Path, folder: Path, choose: random.Random) -> set[str]:
    env = os.environ | {
        "CONGRESS_DESK_CONFIG": str(folder / "settings"),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LD_PRELOAD": "",
    }
    process = subprocess.Popen(
        [sys.executable, str(TYPIST), str(path)], stdout=subprocess.PIPE, env=env
    )
    assert process.stdout
    first = process.stdout.readline()
    time.sleep(choose.random() * 1.5)
    process.kill()
    said = first + process.stdout.read()
    process.stdout.close()
    process.wait()
    return {line.decode() for line in said.splitlines() if len(line) == 32}
