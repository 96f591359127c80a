"""The self-check finds a value changed in any column, a row added or gone, a history cut off."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from congress_files import a_full_file, code_of
from sqlite_utils import Database

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.i18n import problem_text, use_language
from congress_desk.languages import LANGUAGES
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.journal.lines import GENESIS, line_hash
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.opening import open_file
from congress_desk.storage.schema import create_schema

TABLES = (
    "congress", "person", "agenda_item", "duty", "election", "candidate", "round",
    "round_candidate", "bundle", "entry_pass", "ballot", "ballot_mark", "waiver", "confirmation",
    "journal",
)  # fmt: skip


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    path = a_full_file(tmp_path_factory.mktemp("verify") / "dh.congress")
    return path.read_bytes()


@pytest.fixture
def path(original, tmp_path):
    path = tmp_path / "dh.congress"
    path.write_bytes(original)
    return path


def tampering(path: Path) -> sqlite3.Connection:
    """Return a connection of somebody who took every guard off."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute("PRAGMA writable_schema = ON")
    db.execute("CREATE TEMP TABLE guard AS SELECT * FROM sqlite_master WHERE type = 'trigger'")
    db.execute("DELETE FROM sqlite_master WHERE type = 'trigger'")
    db.execute("PRAGMA writable_schema = RESET")
    return db


def cover_up(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA writable_schema = ON")
    db.execute("INSERT INTO sqlite_master SELECT * FROM guard")
    db.execute("PRAGMA writable_schema = OFF")
    db.close()


def codes(path: Path) -> set[str]:
    found = check_closed_file(path, recount_problems)
    assert isinstance(found, list), found
    return {problem.code for problem in found}


def test_that_the_file_is_sound_and_has_rows_in_every_table(path):
    assert codes(path) == set()
    db = tampering(path)
    assert all(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES)
    cover_up(db)
    assert codes(path) == set()


def columns() -> list[tuple[str, str]]:
    db = Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)
    create_schema(db, SCHEMA_VERSION)
    return [(table, column.name) for table in TABLES for column in db.table(table).columns]


@pytest.mark.parametrize(("table", "column"), columns())
def test_that_a_value_changed_in_any_row_of_any_column_is_found(path, table, column):
    db = tampering(path)
    rows = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    kind = {name: kind for _, name, kind, *_ in db.execute(f"PRAGMA table_info({table})")}[column]
    other = f"coalesce({column}, 0) + 100000" if kind == "INTEGER" else f"{column} || 'x'"
    key = [name for _, name, _, _, _, part in db.execute(f"PRAGMA table_info({table})") if part]
    which = ", ".join(key)
    for row in range(rows):
        copy = path.with_name(f"{row}.congress")
        copy.write_bytes(path.read_bytes())
        changing = tampering(copy)
        changing.execute(
            f"UPDATE {table} SET {column} = {other} WHERE ({which}) ="
            f" (SELECT {which} FROM {table} ORDER BY {which} LIMIT 1 OFFSET {row})"
        )
        cover_up(changing)
        assert codes(copy), (table, column, row)
        assert code_of(open_file(copy)) == "file_damaged"


ANOTHER = {
    "INSERT INTO ballot SELECT 99, 'uid-of-a-99th', pass_id, 9, 'counted', NULL, NULL, '', '', 'A',"
    " entered_at FROM ballot LIMIT 1": "row_unknown",
    "INSERT INTO ballot_mark SELECT min(ballot_id), 3, 'struck' FROM ballot_mark": "row_unknown",
    "INSERT INTO candidate SELECT 99, 1, 9, 1, 'Người Lạ', '', '', '', '', '', NULL": "row_unknown",
    "INSERT INTO waiver SELECT 99, 2, 'x', 'Ai đó', 'không rõ', ''": "row_unknown",
    "DELETE FROM ballot_mark WHERE ballot_id = 1": "row_lost",
    "DELETE FROM confirmation": "row_lost",
    "DELETE FROM waiver": "row_lost",
    "DELETE FROM agenda_item WHERE id = 2": "row_lost",
    "UPDATE ballot SET state = 'counted' WHERE state = 'withdrawn'": "row_changed",
    "UPDATE ballot_mark SET candidate_id = 1 WHERE ballot_id = 1": "row_lost",
    "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)": "row_unknown",
    "DELETE FROM journal WHERE seq = 4": "journal_lines_missing",
    "DELETE FROM journal": "journal_empty",
    "UPDATE round SET result = replace(result, '\"votes\": 6', '\"votes\": 5')": "row_changed",
    "CREATE TABLE note (x)": "file_schema_differs",
    "DROP INDEX one_ballot_in_place": "file_schema_differs",
}  # fmt: skip


