"""The program tries itself: a line a step, and the first step that fails is told."""

from __future__ import annotations

import subprocess
import sys

import pytest
from command_line import said_by

from congress_desk.cli import self_test as steps
from congress_desk.errors import refuse

WITHOUT_QT = """
import sys
from congress_desk.cli import main
code = main(["--self-test"])
assert not any(name.startswith(("PySide6", "shiboken6")) for name in sys.modules)
sys.exit(code)
"""


def test_that_every_step_holds_and_none_needs_qt_or_a_screen():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], capture_output=True, text=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split(".")[0] for line in lines[:-1]] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert all(": đạt (" in line for line in lines[:-1])


@pytest.fixture
def alone(monkeypatch):
    """Steps that need no congress made: one is tried by itself."""

    def only(name):
        step = dict(steps._STEPS)[name]
        monkeypatch.setattr(steps, "_STEPS", ((name, step),))

    return only


def test_that_a_letter_no_font_has_ends_the_test(capsys, monkeypatch, alone):
    alone("fonts")
    monkeypatch.setattr(steps, "letters_missing", lambda: "ặẶ")
    told = said_by(capsys, "--self-test")
    assert told.code == 1
    assert told.out.splitlines() == ["1. Phông chữ in có đủ chữ tiếng Việt: KHÔNG ĐẠT (ặẶ)"]


def test_that_a_refusal_is_told_in_its_words(capsys, monkeypatch, alone):
    alone("congress")
    monkeypatch.setattr(steps, "make_example", lambda _: refuse("no_screen"))
    told = said_by(capsys, "--lang", "en", "--self-test")
    assert told.code == 1
    assert "Make and open a congress: DOES NOT HOLD" in told.out


def test_that_votes_other_than_the_plain_sums_are_told(capsys, monkeypatch):
    monkeypatch.setattr(steps, "_votes", lambda names, seats: [0] * names)
    told = said_by(capsys, "--self-test")
    assert told.code == 1
    assert "≠ [0, 0" in told.out.splitlines()[-1]
