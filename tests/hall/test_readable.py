"""What is shown to the hall can be read from the last row: the rule, and that pages keep it."""

from __future__ import annotations

import pytest
from contrast import contrast
from hall_acts import SCREENS, a_list, faults_of, pages_of, said
from hypothesis import given, settings
from hypothesis import strategies as st

from congress_desk.reports.hall import page as colours
from congress_desk.reports.hall.measuring import LEAST, broken
from congress_desk.reports.hall.page_layout import WIDE, page_width
from congress_desk.reports.hall.readable import (
    FARTHEST_M,
    least_capitals,
    least_size,
)

LEAST_CONTRAST = 7.0
NARROW = 4 / 3 * 1000
LONGEST = "Công Tằng Tôn Nữ Huyền Trân Nguyễn Phúc Quỳnh Như Thị Hoàng Anh Thư"
NAMES = ("Ngô An", "Nguyễn Thị Thanh Hương (05/06/1978)", LONGEST, "Lê Y", "Phạm Thị Bích Ngọc")


def test_that_letters_are_seen_from_thirty_metres_under_ten_minutes_of_arc():
    assert least_capitals() == pytest.approx(0.0873, abs=0.0001)
    assert least_size() == pytest.approx(40.7, abs=0.1)
    assert least_size() <= LEAST
    assert least_size(FARTHEST_M / 2, screen=1.5) == pytest.approx(least_size())


def test_that_every_colour_stands_out_from_what_it_is_written_on():
    words = (colours.TEXT, colours.QUIET, colours.HOLDS, colours.WRONG, colours.LOOK)
    assert min(contrast(word, colours.GROUND) for word in words) >= LEAST_CONTRAST
    assert contrast(colours.INK, colours.PAPER) >= LEAST_CONTRAST
    assert contrast(colours.PEN, colours.PAPER) >= LEAST_CONTRAST
    assert contrast("#14202b", colours.LOOK) >= LEAST_CONTRAST
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("count", [1, 2, 3, 8, 12, 13, 15, 18, 31, 63])
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_that_a_list_of_any_length_is_whole_large_and_on_few_pages(count, width):
    names = [f"{NAMES[place % len(NAMES)]}" for place in range(count)]
    content = a_list(names, value="1.110")
    laid = pages_of(content, width)
    assert [fault for page in laid.pages for fault in faults_of(page)] == []
    assert min(page.smallest for page in laid.pages) >= LEAST
    words = said(laid.pages)
    assert all(word in words for name in names for word in name.split())
    assert "…" not in words
    per_page = [sum(mark.text == "1.110" for mark in page.texts) for page in laid.pages]
    assert sum(per_page) == count and max(per_page) <= 12
    assert max(per_page) - min(per_page) <= 4 or count < 3


def test_that_a_page_holds_twelve_short_lines_and_not_thirteen():
    assert len(pages_of(a_list(["Ngô An"] * 12)).pages) == 1
    halves = pages_of(a_list(["Ngô An"] * 13)).pages
    assert [sum(mark.text == "Ngô An" for mark in page.texts) for page in halves] == [7, 6]


def test_that_fewer_names_are_written_larger():
    sizes = [
        max(mark.size for mark in pages_of(a_list(["Ngô An"] * count)).pages[0].texts[1:])
        for count in (1, 6, 9, 12)
    ]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] > 1.5 * sizes[-1]


@given(st.lists(st.text(alphabet="Nguyễn Thị Ấẵg ", min_size=1, max_size=90), max_size=20))
@settings(max_examples=40, deadline=None)
def test_that_no_name_makes_a_page_that_cannot_be_read(names):
    wide = page_width(1024, 768)
    for page in pages_of(a_list([name.strip() or "An" for name in names], value="12"), wide).pages:
        assert faults_of(page) == []
        assert page.smallest >= LEAST


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_that_a_page_is_as_wide_as_its_screen(width, height):
    assert page_width(width, height) == pytest.approx(width / height * 1000)


def test_that_a_title_of_two_lines_is_whole():
    title = "Danh sách bầu cử Đoàn đại biểu Đảng bộ phường An Bình dự Đại hội đại biểu lần thứ XII"
    for width in (NARROW, WIDE):
        laid = pages_of(a_list(NAMES, title=title), width)
        assert all(word in said(laid.pages) for word in title.split())
        assert [fault for page in laid.pages for fault in faults_of(page)] == []


def test_that_no_line_for_the_hall_ends_inside_an_ordinal_or_a_term():
    name = "Đại hội đại biểu Đảng bộ phường An Bình lần thứ XII, nhiệm kỳ 2025 - 2030"
    for width in range(16, 80):
        lines = broken(name, width, lambda text, bold: len(text))
        assert not any(line.endswith(("lần", "thứ", "2025", "-")) for line in lines), lines
        assert " ".join(lines) == name
