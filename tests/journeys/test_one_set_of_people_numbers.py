"""Who was convened, deducted, in a seat, present: one set of numbers in file, papers, workbook."""

from __future__ import annotations

import re

import pytest
from congress_files import anyway, enter, granted
from document_text import document_text
from openpyxl import load_workbook
from people_acts import roll_of_round
from people_files import ACTOR, a_register, some_people

from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.motions import add_motion, record_vote
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.statuses import replace_delegate, set_status
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.motions import Hands, MotionDraft, MotionKind
from congress_desk.domain.people.person import Status
from congress_desk.domain.people.register import Direction
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.congress import presence
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.people import base_and_names, register
from congress_desk.reports.elections.result_json import result_json

CONVENED, DEDUCTED, BASE, PRESENT = 60, 5, 57, 45


@pytest.fixture
def file(tmp_path):
    file = a_register(tmp_path, some_people(60, 4, 5))
    granted(replace_delegate(file, 58, 61, reason="ốm", actor=ACTOR))
    granted(replace_delegate(file, 59, 62, reason="ốm", actor=ACTOR))
    away = Status.ABSENT_THROUGHOUT_NO_ALTERNATE
    granted(set_status(file, [55, 56], away, reason="đi nước ngoài", actor=ACTOR))
    granted(set_status(file, [57], Status.SUSPENDED, reason="khởi tố", actor=ACTOR))
    for number in (*range(1, 44), 61, 62, 63, 65, 66):
        granted(check_in(file, number, actor=ACTOR))
    yield file
    assert file.check() == []
    file.close()


def paper_text(file, kind):
    paper = next(p for p in available(file) if p.kind == kind)
    return document_text(make_paper(file, paper).content).replace("**", "")


def test_that_the_sum_is_what_was_set_up(file):
    base, names = base_and_names(file)
    assert base == presence(file)
    assert (base.convened, base.base, base.present) == (CONVENED, BASE, PRESENT)
    assert sum(count for _, count in base.deductions) == DEDUCTED
    assert {status: [p.id for p in found] for status, found in names.deductions} == {
        Status.ABSENT_THROUGHOUT_NO_ALTERNATE: [55, 56],
        Status.REPLACED: [58, 59],
        Status.SUSPENDED: [57],
    }


def test_that_the_report_on_credentials_says_the_same(file):
    told = paper_text(file, "credentials")
    assert re.search(rf"Được triệu tập: {CONVENED} ", told)
    assert re.search(rf"Có mặt khi báo cáo: {PRESENT} đại biểu", told)
    assert re.search(rf"làm căn cứ tính kết quả biểu quyết và bầu cử: {BASE} ", told)
    assert re.search(r"Dự khuyết thay thế: 2", told)
    total = next(line for line in told.splitlines() if re.search(r"\bCộng\b(?! sản)", line))
    assert re.findall(r"\d+", total)[:2] == [str(CONVENED - 2 + 2), str(PRESENT)]


def test_that_the_workbook_says_the_same(file, tmp_path):
    paper = next(p for p in available(file) if p.kind == "people")
    assert write_paper(make_paper(file, paper), tmp_path / "db.xlsx") is None
    book = load_workbook(tmp_path / "db.xlsx")
    rows = [[c.value for c in row] for row in book["Điểm danh"].iter_rows()]
    in_hall = [row for row in rows if "có mặt" in row]
    assert len(in_hall) == PRESENT + 1 + 2
    structure = [[c.value for c in row] for row in book["Cơ cấu"].iter_rows()]
    numbers = {row[0]: [v for v in row if isinstance(v, int)] for row in structure if row[0]}
    told = " ".join(str(value) for row in structure for value in row if value is not None)
    assert any(CONVENED in found for found in numbers.values()), told[:300]


def opened(file, present):
    accounting = Accounting(convened=0, present=present, issued=present, returned=present)
    return granted(
        open_round(
            file,
            elections(file)[0].id,
            accounting=accounting,
            by_hand=False,
            bundle_size=50,
            actor=ACTOR,
            going_on=anyway(file),
        )
    )


def test_that_each_paper_tells_who_was_there_at_its_own_moment(file):
    """45 at the report, 43 at the vote, 48 of 60 in all, and at the end an empty hall."""
    draft = MotionDraft(kind=MotionKind.CREDENTIALS_REPORT, matter="Tư cách đại biểu")
    motion = granted(add_motion(file, draft, actor=ACTOR))
    granted(record_vote(file, motion.id, Hands(in_favour=PRESENT), announced_by="", actor=ACTOR))
    reported = paper_text(file, "credentials")
    for number in (44, 45, 46):
        granted(check_in(file, number, actor=ACTOR))
    for number in range(1, 6):
        granted(check_in(file, number, direction=Direction.OUT, actor=ACTOR))
    # One who came in the morning goes home, and an alternate takes the seat.
    granted(replace_delegate(file, 5, 63, reason="ốm", actor=ACTOR))
    held = opened(file, 44)
    enter(file, held, *[[4]] * 44)
    people = {"first": "Đỗ Văn Trưởng", "second": "Vũ Chủ Tịch", "reason": "thử"}
    granted(declare_result(file, held.id, **people, actor=ACTOR))
    for person in register(file):
        if person.status is Status.PRESENT:
            granted(check_in(file, person.id, direction=Direction.OUT, actor=ACTOR))
    assert presence(file).present == 0
    assert paper_text(file, "credentials").splitlines()[:-1] == reported.splitlines()[:-1]
    assert f"Có mặt khi báo cáo: {PRESENT} đại biểu" in reported
    for kind in ("minutes", "quick-report"):
        told = paper_text(file, kind)
        assert "Đã dự đại hội: 48" in told and "chưa dự: 12." in told, kind
        assert "Có mặt:" not in told
    assert "có 48 đại biểu dự trên tổng số 60 đại biểu" in paper_text(file, "resolution")
    for kind in ("counting-minutes", "minutes"):
        told = re.findall(r"có mặt lúc bầu: (\d+); vắng: (\d+)", paper_text(file, kind))
        assert told == [("44", "16")], kind
    assert result_json(round_sheet(file, held.id))["accounting"]["present"] == 44


def test_that_the_round_and_its_json_freeze_the_same(file):
    held = opened(file, PRESENT)
    told = result_json(round_sheet(file, held.id))
    assert told["accounting"]["convened"] == BASE
    majority = told["majority"]
    assert (majority["base"], majority["of"], majority["needed"]) == ("convened", BASE, 29)
    roll = roll_of_round(file, held.id)
    assert (roll.base.base, len(roll.present)) == (BASE, PRESENT)
    assert {p.person_id for p in roll.present} == {*range(1, 44), 61, 62}
