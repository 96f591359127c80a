"""Every act on the preparation, on a file where each of them can be done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from congress_files import a_congress, granted

from congress_desk.actions.preparation import copies, indicators, one_field
from congress_desk.actions.preparation import tasks as preparation
from congress_desk.actions.preparation import template as preparation_template
from congress_desk.actions.preparation import texts as congress_texts
from congress_desk.actions.undo_change import undo_change
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.preparation.template import PreparationTemplate
from congress_desk.domain.preparation.text import CommentState, CongressText, TextComment, TextState
from congress_desk.queries.preparation import (
    comments,
    preparation_templates,
    tasks,
    texts,
)
from congress_desk.queries.preparation import (
    indicators as indicators_of,
)
from congress_desk.storage.congress_file import CongressFile

ACTOR = "Thư ký"
PLAN = Task(title="Ban hành kế hoạch", section="Chủ trương", answerable="Ngô An", due="2020-03-01")
HALL = Task(title="Chuẩn bị hội trường", section="Phục vụ", due="2020-06-03")
BALLOTS = Task(title="In phiếu bầu", section="Phục vụ", answerable="Lê Minh Châu")
REPORT = CongressText(title="Báo cáo chính trị", drafter="Ngô An", version="Dự thảo 1")
RULES = CongressText(title="Quy chế bầu cử")
COMMENT = TextComment(text_id=1, author="Chi bộ 2", gist="Nêu rõ số hẻm")
POVERTY = Indicator(
    name="Tỷ lệ hộ nghèo", unit="%", last_result="1,8", superior_target="dưới 0,5", own_target="1"
)


def a_template(key: str = "chi-bo") -> PreparationTemplate:
    """Return a template of the program."""
    return next(found for found in preparation_templates() if found.key == key)


def a_preparation(folder: Path) -> CongressFile:
    """Return a file with three tasks, two texts (one commented on) and two targets."""
    file = a_congress(folder)
    for text in (REPORT, RULES):
        granted(congress_texts.add_text(file, text, actor=ACTOR))
    for task in (replace(PLAN, text_id=1), HALL, BALLOTS):
        granted(preparation.add_task(file, task, actor=ACTOR))
    granted(congress_texts.add_comment(file, COMMENT, actor=ACTOR))
    for name in ("Tỷ lệ hộ nghèo", "Kết nạp đảng viên"):
        granted(indicators.add_indicator(file, replace(POVERTY, name=name), actor=ACTOR))
    return file


def a_text_in_copies(folder: Path) -> CongressFile:
    """Return a file whose first text has eight numbered copies; person 1 has the first."""
    file = a_preparation(folder)
    granted(copies.number_copies(file, 1, 8, comes_back=True, actor=ACTOR))
    granted(copies.hand_out_copy(file, 1, 1, 1, actor=ACTOR))
    return file


def _task(file: CongressFile, place: int) -> Task:
    return tasks(file)[place]


PREPARATION_ACTS = {
    "add_task": lambda f: preparation.add_task(f, Task(title="Mời khách"), after=1, actor=ACTOR),
    "edit_task": lambda f: preparation.edit_task(
        f, replace(_task(f, 0), state=TaskState.DONE), actor=ACTOR
    ),
    "edit_task_field": lambda f: one_field.edit_task_field(f, 1, "answerable", "Vũ Ê", actor=ACTOR),
    "edit_text_field": lambda f: one_field.edit_text_field(f, 1, "drafter", "Vũ Ê", actor=ACTOR),
    "edit_indicator_field": lambda f: one_field.edit_indicator_field(
        f, 1, "own_target", "0,4", actor=ACTOR
    ),
    "edit_tasks": lambda f: preparation.edit_tasks(f, [1, 2], {"answerable": "Vũ Ê"}, actor=ACTOR),
    "set_task_state": lambda f: preparation.set_task_state(f, [1, 2], TaskState.DONE, actor=ACTOR),
    "remove_tasks": lambda f: preparation.remove_tasks(f, [1, 3], actor=ACTOR),
    "order_tasks": lambda f: preparation.order_tasks(f, [3, 1, 2], actor=ACTOR),
    "apply_preparation": lambda f: preparation_template.apply_preparation(
        f, a_template(), actor=ACTOR
    ),
    "add_text": lambda f: congress_texts.add_text(
        f, CongressText(title="Nghị quyết"), after=1, actor=ACTOR
    ),
    "edit_text": lambda f: congress_texts.edit_text(
        f, replace(texts(f)[0], state=TextState.FINAL), actor=ACTOR
    ),
    "remove_text": lambda f: congress_texts.remove_text(f, texts(f)[1].id, actor=ACTOR),
    "order_texts": lambda f: congress_texts.order_texts(f, [2, 1], actor=ACTOR),
    "add_comment": lambda f: congress_texts.add_comment(f, COMMENT, actor=ACTOR),
    "edit_comment": lambda f: congress_texts.edit_comment(
        f, replace(comments(f)[0], taken=CommentState.TAKEN, answer="Đã sửa"), actor=ACTOR
    ),
    "remove_comment": lambda f: congress_texts.remove_comment(f, 1, actor=ACTOR),
    "add_indicator": lambda f: indicators.add_indicator(f, POVERTY, after=1, actor=ACTOR),
    "edit_indicator": lambda f: indicators.edit_indicator(
        f, replace(indicators_of(f)[0], own_target="0,4"), actor=ACTOR
    ),
    "remove_indicator": lambda f: indicators.remove_indicator(f, 1, actor=ACTOR),
    "import_texts": lambda f: congress_texts.import_texts(
        f, [CongressText(title="Báo cáo kiểm điểm")], source="van-ban.xlsx", actor=ACTOR
    ),
    "set_recipients": lambda f: congress_texts.set_recipients(
        f, [1, 2], "Khách mời; Lưu: 2", actor=ACTOR
    ),
    "order_indicators": lambda f: indicators.order_indicators(f, [2, 1], actor=ACTOR),
    "undo_change": lambda f: undo_change(f, "texts", actor=ACTOR),
}
COPIES_ACTS = {
    "number_copies": lambda f: copies.number_copies(f, 2, 6, comes_back=True, actor=ACTOR),
    "hand_out_copy": lambda f: copies.hand_out_copy(f, 1, 3, 2, actor=ACTOR),
    "hand_out_copies": lambda f: copies.hand_out_copies(f, 1, actor=ACTOR),
    "hand_out_list": lambda f: copies.hand_out_list(
        f, 1, {3: 2, 5: 4}, source="phat.xlsx", actor=ACTOR
    ),
    "take_back_copy": lambda f: copies.take_back_copy(f, 1, 1, actor=ACTOR),
    "give_copy_up": lambda f: copies.give_copy_up(f, 1, 1, reason="thất lạc", actor=ACTOR),
}
