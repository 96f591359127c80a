"""Results of stations while the disk is full or the process is killed: all of it, or nothing."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from congress_files import a_congress, a_round, fresh_uids, granted, striking
from pass_acts import THIRD, a_round_of_passes, both_passes
from station_acts import at_station, handed

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.passes.settling import resolve_place
from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.queries.elections.passes.bundles import bundle_of, compared_bundle
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.elections.stations.stations import stations
from congress_desk.station_files import take_in, take_one
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.opening import open_file

SHEETS = 120
LONG = Paper(board_reason=BoardReason.OTHER, board_text="chữ " * 100)
KILLS = 4
TAKES = """
import os, sys
from pathlib import Path
from congress_desk.station_files import take_one
from congress_desk.storage.opening import open_file

file = open_file(Path(sys.argv[1]))
os.write(1, b"begun\\n")
taken = take_one(file, Path(sys.argv[2]), actor="TB")
os.write(1, b"taken\\n" if not hasattr(taken, "problems") else b"refused\\n")
"""


def a_result(tmp_path: Path, paper: Paper = LONG) -> tuple[Path, Path]:
    """Return a closed congress and the result of its station that enters a large bundle."""
    file = a_congress(tmp_path)
    found = a_round(file, papers=SHEETS, bundle_size=SHEETS)
    result = at_station(handed(file, found, 1), (1, [paper] * SHEETS))
    file.close()
    return file.path, result


def test_that_a_result_for_a_full_disk_leaves_the_bundle_out_and_comes_in_later(tmp_path):
    path, result = a_result(tmp_path)
    file = granted(open_file(path))
    pages = file.db.execute("PRAGMA page_count").fetchone()[0]
    file.db.execute(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(NotSaved) as raised:
        take_one(file, result, actor="TB")
    assert raised.value.problem.code == "disk_full"
    assert stations(file, 1)[0].is_out and round_sheet(file, 1).tally.entered == 0
    assert file.check() == []
    file.db.execute("PRAGMA max_page_count = 1000000")
    assert take_in(file, [result], actor="TB").stations
    assert round_sheet(file, 1).tally.entered == SHEETS
    assert file.check() == []
    file.close()
    assert check_closed_file(path, recount_problems) == []


def test_that_settling_on_a_full_disk_leaves_the_place_to_type(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    both_passes(file, found, [[4], [3], [2]], [[4], [1], [2]])
    pages = file.db.execute("PRAGMA page_count").fetchone()[0]
    file.db.execute(f"PRAGMA max_page_count = {pages}")
    paper = Paper(board_reason=BoardReason.OTHER, board_text="chữ " * 120)
    entered = 0
    with pytest.raises(NotSaved):
        for _ in range(60):  # each is journaled: the room ends in one of them
            uid = fresh_uids(1)[0]
            resolve_place(file, found.id, 1, 2, paper, uid, operator=THIRD, twice=True)
            entered += 1
    assert (compared_bundle(file, found.id, 1).left == (2,)) is (entered == 0)
    file.db.execute("PRAGMA max_page_count = 1000000")
    if entered == 0:
        paper = striking(found, [3])
        granted(resolve_place(file, found.id, 1, 2, paper, *fresh_uids(1), operator=THIRD))
    assert bundle_of(file, found.id, 1).is_agreed
    assert file.check() == []
    file.close()


def test_that_a_kill_while_a_result_is_taken_leaves_all_of_it_or_nothing(tmp_path):
    path, result = a_result(tmp_path, Paper())
    dice = random.Random(7)
    original = path.read_bytes(), path.with_name(path.name + ".journal.jsonl").read_bytes()
    for _ in range(KILLS):
        path.write_bytes(original[0])
        path.with_name(path.name + ".journal.jsonl").write_bytes(original[1])
        said = said_until_killed(path, result, dice.random() * 0.12)
        assert check_closed_file(path, recount_problems) == []
        file = granted(open_file(path))
        entered = round_sheet(file, 1).tally.entered
        assert stations(file, 1)[0].is_out is (entered == 0)
        assert entered == SHEETS if "taken" in said else entered in (0, SHEETS)
        if not entered:
            assert take_in(file, [result], actor="TB").stations
        assert round_sheet(file, 1).tally.entered == SHEETS
        file.close()


def said_until_killed(path: Path, result: Path, seconds: float) -> str:
    process = subprocess.Popen(
        [sys.executable, "-c", TAKES, str(path), str(result)], stdout=subprocess.PIPE
    )
    assert process.stdout
    first = process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    rest = process.stdout.read()
    process.stdout.close()
    process.wait()
    return (first + rest).decode()
