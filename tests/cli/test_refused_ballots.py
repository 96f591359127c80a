"""A ballots file with a fault: one line that names the place, and nothing recorded."""

from __future__ import annotations

import pytest
from command_line import assert_refused, said_by

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


def test_that_a_round_whose_sums_do_not_hold_says_so_as_it_is_recorded(file, tmp_path, capsys):
    papers = tmp_path / "phieu.csv"
    count = len(papers.read_text("utf-8").splitlines()) - 1
    words = ("ballots", file, "BCH", papers, "--convened", 150, "--present", 149)
    told = said_by(capsys, *words, "--issued", count - 1, "--returned", count)
    assert (told.code, told.err) == (0, "")
    assert f"BCH, phải xử lý: Thu về {count} phiếu, nhiều hơn phát ra {count - 1}" in told.out
