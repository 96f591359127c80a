"""Ballot papers: every length of list, exact places, no copy unlike another, readable marks."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.round import RoundKind
from congress_desk.exports.ballot_papers.read_back import read_back
from congress_desk.reports.ballot_papers.forms import (
    BallotForm,
    Colour,
    ColourKind,
    PaperSize,
    sheet_of,
)
from congress_desk.reports.ballot_papers.layout import LEAST_TYPE, Box, layout_of

from .ballot_lists import a_layout, a_list, alone, ballots_of, drawn, people
from .pages import page_letters, page_texts

FORMS = {"strike": lambda n: max(n * 9 // 10, 1), "tick": lambda n: n}
SCAN = 150
POINT = 72


def rendered(data: bytes, dots: int = SCAN, page: int = 0) -> Image.Image:
    with pypdfium2.PdfDocument(data) as pdf:
        return pdf[page].render(scale=dots / POINT).to_pil().convert("L")


def in_pixels(box: Box, height: float, dots: int = SCAN) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of a box of a page in pixels."""
    scale = dots / POINT
    edges = (box.x, height - box.top, box.right, height - box.y)
    return tuple(round(edge * scale) for edge in edges)  # type: ignore[return-value]


def darkness(image: Image.Image, box: Box, height: float) -> float:
    """Return the share of black in a box, 0 to 1."""
    part = image.crop(in_pixels(box, height))
    grey = sum(value * count for value, count in enumerate(part.histogram()))
    return 1 - grey / (255 * part.width * part.height)


def shrunk(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", range(1, 81))
def test_that_every_list_of_1_to_80_names_fits_its_paper(count, form):
    listed = a_list(count, FORMS[form](count))
    layout = a_layout(listed)
    assert layout is not None
    assert 1 <= len(layout.pages) <= 2
    assert layout.type_size >= LEAST_TYPE
    assert layout.split_names == 0
    read = read_back(ballots_of(layout))
    assert [name.text for name in read] == [name.text for name in listed.names]
    assert [name.position for name in read] == [str(n) for n in range(1, count + 1)]
    sizes = {line.size for row in layout.rows for line in row.lines}
    assert sizes == {layout.type_size}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", [1, 5, 17, 18, 63, 80])
@pytest.mark.parametrize("size", [PaperSize.A6, PaperSize.A5, PaperSize.A4])
def test_that_nothing_on_a_ballot_touches_what_it_must_not(count, form, size):
    layout = a_layout(a_list(count, FORMS[form](count)), BallotForm(size=size))
    if layout is None:
        assert size is not PaperSize.A4
        return
    whole = Box(0, 0, layout.width, layout.height)
    for page in layout.pages:
        fixed = [*page.marks, page.code, *([page.stamp] if page.stamp else [])]
        rows = [row.row for row in page.rows]
        boxes = [b for row in page.rows for b in (row.agree, row.disagree) if b]
        lines = [
            Box(t.x, t.y - t.size * 0.2, t.width, t.size * 0.9)
            for t in (*page.lines, *(line for row in page.rows for line in row.lines))
        ]
        for one in (*fixed, *rows, *lines):
            assert whole.holds(one)
        for place, one in enumerate((*fixed, *rows)):
            for other in (*fixed, *rows)[place + 1 :]:
                assert not overlap(one, other), (one, other)
        for row in page.rows:
            assert row.row.holds(row.name)
            assert all(row.row.holds(b) for b in (row.agree, row.disagree) if b)
            assert all(row.name.x <= t.x and t.x + t.width <= row.name.right for t in row.lines)
        assert bool(boxes) is (form == "tick" or count == 1)


def overlap(one: Box, other: Box) -> bool:
    grain = 0.02
    return (
        one.x < other.right - grain
        and other.x < one.right - grain
        and one.y < other.top - grain
        and other.y < one.top - grain
    )


def test_that_the_drawing_stands_where_the_geometry_says():
    layout = a_layout(a_list(17, 15))
    assert layout is not None
    letters = page_letters(alone(layout))[0]
    for row in layout.rows:
        inside = [
            letter
            for letter in letters
            if row.name.x <= letter.left
            and letter.right <= row.name.right
            and row.name.y <= letter.bottom
            and letter.top <= row.name.top
        ]
        told = "".join(letter.text for letter in sorted(inside, key=lambda each: each.left))
        assert told.replace(" ", "") == row.lines[0].text.replace(" ", "")
        assert min(letter.left for letter in inside) == pytest.approx(row.lines[0].x, abs=1.5)


@pytest.mark.parametrize(("count", "seats"), [(5, 3), (17, 15), (63, 55), (80, 80), (1, 1)])
def test_that_no_page_of_a_run_differs_from_another(count, seats):
    layout = a_layout(a_list(count, seats))
    assert layout is not None
    sides = len(layout.pages)
    data = drawn(ballots_of(layout, sheets=12))
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) == 12 * sides
        pages = [page.render(scale=1).to_pil().tobytes() for page in pdf]
    for side in range(sides):
        assert len(set(pages[side::sides])) == 1
    contents = content_of_pages(data)
    assert len(contents) == 12 * sides
    assert len(set(contents)) == sides


