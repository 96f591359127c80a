"""Minutes written around locked numbers, by the keyboard alone."""

from __future__ import annotations

import unicodedata

import pytest
from bench import ALT, CTRL, DOWN, ENTER, ESC, TAB
from congress_files import granted
from minutes_bench import minutes_desk
from paper_parts_acts import MINUTES, A, a_held_congress, shown
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from running_acts import item_of
from window_bench import Window

from congress_desk.actions import minutes as paper_parts
from congress_desk.actions import motions
from congress_desk.actions.running import items as running
from congress_desk.domain.minutes.paper_fields import PartState, fields_in
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.motions import Hands
from congress_desk.storage.opening import open_file
from congress_desk.ui.desks.minutes.chips import PLACEHOLDER
from congress_desk.ui.desks.minutes.replace_dialog import ReplaceDialog

SPACE = Qt.Key.Key_Space
HOME, END, LEFT, RIGHT = Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right
BACKSPACE, DELETE, INSERT = Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALL, COPY, CUT, PASTE, UNDO, BOLD = (
    (key, CTRL)
    for key in (
        Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_Z, Qt.Key.Key_B,
    )
)  # fmt: skip
TO_START, TO_END = (HOME, CTRL), (END, CTRL)
VOTE = "motion:2"


def changed_vote(file, in_favour=6):
    hands = Hands(in_favour=in_favour, against=2)
    granted(motions.change_vote(file, 2, hands, announced_by="B", reason="đếm lại", actor=A))


def edited_vote(file):
    seen = shown(file, VOTE).values
    text = "Đồng ý: {in_favour} phiếu."
    granted(paper_parts.edit_part(file, MINUTES, VOTE, text, seen=seen, actor=A))


def free_parts(file):
    for text in ("Tặng hoa.", "Văn nghệ."):
        granted(paper_parts.add_free_part(file, MINUTES, after="opening", text=text, actor=A))


def into_editor(bench, record=VOTE):
    bench.choose(record)
    bench.desk.table.setFocus()
    bench.press(ENTER)
    assert bench.keyboard == "partText"


def gone_and_back(bench):
    """Go to another desk and come back; the window itself stays."""
    QApplication.sendEvent(bench.desk, QHideEvent())
    bench.settle()


def later(bench):
    """Wait until what was typed is kept by itself."""
    bench.qtbot.waitUntil(lambda: not bench.desk._delay.isActive(), timeout=5_000)
    bench.settle()


