"""A process killed at any moment loses no acknowledged ballot and leaves a file that verifies.

30 kills as a rule; CONGRESS_DESK_KILLS=200 for the long run.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from congress_files import a_congress, a_round, granted

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.queries.elections.ballots import ballots
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.opening import open_file

KILLS = int(os.environ.get("CONGRESS_DESK_KILLS", "30"))
TYPIST = """
import os, random, sys, uuid
from pathlib import Path
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.domain.elections.ballots import Paper
from congress_desk.storage.opening import open_file

file, early = open_file(Path(sys.argv[1])), sys.argv[2] == "early"
while True:
    uids = [uuid.uuid4().hex for _ in range(random.choice((1, 1, 1, 5)))]
    said = "".join(uid + "\\n" for uid in uids).encode()
    if early:
        os.write(1, said)
    entered = enter_ballots(file, 1, 1, [Paper(struck=frozenset({1}))] * len(uids), uids,
                            operator="A")
    assert not hasattr(entered, "problems"), entered
    if not early:
        os.write(1, said)
"""


def lost_after_kills(path: Path, kills: int, when: str) -> list[str]:
    """Kill a typist again and again; return what was acknowledged and is not in the file."""
    acknowledged: set[str] = set()
    for _ in range(kills):
        said = said_until_killed(path, when)
        assert said or when == "early"
        acknowledged |= said
        assert check_closed_file(path, recount_problems) == []
        file = granted(open_file(path))
        recorded = {ballot.uid for ballot in ballots(file, 1)}
        file.close()
        if lost := sorted(acknowledged - recorded):
            return lost
    return []


def said_until_killed(path: Path, when: str) -> set[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(path), when], stdout=subprocess.PIPE
    )
    assert process.stdout
    first = process.stdout.readline()
    time.sleep(random.random() * 0.04)
    process.kill()
    said = first + process.stdout.read()
    process.stdout.close()
    process.wait()
    return {line.decode() for line in said.splitlines(keepends=False) if len(line) == 32}


def a_path(folder: Path) -> Path:
    file = a_congress(folder)
    a_round(file, papers=90_000, bundle_size=90_000)
    file.close()
    return file.path


def test_that_no_acknowledged_ballot_is_lost(tmp_path):
    assert lost_after_kills(a_path(tmp_path), KILLS, "after the commit") == []


def test_that_acknowledging_before_the_commit_would_lose_ballots(tmp_path):
    """The negative control: the same check finds what a careless program loses."""
    assert lost_after_kills(a_path(tmp_path), 60, "early") != []
