"""The journal desk by keyboard alone: filter, before and after, a code from a paper, the jump."""

from __future__ import annotations

from time import thread_time

import pytest
from bench import CTRL, ENTER, ESC, WINDOW, Bench, open_desk, type_text
from congress_files import a_congress
from journal_lines import journal
from obstacles_acts import BALLOTS, A, an_obstacle
from PySide6.QtCore import Qt

from congress_desk.actions import obstacles
from congress_desk.domain.journal import JournalLine
from congress_desk.ui.desks.journal.desk import JournalDesk
from congress_desk.ui.desks.journal.row import row_of


def some_acts(file) -> None:
    found = an_obstacle(file, BALLOTS)
    obstacles.resolve_obstacle(file, found.id, actor=A)
    obstacles.reopen_obstacle(file, found.id, reason="chưa xong", actor=A)


@pytest.fixture
def bench(qtbot, tmp_path):
    def make():
        file = a_congress(tmp_path)
        some_acts(file)
        return file

    with open_desk(Bench, JournalDesk, make, tmp_path, qtbot, size=WINDOW) as bench:
        yield bench


def wait(bench) -> None:
    bench.qtbot.waitUntil(bench.desk.idle, timeout=5_000)
    bench.settle()


def shown(bench) -> list[str]:
    return [row.line.kind for row in bench.desk.table.records]


def test_that_the_newest_act_is_first_and_its_fields_stand_beside_it(bench):
    wait(bench)
    assert bench.keyboard == "journalTable"
    assert shown(bench)[0] == "reopen_obstacle"
    assert bench.desk.table.current.line.kind == "reopen_obstacle"
    assert bench.desk.card.facts.text("why") == "chưa xong"
    changes = bench.desk.card.changes.text()
    assert "Trạng thái: đã giải quyết → " in changes.replace("Đã", "đã")


def test_that_what_is_typed_filters_without_accents_and_escape_shows_all(bench):
    wait(bench)
    everything = shown(bench)
    bench.press((Qt.Key.Key_F, CTRL), "mo lai vuong mac")
    assert shown(bench) == ["reopen_obstacle"]
    bench.press(ESC)
    assert shown(bench) == everything
    bench.press("#1", ENTER)
    assert [row.line.seq for row in bench.desk.table.records] == [1]
    assert bench.keyboard == "journalTable"


def test_that_enter_goes_to_the_record_of_the_act(bench):
    wait(bench)
    went = []
    bench.desk.place_wanted.connect(went.append)
    bench.press(ENTER)
    assert (went[0].desk, went[0].record) == ("obstacles", 1)


def test_that_a_code_from_a_paper_finds_its_state_and_the_acts_since(bench):
    wait(bench)
    lines = bench.ask(journal)
    wanted = lines[-3]
    bench.press((Qt.Key.Key_F, CTRL), wanted.code.lower())
    wait(bench)
    assert bench.desk.table.current.line.seq == wanted.seq
    assert [row.line.seq for row in bench.desk.table.records][-1] == wanted.seq
    notice = bench.desk.code_notice
    assert f"dòng {wanted.seq}" in notice.title
    assert "2 việc" in notice.text
    assert "vướng mắc: 2" in notice.text
    assert "nguyên vẹn" in notice.text
    bench.press(ESC)
    assert notice.isHidden()


def test_that_a_code_of_no_line_is_said_to_be_unknown(bench):
    wait(bench)
    bench.press((Qt.Key.Key_F, CTRL), "0000-0000")
    wait(bench)
    assert "0000-0000" in bench.desk.code_notice.title


def test_that_new_lines_follow_without_reading_all_again(bench):
    wait(bench)
    before = bench.desk._rows
    bench.session.act(obstacles.remove_obstacle, 1, reason="nhầm", actor=A, done=lambda value: None)
    wait(bench)
    assert shown(bench)[0] == "remove_obstacle"
    assert bench.desk._rows[1:] == before
    assert all(new is old for new, old in zip(bench.desk._rows[1:], before, strict=True))


def test_that_a_key_is_painted_in_time_with_thousands_of_lines(bench):
    wait(bench)
    line = bench.desk._rows[0].line
    many = tuple(
        JournalLine(
            seq=seq, at=line.at, actor=f"Người {seq % 7}", act=line.act,
            summary=f"Ghi 1 phiếu từ {seq // 50}–{seq % 50}", hash=line.hash, kind="enter_ballots",
        )
        for seq in range(10, 3_510)
    )  # fmt: skip
    bench.desk._on_read(many)
    bench.press((Qt.Key.Key_F, CTRL))
    spent = []
    for key in "ghi 1 phieu tu 61":
        start = thread_time()
        type_text(bench.desk.filter.line, key)
        bench.desk.table.viewport().repaint()
        spent.append(thread_time() - start)
    assert len(bench.desk.table.records) >= 50
    assert all("1 phiếu từ" in row.line.summary for row in bench.desk.table.records)
    # By the processor's time of this thread: what else the machine does is not counted.
    assert sorted(spent)[len(spent) // 2] < 0.016
    assert max(spent) < 0.032


def test_that_every_part_of_a_row_can_be_searched():
    line = JournalLine(
        seq=31, at="2026-11-22T09:40:31+07:00", actor="Lê Thị Hạnh", act="mở lần bầu",
        summary="BCH: mở lần bầu 1", hash="7f3a91c2" + "0" * 56,
    )  # fmt: skip
    row = row_of(line)
    assert (row.day, row.time) == ("22/11/2026", "09:40")
    assert all(
        word in row.folded for word in ("#31", "le thi hanh", "mo lan bau", "09:40", "22/11/2026")
    )


def test_that_a_line_that_says_too_little_or_is_unknown_is_read_with_a_gap(qtbot, tmp_path):
    """Whatever wrote it: the hall does not wait for a sentence."""

    def make():
        file = a_congress(tmp_path)
        for about in ({}, {"line": 3, "what": None, "bundle": 2}):
            with file.act("undo", actor=A, **about) as act:
                act.update("congress", 1, place="Hội trường")
        with file.act("never_heard_of", actor=A) as act:
            act.update("congress", 1, place="Hội trường")
        return file

    with open_desk(Bench, JournalDesk, make, tmp_path, qtbot, size=WINDOW) as bench:
        wait(bench)
        unknown, told, silent = (row.line for row in bench.desk.table.records[:3])
        assert silent.summary == "Hoàn tác dòng … (…, phiếu … của tệp …)"
        assert told.summary == "Hoàn tác dòng 3 (…, phiếu … của tệp 2)"
        assert "never_heard_of" in unknown.summary and unknown.act == "never_heard_of"
