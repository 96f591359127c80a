import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import openpyxl
import pytest
from builders import a_motion

from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Accounting, RoundState
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.motions import Hands
from congress_desk.exports.xlsx.charts import scale_with_charts
from congress_desk.exports.xlsx.workbook import save_xlsx, write_xlsx
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.sheet_names import sheet_name
from congress_desk.reports.elections.workbook.results_book import results_book

from . import sheets
from .printed_sheets import placed_charts
from .scenes import SCENES

EVIL = ["=1+1", "+2", "-3+4", "@SUM(A1)", "#REF!", "\x07Chuông\x00", "'x", "W" * 200, "<b>&"]


def journal() -> tuple[JournalLine, ...]:
    return tuple(
        replace(sheets.HEAD, seq=seq, summary=f"=việc {seq}", hash=f"{seq * 7919:064x}"[::-1])
        for seq in range(1, 6)
    )


def ward_book() -> tuple[Book, list]:
    ward, ballots = sheets.ward_sheet()
    people = sheets.candidates(9, EVIL)
    papers = sheets.random_papers([c.id for c in people], 9, 44)
    ticked, tick_ballots = sheets.build(
        papers, people, 9, election_id=3, code="ĐB", title="Đại biểu dự đại hội cấp trên",
        accounting=Accounting(convened=50, present=45, issued=45, returned=44),
    )  # fmt: skip
    waiting = Election(id=2, code="BT", title="Bí thư", seats=1, candidates=sheets.candidates(1))
    book = results_book(
        ward.congress,
        [ward, ticked],
        {ward.round.id: ballots, ticked.round.id: tick_ballots},
        [ward.election, waiting, ticked.election],
        journal(),
    )
    return book, [(ward, ballots), (ticked, tick_ballots)]


BOOK, ROUNDS = ward_book()


