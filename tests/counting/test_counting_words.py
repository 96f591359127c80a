"""The pure parts of the counting screen: words, pace, the ballot's layout, rows of checks."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from builders import a_paper, ballot_rules

from congress_desk.domain.elections.ballots import BoardReason, MarkMode
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.i18n import grouped
from congress_desk.ui.desks.elections.counting.ballot_words import marks_text, runs, verdict_words
from congress_desk.ui.desks.elections.counting.line.notices import Notice, Notices, Topic
from congress_desk.ui.desks.elections.counting.running_count import Pace
from congress_desk.ui.desks.elections.counting.side.findings_panel import finding_rows
from congress_desk.ui.widgets.ballot_layout import SMALLEST_TYPE, lay_out


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([], ""),
        ([5], "5"),
        ([18, 5, 12], "5 · 12 · 18"),
        ([1, 2], "1 · 2"),
        ([1, 2, 3], "1–3"),
        ([3, 7, 8, 9, 12, 13], "3 · 7–9 · 12 · 13"),
    ],
)
def test_that_three_numbers_in_a_row_are_told_as_a_range(numbers, text):
    assert runs(numbers) == text


@pytest.mark.parametrize(
    ("paper", "listed", "seats", "sentence"),
    [
        (a_paper({1, 2, 3}), 18, 15, "Hợp lệ — gạch 3, để lại 15 trong số 15 được bầu"),
        (a_paper(), 18, 15, "Không hợp lệ — bầu thừa (18 > 15)"),
        (a_paper(range(1, 19)), 18, 15, "Không hợp lệ — gạch cả 18 tên, không để lại ai"),
        (
            a_paper(board_reason=BoardReason.SIGNED),
            18, 15, "Không hợp lệ — có ký tên",
        ),
        (
            a_paper(board_reason=BoardReason.OTHER, board_text="rách đôi"),
            18, 15, "Không hợp lệ — rách đôi",
        ),
        (a_paper({2}), 5, 5, "Hợp lệ — đồng ý 4, không đồng ý 1"),
        (
            a_paper({2}, both={1}, blank={5}),
            5, 5, "Hợp lệ — đồng ý 2, không đồng ý 1, không tính 2",
        ),
        (a_paper(both={1}), 1, 1, "Không hợp lệ — đánh dấu cả hai ô"),
        (a_paper(blank={1}), 1, 1, "Không hợp lệ — không đánh dấu ô nào"),
    ],
)  # fmt: skip
def test_that_a_verdict_says_why(paper, listed, seats, sentence):
    rules = ballot_rules(listed, seats)
    words = verdict_words(paper, rules.judge(paper), rules)
    assert words.sentence == sentence
    assert words.article


@pytest.mark.parametrize(
    ("paper", "mode", "text"),
    [
        (a_paper(), MarkMode.STRIKE, "không gạch ai"),
        (a_paper({5, 12}), MarkMode.STRIKE, "gạch 5 · 12"),
        (a_paper(), MarkMode.TICK, "đồng ý tất cả"),
        (
            a_paper({3}, both={7}, blank={9}),
            MarkMode.TICK, "không đồng ý 3; cả hai ô 7; không ô nào 9",
        ),
        (a_paper(board_reason=BoardReason.SIGNED), MarkMode.TICK, "ban kiểm phiếu: có ký tên"),
    ],
)  # fmt: skip
def test_that_marks_are_told_in_words(paper, mode, text):
    assert marks_text(paper, mode) == text


def test_that_thousands_are_set_apart_by_a_point():
    assert grouped(1335) == "1.335"


NOW = datetime(2026, 5, 1, 10, 0)


def paced(ballots: int, seconds: float, each: int = 1) -> tuple[Pace, datetime]:
    pace, now = Pace(), NOW
    pace.note(each, now)
    for _ in range(ballots):
        now += timedelta(seconds=seconds)
        pace.note(each, now)
    return pace, now


def test_that_the_end_is_told_from_the_pace_of_the_last_ballots():
    pace, now = paced(20, 6)
    assert pace.done_at(100, now) == now + timedelta(minutes=10)


def test_that_repeated_ballots_count_each():
    pace, now = paced(10, 24, each=12)
    assert pace.done_at(12, now) == now + timedelta(seconds=24)


@pytest.mark.parametrize(
    ("ballots", "seconds", "missing"), [(3, 20, 50), (20, 1, 50), (20, 6, 0), (0, 6, 50)]
)
def test_that_no_end_is_told_while_it_means_nothing(ballots, seconds, missing):
    pace, now = paced(ballots, seconds)
    assert pace.done_at(missing, now) is None


def test_that_a_long_pause_is_no_work():
    pace, now = paced(10, 6)
    now += timedelta(hours=1)
    pace.note(1, now)
    done = pace.done_at(11, now)
    assert done is not None
    assert (done - now).total_seconds() == pytest.approx(60 + 90, abs=0.001)


WIDTHS = [9.5] * 80


@pytest.mark.parametrize(
    ("listed", "columns"), [(1, 1), (3, 1), (9, 1), (18, 2), (30, 2), (63, 3), (80, 4)]
)
def test_that_the_names_stand_in_as_many_columns_as_they_read_best(listed, columns):
    layout = lay_out(WIDTHS[:listed], 610, 360, ticked=False, largest=26, scale=1)
    assert layout.columns == columns
    assert layout.type_size >= 11


@pytest.mark.parametrize("ticked", [False, True])
@pytest.mark.parametrize("size", [(360, 260), (300, 150)])
def test_that_a_ballot_with_no_room_for_readable_type_is_higher_than_its_room(ticked, size):
    layout = lay_out(WIDTHS[:63], *size, ticked=ticked, largest=26, scale=1, least=10)
    assert layout.type_size >= 10
    assert layout.row_height > layout.type_size
    assert layout.height > size[1]
    last = layout.line(62)
    assert last.y + last.height <= layout.height + 0.01
    assert last.x + last.width <= size[0] + 0.01


@pytest.mark.parametrize("listed", [1, 3, 18, 63, 80])
@pytest.mark.parametrize("ticked", [False, True])
@pytest.mark.parametrize("size", [(610, 360), (360, 260), (1000, 640), (300, 150)])
def test_that_every_line_of_a_ballot_is_inside_it(listed, ticked, size):
    layout = lay_out(WIDTHS[:listed], *size, ticked=ticked, largest=26, scale=1)
    for index in range(listed):
        line, name = layout.line(index), layout.name(index)
        assert line.y + line.height <= size[1] + 0.01
        assert line.x + line.width <= size[0] + 0.01
        assert name.width > 0
    assert layout.type_size >= SMALLEST_TYPE


def test_that_one_very_long_name_does_not_shrink_the_others():
    usual = lay_out(WIDTHS[:18], 610, 360, ticked=False, largest=26, scale=1)
    mixed = lay_out([*WIDTHS[:17], 90.0], 610, 360, ticked=False, largest=26, scale=1)
    assert mixed.type_size == usual.type_size


def finding(code: str, severity: Severity = Severity.ERROR, **params) -> Finding:
    waived_by = params.pop("waived_by", "")
    return Finding(
        code=code, severity=severity, params=params, article="Điều 8", waived_by=waived_by,
        waived_reason="đã đếm lại" if waived_by else "",
    )  # fmt: skip


def test_that_errors_come_before_what_is_not_done_and_what_needs_a_look():
    rows = finding_rows(
        [
            finding("surplus_none", Severity.WARNING, candidates=5, seats=5),
            finding("ballots_missing", difference=3, entered=1, returned=4),
            finding("issued_above_present", issued=9, present=8),
        ]
    )
    assert [row.tone for row in rows] == ["wrong", "look", "look"]
    assert rows[0].text.startswith("Lỗi · Phát ra 9 phiếu")
    assert rows[0].text.endswith("(Điều 8)")


def test_that_short_bundles_are_one_line():
    rows = finding_rows(
        [finding("bundle_short", bundle=n, entered=0, expected=25) for n in (2, 3, 4, 6)]
    )
    assert [row.text for row in rows] == ["Chưa xong · Các tệp chưa đủ phiếu: 2–4 · 6"]


def test_that_a_waived_finding_says_who_let_it_stand_and_the_sums_hold():
    rows = finding_rows([finding("issued_above_present", issued=9, present=8, waived_by="Lê A")])
    assert [row.tone for row in rows] == ["holds", "muted"]
    assert "Lê A" in rows[1].text
    assert "đã đếm lại" in rows[1].text


def test_that_the_most_pressing_notice_is_on_top():
    notices = Notices()
    notices.put(Topic.DONE, Notice(text="xong"))
    notices.put(Topic.REFUSED, Notice(text="sai"))
    assert notices.top.text == "sai"
    notices.clear(Topic.REFUSED)
    assert notices.top.text == "xong"
    notices.clear(Topic.DONE, Topic.RESUMED)
    assert notices.top is None
