"""Several ballot boxes: who votes at which, what each adds up to, and how many have cast."""

from __future__ import annotations

import pytest
from ballot_acts import printed
from congress_files import a_congress, a_round, an_election, code_of, granted, round_of
from document_text import document_text
from issue_acts import ACTOR, a_line, write
from PySide6.QtWidgets import QApplication
from window_bench import Window

from congress_desk.actions.elections.ballot_boxes import count_cast, set_boxes, undo_boxes
from congress_desk.actions.elections.ballot_issue import write_issue_lines
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.register import edit_people
from congress_desk.domain.ballot_papers.ballot_box import BallotBox, boxes_text, read_boxes
from congress_desk.domain.ballot_papers.issue_register import IssueKind
from congress_desk.domain.people.register import Direction
from congress_desk.imports.setup.boxes import box_file
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.elections.ballot_issue import issue_register, issue_view
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.people import register
from congress_desk.reports.ballot_papers.forms import BallotForm, Colour
from congress_desk.storage.opening import open_file
from congress_desk.storage.reading.elections.ballot_boxes import ballot_boxes
from congress_desk.ui.desks.elections.ballot_issue.line_dialog import begun_line

TWO = "Hòm 1: Đoàn chủ tịch; Chi bộ 1\nHòm 2: Chi bộ 2"


@pytest.fixture
def file(tmp_path):
    """Two boxes, 4 papers handed out at the first and 3 at the second, both sealed."""
    made = a_congress(tmp_path)
    granted(set_boxes(made, granted(read_boxes(TWO)), actor=ACTOR))
    found = a_round(made)
    write(
        made,
        found.id,
        a_line(IssueKind.BOX_SEALED, box_id=1),
        a_line(IssueKind.BOX_SEALED, box_id=2),
        a_line(IssueKind.HANDED, 4, "Chi bộ 1", box_id=1),
        a_line(IssueKind.HANDED, 3, "Chi bộ 2", box_id=2),
        a_line(IssueKind.EXCHANGED, 1, "Chi bộ 2", box_id=2),
        a_line(IssueKind.TAKEN_BACK, 1, "Chi bộ 1", box_id=1),
    )
    yield made
    made.close()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (": Chi bộ 1", "box_without_name"),
        ("Hòm 1\nHÒM 1", "box_name_twice"),
        ("Hòm 1: A; B\nHòm 2: b", "box_voters_twice"),
        ("\n".join(f"Hòm {i}" for i in range(61)), "boxes_too_many"),
        ("Hòm 1: " + "x" * 201, "box_too_long"),
    ],
)
def test_that_boxes_that_cannot_be_are_refused(text, code):
    assert code_of(read_boxes(text)) == code


def test_that_boxes_read_as_they_are_written():
    boxes = granted(read_boxes(f" {TWO} \n\n"))
    assert boxes == (
        BallotBox(name="Hòm 1", voters=("Đoàn chủ tịch", "Chi bộ 1")),
        BallotBox(name="Hòm 2", voters=("Chi bộ 2",)),
    )
    assert boxes_text(boxes) == TWO
    table = "Hòm phiếu\tĐoàn\nHòm 1\tĐoàn chủ tịch\n\tChi bộ 1\nHòm 2\tChi bộ 2\n"
    assert granted(read_boxes(table)) == boxes
    assert code_of(read_boxes("\tChi bộ 1\nHòm 1\tChi bộ 2")) == "box_without_name"
    assert code_of(read_boxes(f"{table}Hòm 3\tChi bộ 2")) == "box_voters_twice"


def a_box_list(folder, *rows: str):
    path = folder / "hom.csv"
    path.write_text("\n".join(("THỨ TỰ BỎ PHIẾU,,", "Hòm số,TT,Đoàn", *rows)), "utf-8")
    return path


def test_that_boxes_come_in_from_a_list_whole_or_each_wrong_row_is_named(file, tmp_path):
    granted(edit_people(file, [1], {"delegation": "Chi bộ 1"}, actor=ACTOR))
    found = granted(box_file(file, a_box_list(tmp_path, "1,1,Chi bộ 1", ",2,Dãy C; Dãy D", "2,1,")))
    assert found.boxes == (
        BallotBox(name="Hòm 1", voters=("Chi bộ 1", "Dãy C", "Dãy D")),
        BallotBox(name="Hòm 2"),
    )
    assert [note.params["units"] for note in found.notes] == ["Dãy C; Dãy D"]
    wrong = box_file(file, a_box_list(tmp_path, ",1,Chi bộ 3", "1,1,Chi bộ 1", "2,1,CHI BỘ 1"))
    assert [(p.code, p.place.row, p.place.file) for p in wrong.problems] == [
        ("box_row_without_box", 3, "hom.csv"), ("box_row_twice", 5, "hom.csv"),
    ]  # fmt: skip
    assert code_of(box_file(file, a_box_list(tmp_path))) == "box_book_without_boxes"


