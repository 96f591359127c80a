"""What docs/file-format.md promises whoever opens a file in ten years, without this program too."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from command_line import said_by
from congress_files import a_full_file, code_of, granted

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.connection import APPLICATION_ID
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.opening import open_file
from congress_desk.storage.read_only import open_to_read
from congress_desk.storage.rescue.rescue import rescue
from congress_desk.storage.safety.backup import backup_folder
from congress_desk.storage.schema import expected_schema

KEPT = sorted((Path(__file__).parent / "kept").glob("*.congress"))
DOCS = Path(__file__).parent.parent.parent / "docs" / "file-format.md"
# Version 2 was never released.
RELEASED = {1, *range(3, SCHEMA_VERSION)}


def results_of(file):
    """Return what a file says of every round; of kept files it stands beside them as JSON."""
    told = []
    for election in elections(file):
        for held in rounds(file, election.id):
            sheet = round_sheet(file, held.id)
            result = sheet.result
            told.append(
                {
                    "round": f"{election.code} {held.number}",
                    "state": held.state.value,
                    "outcome": result.outcome.value,
                    "valid": result.valid,
                    "invalid": result.invalid,
                    "votes": [candidate.votes for candidate in result.candidates],
                    "against": [candidate.against for candidate in result.candidates],
                    "elected": list(result.elected),
                }
            )
    return told


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_that_a_kept_file_verifies_is_copied_migrated_and_gives_the_same_results(kept, tmp_path):
    path = Path(shutil.copy(kept, tmp_path))
    assert check_closed_file(path, recount_problems) == []
    expected = json.loads(kept.with_suffix(".json").read_text("utf-8"))
    read = granted(open_to_read(path))
    assert results_of(read) == expected
    read.close()
    assert path.read_bytes() == kept.read_bytes()
    file = granted(open_file(path))
    assert results_of(file) == expected
    assert file.check() == []
    assert recount_problems(file) == []
    file.close()
    with sqlite3.connect(kept) as db:
        before = db.execute("PRAGMA user_version").fetchone()[0]
    if before < SCHEMA_VERSION:
        (copy,) = backup_folder(path).iterdir()
        with sqlite3.connect(copy) as db:
            assert db.execute("PRAGMA user_version").fetchone()[0] == before
        assert check_closed_file(copy, recount_problems) == []
    assert check_closed_file(path, recount_problems) == []


def test_that_a_file_of_every_released_version_is_kept():
    assert {int(path.stem.removeprefix("v")) for path in KEPT} >= RELEASED


def test_that_a_newer_file_is_refused_by_every_door_and_not_touched(tmp_path, capsys):
    (tmp_path / "a").mkdir()
    path = a_full_file(tmp_path / "a" / "dh.congress")
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    shutil.rmtree(backup_folder(path))
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    for door in (open_file, open_to_read, lambda path: check_closed_file(path, recount_problems)):
        assert code_of(door(path)) == "file_newer"
    out, new = tmp_path / "out", tmp_path / "new.congress"
    out.mkdir()
    for call in (
        ["result", path], ["verify", path], ["people", path, "--json"],
        ["export", path, "--to", out], ["backup", path, "--to", out], ["restore", path, new],
    ):  # fmt: skip
        told = said_by(capsys, *call)
        assert told.code == 2, call
        assert "mới hơn" in told.err
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before
    assert list(out.iterdir()) == []
    assert not new.exists()


def test_that_plain_sqlite_reads_every_table_and_every_row(tmp_path):
    path = a_full_file(tmp_path / "dh.congress")
    rescued = granted(rescue(path))
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for table in rescued.tables:
            columns = ", ".join(f'"{column}"' for column in table.columns)
            rows = db.execute(f"SELECT {columns} FROM {table.name}").fetchall()
            assert sorted(map(repr, rows)) == sorted(map(repr, table.rows)), table.name


def test_that_every_table_and_column_is_described(tmp_path):
    text = DOCS.read_text("utf-8").partition("## Every table and column")[2]
    lines = dict.fromkeys(re.findall(r"^\| (`.*?`.*?) \| (.*) \|$", text, re.MULTILINE))
    described = [
        (set(re.findall(r"`(\w+)`", names)), set(re.findall(r"`(\w+)`", columns)))
        for names, columns in lines
    ]
    with sqlite3.connect(":memory:") as db:
        for kind, name, _, sql in expected_schema(SCHEMA_VERSION):
            if kind == "table" and not name.startswith("sqlite_"):
                db.execute(sql)
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        missing = []
        for table in tables:
            columns = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
            told = [known for names, known in described if table in names]
            missing += [f"{table}.{each}" for each in columns - set().union(*told)]
    assert missing == []
    assert {name for names, _ in described for name in names} == set(tables)
