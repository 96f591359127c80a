"""Acts on tasks, texts, comments and targets: what they write and what they refuse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from agenda_acts import link_item
from congress_files import code_of, granted, reopened
from preparation_acts import (
    ACTOR,
    BALLOTS,
    COMMENT,
    HALL,
    PLAN,
    POVERTY,
    a_preparation,
    a_template,
)

from congress_desk.actions.congress import edit_congress
from congress_desk.actions.preparation.indicators import (
    add_indicator,
    edit_indicator,
    order_indicators,
    remove_indicator,
)
from congress_desk.actions.preparation.tasks import (
    add_task,
    edit_task,
    edit_tasks,
    order_tasks,
    remove_tasks,
    set_task_state,
)
from congress_desk.actions.preparation.template import apply_preparation
from congress_desk.actions.preparation.texts import (
    add_comment,
    add_text,
    edit_comment,
    edit_text,
    import_texts,
    order_texts,
    remove_comment,
    remove_text,
)
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.preparation.text import CommentState, CongressText, TextState
from congress_desk.imports.setup.texts import text_file
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.congress import agenda, congress
from congress_desk.queries.preparation import (
    comments,
    indicators,
    preparation_templates,
    preparation_view,
    tasks,
    texts,
)


@pytest.fixture
def file(tmp_path):
    made = a_preparation(tmp_path)
    yield made
    made.close()


def titles(file) -> list[str]:
    return [task.title for task in tasks(file)]


def test_that_a_task_is_kept_as_it_was_given(file):
    task = Task(
        title="Mời  khách",
        section="Phục vụ",
        answerable="Vũ Ê",
        helpers="An; Bình",
        due="2020-06-01",
        text_id=2,
        note="50 khách",
    )
    added = granted(add_task(file, task, actor=ACTOR))
    again = reopened(file)
    assert tasks(again)[-1] == replace(task, id=added.id, title="Mời khách")
    again.close()


def test_that_a_task_goes_in_after_another(file):
    granted(add_task(file, Task(title="Mới"), after=1, actor=ACTOR))
    assert titles(file) == [PLAN.title, "Mới", HALL.title, BALLOTS.title]
    granted(add_task(file, Task(title="Cuối"), after=99, actor=ACTOR))
    assert titles(file)[-1] == "Cuối"
    assert file.check() == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": " "}, "task_title_missing"),
        ({"answerable": "An, Bình"}, "task_several_answerable"),
        ({"answerable": "Ngô An và Vũ Ê"}, "task_several_answerable"),
        ({"answerable": "An; Bình"}, "task_several_answerable"),
        ({"answerable": "Ngô An cùng Vũ Ê"}, "task_several_answerable"),
        ({"answerable": "Ngô An với Vũ Ê"}, "task_several_answerable"),
        ({"due": "5/6"}, "task_day_wrong"),
        ({"due": "2020-02-30"}, "task_day_wrong"),
        ({"text_id": 9}, "congress_text_unknown"),
        ({"title": "x" * 501}, "text_too_long"),
        ({"note": "x" * 2001}, "text_too_long"),
    ],
)
def test_that_a_task_that_cannot_be_is_refused(file, fields, code):
    before = tasks(file)
    assert code_of(add_task(file, replace(PLAN, **fields), actor=ACTOR)) == code
    assert code_of(edit_task(file, replace(before[0], **fields), actor=ACTOR)) == code
    assert tasks(file) == before


def test_that_a_task_that_is_done_has_its_time_and_loses_it_when_opened_again(file):
    assert granted(set_task_state(file, [1, 2], TaskState.DONE, actor=ACTOR)) == 2
    first = tasks(file)[0].done_at
    assert first and tasks(file)[1].done_at == first
    edited = granted(edit_task(file, replace(tasks(file)[0], note="x"), actor=ACTOR))
    assert edited.done_at == first
    assert granted(set_task_state(file, [1, 2], TaskState.DONE, actor=ACTOR)) == 0
    granted(set_task_state(file, [1], TaskState.DOING, actor=ACTOR))
    assert tasks(file)[0].done_at == ""


def test_that_many_get_one_answerable_person_or_none_does(file):
    assert granted(edit_tasks(file, [1, 2, 2], {"answerable": " Vũ  Ê "}, actor=ACTOR)) == 2
    assert [task.answerable for task in tasks(file)] == ["Vũ Ê", "Vũ Ê", "Lê Minh Châu"]
    refused = edit_tasks(file, [1, 3], {"answerable": "A, B"}, actor=ACTOR)
    assert code_of(refused) == "task_several_answerable"
    assert code_of(edit_tasks(file, [1, 77], {"due": "2020-06-01"}, actor=ACTOR)) == "task_unknown"
    with pytest.raises(ValueError):
        edit_tasks(file, [1], {"title": "x"}, actor=ACTOR)
    assert tasks(file)[2].answerable == "Lê Minh Châu"


def test_that_an_order_has_every_task_once(file):
    granted(order_tasks(file, [3, 1, 2], actor=ACTOR))
    assert titles(file) == [BALLOTS.title, PLAN.title, HALL.title]
    for wrong in ([1, 2], [1, 2, 2], [1, 2, 4]):
        assert code_of(order_tasks(file, wrong, actor=ACTOR)) == "order_changed_meanwhile"
    assert code_of(order_texts(file, [1], actor=ACTOR)) == "order_changed_meanwhile"
    assert code_of(order_indicators(file, [2], actor=ACTOR)) == "order_changed_meanwhile"


def test_that_removed_tasks_are_gone_and_unknown_ones_refused(file):
    assert granted(remove_tasks(file, [1, 3], actor=ACTOR)) == 2
    assert titles(file) == [HALL.title]
    for refused in (
        remove_tasks(file, [1], actor=ACTOR),
        remove_tasks(file, [], actor=ACTOR),
        set_task_state(file, [1], TaskState.DONE, actor=ACTOR),
        edit_task(file, replace(PLAN, id=1), actor=ACTOR),
    ):
        assert code_of(refused) == "task_unknown"


def test_that_a_text_with_comments_or_in_the_programme_stays(file):
    assert code_of(remove_text(file, 1, actor=ACTOR)) == "congress_text_has_comments"
    link_item(file, agenda(file)[0].id, text_id=2)
    assert code_of(remove_text(file, 2, actor=ACTOR)) == "congress_text_in_agenda"
    granted(remove_comment(file, 1, actor=ACTOR))
    granted(remove_text(file, 1, actor=ACTOR))
    assert [text.id for text in texts(file)] == [2]
    assert tasks(file)[0].text_id == 0
    assert file.check() == []


def test_that_texts_and_comments_that_cannot_be_are_refused(file):
    empty = CongressText(title=" ")
    assert code_of(add_text(file, empty, actor=ACTOR)) == "congress_text_title_missing"
    late = replace(texts(file)[0], due="mai")
    assert code_of(edit_text(file, late, actor=ACTOR)) == "task_day_wrong"
    unknown = replace(texts(file)[0], id=9)
    assert code_of(edit_text(file, unknown, actor=ACTOR)) == "congress_text_unknown"
    nowhere = replace(COMMENT, text_id=9)
    assert code_of(add_comment(file, nowhere, actor=ACTOR)) == "congress_text_unknown"
    silent = replace(comments(file)[0], gist="")
    assert code_of(edit_comment(file, silent, actor=ACTOR)) == "comment_gist_missing"
    assert code_of(remove_comment(file, 9, actor=ACTOR)) == "comment_unknown"


def test_that_an_answer_keeps_when_and_on_what_the_comment_was_made(file):
    before = comments(file)[0]
    changed = replace(before, text_id=2, at="", answer="Đã sửa", taken=CommentState.TAKEN)
    granted(edit_comment(file, changed, actor=ACTOR))
    after = comments(file)[0]
    assert (after.text_id, after.at) == (before.text_id, before.at) and before.at
    assert (after.answer, after.taken) == ("Đã sửa", CommentState.TAKEN)


def test_that_targets_are_added_changed_and_removed(file):
    added = granted(
        add_indicator(file, replace(POVERTY, name="Thu ngân sách"), after=1, actor=ACTOR)
    )
    names = ["Tỷ lệ hộ nghèo", "Thu ngân sách", "Kết nạp đảng viên"]
    assert [found.name for found in indicators(file)] == names
    granted(edit_indicator(file, replace(added, own_target="15,5"), actor=ACTOR))
    assert indicators(file)[1].own_target == "15,5"
    granted(remove_indicator(file, added.id, actor=ACTOR))
    assert code_of(remove_indicator(file, added.id, actor=ACTOR)) == "indicator_unknown"
    nameless = replace(POVERTY, name="")
    assert code_of(add_indicator(file, nameless, actor=ACTOR)) == "indicator_name_missing"


def test_that_a_template_is_taken_over_once_and_its_tasks_know_their_texts(file):
    template = a_template()
    taken = granted(apply_preparation(file, template, actor=ACTOR))
    assert (taken.tasks, taken.texts) == (len(template.tasks), len(template.texts))
    by_title = {task.title: task for task in tasks(file)}
    named = {text.id: text.title for text in texts(file)}
    for found in template.tasks:
        if found.task.text_id:
            wanted = template.texts[found.task.text_id - 1].text.title
            assert named[by_title[found.task.title].text_id] == wanted
    again = apply_preparation(file, template, actor=ACTOR)
    assert code_of(again) == "preparation_template_taken"
    assert file.check() == []


def test_that_deadlines_are_filled_in_once_the_first_day_is_known(file):
    template = a_template()
    granted(apply_preparation(file, template, actor=ACTOR))
    own = next(task for task in tasks(file) if task.title == template.tasks[0].task.title)
    granted(edit_task(file, replace(own, due="2020-01-01"), actor=ACTOR))
    details = replace(congress(file).details, starts="2020-06-05T07:30")
    granted(edit_congress(file, details, actor=ACTOR))
    taken = granted(apply_preparation(file, template, actor=ACTOR))
    assert (taken.tasks, taken.texts) == (0, 0)
    assert taken.dated == len(template.tasks) + len(template.texts) - 1
    due = {task.title: task.due for task in tasks(file)}
    assert due[own.title] == "2020-01-01"
    assert due[template.tasks[1].task.title] == "2020-04-26"


def test_that_all_templates_fit_in_one_file(file):
    for template in preparation_templates():
        granted(apply_preparation(file, template, actor=ACTOR))
    assert file.check() == []
    assert len(tasks(file)) > 150


def test_that_names_of_register_organs_and_plan_are_offered_each_once(file):
    names = preparation_view(file).names
    assert {"Đại biểu 1", "Khách", "Đỗ Văn Trưởng", "Ngô An", "Lê Minh Châu"} <= set(names)
    assert len(names) == len(set(names))


def a_list(folder, *rows: str):
    path = folder / "van-ban.csv"
    path.write_text("\n".join(("TT,Tên văn bản,Người soạn,Hạn,Tình trạng", *rows)), "utf-8")
    return path


def test_that_texts_of_a_list_come_in_whole_or_each_wrong_row_is_named(file, tmp_path):
    held = texts(file)[0].title
    rows = ("1,A,,32/13/2026,", "2,,,,dự thảo", "3,B,,,đang bay", "4,a,,,")
    refused = text_file(file, a_list(tmp_path, *rows))
    assert [(p.code, p.place.row) for p in refused.problems] == [
        ("import_cell_not_a_day", 2), ("import_cell_missing", 3), ("text_state_unknown", 4),
        ("text_row_twice", 5),
    ]  # fmt: skip
    rows = (f"1,{held},,,", "2,Báo cáo kiểm điểm,Lê Thị Sáu,05/06/2026,Dự thảo")
    found = granted(text_file(file, a_list(tmp_path, *rows)))
    assert (len(found.texts), found.known) == (1, 1)
    granted(import_texts(file, found.texts, source="van-ban.csv", actor=ACTOR))
    added = texts(file)[-1]
    assert (added.title, added.drafter, added.due, added.state) == (
        "Báo cáo kiểm điểm", "Lê Thị Sáu", "2026-06-05", TextState.DRAFTING,
    )  # fmt: skip
    book = next(p for p in available(file) if p.kind == "preparation" and p.is_workbook)
    path = tmp_path / "chuan-bi.xlsx"
    assert write_paper(make_paper(file, book), path) is None
    again = granted(text_file(file, path))
    assert (again.texts, again.known) == ((), len(texts(file)))
    assert code_of(import_texts(file, again.texts, source="x", actor=ACTOR)) == "text_list_empty"


def test_that_a_sum_and_a_signature_around_texts_are_no_texts(file, tmp_path):
    rows = ("1,Diễn văn khai mạc,Ngô An,,", ",Tổng cộng: 1 văn bản,,,", ",T/M ĐOÀN THƯ KÝ,,,")
    found = granted(text_file(file, a_list(tmp_path, *rows)))
    assert [text.title for text in found.texts] == ["Diễn văn khai mạc"]
    assert [note.code for note in found.notes] == ["import_row_beside"] * 2
