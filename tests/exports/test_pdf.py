import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.exports.pdf.document import write_pdf
from congress_desk.exports.pdf.fonts import FACES, print_faces
from congress_desk.exports.pdf.head import DrawnLine, broken, head_columns
from congress_desk.exports.pdf.signatures import even_rows
from congress_desk.exports.pdf.text import printable
from congress_desk.paths import resource
from congress_desk.reports.document.document import (
    Block,
    Column,
    Document,
    Head,
    Heading,
    KeepTogether,
    Line,
    Paragraph,
    Run,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.endings import Kept, with_endings
from congress_desk.reports.document.line_breaks import NBSP, sense_units
from congress_desk.reports.document.wording import wording_of
from congress_desk.reports.elections.candidate_list import candidate_list
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes

from . import sheets
from .pages import MM, page_letters, page_texts, printed, said, squeezed
from .scenes import SCENES

LONG_NAMES = [
    "W" * 200,
    ("Nguyễn Thị Hoàng " * 20)[:200].strip(),
    "Ế" * 200,
    '<img src="/etc/passwd"/> & <b>Trần</b> Văn A',
]
WIDTH = 165 * MM


def minutes(count: int, seats: int, ballots: int = 60, **fields) -> Document:
    people = sheets.candidates(count, fields.pop("names", ()))
    papers = sheets.random_papers([c.id for c in people], seats, ballots)
    return counting_minutes(sheets.build(papers, people, seats, **fields)[0])


def documents() -> dict[str, Document]:
    made = {scene: counting_minutes(build()) for scene, build in SCENES.items()}
    for count, seats in ((1, 1), (3, 2), (18, 15), (63, 55), (80, 70), (80, 80)):
        made[f"{count} for {seats}"] = minutes(count, seats)
    made["long names"] = minutes(30, 25, names=LONG_NAMES)
    made["long names ticked"] = minutes(6, 6, names=LONG_NAMES)
    people = sheets.candidates(80, LONG_NAMES)
    election = replace(sheets.ward_sheet()[0].election, candidates=people, seats=70, frozen=False)
    made["list of 80"] = candidate_list(sheets.CONGRESS, election, sheets.HEAD)
    made["long head"] = long_head()
    return made


def long_head() -> Document:
    details = replace(
        sheets.DETAILS, body="Đảng bộ " + "X" * 192, superior="Y" * 200, place="Q" * 40,
        name="Đ" * 200, term="2020 - 2025 " * 15,
    )  # fmt: skip
    board = tuple(
        Duty(organ=Organ.COUNTING_BOARD, name=name, title=title)
        for name, title in [("Z" * 200, "Trưởng ban"), *[("Nguyễn Thị Phương Thảo", "")] * 10]
    )
    congress = replace(sheets.CONGRESS, details=details)
    return minutes(3, 2, congress=congress, board=board, title="T" * 200)


DOCUMENTS = documents()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_the_page_says_all_that_the_document_says_in_nfc(name):
    document = DOCUMENTS[name]
    texts = page_texts(printed(document))
    text = squeezed("".join(texts))
    assert unicodedata.is_normalized("NFC", text)
    missing = [part for part in said(document) if part and squeezed(part) not in text]
    across_pages = [part for part in missing if len(part) > 60]
    assert [part for part in missing if part not in across_pages] == []
    assert len(across_pages) <= 2
    assert all(squeezed(document.footer) in squeezed(page) for page in texts)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_no_letter_stands_outside_the_margins(name):
    form = DOCUMENTS[name].form
    overhang = 1.2  # points by which a slanted letter leans out of its own width
    left = form.margin_left * MM - overhang
    right = (210 - form.margin_right) * MM + overhang
    for letters in page_letters(printed(DOCUMENTS[name])):
        assert min(letter.left for letter in letters) >= left
        assert max(letter.right for letter in letters) <= right
        assert max(letter.top for letter in letters) <= (297 - form.page_number_top) * MM + 1
        body = [x for x in letters if x.bottom > 14 * MM]
        assert min(letter.bottom for letter in body) >= form.margin_bottom * MM - 1


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_pages_are_numbered_from_the_second_on_and_stamped_on_each(name):
    document = DOCUMENTS[name]
    data = printed(document)
    above = (297 - document.form.margin_top) * MM
    for number, letters in enumerate(page_letters(data), start=1):
        band = [letter for letter in letters if letter.bottom > above]
        wanted = f"{number}{squeezed(document.stamp)}" if number > 1 else ""
        assert "".join(letter.text for letter in band) == wanted
        digits = band[: len(str(number))]
        if digits:
            middle = (document.form.margin_left + 210 - document.form.margin_right) / 2 * MM
            assert abs((digits[0].left + digits[-1].right) / 2 - middle) < 1
            assert abs(297 - digits[0].top / MM - document.form.page_number_top) < 2
    if document.stamp:
        assert {text.count(document.stamp) for text in page_texts(data)} == {2}


@pytest.mark.parametrize(
    ("name", "pages"),
    [("1 for 1", 2), ("3 for 2", 2), ("18 for 15", 4), ("63 for 55", 7), ("80 for 70", 9)],
)
def test_that_lists_of_every_length_take_no_more_pages_than_they_need(name, pages):
    assert len(page_texts(printed(DOCUMENTS[name]))) <= pages


def test_that_table_headers_are_repeated_on_every_page_of_a_long_table():
    texts = page_texts(printed(DOCUMENTS["80 for 70"]))
    with_rows = [text for text in texts if re.search(r"^\d+ \S.* \d+ \d+,\d\d", text, re.M)]
    assert len(with_rows) >= 4
    assert all("Số phiếu bầu" in text for text in with_rows)


@pytest.mark.parametrize("count", range(1, 46, 2))
def test_that_signatures_never_stand_alone_and_no_row_is_left_behind(count):
    texts = page_texts(printed(minutes(count, max(1, count - 2), ballots=20)))
    last = texts[-1]
    assert last.index("Biên bản được lập") < last.index("T/M BAN KIỂM PHIẾU")
    assert "T/M ĐOÀN CHỦ TỊCH" in last
    for text in texts:
        rows = [x for x in text.splitlines() if re.match(r"(TT|\d+) \S", x)]
        for place, row in enumerate(rows):
            if row.startswith("TT"):
                following = rows[place + 1 : place + 3]
                assert following
                assert not following[0].startswith("TT")


def test_that_a_heading_stands_with_the_paragraph_of_three_lines_below_it():
    """Two lines of three stand on no page alone, so that room for two is no room."""
    title = "4. Cách niêm phong"
    after = [Paragraph(runs=(Run(f"{word} " * 50),)) for word in ("chữ", *["sau"] * 8)]
    for before in range(158, 174, 4):
        blocks = (Spacer(height=before), Heading(title=title), *after)
        first = page_texts(printed(replace(DOCUMENTS["18 for 15"], blocks=blocks)))[0]
        assert ("Cách" in first) == ("chữ" in first), before


def test_that_the_same_document_gives_the_same_bytes():
    document = DOCUMENTS["18 for 15"]
    assert printed(document) == printed(document)


def test_that_every_font_is_embedded_and_ours():
    data = printed(DOCUMENTS["waived"])
    names = set(re.findall(rb"/BaseFont /([^\s/]+)", data))
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+LiberationSerif(-\w+)?", name) for name in names)
    assert data.count(b"/FontFile2") == len(names)


@pytest.mark.parametrize("face", FACES)
def test_that_every_face_has_every_vietnamese_letter(face):
    print_faces()
    style = face.partition("-")[2] or "Regular"
    font = TTFontFile(resource("fonts", "print", f"LiberationSerif-{style}.ttf"))
    bases = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    letters = {unicodedata.normalize("NFC", base + tone) for base in bases for tone in tones}
    letters |= set("đĐ–…·−“”/%*")
    assert {letter for letter in letters if ord(letter) not in font.charToGlyph} == set()


def test_that_markup_in_a_name_is_printed_and_never_obeyed(tmp_path):
    path = tmp_path / "secret.png"
    path.write_bytes(b"not a picture")
    names = [f'<img src="{path}"/>', "<font size=90>To</font>", "&lt;b&gt;", "<foo>A</foo>"]
    text = squeezed("".join(page_texts(printed(minutes(5, 3, names=names)))))
    assert all(squeezed(name) in text for name in names)


def test_that_a_text_without_end_is_cut_and_does_not_stop_the_printer():
    document = minutes(3, 2, names=["Đ" * 50_000], title="T" * 5_000)
    assert len(page_texts(printed(document))) < 12


@pytest.mark.parametrize(
    "issuer",
    [
        ["ĐẠI HỘI ĐẠI BIỂU", "ĐẢNG BỘ PHƯỜNG 19", "LẦN THỨ XII, NHIỆM KỲ 2020 - 2025"],
        ["ĐẢNG BỘ CÁC CƠ QUAN TRUNG ƯƠNG VÀ CÁC TỔNG CÔNG TY CỦA THÀNH PHỐ"],
        ["X" * 200],
        ["A"],
        [],
    ],
)
@pytest.mark.parametrize(
    "date",
    [
        "Phường 19, ngày 05 tháng 06 năm 2020",
        "Thành phố Hồ Chí Minh, ngày 05 tháng 06 năm 2020",
        "Y" * 120,
        "",
    ],
)
@pytest.mark.parametrize("style", ["party", "youth", "nd30"])
def test_that_head_columns_never_touch_and_the_organisation_is_never_broken(issuer, date, style):
    words = wording_of(style)
    organisation = words.lists["head.organisation"]
    head = Head(
        issuer=tuple(Line(text, bold=True) for text in issuer),
        organisation=organisation,
        place_and_date=date,
    )
    columns = head_columns(head, words.form, WIDTH)
    columns.wrap(WIDTH, 1000)
    left_end, right_start = columns.left_edge_of_gap, columns.right_edge_of_gap
    assert right_start - left_end >= 3.5 * MM
    assert max((line.width for line in columns.left), default=0) <= left_end + 0.01
    assert max(line.width for line in columns.right) <= WIDTH - right_start + 0.01
    assert [line.text for line in columns.right[: len(organisation)]] == list(organisation)


def test_that_a_head_line_breaks_after_a_comma_before_it_breaks_elsewhere():
    words = wording_of("party")
    head = Head(
        issuer=(Line("LẦN THỨ XII, NHIỆM KỲ 2020 - 2025", bold=True),),
        organisation=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        place_and_date="Phường 19, ngày 13 tháng 03 năm 2020",
    )
    columns = head_columns(head, words.form, WIDTH * 0.85)
    texts = [line.text.replace("\u00a0", " ") for line in columns.left]
    assert texts == ["LẦN THỨ XII,", "NHIỆM KỲ 2020 - 2025", "*"]
    assert broken(columns.left[0], 1000) == [columns.left[0]]


@pytest.mark.parametrize(
    ("name", "torn"),
    [
        (
            "CÔNG ĐOÀN CÔNG TY CỔ PHẦN ĐẦU TƯ XÂY DỰNG VÀ PHÁT TRIỂN HẠ TẦNG KỸ THUẬT GIA ĐỊNH",
            ("CÔNG TY", "CỔ PHẦN", "XÂY DỰNG", "PHÁT TRIỂN", "HẠ TẦNG", "KỸ THUẬT"),
        ),
        (
            "CÔNG ĐOÀN CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN MAY MẶC XUẤT KHẨU BÌNH THẠNH",
            ("TRÁCH NHIỆM HỮU HẠN", "THÀNH VIÊN", "MAY MẶC", "XUẤT KHẨU"),
        ),
        (
            "CÔNG ĐOÀN CÁC KHU CHẾ XUẤT VÀ CÔNG NGHIỆP THÀNH PHỐ HỒ CHÍ MINH",
            ("KHU CHẾ XUẤT", "VÀ CÔNG NGHIỆP", "THÀNH PHỐ HỒ CHÍ MINH"),
        ),
        ("CÔNG ĐOÀN TỔNG CÔNG TY ĐẦU TƯ PHÁT TRIỂN NHÀ VÀ ĐÔ THỊ", ("TỔNG CÔNG TY", "ĐÔ THỊ")),
        ("CÔNG ĐOÀN BỆNH VIỆN ĐA KHOA KHU VỰC THỦ ĐỨC", ("BỆNH VIỆN", "ĐA KHOA", "KHU VỰC")),
        (
            "ĐẢNG BỘ KHỐI CÁC CƠ QUAN ĐẢNG, ĐOÀN THỂ VÀ DOANH NGHIỆP NHÀ NƯỚC THÀNH PHỐ HUẾ",
            ("CÁC CƠ QUAN", "ĐOÀN THỂ", "DOANH NGHIỆP", "NHÀ NƯỚC", "THÀNH PHỐ HUẾ"),
        ),
        ("CÔNG ĐOÀN NGÀNH GIÁO DỤC VÀ ĐÀO TẠO TỈNH BÀ RỊA - VŨNG TÀU", ("ĐÀO TẠO", "TỈNH BÀ RỊA")),
    ],
)
@pytest.mark.parametrize("width", [200, 225, 250])
def test_that_the_long_name_of_a_union_breaks_between_its_words(name, torn, width):
    lines = broken(DrawnLine(printable(name), print_faces().bold, 13), width)
    assert " ".join(line.text for line in lines).replace(NBSP, " ") == name
    assert all(line.width <= width for line in lines)
    told = "\n".join(line.text for line in lines).replace(NBSP, " ")
    assert [word for word in torn if word not in told] == []


def test_that_a_name_in_a_narrow_column_breaks_between_syllables_before_it_breaks_in_one():
    lines = broken(DrawnLine("CÔNG TY TRÁCH NHIỆM HỮU HẠN", print_faces().bold, 13), 80)
    assert {word for line in lines for word in re.split(rf"[ {NBSP}]", line.text)} == {
        *("CÔNG", "TY", "TRÁCH", "NHIỆM", "HỮU", "HẠN")
    }


@pytest.mark.parametrize("name", ["HỘI NÔNG DÂN", "HỘI CỰU CHIẾN BINH", "LIÊN ĐOÀN LAO ĐỘNG"])
def test_that_the_city_of_a_superior_stands_whole_on_its_line(name):
    form = wording_of("nd30").form
    issuer = (Line(f"{name} THÀNH PHỐ HỒ CHÍ MINH"), Line(f"{name} PHƯỜNG BÌNH THẠNH", bold=True))
    organisation = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    date = "Phường Bình Thạnh, ngày …… tháng …… năm ……"
    head = Head(issuer=issuer, organisation=organisation, place_and_date=date)
    told = [line.text.replace(NBSP, " ") for line in head_columns(head, form, WIDTH).left]
    assert told[:4] == [name, "THÀNH PHỐ HỒ CHÍ MINH", name, "PHƯỜNG BÌNH THẠNH"]


@pytest.mark.parametrize(
    "name",
    [
        *("Hội Liên hiệp Phụ nữ Phường Bình Thạnh", "Hợp tác xã Nông nghiệp"),
        *("Đảng bộ Khối các cơ quan tỉnh", "Sở Nông nghiệp và Môi trường"),
        *("Tổng công ty Điện lực", "Công ty cổ phần May mặc"),
    ],
)
def test_that_a_title_does_not_break_inside_the_name_of_a_body(name):
    units = sense_units(f"kết quả bầu cử tại Đại hội đại biểu {name}")
    whole = (
        "Hội Liên hiệp",
        "Hợp tác xã",
        "các cơ quan",
        "Môi trường",
        "Tổng công ty",
        "Công ty cổ phần",
    )
    assert any(word in unit for unit in units for word in whole)


def test_that_a_head_is_set_a_little_smaller_before_a_name_in_it_is_torn():
    words = wording_of("party")
    head = Head(
        issuer=(Line("ĐẢNG BỘ PHƯỜNG BÌNH THẠNH", bold=True),),
        organisation=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        place_and_date="Phường Bình Thạnh, ngày 25 tháng 7 năm 2025",
    )
    columns = head_columns(head, words.form, WIDTH)
    assert [line.text.replace("\u00a0", " ") for line in columns.left] == [head.issuer[0].text, "*"]
    assert words.form.issuer_size - 1.5 <= columns.left[0].size < words.form.issuer_size


def test_that_a_head_too_long_for_its_column_is_set_in_the_fewest_lines():
    words = wording_of("youth")
    head = Head(
        issuer=(
            Line("ĐẠI HỘI ĐẠI BIỂU"),
            Line("ĐOÀN TNCS HỒ CHÍ MINH PHƯỜNG BÌNH THẠNH", bold=True),
            Line("LẦN THỨ I, NHIỆM KỲ 2025 - 2030", bold=True),
        ),
        organisation=("ĐOÀN TNCS HỒ CHÍ MINH",),
        place_and_date="Phường Bình Thạnh, ngày 09 tháng 11 năm 2025",
    )
    lines = [line.text.replace(NBSP, " ") for line in head_columns(head, words.form, WIDTH).left]
    assert lines == [
        "ĐẠI HỘI ĐẠI BIỂU", "ĐOÀN TNCS HỒ CHÍ MINH", "PHƯỜNG BÌNH THẠNH",
        "LẦN THỨ I, NHIỆM KỲ 2025 - 2030", "***",
    ]  # fmt: skip


def test_that_the_title_of_further_pages_stands_clear_of_their_number():
    long = "Danh sách điểm danh ký tên – " + "Đại hội đại biểu Đảng bộ Phường Bình Thạnh " * 3
    letters = page_letters(printed(replace(DOCUMENTS["list of 80"], running=long)))[1]
    number = next(letter for letter in letters if letter.text == "2")
    right = (210 - DOCUMENTS["list of 80"].form.margin_right) * MM
    above = (297 - DOCUMENTS["list of 80"].form.margin_top) * MM
    title = [each for each in letters if each.bottom > above - 3 and each.top < number.bottom + 1]
    assert "".join(each.text for each in title).startswith(long.replace(" ", ""))
    assert max(each.right for each in title) <= right + 2


def test_that_a_title_of_marks_alone_which_takes_no_room_is_printed():
    pages = page_letters(printed(replace(DOCUMENTS["list of 80"], running="\u0301")))
    assert len(pages) > 1


def test_that_no_line_ends_before_the_number_of_a_decision():
    assert printable("Hướng dẫn số 04-HD/TW; tệp số 3") == f"Hướng dẫn số{NBSP}04-HD/TW; tệp số 3"
    assert printable("xem xét, chuẩn y.") == f"xem xét, chuẩn{NBSP}y."


def test_that_no_line_ends_inside_a_date():
    assert printable("họp ngày 24 tháng 7 năm 2025;") == (
        f"họp ngày{NBSP}24 tháng{NBSP}7{NBSP}năm{NBSP}2025;"
    )


def test_that_a_table_that_goes_with_the_places_to_sign_takes_its_heading_along():
    table = Table(columns=(Column(title="TT"),), rows=(("1",), ("2",), ("3",)))
    above, led, end = (Paragraph(runs=(Run(word),)) for word in ("Trên", "Số: 3", "Kính trình."))
    heading = Heading(title="1. Chi ủy")
    blocks = [above, heading, led, table, end, Signatures(cells=(), across=2)]
    first, group = with_endings(blocks, Kept(4, 3))
    assert (first, group.blocks) == (above, tuple(blocks[1:]))


@pytest.mark.parametrize(
    ("count", "across", "rows"),
    [(1, 4, [1]), (4, 4, [4]), (5, 3, [3, 2]), (10, 4, [4, 3, 3]), (7, 4, [4, 3]), (0, 4, [])],
)
def test_that_places_to_sign_are_shared_evenly(count, across, rows):
    assert [len(row) for row in even_rows((None,) * count, across)] == rows


def test_that_a_pdf_is_written_with_its_title(tmp_path):
    path = tmp_path / "bien-ban.pdf"
    assert write_pdf(DOCUMENTS["complete"], path) is None
    with pypdfium2.PdfDocument(path) as pdf:
        assert pdf.get_metadata_dict()["Title"].startswith("BIÊN BẢN KIỂM PHIẾU bầu Ban Chấp hành")
    assert [p.name for p in tmp_path.iterdir()] == ["bien-ban.pdf"]


def test_that_a_pdf_that_cannot_be_written_is_refused(tmp_path):
    refusal = write_pdf(DOCUMENTS["complete"], Path(tmp_path / "none" / "a.pdf"))
    assert refusal is not None
    assert refusal.first.code == "export_folder_missing"


def test_that_the_numbers_on_the_page_are_those_of_the_result():
    sheet, _ = sheets.ward_sheet()
    text = "\n".join(page_texts(printed(counting_minutes(sheet))))
    rows = re.findall(r"^(\d+) (\D+?) (\d+) (\d+,\d\d)\s*$", text, re.M)
    told = {(name, int(votes), percent) for _, name, votes, percent in rows}
    wanted = {
        (c.candidate.name, c.votes, c.percent.replace(".", ",")) for c in sheet.result.candidates
    }
    assert told == wanted
    accounting = Accounting(convened=118, present=117, issued=117, returned=117)
    assert sheet.result.accounting == accounting
    for part in ("Phát ra: 117; thu về: 117.", f"Hợp lệ: {sheet.result.valid};"):
        assert squeezed(part) in squeezed(text)


def test_that_mirrored_margins_swap_on_even_pages():
    document = DOCUMENTS["18 for 15"]
    turned = replace(document, form=replace(document.form, mirrored=True))
    lefts = [min(x.left for x in letters) for letters in page_letters(printed(turned))]
    for number, left in enumerate(lefts, start=1):
        margin = document.form.margin_right if number % 2 == 0 else document.form.margin_left
        assert abs(left - margin * MM) < 2


def test_that_decomposed_text_is_printed_composed():
    names = [unicodedata.normalize("NFD", "Nguyễn Thị Thủy")]
    document = minutes(3, 2, names=names, title=unicodedata.normalize("NFD", "Bí thư Đảng ủy"))
    text = "".join(page_texts(printed(document)))
    assert "Nguyễn Thị Thủy" in text
    assert "bầu Bí thư Đảng ủy" in text


def test_that_dates_and_headings_of_the_list_of_candidates_are_not_broken():
    text = "\n".join(page_texts(printed(DOCUMENTS["list of 80"])))
    people = sheets.candidates(80, LONG_NAMES)
    dates = {"/".join(reversed(person.born.split("-"))) for person in people}
    assert {date for date in dates if date not in text} == set()
    assert "Ghi chú" in text


def test_that_two_papers_can_be_drawn_at_the_same_time():
    """reportlab cuts the letters of all documents out of the same open font file."""
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: printed(minutes(30, 25)), range(16)))
    assert len(set(made)) == 1


