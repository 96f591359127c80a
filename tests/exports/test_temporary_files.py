"""What is written on the way to a paper goes with the program, or when the next one begins."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile

import pytest

from congress_desk.exports.hidden_folder import own_temporary_files

KILLED = """
import os, signal, tempfile
from congress_desk.exports.hidden_folder import own_temporary_files
with own_temporary_files():
    with open(os.path.join(tempfile.mkdtemp(prefix="preview-"), "bien-ban.pdf"), "w") as file:
        file.write("Nguyễn Văn An")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills")
def test_that_what_a_killed_program_left_goes_when_the_next_one_begins(tmp_path, monkeypatch):
    env = os.environ | {"TMPDIR": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", KILLED], env=env)
    assert done.returncode == -signal.SIGKILL
    assert [path.name for path in tmp_path.rglob("*.pdf")] == ["bien-ban.pdf"]
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with own_temporary_files():
        assert list(tmp_path.rglob("*.pdf")) == []
        own = tempfile.gettempdir()
        assert own != str(tmp_path)
        with own_temporary_files():  # one inside another, as in tests
            pass
        assert os.path.isdir(own)
    assert list(tmp_path.iterdir()) == []
    assert tempfile.gettempdir() == str(tmp_path)
