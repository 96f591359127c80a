"""The fields of a text of the congress: how each is shown, typed and sorted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from congress_desk.domain.preparation.progress import Standing, day_due, standing
from congress_desk.domain.preparation.text import CongressText, TextState
from congress_desk.domain.text.name_order import name_key
from congress_desk.i18n import tr
from congress_desk.queries.preparation import PreparationView
from congress_desk.ui.desks.preparation.common_fields import (
    due_field,
    note_field,
    number_field,
    state_field,
    title_field,
)
from congress_desk.ui.desks.preparation.task_fields import standing_field
from congress_desk.ui.records.fields.field import RecordField, text_field
from congress_desk.ui.records.table_model import Sign

_WANTING = Sign(icon="triangle-alert", tone="look")


def text_fields(view: PreparationView, today: date) -> tuple[RecordField, ...]:
    """Return the fields of texts."""
    return (
        number_field(view.texts),
        title_field("title", tr("Text of the congress")),
        text_field("version", tr("Version"), hint=tr("such as draft 2")),
        _drafter(view),
        due_field(day_due(view.first_day) or today),
        standing_field(today),
        state_field("text_state", TextState),
        _comments(view),
        note_field(),
    )


def text_lists(view: PreparationView, today: date) -> dict[str, Callable[[CongressText], bool]]:
    """Return the parts of the checklist that can be shown alone, by their words."""
    return {
        tr("All texts"): lambda t: True,
        tr("Not done yet"): lambda t: standing(t, today).is_open,
        tr("Late"): lambda t: standing(t, today) is Standing.LATE,
        tr("Due this week"): lambda t: standing(t, today) is Standing.THIS_WEEK,
        tr("Nobody drafts it"): lambda t: not t.drafter,
        tr("Comments wait for an answer"): lambda t: view.open_comments(t.id) > 0,
    }


def _has_no_drafter(text: CongressText) -> bool:
    return not text.drafter and text.state not in (TextState.FINAL, TextState.ADOPTED)


def _drafter(view: PreparationView) -> RecordField:
    return text_field(
        "drafter",
        tr("Drafted by"),
        sorted_by=name_key,
        suggestions=view.names,
        asked=True,
        sign=lambda t: _WANTING if _has_no_drafter(t) else None,
        remark=lambda t: tr("nobody yet") if _has_no_drafter(t) else "",
    )


def _comments(view: PreparationView) -> RecordField:
    def words(text: CongressText) -> str:
        held = len(view.comments_on(text.id))
        return str(held) if held else ""

    def waiting(text: CongressText) -> str:
        count = view.open_comments(text.id)
        return tr("{count} open", count=count) if count else ""

    return RecordField(
        name="comments",
        title=tr("Comments"),
        text=words,
        key=lambda t: (-view.open_comments(t.id), -len(view.comments_on(t.id))),
        carded=False,
        sign=lambda t: Sign(icon="circle-alert", tone="look") if waiting(t) else None,
        remark=waiting,
    )