def short_paper(*blocks: Block) -> Document:
    return replace(DOCUMENTS["3 for 2"], blocks=blocks)


def test_that_what_is_kept_together_within_a_kept_group_begins_no_page_of_its_own():
    words = Paragraph(runs=(Run("Xếp theo thứ tự trong phiếu bầu."),))
    places = Signatures(cells=(Signature(title="CHỦ TỌA"),), across=1)
    signed = KeepTogether(blocks=(Spacer(height=4), places))
    assert len(page_texts(printed(short_paper(words, words, signed)))) == 1


def test_that_a_note_of_two_lines_at_the_end_takes_rows_along():
    note = Paragraph(runs=(Run("Giờ ghi theo chương trình dự kiến. " * 4),))
    rows = tuple((f"Việc {number}",) for number in range(30))
    table = Table(columns=(Column(title="Nội dung"),), rows=rows)
    for count in range(24, 31):
        pages = page_texts(printed(short_paper(replace(table, rows=table.rows[:count]), note)))
        assert len(pages) == 1 or "Việc" in pages[-1], count


def test_that_a_heading_stands_on_the_page_of_a_short_table_that_does_not_break():
    table = Table(columns=(Column(title="Việc"),), rows=(("Một",), ("Hai",), ("Ba",), ("Bốn",)))
    line = Paragraph(runs=(Run("Dòng chữ."),))
    for lines in range(16, 27):
        document = short_paper(*[line] * lines, Heading(title="Đầu đề"), table, *[line] * 9)
        (page,) = [text for text in page_texts(printed(document)) if "Đầu đề" in text]
        assert "Bốn" in page, lines
