"""Hidden folders of killed programs go with the next writing; those in use stay."""

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


@pytest.fixture
def writer(tmp_path):
    """Another program that writes into a folder, until it is killed."""
    started = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
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