@pytest.mark.parametrize("statement", ANOTHER)
def test_that_rows_added_or_removed_are_found(path, statement):
    db = tampering(path)
    changed = db.execute(statement)
    assert changed.rowcount != 0
    cover_up(db)
    assert ANOTHER[statement] in codes(path)


def test_that_a_trigger_taken_away_is_found(path):
    tampering(path).close()
    assert codes(path) == {"file_schema_differs"}


def rechained(db: sqlite3.Connection, seq: int, change) -> None:
    """Forge a line and every hash after it, as the owner of the file could."""
    previous = GENESIS
    for row in db.execute("SELECT * FROM journal ORDER BY seq").fetchall():
        line = list(row)
        line[8] = previous
        if line[0] == seq:
            line[7] = change(line[7])
        line[9] = previous = line_hash(*line[:9])
        db.execute(
            "UPDATE journal SET changes = ?, previous = ?, hash = ? WHERE seq = ?",
            [line[7], line[8], line[9], line[0]],
        )


def a_vote_moved(changes: str) -> str:
    told = json.loads(changes)
    next(change for change in told if change[1] == "ballot_mark")[3][0][1] = 1
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def test_that_votes_forged_together_with_the_whole_journal_are_found_by_the_recount(path):
    """The declared result no longer follows from the ballots."""
    db = tampering(path)
    db.execute("UPDATE ballot_mark SET candidate_id = 1 WHERE ballot_id = 1")
    rechained(db, 3, a_vote_moved)
    cover_up(db)
    assert codes(path) == {"result_differs"}


def test_that_a_forgery_of_everything_is_found_by_the_second_journal(tmp_path):
    path = a_full_file(tmp_path / "dh.congress")
    db = tampering(path)
    rechained(db, 3, lambda changes: changes + " ")
    cover_up(db)
    assert codes(path) == {"second_journal_line_differs"}


def test_that_a_declared_result_that_was_changed_is_found(path):
    db = tampering(path)
    text = db.execute("SELECT result FROM round WHERE result <> ''").fetchone()[0]
    forged = text.replace('"elected": [1, 2, 3]', '"elected": [1, 2, 4]')
    assert forged != text
    db.execute("UPDATE round SET result = ? WHERE result <> ''", [forged])
    (seq,) = db.execute("SELECT seq FROM journal WHERE act = 'declare_result'").fetchone()
    rechained(db, seq, lambda changes: changes.replace("[1, 2, 3]", "[1, 2, 4]"))
    cover_up(db)
    assert codes(path) == {"result_differs"}


def test_that_what_is_found_can_be_said_in_both_languages(path):
    db = tampering(path)
    db.execute("UPDATE election SET seats = 1")
    cover_up(db)
    for language in LANGUAGES:
        use_language(language)
        for problem in check_closed_file(path, recount_problems):
            assert "seats" in problem_text(problem)
    use_language("vi")


def test_that_a_part_which_cannot_be_read_is_said_once(path):
    pages = bytearray(path.read_bytes())
    with sqlite3.connect(path) as db:
        roots = db.execute("SELECT rootpage FROM sqlite_master WHERE type = 'table'").fetchall()
    for (root,) in roots[::2]:
        pages[(root - 1) * 4096 : root * 4096] = bytes(range(256)) * 16
    path.write_bytes(pages)
    found = [
        each
        for each in check_closed_file(path, recount_problems)
        if each.code == "file_unreadable_part"
    ]
    assert len(found) == len({problem_text(each) for each in found}) >= 1
