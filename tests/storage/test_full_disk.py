"""A full disk: the act is refused, the file is sound, and the count goes on when there is room."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from types import SimpleNamespace

import pytest
from congress_files import a_congress, a_round, code_of, enter, granted, striking

from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.exports.atomic_file import refusal_of
from congress_desk.exports.setup_workbook.workbook import write_template
from congress_desk.queries.elections.ballots import ballots
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.opening import open_file
from congress_desk.storage.safety import backup
from congress_desk.storage.safety.disk_errors import why_not_created


def test_that_the_act_is_refused_and_later_ones_work_when_there_is_room(tmp_path):
    file = a_congress(tmp_path)
    found = a_round(file, papers=900, bundle_size=900)
    pages = file.db.execute("PRAGMA page_count").fetchone()[0]
    file.db.execute(f"PRAGMA max_page_count = {pages + 3}")
    long = Paper(board_reason=BoardReason.OTHER, board_text="chữ " * 120)
    with pytest.raises(NotSaved) as raised:
        for _ in range(100):
            enter(file, found, *[long] * 5)
    assert raised.value.problem.code == "disk_full"
    entered = len(ballots(file, found.id))
    assert entered % 5 == 0
    assert file.check() == []
    with pytest.raises(NotSaved):
        enter(file, found, *[long] * 5)
    file.db.execute("PRAGMA max_page_count = 1000000")
    enter(file, found, *[long] * 5)
    assert len(ballots(file, found.id)) == entered + 5
    file.close()
    assert check_closed_file(file.path, lambda file: []) == []


FILL = """
import resource, sys
from pathlib import Path
from types import SimpleNamespace
from congress_files import enter, granted
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.opening import open_file

file = granted(open_file(Path(sys.argv[1])))
found = rounds(file, elections(file)[0].id)[0]
limit = file.path.stat().st_size + int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
saved = refused = 0
for _ in range(60):
    try:
        enter(file, found, [4])
        saved += 1
    except NotSaved as error:
        refused += 1
        assert error.problem.code in ("act_not_saved", "disk_full"), error.problem
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
enter(file, found, [3])
print(saved + 1, refused, file.check())
file.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
@pytest.mark.parametrize("room", [0, 5000, 20000])
def test_that_writes_the_system_refuses_in_the_middle_leave_the_file_sound(tmp_path, room):
    """The limit hits the file, its rollback journal and the second journal as it comes."""
    file = a_congress(tmp_path)
    found = a_round(file, papers=90, bundle_size=90)
    enter(file, found, striking(found, [4]))
    file.close()
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(file.path), str(room)],
        capture_output=True, text=True, check=True, env=with_tests_on_the_path(),
    )  # fmt: skip
    saved, refused, problems = done.stdout.split(maxsplit=2)
    assert int(saved) + int(refused) == 61
    assert int(refused) > 0
    assert problems.strip() == "[]"
    assert check_closed_file(file.path, lambda file: []) == []
    again = granted(open_file(file.path))
    assert len(ballots(again, found.id)) == int(saved) + 1
    assert again.notes == []
    again.close()


def with_tests_on_the_path():
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}


WRITES = """
import resource, sys
# Every file ends here: a write beyond is the error of a full device. The sheets alone have room.
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))
from pathlib import Path
from types import SimpleNamespace
from congress_desk.exports.setup_workbook.workbook import write_template

print(write_template(Path(sys.argv[1]) / "a.xlsx").first.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sets a limit of POSIX")
def test_that_a_workbook_for_a_full_disk_is_refused_in_one_sentence(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", WRITES, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip() in ("export_failed", "export_disk_full")
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_that_a_workbook_is_not_begun_where_its_sheets_have_no_room(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    assert code_of(write_template(tmp_path / "a.xlsx")) == "export_disk_full"
    assert list(tmp_path.iterdir()) == []


def test_that_a_full_disk_is_named_where_a_file_or_its_copy_is_made(tmp_path, monkeypatch):
    file = a_congress(tmp_path)
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(backup, "_vacuum_into", lambda *_: (_ for _ in ()).throw(full))
    assert code_of(file.copy_to(tmp_path / "b.congress")) == "copy_failed_full"
    file.close()
    for error in (full, sqlite3.OperationalError("database or disk is full")):
        assert code_of(why_not_created(error, tmp_path / "c.congress")) == "file_not_created_full"
    hidden = tmp_path / ".desk-ab.part" / "a.pdf"
    assert refusal_of(full, hidden).first.params["folder"] == str(tmp_path)