def content_of_pages(data: bytes) -> list[bytes]:
    """Return the bytes of the content of every page, as they stand in the file."""
    objects = dict(re.findall(rb"(?s)\n(\d+) 0 obj\n(.*?)endobj", data))
    pages = [body for body in objects.values() if b"/Type /Page\n" in body + b"\n"]
    kept = [re.sub(rb"/(Parent|Contents) \d+ 0 R", b"", body) for body in pages]
    contents = [re.search(rb"/Contents (\d+) 0 R", body) for body in pages]
    return [
        page + objects[found[1]]
        for page, found in zip(kept, contents, strict=True)
        if found is not None
    ]


def test_that_the_ballots_of_one_sheet_are_the_same():
    layout = a_layout(a_list(9, 7))
    assert layout is not None
    for count in (2, 4):
        sheet = sheet_of(layout.size, count)
        assert sheet is not None
        image = rendered(drawn(ballots_of(layout, on_sheet=count)), dots=144)
        parts = []
        for left, bottom in sheet.corners():
            inner = shrunk(Box(left, bottom, layout.width, layout.height), 18.5)
            parts.append(image.crop(in_pixels(inner, sheet.height, 144)))
        first = parts[0]
        for other in parts[1:]:
            size = min(first.size, other.size)
            one, two = (part.crop((0, 0, *size)).tobytes() for part in (first, other))
            assert sum(abs(a - b) > 128 for a, b in zip(one, two, strict=True)) < len(one) / 200


@pytest.mark.parametrize("count", [2, 4])
def test_that_a_sheet_has_marks_where_it_is_cut_and_ballots_that_fill_it(count):
    sheet = sheet_of(PaperSize.A5, count)
    assert sheet is not None
    assert sheet.on_sheet == count == len(list(sheet.corners()))
    assert (sheet.width, sheet.height) == pytest.approx(
        {2: (297 * 72 / 25.4, 210 * 72 / 25.4), 4: (297 * 72 / 25.4, 420 * 72 / 25.4)}[count]
    )
    upright = {x1 for x1, _, x2, _ in sheet.cuts() if x1 == x2}
    level = {y1 for _, y1, _, y2 in sheet.cuts() if y1 == y2}
    assert upright == {sheet.ballot.width}
    assert level == ({sheet.ballot.height} if count == 4 else set())


def test_that_a_size_that_no_printer_takes_has_no_sheet():
    assert sheet_of(PaperSize.A4, 4) is None
    assert sheet_of(PaperSize.A3, 2) is None


