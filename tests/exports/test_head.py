from dataclasses import replace

import pytest

from congress_desk.domain.congress import CongressState
from congress_desk.domain.people.person import CongressKind
from congress_desk.reports.document.date_words import day_text, moment
from congress_desk.reports.document.head import (
    body_issuer,
    congress_name,
    congress_wording,
    document_head,
    place_name,
    stamp_text,
)
from congress_desk.reports.document.wording import wording_of

from . import sheets

DAY = "2020-06-05"


@pytest.mark.parametrize(
    ("body", "place", "wanted"),
    [
        ("Đảng bộ Phường 19", "", "Phường 19"),
        ("Đảng bộ phường Tân Định", "", "Phường Tân Định"),
        ("Đảng bộ xã Ea Kar, huyện Ea Kar", "", "Xã Ea Kar"),
        ("Đảng bộ Văn phòng Tỉnh ủy", "Hội trường tỉnh Sơn La", "Sơn La"),
        ("Đảng bộ tỉnh An Giang", "", "An Giang"),
        ("Viện Xã hội học", "Hà Nội", "Hà Nội"),
        ("Chi bộ Trường Tiểu học Kim Đồng", "Hội trường lớn", ""),
        ("Chi bộ Trường Tiểu học Kim Đồng", "", ""),
        ("Đảng bộ Phường " + "X" * 60, "", ""),
    ],
)
def test_that_the_place_before_the_date_is_a_place_and_never_a_hall(body, place, wanted):
    details = replace(sheets.DETAILS, body=body, place=place)
    assert place_name(details, wording_of("party")) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Đảng bộ phường An Bình", "ĐẢNG ỦY PHƯỜNG AN BÌNH"),
        ("Đảng bộ tỉnh An Giang", "TỈNH ỦY AN GIANG"),
        ("Đảng bộ Thành phố Hồ Chí Minh", "THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH"),
        ("Chi bộ Khu phố 4", "CHI BỘ KHU PHỐ 4"),
        ("Công đoàn Công ty May", "CÔNG ĐOÀN CÔNG TY MAY"),
    ],
)
def test_that_what_leads_a_body_issues_its_papers_under_the_body_above(body, wanted):
    lines = body_issuer("Đảng bộ thành phố Huế", body, wording_of("party"))
    assert [(line.text, line.bold) for line in lines] == [
        ("ĐẢNG BỘ THÀNH PHỐ HUẾ", False),
        (wanted, True),
    ]


@pytest.mark.parametrize(
    ("style", "wanted"),
    [("party", "ngày 05 tháng 6 năm 2020"), ("nd30", "ngày 05 tháng 6 năm 2020")],
)
def test_that_days_and_months_are_padded_as_the_style_says(style, wanted):
    assert day_text(DAY, wording_of(style)) == wanted
    assert day_text("2020-02-10", wording_of(style)) == "ngày 10 tháng 02 năm 2020"
    assert day_text("2020-03-22", wording_of(style)) == "ngày 22 tháng 3 năm 2020"


def test_that_a_day_not_known_is_left_to_the_pen():
    assert day_text("", wording_of("party")) == "ngày …… tháng …… năm ……"
    assert day_text("2020-03", wording_of("party")) == "ngày …… tháng 3 năm 2020"


@pytest.mark.parametrize(
    ("iso", "hour"), [("2020-03-13T10:55:02+07:00", 10), ("2020-03-13T10:55", 10), ("", None)]
)
def test_that_a_time_is_the_wall_clock_as_recorded(iso, hour):
    found = moment(iso)
    assert (found and found.hour) == hour


def test_that_a_congress_is_its_own_issuing_body_in_the_party():
    head = document_head(sheets.CONGRESS, DAY, congress_wording(sheets.CONGRESS))
    assert [line.text for line in head.issuer] == [
        "ĐẠI HỘI ĐẠI BIỂU",
        "ĐẢNG BỘ PHƯỜNG 19",
        "LẦN THỨ XII, NHIỆM KỲ 2020 - 2025",
    ]
    assert head.organisation == ("ĐẢNG CỘNG SẢN VIỆT NAM",)
    assert head.place_and_date == "Phường 19, ngày 05 tháng 6 năm 2020"


def test_that_lines_without_text_are_left_out_and_a_nameless_congress_is_named_by_its_body():
    details = replace(sheets.DETAILS, name="", ordinal="", term="", kind=CongressKind.PARTY_MEMBERS)
    congress = replace(sheets.CONGRESS, details=details)
    words = congress_wording(congress)
    head = document_head(congress, DAY, words)
    assert [line.text for line in head.issuer] == ["ĐẠI HỘI ĐẢNG VIÊN", "ĐẢNG BỘ PHƯỜNG 19"]
    assert congress_name(congress, words) == "Đại hội đảng viên Đảng bộ Phường 19"


def test_that_a_rehearsal_is_stamped_before_anything_else():
    congress = replace(sheets.CONGRESS, state=CongressState.REHEARSAL)
    stamp = stamp_text(congress, congress_wording(congress), "draft")
    assert stamp == "DIỄN TẬP – không có giá trị · BẢN NHÁP – chưa công bố"