def saved(book: Book) -> bytes:
    stream = io.BytesIO()
    save_xlsx(book, stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def workbook():
    return openpyxl.load_workbook(io.BytesIO(saved(BOOK)))


def table(worksheet) -> tuple[list, list[list]]:
    """Return the titles of the columns and the rows below, as they stand."""
    top = worksheet.print_title_rows
    header = int(re.search(r"\d+", top)[0])
    rows = [list(row) for row in worksheet.iter_rows(min_row=header, values_only=True)]
    return rows[0], rows[1:]


def column(worksheet, title: str) -> list:
    titles, rows = table(worksheet)
    return [row[titles.index(title)] for row in rows]


def test_that_nothing_of_a_round_that_is_still_counted_stands_in_the_workbook():
    people = sheets.candidates(6)
    papers = sheets.random_papers([c.id for c in people], 5, 30)
    accounting = Accounting(convened=41, present=40, issued=40, returned=40)
    held, ballots = sheets.build(
        papers, people, 5, accounting=accounting, state=RoundState.COUNTING
    )
    book = results_book(held.congress, [held], {held.round.id: ballots}, [held.election], journal())
    names = [sheet.name for sheet in book.sheets]
    assert names == ["Tổng hợp", "Số liệu phiếu", "Điểm kiểm tra", "Nhật ký"]
    (row,) = book.sheets[0].sections[0].rows
    titles = [column.title for column in book.sheets[0].columns]
    told = dict(zip(titles, row.values, strict=True))
    assert told["Tình trạng"] == "đang kiểm phiếu"
    assert {told[key] for key in ("Hợp lệ", "Không hợp lệ", "Trúng cử", "Kết quả")} == {None}
    assert [section.rows[0].values[1:] for section in book.sheets[1].sections] == [()]


def test_that_the_result_has_a_chart_of_the_votes():
    result = next(sheet for sheet in BOOK.sheets if sheet.name == "BCH-1 Kết quả")
    (chart,) = result.charts
    assert result.columns[chart.values].title == "Số phiếu bầu"
    assert result.sections[chart.section].title == "Từ cao xuống thấp"


def test_that_there_is_one_sheet_a_purpose(workbook):
    assert workbook.sheetnames == [
        "Tổng hợp",
        "BCH-1 Kết quả",
        "BCH-1 Phiếu",
        "BCH-1 Tệp",
        "ĐB-1 Kết quả",
        "ĐB-1 Phiếu",
        "ĐB-1 Tệp",
        "Số liệu phiếu",
        "Điểm kiểm tra",
        "Nhật ký",
    ]


def test_that_no_cell_is_a_formula_or_an_error_and_every_number_is_a_number(workbook):
    for worksheet in workbook:
        for row in worksheet.iter_rows():
            for cell in row:
                assert cell.data_type in "snd", cell
                if cell.data_type == "s":
                    assert not re.fullmatch(r"\d+", cell.value), cell
    with zipfile.ZipFile(io.BytesIO(saved(BOOK))) as archive:
        sheets_xml = [archive.read(n) for n in archive.namelist() if "worksheets/" in n]
    assert not any(b"<f>" in xml or b"<f " in xml for xml in sheets_xml)


def test_that_dangerous_names_are_kept_as_text_without_control_characters(workbook):
    names = column(workbook["ĐB-1 Kết quả"], "Họ và tên")
    assert [n for n in ("=1+1", "+2", "-3+4", "@SUM(A1)", "#REF!", "'x", "<b>&") if n in names] == [
        "=1+1", "+2", "-3+4", "@SUM(A1)", "#REF!", "'x", "<b>&",
    ]  # fmt: skip
    assert "Chuông" in names
    assert column(workbook["Nhật ký"], "Nội dung")[0] == "=việc 1"


@pytest.mark.parametrize("place", [0, 1])
def test_that_the_result_stands_in_ballot_order_and_from_high_to_low(workbook, place):
    sheet, _ = ROUNDS[place]
    worksheet = workbook[f"{sheet.election.code}-1 Kết quả"]
    titles, rows = table(worksheet)
    votes = titles.index("Đồng ý" if place else "Số phiếu bầu")
    percent = titles.index("Tỷ lệ %")
    count = len(sheet.round.candidates)
    first = [row for row in rows if isinstance(row[0], int)][:count]
    second = [row for row in rows if isinstance(row[0], int)][count:]
    assert [(row[0], row[votes]) for row in first] == [
        (c.position, c.votes) for c in sheet.result.candidates
    ]
    assert [(row[0], row[votes]) for row in second] == [
        (c.position, c.votes) for c in sheet.result.by_votes
    ]
    assert [f"{row[percent]:.2f}" for row in first] == [c.percent for c in sheet.result.candidates]
    sums = {row[1]: row[votes] for row in rows if row[0] is None and row[1]}
    assert sums["Cộng"] == sum(c.votes for c in sheet.result.candidates)
    # A sum of the same rows is no check of them: the matrix of ballots has one.
    assert "Chênh lệch" not in sums


@pytest.mark.parametrize("place", [0, 1])
def test_that_the_matrix_of_ballots_adds_up_to_the_result(workbook, place):
    sheet, ballots = ROUNDS[place]
    titles, rows = table(workbook[f"{sheet.election.code}-1 Phiếu"])
    count = len(sheet.round.candidates)
    start = titles.index("Đã sửa") + 1
    marks = rows[: len(ballots)]
    assert titles[start].startswith("1. ")
    assert [(row[0], row[1]) for row in marks] == [(b.bundle, b.sequence) for b in ballots]
    assert [row[2] == "có" for row in marks] == [b.verdict.valid for b in ballots]
    for row, ballot in zip(marks, ballots, strict=True):
        cells = row[start : start + count]
        assert set(cells) <= {0, 1, None}
        assert row[start + count] == sum(cell or 0 for cell in cells) == ballot.verdict.kept
    sums = [sum(row[start + i] or 0 for row in marks) for i in range(count)]
    total, votes, difference = rows[len(ballots) : len(ballots) + 3]
    assert total[start : start + count] == sums
    assert votes[start : start + count] == sums == [c.votes for c in sheet.result.candidates]
    assert set(difference[start : start + count + 1]) == {0}


@pytest.mark.parametrize("place", [0, 1])
def test_that_bundles_add_up_to_the_result(workbook, place):
    sheet, _ = ROUNDS[place]
    titles, rows = table(workbook[f"{sheet.election.code}-1 Tệp"])
    bundles = rows[: len(sheet.bundles)]
    entered, valid = titles.index("Đã nhập"), titles.index("Hợp lệ")
    assert sum(row[entered] for row in bundles) == sheet.result.entered
    assert sum(row[valid] for row in bundles) == sheet.result.valid
    start = titles.index("Không hợp lệ") + 1
    sums = [sum(row[start + i] for row in bundles) for i in range(len(sheet.round.candidates))]
    assert sums == [c.votes for c in sheet.result.candidates]


def test_that_a_ballot_that_does_not_fit_the_result_is_shown_as_a_difference():
    sheet, ballots = ROUNDS[0]
    book = results_book(
        sheet.congress, [sheet], {sheet.round.id: ballots[1:]}, [sheet.election], journal()
    )
    matrix = next(s for s in book.sheets if s.name.endswith("Phiếu"))
    assert any(value for value in matrix.sections[0].rows[-1].values if isinstance(value, int))


def test_that_the_summary_lists_rounds_and_elections_not_counted(workbook):
    worksheet = workbook["Tổng hợp"]
    assert column(worksheet, "Mã") == ["BCH", "ĐB", "BT"]
    assert column(worksheet, "Tình trạng") == ["đã công bố", "đã công bố", "chưa bầu"]
    assert column(worksheet, "Cần để trúng cử") == [60, 26, None]
    assert column(worksheet, "Công bố lúc")[0] == datetime(2020, 3, 13, 10, 55)


def test_that_the_accounting_shows_d_as_a_sum_and_the_reasons(workbook):
    _, rows = table(workbook["Số liệu phiếu"])
    ward = {row[0]: row[1] for row in rows}
    ticked = {row[0]: row[2] for row in rows}
    assert ward["Được triệu tập"] == 119
    assert ward["Trừ: vắng suốt đại hội, không có dự khuyết thay"] == 1
    assert (ward["Số làm căn cứ tính (D)"], ward["Cách tính D"]) == (118, "tính từ danh sách")
    assert (ticked["Số làm căn cứ tính (D)"], ticked["Cách tính D"]) == (50, "nhập tay")
    result = ROUNDS[0][0].result
    reasons = sum(n for item, n in ward.items() if item.startswith("– "))
    assert reasons == ward["Không hợp lệ"] == result.invalid
    assert ward["Kiểm tra: thu về − (hợp lệ + không hợp lệ)"] == 0
    assert ticked["Phát ra − thu về"] == 1


def test_that_the_journal_has_real_times_and_the_codes_of_its_hashes(workbook):
    worksheet = workbook["Nhật ký"]
    assert column(worksheet, "Dòng") == [1, 2, 3, 4, 5]
    assert set(column(worksheet, "Thời gian")) == {datetime(2020, 3, 13, 10, 55)}
    assert column(worksheet, "Mã") == [line.code for line in journal()]


def test_that_the_journal_folds_a_long_text_and_shows_all_its_lines():
    long = "Ghi lý do: " + "đại biểu vắng vì công tác đột xuất, có giấy xin phép; " * 12 + "hết"
    lines = (replace(sheets.HEAD, summary=long), replace(sheets.HEAD, summary="Điểm danh"))
    book = results_book(sheets.CONGRESS, [], {}, [], lines)
    worksheet = openpyxl.load_workbook(io.BytesIO(saved(book)))["Nhật ký"]
    folded, plain = (
        next(c for row in worksheet.iter_rows() for c in row if c.value == line.summary)
        for line in lines
    )
    width = worksheet.column_dimensions[folded.column_letter].width
    assert folded.alignment.wrap_text
    assert width < 60
    height, line = (worksheet.row_dimensions[cell.row].height for cell in (folded, plain))
    assert height >= line * len(long) * 0.9 / width * 0.8
    assert worksheet.page_setup.fitToWidth in (None, 1)


def test_that_every_sheet_prints_on_a4_with_its_header_repeated_and_frozen(workbook):
    for worksheet in workbook:
        assert worksheet.page_setup.paperSize == 9
        if worksheet._charts:
            # Breaks above charts do not hold where a program fits the page by itself.
            assert 40 <= worksheet.page_setup.scale <= 100
        else:
            assert worksheet.page_setup.fitToHeight == 0
            assert worksheet.sheet_properties.pageSetUpPr.fitToPage
        header = int(re.search(r"\d+", worksheet.print_title_rows)[0])
        assert re.search(r"\d+", worksheet.freeze_panes)[0] == str(header + 1)
        assert "Mã sổ" in worksheet.oddFooter.left.text
    assert workbook["Tổng hợp"].page_setup.orientation == "landscape"
    assert workbook["Số liệu phiếu"].page_setup.orientation == "portrait"


def test_that_the_filter_covers_the_rows_but_not_the_sums(workbook):
    sheet, ballots = ROUNDS[0]
    worksheet = workbook["BCH-1 Phiếu"]
    first, last = (int(n) for n in re.findall(r"[A-Z]+(\d+)", worksheet.auto_filter.ref))
    assert last - first == len(ballots)
    assert worksheet.cell(last + 1, 1).value == "Cộng cột"
    assert sheet.election.code == "BCH"


def test_that_widths_fit_what_stands_in_the_columns(workbook):
    worksheet = workbook["ĐB-1 Kết quả"]
    name = worksheet.column_dimensions["B"].width
    assert 20 < name < 50
    header = int(re.search(r"\d+", worksheet.print_title_rows)[0])
    long = next(r for r in range(header, 60) if worksheet.cell(r, 2).value == "W" * 200)
    assert worksheet.row_dimensions[long].height > 60


@pytest.mark.parametrize("scene", SCENES)
def test_that_every_kind_of_round_has_its_workbook(scene, tmp_path):
    sheet = SCENES[scene]()
    book = results_book(sheet.congress, [sheet], {}, [sheet.election], journal())
    assert write_xlsx(book, tmp_path / "a.xlsx") is None
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames[0] == "Tổng hợp"


def test_that_an_empty_congress_has_a_workbook():
    book = results_book(sheets.CONGRESS, [], {}, [], ())
    assert openpyxl.load_workbook(io.BytesIO(saved(book))).sheetnames == [
        "Tổng hợp", "Số liệu phiếu", "Điểm kiểm tra", "Nhật ký",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("A/B:C*?[x]\\d", [], "A B C x d"),
        ("'Kết quả'", [], "Kết quả"),
        ("x" * 40, [], "x" * 31),
        ("Nhật ký", ["NHẬT KÝ"], "Nhật ký (2)"),
        ("x" * 40, ["x" * 31, "x" * 27 + " (2)"], "x" * 27 + " (3)"),
        ("History", [], "History_"),
        ("", [], "_"),
    ],
)
def test_that_sheet_names_are_what_excel_takes_and_each_only_once(wanted, taken, name):
    assert sheet_name(wanted, taken) == name