def test_that_boxes_written_out_come_in_again_and_are_undone_as_one(tmp_path):
    file = a_congress(tmp_path)
    boxes = granted(set_boxes(file, granted(read_boxes(f"{TWO}\nHòm 3")), actor=ACTOR))
    for kind, suffix in (("boxes-book", "xlsx"), ("casting-order", "docx")):
        paper = next(p for p in available(file) if p.kind == kind)
        path = tmp_path / f"hom.{suffix}"
        assert write_paper(make_paper(file, paper), path) is None
        found = granted(box_file(file, path))
        granted(set_boxes(file, [], actor=ACTOR))
        granted(set_boxes(file, found.boxes, source=path.name, actor=ACTOR))
        again = ballot_boxes(file)
        assert [(b.name, b.voters) for b in again] == [(b.name, b.voters) for b in boxes]
    granted(undo_boxes(file, actor=ACTOR))
    assert ballot_boxes(file) == ()
    assert len(granted(undo_boxes(file, actor=ACTOR))) == 3
    file.close()


def test_that_each_box_adds_up_by_itself_and_the_vote_ends_with_the_last(file):
    found = round_of(file)
    register = issue_register(file, found.id)
    first, second = register.of_box(1), register.of_box(2)
    assert (register.issued, first.issued, second.issued, second.exchanged) == (6, 3, 3, 1)
    register = write(file, found.id, a_line(IssueKind.RETURNED, 3, box_id=1))
    assert register.returned is None
    late = write_issue_lines(file, found.id, [a_line(IssueKind.HANDED, 1, box_id=1)], actor=ACTOR)
    assert code_of(late) == "issue_box_open"
    write(file, found.id, a_line(IssueKind.HANDED, 1, "Chi bộ 2", box_id=2))
    twice = write_issue_lines(
        file, found.id, [a_line(IssueKind.RETURNED, 3, box_id=1)], actor=ACTOR
    )
    assert code_of(twice) == "issue_returned_twice"
    of_none = write_issue_lines(file, found.id, [a_line(IssueKind.RETURNED, 4)], actor=ACTOR)
    assert code_of(of_none) == "issue_box_missing"
    register = write(file, found.id, a_line(IssueKind.RETURNED, 4, box_id=2))
    assert (register.issued, register.returned) == (7, 7)
    assert (round_of(file).accounting.issued, round_of(file).accounting.returned) == (7, 7)


def test_that_a_box_in_use_stays_and_another_may_go(file):
    only_first = granted(read_boxes("Hòm 1: Chi bộ 1"))
    refused = set_boxes(file, only_first, actor=ACTOR)
    assert code_of(refused) == "box_is_used" and refused.first.params["name"] == "Hòm 2"
    three = granted(read_boxes(f"{TWO}\nHòm 3: Chi bộ 9"))
    assert [box.id for box in granted(set_boxes(file, three, actor=ACTOR))] == [1, 2, 3]
    assert len(granted(set_boxes(file, three[:2], actor=ACTOR))) == 2


def test_that_who_has_cast_is_a_number_and_nobody(file):
    found = round_of(file)
    assert granted(count_cast(file, found.id, 2, 3, actor=ACTOR)) == 3
    assert code_of(count_cast(file, found.id, 2, 1, actor=ACTOR)) == "cast_more_than_issued"
    assert granted(count_cast(file, found.id, 2, -2, actor=ACTOR)) == 1  # another window counts on
    assert granted(count_cast(file, found.id, 2, 2, actor=ACTOR)) == 3
    assert code_of(count_cast(file, found.id, 9, 1, actor=ACTOR)) == "box_unknown"
    assert issue_view(file, found.id).cast == {2: 3}
    changes = [line.changes for line in file.journal_lines() if line.act == "count_cast"]
    assert len(changes) == 3 and "person" not in str(changes)


def test_that_a_box_is_sealed_and_opened_by_its_name_where_there_are_several(file):
    refused = write_issue_lines(file, 1, [a_line(IssueKind.BOX_SEALED)], actor=ACTOR)
    assert code_of(refused) == "issue_box_missing"
    granted(set_boxes(file, granted(read_boxes(f"{TWO}\nHòm 3")), actor=ACTOR))
    write(file, 1, a_line(IssueKind.RETURNED, 3, box_id=1))
    view = issue_view(file, 1)
    kinds = (IssueKind.BOX_SEALED, IssueKind.RETURNED, IssueKind.HANDED)
    assert [begun_line(kind, view).box_id for kind in kinds] == [3, 2, 0]