def test_that_the_arrows_walk_the_parts_and_each_says_what_is_printed(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        assert bench.keyboard == "partsTable"
        assert bench.part.record == "opening"
        assert "khai mạc hồi" in bench.desk.final.toPlainText()
        bench.press(DOWN)
        assert bench.part.record == "presence"
        assert "Dự đại hội: 8 (tám)" in bench.desk.final.toPlainText()


def test_that_what_is_typed_is_kept_by_itself_after_a_moment(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        into_editor(bench)
        bench.press(TO_END, " Đại hội vỗ tay.")
        assert bench.desk.panel.unsaved
        later(bench)
        assert not bench.desk.unsaved
        kept = bench.kept()[VOTE]
        assert kept.text.endswith(" Đại hội vỗ tay.")
        assert "{in_favour}/{base}" in kept.text
        assert bench.part.state is PartState.EDITED
        assert bench.keyboard == "partText"


@pytest.mark.parametrize(
    "leave",
    [
        lambda bench: bench.press(ESC),
        lambda bench: bench.press(TAB),
        lambda bench: bench.press((Qt.Key.Key_2, ALT)),
        lambda bench: gone_and_back(bench),
        lambda bench: bench.choose("closing"),
    ],
)
def test_that_nothing_is_lost_when_the_editor_is_left_at_once(qtbot, tmp_path, leave):
    with minutes_desk(tmp_path, qtbot) as bench:
        into_editor(bench)
        bench.press(TO_END, " Xong.")
        leave(bench)
        bench.settle()
        assert bench.kept()[VOTE].text.endswith(" Xong.")


def test_that_one_edit_is_one_act_however_it_is_left(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        before = len(bench.ask(lambda file: file.journal_lines()))
        into_editor(bench)
        bench.press(TO_END, " Xong.", ESC)
        gone_and_back(bench)
        assert len(bench.ask(lambda file: file.journal_lines())) == before + 1


def test_that_every_number_stands_as_one_letter_that_goes_whole_or_stays(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        into_editor(bench)
        fields = fields_in(bench.part.default, bench.part.values)
        assert bench.editor.toPlainText().count(PLACEHOLDER) == len(fields)
        bench.press(TO_START, DELETE)
        assert fields_in(bench.editor.prose(), bench.part.values) == fields[1:]
        bench.press(UNDO)
        assert fields_in(bench.editor.prose(), bench.part.values) == fields


def test_that_backspace_takes_out_a_number_and_the_desk_says_so_until_it_is_back(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        into_editor(bench)
        bench.press(TO_START, RIGHT, BACKSPACE)
        later(bench)
        assert bench.part.missing == ("matter",)
        assert "nội dung biểu quyết" in bench.desk.panel.said.text()
        box = bench.desk.panel.fields
        assert box.currentText() == "Thiếu số liệu: 1"
        box.setFocus()
        bench.press(DOWN)
        box.activated.emit(1)
        later(bench)
        assert bench.part.missing == ()
        assert bench.editor.prose().startswith("{matter}")


def test_that_typing_on_either_side_of_a_number_leaves_it_alone(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        into_editor(bench)
        place = bench.editor.toPlainText().index(PLACEHOLDER)
        bench.press(TO_START, *[RIGHT] * place, "<")
        bench.press(RIGHT, ">")
        assert bench.editor.prose() == "Đồng ý: <{in_favour}> phiếu."
        bench.press(BACKSPACE, LEFT, BACKSPACE)
        assert bench.editor.prose() == "Đồng ý: {in_favour} phiếu."
        assert bench.desk.final.toPlainText() == "Đồng ý: 7 phiếu."


def test_that_an_input_method_types_vietnamese_beside_a_number(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        into_editor(bench)
        place = bench.editor.toPlainText().index(PLACEHOLDER)
        bench.press(TO_START, *[RIGHT] * (place + 1))
        event = QInputMethodEvent()
        event.setCommitString(unicodedata.normalize("NFD", " đủ"))
        QApplication.sendEvent(bench.editor, event)
        later(bench)
        assert bench.kept()[VOTE].text == "Đồng ý: {in_favour} đủ phiếu."


def test_that_typing_over_everything_leaves_the_part_with_what_was_typed(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        into_editor(bench)
        bench.press(ALL, "Không ghi.")
        later(bench)
        assert bench.kept()[VOTE].text == "Không ghi."
        assert len(bench.part.missing) == len(fields_in(bench.part.default, bench.part.values))


def test_that_an_emptied_part_says_that_it_is_left_out(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        into_editor(bench)
        bench.press(ALL, DELETE)
        later(bench)
        assert bench.kept()[VOTE].text == ""
        assert "không in" in bench.desk.panel.said.text()
        assert bench.desk.final.toPlainText() == ""


def test_that_a_cut_number_comes_back_by_pasting_and_elsewhere_is_its_value(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        into_editor(bench)
        bench.press(ALL, CUT)
        assert bench.editor.prose() == ""
        assert QGuiApplication.clipboard().text() == "Đồng ý: 7 phiếu."
        bench.press(PASTE, PASTE)
        assert bench.editor.prose() == "Đồng ý: {in_favour} phiếu." * 2


def test_that_text_from_elsewhere_comes_in_plain(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        into_editor(bench)
        found = QMimeData()
        found.setText(f"Dòng một\r\nDòng {PLACEHOLDER}hai")
        found.setHtml("<b>Dòng</b><img src='x'>")
        QGuiApplication.clipboard().setMimeData(found)
        bench.press(TO_END, PASTE)
        assert bench.editor.prose() == "Đồng ý: {in_favour} phiếu.Dòng một\nDòng hai"


def test_that_a_number_of_another_part_is_pasted_as_words(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        into_editor(bench)
        bench.press(ALL, COPY)
        into_editor(bench, "closing")
        bench.press(TO_END, PASTE)
        assert bench.editor.prose().endswith("Đồng ý: 7 phiếu.")


def test_that_bold_is_kept_and_printed(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        into_editor(bench)
        bench.press(TO_END, BOLD, " Nhất trí", BOLD, " cao.")
        later(bench)
        assert bench.kept()[VOTE].text == "Đồng ý: {in_favour} phiếu.** Nhất trí** cao."


def test_that_every_usual_prose_comes_out_of_the_editor_as_it_went_in(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        for index in range(len(CongressPaper)):
            bench.desk.papers.setCurrentIndex(index)
            bench.settle()
            for record in bench.records():
                bench.choose(record)
                assert bench.desk.panel.prose == bench.part.text.rstrip()
                assert not bench.desk.unsaved


def test_that_changed_numbers_are_shown_told_and_marked_as_looked_at_with_one_key(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        bench.act(changed_vote)
        bench.session.changed.emit(frozenset({"motions"}))
        bench.settle()
        bench.choose(VOTE)
        assert bench.part.state is PartState.TO_LOOK_AT
        assert "số tán thành 7 → 6" in bench.desk.panel.said.text()
        assert bench.desk.head.state.text() == "1 phần cần xem lại"
        assert bench.desk.final.toPlainText() == "Đồng ý: 6 phiếu."
        bench.press(SPACE)
        assert bench.part.state is PartState.EDITED
        assert bench.part.text == "Đồng ý: {in_favour} phiếu."
        assert not bench.desk.head.state.isVisible()


def test_that_a_change_from_outside_takes_nothing_from_what_is_being_typed(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        into_editor(bench)
        bench.press(TO_END, " Đang gõ")
        bench.act(changed_vote)
        bench.session.changed.emit(frozenset({"motions"}))
        bench.settle()
        assert bench.editor.prose() == "Đồng ý: {in_favour} phiếu. Đang gõ"
        assert bench.desk.final.toPlainText() == "Đồng ý: 6 phiếu. Đang gõ"
        bench.press(" tiếp")
        later(bench)
        assert bench.kept()[VOTE].text.endswith(" Đang gõ tiếp")


def test_that_a_number_that_changes_under_the_first_words_typed_is_marked(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        into_editor(bench)
        bench.press(TO_END, " Bảy người đồng ý.")
        bench.act(changed_vote)
        bench.session.changed.emit(frozenset({"motions"}))
        bench.settle()
        bench.press(" Đang gõ tiếp.")
        later(bench)
        assert bench.part.state is PartState.TO_LOOK_AT
        bench.press(" Gõ nữa.")
        later(bench)
        assert bench.part.state is PartState.TO_LOOK_AT
        bench.run("look")
        assert bench.part.state is PartState.EDITED
        assert bench.kept()[VOTE].text.endswith("Gõ nữa.")


def test_that_a_step_back_takes_back_words_and_never_brings_an_old_number(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        into_editor(bench)
        bench.press(TO_END, " Thừa")
        bench.act(changed_vote)
        bench.session.changed.emit(frozenset({"motions"}))
        bench.settle()
        assert bench.editor._look("in_favour") == ("6", "look")
        bench.press(UNDO)
        assert bench.editor.prose() == "Đồng ý: {in_favour} phiếu."
        assert bench.desk.final.toPlainText() == "Đồng ý: 6 phiếu."


def test_that_what_was_typed_a_moment_before_the_window_closes_is_in_the_file(qtbot, tmp_path):
    file = a_held_congress(tmp_path)
    path = file.path
    file.close()
    window = Window(qtbot, path)
    desk = window.show_desk("minutes")
    desk.table.select_row([part.record for part in desk.table.records].index("closing"))
    window.settle()
    desk.panel.editor.insertPlainText("Lời cuối. ")
    window.close()
    again = granted(open_file(path))
    assert shown(again, "closing").text.startswith("Lời cuối. ")
    again.close()


def test_that_words_written_in_another_window_meanwhile_stay_beside_those_typed(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        into_editor(bench)
        seen = dict(bench.part.values)
        bench.press(TO_END, " Của tôi.")
        bench.act(paper_parts.edit_part, MINUTES, VOTE, "Của họ.", seen=seen, actor=A)
        later(bench)
        assert bench.kept()[VOTE].text == "Của họ."
        assert bench.part.record == "free:1"
        assert bench.part.text.endswith(" Của tôi.")
        assert bench.desk.notice.isVisible()


def test_that_notes_written_in_another_window_are_shown_at_once(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        report = item_of(bench.session._file, "Báo cáo").id
        bench.session.act(running.note_item, report, "Đồng ý toàn văn", actor=A, done=granted)
        bench.settle()
        bench.choose(f"report:{report}")
        assert "Đồng ý toàn văn." in bench.desk.final.toPlainText()


def test_that_the_usual_wording_comes_back_when_the_question_is_answered(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, edited_vote, ask=[False, True]) as bench:
        into_editor(bench)
        bench.run("restore")
        assert bench.part.state is PartState.EDITED
        bench.run("restore")
        assert bench.part.state is PartState.COMPUTED
        assert bench.editor.prose() == bench.part.default
        assert bench.messages.asked == ["Trở lại lời văn mặc định?"] * 2


def test_that_a_part_without_record_is_kept_and_removed_on_request(qtbot, tmp_path):
    def prepare(file):
        edited_vote(file)
        granted(motions.cancel_motion(file, 2, reason="nhầm", actor=A))

    with minutes_desk(tmp_path, qtbot, prepare, ask=[True]) as bench:
        bench.choose(VOTE)
        assert bench.part.state is PartState.ORPHANED
        assert bench.desk.final.toPlainText() == "Đồng ý: 7 phiếu."
        bench.desk.table.setFocus()
        bench.run("restore")
        assert VOTE not in bench.records()


def test_that_a_part_of_ones_own_is_added_typed_moved_and_removed(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, ask=[True]) as bench:
        bench.press(INSERT)
        assert bench.keyboard == "partText"
        bench.press("Đại hội tặng hoa.", ESC)
        assert bench.kept()["free:1"].text == "Đại hội tặng hoa."
        assert bench.records()[:3] == ["opening", "free:1", "presence"]
        bench.press((DOWN, ALT))
        assert bench.records()[:3] == ["opening", "presence", "free:1"]
        assert bench.part.record == "free:1"
        bench.press((Qt.Key.Key_Up, ALT), (Qt.Key.Key_Up, ALT))
        assert bench.records()[:2] == ["free:1", "opening"]
        bench.press((Qt.Key.Key_Up, ALT))
        bench.press(DELETE)
        assert bench.kept() == {}


def test_that_only_parts_of_ones_own_move_or_go(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot, free_parts) as bench:
        before = bench.records()
        bench.choose("presence")
        bench.press((DOWN, ALT), DELETE)
        assert bench.records() == before
        assert not bench.desk.remove.isEnabled()


def test_that_each_paper_has_its_own_parts(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        bench.press((Qt.Key.Key_2, ALT))
        assert {"targets", "charge"} <= set(bench.records())
        bench.choose("targets")
        assert "Kết nạp đảng viên" in bench.desk.final.toPlainText()
        bench.press((Qt.Key.Key_3, ALT))
        assert "opening:to" in bench.records()


def test_that_a_refused_text_stays_in_the_editor_and_says_why(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        into_editor(bench)
        bench.editor.setPlainText("x" * 20_001)
        later(bench)
        assert bench.desk.notice.isVisible()
        assert bench.desk.unsaved
        assert len(bench.editor.prose()) == 20_001
        bench.press(ALL, "Ngắn.")
        later(bench)
        assert not bench.desk.notice.isVisible()
        assert bench.kept()[VOTE].text == "Ngắn."


def test_that_a_refused_text_waits_in_its_part_when_another_is_looked_at(qtbot, tmp_path):
    with minutes_desk(tmp_path, qtbot) as bench:
        into_editor(bench)
        bench.editor.setPlainText("x" * 20_001)
        bench.choose("opening")
        later(bench)
        assert bench.desk.notice.isVisible()
        assert bench.desk.unsaved
        bench.choose(VOTE)
        assert len(bench.editor.prose()) == 20_001
        into_editor(bench)
        bench.press(ALL, "Ngắn.")
        later(bench)
        assert bench.kept()[VOTE].text == "Ngắn."
        bench.choose("opening")
        bench.choose(VOTE)
        assert bench.editor.prose() == "Ngắn."
        assert not bench.desk.unsaved


def test_that_the_paper_is_seen_as_printed_in_the_documents_with_one_key(qtbot, tmp_path):
    file = a_held_congress(tmp_path)
    path = file.path
    file.close()
    window = Window(qtbot, path)
    desk = window.show_desk("minutes")
    desk.papers.setCurrentIndex(1)
    window.settle()
    desk.preview.click()
    window.settle()
    assert window.main.workspace.desk_key == "papers"
    papers = window.desk
    qtbot.waitUntil(papers.idle, timeout=20_000)
    assert papers._chosen().kind == "resolution"
    window.close()


def test_that_words_are_found_and_replaced_in_a_part_around_its_figures(tmp_path, qtbot):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        into_editor(bench)
        bench.press((Qt.Key.Key_H, CTRL))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReplaceDialog)
        assert not dialog.submit.isEnabled()
        dialog.old.setText("in_favour")
        assert not dialog.submit.isEnabled(), "a figure is no words"
        dialog.old.setText("phiếu")
        assert dialog.said.text() == "1 chỗ trong phần này"
        dialog.new.setText("đại biểu")
        dialog.submit.click()
        assert dialog.said.text().startswith("Đã thay 1 chỗ")
        dialog.reject()
        bench.settle()
        assert bench.kept()[VOTE].text == "Đồng ý: {in_favour} đại biểu."


def test_that_what_was_replaced_is_taken_back_at_once_and_bold_stays_bold(tmp_path, qtbot):
    with minutes_desk(tmp_path, qtbot, edited_vote) as bench:
        into_editor(bench)
        before = bench.editor.prose()
        bench.press(ALL, BOLD)
        assert bench.editor.replace_all("ý", "thuận") == 1
        assert bench.editor.prose() == "**Đồng thuận: {in_favour} phiếu.**"
        bench.press(UNDO, UNDO)
        assert bench.editor.prose() == before
