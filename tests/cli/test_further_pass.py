"""`ballots --pass N` records a further pass and says where it differs, never what stands there."""

from __future__ import annotations

import pytest
from command_line import assert_refused, said_by

HEADER = "bundle,struck,both,blank,invalid\n"
FIRST = ["1,3 4,,,", "1,1 2,,,", "1,5 6,,,", "2,1 3,,,", "2,2 4,,,", "2,8 9,,,"]


@pytest.fixture
def entered(file, tmp_path, capsys):
    """A congress whose six ballots were entered once."""
    words = ("--convened", 6, "--operator", "Lâm Viết Hòa", "--reason", "thử")
    ballots = written(tmp_path / "một.csv", FIRST)
    assert said_by(capsys, "ballots", file, "BCH", ballots, *words).code == 0
    return file


def written(path, lines):
    path.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")
    return path


def second(capsys, file, path, lines, by="Mai Thị Diệu Lan", number=2):
    return said_by(
        capsys, "ballots", file, "BCH", written(path, lines), "--pass", number, "--operator", by
    )


def result(capsys, file):
    return said_by(capsys, "result", file, "BCH", "--json").json


def test_that_a_second_pass_that_agrees_gives_the_result_of_the_first(entered, tmp_path, capsys):
    before = result(capsys, entered)
    said = second(capsys, entered, tmp_path / "hai.csv", FIRST)
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "BCH: lần bầu 1, lượt nhập 2, đã ghi 6 phiếu;"
        " 2 tệp khớp, 0 tệp lệch, 0 tệp chưa nhập xong\n"
    )
    assert {**result(capsys, entered), "code": ""} == {**before, "code": ""}
    assert said_by(capsys, "verify", entered).code == 0


def test_that_differences_are_said_by_bundle_and_place_without_marks(entered, tmp_path, capsys):
    other = ["1,3 4,,,", "1,1 7,,,", "1,5 6,,,", "2,1 3,,,", "2,8 9,,,"]
    said = second(capsys, entered, tmp_path / "hai.csv", other)
    assert said.code == 0
    assert said.out.splitlines()[1:] == [
        "Tệp 1: phiếu 2 nhập khác nhau",
        "Tệp 2: các lượt nhập 3 / 2 phiếu, bìa ghi 3; đếm tay số tờ trước",
        "Tệp 2: lượt 2 thiếu một phiếu sau phiếu 1",
    ]
    found = result(capsys, entered)
    assert (found["outcome"], found["accounting"]["valid"]) == ("incomplete", 0)
    assert "bundles_not_agreed" in [finding["code"] for finding in found["findings"]]
    assert found["elected"] == []


def test_that_a_file_with_a_sheet_too_many_is_recorded_and_said(entered, tmp_path, capsys):
    said = second(capsys, entered, tmp_path / "hai.csv", [*FIRST, FIRST[-1]])
    assert "Tệp 2: lượt 1 thiếu một trong các phiếu 3 đến 4" in said.out


def test_that_a_bundle_that_was_not_entered_again_does_not_count(entered, tmp_path, capsys):
    said = second(capsys, entered, tmp_path / "hai.csv", FIRST[:3])
    assert "1 tệp khớp, 0 tệp lệch, 1 tệp chưa nhập xong" in said.out
    assert result(capsys, entered)["accounting"]["valid"] == 3
    rest = second(capsys, entered, tmp_path / "nốt.csv", FIRST[3:], by="Ai Khác")
    assert "2 tệp khớp" in rest.out


def test_that_a_third_pass_is_compared_with_both(entered, tmp_path, capsys):
    second(capsys, entered, tmp_path / "hai.csv", FIRST)
    other = ["1,3 4,,,", "1,1 7,,,", *FIRST[2:]]
    said = second(capsys, entered, tmp_path / "ba.csv", other, by="Vũ Ba", number=3)
    assert "1 tệp khớp, 1 tệp lệch" in said.out
    assert "Tệp 1: phiếu 2 nhập khác nhau" in said.out
    assert said_by(capsys, "verify", entered).code == 0


@pytest.mark.parametrize(
    ("lines", "by", "number", "names"),
    [
        (FIRST, "LÂM VIẾT HÒA", 2, "LÂM VIẾT HÒA"),
        (["9,1 2,,,"], "Mai Lan", 2, "9"),
        (["1,99,,,"], "Mai Lan", 2, "99"),
        (FIRST, "Mai Lan", 3, "3"),
        (FIRST, "Mai Lan", 0, "0"),
        (FIRST, "Mai Lan", 4, "4"),
        (FIRST, "x" * 300, 2, "200"),
    ],
)
def test_that_a_wrong_second_pass_records_nothing(
    entered, tmp_path, capsys, lines, by, number, names
):
    path = written(tmp_path / "sai.csv", lines)
    words = ("ballots", entered, "BCH", path, "--pass", number, "--operator", by)
    assert_refused(capsys, tmp_path, *words, names=names)


def test_that_a_pass_is_not_recorded_twice(entered, tmp_path, capsys):
    second(capsys, entered, tmp_path / "hai.csv", FIRST)
    again = second(capsys, entered, tmp_path / "lại.csv", FIRST, by="Vũ Ba")
    assert again.code == 2
    assert "đã có lượt nhập 2" in again.err


def test_that_a_second_pass_needs_a_first(file, tmp_path, capsys):
    words = ("ballots", file, "BCH", tmp_path / "phieu.csv", "--pass", 2)
    assert_refused(capsys, tmp_path, *words, names="BCH")
