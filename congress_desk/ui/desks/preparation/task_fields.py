"""The fields of a task: how each is shown, typed and sorted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from congress_desk.domain.preparation.progress import (
    Standing,
    day_due,
    days_late,
    sections,
    standing,
)
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.preparation.text import CongressText
from congress_desk.domain.text.name_order import name_key
from congress_desk.i18n import label, tr
from congress_desk.queries.preparation import PreparationView
from congress_desk.ui.desks.preparation.common_fields import (
    due_field,
    note_field,
    number_field,
    state_field,
    title_field,
)
from congress_desk.ui.records.fields.field import (
    RecordField,
    choice_field,
    text_field,
)
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.inputs.date_input import moment_text

SIGNS: Mapping[Standing, Sign] = {
    Standing.LATE: Sign(icon="octagon-alert", tone="wrong"),
    Standing.THIS_WEEK: Sign(icon="clock", tone="look"),
    Standing.LATER: Sign(icon="circle", tone="muted"),
    Standing.UNDATED: Sign(icon="circle-question-mark", tone="muted"),
    Standing.DONE: Sign(icon="circle-check", tone="holds"),
    Standing.DROPPED: Sign(icon="minus", tone="muted"),
}
_TONES = {found: sign.tone for found, sign in SIGNS.items()}
_RANKS = {found: rank for rank, found in enumerate(Standing)}


def standing_words(record: Task | CongressText, today: date) -> str:
    """Return where a task or a text is against its deadline, in few words."""
    found = standing(record, today)
    late, due = days_late(record, today), day_due(record.due)
    if found is Standing.LATE:
        return tr("{days} days late", days=late)
    if found is Standing.LATER and due:
        return tr("in {days} days", days=(due - today).days)
    if found is Standing.THIS_WEEK and due == today:
        return tr("today")
    if isinstance(record, Task) and found is Standing.DONE and record.done_at:
        return tr("done {day}", day=moment_text(record.done_at[:10]))
    return label("task_standing", found.value)


def task_fields(view: PreparationView, today: date) -> tuple[RecordField, ...]:
    """Return the fields of tasks; the number of a task is its place in the plan."""
    return (
        number_field(view.tasks),
        title_field("title", tr("Task")),
        _answerable(view),
        due_field(day_due(view.first_day) or today),
        standing_field(today),
        state_field("task_state", TaskState),
        _section(view),
        _helpers(view),
        _text(view),
        note_field(),
    )


def standing_field(today: date) -> RecordField:
    """Return the column that says what is late, with an icon and a word."""
    return RecordField(
        name="standing",
        title=tr("Progress"),
        text=lambda record: standing_words(record, today),
        key=lambda record: (_RANKS[standing(record, today)], record.due),
        carded=False,
        sign=lambda record: SIGNS[standing(record, today)],
        tone=lambda record: _TONES[standing(record, today)],
        strong=lambda record: standing(record, today) is Standing.LATE,
    )


def task_lists(view: PreparationView, today: date) -> dict[str, Callable[[Task], bool]]:
    """Return the parts of the plan that can be shown alone, by their words."""
    lists: dict[str, Callable[[Task], bool]] = {
        tr("All tasks"): lambda t: True,
        tr("Not done yet"): lambda t: standing(t, today).is_open,
        tr("Late"): lambda t: standing(t, today) is Standing.LATE,
        tr("Due this week"): lambda t: standing(t, today) is Standing.THIS_WEEK,
        tr("Nobody responsible"): lambda t: not t.answerable and standing(t, today).is_open,
        tr("Done"): lambda t: standing(t, today) is Standing.DONE,
    }
    for section in sections(view.tasks):
        if section:
            lists[tr("Section: {name}", name=section)] = partial(_is_in, section)
    return lists


def _is_in(section: str, task: Task) -> bool:
    return task.section == section


def _answerable(view: PreparationView) -> RecordField:
    def is_wanting(task: Task) -> bool:
        return not task.answerable and task.state in (TaskState.OPEN, TaskState.DOING)

    return text_field(
        "answerable",
        tr("Responsible"),
        sorted_by=name_key,
        suggestions=view.names,
        hint=tr("one name"),
        asked=True,
        sign=lambda t: Sign(icon="triangle-alert", tone="look") if is_wanting(t) else None,
        remark=lambda t: tr("nobody yet") if is_wanting(t) else "",
    )


def _section(view: PreparationView) -> RecordField:
    return text_field(
        "section",
        tr("Section"),
        suggestions=sections(view.tasks),
        tone=lambda t: "muted",
        asked=True,
    )


def _helpers(view: PreparationView) -> RecordField:
    return text_field(
        "helpers",
        tr("Helpers"),
        sorted_by=name_key,
        suggestions=view.names,
        hint=tr("names separated by ;"),
        apart=";",
        tone=lambda t: "muted",
    )


def _text(view: PreparationView) -> RecordField:
    titles = ((0, tr("(about no text)")), *((text.id, text.title) for text in view.texts))
    return choice_field("text_id", tr("About the text"), titles, column=False)
