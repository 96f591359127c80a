"""One congress, one writer: the second one is refused and told who is inside."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from congress_files import a_congress, a_round, code_of, enter, granted
from journal_lines import journal

from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.opening import open_file
from congress_desk.storage.safety import lock

HOLD = """
import sys
from pathlib import Path
from congress_desk.storage.opening import open_file
from congress_desk.storage.safety import lock
lock.user_name = lambda: "Bà Thư"
file = open_file(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
file.close()
"""
TRY = """
import sys
from pathlib import Path
from congress_desk.storage.opening import open_file
found = open_file(Path(sys.argv[1]))
print(found.first.code if hasattr(found, "first") else "opened")
"""


@pytest.fixture
def path(tmp_path):
    file = a_congress(tmp_path)
    file.close()
    return file.path


@contextlib.contextmanager
def held_by_another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout and process.stdout.readline() == "open\n"
        try:
            yield process
        finally:
            process.kill()


def tried_by_another_process(path: Path) -> str:
    tried = [sys.executable, "-c", TRY, str(path)]
    return subprocess.run(tried, capture_output=True, text=True, check=True).stdout.strip()


def test_that_a_second_process_is_refused_and_told_who_has_the_file(path):
    with held_by_another_process(path):
        refusal = open_file(path)
        assert code_of(refusal) == "file_in_use"
        assert refusal.first.params["who"] == "Bà Thư"
        assert code_of(check_closed_file(path, lambda file: [])) == "file_in_use"


def test_that_the_lock_is_not_forced_by_taking_over(path):
    with held_by_another_process(path):
        assert code_of(open_file(path, take_over=True)) == "file_in_use"


def test_that_a_crash_on_this_machine_frees_the_file(path):
    with held_by_another_process(path):
        pass
    assert lock.lock_path(path).exists()
    file = granted(open_file(path))
    assert lock.read_holder(path).pid == os.getpid()
    file.close()
    assert not lock.lock_path(path).exists()


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_that_the_same_process_cannot_open_a_file_twice(path, tmp_path):
    file = granted(open_file(path))
    link, twin = tmp_path / "link.congress", tmp_path / "twin.congress"
    link.symlink_to(path)
    os.link(path, twin)
    for same in (path, tmp_path / "." / path.name, link, twin):
        assert code_of(open_file(same)) == "file_open_here"
        assert code_of(check_closed_file(same, lambda file: [])) == "file_open_here"
    assert tried_by_another_process(path) == "file_in_use"
    file.close()
    assert tried_by_another_process(path) == "opened"


def test_that_nothing_the_program_does_drops_the_lock(path, tmp_path):
    file = granted(open_file(path))
    found = a_round(file, papers=60, bundle_size=60)
    for _ in range(30):
        enter(file, found, [4])
    granted(file.copy_to(tmp_path / "copy.congress"))
    file.check()
    assert tried_by_another_process(path) == "file_in_use"
    file.close()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"who": "x"}', "\0\0", '{"pid": "no"}'])
def test_that_a_note_that_cannot_be_read_is_ignored(path, note):
    lock.lock_path(path).write_text(note)
    file = granted(open_file(path))
    file.close()
    assert not lock.lock_path(path).exists()


def test_that_a_note_that_cannot_be_written_or_removed_stops_nobody(path):
    lock.lock_path(path).mkdir()
    file = granted(open_file(path))
    enter(file, a_round(file), [4])
    file.close()
    assert lock.lock_path(path).is_dir()


@pytest.fixture
def noted_elsewhere(path):
    note = {"who": "Ông Khác", "host": "may-khac", "pid": 1, "since": "2020-06-05T08:00:00+07:00"}
    lock.lock_path(path).write_text(json.dumps(note))
    return path


def test_that_a_note_of_another_machine_refuses_until_a_person_takes_over(noted_elsewhere):
    before = noted_elsewhere.read_bytes()
    refusal = open_file(noted_elsewhere)
    assert code_of(refusal) == "file_locked_elsewhere"
    assert refusal.first.params["who"] == "Ông Khác"
    assert refusal.first.params["host"] == "may-khac"
    assert noted_elsewhere.read_bytes() == before
    file = granted(open_file(noted_elsewhere, take_over=True))
    assert file.journal_lines()[-1].act == "take_over"
    assert "may-khac" in journal(file)[-1].summary
    assert lock.read_holder(noted_elsewhere).host == socket.gethostname()
    assert file.check() == []
    file.close()


def test_that_a_take_over_that_cannot_be_journaled_leaves_the_file_closed(
    noted_elsewhere, monkeypatch
):
    def full(act: object) -> None:
        raise sqlite_error("database or disk is full")

    monkeypatch.setattr("congress_desk.storage.act.Act.write_line", full)
    with pytest.raises(NotSaved):
        open_file(noted_elsewhere, take_over=True)
    monkeypatch.undo()
    file = granted(open_file(noted_elsewhere))
    file.close()


def test_that_taking_over_a_file_nobody_has_journals_nothing(path):
    file = granted(open_file(path, take_over=True))
    assert [line.act for line in file.journal_lines()] == ["create_congress"]
    file.close()


def test_that_closing_twice_does_not_take_away_the_note_of_who_came_after(path):
    file = granted(open_file(path))
    file.close()
    with held_by_another_process(path):
        file.close()
        assert lock.read_holder(path).who == "Bà Thư"


def sqlite_error(text: str) -> Exception:
    import sqlite3

    return sqlite3.OperationalError(text)
