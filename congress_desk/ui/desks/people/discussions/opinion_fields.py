"""The fields of an opinion: how each is shown, typed and sorted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from congress_desk.domain.discussions.opinion import Opinion, Part, Stance
from congress_desk.domain.preparation.text import CommentState
from congress_desk.domain.text.name_order import name_key, title_key
from congress_desk.i18n import tr
from congress_desk.queries.discussions import DiscussionsView
from congress_desk.ui.records.fields.field import (
    RecordField,
    choice_field,
    state_choices,
)
from congress_desk.ui.records.table_model import Sign

_SIGNS = {
    CommentState.OPEN: Sign(icon="circle-alert", tone="look"),
    CommentState.TAKEN: Sign(icon="circle-check", tone="holds"),
    CommentState.NOT_TAKEN: Sign(icon="minus", tone="muted"),
}


def opinion_fields(view: DiscussionsView) -> tuple[RecordField, ...]:
    """Return the fields of opinions."""
    return (
        _group(view),
        _part(view),
        RecordField(
            name="gist",
            title=tr("What was said"),
            text=lambda o: o.gist,
            key=lambda o: title_key(o.gist),
            prose=True,
            long=True,
            needed=True,
            remark=lambda o: _merged_words(view, o),
        ),
        _choice("stance", tr("What it asks for"), "opinion_stance", Stance),
        RecordField(
            name="speaker",
            title=tr("Who said it"),
            text=lambda o: o.speaker,
            key=lambda o: name_key(o.speaker),
            suggestions=[person.name for person in view.people],
        ),
        RecordField(
            name="wording",
            title=tr("Wording in the synthesis"),
            text=lambda o: o.wording,
            prose=True,
            column=False,
            closed=lambda o: bool(o.merged_into),
            ghost=lambda o: tr("as it was said"),
        ),
        RecordField(
            name="answer", title=tr("Answer of the presidium"), text=lambda o: o.answer, prose=True
        ),
        choice_field(
            "taken",
            tr("Taken or not"),
            state_choices("comment_state", CommentState),
            sign=lambda o: _SIGNS[o.taken],
        ),
    )


def opinion_lists(view: DiscussionsView) -> dict[str, Callable[[Opinion], bool]]:
    """Return the parts of the opinions that can be shown alone, by their words."""
    lists: dict[str, Callable[[Opinion], bool]] = {
        tr("All opinions"): lambda o: True,
        tr("Each point once"): lambda o: not o.merged_into,
        tr("Wait for an answer"): lambda o: o.taken is CommentState.OPEN and not o.merged_into,
        tr("About no text"): lambda o: o.part == Part(),
    }
    for group in view.groups:
        lists[group.name] = partial(_is_of, group.id)
    return lists


def part_words(view: DiscussionsView, part: Part) -> str:
    """Return what a part is called, its text behind it, or that it is about no text."""
    title = view.text_title(part)
    if not title:
        return tr("about no text")
    chapter = view.chapter_title(part)
    return f"{chapter} · {title}" if chapter else title


def _is_of(group_id: int, opinion: Opinion) -> bool:
    return opinion.group_id == group_id


def _group(view: DiscussionsView) -> RecordField:
    groups = tuple((group.id, group.name) for group in view.groups)
    return choice_field("group_id", tr("Discussion group"), groups)


def _part(view: DiscussionsView) -> RecordField:
    parts = tuple((part, part_words(view, part)) for part in view.parts)
    return choice_field("part", tr("Part of the text"), parts)


def _choice(name: str, title: str, group: str, states: type[Stance]) -> RecordField:
    return choice_field(name, title, state_choices(group, states))


def _merged_words(view: DiscussionsView, opinion: Opinion) -> str:
    """Return how many say the same, or that another opinion stands for this one."""
    if opinion.merged_into:
        return tr("same as another")
    count = view.merged.get(opinion.id, 0)
    return tr("said {count} times", count=count + 1) if count else ""
