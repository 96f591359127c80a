"""120 convened, 1 deducted, 118 present: every paper calls these numbers by their right names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from builders import a_rule_set
from congress_files import an_election, anyway, enter, granted
from document_text import document_text
from people_files import ACTOR, some_people

from congress_desk.actions.agenda.items import apply_template
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.motions import add_motion, record_vote
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.statuses import set_status
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.motions import Hands, MotionDraft, MotionKind
from congress_desk.domain.people.person import Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.i18n import use_language
from congress_desk.new_congress import new_congress
from congress_desk.papers import available, make_paper
from congress_desk.queries.agenda.items import agenda_templates
from congress_desk.queries.congress import presence
from congress_desk.queries.elections.lists import elections
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.overview.words import presence_figure
from congress_desk.ui.parts.presence_words import quorum_text, share_text

CONVENED, BASE, PRESENT, ABSENT, SHARE = "120", "119", "118", "2", "98,33"
PEOPLE = "(?:đại biểu |đảng viên )?"
# What stands beside a name of a number, on either side of it.
NAMES = (
    (rf"(\d+) {PEOPLE}được triệu tập", CONVENED),
    (r"triệu tập(?: là)?:? (\d+)(?![\d/.,])", CONVENED),
    (
        r"(?:[Cc]ó mặt(?: lúc bầu| khi báo cáo)?|[Dd]ự đại hội|có):? (\d+) ?"
        r"(?:đại biểu|\(|;|,|trên)",
        PRESENT,
    ),
    (r"(?:vắng|chưa dự):? (\d+)(?![\d/])", ABSENT),
    (r"làm căn cứ tính(?: kết quả(?: biểu quyết(?: và bầu cử)?)?)?(?: là)?:? (\d+)", BASE),
    (rf"\d+/(\d+)(?: {PEOPLE}tán thành|, đạt)", BASE),
    (r"quá một phần hai của (\d+)", BASE),
    (rf"(?:đạt|bằng) (\d+,\d+)% số (?:{PEOPLE})?được triệu tập", SHARE),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Iterator[CongressFile]:
    path = tmp_path_factory.mktemp("numbers") / "dh.congress"
    setup = Setup(
        details=CongressDetails(
            name="Đại hội đại biểu Đảng bộ phường Long Bình",
            starts="2026-03-12T07:30",
            ends="2026-03-12",
        ),
        people=some_people(120, 0, 2),
        elections=(an_election(),),
    )
    made = granted(new_congress(path, setup, actor=ACTOR))
    away = Status.ABSENT_THROUGHOUT_COMMITTEE
    granted(set_status(made, [120], away, reason="đi chữa bệnh", actor=ACTOR))
    for number in (*range(1, 119), 121, 122):
        granted(check_in(made, number, actor=ACTOR))
    granted(apply_template(made, agenda_templates()[0], actor=ACTOR))
    for kind in (MotionKind.AGENDA, MotionKind.RESOLUTION):
        motion = granted(add_motion(made, MotionDraft(kind=kind, matter="Thông qua"), actor=ACTOR))
        granted(record_vote(made, motion.id, Hands(in_favour=118), announced_by="", actor=ACTOR))
    election = elections(made)[0]
    accounting = Accounting(convened=0, present=118, issued=118, returned=118)
    held = granted(
        open_round(
            made,
            election.id,
            accounting=accounting,
            by_hand=False,
            bundle_size=118,
            actor=ACTOR,
            going_on=anyway(made),
        )
    )
    enter(made, held, *[[4]] * 118)
    granted(
        declare_result(
            made, held.id, first="Đỗ Văn Trưởng", second="Vũ Chủ Tịch", reason="thử", actor=ACTOR
        )
    )
    yield made
    made.close()


def texts(file: CongressFile) -> dict[str, str]:
    """Return what every paper that is a document says, without bold."""
    drafts = ((paper, make_paper(file, paper).content) for paper in available(file))
    return {
        paper.kind: document_text(content).replace("**", "")
        for paper, content in drafts
        if isinstance(content, Document)
    }


def test_that_every_paper_calls_each_number_by_its_name(file):
    told = texts(file)
    found: dict[str, set[str]] = {}
    for kind, text in told.items():
        for pattern, expected in NAMES:
            numbers = set(re.findall(pattern, text))
            assert numbers <= {expected}, (kind, pattern, numbers)
            found.setdefault(expected, set()).update({kind} if numbers else set())
    papers = {"credentials", "counting-minutes", "minutes", "quick-report", "resolution", "script"}
    assert found[CONVENED] >= papers
    assert found[PRESENT] >= papers
    assert found[BASE] >= papers - {"resolution"} | {"motions"}
    assert found[ABSENT] >= {"counting-minutes", "minutes", "quick-report", "script"}
    assert found[SHARE] >= {"credentials", "minutes", "quick-report"}


@pytest.mark.parametrize("kind", ["counting-minutes", "minutes", "quick-report", "credentials"])
def test_that_what_is_taken_off_d_is_said_in_one_clause_and_once(kind, file):
    text = texts(file)[kind]
    clause = "119 (120 được triệu tập; trừ 1 cấp ủy viên triệu tập vắng suốt đại hội"
    assert text.count(clause) == 1
    assert "gồm 120" not in text


def test_that_the_workbooks_say_the_same(file):
    rows = {
        (sheet.name, str(label)): numbers
        for paper in available(file)
        if isinstance(book := make_paper(file, paper).content, Book)
        for sheet in book.sheets
        for section in sheet.sections
        for label, *numbers in (
            [value for value in row.values if value is not None] for row in section.rows
        )
        if isinstance(label, str) or sheet.name == "Điểm danh"
    }
    assert rows["Số liệu phiếu", "Được triệu tập"] == [120]
    assert rows["Số liệu phiếu", "Số làm căn cứ tính (D)"] == [119]
    assert rows["Số liệu phiếu", "Có mặt lúc bầu"] == [118]
    assert rows["Số liệu phiếu", "Vắng"] == [2]
    assert rows["Điểm danh", "120"] == ["Cộng: được triệu tập, có mặt", 118]
    assert rows["Cơ cấu", "Số làm căn cứ tính (D)"] == [119]


def test_that_the_screens_say_the_same(file):
    use_language("vi")
    base = presence(file)
    assert share_text(base) == SHARE
    assert presence_figure(base, a_rule_set()).number == "118 / 120"
    assert "(120)" in quorum_text(base, a_rule_set().quorum)
    assert "118" in quorum_text(base, a_rule_set().quorum)