def test_that_motions_have_a_sheet_before_the_journal_where_there_are_any():
    ward, ballots = sheets.ward_sheet()
    voted = a_motion(Hands(in_favour=6, against=4), matter="=1+1")
    parts = (ward.congress, [ward], {ward.round.id: ballots}, [ward.election], journal())
    names = [sheet.name for sheet in results_book(*parts, [voted]).sheets]
    assert names[-2] == "Biểu quyết"
    assert "Biểu quyết" not in [sheet.name for sheet in results_book(*parts).sheets]
    opened = openpyxl.load_workbook(io.BytesIO(saved(results_book(*parts, [voted]))))
    _, rows = table(opened["Biểu quyết"])
    assert rows[0][1] == "=1+1"
    assert rows[0][5:7] == [6, 4]


@pytest.mark.parametrize("count", [3, 15, 40, 80])
def test_that_the_chart_of_votes_stands_whole_on_its_page(count):
    people = sheets.candidates(count)
    papers = sheets.random_papers([c.id for c in people], count - 1, 20)
    held, ballots = sheets.build(papers, people, count - 1)
    book = results_book(held.congress, [held], {held.round.id: ballots}, [held.election], ())
    worksheet = openpyxl.load_workbook(io.BytesIO(saved(book)))["BCH-1 Kết quả"]
    (chart,) = placed_charts(worksheet, stretched=1.04)
    assert chart.bottom <= chart.page_height
    # Every name stands at its bar, in type that is no higher than the bar with its room.
    (drawn,) = worksheet._charts
    axis, bar = drawn.x_axis, (chart.bottom - chart.top) / count
    assert axis.tickLblSkip == 1
    points = axis.txPr.p[0].pPr.defRPr.sz / 100
    assert points * 2.54 / 72 <= bar


def test_that_a_row_or_two_too_many_come_onto_the_page_a_little_smaller():
    def scale(centimetres: float) -> int:
        layout = SimpleNamespace(widths=[30.0, 30.0], height=centimetres * 72 / 2.54)
        return scale_with_charts(layout)  # type: ignore[arg-type]

    alone = scale(5)
    page = 17.4 * 0.95 * 100 / alone
    assert scale(page * 0.99) == alone
    assert 0.85 * alone <= scale(page * 1.08) < alone
    assert scale(page * 1.5) == alone, "what fills a second page is not made small"


def test_that_no_cell_breaks_a_term_of_years(workbook):
    texts = [c.value for s in workbook for row in s.iter_rows() for c in row]
    terms = [text for text in texts if isinstance(text, str) and "2020\u00a0-\u00a02025" in text]
    assert terms
    assert not any("2020 - 2025" in text for text in texts if isinstance(text, str))
