"""Few ballots stay out of every workbook, unless two people choose otherwise."""

from __future__ import annotations

import io
import sys
from datetime import datetime

import pytest
from command_line import said_by
from congress_files import a_congress, a_declared_round, code_of, granted
from openpyxl import load_workbook
from operator_acts import CHAIR, HEAD, PEOPLE, define_everybody, unlocked

from congress_desk.actions.elections.checks.secrecy import set_fewest_ballots, show_matrix
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.elections.checks.secrecy import secrecy
from congress_desk.storage.act import about_of

OF_BALLOTS = (
    "ballot", "ballot_mark", "ballot_vote", "ballot_share", "entry_pass", "bundle",
    "agreed_ballot", "doubtful_ballot",
)  # fmt: skip
TWO = {"first": "Đỗ Văn Trưởng", "second": "Lê Thị Chủ", "actor": "TK"}


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path)
    a_declared_round(made)
    yield made
    made.close()


def sheets(file):
    paper = next(paper for paper in available(file) if paper.kind == "results")
    return {sheet.name: sheet for sheet in make_paper(file, paper).content.sheets}


def test_that_the_ballots_of_a_round_of_few_are_left_out_and_the_workbook_says_so(file):
    made = sheets(file)
    assert not [name for name in made if "Phiếu" in name or "Tệp" in name]
    notes = next(sheet.notes for name, sheet in made.items() if "Kết quả" in name)
    assert any("dưới mức 10 phiếu" in note for note in notes)


def test_that_two_people_put_them_into_the_workbook_and_the_journal_names_both(file):
    granted(show_matrix(file, 1, **TWO))
    assert [name for name in sheets(file) if "Phiếu" in name]
    line = file.journal_lines()[-1]
    assert (line.act, about_of(line)["first"], about_of(line)["second"]) == (
        "show_matrix", TWO["first"], TWO["second"],
    )  # fmt: skip
    assert code_of(show_matrix(file, 1, **TWO)) == "matrix_shown_already"
    assert file.check() == []


def test_that_one_person_is_not_two(file):
    one = {**TWO, "second": "đỗ văn trưởng"}
    assert code_of(show_matrix(file, 1, **one)) == "two_names_needed"
    assert code_of(set_fewest_ballots(file, 0, **one)) == "two_names_needed"


def test_that_the_number_is_a_setting_of_the_congress_that_two_people_change(file):
    assert secrecy(file).fewest == 10
    granted(set_fewest_ballots(file, 3, **TWO))
    assert secrecy(file).fewest == 3
    assert [name for name in sheets(file) if "Phiếu" in name]
    granted(set_fewest_ballots(file, 12, **TWO))
    assert secrecy(file).fewest == 12
    assert code_of(set_fewest_ballots(file, -1, **TWO)) == "fewest_ballots_outside"


def test_that_with_operators_two_pins_choose(file):
    define_everybody(file)
    assert code_of(show_matrix(file, 1, **TWO)) == "unlock_needed"
    granted(show_matrix(file, 1, **TWO, unlocked=unlocked(file, "show_matrix", 1)))
    about = about_of(file.journal_lines()[-1])
    assert (about["first"], about["second"]) == (HEAD, CHAIR)


def exported(capsys, path, folder, *words):
    said = said_by(capsys, "export", path, "--to", folder, "--only", "results", *words)
    return said, load_workbook(next(folder.glob("*.xlsx"))).sheetnames if said.code == 0 else []


def test_that_the_command_line_leaves_them_out_until_two_are_named(file, tmp_path, capsys):
    file.close()
    _, names = exported(capsys, file.path, tmp_path / "a")
    assert not [name for name in names if "Phiếu" in name]
    said, names = exported(capsys, file.path, tmp_path / "b", "--show-few", "An", "Bình")
    assert (said.code, said.err) == (0, "")
    assert [name for name in names if "Phiếu" in name]


def test_that_the_command_line_asks_both_pins(file, tmp_path, capsys, monkeypatch):
    define_everybody(file)
    file.close()
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PEOPLE[HEAD][1]}\n9999\n"))
    assert exported(capsys, file.path, tmp_path / "a", "--show-few", HEAD, CHAIR)[0].code != 0
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PEOPLE[HEAD][1]}\n{PEOPLE[CHAIR][1]}\n"))
    said, names = exported(capsys, file.path, tmp_path / "b", "--show-few", HEAD, CHAIR)
    assert (said.code, said.err) == (0, "")
    assert [name for name in names if "Phiếu" in name]


def test_that_no_cell_of_the_workbook_tells_a_time_closer_than_the_minute(file, tmp_path):
    paper = next(paper for paper in available(file) if paper.kind == "results")
    assert write_paper(make_paper(file, paper), tmp_path / "a.xlsx") is None
    times = [
        cell
        for sheet in load_workbook(tmp_path / "a.xlsx")
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, datetime)
    ]
    assert times
    assert not [time for time in times if time.second or time.microsecond]


def test_that_no_table_of_the_file_ties_a_ballot_to_a_person(file):
    """Ballots and their marks refer to passes and candidates, never to the register or a roll."""
    about = {
        row["table"]
        for table in OF_BALLOTS
        for row in file.rows(f"SELECT \"table\" FROM pragma_foreign_key_list('{table}')")
    }
    assert not about & {"person", "person_detail", "roll", "roll_person", "passage", "ballot_issue"}
