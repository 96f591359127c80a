"""Lists that offices keep in Word come in as those of Excel do, or say why not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.utils import range_boundaries

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.register.book import RegisterFile, read_register_file

from .books import people_of, reading_of
from .fourth_office_lists import FOURTH
from .more_office_lists import MORE
from .office_lists import LISTS as FIRST
from .test_office_lists import as_text, told
from .third_office_lists import THIRD

EVERY = {**FIRST, **MORE, **THIRD, **FOURTH}
LISTS = {name: office for name, office in EVERY.items() if not office.formats}
ROWS = [["TT", "Họ và tên", "Năm sinh", "Chi bộ"], ["1", "Lê Văn An", "1970", "CB 1"]]


def save_word(path: Path, rows: list[list[Any]], *, merges: tuple[str, ...] = ()) -> Path:
    """Write a list as a table of Word, every row of it one row of the table."""
    document = docx.Document()
    add_table(document, rows, merges)
    document.save(str(path))
    return path


def add_table(document: Any, rows: list[list[Any]], merges: tuple[str, ...] = ()) -> Any:
    width = max(len(row) for row in rows)
    table = document.add_table(rows=len(rows), cols=width)
    cells = [list(row.cells) for row in table.rows]
    for row, values in zip(cells, rows, strict=True):
        for cell, value in zip(row, values, strict=False):
            cell.text = as_text(value)
    for merged in merges:
        first_column, first_row, last_column, last_row = range_boundaries(merged)
        last = cells[last_row - 1][last_column - 1]
        cells[first_row - 1][first_column - 1].merge(last)
    return table


@pytest.mark.parametrize("name", LISTS)
def test_that_an_office_list_in_word_comes_in_as_in_excel(tmp_path, name):
    office = LISTS[name]
    path = save_word(tmp_path / "ds.docx", office.rows, merges=office.merges)
    assert told(name, path) == office.people


def read(path: Path) -> RegisterFile:
    found = read_register_file(path)
    assert isinstance(found, RegisterFile), problem_text(found.first)
    return found


def names(path: Path) -> list[tuple[str, str]]:
    return [(each.name, each.delegation) for each in people_of(reading_of(path))]


def test_that_a_table_for_each_unit_is_one_list(tmp_path):
    document = docx.Document()
    head = ["TT", "Họ và tên", "Năm sinh"]
    for unit, people in {"Chi bộ 1": ["Lê Văn An", "Lê Thị Ba"], "Chi bộ 2": ["Đỗ Dư"]}.items():
        document.add_paragraph(unit)
        rows = [[str(i), name, "1970"] for i, name in enumerate(people, start=1)]
        add_table(document, [head, *rows])
    document.add_paragraph("Danh sách này có 03 đồng chí./.")
    document.save(str(tmp_path / "ds.docx"))
    assert names(tmp_path / "ds.docx") == [
        ("Lê Văn An", "Chi bộ 1"), ("Lê Thị Ba", "Chi bộ 1"), ("Đỗ Dư", "Chi bộ 2"),
    ]  # fmt: skip


def test_that_the_lines_of_a_word_list_are_said_to_be_counted(tmp_path):
    (note,) = read(save_word(tmp_path / "ds.docx", ROWS)).notes
    assert "được đếm từ “TT” là dòng 1" in problem_text(note)


def _number(table: Any) -> None:
    number = parse_xml(
        f'<w:pPr {nsdecls("w")}><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    table.cell(1, 0).text = ""
    table.cell(1, 0).paragraphs[0]._p.insert(0, number)


def _delete_row(table: Any) -> None:
    shape = table.rows[1]._tr.get_or_add_trPr()
    shape.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a"/>'))


def _move_away(table: Any) -> None:
    moved = parse_xml(
        f'<w:moveFrom {nsdecls("w")} w:id="2"><w:r><w:t>Hồ Cũ</w:t></w:r></w:moveFrom>'
    )
    table.cell(1, 1).paragraphs[0]._p.insert(0, moved)


def _hide_text(table: Any) -> None:
    table.cell(1, 1).paragraphs[0].add_run(" ẩn").font.hidden = True


def _strike(table: Any) -> None:
    table.cell(1, 1).paragraphs[0].runs[0].font.strike = True


def _nest(table: Any) -> None:
    table.cell(1, 3).add_table(1, 1).cell(0, 0).text = "tổ 2"


@pytest.mark.parametrize(
    ("change", "row"),
    [
        (_number, {1: "1", 2: "Lê Văn An", 3: "1970", 4: "CB 1"}),
        (_delete_row, None),
        (_move_away, {1: "1", 2: "Lê Văn An", 3: "1970", 4: "CB 1"}),
        (_hide_text, {1: "1", 2: "Lê Văn An", 3: "1970", 4: "CB 1"}),
        (_strike, {1: "1", 2: "Lê Văn An", 3: "1970", 4: "CB 1"}),
        (_nest, {1: "1", 2: "Lê Văn An", 3: "1970", 4: "CB 1\ntổ 2"}),
    ],
)
def test_that_a_cell_of_word_says_what_word_shows(
    tmp_path: Path, change: Callable[[Any], None], row: dict[int, str] | None
):
    document = docx.Document()
    change(add_table(document, ROWS))
    document.save(str(tmp_path / "ds.docx"))
    (sheet,) = read(tmp_path / "ds.docx").sheets
    assert [dict(each.cells) for each in sheet.rows[1:]] == ([row] if row else [])
    assert [each.struck for each in sheet.rows[1:]] == (
        [frozenset({2})] if change is _strike else [frozenset()] if row else []
    )


def test_that_ticks_of_a_font_of_signs_are_ticks(tmp_path):
    document = docx.Document()
    rows = [["TT", "Họ và tên", "Nữ", "Năm sinh"], ["1", "Lê An", "", "1970"]]
    table = add_table(document, rows)
    sign = f'<w:sym {nsdecls("w")} w:font="Wingdings" w:char="F0FC"/>'
    table.cell(1, 2).paragraphs[0].add_run()._r.append(parse_xml(sign))
    document.save(str(tmp_path / "ds.docx"))
    assert [each.gender for each in people_of(reading_of(tmp_path / "ds.docx"))] == ["nữ"]


def _spoilt(path: Path, name: str, content: bytes) -> bytes:
    """Return a document with one of its parts another."""
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as sound, zipfile.ZipFile(stream, "w") as spoilt:
        for each in sound.namelist():
            if each != name:
                spoilt.writestr(each, sound.read(each))
        spoilt.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        ("word/document.xml", b"<w:document", "register_word_damaged"),
        ("word/document.xml", b"<!DOCTYPE a><a/>", "register_word_damaged"),
        ("word/vbaProject.bin", b"x", "register_word_damaged"),
        ("[Content_Types].xml", b"x", "register_word_damaged"),
    ],
)
def test_that_a_spoilt_document_is_refused(tmp_path, part, content, code):
    path = save_word(tmp_path / "ds.docx", ROWS)
    path.write_bytes(_spoilt(path, part, content))
    refusal = read_register_file(path)
    assert isinstance(refusal, Refusal)
    assert refusal.first.code == code


def test_that_a_document_without_a_table_says_so(tmp_path):
    document = docx.Document()
    document.add_paragraph("1. Lê Văn An")
    document.save(str(tmp_path / "ds.docx"))
    refusal = read_register_file(tmp_path / "ds.docx")
    assert isinstance(refusal, Refusal)
    assert refusal.first.code == "register_word_without_table"
