"""What papers say of motions: templates, the sentence of the minutes, the list and the sheet."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from builders import a_motion, a_rule_set
from document_text import document_text

from congress_desk.domain.elections.election import Election
from congress_desk.domain.motions import Hands, MotionKind, MotionOutcome, MotionState
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.reports.document.book import Tone
from congress_desk.reports.document.document import KeepTogether, Paragraph, Signatures, Table
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.document.wording import STYLES, wording_of
from congress_desk.reports.motions.motions_list import motions_list
from congress_desk.reports.motions.motions_sheet import motions_sheet
from congress_desk.reports.motions.sentences import minutes_sentence, spoken_sentence
from congress_desk.reports.motions.templates import motion_templates

from . import sheets
from .pages import page_texts, printed

WORDS = congress_wording(sheets.CONGRESS)
RULES = a_rule_set("dang-190-2024")
CARRIED = a_motion(base=150, present=148, hands=Hands(in_favour=147, against=1))
LOST = a_motion(
    id=2, base=150, present=148, matter="Lùi giờ bế mạc.", hands=Hands(in_favour=75, other=3)
)


def said(motion) -> str:
    return minutes_sentence(motion, RULES, WORDS)


def test_that_the_minutes_give_every_number_and_the_base():
    assert said(CARRIED) == (
        "Thông qua chương trình đại hội: tán thành 147/150, đạt 98,00% số đại biểu làm căn cứ"
        " tính; không tán thành 1; ý kiến khác 0. Đại hội thông qua."
    )


def test_that_the_minutes_say_why_a_motion_is_not_carried_and_who_was_silent():
    assert said(LOST) == (
        "Lùi giờ bế mạc: tán thành 75/150, đạt 50,00% số đại biểu làm căn cứ tính;"
        " không tán thành 0; ý kiến khác 3; không biểu quyết 70. Đại hội không thông qua: cần ít"
        " nhất 76 đại biểu tán thành, quá một phần hai của 150"
        " (Quy chế bầu cử trong Đảng, 190-QĐ/TW)."
    )


def test_that_a_motion_without_a_vote_says_what_became_of_it():
    assert said(a_motion()).endswith("chưa biểu quyết.")
    cancelled = a_motion(state=MotionState.CANCELLED, cancel_reason="đã rút")
    assert "(đã rút)" in said(cancelled)
    assert spoken_sentence(a_motion(), RULES, WORDS) == ""
    assert spoken_sentence(cancelled, RULES, WORDS) == ""


def test_that_the_chair_can_read_the_result_aloud():
    assert spoken_sentence(CARRIED, RULES, WORDS) == (
        "Kết quả biểu quyết: có 147 trên tổng số 150 đại biểu làm căn cứ tính tán thành, đạt tỷ"
        " lệ 98,00%; 1 đại biểu không tán thành; không có ý kiến khác. Như vậy, đại hội đã thông"
        " qua nội dung này."
    )
    aloud = spoken_sentence(LOST, RULES, WORDS)
    assert "không có đại biểu nào không tán thành; 3 đại biểu có ý kiến khác" in aloud
    assert "70 đại biểu không biểu quyết" in aloud
    assert aloud.endswith("chưa được đại hội thông qua, vì cần ít nhất 76 đại biểu tán thành.")


def test_that_braces_and_marks_in_a_matter_stay_as_they_are():
    odd = a_motion(matter="Đổi {tên} thành **Mới**", hands=Hands(in_favour=10))
    assert said(odd).startswith("Đổi {tên} thành **Mới**: tán thành 10/10")


@pytest.mark.parametrize("style", STYLES)
def test_that_every_kind_and_outcome_has_its_words_in_every_style(style):
    words = wording_of(style)
    for outcome in MotionOutcome:
        assert words.knows(f"motion.outcome.{outcome.value}")
    worded = {d.kind for d in templates()}
    assert set(MotionKind) - worded == {MotionKind.WITHDRAWAL, MotionKind.FREE}


DUTIES = (
    Duty(organ=Organ.PRESIDIUM, name="Hoàng Hồng Minh", title="Thành viên"),
    Duty(organ=Organ.PRESIDIUM, name="Dương Quốc Sơn"),
    Duty(organ=Organ.COUNTING_BOARD, name="Phan Kim Ngân", title="Trưởng ban"),
)
ELECTIONS = (
    Election(id=7, code="BCH", title="Bầu Ban Chấp hành", seats=2, candidates=sheets.candidates(3)),
    Election(id=8, code="BT", title="Bí thư", seats=1),
)


def templates():
    return motion_templates(sheets.CONGRESS, DUTIES, ELECTIONS)


def test_that_the_usual_motions_carry_the_names_and_numbers_of_the_file():
    matters = {(d.kind, d.election_id): d.matter for d in templates()}
    assert matters[MotionKind.PRESIDIUM, 0] == (
        "Bầu Đoàn chủ tịch gồm 2 đồng chí: Hoàng Hồng Minh, Dương Quốc Sơn"
    )
    assert matters[MotionKind.COUNTING_BOARD, 0] == ("Bầu Ban kiểm phiếu: đồng chí Phan Kim Ngân")
    assert matters[MotionKind.SECRETARIAT, 0] == "Bầu Đoàn thư ký"
    assert matters[MotionKind.NUMBER_AND_LIST, 7] == (
        "Thông qua số lượng 2 đồng chí và danh sách bầu cử 3 đồng chí để bầu Ban Chấp hành"
    )
    assert matters[MotionKind.NUMBER_AND_LIST, 8] == "Thông qua số lượng 1 đồng chí để bầu Bí thư"


def test_that_the_usual_motions_stand_in_the_order_of_a_congress():
    kinds = [draft.kind for draft in templates()]
    assert kinds[0] is MotionKind.PRESIDIUM
    assert kinds[-1] is MotionKind.RESOLUTION
    assert kinds.index(MotionKind.NUMBER_AND_LIST) < kinds.index(MotionKind.COUNTING_BOARD)


AGAIN = replace(CARRIED, id=3, repeats=2, repeat_reason="thảo luận thêm", matter=LOST.matter)
WAITING = a_motion(id=4, base=None, present=None, matter="Nghị quyết")
ALL = (CARRIED, LOST, AGAIN, WAITING)


def test_that_the_list_shows_every_vote_with_its_outcome():
    document = motions_list(sheets.CONGRESS, ALL, sheets.HEAD)
    table = next(b for b in document.blocks if isinstance(b, Table))
    assert [row[-1] for row in table.rows] == [
        "thông qua",
        "đã biểu quyết lại",
        "thông qua",
        "chưa biểu quyết",
    ]
    assert table.rows[0][2:9] == ("150", "148", "147", "1", "0", "0", "98,00")
    assert table.rows[3][2:9] == ("", "", "", "", "", "", "")
    text = document_text(document)
    assert "tán thành **147/150**, đạt **98,00%**" in text
    assert text.count("tán thành **") == 3


def test_that_a_list_without_motions_says_so():
    assert "Chưa có nội dung biểu quyết nào." in document_text(
        motions_list(sheets.CONGRESS, (), sheets.HEAD)
    )


def test_that_the_sheet_holds_numbers_as_numbers_and_mutes_what_counts_no_more():
    sheet = motions_sheet(sheets.CONGRESS, ALL, WORDS)
    rows = sheet.sections[0].rows
    assert [row.tone for row in rows] == [Tone.PLAIN, Tone.MUTED, Tone.PLAIN, Tone.PLAIN]
    assert rows[0].values[2:10] == (150, 148, 76, 147, 1, 0, 0, Decimal("98.00"))
    assert rows[2].values[-1] == "biểu quyết lại nội dung số 2: thảo luận thêm"
    assert rows[3].values[2:10] == (None,) * 8
    assert all(len(row.values) == len(sheet.columns) for row in rows)


def test_that_a_remark_tells_of_corrections_and_of_numbers_typed_by_hand():
    motion = replace(CARRIED, roll_id=0, change_reason="đếm sót", note="giơ thẻ")
    note = motions_sheet(sheets.CONGRESS, [motion], WORDS).sections[0].rows[0].values[-1]
    assert note == "đã sửa: đếm sót; số làm căn cứ tính và số có mặt nhập bằng tay; giơ thẻ"


def test_that_the_list_prints_and_its_text_can_be_read_back():
    texts = page_texts(printed(motions_list(sheets.CONGRESS, ALL * 15, sheets.HEAD)))
    assert len(texts) > 2
    assert "98,00%" in " ".join(texts)
    assert all("Nội dung biểu quyết" in text for text in texts[:2])


def test_that_each_counting_board_is_a_motion_of_its_own():
    duties = (
        *DUTIES,
        Duty(organ=Organ.COUNTING_BOARD, name="Vũ Riêng", election_id=8),
    )
    drafts = motion_templates(sheets.CONGRESS, duties, ELECTIONS)
    boards = {d.election_id: d.matter for d in drafts if d.kind is MotionKind.COUNTING_BOARD}
    assert boards == {
        0: "Bầu Ban kiểm phiếu: đồng chí Phan Kim Ngân",
        8: "Bầu Ban kiểm phiếu để bầu Bí thư: đồng chí Vũ Riêng",
    }
    company = replace(sheets.CONGRESS, rules=replace(sheets.CONGRESS.rules, word_comrade="người"))
    shared = motion_templates(company, DUTIES, ELECTIONS)
    assert "Bầu Ban kiểm phiếu: Phan Kim Ngân" in [d.matter for d in shared]
    own = motion_templates(sheets.CONGRESS, duties[-1:], ELECTIONS)
    assert [d.election_id for d in own if d.kind is MotionKind.COUNTING_BOARD] == [8]


def test_that_a_sentence_says_what_counts_no_more_and_why_it_was_changed():
    cancelled = replace(WAITING, state=MotionState.CANCELLED, cancel_reason="rút lại")
    changed = replace(AGAIN, change_reason="đếm sót")
    text = document_text(motions_list(sheets.CONGRESS, (LOST, changed, cancelled), sheets.HEAD))
    assert "(đã biểu quyết lại)" in text
    assert "(biểu quyết lại nội dung số 1: thảo luận thêm; đã sửa: đếm sót)" in text
    assert text.count("rút lại") == 1


def test_that_the_signatures_never_stand_alone_on_a_page():
    document = motions_list(sheets.CONGRESS, ALL, sheets.HEAD)
    ending = document.blocks[-1]
    assert isinstance(ending, KeepTogether)
    assert isinstance(ending.blocks[0], Paragraph)
    assert isinstance(ending.blocks[-1], Signatures)
