"""A file is in its place when it is whole: a program killed while making one blocks no next try."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from congress_files import code_of, granted

from congress_desk import atomic_congress
from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.atomic_congress import make_whole
from congress_desk.example import make_example
from congress_desk.new_congress import new_from_workbook
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.journal.second_journal import SUFFIX
from congress_desk.storage.opening import create_file, open_file
from congress_desk.storage.safety.disk_errors import why_not_saved

_MAKES_AND_WAITS = """
import sys, time
from pathlib import Path
from congress_desk.atomic_congress import make_whole
from congress_desk.storage.opening import create_file

def make(place):
    create_file(place)
    print("begun", flush=True)
    time.sleep(60)

make_whole(Path(sys.argv[1]), make)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "đại hội.congress"


@pytest.fixture
def maker(path):
    """Another program in the middle of making the file."""
    made = subprocess.Popen(
        [sys.executable, "-c", _MAKES_AND_WAITS, str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
    )
    assert made.stdout is not None
    assert made.stdout.readline().strip() == b"begun"
    yield made
    made.kill()
    made.wait()
    made.stdout.close()


def _closed(workbook, place):
    file, notes = granted(new_from_workbook(place, workbook, actor="An"))
    file.close()
    return notes


def test_that_a_killed_program_leaves_nothing_in_the_way(path, maker, phuong_19):
    maker.kill()
    maker.wait()
    assert not path.exists()
    granted(make_whole(path, partial(_closed, phuong_19)))
    file = granted(open_file(path))
    assert file.check() == []
    file.close()


def test_that_an_example_made_anew_takes_the_place_of_the_old_one_in_one_step(path, monkeypatch):
    def example(**how):
        return make_example(path, size="chi-bo", **how)

    granted(example())
    file = granted(open_file(path))
    granted(set_congress_setting(file, "hall", "Hội trường cũ", actor="An"))
    lines = file.journal_lines()
    file.close()
    real = Path.replace

    def killed(at, target):
        if target == path:
            raise KeyboardInterrupt
        return real(at, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        example(fresh=True)
    monkeypatch.undo()
    file = granted(open_file(path))
    assert (file.journal_lines(), file.check()) == (lines, [])
    file.close()
    granted(example(fresh=True))
    file = granted(open_file(path))
    assert len(file.journal_lines()) == len(lines) - 1
    assert (file.notes, file.check()) == ([], [])
    file.close()


def test_that_a_refusal_leaves_nothing(path):
    from congress_desk.errors import refuse

    assert code_of(make_whole(path, lambda place: refuse("disk_full"))) == "disk_full"
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "file_not_created_full"),
        ("disk I/O error", "file_not_created"),
        ("attempt to write a readonly database", "file_not_created"),
    ],
)
def test_that_a_disk_that_fails_while_a_file_is_made_is_said_of_the_file(path, said, code):
    def fail(place):
        place.write_bytes(b"half")
        error = sqlite3.OperationalError(said)
        raise NotSaved(why_not_saved(error)) from error

    refused = make_whole(path, fail)
    assert code_of(refused) == code
    assert refused.first.params["path"] == path.name
    assert list(path.parent.iterdir()) == []


def test_that_an_exception_leaves_nothing(path):
    def make(place):
        granted(create_file(place)).close()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_whole(path, make)
    assert list(path.parent.iterdir()) == []


def test_that_a_file_that_came_into_the_place_meanwhile_is_not_replaced(path):
    def make(place):
        granted(create_file(place)).close()
        path.write_text("mine")

    assert code_of(make_whole(path, make)) == "file_not_created"
    assert path.read_text() == "mine"


def test_that_a_journal_of_an_earlier_file_is_set_aside(path, phuong_19):
    path.with_name(path.name + SUFFIX).write_text("x\n")
    granted(make_whole(path, partial(_closed, phuong_19)))
    (aside,) = path.parent.glob("*" + SUFFIX + ".*")
    assert aside.read_text() == "x\n"
    file = granted(open_file(path))
    assert file.notes == []
    file.close()


def test_that_a_file_whose_disk_fell_silent_is_not_called_missing(path, monkeypatch):
    def make(place):
        file = granted(create_file(place))
        file.copy_beside()
        granted(set_congress_setting(file, "hall", "Hội trường", actor="An"))
        file.close()

    def silent(*_: object) -> None:
        raise OSError("the medium is gone")

    monkeypatch.setattr(atomic_congress, "sync_folder", silent)
    assert code_of(make_whole(path, make)) == "file_not_created"
    assert list(path.parent.iterdir()) == []  # neither the file nor its journal
    real = Path.unlink
    monkeypatch.setattr(
        Path, "unlink", lambda at, **how: silent() if at == path else real(at, **how)
    )
    assert code_of(make_whole(path, make)) == "file_in_doubt"
    assert path.exists()
