"""Workbooks built for tests: a sound set-up workbook to spoil, and zips made by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import range_boundaries

from congress_desk.domain.people.person import Person
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.register.book import (
    RegisterFile,
    likeliest_sheet,
    read_register_file,
)
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.register.reading import RegisterReading
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.imports.setup.workbook import read_setup
from congress_desk.imports.workbook.sheets import Merge, Row, Sheet

Rows = list[list[Any]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def sound_sheets() -> dict[str, Rows]:
    """Return the cells of a small congress in which nothing is wrong."""
    return {
        "Đại hội": [
            ["Mục", "Giá trị"],
            ["Tên đại hội", "Đại hội Chi bộ Khu phố 3"],
            ["Loại đại hội", "Đảng viên"],
            ["Bắt đầu", "15/05/2025 7h30"],
            ["Quy chế bầu cử", "dang-190-2024"],
        ],
        "Đại biểu": [
            ["STT", "Mã", "Họ và tên", "Ngày sinh", "Giới tính", "Loại", "Điểm danh"],
            [1, "A1", "Nguyễn Văn Bình", "05/06/1975", "Nam", "chính thức", "có mặt"],
            [2, "A2", "Lê Thị Lan", "1980", "Nữ", "đương nhiên", "có mặt"],
        ],
        "Chương trình": [
            ["Phiên", "Ngày", "Giờ", "Thời lượng (phút)", "Nội dung", "Thực hiện"],
            ["Trù bị", "15/05/2025", "7h30", 30, "Điểm danh", "Ban Tổ chức"],
        ],
        "Phân công": [
            ["Cơ quan", "Họ và tên", "Chức danh", "Nhiệm vụ"],
            ["Ban kiểm phiếu", "Lê Thị Lan", "Trưởng ban", "Đọc phiếu"],
        ],
        "Bầu cử": [
            ["Mã", "Nội dung bầu", "Số lượng bầu"],
            ["BCH", "Chi ủy nhiệm kỳ 2025 - 2030", 3],
            ["BT", "Bí thư chi bộ", 1],
        ],
        "Danh sách bầu cử": [
            ["Mã", "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Ghi chú"],
            ["BCH", None, "Trần Văn Dũng", "1970", "Nam", "Bí thư", None],
            ["BCH", None, "Phạm Thị An", "1982", "Nữ", None, None],
            ["BCH", None, "Vũ Minh Châu", "1990", "Nữ", None, None],
            ["BCH", None, "Ngô Quốc Bảo", "03/1985", "Nam", None, None],
            ["BT", None, "Trần Văn Dũng", "1970", "Nam", "Bí thư", None],
        ],
    }


def save_sheets(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write sheets of plain rows to `path`."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def setup_from(
    folder: Path, change: Callable[[dict[str, Rows]], object] | None = None
) -> Setup | Refusal:
    """Read the sound workbook after `change` has changed its sheets in place."""
    sheets = sound_sheets()
    if change is not None:
        change(sheets)
    return read_setup(save_sheets(folder / "thu.xlsx", sheets), rule_set_ids())


def sound_setup(folder: Path, change: Callable[[dict[str, Rows]], object] | None = None) -> Setup:
    """Return the set-up of a changed workbook that must come in."""
    setup = setup_from(folder, change)
    assert isinstance(setup, Setup), problem_text(setup.first)
    return setup


def notes_of(setup: Setup) -> list[str]:
    """Return the notes of a set-up as they are told."""
    return [problem_text(note) for note in setup.notes]


def zip_book(
    path: Path,
    *,
    sheet: str = "",
    after: str = "",
    sheets: Iterable[str] = ('<sheet name="A" sheetId="1" r:id="rId1"/>',),
    head: str = "",
    more: Mapping[str, bytes] | None = None,
) -> Path:
    """Write a minimal .xlsx by hand: `sheet` is the XML of its rows, `head` goes before its root.

    `more` are further parts of the zip.
    """
    content_types = f"""<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{_OFFICE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_OFFICE}.worksheet+xml"/></Types>"""
    parts = {
        "[Content_Types].xml": content_types,
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
        f"{''.join(sheets)}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_REL}/styles" Target="styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{_MAIN}"><sheetData>{sheet}'
        f"</sheetData>{after}</worksheet>",
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/></cellXfs>'
        "</styleSheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return path


def inline(text: str, cell: str = "") -> str:
    """Return the XML of one cell that holds a text."""
    where = f' r="{cell}"' if cell else ""
    return f'<c{where} t="inlineStr"><is><t>{text}</t></is></c>'


def save_list(
    path: Path,
    rows: Rows,
    *,
    merges: Iterable[str] = (),
    fonts: Mapping[str, str] | None = None,
    formats: Mapping[str, str] | None = None,
) -> Path:
    """Write a list of people as an office keeps it, one sheet; fonts and formats by cell."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Danh sách"
    for row in rows:
        sheet.append(row)
    for merged in merges:
        sheet.merge_cells(merged)
    for cell, name in (fonts or {}).items():
        sheet[cell].font = Font(name=name)
    for cell, shown in (formats or {}).items():
        sheet[cell].number_format = shown
    book.save(path)
    return path


def sheet_of(rows: Rows, merges: Iterable[str] = ()) -> Sheet:
    """Return a sheet with these cells as a workbook of them would give it, without writing one."""
    filled = (
        Row(
            number=number,
            cells={column: v for column, v in enumerate(row, start=1) if v not in (None, "")},
        )
        for number, row in enumerate(rows, start=1)
    )
    return Sheet(
        name="Danh sách",
        hidden=False,
        rows=tuple(row for row in filled if row.cells),
        merges=tuple(
            Merge(first_column=c1, first_row=r1, last_column=c2, last_row=r2)
            for c1, r1, c2, r2 in map(range_boundaries, merges)
        ),
    )


def table_of(path: Path) -> tuple[Sheet, RegisterTable]:
    """Return the sheet of a list and its table, which must be found."""
    file = read_register_file(path)
    assert isinstance(file, RegisterFile), problem_text(file.first)
    found = likeliest_sheet(file)
    assert not isinstance(found, Refusal), problem_text(found.first)
    return found


def reading_of(path: Path, *, name_case: bool = False) -> RegisterReading:
    """Return what is read of a list."""
    sheet, table = table_of(path)
    return read_register_lines(sheet, table, file=path.name, name_case=name_case)


def list_reading(
    folder: Path, rows: Rows, *, name_case: bool = False, **looks: Any
) -> RegisterReading:
    """Return what is read of a list with these cells."""
    return reading_of(save_list(folder / "ds.xlsx", rows, **looks), name_case=name_case)


def people_of(reading: RegisterReading) -> list[Person]:
    """Return the people of a reading."""
    return [line.person for line in reading.lines]


def said_of(found: Iterable[Problem]) -> list[tuple[int, str]]:
    """Return the rows and codes of problems or notes."""
    return [(each.place.row, each.code.removeprefix("register_")) for each in found]


# What the lists of offices say of themselves that is not so: nothing, but in these.
DOUBTED = {
    "ngày lạ": ["numbers_left_out"],
    "tên tiếng Hoa, tên một chữ": ["name_short"],
    "tên dân tộc Tây Nguyên và Tây Bắc": ["name_short"],
    "đại biểu và người thay thế trên cùng dòng": ["cell_not_taken"],
    "cùng trên, không gộp, trống nhiều": ["unit_missing"],
    "ngày tháng năm bằng chữ": ["cell_not_taken"],
    "ngày sinh, nơi sinh chung ô": ["cell_not_taken"],
    "STT nhảy, có số 0 và số lẻ": ["numbers_left_out", "numbers_anew"],
    "cấp bậc, chức vụ": ["unit_above"],
    "nam nữ cột x, dòng cộng dưới mỗi tổ": ["headings_unused"],
    "tổ dân phố là số trong cột, khu phố ở đề mục": ["headings_unused"],
    "tên khách mời": ["headings_unused"],
    "chú thích (1) (2) sau tên, giải thích bên dưới": ["footnote_not_used"],
    "trưởng đoàn trong ngoặc, họ hiếm": ["cell_not_taken"],
}
_RECKONED = (
    "cell_not_taken", "cell_doubtful", "row_like_person", "row_shifted", "person_unnumbered",
    "numbers_left_out", "numbers_anew", "numbers_in_disorder", "sum_differs", "gender_sum_differs",
    "column_doubtful", "names_short", "name_short", "names_turned", "unit_above", "unit_missing",
    "units_alike", "row_not_used", "unit_odd", "headings_unused", "footnote_not_used",
)  # fmt: skip


def doubts_of(reading: RegisterReading) -> list[str]:
    """Return the codes of what a list says of itself and was not read so."""
    return [code for _, code in said_of(reading.notes) if code in _RECKONED]


def unmatched(table: RegisterTable) -> tuple[int, ...]:
    """Return the columns of a list that nobody knows."""
    return tuple(column for column in sorted(table.titles) if column not in table.mapping)
