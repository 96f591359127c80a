"""Every call of the contract, done as it should be."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2
import pytest
from builders import load_case
from command_line import a_ballots_file, a_workbook, numbers_of, said_by, said_by_process
from openpyxl import load_workbook

from congress_desk.storage.migrations import SCHEMA_VERSION

WARD = "ward-17-for-15"


@pytest.fixture
def counted(tmp_path, capsys):
    """A congress whose one election has been counted."""
    case, file = load_case(WARD), tmp_path / "dh.congress"
    said_by(capsys, "new", file, "--from", a_workbook(tmp_path / "setup.xlsx", case))
    papers = a_ballots_file(tmp_path / "phieu.csv", case["ballots"])
    said_by(capsys, "ballots", file, "BCH", papers, *numbers_of(case), "--operator", "Bà Thư")
    return file


def test_that_new_makes_a_congress_of_the_wards_workbook(tmp_path, capsys, phuong_19):
    file = tmp_path / "Đại hội.congress"
    told = said_by(capsys, "new", file, "--from", phuong_19)
    assert (told.code, told.out) == (0, f"{file}\n")
    results = said_by(capsys, "result", file, "--json").json
    assert [r["election"]["id"] for r in results] == ["BCH", "BT", "DB"]
    assert {r["election"]["round"] for r in results} == {0}
    header = file.read_bytes()[:100]
    assert header[68:72] == b"CDSC"
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION


CONTRACT = {
    "congress": {"name", "rule_set"},
    "election": {"id", "title", "seats", "round", "mark_mode"},
    "accounting": {
        "convened", "present", "issued", "returned", "valid", "invalid", "invalid_by_reason"
    },
    "majority": {"base", "of", "needed"},
}  # fmt: skip
CANDIDATE = {"position", "name", "votes", "against", "uncounted", "percent", "outcome"}


def test_that_the_result_has_every_key_of_the_contract(counted, capsys):
    result = said_by(capsys, "result", counted, "BCH", "--json").json
    assert {"elected", "tied", "outcome"} <= set(result)
    for part, keys in CONTRACT.items():
        assert keys <= set(result[part]), part
    for candidate in result["candidates"]:
        assert set(candidate) >= CANDIDATE
    assert result["findings"]
    for finding in result["findings"]:
        assert set(finding) >= {"code", "severity", "message"}
        assert finding["severity"] in ("error", "warning", "info")


def test_that_without_an_election_all_are_told_and_a_round_can_be_named(counted, capsys):
    (only,) = said_by(capsys, "result", counted, "--json").json
    assert only == said_by(capsys, "result", counted, "BCH", "--round", "1", "--json").json
    assert said_by(capsys, "result", counted, "BCH", "--round", "2", "--json").code == 2


def test_that_findings_are_told_in_the_language_asked_for(counted, capsys):
    def messages(*language: str) -> list[str]:
        result = said_by(capsys, *language, "result", counted, "BCH", "--json").json
        return [finding["message"] for finding in result["findings"]]

    assert messages("--lang", "en") != messages("--lang", "vi") == messages()


def test_that_the_operator_stands_in_the_journal(counted):
    with sqlite3.connect(counted) as db:
        actors = db.execute("SELECT actor FROM journal WHERE act = 'record_ballots'").fetchall()
        assert actors == [("Bà Thư",)]
        assert db.execute("SELECT DISTINCT operator FROM ballot").fetchall() == [("Bà Thư",)]


def test_that_ballots_by_default_count_the_register_and_the_file(tmp_path, capsys, phuong_19):
    file = tmp_path / "dh.congress"
    said_by(capsys, "new", file, "--from", phuong_19)
    ballot = {"bundle": 1, "struck": [], "both": [], "blank": [], "invalid": ""}
    papers = a_ballots_file(tmp_path / "p.csv", [ballot] * 3)
    told = said_by(capsys, "ballots", file, "BT", papers)
    assert told.code == 0, told.err
    accounting = said_by(capsys, "result", file, "BT", "--json").json["accounting"]
    assert accounting["returned"] == accounting["valid"] == 3
    assert accounting["present"] == accounting["issued"] > 100
    assert accounting["convened"] >= accounting["present"]


@pytest.mark.parametrize(
    ("given", "present", "issued"),
    [
        ([], 3, 3),
        (["--present", "4"], 4, 4),
        (["--issued", "5"], 5, 5),
        (["--returned", "4"], 4, 4),
        (["--present", "0"], 0, 0),
    ],
)
def test_that_without_a_register_as_many_were_there_as_had_a_ballot(
    tmp_path, capsys, given, present, issued
):
    case, file = load_case(WARD), tmp_path / "dh.congress"
    said_by(capsys, "new", file, "--from", a_workbook(tmp_path / "setup.xlsx", case))
    papers = a_ballots_file(tmp_path / "p.csv", case["ballots"][:3])
    told = said_by(capsys, "ballots", file, "BCH", papers, "--convened", "9", *given)
    assert told.code == 0, told.err
    accounting = said_by(capsys, "result", file, "BCH", "--json").json["accounting"]
    assert (accounting["present"], accounting["issued"]) == (present, issued)


def test_that_a_byte_order_mark_and_windows_line_ends_are_taken(tmp_path, capsys):
    case, file = load_case(WARD), tmp_path / "dh.congress"
    said_by(capsys, "new", file, "--from", a_workbook(tmp_path / "setup.xlsx", case))
    papers = a_ballots_file(tmp_path / "p.csv", case["ballots"])
    text = papers.read_text("utf-8").replace("\r\n", "\n").replace("\n", "\r\n")
    papers.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert said_by(capsys, "ballots", file, "BCH", papers, *numbers_of(case)).code == 0


def test_that_export_writes_every_paper_and_prints_its_path(counted, tmp_path, capsys):
    told = said_by(capsys, "export", counted, "--to", tmp_path / "giấy tờ")
    assert (told.code, told.err) == (0, "")
    paths = told.out.splitlines()
    assert sorted(paths) == sorted(str(p) for p in (tmp_path / "giấy tờ").iterdir())
    made = {Path(p).stem for p in paths}
    drawn = {"phieu-bau-BCH", "the-le-bo-phieu-BCH-A4", "the-le-bo-phieu-BCH-A3"}
    drawn |= {"bia-tep-phieu-BCH-lan-1", "phieu-tong-hop-kiem-phieu-BCH-lan-1"}
    written = {"danh-sach-bau-cu-BCH", "kiem-tra-phieu-bau-BCH", "bien-ban-kiem-phieu-BCH-lan-1"}
    written |= {"trich-ngang-BCH", "nhat-ky-nhap-phieu-BCH-lan-1", "nhat-ky"}
    books = {"ket-qua-bau-cu", "nhat-ky"}
    shown = {"trang-man-chieu"}
    assert made == drawn | written | books | shown
    files = [f"{name}.pdf" for name in drawn | written | shown]
    files += [*(f"{name}.docx" for name in written), *(f"{name}.pptx" for name in shown)]
    assert sorted(Path(p).name for p in paths) == sorted(
        [*files, *(f"{name}.xlsx" for name in books)]
    )
    only = said_by(capsys, "export", counted, "--to", tmp_path / "b", "--only", "results")
    assert [p.rsplit(".")[-1] for p in only.out.splitlines()] == ["xlsx"]
    two = said_by(
        capsys, "export", counted, "--to", tmp_path / "c", "--only", "candidates,counting-minutes"
    )
    assert len(two.out.splitlines()) == 4


def test_that_verify_says_a_file_is_sound_and_lists_what_is_wrong(counted, capsys):
    told = said_by(capsys, "verify", counted)
    assert (told.code, told.err) == (0, "")
    with sqlite3.connect(counted) as db:
        db.execute("UPDATE election SET seats = 9, title = 'x'")
    told = said_by(capsys, "verify", counted)
    assert told.code == 1
    assert len(told.out.splitlines()) == 2
    assert "Traceback" not in told.err
    assert said_by(capsys, "result", counted, "BCH", "--json").code == 2


def test_that_a_code_printed_on_paper_is_found_in_the_journal(counted, capsys):
    with sqlite3.connect(counted) as db:
        (digest,) = db.execute("SELECT hash FROM journal WHERE seq = 2").fetchone()
    code = f"{digest[:4]}-{digest[4:8]}"
    assert said_by(capsys, "verify", counted, "--code", code.upper()).code == 0
    assert said_by(capsys, "verify", counted, "--code", code).code == 0
    assert said_by(capsys, "verify", counted, "--code", "0000-0000").code == 1


def test_that_a_lost_file_is_recovered_from_its_second_journal(counted, tmp_path, capsys):
    before = said_by(capsys, "result", counted, "--json").json
    counted.unlink()
    told = said_by(capsys, "recover", f"{counted}.journal.jsonl", counted)
    assert told.code == 0, told.err
    assert said_by(capsys, "result", counted, "--json").json == before
    assert said_by(capsys, "verify", counted).code == 0


def test_that_the_template_is_a_workbook_that_new_understands(tmp_path, capsys):
    out = tmp_path / "mẫu.xlsx"
    told = said_by(capsys, "template", out)
    assert (told.code, told.out) == (0, f"{out}\n")
    book = load_workbook(out)
    assert book.sheetnames[:1] == ["Đại hội"]
    book["Đại hội"]["B2"] = "Đại hội thử"
    book.save(out)
    made = said_by(capsys, "new", tmp_path / "a.congress", "--from", out)
    assert made.code == 0, made.err


def title_of(guide: Path) -> str:
    with pypdfium2.PdfDocument(guide) as document:
        return document.get_metadata_value("Title")


def test_that_the_guide_is_written_in_the_language_asked_for_and_over_nothing(tmp_path, capsys):
    out = tmp_path / "huong-dan.pdf"
    out.write_bytes(b"precious")
    assert said_by(capsys, "guide", out).code == 2
    assert out.read_bytes() == b"precious"
    told = said_by(capsys, "guide", out, "--force", "--lang", "en")
    assert (told.code, told.out) == (0, f"{out}\n")
    assert title_of(out) == "User guide"


def test_that_demo_without_a_window_makes_the_example_and_needs_no_screen(tmp_path):
    file = tmp_path / "mau.congress"
    told = said_by_process("demo", file, "--no-window")
    assert (told.code, told.out, told.err) == (0, f"{file}\n", "")
    results = said_by_process("result", file, "--json").json
    assert [r["outcome"] for r in results][:2] == ["complete", "incomplete"]
    assert len(results) == 3
    assert len(results[0]["candidates"]) == 18
    assert said_by_process("verify", file).code == 0


def test_that_the_example_is_never_made_over_a_file_that_is_there(tmp_path, capsys):
    file = tmp_path / "mau.congress"
    file.write_bytes(b"precious")
    assert said_by(capsys, "demo", file, "--no-window").code == 2
    assert file.read_bytes() == b"precious"


IMPORTED = """
import sys
from congress_desk.cli import main
code = main(sys.argv[1:])
heavy = {"PySide6", "shiboken6", "reportlab", "openpyxl", "pypdfium2"}
print(sorted(heavy & {name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize("words", [["result", "--json"], ["verify"]])
def test_that_reading_a_congress_imports_neither_a_screen_nor_a_printer(counted, words):
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, words[0], str(counted), *words[1:]],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr.strip() == "[]"


EACH = """
import json, sys
from congress_desk.cli import main
for words in json.loads(sys.argv[1]):
    print(words[0], main(words), "PySide6" in sys.modules, file=sys.stderr)
"""


def test_that_only_a_window_imports_qt(counted, tmp_path, phuong_19):
    calls = (
        ["new", str(tmp_path / "n.congress"), "--from", str(phuong_19)],
        ["export", str(counted), "--to", str(tmp_path / "out")],
        ["template", str(tmp_path / "t.xlsx")],
        ["guide", str(tmp_path / "g.pdf")],
        ["demo", str(tmp_path / "d.congress"), "--no-window"],
    )
    done = subprocess.run(
        [sys.executable, "-c", EACH, json.dumps(calls)],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr.splitlines() == [f"{words[0]} 0 False" for words in calls]
    assert title_of(tmp_path / "g.pdf") == "Sách hướng dẫn"


def test_that_output_is_utf_8_whatever_the_terminal_says(counted):
    told = said_by_process("result", counted, "--json", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert json.loads(told.out)[0]["congress"]["name"] == "Đại hội"


def test_that_the_results_workbook_and_the_result_tell_the_same(counted, tmp_path, capsys):
    said_by(capsys, "export", counted, "--to", tmp_path / "out", "--only", "results")
    (path,) = (tmp_path / "out").iterdir()
    cells = {
        cell
        for sheet in load_workbook(path, read_only=True)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    for candidate in said_by(capsys, "result", counted, "BCH", "--json").json["candidates"]:
        assert {candidate["name"], candidate["votes"]} <= cells


def test_that_a_second_round_follows_the_first_where_the_rules_ask_for_one(tmp_path, capsys):
    case, file = load_case("last-seat-tie"), tmp_path / "dh.congress"
    said_by(capsys, "new", file, "--from", a_workbook(tmp_path / "setup.xlsx", case))
    papers = a_ballots_file(tmp_path / "p.csv", case["ballots"])
    assert said_by(capsys, "ballots", file, "BCH", papers, *numbers_of(case)).code == 0
    again = said_by(capsys, "ballots", file, "BCH", papers, *numbers_of(case))
    assert again.code == 2
    assert "BCH" in again.err


def test_that_csv_writers_of_the_office_are_understood(tmp_path, capsys):
    """Quotes around every field, as some programs write them."""
    case, file = load_case(WARD), tmp_path / "dh.congress"
    said_by(capsys, "new", file, "--from", a_workbook(tmp_path / "setup.xlsx", case))
    papers = a_ballots_file(tmp_path / "p.csv", case["ballots"])
    rows = list(csv.reader(papers.read_text("utf-8").splitlines()))
    with papers.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    assert said_by(capsys, "ballots", file, "BCH", papers, *numbers_of(case)).code == 0


def test_that_an_export_killed_on_the_way_can_be_done_again(counted, tmp_path):
    folder = tmp_path / "giấy tờ"
    killed = subprocess.Popen(
        [sys.executable, "-m", "congress_desk", "export", str(counted), "--to", str(folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.DEVNULL,
    )
    while killed.poll() is None and not list(folder.glob(".desk-*/*.pdf")):
        time.sleep(0.005)
    killed.kill()
    killed.wait()
    assert not [each for each in folder.iterdir() if each.is_file()]
    assert list(folder.glob(".desk-*"))
    done = said_by_process("export", counted, "--to", folder, "--only", "candidates,results")
    assert (done.code, done.err) == (0, "")
    assert not list(folder.glob(".desk-*"))
