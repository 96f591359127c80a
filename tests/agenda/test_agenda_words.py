"""What the words of a programme say, what people type as times, and how words of a chair fill."""

from __future__ import annotations

import pytest

from congress_desk.domain.agenda.item import ItemKind
from congress_desk.domain.agenda.item_words import (
    election_meant,
    is_opening_speech,
    is_report,
    kind_of,
    meant,
    report_matter,
)
from congress_desk.domain.text.placeholders import filled
from congress_desk.domain.text.typed_times import day_words, read_day, read_time

ELECTIONS = {
    1: "Ban Chấp hành Đảng bộ Phường 19, nhiệm kỳ 2020 - 2025",
    2: "Bí thư Đảng ủy Phường 19, nhiệm kỳ 2020 - 2025",
    3: "Đại biểu chính thức dự Đại hội đại biểu Đảng bộ Quận lần thứ XII",
}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Đón tiếp đại biểu, điểm danh", "work"),
        ("Chào cờ, tuyên bố lý do", "opening"),
        ("Bế mạc, chào cờ", "closing"),
        ("Nghỉ giải lao", "break"),
        ("GIẢI LAO", "break"),
        ("Bầu Đoàn chủ tịch, Đoàn thư ký", "motion"),
        ("Bầu Ban kiểm phiếu", "motion"),
        ("Thông qua chương trình đại hội", "motion"),
        ("Báo cáo thẩm tra tư cách đại biểu", "credentials_report"),
        ("Báo cáo tình hình đảng viên tham dự đại hội; biểu quyết", "credentials_report"),
        ("Báo cáo chính trị", "report"),
        ("Công bố kết quả bầu Ban Chấp hành", "report"),
        ("Thảo luận văn kiện", "discussion"),
        ("Phát biểu của lãnh đạo cấp trên", "speech"),
        ("Bầu Ban Chấp hành Đảng bộ", "election"),
        ("Văn nghệ chào mừng", "filler"),
        ("", "work"),
    ],
)
def test_that_the_kind_of_an_item_is_read_off_its_words(content, kind):
    assert kind_of(content) is ItemKind(kind)


@pytest.mark.parametrize(
    ("content", "election"),
    [
        ("Bầu Ban Chấp hành Đảng bộ phường", 1),
        ("bau bi thu dang uy", 2),
        ("Bầu đoàn đại biểu dự đại hội cấp trên", 3),
        ("Bầu", 0),
        ("Bầu trưởng thôn", 0),
    ],
)
def test_that_an_item_means_the_election_most_of_its_words_stand_in(content, election):
    assert meant(content, ELECTIONS) == election


def test_that_only_an_election_or_its_announcement_is_about_one():
    content = "Báo cáo kiểm điểm của Ban Chấp hành Đảng bộ"
    assert election_meant(ItemKind.REPORT, content, ELECTIONS) == 0
    announced = "Công bố kết quả bầu Ban Chấp hành"
    assert election_meant(ItemKind.REPORT, announced, ELECTIONS) == 1


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7:30", "07:30"), ("7h30", "07:30"), ("7 giờ 30", "07:30"), ("0730", "07:30"),
        ("730", "07:30"), ("7h", "07:00"), ("13", "13:00"), ("13.05", "13:05"), ("7g5", "07:05"),
        ("", ""), ("24:00", None), ("7:60", None), ("sáng", None), ("-1", None),
    ],
)  # fmt: skip
def test_that_a_time_is_read_as_people_type_it(typed, read):
    assert read_time(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("13/3/2026", "2026-03-13"), ("13-03-2026", "2026-03-13"), ("2026-03-13", "2026-03-13"),
        ("", ""), ("31/2/2026", None), ("mai", None),
    ],
)  # fmt: skip
def test_that_a_day_is_read_as_people_type_it(typed, read):
    assert read_day(typed) == read


def test_that_a_day_is_shown_as_people_write_it():
    assert day_words("2026-03-05") == "05/03/2026"
    assert day_words("ngày mai") == "ngày mai"


VALUES = {"số có mặt": "117", "đồng chí": "đồng chí", "kết quả": ""}


@pytest.mark.parametrize(
    ("template", "text", "unknown", "missing"),
    [
        ("Có mặt {số có mặt}.", "Có mặt 117.", (), ()),
        ("{Đồng chí} nào?", "Đồng chí nào?", (), ()),
        ("{ SỐ  CÓ MẶT }", "117", (), ()),
        ("{kết quả} {kết quả}", "…… ……", (), ("kết quả",)),
        ("{lạ} và {số có mặt}", "{lạ} và 117", ("lạ",), ()),
        ("{ chưa đóng", "{ chưa đóng", (), ()),
        ("{}", "{}", ("",), ()),
    ],
)
def test_that_places_are_filled_and_what_cannot_be_is_told(template, text, unknown, missing):
    found = filled(template, VALUES, blank="……")
    assert (found.text, found.unknown, found.missing) == (text, unknown, missing)


def test_that_what_fills_a_place_is_never_read_as_a_place():
    assert filled("{a}", {"a": "{b}", "b": "x"}, blank="").text == "{b}"


@pytest.mark.parametrize(
    ("content", "report"),
    [
        ("Báo cáo chính trị", True),
        ("Báo cáo tổng hợp ý kiến góp ý vào dự thảo văn kiện của cấp trên", True),
        ("Công bố kết quả bầu bí thư chi bộ", False),
        ("Báo cáo kết quả phiên trù bị; công bố kết quả bầu đại biểu", False),
        ("Trình bày dự thảo nghị quyết đại hội trong thời gian kiểm phiếu", False),
        ("Ban Chấp hành khóa mới ra mắt", False),
    ],
)
def test_that_results_and_drafts_are_no_reports_laid_before_the_congress(content, report):
    assert is_report(content) is report


def test_that_a_report_is_named_without_the_vote_on_it():
    assert report_matter("2. Báo cáo thẩm tra tư cách đại biểu; biểu quyết") == (
        "Báo cáo thẩm tra tư cách đại biểu"
    )
    assert report_matter("Báo cáo chính trị; báo cáo kiểm điểm; thảo luận") == (
        "Báo cáo chính trị; báo cáo kiểm điểm"
    )
    assert report_matter("Thảo luận; biểu quyết") == "Thảo luận; biểu quyết"


def test_that_only_a_speech_is_read_at_the_opening():
    assert is_opening_speech("Diễn văn khai mạc")
    assert not is_opening_speech("Điểm danh, tuyên bố lý do, giới thiệu đại biểu")