@pytest.mark.parametrize("dots", [150, 200, 300])
@pytest.mark.parametrize("count", [5, 63, 80])
def test_that_marks_and_code_are_found_in_a_scan(count, dots):
    layout = a_layout(a_list(count))
    assert layout is not None
    data = alone(layout)
    for place, page in enumerate(layout.pages):
        image = rendered(data, dots, page=place)
        found = {each.text for each in zxingcpp.read_barcodes(image)}
        assert found == {page.code_text}
        scan = image.resize((round(layout.width * SCAN / 72), round(layout.height * SCAN / 72)))
        for mark in page.marks[:3]:
            assert darkness(scan, shrunk(mark, 1), layout.height) > 0.97
        ring = page.marks[3]
        assert darkness(scan, shrunk(ring, ring.width * 0.3), layout.height) < 0.1
        assert darkness(scan, ring, layout.height) > 0.6
        for mark in page.marks:
            around = Box(mark.x - 4, mark.y - 4, mark.width + 8, mark.height + 8)
            assert darkness(scan, around, layout.height) < 0.75


def test_that_the_code_says_list_round_layout_and_page_and_nothing_of_a_copy():
    listed = a_list(63, number=2, kind=RoundKind.AGAIN)
    layout = a_layout(listed, BallotForm(size=PaperSize.A5))
    assert layout is not None and len(layout.pages) == 2
    first, second = (page.code_text for page in layout.pages)
    told = re.fullmatch(r"CD1:3:2:A5C([12])-([A-Z2-7]{4}):1:([A-Z2-7]{10})", first)
    assert told is not None and told[3] == listed.code
    assert second == first.replace(":1:" + listed.code, ":2:" + listed.code)


def test_that_another_list_has_another_code_and_the_same_list_the_same():
    names = people(9)
    listed = a_list(names, 7)
    assert a_list(names, 7).digest == listed.digest
    others = (
        a_list((names[1], names[0], *names[2:]), 7),
        a_list((replace(names[0], name="Nguyễn Văn Án"), *names[1:]), 7),
        a_list(names[:8], 7),
        a_list(names, 6),
        a_list(names, 7, number=2),
        a_list(names, 7, title="Bầu Ban Thường vụ"),
        a_list((replace(names[0], id=999), *names[1:]), 7),
    )
    assert len({other.digest for other in others} | {listed.digest}) == len(others) + 1


def test_that_a_layout_is_read_again_as_it_was_written():
    for form in (BallotForm(), BallotForm(size=PaperSize.A5, colour=Colour.PINK)):
        layout = a_layout(a_list(63), form)
        assert layout is not None
        assert layout_of(layout.as_json()) == layout


def test_that_the_same_list_is_laid_out_the_same():
    one, other = a_layout(a_list(63, 55)), a_layout(a_list(63, 55))
    assert one is not None and other is not None
    assert one.as_json() == other.as_json()


def test_that_namesakes_carry_their_birth_and_nobody_else_does():
    names = (
        Candidate(id=1, name="Nguyễn Văn An", born="1975-06-05"),
        Candidate(id=2, name="Nguyễn Văn An", born="1980-01-02"),
        Candidate(id=3, name="Trần Thị Bình", born="1981-02-03"),
    )
    listed = a_list(names, 2)
    assert [name.text for name in listed.names] == [
        "Nguyễn Văn An (05/06/1975)",
        "Nguyễn Văn An (02/01/1980)",
        "Trần Thị Bình",
    ]
    layout = a_layout(listed)
    assert layout is not None
    assert [n.text for n in read_back(ballots_of(layout))] == [n.text for n in listed.names]


