"""Ballots files: what the contract allows comes in, everything else names file, line and column."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from congress_desk.domain.elections.ballots import BoardReason, MarkMode, Paper, mark_mode
from congress_desk.domain.setup.filled_workbook import BallotLine
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.ballots_csv import read_ballots

HEADER = "bundle,struck,both,blank,invalid"
CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.json"))


def read(folder, text, names=12, mode=MarkMode.STRIKE):
    path = folder / "phieu.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_ballots(path, names, mode)


def papers(result) -> list[Paper]:
    assert not isinstance(result, Refusal), problem_text(result.first)
    return [line.paper for line in result]


def test_that_each_line_is_a_ballot(tmp_path):
    text = f"{HEADER}\n1,3 12,,,\n2,,,,signed\n,1 2 3,,,\n"
    assert read(tmp_path, text) == (
        BallotLine(line=2, bundle=1, paper=Paper(struck=frozenset({3, 12}))),
        BallotLine(line=3, bundle=2, paper=Paper(board_reason=BoardReason.SIGNED)),
        BallotLine(line=4, bundle=1, paper=Paper(struck=frozenset({1, 2, 3}))),
    )


def test_that_both_and_blank_belong_to_tick_mode(tmp_path):
    found = papers(read(tmp_path, f"{HEADER}\n1,3,4 5,6,\n", mode=MarkMode.TICK))
    assert found == [
        Paper(struck=frozenset({3}), both=frozenset({4, 5}), blank=frozenset({6})),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{HEADER}\n4,3 12,,,\n",
        f"{HEADER}\r\n4,3 12,,,\r\n",
        f"{HEADER}\r4,3 12,,,\r",
        f"{HEADER}\n4,3 12,,,",
        f"{HEADER}\n\n4,3 12,,,\n\n   \n",
        f"{HEADER}\n 4 ,  12   03 ,,,\n",
        f'{HEADER}\n"4","3 12","","",""\n',
        "struck,bundle,invalid,both,blank\n3 12,4,,,\n",
        "Bundle;Struck;Both;Blank;Invalid\n4;3 12;;;\n",
        "invalid,blank,both,struck,bundle\n,,,3 12,4\n",
    ],
)
def test_that_the_usual_ways_of_writing_csv_are_read(tmp_path, text):
    result = read(tmp_path, text)
    assert papers(result) == [Paper(struck=frozenset({3, 12}))]
    assert result[0].bundle == 4


@pytest.mark.parametrize(
    ("written", "reason", "text"),
    [
        *((reason.value, reason, "") for reason in BoardReason),
        ("SIGNED", BoardReason.SIGNED, ""),
        ("other: phiếu rách đôi", BoardReason.OTHER, "phiếu rách đôi"),
    ],
)
def test_that_the_boards_reasons_are_read(tmp_path, written, reason, text):
    (paper,) = papers(read(tmp_path, f"{HEADER}\n1,5,,,{written}\n"))
    assert paper == Paper(struck=frozenset({5}), board_reason=reason, board_text=text)


def test_that_a_header_alone_is_a_file_of_no_ballots(tmp_path):
    assert read(tmp_path, HEADER) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_that_the_ballots_of_a_known_election_come_in_as_they_are(tmp_path, case):
    known = json.loads(case.read_text("utf-8"))
    names = len(known["candidates"])
    rows = [
        f"{b['bundle']},{join(b['struck'])},{join(b['both'])},{join(b['blank'])},{b['invalid']}"
        for b in known["ballots"]
    ]
    text = "\n".join([HEADER, *rows])
    found = papers(read(tmp_path, text, names, mark_mode(names, known["seats"])))
    assert [sorted(paper.struck) for paper in found] == [b["struck"] for b in known["ballots"]]
    reasons = [paper.board_reason.value if paper.board_reason else "" for paper in found]
    assert reasons == [b["invalid"] for b in known["ballots"]]


def join(numbers: list[int]) -> str:
    return " ".join(map(str, numbers))


REFUSED = {
    "number off the list": ("1,3 13,,,", "number_off_list", "struck"),
    "number zero": ("1,0,,,", "number_off_list", "struck"),
    "number below zero": ("1,-1,,,", "not_a_number", "struck"),
    "not a number": ("1,3 x,,,", "not_a_number", "struck"),
    "a fraction": ("1,3.5,,,", "not_a_number", "struck"),
    "a digit of another script": ("1,３,,,", "not_a_number", "struck"),
    "a number beyond all reason": (f"1,{'9' * 5000},,,", "not_a_number", "struck"),
    "commas between numbers": ('1,"3,4",,,', "not_a_number", "struck"),
    "number twice": ("1,3 4 3,,,", "number_twice", "struck"),
    "number twice in two spellings": ("1,3 03,,,", "number_twice", "struck"),
    "both in strike mode": ("1,3,4,,", "mark_only_tick", "both"),
    "blank in strike mode": ("1,3,,4,", "mark_only_tick", "blank"),
    "unknown reason": ("1,,,,torn", "reason_unknown", "invalid"),
    "a reason the program finds": ("1,,,,overvote", "reason_unknown", "invalid"),
    "text after a reason that takes none": ("1,,,,signed: ai đó", "reason_unknown", "invalid"),
    "bundle zero": ("0,3,,,", "bundle", "bundle"),
    "bundle below zero": ("-1,3,,,", "bundle", "bundle"),
    "bundle a text": ("một,3,,,", "bundle", "bundle"),
    "bundle a fraction": ("1.5,3,,,", "bundle", "bundle"),
    "bundle beyond all reason": ("10000,3,,,", "bundle", "bundle"),
    "too many columns": ("1,3,,,,", "columns_differ", ""),
    "too few columns": ("1,3", "columns_differ", ""),
    "open quotes": ('1,"3,,,', "broken", ""),
}


@pytest.mark.parametrize("case", REFUSED)
def test_that_a_wrong_line_is_refused_with_its_place(tmp_path, case):
    line, code, column = REFUSED[case]
    result = read(tmp_path, f"{HEADER}\n1,3,,,\n{line}\n")
    assert isinstance(result, Refusal)
    place = result.first.place
    assert result.first.code == f"import_ballots_{code}"
    assert (place.file, place.column) == ("phieu.csv", column)
    assert place.line >= 3
    assert "\n" not in problem_text(result.first)
    assert len(problem_text(result.first)) < 300


def test_that_a_number_may_not_stand_under_two_marks(tmp_path):
    result = read(tmp_path, f"{HEADER}\n1,3,3,,\n1,,4,4,\n", mode=MarkMode.TICK)
    assert isinstance(result, Refusal)
    assert [(p.place.line, p.place.column) for p in result.problems] == [(2, "both"), (3, "blank")]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "file_empty", 0),
        (b"\n\n", "file_empty", 0),
        (f"{HEADER}\n1,3,,,\n".encode("utf-16"), "ballots_not_utf8", 0),
        (f"{HEADER}\n1,,,,other: phi\u1ebfu\n".encode("cp1258", "replace")[:-1] + b"\xff\n",
         "ballots_not_utf8", 2),
        (f"{HEADER}\n1,3,,,\n1,\x004,,,\n".encode(), "ballots_nul", 3),
        (b"PK\x03\x04rest", "ballots_is_workbook", 0),
        (b"struck,both\n3,\n", "ballots_column_missing", 1),
        (b"bundle,both\n3,\n", "ballots_column_missing", 1),
        (b"bundle,struck,both,blank\n1,3,,\n", "ballots_column_missing", 1),
        (b"bundle,struck,invaild\n1,3,\n", "ballots_column_unknown", 1),
        (b"bundle,struck,struck\n1,3,\n", "ballots_column_twice", 1),
        (b"1,3 4,,,\n1,5,,,\n", "ballots_column_unknown", 1),
    ],
)  # fmt: skip
def test_that_a_file_that_is_no_ballots_file_is_refused(tmp_path, content, code, line):
    result = read(tmp_path, content)
    assert isinstance(result, Refusal)
    assert result.first.code == f"import_{code}"
    assert (result.first.place.file, result.first.place.line) == ("phieu.csv", line)


def test_that_a_missing_file_a_folder_and_one_without_rights_are_refused(tmp_path):
    for path, code in (
        (tmp_path / "không có.csv", "import_file_missing"),
        (tmp_path, "import_file_is_folder"),
    ):
        result = read_ballots(path, 3, MarkMode.STRIKE)
        assert isinstance(result, Refusal)
        assert result.first.code == code
        assert problem_text(result.first).startswith(path.name)


@pytest.mark.skipif("os.name == 'nt'", reason="Windows files have no read bits")
def test_that_a_file_without_read_rights_is_refused_even_to_root(tmp_path):
    path = tmp_path / "phieu.csv"
    path.write_text(HEADER)
    path.chmod(0)
    result = read_ballots(path, 3, MarkMode.STRIKE)
    assert isinstance(result, Refusal)
    assert result.first.code == "import_file_unreadable"


def test_that_the_place_is_told_in_one_sentence(tmp_path):
    result = read(tmp_path, f"{HEADER}\n1,3 13,,,\n")
    assert isinstance(result, Refusal)
    assert problem_text(result.first) == (
        "phieu.csv, dòng 2, cột “struck”: Danh sách không có số 13; chỉ có từ 1 đến 12"
    )


def test_that_a_large_file_is_read_soon_and_a_larger_one_refused(tmp_path):
    start = time.monotonic()
    struck = " ".join(str(n) for n in range(1, 21))
    rows = f"1,{struck},,,\n" * 5_000
    assert len(read(tmp_path, f"{HEADER}\n{rows}", names=220)) == 5_000
    result = read(tmp_path, f"{HEADER}\n" + "1,1,,,\n" * 100_001)
    assert isinstance(result, Refusal)
    assert result.first.code == "import_ballots_too_many"
    assert time.monotonic() - start < 5
