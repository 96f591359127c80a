"""The entry diary: by bundle and pass who, when to the minute, and how it was settled; no marks."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from congress_files import (
    a_congress,
    a_declared_round,
    a_round,
    enter,
    fresh_uids,
    granted,
    striking,
)
from document_text import document_text
from pass_acts import FIRST, SECOND, THIRD, a_pass, a_round_of_passes, both_passes
from total_acts import TOTAL_ACTS, totals_of_papers, totals_ready

from congress_desk.actions.elections.checks.sample import draw_sample
from congress_desk.actions.elections.passes.opening import close_pass, open_pass
from congress_desk.actions.elections.passes.restarting import restart_bundle
from congress_desk.actions.elections.passes.settling import resolve_place
from congress_desk.actions.elections.totals.entering import enter_totals
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.elections.checks.pace import entry_pace
from congress_desk.reports.document.document import Table


@pytest.fixture
def passes(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    both_passes(file, found, [[1], [2], [3]], [[1], [4], [3]], bundle=1)
    uid = fresh_uids(1)[0]
    granted(resolve_place(file, found.id, 1, 2, striking(found, [4]), uid, operator=THIRD))
    a_pass(file, found, [1], [1], [1], by=FIRST, bundle=2)
    granted(restart_bundle(file, found.id, 2, reason="lẫn", operator=THIRD))
    both_passes(file, found, [[1], [2], [3]], [[1], [2], [3]], bundle=2)
    yield file
    file.close()


def diary(file):
    paper = next(paper for paper in available(file) if paper.kind == "entry-diary")
    return make_paper(file, paper)


def table(file):
    blocks = diary(file).content.blocks
    return next(block for block in blocks if isinstance(block, Table)).rows


def test_that_every_entry_has_its_line_and_the_last_says_how_the_bundle_was_settled(passes):
    rows = [(row[0], row[1], row[2], row[4], row[6]) for row in table(passes)]
    assert rows == [
        ("1", "Lượt 1", FIRST, "3", ""),
        ("1", "Lượt 2", SECOND, "3", ""),
        ("1", "Gõ lại theo giấy", THIRD, "1", "gõ lại 1 tờ lệch, đã khớp"),
        ("2", "Lượt 1", FIRST, "3", "gác lại, nhập lại từ đầu"),
        ("2", "Lượt 1", FIRST, "3", ""),
        ("2", "Lượt 2", SECOND, "3", "các lượt khớp nhau"),
    ]


def test_that_a_bundle_without_all_its_passes_is_not_said_to_differ(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    both_passes(file, found, [[1], [2], [3]], [[1], [4], [3]], bundle=1)
    a_pass(file, found, [1], [1], [1], by=FIRST, bundle=2)
    assert [row[6] for row in table(file)] == ["", "các lượt chưa khớp", "chưa nhập đủ các lượt"]
    file.close()


def test_that_a_clock_that_was_put_back_is_said_where_a_pass_ends_before_it_began(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    said = "đồng hồ của máy đã bị chỉnh lùi"
    granted(open_pass(file, found.id, 1, operator=FIRST))
    assert said not in document_text(diary(file).content)
    now = file.clock()
    file.clock = lambda: now - timedelta(hours=5)
    granted(close_pass(file, found.id, 1, operator=FIRST, short=True))
    assert said in document_text(diary(file).content)
    file.close()


def test_that_times_are_told_to_the_minute_and_no_mark_is_told(passes):
    rows = table(passes)
    assert all(re.fullmatch(r"\d\d:\d\d – \d\d:\d\d", row[3]) for row in rows)
    assert len(rows[0]) == 7


def test_that_a_round_of_one_pass_has_its_diary_too(tmp_path):
    file = a_congress(tmp_path)
    a_declared_round(file)
    rows = table(file)
    assert {(row[1], row[6]) for row in rows} == {("Lượt 1", "nhập từ bàn phím")}
    assert sum(int(row[4]) for row in rows) == 6
    assert write_paper(diary(file), tmp_path / "a.pdf") is None
    file.close()


def test_that_the_diary_names_who_counted_totals_again(tmp_path):
    file = totals_ready(tmp_path, "resolve_totals")
    granted(TOTAL_ACTS["resolve_totals"](file))
    rows = [(row[1], row[2], row[6]) for row in table(file) if row[0] == "1"]
    assert rows == [
        ("Lượt 1", FIRST, ""), ("Lượt 2", SECOND, ""),
        ("Đếm lại theo giấy", "Thư ký", "đếm lại các số lệch, đã khớp"),
    ]  # fmt: skip
    file.close()


def test_that_a_bundle_by_totals_has_its_sheets_in_the_diary_and_none_in_a_sample(tmp_path):
    file = a_congress(tmp_path)
    found = a_round(file, papers=6, bundle_size=3)
    marked = [striking(found, [4])] * 3
    totals = totals_of_papers(file, found, marked)
    granted(enter_totals(file, found.id, 1, totals, operator=FIRST))
    enter(file, found, [4], [4], [4], bundle=2)
    assert [(row[0], row[4], row[6]) for row in table(file)] == [
        ("1", "3", "nhập theo số tổng"), ("2", "3", "nhập từ bàn phím"),
    ]  # fmt: skip
    assert entry_pace(file, found.id).left == 0
    sample = granted(draw_sample(file, found.id, "3-5-1-6-2", 99, 1, actor="TK"))
    assert (sample.ballots, {sheet.bundle for sheet in sample.sheets}) == (3, {2})
    file.close()
