import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from builders import base_rule
from openpyxl import load_workbook

from congress_desk.domain.people.person import CongressKind, PersonKind, Status, base_sum
from congress_desk.domain.people.register_changes import compare_register
from congress_desk.domain.people.register_layout import COLUMNS
from congress_desk.domain.structure.structure import structure
from congress_desk.exports.xlsx.workbook import save_xlsx
from congress_desk.imports.register.book import likeliest_sheet, read_register_file
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.reports.document.book import Book, ChartKind, Sheet, Tone
from congress_desk.reports.document.document import Table
from congress_desk.reports.people.credentials import credentials_report

from . import crowds
from .printed_sheets import placed_charts

WARD = crowds.with_changes(crowds.register(120))
BOOK = crowds.book(WARD)
PRIVATE = crowds.book(WARD, private=True)


def saved(book: Book) -> bytes:
    stream = io.BytesIO()
    save_xlsx(book, stream)
    return stream.getvalue()


def opened(book: Book):
    return load_workbook(io.BytesIO(saved(book)))


def rows_of(sheet: Sheet, section: int = 0) -> list[tuple]:
    return [row.values for row in sheet.sections[section].rows if row.tone is not Tone.TOTAL]


def test_that_there_is_a_sheet_for_people_presence_and_structure():
    assert [sheet.name for sheet in BOOK.sheets] == ["Đại biểu", "Điểm danh", "Cơ cấu"]
    assert opened(BOOK).sheetnames == ["Đại biểu", "Điểm danh", "Cơ cấu"]


def test_that_dates_of_birth_and_notes_are_left_out_unless_chosen():
    titles = [column.title for column in BOOK.sheets[0].columns]
    assert "Ngày sinh" not in titles
    assert "Ghi chú" not in titles
    assert b"1961-02-02" not in saved(BOOK)
    private = [column.title for column in PRIVATE.sheets[0].columns]
    assert set(private) - set(titles) == {"Ngày sinh", "Ghi chú"}
    whole = "".join(str(row) for sheet in BOOK.sheets for s in sheet.sections for row in s.rows)
    assert "Ghi riêng" not in whole
    assert "Ghi riêng" in str(PRIVATE.sheets[0].sections)


def test_that_the_headers_are_those_that_the_import_reads():
    labels = {column.label for column in COLUMNS.values()}
    assert [c.title for c in PRIVATE.sheets[0].columns if c.title not in labels] == []


def test_that_dates_are_real_and_keep_their_precision():
    column = [c.title for c in PRIVATE.sheets[0].columns].index("Ngày sinh")
    told = {row[0]: row[column] for row in rows_of(PRIVATE.sheets[0])}
    assert told[1] == date(1961, 2, 2)
    assert told[13] == WARD[12].born == "1973"
    assert told[26] is None


@pytest.mark.parametrize("private", [True, False])
def test_that_what_was_exported_comes_in_again_as_the_same_register(private, tmp_path):
    path = tmp_path / "dai-bieu.xlsx"
    path.write_bytes(saved(crowds.book(WARD, private=private)))
    sheet, table = likeliest_sheet(read_register_file(path))
    assert sheet.name == "Đại biểu"
    reading = read_register_lines(sheet, table, file=path.name, name_case=False)
    changes = compare_register(WARD, reading.lines, attendance=True)
    assert [(c.before.name, c.fields) for c in changes.changed] == []
    assert len(changes.same) == len(WARD)
    assert not changes.problems


def test_that_presence_tells_first_arrival_last_departure_and_why_somebody_is_missing():
    rows = {row[0]: row for row in rows_of(BOOK.sheets[1])}
    first = rows[1]
    assert first[5:9] == (
        "có mặt", 1, datetime(2020, 3, 12, 7, 1), datetime(2020, 3, 12, 9, 11),
    )  # fmt: skip
    assert first[9] == "07:01 vào; 09:11 ra"
    assert rows[2][8] is None
    assert rows[21][10] == "ốm nặng"
    seated = next(p for p in WARD if p.replaces)
    assert rows[seated.id][11] == WARD[10].name


def test_that_guests_are_no_part_of_those_present_in_the_workbook():
    *rows, total, others = (row.values for row in BOOK.sheets[1].sections[0].rows)
    base = base_sum(WARD, base_rule(CongressKind.DELEGATES))
    assert (total[0], total[6]) == (base.convened, base.present)
    assert total[6] + others[6] == sum(row[6] for row in rows)
    assert others[6] >= sum(p.kind is PersonKind.GUEST and p.status is Status.PRESENT for p in WARD)


def structure_rows() -> dict[str, list[tuple]]:
    return {s.title: [row.values for row in s.rows] for s in BOOK.sheets[2].sections}


