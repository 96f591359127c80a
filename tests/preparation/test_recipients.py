"""Which texts of the congress go to whom: said once, counted from the register, printed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import code_of, granted
from document_text import document_text
from preparation_acts import ACTOR, a_preparation
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_bench import Window

from congress_desk.actions.congress import edit_congress
from congress_desk.actions.duties.members import add_member
from congress_desk.actions.elections.ballot_boxes import set_boxes
from congress_desk.actions.people.groups import add_group, assign_group, rename_group
from congress_desk.actions.people.register import add_person, edit_people
from congress_desk.actions.preparation.copies import hand_out_copies, number_copies
from congress_desk.actions.preparation.texts import edit_text, import_texts, set_recipients
from congress_desk.actions.undo_change import undo_change
from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import CongressKind, Person
from congress_desk.errors import Refusal
from congress_desk.imports.setup.texts import text_file
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.congress import congress
from congress_desk.queries.preparation import preparation_view, texts
from congress_desk.queries.recipients import recipient_reader
from congress_desk.storage.opening import open_file
from congress_desk.storage.reading.elections.ballot_boxes import ballot_boxes

# Person 1 is of the presidium and of delegation and group 1: three times named, one copy.
SAID = "Đoàn chủ tịch; Chi bộ 1; Tổ 1; Khách mời; Lưu hồ sơ: 2"


@pytest.fixture
def file(tmp_path):
    """Six delegates and a guest; two of one name; an organ, a group, a delegation."""
    made = a_preparation(tmp_path)
    granted(edit_people(made, [1, 2], {"delegation": "Chi bộ 1"}, actor=ACTOR))
    granted(add_person(made, Person(code="007", name="Đại biểu 6"), actor=ACTOR))
    granted(add_group(made, "Tổ 1", actor=ACTOR))
    granted(assign_group(made, [1, 3], 1, actor=ACTOR))
    for name, person in (("Đại biểu 1", 1), ("Bí thư Quận ủy", 0)):
        duty = Duty(organ=Organ.PRESIDIUM, name=name, person_id=person)
        granted(add_member(made, duty, actor=ACTOR))
    yield made
    made.close()


def paper(file, kind: str) -> str:
    found = next(p for p in available(file) if p.kind == kind)
    return document_text(make_paper(file, found).content).replace("**", "")


def test_that_everybody_gets_one_copy_in_however_many_lists_they_are(file):
    granted(set_recipients(file, [1, 2], SAID, actor=ACTOR))
    gets = recipient_reader(file).read(texts(file)[0].recipients)
    assert [r.name for r in gets.receivers] == [
        "Đại biểu 1", "Bí thư Quận ủy", "Đại biểu 2", "Đại biểu 3", "Khách",
    ]  # fmt: skip
    assert (gets.copies, gets.text) == (7, SAID)
    granted(edit_people(file, [4], {"group_id": 1}, actor=ACTOR))
    assert recipient_reader(file).read(SAID).copies == 8
    assert granted(undo_change(file, "texts", actor=ACTOR)) == "set_recipients"
    assert {text.recipients for text in texts(file)} == {""}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("toàn thể đại biểu", "Đại biểu"),
        ("Đoàn chủ tịch, tổ 1", "Đoàn chủ tịch; Tổ 1"),
        ("doan chi bo 1", "Chi bộ 1"),
        ("đoàn chi bộ 1", "Chi bộ 1"),
        ("003; Đại biểu 6 (007)\nBáo chí: 10 bản.", "Đại biểu 3; Đại biểu 6 (007); Báo chí: 10"),
        ("Đại biểu 6", "recipient_several"),
        ("Đại biểu 6 (003)", "recipient_unknown"),
        ("Lưu", "recipient_unknown"),
        ("Lưu: 0", "copies_wrong"),
        ("; ;", ""),
    ],
)
def test_that_who_gets_it_is_read_as_offices_write_it(file, typed, kept):
    found = recipient_reader(file).checked(typed)
    assert (code_of(found) if isinstance(found, Refusal) else found.text) == kept


def test_that_a_word_that_means_nobody_is_refused_and_one_that_no_longer_does_is_told(file):
    refused = set_recipients(file, [1], "Đại biểu; Ban văn nghệ", actor=ACTOR)
    assert (
        code_of(refused) == "recipient_unknown" and refused.first.params["name"] == "Ban văn nghệ"
    )
    granted(set_recipients(file, [1], "Chi bộ 1; Lưu: 2", actor=ACTOR))
    granted(edit_people(file, [1, 2], {"delegation": ""}, actor=ACTOR))
    text = texts(file)[0]
    gets = recipient_reader(file).read(text.recipients)
    assert ([w.code for w in gets.wrong], gets.copies) == (["recipient_unknown"], 2)
    assert (
        granted(edit_text(file, replace(text, note="x"), actor=ACTOR)).recipients == text.recipients
    )


def test_that_a_delegation_renamed_whole_is_called_anew_where_it_is_named(file):
    granted(set_recipients(file, [1], "Chi bộ 1; Lưu: 2", actor=ACTOR))
    boxes = [BallotBox(name="Hòm 1", voters=("Dãy A", "Chi bộ 1"))]
    granted(set_boxes(file, boxes, actor=ACTOR))
    granted(edit_people(file, [1], {"delegation": "Chi bộ 2"}, actor=ACTOR))
    assert texts(file)[0].recipients == "Chi bộ 1; Lưu: 2"  # one of two has gone elsewhere
    granted(edit_people(file, [2], {"delegation": "Chi bộ 3"}, actor=ACTOR))
    assert texts(file)[0].recipients == "Chi bộ 3; Lưu: 2"
    assert ballot_boxes(file)[0].voters == ("Dãy A", "Chi bộ 3")
    granted(set_recipients(file, [2], "Tổ 1", actor=ACTOR))
    granted(rename_group(file, 1, "Tổ thảo luận số 1", actor=ACTOR))
    assert texts(file)[1].recipients == "Tổ thảo luận số 1"
    granted(edit_people(file, [2], {"delegation": ""}, actor=ACTOR))
    assert texts(file)[0].recipients == "Chi bộ 3; Lưu: 2"
    assert file.check() == []


def test_that_the_papers_count_by_text_and_delegation_and_name_whoever_signs(file):
    granted(set_recipients(file, [1], SAID, actor=ACTOR))
    granted(set_recipients(file, [2], "Đại biểu", actor=ACTOR))
    whole = paper(file, "distribution")
    for words in (
        "Số tài liệu: 2; tổng số bản cần in: 14",
        f"1 | Báo cáo chính trị | Dự thảo 1 | {SAID} | 5 | 2 | 7",
        "Cộng |  |  | 12 | 2 | 14",
        "1 | Chi bộ 1 | 2 | 2 | 4",
        "2 | Khách mời | 1 |  | 1",
        "3 | Không ghi đoàn, đơn vị | 2 | 5 | 7",
        "4 | Ngoài danh sách | 2 |  | 2",
        "Cộng | 7 | 7 | 14",
        "Lưu hồ sơ: 2",
    ):
        assert words in whole, (words, whole)
    names = paper(file, "recipients")
    assert "Tổng số bản: 7, trong đó phát cho 5 người" in names
    assert "1 | 1 | Đại biểu 1" in names and "5 |  | Bí thư Quận ủy" in names


def test_that_who_gets_what_written_out_comes_in_again(file, tmp_path):
    granted(set_recipients(file, [1], f"{SAID}; Đại biểu 6 (007)", actor=ACTOR))
    before = texts(file)
    book = next(p for p in available(file) if p.kind == "preparation" and p.is_workbook)
    path = tmp_path / "chuan-bi.xlsx"
    assert write_paper(make_paper(file, book), path) is None
    granted(set_recipients(file, [1], "", actor=ACTOR))
    found = granted(text_file(file, path))
    assert (found.texts, found.told) == ((), {1: before[0].recipients})
    granted(import_texts(file, found.texts, told=found.told, source=path.name, actor=ACTOR))
    assert texts(file) == before
    wrong = tmp_path / "sai.csv"
    wrong.write_text("TT,Văn bản,Nơi nhận\n1,Diễn văn,Tổ 9; Đại biểu 6\n", "utf-8")
    assert [(p.code, p.place.row) for p in text_file(file, wrong).problems] == [
        ("recipient_unknown", 2), ("recipient_several", 2),
    ]  # fmt: skip


def test_that_numbered_copies_go_to_whoever_gets_the_text(file):
    granted(set_recipients(file, [1], "Tổ 1; Chi bộ 1", actor=ACTOR))
    granted(number_copies(file, 1, 9, comes_back=True, actor=ACTOR))
    handed = granted(hand_out_copies(file, 1, actor=ACTOR))
    assert sorted(copy.person_id for copy in handed.out) == [1, 2, 3]


def test_that_a_meeting_of_all_members_is_asked_nothing_of_it_before_somebody_began(file):
    details = replace(congress(file).details, kind=CongressKind.PARTY_MEMBERS)
    granted(edit_congress(file, details, actor=ACTOR))
    assert not preparation_view(file).distributes
    granted(set_recipients(file, [1], "Lưu: 2", actor=ACTOR))
    assert preparation_view(file).distributes


def test_that_who_gets_texts_is_ticked_and_typed_by_keys(qtbot, file):
    details = replace(congress(file).details, kind=CongressKind.PARTY_MEMBERS)
    granted(edit_congress(file, details, actor=ACTOR))
    file.close()
    window = Window(qtbot, file.path)
    desk = window.show_desk("preparation")
    desk.tabs.setCurrentIndex(1)
    window.settle()
    desk.texts.table.selectAll()
    shown = desk.texts.buttons["recipients"]
    assert not shown.isVisible() and desk.texts.buttons["comment"].isVisible()
    # Asked for in the menu of the table: from then on it is in sight.
    desk.texts.commands.run("recipients")
    window.settle()
    dialog = QApplication.activeModalWidget()
    QTest.keyClick(dialog.parts, Qt.Key.Key_Space)
    assert "7 bản" in dialog.sum.text
    dialog.others.setText("Ban văn nghệ")
    assert "Ban văn nghệ" in dialog.sum.text
    dialog.submit.click()
    window.settle()
    assert dialog.isVisible() and "Ban văn nghệ" in dialog.said.text()
    dialog.others.setText("Khách; Lưu: 2")
    dialog.submit.click()
    window.settle()
    assert shown.isVisible()
    desk.texts.commands.run("undo")
    window.settle()
    assert not shown.isVisible()
    assert desk.notice.title == "Đã hoàn tác: ghi nơi nhận văn bản"
    window.close()
    again = granted(open_file(file.path))
    assert {text.recipients for text in texts(again)} == {""}
    assert again.journal_lines()[-2].act == "set_recipients"
    again.close()
