"""Hidden folders and files of killed programs go; those in use stay."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from congress_desk.exports.hidden_folder import clear_leftovers, hidden_folder_in

KILLED = """
import sys, time
from pathlib import Path
from congress_desk.exports.hidden_folder import hidden_folder_in
with hidden_folder_in(Path(sys.argv[1])) as aside:
    (aside / "a.pdf").write_bytes(b"x")
    print("ready", flush=True)
    time.sleep(60)
"""

KILLED_AT_A_FILE = """
import os, sys, time
from pathlib import Path
from congress_desk.exports.atomic_file import write_whole
def stop(handle):
    print("ready", flush=True)
    time.sleep(60)
os.fsync = stop
write_whole(Path(sys.argv[1]) / "a.pdf", lambda stream: stream.write("Nguyễn Văn An".encode()))
"""


@pytest.fixture
def writer(tmp_path, request):
    """Another program that writes into a folder, until it is killed."""
    script = getattr(request, "param", KILLED)
    started = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
    )
    assert started.stdout is not None
    started.stdout.readline()
    yield started
    started.kill()
    started.wait()
    started.stdout.close()


def test_that_a_folder_in_use_stays_and_that_of_a_killed_program_goes(tmp_path, writer):
    with hidden_folder_in(tmp_path) as mine:
        assert len(list(tmp_path.glob(".desk-*"))) == 2
        clear_leftovers(tmp_path)
        assert mine.is_dir()
        assert len(list(tmp_path.glob(".desk-*/a.pdf"))) == 1
    writer.kill()
    writer.wait()
    with hidden_folder_in(tmp_path) as mine:
        assert list(tmp_path.glob(".desk-*")) == [mine]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="kills")
@pytest.mark.parametrize("writer", [KILLED_AT_A_FILE], indirect=True)
def test_that_a_file_being_written_stays_and_that_of_a_killed_program_goes_at_once(
    tmp_path, writer
):
    clear_leftovers(tmp_path)
    (left,) = tmp_path.iterdir()
    assert "Nguyễn Văn An" in left.read_text("utf-8")
    writer.kill()
    writer.wait()
    clear_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_that_what_nobody_marked_goes_after_an_hour(tmp_path):
    old, new = tmp_path / ".desk-old.part", tmp_path / ".desk-new.part"
    single = tmp_path / ".desk-single.part"
    old.mkdir()
    new.mkdir()
    single.write_bytes(b"x")
    hour_ago = time.time() - 4_000
    for each in (old, single):
        os.utime(each, (hour_ago, hour_ago))
    (tmp_path / "other.part").write_bytes(b"mine")
    clear_leftovers(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == [".desk-new.part", "other.part"]