def test_that_the_minutes_tell_every_box_and_the_hall_the_order(file):
    found = round_of(file)
    write(file, found.id, a_line(IssueKind.RETURNED, 3, box_id=1))
    write(file, found.id, a_line(IssueKind.RETURNED, 2, box_id=2))
    papers = {paper.kind: paper for paper in available(file)}
    minutes = document_text(make_paper(file, papers["issue-minutes"]).content).replace("**", "")
    for words in (
        "Hòm 2 được kiểm tra công khai",
        "Hòm 1 | 3 | 0 | 1 | 3",
        "Hòm 2 | 3 | 1 | 0 | 2",
        "Cộng | 6 | 1 | 1 | 5",
        "trong hòm có 2 phiếu",
        "Tổng số phiếu trong các hòm: 5",
    ):
        assert words in minutes, words
    order = document_text(make_paper(file, papers["casting-order"]).content)
    assert "Hòm 1 | 1 | Đoàn chủ tịch\nHòm 1 | 2 | Chi bộ 1\nHòm 2 | 1 | Chi bộ 2" in order


def test_that_two_papers_of_two_colours_are_named_as_cast_in_one_walk(tmp_path):
    file = a_congress(tmp_path, an_election("BCH", 4, 3), an_election("DB", 4, 3))
    granted(set_boxes(file, granted(read_boxes(TWO)), actor=ACTOR))
    for number, colour in ((1, Colour.PINK), (2, Colour.BLUE)):
        granted(printed(file, form=BallotForm(colour=colour), of=number))
    order = next(paper for paper in available(file) if paper.kind == "casting-order")
    said = document_text(make_paper(file, order).content).replace("**", "")
    titles = [election.title for election in elections(file)]
    walk = f"mỗi người 02 phiếu: phiếu {titles[0]} (màu hồng); phiếu {titles[1]} (màu xanh da trời)"
    assert walk in said, said
    file.close()


def test_that_cards_are_counted_at_a_box_once_each(qtbot, file):
    granted(check_in(file, 3, direction=Direction.OUT, actor=ACTOR))
    granted(edit_people(file, [2], {"delegation": "Chi bộ 1"}, actor=ACTOR))
    codes = {person.id: person.code for person in register(file)}
    file.close()
    window = Window(qtbot, file.path)
    desk = window.show_desk("elections")
    desk.show_at("issue", round_id := 1)
    window.settle()
    desk.screen_of("issue").commands.run("cast")
    window.settle()
    dialog = QApplication.activeModalWidget()

    def scan(code: str) -> str:
        dialog.card.setText(code)
        dialog.submit.click()
        window.settle()
        return dialog.said.text() if dialog.said.isVisible() else dialog.sum.text

    dialog.box.setCurrentIndex(1)
    assert "1/3" in scan(codes[1])
    assert "vừa được đếm" in scan(codes[1])
    assert "bỏ phiếu ở Hòm 1" in scan(codes[2]) and "2/3" in dialog.sum.text
    assert "không bỏ phiếu" in scan(codes[3])
    assert "Không có thẻ" in scan("XX-99")
    dialog.back.click()
    window.settle()
    dialog.reject()
    window.close()
    again = granted(open_file(file.path))
    assert issue_view(again, round_id).cast == {2: 1}
    again.close()


def test_that_delegations_are_shared_out_over_the_boxes_by_keys(qtbot, file, tmp_path):
    granted(edit_people(file, [1], {"delegation": "Chi bộ 1"}, actor=ACTOR))
    granted(set_boxes(file, granted(read_boxes(f"{TWO}\nHòm 3: Chi bộ 9")), actor=ACTOR))
    file.close()
    window = Window(qtbot, file.path)
    desk = window.show_desk("elections")
    desk.show_at("issue", 1)
    window.settle()
    assert desk.screen_of("issue").commands.why_not("seal") == ""
    assert desk.screen_of("issue").rows[0].text == "Chưa ghi kiểm tra, niêm phong: Hòm 3"
    desk.screen_of("issue").commands.run("boxes")
    window.settle()
    dialog = QApplication.activeModalWidget()
    dialog.lines.setPlainText("Hòm 1: Chi bộ 1")
    dialog.submit.click()
    window.settle()
    assert "giữ lại dòng của hòm này" in dialog.said.text()
    dialog.lines.setPlainText(f"{TWO}; Chi bộ 3")
    dialog.submit.click()
    window.settle()
    assert desk.screen_of("issue")._view.boxes[1].voters == ("Chi bộ 2", "Chi bộ 3")
    assert "niêm phong" in desk.screen_of("issue").commands.why_not("seal")
    desk.screen_of("issue").commands.run("boxes")
    window.settle()
    dialog = QApplication.activeModalWidget()
    listed = a_box_list(tmp_path, "1,1,Chi bộ 1", "2,1,Chi bộ 3", ",2,Chi bộ 9")
    window.messages.answers["open_file"] = [listed]
    dialog.list.click()
    window.settle()
    listed = QApplication.activeModalWidget()
    assert "2 hòm phiếu" in listed.sum.text and "Chi bộ 9" in listed.notes.text()
    listed.submit.click()
    window.settle()
    assert dialog.lines.toPlainText() == "Hòm 1: Chi bộ 1\nHòm 2: Chi bộ 3; Chi bộ 9"
    dialog.undo.click()
    window.settle()
    assert "Hòm 2: Chi bộ 2; Chi bộ 3" in dialog.lines.toPlainText()
    dialog.reject()
    window.close()
