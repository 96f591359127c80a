"""The printed programme and the script of the chair: golden texts, pages, and what fills them."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from builders import a_motion
from document_text import document_text

from congress_desk.domain.agenda.adoption import ProgrammeAdoption
from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.agenda.template import dated
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.result import CandidateOutcome
from congress_desk.domain.minutes.lessons import item_times
from congress_desk.domain.motions import Hands, MotionState
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import BaseSum
from congress_desk.exports.docx.document import write_docx
from congress_desk.queries.agenda.items import agenda_templates
from congress_desk.reports.agenda.programme import agenda_held, agenda_paper
from congress_desk.reports.agenda.script import fill_words, script, usual_words
from congress_desk.reports.agenda.script_values import ScriptFacts, inside
from congress_desk.reports.document.document import (
    Heading,
    KeepTogether,
    Paragraph,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import congress_wording

from . import sheets
from .pages import MM, page_letters, page_texts, printed, squeezed

GOLDEN = Path(__file__).parent / "golden"
DUTIES = (
    Duty(organ=Organ.PRESIDIUM, name="Hoàng Hồng Minh"),
    Duty(organ=Organ.PRESIDIUM, name="Huỳnh Kim Hà"),
    Duty(organ=Organ.SECRETARIAT, name="Đỗ Xuân Chi", title="Trưởng đoàn"),
    Duty(organ=Organ.COUNTING_BOARD, name="Phan Kim Ngân", title="Trưởng ban"),
)
PRESENCE = BaseSum(convened=150, deductions=(), alternates=0, present=148, replaced_unfilled=0)
SHEET = sheets.ward_sheet()[0]
CARRIED = a_motion(
    Hands(in_favour=147, against=1), id=1, base=150, present=148, state=MotionState.VOTED
)
D1, D2 = "2020-06-05", "2020-06-06"
BUILT = {"session": "Chính thức", "day": D2}
ITEMS = (
    AgendaItem(
        id=1, session="Trù bị", day=D1, time="13:30", minutes=10, kind=ItemKind.OPENING,
        content="Chào cờ, tuyên bố lý do", executor="Ban Tổ chức",
    ),
    AgendaItem(
        id=2, session="Trù bị", day=D1, minutes=20, kind=ItemKind.MOTION, executor="Ban Tổ chức",
        content="Bầu Đoàn chủ tịch, Đoàn thư ký",
    ),
    AgendaItem(
        id=3, session="Trù bị", day=D1, minutes=15, kind=ItemKind.MOTION, motion_id=1,
        content="Thông qua chương trình đại hội", executor="Đoàn chủ tịch",
    ),
    AgendaItem(
        id=4, **BUILT, time="07:30", minutes=40, kind=ItemKind.ELECTION, election_id=1,
        content="Bầu Ban Chấp hành", executor="Đoàn chủ tịch, Ban kiểm phiếu",
    ),
    AgendaItem(
        id=5, **BUILT, minutes=15, parent_id=4, content="Hướng dẫn cách bầu, bỏ phiếu",
        executor="Ban kiểm phiếu",
    ),
    AgendaItem(id=6, **BUILT, minutes=15, kind=ItemKind.BREAK, content="Nghỉ giải lao"),
    AgendaItem(
        id=7, **BUILT, minutes=10, kind=ItemKind.REPORT, election_id=1,
        content="Công bố kết quả bầu Ban Chấp hành", executor="Ban kiểm phiếu",
    ),
    AgendaItem(
        id=8, **BUILT, time="10:00", minutes=10, kind=ItemKind.CLOSING, content="Bế mạc, chào cờ",
        executor="Đoàn chủ tịch", script="Xin bế mạc {đại hội}. {Có mặt}: {số có mặt}.",
    ),
)  # fmt: skip


def facts(items=ITEMS, congress=sheets.CONGRESS, **changes) -> ScriptFacts:
    election = replace(SHEET.election, id=1)
    known = {
        "congress": congress,
        "planned": plan(items, starts=congress.details.starts),
        "elections": (election,),
        "motions": (CARRIED,),
        "duties": DUTIES,
        "presence": PRESENCE,
        "sheets": {1: SHEET},
        "head": sheets.HEAD,
    }
    return ScriptFacts(**{**known, **changes})


def paper(items=ITEMS, congress=sheets.CONGRESS):
    planned = plan(items, starts=congress.details.starts)
    return agenda_paper(congress, planned, sheets.HEAD, ProgrammeAdoption())


LONG = tuple(
    AgendaItem(
        id=n, session=f"Phiên {n // 50}", day=f"2020-06-0{5 + n // 50}", minutes=8,
        time="07:00" if n % 50 == 0 else "", content=f"Tham luận số {n} của đoàn đại biểu " * 3,
        executor="Đoàn chủ tịch", parent_id=n - 1 if n % 10 == 1 else 0,
    )
    for n in range(1, 150)
)  # fmt: skip
DOCUMENTS = {
    "agenda": paper(),
    "agenda-nothing": paper(()),
    "agenda-youth": paper(congress=sheets.youth_congress()),
    "script": script(facts()),
    "script-nothing": script(facts((), sheets={}, duties=(), motions=(), elections=())),
    "script-union": script(facts(congress=sheets.union_congress(), sheets={})),
}
HARD = {"agenda of 149": paper(LONG), "script of 149": script(facts(LONG))}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_the_paper_says_what_its_golden_text_says(name):
    text = document_text(DOCUMENTS[name])
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8", newline="\n")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("name", [*DOCUMENTS, *HARD])
def test_that_every_page_stays_within_its_margins(name):
    document = {**DOCUMENTS, **HARD}[name]
    for letters in page_letters(printed(document)):
        assert min(x.left for x in letters) >= document.form.margin_left * MM - 1.2
        assert max(x.right for x in letters) <= (210 - document.form.margin_right) * MM + 1.2


def test_that_all_items_are_printed_in_order_with_their_clock():
    text = squeezed("".join(page_texts(printed(paper()))))
    places = [text.index(squeezed(item.content.split(",")[0])) for item in ITEMS]
    assert places == sorted(places)
    assert squeezed("07:30 – 08:10") in text
    assert "4.1" in text


def test_that_the_title_of_a_session_stands_with_the_first_words_of_its_first_item():
    blocks = DOCUMENTS["script"].blocks
    kept = [block.blocks for block in blocks if isinstance(block, KeepTogether)]
    begun = [block for block in kept if isinstance(block[0], Spacer)]
    assert [[type(part) for part in block[:3]] for block in begun] == [
        [Spacer, Paragraph, Heading],
        [Spacer, Paragraph, Heading],
    ]
    assert not any(isinstance(block, Spacer) for block in blocks)


def test_that_ballots_are_called_for_after_the_list_and_the_board_were_voted_on():
    """In the order of our own programmes: the chair reads from the top to the foot."""
    for template in (found for found in agenda_templates() if found.key != "tinh"):
        items = tuple(found.item for found in dated(template, D1))
        spoken = document_text(script(facts(items, sheets={})))
        whole = next(item for item in items if any(i.parent_id == item.id for i in items))
        begun = spoken.index(f"nội dung: {inside(whole.content)}.")
        assert "Xin mời các đại biểu bỏ phiếu" not in spoken[:begun]
        assert spoken.index("biểu quyết", begun) < spoken.index("bỏ phiếu; mời Ban", begun)
        assert "nội dung: Bầu" not in spoken
        assert not re.search(r"Trong thời gian (?:kiểm|chờ)[^.]*trong thời gian", spoken)


def test_that_the_board_alone_is_named_and_voted_on():
    item = AgendaItem(id=1, kind=ItemKind.MOTION, content="Bầu Ban kiểm phiếu")
    spoken = document_text(script(facts((item,))))
    assert "Xin giới thiệu Ban kiểm phiếu gồm 1 đồng chí: Phan Kim Ngân" in spoken
    item = AgendaItem(id=1, kind=ItemKind.WORK, content="Bỏ phiếu; kiểm phiếu")
    assert "Xin giới thiệu" not in document_text(script(facts((item,))))


def test_that_the_script_is_printed_large():
    assert 16 <= DOCUMENTS["script"].form.body_size <= 18


@pytest.mark.parametrize("name", ["agenda", "script"])
def test_that_word_takes_the_same_paper(tmp_path, name):
    assert write_docx(DOCUMENTS[name], tmp_path / "a.docx") is None
    word = docx.Document(str(tmp_path / "a.docx"))
    told = [p.text for p in word.paragraphs]
    told += [cell.text for t in word.tables for row in t.rows for cell in row.cells]
    joined = " ".join(told)
    assert all(item.content in joined for item in ITEMS)


def said(number: int, **changes) -> str:
    known = facts(**changes)
    words = congress_wording(known.congress)
    text = known.planned[number - 1].item.script or usual_words(known.planned[number - 1], words)
    return fill_words(text, known, number - 1, words).text


def test_that_numbers_in_edited_words_stay_live_and_unknown_places_are_left():
    assert "{Có mặt}: 148." in said(8)
    fewer = replace(PRESENCE, present=140)
    assert "{Có mặt}: 140." in said(8, presence=fewer)


def test_that_a_result_is_read_only_when_it_was_declared():
    assert f"hợp lệ {SHEET.tally.valid}" in said(7)
    elected = [c for c in SHEET.result.candidates if c.outcome.value == "elected"]
    highest = max(elected, key=lambda c: c.votes)
    assert f"1. {highest.candidate.name}: {highest.votes} phiếu" in said(7)
    assert "hợp lệ ……" in said(7, sheets={})


def test_that_a_vote_is_told_with_its_numbers_and_organs_with_their_members():
    assert "147 trên tổng số 150" in said(3)
    assert "Đoàn chủ tịch gồm 2 đồng chí: Hoàng Hồng Minh, Huỳnh Kim Hà" in said(2)
    assert "Ban thẩm tra" not in said(2)


def test_that_what_fills_the_counting_is_never_the_result_itself():
    assert "tiếp tục với nội dung: nghỉ giải lao" in said(4)
    hurried = tuple(item for item in ITEMS if item.id != 6)
    assert "tiếp tục với nội dung: ……" in said(4, items=hurried)


def test_that_a_rehearsal_is_stamped_on_both():
    rehearsed = replace(sheets.CONGRESS, state=CongressState.REHEARSAL)
    assert paper(congress=rehearsed).stamp
    assert script(facts(congress=rehearsed)).stamp


@pytest.mark.parametrize("template", agenda_templates(), ids=lambda t: t.key)
def test_that_every_template_is_printed_with_words_for_each_item(template):
    items = tuple(found.item for found in dated(template, "2026-03-12"))
    text = document_text(paper(items))
    assert all(item.content in text for item in items)
    spoken = document_text(script(facts(items, sheets={})))
    assert "{" not in spoken
    assert not re.search(r"\b(\w+ \w+) \1\b|trình bày (ứng cử|hướng dẫn)", spoken)
    assert "đại diện Chủ tọa" not in spoken
    assert page_texts(printed(script(facts(items, sheets={}))))


def test_that_each_matter_of_an_item_is_said_as_what_it_is():
    content = "Ứng cử, đề cử; trình bày đề án nhân sự; biểu quyết thông qua danh sách; ra mắt"
    item = AgendaItem(id=1, content=content, executor="Phan Kim Ngân", kind=ItemKind.MOTION)
    spoken = document_text(script(facts((item,))))
    assert "Xin mời các đại biểu ứng cử, đề cử." in spoken
    assert "Xin mời đồng chí Phan Kim Ngân trình bày đề án nhân sự." in spoken
    assert "Xin đại hội cho ý kiến về danh sách." in spoken
    assert "Tiếp theo là nội dung: ra mắt. Xin mời Phan Kim Ngân." in spoken
    draft = replace(item, content="Biểu quyết thông qua nghị quyết", executor="Đoàn thư ký")
    assert "mời đại diện Đoàn thư ký trình bày dự thảo nghị quyết" in document_text(
        script(facts((draft,)))
    )
    result = replace(item, content="Công bố kết quả kiểm phiếu", kind=ItemKind.REPORT)
    assert "Xin mời Phan Kim Ngân công bố kết quả." in document_text(script(facts((result,))))
    number = replace(item, content="Biểu quyết số lượng", executor="Chủ tọa")
    assert "về nội dung: số lượng. Có đại biểu" in document_text(script(facts((number,))))


def test_that_the_chair_names_the_board_of_the_election_of_an_item():
    own = Duty(organ=Organ.COUNTING_BOARD, name="Vũ Riêng", election_id=1)
    words = congress_wording(sheets.CONGRESS)
    text = "{ban kiểm phiếu}: {số ban kiểm phiếu}"
    known = facts(duties=(*DUTIES, own))
    board = [fill_words(text, known, place, words).text for place in (0, 3, 4, 6)]
    assert board == ["Phan Kim Ngân (Trưởng ban): 1", *["Vũ Riêng: 1"] * 3]
    of_motion = replace(CARRIED, election_id=1)
    assert fill_words(text, replace(known, motions=(of_motion,)), 2, words).text == "Vũ Riêng: 1"


def test_that_the_column_of_numbers_is_as_wide_as_the_longest():
    table = next(b for b in paper().blocks if isinstance(b, Table))
    deep = tuple(
        AgendaItem(id=n, content="Việc", parent_id=n - 1 if n > 100 else 0) for n in range(1, 103)
    )
    wide = next(b for b in paper(deep).blocks if isinstance(b, Table))
    assert wide.rows[-1][0] == "100.1.1"
    assert wide.columns[0].width > table.columns[0].width
    assert any("100.1.1" in text for text in page_texts(printed(paper(deep))))


def test_that_a_clock_put_back_while_an_item_was_held_is_said_under_the_programme():
    back = {"started_at": "2026-03-12T13:30:00+07:00", "finished_at": "2026-03-12T12:10:00+07:00"}
    items = tuple(replace(item, **back) if item.id == 2 else item for item in ITEMS)
    held = agenda_held(sheets.CONGRESS, facts(items).planned, sheets.HEAD)
    said = [line for line in document_text(held).splitlines() if "chỉnh lùi" in line]
    assert len(said) == 1 and ITEMS[1].content in said[0]
    assert [each.longer for each in item_times(facts(items).planned)][1] is None


def test_that_nothing_is_said_of_a_time_in_which_nothing_goes_on():
    told = facts(tuple(item for item in ITEMS if item.id != 6))
    assert "Trong thời gian kiểm phiếu" not in document_text(script(told))
    assert "Trong thời gian kiểm phiếu" in document_text(script(facts()))


def test_that_several_rounds_are_announced_each_with_its_own_papers_and_no_other():
    second = replace(SHEET, round=replace(SHEET.round, number=2))
    spoken = document_text(script(facts(sheets={1: second}, earlier={1: (SHEET,)})))
    assert spoken.count("(Ban kiểm phiếu công bố) Lần bầu thứ 1: phát ra") == 1
    assert "\nLần bầu thứ 2: phát ra" in spoken
    assert "Số phiếu phát ra" not in spoken
    once = document_text(script(facts()))
    assert once.count("(Ban kiểm phiếu công bố) Số phiếu phát ra") == 1
    before = document_text(script(facts(sheets={})))
    assert "(Ban kiểm phiếu công bố) Số phiếu phát ra ……, thu về ……" in before


def test_that_the_chair_congratulates_those_who_were_elected_and_nobody_where_none_was():
    several, one = "chúc mừng những đồng chí", "chúc mừng đồng chí đã"
    assert several in said(7) and several in said(7, sheets={})
    nobody = tuple(
        replace(c, outcome=CandidateOutcome.NO_MAJORITY) for c in SHEET.result.candidates
    )
    none = replace(SHEET, result=replace(SHEET.result, candidates=nobody))
    assert "chúc mừng" not in said(7, sheets={1: none})
    assert "chưa có đồng chí nào trúng cử. Đoàn chủ tịch sẽ xin ý kiến" in said(7, sheets={1: none})
    assert several in said(7, sheets={1: none}, earlier={1: (SHEET,)})
    first = (replace(nobody[0], outcome=CandidateOutcome.ELECTED), *nobody[1:])
    single = replace(SHEET, result=replace(SHEET.result, candidates=first))
    assert one in said(7, sheets={1: single})


def test_that_a_count_that_no_item_announces_is_announced_where_it_was_called():
    later = "(Kiểm phiếu xong) Xin mời Ban kiểm phiếu công bố"
    assert later not in document_text(script(facts()))
    unsaid = tuple(item for item in ITEMS if item.id != 7)
    spoken = document_text(script(facts(unsaid)))
    assert spoken.count(later) == 1
    assert spoken.index(later) < spoken.index("Nghỉ giải lao (")
    of_another = replace(ITEMS[6], election_id=2)
    told = document_text(script(facts((*unsaid[:-1], of_another, unsaid[-1]))))
    assert told.count(later) == 1
