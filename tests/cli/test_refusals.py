"""A refusal is one line that names the place, exit code 2, and nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from builders import load_case
from command_line import (
    a_ballots_file,
    a_workbook,
    everything_in,
    numbers_of,
    said_by,
    said_by_process,
)
from imports.books import save_sheets, sound_sheets

from congress_desk import commands
from congress_desk.i18n import LANGUAGES

WARD = "ward-17-for-15"


@pytest.fixture
def file(tmp_path, capsys):
    """A congress without a round, and a ballots file that would do."""
    case = load_case(WARD)
    said_by(
        capsys, "new", tmp_path / "dh.congress", "--from", a_workbook(tmp_path / "s.xlsx", case)
    )
    a_ballots_file(tmp_path / "phieu.csv", case["ballots"])
    return tmp_path / "dh.congress"


def assert_refused(capsys, folder, *words, names: str = ""):
    """Check that a call is refused in one line, in both languages, and leaves all as it was."""
    before = everything_in(folder)
    lines = set()
    for language in LANGUAGES:
        told = said_by(capsys, "--lang", language, *words)
        assert (told.code, told.out) == (2, ""), told
        assert told.err.endswith("\n")
        assert told.err.count("\n") == 1, told.err
        assert "Traceback" not in told.err
        assert names in told.err
        lines.add(told.err)
        assert everything_in(folder) == before
    assert len(lines) == len(LANGUAGES)


def change(sheet, row, column, value):
    def changed(sheets):
        sheets[sheet][row][column] = value

    return changed


def without_sheet(name):
    return lambda sheets: sheets.pop(name)


def without_column(sheet, column):
    def changed(sheets):
        for row in sheets[sheet]:
            del row[column]

    return changed


def repeat_row(sheet, row):
    return lambda sheets: sheets[sheet].append(list(sheets[sheet][row]))


WORKBOOKS = {
    "no sheet for the congress": (without_sheet("Đại hội"), "Đại hội"),
    "no column for the code": (without_column("Bầu cử", 0), "Bầu cử"),
    "no column for the name": (without_column("Danh sách bầu cử", 2), "Danh sách bầu cử"),
    "an unknown election": (change("Danh sách bầu cử", 1, 0, "XYZ"), "XYZ"),
    "no seats": (change("Bầu cử", 1, 2, 0), "Bầu cử"),
    "seats in words": (change("Bầu cử", 1, 2, "ba"), "ba"),
    "seats beyond reason": (change("Bầu cử", 1, 2, 10**15), "Bầu cử"),
    "an election twice": (repeat_row("Bầu cử", 1), "BCH"),
    "a candidate twice": (repeat_row("Danh sách bầu cử", 1), "Trần Văn Dũng"),
    "a name too long": (change("Danh sách bầu cử", 1, 2, "N" * 300), "Danh sách bầu cử"),
    "a congress without a name": (change("Đại hội", 1, 1, None), "Đại hội"),
    "unknown rules": (change("Đại hội", 4, 1, "luat-rung"), "luat-rung"),
    "an unknown status": (change("Đại biểu", 1, 6, "đi chơi"), "đi chơi"),
}


@pytest.mark.parametrize("what", WORKBOOKS)
def test_that_a_workbook_with_a_fault_makes_no_congress(tmp_path, capsys, what):
    spoil, names = WORKBOOKS[what]
    sheets = sound_sheets()
    spoil(sheets)
    workbook = save_sheets(tmp_path / "set-up.xlsx", sheets)
    words = ("new", tmp_path / "a.congress", "--from", workbook)
    assert_refused(capsys, tmp_path, *words, names=names)
    assert "set-up.xlsx" in said_by(capsys, *words).err


NOT_WORKBOOKS = {
    "text": b"Ma,Ten\n1,2\n",
    "empty": b"",
    "old excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "half a zip": b"PK\x03\x04" + b"\0" * 100,
}


@pytest.mark.parametrize("what", NOT_WORKBOOKS)
def test_that_what_is_no_workbook_makes_no_congress(tmp_path, capsys, what):
    (tmp_path / "s.xlsx").write_bytes(NOT_WORKBOOKS[what])
    words = ("new", tmp_path / "a.congress", "--from", tmp_path / "s.xlsx")
    assert_refused(capsys, tmp_path, *words, names="s.xlsx")


def test_that_a_workbook_that_is_missing_or_a_folder_makes_no_congress(tmp_path, capsys):
    for workbook in (tmp_path / "no.xlsx", tmp_path):
        assert_refused(capsys, tmp_path, "new", tmp_path / "a.congress", "--from", workbook)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_that_a_workbook_without_rights_makes_no_congress(tmp_path, capsys):
    workbook = save_sheets(tmp_path / "s.xlsx", sound_sheets())
    workbook.chmod(0)
    told = said_by(capsys, "new", tmp_path / "a.congress", "--from", workbook)
    assert told.code == 2
    assert not (tmp_path / "a.congress").exists()


def test_that_new_overwrites_nothing_and_makes_no_folders(file, tmp_path, capsys):
    assert_refused(
        capsys, tmp_path, "new", file, "--from", tmp_path / "s.xlsx", names="dh.congress"
    )
    far = tmp_path / "no" / "a.congress"
    assert_refused(capsys, tmp_path, "new", far, "--from", tmp_path / "s.xlsx", names="no")


BALLOTS = {
    "a number off the list": ("1,3 18,,,", "18", 3),
    "a number 0": ("1,0,,,", "0", 3),
    "a number twice": ("1,3 3,,,", "3", 3),
    "a word for a number": ("1,ba,,,", "ba", 3),
    "a bundle in words": ("một,3,,,", "một", 3),
    "a reason unknown": ("1,,,,rách", "rách", 3),
    "a reason the program finds": ("1,,,,overvote", "overvote", 3),
    "both boxes where names are struck": ("1,,3,,", "", 3),
    "neither box where names are struck": ("1,,,3,", "", 3),
    "a field too many": ("1,3,,,,7,8", "", 3),
    "quotes left open": ('1,"3,,,', "", 4),
}


@pytest.mark.parametrize("what", BALLOTS)
def test_that_a_ballots_file_with_a_fault_records_nothing(file, tmp_path, capsys, what):
    wrong, names, line = BALLOTS[what]
    papers = tmp_path / "sai.csv"
    papers.write_text(f"bundle,struck,both,blank,invalid\n1,3 4,,,\n{wrong}\n1,5,,,\n", "utf-8")
    words = ("ballots", file, "BCH", papers, "--convened", 9)
    assert_refused(capsys, tmp_path, *words, names=names)
    told = said_by(capsys, *words).err
    assert "sai.csv" in told
    assert str(line) in told


NOT_BALLOTS = {
    "empty": b"",
    "no header": b"1,3 4,,,\n",
    "a column missing": b"bundle,struck,both,blank\n1,3,,\n",
    "not utf-8": "bundle,struck,both,blank,invalid\n1,3,,,rách\n".encode("utf-16"),
    "a workbook": b"PK\x03\x04" + b"\0" * 100,
    "zeros": b"bundle,struck,both,blank,invalid\n1,3\0,,,\n",
}


@pytest.mark.parametrize("what", NOT_BALLOTS)
def test_that_what_is_no_ballots_file_records_nothing(file, tmp_path, capsys, what):
    (tmp_path / "sai.csv").write_bytes(NOT_BALLOTS[what])
    words = ("ballots", file, "BCH", tmp_path / "sai.csv", "--convened", 9)
    assert_refused(capsys, tmp_path, *words, names="sai.csv")


NUMBERS = {
    "more ballots than returned": ("--convened", 150, "--returned", 3),
    "nobody convened": ("--convened", 0),
    "fewer than nobody present": ("--convened", 150, "--present", -1),
    "more people than there can be": ("--convened", 10**30),
    "nobody in the register": (),
}


@pytest.mark.parametrize("what", NUMBERS)
def test_that_numbers_that_cannot_be_record_nothing(file, tmp_path, capsys, what):
    words = ("ballots", file, "BCH", tmp_path / "phieu.csv", *NUMBERS[what])
    assert_refused(capsys, tmp_path, *words)


def test_that_what_is_not_in_the_file_is_named(file, tmp_path, capsys):
    case = load_case(WARD)
    papers = tmp_path / "phieu.csv"
    assert_refused(capsys, tmp_path, "ballots", file, "BXY", papers, names="BXY")
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
    for words in ([], [file], ["demo"], ["demo", tmp_path / "new.congress"]):
        told = said_by_process(*words)
        assert (told.code, told.out) == (2, ""), words
        assert told.err.count("\n") == 1
    assert everything_in(tmp_path) == before


def test_that_a_place_that_cannot_be_written_is_refused(file, tmp_path, capsys):
    (tmp_path / "in the way").write_text("x")
    inside = tmp_path / "in the way" / "b"
    assert_refused(capsys, tmp_path, "export", file, "--to", inside)
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
