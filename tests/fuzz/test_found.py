"""What the fuzz found, each by the smallest input that does it."""

from __future__ import annotations

import json
import sqlite3
from random import Random

import pytest
from congress_files import a_congress, granted

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.shares.share_list import whole_shares
from congress_desk.domain.text.number_ranges import number_ranges
from congress_desk.errors import Place, Refusal, problem
from congress_desk.exports.csv_text import csv_text
from congress_desk.exports.rescued import rescue_into
from congress_desk.i18n import problem_text
from congress_desk.imports.ballots_csv import read_ballots
from congress_desk.imports.dates import DateCell, joined_date
from congress_desk.imports.register.book import read_register_file
from congress_desk.imports.register.mapping import mapping_of
from congress_desk.imports.register.pasted import read_pasted
from congress_desk.settings import Settings, read_settings, write_settings
from congress_desk.storage.safety.lock import lock_path, read_holder

from .files_in import _one_sheet

ENDLESS = "1" * 5_000


def test_that_a_table_of_any_name_is_rescued_within_its_folder(tmp_path):
    file = a_congress(tmp_path)
    file.close()
    with sqlite3.connect(file.path) as db:
        db.execute('CREATE TABLE "../../ra-ngoai" ("=1+1" TEXT)')
        db.execute('INSERT INTO "../../ra-ngoai" VALUES (?)', ["=2"])
    target = tmp_path / "cứu" / "đây"
    target.mkdir(parents=True)
    rescued = granted(rescue_into(file.path, target))
    assert {path.parent for path in rescued.paths} == {rescued.folder}
    odd = (rescued.folder / "ra-ngoai.csv").read_text("utf-8-sig")
    assert odd == "source,'=1+1\nfile,'=2\n"
    assert not list((tmp_path / "cứu").glob("*.csv"))


def test_that_a_list_beside_another_may_have_a_name_without_a_title():
    assert not isinstance(read_pasted("Họ và tên\tHọ và tên\nLê A\tLê B"), Exception)


@pytest.mark.parametrize("text", [ENDLESS, "0" * 5_000, f"5-{ENDLESS}"])
def test_that_numbers_without_end_are_refused_in_one_line(text, tmp_path):
    assert whole_shares(text) is None
    refused = number_ranges(text)
    assert isinstance(refused, Refusal)
    assert len(problem_text(refused.first)) < 200
    path = tmp_path / "phiếu.csv"
    path.write_text(f"bundle,shares,votes,invalid\n1,7,{ENDLESS}/2,\n")
    assert isinstance(read_ballots(path, 3, MarkMode.CUMULATIVE), Refusal)


@pytest.mark.parametrize("text", ["²", ENDLESS])
def test_that_a_part_of_a_date_that_is_no_number_says_nothing(text):
    assert joined_date([DateCell(part="day", value=text)], birth=True) == (None, False)


def test_that_a_cell_of_a_web_page_spans_numbers_alone(tmp_path):
    path = tmp_path / "trang.xls"
    path.write_text("<table><tr><td colspan=²3>Họ và tên<td rowspan=٣>Mã</table>", "utf-8")
    assert not isinstance(read_register_file(path), Refusal)


def test_that_an_encoding_nobody_knows_is_a_damaged_workbook(tmp_path):
    path = tmp_path / "lạ.xlsx"
    path.write_bytes(
        _one_sheet(b"<sheetData/>", b'<?xml version="1.0" encoding="x-y"?>')(Random(1))
    )
    refused = read_register_file(path)
    assert isinstance(refused, Refusal)
    assert refused.first.code == "import_workbook_damaged"


@pytest.mark.parametrize("text", ["[" * 100_000, '{"2": ["name"]}', '{"2": null}', "7"])
def test_that_a_mapping_that_is_none_is_refused(text):
    assert isinstance(mapping_of(text), Refusal)


@pytest.mark.parametrize("pid", ["Infinity", "[" * 100_000])
def test_that_a_lock_note_that_is_none_names_nobody(pid, tmp_path):
    path = tmp_path / "dh.congress"
    lock_path(path).write_text(f'{{"who": "a", "host": "b", "since": "c", "pid": {pid}}}')
    assert read_holder(path) is None


def test_that_a_path_that_is_no_text_is_remembered_and_strange_settings_are_not(tmp_path):
    file = tmp_path / "settings.json"
    kept = Settings(recent=("/stick/\udce9.congress",))
    write_settings(file, kept)
    assert read_settings(file) == kept
    file.write_text(json.dumps({"language": ["vi"], "theme": {}}))
    assert read_settings(file) == Settings()


def test_that_a_sentence_shows_what_is_hidden_in_a_file():
    said = problem_text(
        problem("file_schema_differs", Place(file="a\nb\u202ec"), name="\u202evsc", value="x")
    )
    assert "\u202e" not in said
    assert "\n" not in said
    assert said.count("\ufffd") == 3


@pytest.mark.parametrize("text", ["=1", "＝1", "\n=1", "'=1", "'An"])
def test_that_no_cell_of_a_csv_begins_a_formula_and_each_is_had_back(text):
    assert csv_text(text).removeprefix("'") == text
    assert csv_text(text).startswith("'")
