"""A refusal is one line, exit code 2, and nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from builders import load_case
from command_line import assert_refused, everything_in, numbers_of, said_by, said_by_process

from congress_desk.cli import commands

WARD = "ward-17-for-15"


def test_that_what_is_not_in_the_file_is_named(file, tmp_path, capsys):
    case = load_case(WARD)
    papers = tmp_path / "phieu.csv"
    assert_refused(capsys, tmp_path, "ballots", file, "BXY", papers, names="BXY")
    assert_refused(capsys, tmp_path, "ballots", file, "BXY", papers, names="dh.congress: ")
    long_name = (*numbers_of(case), "--operator", "Ă" * 201)
    assert_refused(capsys, tmp_path, "ballots", file, "BCH", papers, *long_name, names="201")
    assert_refused(capsys, tmp_path, "ballots", file, "BCH", tmp_path / "no.csv", names="no.csv")
    assert_refused(capsys, tmp_path, "result", file, "BXY", "--json", names="BXY")
    assert said_by(capsys, "ballots", file, "BCH", papers, *numbers_of(case)).code == 0
    assert_refused(capsys, tmp_path, "result", file, "BCH", "--round", "7", "--json", names="7")
    assert_refused(capsys, tmp_path, "ballots", file, "BCH", papers, *numbers_of(case), names="BCH")
    assert_refused(
        capsys, tmp_path, "export", file, "--to", tmp_path / "o", "--only", "phim", names="phim"
    )


@pytest.mark.parametrize("call", ["result", "verify", "export", "ballots", "open", "recover"])
def test_that_a_file_that_is_none_is_named_by_every_call(file, tmp_path, capsys, call):
    (tmp_path / "chữ.congress").write_text("không phải", "utf-8")
    for name in ("chữ.congress", "không có.congress", "."):
        path = tmp_path / name
        words = {
            "export": ("export", path, "--to", tmp_path / "out"),
            "ballots": ("ballots", path, "BCH", tmp_path / "phieu.csv"),
            "recover": ("recover", path, tmp_path / "x.congress"),
            "open": (path,),
        }.get(call, (call, path))
        if call != "open":
            assert_refused(capsys, tmp_path, *words)


@pytest.mark.parametrize("call", ["result", "export", "verify"])
def test_that_a_damaged_file_is_refused_with_one_line(file, tmp_path, capsys, call):
    content = bytearray(file.read_bytes())
    content[8192:9192] = os.urandom(1000)
    file.write_bytes(content)
    words = (call, file, "--to", tmp_path / "out") if call == "export" else (call, file)
    told = said_by(capsys, *words)
    assert told.code == (1 if call == "verify" else 2)
    assert "Traceback" not in told.err + told.out
    if call != "verify":
        assert told.err.count("\n") == 1


USAGE = [
    ["new"],
    ["new", "a.congress"],
    ["ballots", "a.congress"],
    ["ballots", "a", "b", "c", "--convened", "nhiều"],
    ["result"],
    ["result", "a", "--round", "x"],
    ["export", "a"],
    ["verify"],
    ["template"],
    ["result", "a", "--nonsense"],
    ["demo", "a", "b"],
    ["a.congress", "b.congress"],
    ["--nonsense"],
    ["--lang", "fr", "result", "a"],
    ["--lang=", "result", "a"],
    ["result", "a", "--lang"],
]


@pytest.mark.parametrize("words", USAGE, ids=" ".join)
def test_that_words_that_mean_nothing_are_refused_in_one_line(tmp_path, capsys, words, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = said_by(capsys, *words)
    assert (told.code, told.out) == (2, "")
    assert told.err.count("\n") == 1
    assert "congress-desk --help" in told.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("form", [["--lang", "en"], ["--lang=en"]])
def test_that_the_language_may_be_named_anywhere(tmp_path, capsys, place, form):
    words = ["result", str(tmp_path / "no.congress")]
    told = said_by(capsys, *words[:place], *form, *words[place:])
    assert told.err.startswith("There is no file")
    assert said_by(capsys, *words).err.startswith("Không có tệp")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a screen")
def test_that_opening_a_window_without_a_screen_is_refused_in_one_line(file, tmp_path):
    before = everything_in(tmp_path)
    opened = ([], [file], ["open", file], ["demo"], ["demo", tmp_path / "new.congress"])
    for words in opened:
        told = said_by_process(*words)
        assert (told.code, told.out) == (2, ""), words
        assert "màn hình" in told.err, words
        assert told.err.count("\n") == 1
    assert everything_in(tmp_path) == before


def test_that_a_place_that_cannot_be_written_is_refused(file, tmp_path, capsys):
    (tmp_path / "in the way").write_text("x")
    inside = tmp_path / "in the way" / "b"
    assert_refused(capsys, tmp_path, "export", file, "--to", inside, names="in the way")
    assert_refused(capsys, tmp_path, "export", file, "--to", inside.parent, names="in the way")
    assert_refused(capsys, tmp_path, "template", inside)
    assert_refused(capsys, tmp_path, "new", inside, "--from", tmp_path / "s.xlsx")
    assert_refused(capsys, tmp_path, "demo", inside, "--no-window")


def test_that_a_read_only_file_takes_no_ballots_and_can_be_verified(file, tmp_path, capsys):
    file.chmod(0o444)
    words = ("ballots", file, "BCH", tmp_path / "phieu.csv", "--convened", 150)
    assert_refused(capsys, tmp_path, *words, names="dh.congress")
    assert said_by(capsys, "verify", file).code == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows gives no such words")
def test_that_words_that_are_no_text_do_no_harm(file, tmp_path):
    told = said_by_process(
        "ballots", file, "BCH", tmp_path / "phieu.csv", "--convened", 150, "--operator", "\udcff\n"
    )
    assert (told.code, told.err) == (0, "")
    told = said_by_process("verify", file)
    assert (told.code, told.err) == (0, "")
    strange = str(tmp_path / "\udcfe.congress")
    told = said_by_process("new", strange, "--from", tmp_path / "s.xlsx")
    assert (told.code, told.err) == (0, "")
    assert said_by_process("verify", strange).code == 0
    assert said_by_process("result", strange + "x", "--json").err.count("\n") == 1


def test_that_what_the_parser_has_to_say_is_in_the_users_language(capsys):
    said = {
        ("new",): "thiếu file, --from",
        ("result", "a", "--nonsense"): "không hiểu --nonsense",
        ("result", "a", "--round", "hai"): "--round phải là một số",
        ("result", "a", "--round"): "--round cần một giá trị",
    }
    for words, sentence in said.items():
        assert sentence in said_by(capsys, *words).err
        assert sentence not in said_by(capsys, *words, "--lang", "en").err


def test_that_an_interruption_is_told_without_a_traceback(capsys, monkeypatch):
    def interrupted(options):
        raise KeyboardInterrupt

    monkeypatch.setitem(commands.COMMANDS, "result", interrupted)
    told = said_by(capsys, "result", "a")
    assert (told.code, told.err.count("\n")) == (2, 1)


def test_that_a_reader_that_stops_listening_is_no_error(file):
    process = subprocess.Popen(
        [sys.executable, "-m", "congress_desk", "result", str(file), "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0
    process.stderr.close()
