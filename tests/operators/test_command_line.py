"""Operators on the command line: `--operator NAME`, the PIN on standard input or asked unseen."""

from __future__ import annotations

import getpass
import io
import sys

import pytest
from command_line import said_by
from congress_files import a_congress, granted, ready_to_vote
from operator_acts import COUNTER, HEAD, define_everybody

from congress_desk.storage.opening import open_file


@pytest.fixture
def call(tmp_path, capsys):
    file = a_congress(tmp_path)
    ready_to_vote(file)
    define_everybody(file)
    file.close()
    ballots = tmp_path / "phieu.csv"
    ballots.write_text("bundle,struck,both,blank,invalid\n1,4,,,\n1,3,,,\n", "utf-8")

    def said(*words):
        return said_by(
            capsys, "ballots", file.path, "BCH", ballots, "--convened", 6, "--reason", "thử", *words
        )

    said.path = file.path
    return said


def typed_in(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_that_ballots_are_recorded_under_the_operator_whose_pin_comes_in(call, monkeypatch):
    typed_in(monkeypatch, "24680\n")
    said = call("--operator", "đỗ văn  trưởng")
    assert (said.code, said.err) == (0, "")
    file = granted(open_file(call.path))
    lines = file.journal_lines()
    assert [(line.act, line.actor) for line in lines[-2:]] == [
        ("sign_in", HEAD),
        ("record_ballots", HEAD),
    ]
    assert {row["operator"] for row in file.rows("SELECT operator FROM ballot")} == {HEAD}
    file.close()


@pytest.mark.parametrize(
    ("words", "stdin", "says"),
    [
        ((), "24680\n", "--operator"),
        (("--operator", "Ai Đó"), "24680\n", "Ai Đó"),
        (("--operator", HEAD), "", "Chưa có mã PIN"),
        (("--operator", HEAD), "\n", "Chưa có mã PIN"),
        (("--operator", HEAD), "11111\n", "chưa đúng"),
        (("--operator", HEAD), "mật khẩu\n", "chưa đúng"),
        (("--operator", HEAD), "24680" * 8 + "\n", "chưa đúng"),
        (("--operator", COUNTER), "8642\n", "không làm việc này"),
    ],
)
def test_that_a_refusal_is_one_line_and_nothing_is_recorded(call, monkeypatch, words, stdin, says):
    typed_in(monkeypatch, stdin)
    said = call(*words)
    assert said.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert says in said.err
    assert stdin.strip() == "" or stdin.strip() not in said.err
    file = granted(open_file(call.path))
    assert file.rows("SELECT * FROM ballot") == []
    assert file.check() == []
    file.close()


def test_that_a_terminal_asks_without_echo(call, monkeypatch):
    asked = []

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda prompt: asked.append(prompt) or "24680")
    assert call("--operator", HEAD).code == 0
    assert asked == [f"Mã PIN của {HEAD}: "]


def test_that_wrong_pins_of_one_call_make_the_next_one_wait(call, monkeypatch):
    for _ in range(3):
        typed_in(monkeypatch, "11111\n")
        assert call("--operator", HEAD).code == 2
    typed_in(monkeypatch, "24680\n")
    assert "chờ" in call("--operator", HEAD).err