LONG = "Nguyễn Phúc Công Huyền Tôn Nữ Thị Hoàng Kim Phượng Vĩ Quỳnh Dao Thùy Trang Bảo Ngọc Thiên Ý"
HOSTILE = (
    LONG,
    '<img src="/etc/passwd"/>',
    "<b>Lê & Trần</b> “ngoặc” %s {seats}",
    "=1+1",
    "A" * 200,
    unicodedata.normalize("NFD", "Trần Thị Ngọc Phượng"),
    "Lê\u202e nàoV \u200bBa",
    "Ngô (Ánh) Thị\u00a0Hồng",
)


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("seats", [5, len(HOSTILE)])
def test_that_hostile_names_are_printed_as_they_are_written(columns, seats):
    names = tuple(Candidate(id=n, name=name) for n, name in enumerate(HOSTILE, start=1))
    listed = a_list(names, seats)
    layout = a_layout(listed, BallotForm(columns=columns))
    assert layout is not None
    for read, name in zip(read_back(ballots_of(layout)), listed.names, strict=True):
        assert read.text.replace(" ", "") == name.text.replace(" ", "")
        assert unicodedata.normalize("NFC", read.text) == read.text
    for row in layout.rows:
        assert all(line.x + line.width <= row.name.right for line in row.lines)
        assert len(row.lines) == 1 or row.lines[-1].y >= row.name.y


def test_that_only_a_name_too_wide_for_any_type_is_broken():
    names = (*people(16), Candidate(id=1, name=LONG * 2))
    layout = a_layout(a_list(names, 15))
    assert layout is not None
    assert [row.position for row in layout.rows if len(row.lines) > 1] == [17]


@pytest.mark.parametrize(("kind", "words"), [("paper", "giấy màu hồng"), ("band", "vạch màu hồng")])
def test_that_a_colour_is_noted_in_either_way(kind, words):
    form = BallotForm(colour=Colour.PINK, colour_kind=ColourKind(kind))
    layout = a_layout(a_list(9, 7), form)
    assert layout is not None
    data = alone(layout)
    assert words in " ".join(page_texts(data)[0].split())
    assert (layout.pages[0].band is not None) is (kind == "band")
    with pypdfium2.PdfDocument(data) as pdf:
        colours = pdf[0].render(scale=1).to_pil().convert("RGB").getcolors(1 << 20)
    tinted = any(max(c) - min(c) > 40 for _, c in colours)
    assert tinted is (kind == "band")


def test_that_a_band_of_colour_leaves_a_scan_in_black_and_white_white():
    form = BallotForm(colour=Colour.BLUE, colour_kind=ColourKind.BAND)
    layout = a_layout(a_list(9, 7), form)
    assert layout is not None
    image = rendered(alone(layout)).point(lambda v: 255 if v > 128 else 0)
    band = layout.pages[0].band
    assert band is not None
    assert darkness(image, shrunk(band, 1), layout.height) == 0


def test_that_a_ballot_says_what_is_elected_how_many_and_how():
    layout = a_layout(a_list(18, 15))
    assert layout is not None
    text = " ".join(page_texts(alone(layout))[0].split())
    assert "PHIẾU BẦU CỬ" in text
    assert "Đại hội bầu 15 đồng chí trong danh sách 18 đồng chí sau đây:" in text
    assert "Gạch ngang cả họ và tên người mình không bầu; để lại không quá 15 người." in text
    assert "lần thứ" not in text.replace("LẦN THỨ", "")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (RoundKind.AGAIN, "(Bầu lần thứ 2)"),
        (RoundKind.TIE, "(Bầu lần thứ 2, giữa những người bằng phiếu)"),
    ],
)
def test_that_a_later_vote_is_named_on_its_ballot(kind, words):
    layout = a_layout(a_list(3, 1, number=2, kind=kind))
    assert layout is not None
    assert words in " ".join(page_texts(alone(layout))[0].split())


def test_that_a_run_is_whole_sheets():
    layout = a_layout(a_list(5, 3))
    assert layout is not None
    run = ballots_of(layout, on_sheet=2, sheets=61)
    assert run.copies == 122


def test_that_letters_can_be_copied_out_composed():
    layout = a_layout(a_list(63, 55))
    assert layout is not None
    text = page_texts(alone(layout))[0]
    assert unicodedata.normalize("NFC", text) == text


def test_that_the_file_of_one_moment_is_the_same_file():
    layout = a_layout(a_list(5, 3))
    assert layout is not None
    run = ballots_of(layout, sheets=3)
    assert drawn(run) == drawn(run)
    assert io.BytesIO(drawn(run)).read(5) == b"%PDF-"
