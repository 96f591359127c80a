"""A file on a medium that takes nothing: read, counted and exported, in no way written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from congress_files import a_full_file, code_of, granted

from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.domain.congress import CongressState
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.opening import open_file
from congress_desk.storage.read_only import open_to_read

KEPT = Path(__file__).parent / "kept"


@pytest.fixture
def path(tmp_path):
    return a_full_file(tmp_path / "dh.congress")


def everything(file):
    return [
        round_sheet(file, held.id)
        for election in elections(file)
        for held in rounds(file, election.id)
    ]


def test_that_a_file_that_is_only_read_tells_the_same_and_takes_no_act(path):
    open_one = granted(open_file(path))
    told = everything(open_one)
    open_one.close()
    before = {each: each.read_bytes() for each in path.parent.rglob("*") if each.is_file()}
    file = granted(open_to_read(path))
    assert everything(file) == told
    assert recount_problems(file) == []
    with pytest.raises(NotSaved) as raised:
        set_state(file, CongressState.IN_SESSION, actor="TK")
    assert raised.value.problem.code == "file_open_to_read"
    assert everything(file) == told
    file.close()
    after = {each: each.read_bytes() for each in path.parent.rglob("*") if each.is_file()}
    assert after == before


def test_that_an_older_version_is_brought_up_to_date_in_memory_alone(tmp_path):
    path = Path(shutil.copy(KEPT / "v1.congress", tmp_path))
    before = path.read_bytes()
    file = granted(open_to_read(path))
    assert [sheet.result.outcome.value for sheet in everything(file)] == [
        "tie", "complete", "incomplete",
    ]  # fmt: skip
    file.close()
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["v1.congress"]


def test_that_a_file_somebody_works_in_is_not_read_beside_them(path):
    holder = sqlite3.connect(path)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    assert code_of(open_to_read(path)) == "file_in_use"
    holder.close()
    granted(open_to_read(path)).close()


def test_that_what_a_killed_program_left_half_written_is_undone_without_writing_here(path):
    text = "UPDATE congress SET name = 'half'"
    half = f"import sqlite3, os\ndb = sqlite3.connect({str(path)!r}, isolation_level=None)\n"
    half += "db.execute('PRAGMA cache_size = 1')\ndb.execute('PRAGMA cache_spill = 1')\n"
    half += f"db.execute('BEGIN')\ndb.execute({text!r})\n"
    half += "db.execute('CREATE TABLE x AS SELECT a.* FROM journal a, journal b')\nos._exit(9)\n"
    subprocess.run([sys.executable, "-c", half], check=False)
    left = path.with_name(path.name + "-journal")
    assert left.exists()
    before = path.read_bytes(), left.read_bytes()
    file = granted(open_to_read(path))
    assert file.check() == []
    file.close()
    assert (path.read_bytes(), left.read_bytes()) == before


READ = """
import os, sys
from congress_desk.cli import main
warm, file, out, *words = sys.argv[1:]
def call(path, to):
    return main([words[0], path, *[to if word == "OUT" else word for word in words[1:]]])
assert call(warm, os.path.dirname(warm)) == 0  # what is loaded late must be loaded as root
if os.getuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
print("----", file=sys.stderr)
sys.exit(call(file, out))
"""


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
@pytest.mark.parametrize("call", [["result"], ["export", "--only", "results", "--to", "OUT"]])
def test_that_results_and_papers_come_out_of_a_folder_that_takes_nothing(path, call):
    with tempfile.TemporaryDirectory() as name:
        shut, out, warm = (Path(name) / each for each in ("shut", "out", "warm"))
        for folder in (shut, out, warm):
            folder.mkdir()
            shutil.copy(path, folder) if folder != out else None
        Path(name).chmod(0o755)
        (shut / path.name).chmod(0o444)
        shut.chmod(0o555)
        out.chmod(0o777)
        files = [str(each) for each in (warm / path.name, shut / path.name, out)]
        done = subprocess.run(
            [sys.executable, "-c", READ, *files, *call],
            capture_output=True, text=True, check=False, env=os.environ | {"HOME": str(out)},
        )  # fmt: skip
        said = done.stderr.partition("----")[2]
        assert done.returncode == 0, done.stderr
        assert "chỉ đọc" in said
        assert done.stdout
        assert [each.name for each in shut.iterdir()] == [path.name]
        assert list(out.iterdir()) or call == ["result"]
        shut.chmod(0o755)