def test_that_the_workbook_and_the_report_tell_the_same_numbers():
    found = structure_rows()
    report = credentials_report(crowds.credentials(WARD))
    table = [block for block in report.blocks if isinstance(block, Table)][1]
    group = ""
    for index, (name, number, share) in enumerate(table.rows):
        if index in table.bold_rows:
            group = name
            continue
        told = {row[0]: row for row in found[group]}
        assert str(told[name][1]) == number
        assert f"{told[name][2]:.2f}".replace(".", ",") == share


def test_that_the_base_is_told_as_a_sum():
    rows = structure_rows()["Số lượng"]
    base = base_sum(WARD, base_rule(CongressKind.DELEGATES))
    numbers = {row[0]: row[1] for row in rows}
    assert numbers["Được triệu tập"] == base.convened
    assert numbers["Số làm căn cứ tính (D)"] == base.base
    assert numbers["Đang có mặt"] == base.present
    assert sum(row[1] for row in rows[:-2]) == base.base


def test_that_targets_are_told_with_people_and_a_verdict():
    rows = {row[0]: row for row in structure_rows()["Chỉ tiêu cơ cấu"]}
    women = structure(crowds.voters(WARD), crowds.DAY).women
    told = (women.number, Decimal(women.percent), "từ 15% (17 người) trở lên")
    assert rows["Nữ"][1:4] == told
    assert rows["Nữ"][4] in ("đạt", "chưa đạt", "chưa đủ thông tin")


def test_that_the_charts_are_real_and_carry_their_numbers():
    charts = opened(BOOK)["Cơ cấu"]._charts
    assert len(charts) == len(BOOK.sheets[2].charts) == 6
    assert {type(chart).__name__ for chart in charts} == {"PieChart", "BarChart"}
    with zipfile.ZipFile(io.BytesIO(saved(BOOK))) as package:
        told = [package.read(n).decode() for n in package.namelist() if "charts/chart" in n]
    bars = [chart for chart in charts if type(chart).__name__ == "BarChart"]
    # The names stand at the left, from the top; the axis of numbers is left out.
    assert {(bar.x_axis.scaling.orientation, bool(bar.y_axis.delete)) for bar in bars} == {
        ("maxMin", True)
    }
    for chart, xml in zip(BOOK.sheets[2].charts, told, strict=True):
        section = BOOK.sheets[2].sections[chart.section]
        cached = re.search(r"<(?:c:)?numCache>.*?</(?:c:)?numCache>", xml)
        assert cached is not None
        numbers = re.findall(r"<(?:c:)?v>(\d+)</", cached[0])
        assert numbers == [str(row.values[chart.values]) for row in section.rows]


def test_that_a_chart_points_at_the_rows_it_draws():
    sheet = opened(BOOK)["Cơ cấu"]
    for chart, drawn in zip(BOOK.sheets[2].charts, sheet._charts, strict=True):
        reference = drawn.series[0].val.numRef.f
        first, last = (int(n) for n in re.findall(r"\$B\$(\d+)", reference))
        section = BOOK.sheets[2].sections[chart.section]
        assert sheet.cell(first - 1, 1).value == section.title
        told = [sheet.cell(row, 2).value for row in range(first, last + 1)]
        assert told == [row.values[1] for row in section.rows]


def test_that_many_delegations_are_not_squeezed_into_a_chart():
    people = tuple(replace(p, delegation=f"Đoàn {p.id}") for p in crowds.register(60))
    charts = crowds.book(people).sheets[2].charts
    assert "Theo đoàn" not in [chart.title for chart in charts]
    assert {chart.kind for chart in charts} == set(ChartKind)


def test_that_a_name_like_a_formula_stays_text():
    sheet = opened(crowds.book(crowds.hostile()))["Đại biểu"]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == "=1+1")
    assert cell.data_type == "s"


def test_that_a_register_without_a_day_or_people_makes_a_workbook_all_the_same():
    for people, day in ((crowds.register(3), ""), ((), crowds.DAY)):
        assert len(opened(crowds.book(people, day=day)).sheetnames) == 3


@pytest.mark.parametrize("stretched", [0.97, 1.0, 1.04])
@pytest.mark.parametrize("delegations", [2, 11, 17, 23])
def test_that_no_chart_breaks_over_two_pages(delegations, stretched):
    people = tuple(replace(p, delegation=f"Đoàn {p.id % delegations}") for p in crowds.register(40))
    charts = placed_charts(opened(crowds.book(people))["Cơ cấu"], stretched=stretched)
    assert len({chart.page for chart in charts}) > 1
    assert [chart for chart in charts if chart.bottom > chart.page_height] == []
