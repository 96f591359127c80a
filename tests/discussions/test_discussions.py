"""The discussion in groups: opinions by part of a text, put together, on paper, from files."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest
from bench import type_text
from command_line import said_by
from congress_files import code_of, granted
from discussion_acts import ACTOR, FIRST, ROADS, SECOND, a_discussion
from document_text import document_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_bench import Window

from congress_desk.actions import discussions
from congress_desk.actions.people.groups import remove_group
from congress_desk.actions.preparation.texts import remove_text
from congress_desk.domain.discussions.opinion import GroupMeeting, Part, Stance
from congress_desk.domain.discussions.opinion_list import stance_of
from congress_desk.imports.setup.opinions import opinion_file
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.discussions import discussions_view
from congress_desk.queries.motions import motions
from congress_desk.storage.opening import open_file
from congress_desk.ui.desks.people.desk import DISCUSSIONS


@pytest.fixture
def file(tmp_path):
    made = a_discussion(tmp_path)
    yield made
    made.close()


def paper(file, kind: str, part: str = "") -> str:
    found = next(p for p in available(file) if (p.kind, p.part) == (kind, part))
    return document_text(make_paper(file, found).content).replace("**", "")


def test_that_what_was_said_twice_is_one_point_with_its_count_and_names_nobody(file):
    granted(discussions.edit_opinion_field(file, 3, "stance", Stance.CHANGE, actor=ACTOR))
    granted(discussions.merge_opinions(file, [2, 3], "Làm các đường hẻm", actor=ACTOR))
    said = paper(file, "discussion-synthesis")
    assert "- Làm các đường hẻm (2 ý kiến tại 2 tổ)." in said
    assert "tại 2 tổ, gồm 5 đại biểu; có mặt ……; có 4 lượt ý kiến" in said
    assert "1 nhất trí; 2 đề nghị bổ sung; 1 kiến nghị, đề xuất" in said
    assert said.index("Báo cáo chính trị") < said.index("Ý kiến, kiến nghị khác")
    assert "Ngô An" not in said
    minutes = paper(file, "discussion-minutes", "1")
    assert "Ngô An: Làm đường hẻm 12." in minutes
    assert "Có mặt: 3 trên tổng số 3 đại biểu của tổ" in minutes
    assert "Hồi 14 giờ 00 phút, ngày 05 tháng 6 năm 2020, tại Phòng họp A" in minutes
    later = replace(ROADS, group_id=2, part=Part(1, 1), gist="Số liệu cần rõ hơn")
    granted(discussions.add_opinion(file, later, actor=ACTOR))
    minutes = paper(file, "discussion-minutes", "2")
    assert 0 < minutes.index(FIRST) < minutes.index(SECOND) < minutes.index("xây trường mới")


def test_that_a_point_lives_on_without_the_opinion_that_led_it(file):
    third = granted(discussions.add_opinion(file, ROADS, actor=ACTOR)).id
    granted(discussions.merge_opinions(file, [2, 3, third], "Làm đường", actor=ACTOR))
    granted(discussions.remove_opinion(file, 2, actor=ACTOR))
    by_id = {opinion.id: opinion for opinion in discussions_view(file).opinions}
    assert (by_id[3].merged_into, by_id[3].said, by_id[third].merged_into) == (0, "Làm đường", 3)
    assert granted(discussions.part_opinions(file, [3, third], actor=ACTOR)) == 2
    assert discussions_view(file).merged == {}
    assert code_of(discussions.part_opinions(file, [3], actor=ACTOR)) == "opinions_not_merged"


def test_that_points_grow_and_stay_on_one_part(file):
    assert code_of(discussions.merge_opinions(file, [2], "", actor=ACTOR)) == "opinions_too_few"
    several = discussions.merge_opinions(file, [1, 2], "", actor=ACTOR)
    assert code_of(several) == "opinions_of_several_parts"
    more = [granted(discussions.add_opinion(file, ROADS, actor=ACTOR)).id for _ in range(2)]
    granted(discussions.merge_opinions(file, [2, 3], "", actor=ACTOR))
    granted(discussions.merge_opinions(file, more, "", actor=ACTOR))
    granted(discussions.merge_opinions(file, [more[1], 3], "Làm đường", actor=ACTOR))
    (point,) = [p for part in discussions_view(file).points for p in part.points if p.count > 1]
    assert (point.count, point.groups, point.lead.said) == (4, 2, "Làm đường")
    granted(discussions.edit_opinion_field(file, 3, "part", Part(1, 1), actor=ACTOR))
    assert {o.part for o in point.opinions} == {Part(1, 2)}
    assert {o.part for o in discussions_view(file).opinions if o.merged_into} == {Part(1, 1)}


def test_that_parts_keep_their_opinions_and_what_is_spoken_about_stays(file):
    titles = ["Phần mới", FIRST, "Phần II. Nhiệm vụ"]
    kept = granted(discussions.set_chapters(file, 1, titles, actor=ACTOR))
    assert [(c.title, c.id) for c in kept] == [
        ("Phần mới", 2),
        (FIRST, 1),
        ("Phần II. Nhiệm vụ", 3),
    ]
    gone = discussions.set_chapters(file, 1, [FIRST], actor=ACTOR)
    assert code_of(gone) == "chapter_has_opinions" and gone.first.params["count"] == 2
    twice = discussions.set_chapters(file, 1, [FIRST, "phần i. kết quả"], actor=ACTOR)
    assert code_of(twice) == "chapter_twice"
    assert code_of(remove_text(file, 1, actor=ACTOR)) == "congress_text_discussed"
    assert code_of(remove_group(file, 1, actor=ACTOR)) == "group_has_opinions"


def test_that_a_meeting_without_chair_or_count_prints_dots_and_wrong_times_are_refused(file):
    early = GroupMeeting(group_id=2, opened="2020-06-05T14:00", closed="2020-06-05T13:00")
    assert (
        code_of(discussions.set_meeting(file, early, actor=ACTOR))
        == "meeting_ends_before_it_begins"
    )
    odd = GroupMeeting(group_id=2, opened="14 giờ")
    assert code_of(discussions.set_meeting(file, odd, actor=ACTOR)) == "time_wrong"
    assert "Tổ trưởng: ……. Thư ký: ……." in paper(file, "discussion-minutes", "2")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Đề nghị bổ sung", Stance.ADD),
        ("đề nghị sửa", Stance.CHANGE),
        ("Nhất trí cao", Stance.AGREE),
        ("Kiến nghị", Stance.PROPOSAL),
        ("", Stance.OTHER),
        ("Thắc mắc", Stance.OTHER),
    ],
)
def test_that_what_an_opinion_asks_for_is_read_as_offices_write_it(text, stance):
    assert stance_of(text) is stance


def test_that_the_sheets_of_the_groups_come_back_as_they_went_out(file, tmp_path):
    (sheets,) = [p for p in available(file) if p.kind == "discussion-sheets"]
    path = tmp_path / "to.xlsx"
    assert write_paper(make_paper(file, sheets), path) is None
    again = granted(opinion_file(file, path))
    assert (again.opinions, again.known) == ((), 4)
    for number in (1, 3):
        granted(discussions.remove_opinion(file, number, actor=ACTOR))
    again = granted(opinion_file(file, path))
    assert [(o.group_id, o.part, o.stance) for o in again.opinions] == [
        (1, Part(1, 1), Stance.AGREE), (2, Part(1, 2), Stance.ADD),
    ]  # fmt: skip
    assert again.known == 2


def a_list(tmp_path, *rows: tuple[str, ...]):
    path = tmp_path / "y-kien.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(
            [("STT", "Tổ", "Phần", "Nội dung ý kiến", "Người phát biểu"), *rows]
        )
    return path


def test_that_a_list_comes_in_whole_or_says_where_it_is_wrong(file, tmp_path, capsys):
    good = ("1", "Tổ số 02", "Phần II", "Thêm trường học", "Người Lạ")
    wrong = [("2", "Tổ 9", "", "Ý", ""), ("3", "1", "Phần IX", "Ý", ""), ("4", "1", "", "", "An")]
    path = a_list(tmp_path, good)
    (note,) = granted(opinion_file(file, path)).notes
    assert note.code == "opinion_list_speaker"
    assert (note.place.row, note.place.column) == (2, "E – Người phát biểu")
    path = a_list(tmp_path, good, *wrong)
    refused = opinion_file(file, path)
    assert [p.code for p in refused.problems] == [
        "opinion_list_group", "opinion_list_part", "import_cell_missing",
    ]  # fmt: skip
    assert [p.place.row for p in refused.problems] == [3, 4, 5]
    file.close()
    said = said_by(capsys, "opinions", file.path, "--from", path)
    assert said.code == 2
    assert "dòng 3, cột “B – Tổ”: Không có tổ “Tổ 9”" in said.err and "(và 2 chỗ khác)" in said.err
    path = a_list(tmp_path, good)
    said = said_by(capsys, "opinions", file.path, "--from", path)
    assert said.code == 0 and "Người Lạ" in said.out and "Ý kiến mới: 1" in said.out
    said = said_by(capsys, "opinions", file.path, "--from", path)
    assert said.code == 0 and "Đã có (giữ nguyên): 1" in said.out
    told = said_by(capsys, "opinions", file.path, "--json").json
    assert (told[-1]["group"], told[-1]["part"]) == ("Tổ 2", SECOND)
    assert "Người Lạ" not in json.dumps(told, ensure_ascii=False)


def test_that_a_sheet_of_a_group_is_read_with_its_titles_headings_and_signatures(file, tmp_path):
    path = tmp_path / "to.csv"
    rows = """BIÊN BẢN TỔ THẢO LUẬN SỐ 2,,,
        STT,Nội dung góp ý,Thuộc phần,Người phát biểu
        I,Phần I,,
        1,Số liệu cần rõ hơn,,Đ/c Đại biểu 1
        II,Về phương hướng,,
        2,Thêm cây xanh,,Đại biểu 2 (Bí thư)
        3,Thêm đèn đường,Phần thứ nhất,
        THƯ KÝ,,TM. TỔ TRƯỞNG,
        Lê Văn An,,Trần Thị Bình,"""
    path.write_text(rows.replace("        ", ""), "utf-8")
    found = granted(opinion_file(file, path))
    part_one, no_part = Part(1, 1), Part(1)
    assert [(o.group_id, o.part, o.gist) for o in found.opinions] == [
        (2, part_one, "Số liệu cần rõ hơn"), (2, no_part, "Về phương hướng"),
        (2, no_part, "Thêm cây xanh"), (2, part_one, "Thêm đèn đường"),
    ]  # fmt: skip
    assert [note.code for note in found.notes] == [
        "import_row_beside", "import_row_beside", "opinion_list_heading",
    ]  # fmt: skip


def test_that_opinions_are_typed_merged_and_voted_on_by_keys_alone(qtbot, tmp_path):
    a_discussion(tmp_path).close()
    window = Window(qtbot, tmp_path / "dh.congress")
    desk = window.show_desk("people")
    assert desk.tabs.isTabVisible(DISCUSSIONS)
    desk.tabs.setCurrentIndex(DISCUSSIONS)
    window.settle()
    tab = desk.discussions
    assert len(tab.records.records) == 4

    def dialog():
        window.settle()
        return QApplication.activeModalWidget()

    tab.commands.run("add")
    form = dialog()
    type_text(form.editors["gist"].widget, "Thêm nhà văn hóa")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert len(tab.records.records) == 5
    tab.line.setText("duong hem")
    tab.table.select_row(0, 0)
    QTest.keyClick(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(tab.table.selected) == 2
    tab.commands.run("merge")
    form = dialog()
    form.words.setPlainText("Làm các đường hẻm")
    form.submit.click()
    window.settle()
    assert [r.said for r in tab.records.records if not r.merged_into].count(
        "Làm các đường hẻm"
    ) == 1
    tab.commands.run("vote")
    dialog().submit.click()
    window.settle()
    assert desk.notice.isVisible()
    window.close()
    with_motions = granted(open_file(tmp_path / "dh.congress"))
    assert [motion.matter for motion in motions(with_motions)] == [
        f"Thông qua “{FIRST}” của văn bản “Báo cáo chính trị”",
        f"Thông qua “{SECOND}” của văn bản “Báo cáo chính trị”",
        "Thông qua toàn văn “Báo cáo chính trị”",
    ]
    with_motions.close()
