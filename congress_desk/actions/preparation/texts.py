"""Acts on the texts of the congress and on the comments gathered on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from congress_desk.actions.row_order import insert_after, order_refusal, write_order
from congress_desk.actions.text_limits import shortened, too_long
from congress_desk.domain.preparation.progress import day_due
from congress_desk.domain.preparation.recipients import RECIPIENTS_LIMIT
from congress_desk.domain.preparation.text import CongressText, TextComment
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT, TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.recipients import recipient_reader
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import preparation as reading_preparation
from congress_desk.storage.reading.discussions import text_is_discussed
from congress_desk.storage.reading.text_copies import text_copies
from congress_desk.storage.rows.preparation import comment_row, text_row

VERSION_LIMIT = 40
_NOTHING: Mapping[int, str] = MappingProxyType({})
_LIMITS = {
    "title": TEXT_LIMIT,
    "drafter": NAME_LIMIT,
    "version": VERSION_LIMIT,
    "note": LONG_TEXT_LIMIT,
}
_COMMENT_LIMITS = {"author": NAME_LIMIT, "gist": LONG_TEXT_LIMIT, "answer": LONG_TEXT_LIMIT}


def add_text(
    file: CongressFile, text: CongressText, *, after: int = 0, actor: str
) -> CongressText | Refusal:
    """Add a text after another one; `after` 0 is at the end."""
    checked = _checked(file, text)
    if isinstance(checked, Refusal):
        return checked
    text = checked
    places = reading_preparation.places(file, "congress_text")
    with file.act("add_text", actor=actor, title=shortened(text.title)) as act:
        added = insert_after(act, "congress_text", text_row(text), after, places)
    return text_or_refusal(file, added)


def import_texts(
    file: CongressFile,
    texts: Sequence[CongressText],
    *,
    told: Mapping[int, str] = _NOTHING,
    source: str,
    actor: str,
) -> int | Refusal:
    """Add the texts of a list at the end, in their order, all of them or none; return how many.

    `told` is who gets texts that are there already, by their ids; they are counted too.
    """
    checked: list[CongressText] = []
    for text in texts:
        found = _checked(file, text)
        if isinstance(found, Refusal):
            return found
        checked.append(found)
    for text_id, recipients in told.items():
        there = text_or_refusal(file, text_id)
        found = (
            there
            if isinstance(there, Refusal)
            else _checked(file, replace(there, recipients=recipients), before=there.recipients)
        )
        if isinstance(found, Refusal):
            return found
        checked.append(found)
    if not checked:
        return refuse("text_list_empty")
    added = [text for text in checked if not text.id]
    places = reading_preparation.places(file, "congress_text")
    first = 1 + max(places.values(), default=0)
    with file.act(
        "import_texts", actor=actor, source=clean_text(source), count=len(checked)
    ) as act:
        for place, text in enumerate(added, start=first):
            act.insert("congress_text", place=place, **text_row(text))
        for text in checked[len(added) :]:
            act.update("congress_text", text.id, recipients=text.recipients)
    return len(checked)


def set_recipients(
    file: CongressFile, ids: Sequence[int], recipients: str, *, actor: str
) -> int | Refusal:
    """Say of many texts who gets them, "" nobody yet; return how many changed."""
    gets = recipient_reader(file).checked(recipients)
    if isinstance(gets, Refusal):
        return gets
    refusal = too_long(gets.text, RECIPIENTS_LIMIT)
    if refusal:
        return refusal
    changed: list[int] = []
    for text_id in dict.fromkeys(ids):
        found = text_or_refusal(file, text_id)
        if isinstance(found, Refusal):
            return found
        changed += [text_id] if found.recipients != gets.text else []
    if changed:
        whom = shortened(gets.text) or "–"
        with file.act("set_recipients", actor=actor, count=len(changed), whom=whom) as act:
            for text_id in changed:
                act.update("congress_text", text_id, recipients=gets.text)
    return len(changed)


def edit_text(file: CongressFile, text: CongressText, *, actor: str) -> CongressText | Refusal:
    """Change a text: version, drafter, state, deadline, who gets it, note."""
    found = text_or_refusal(file, text.id)
    if isinstance(found, Refusal):
        return found
    checked = _checked(file, text, before=found.recipients)
    if isinstance(checked, Refusal):
        return checked
    with file.act("edit_text", actor=actor, title=shortened(text.title)) as act:
        act.update("congress_text", text.id, **text_row(checked))
    return text_or_refusal(file, text.id)


def remove_text(file: CongressFile, text_id: int, *, actor: str) -> CongressText | Refusal:
    """Take a text off the list; tasks about it stay, without it.

    Refused while it has comments, numbered copies, parts or opinions of groups, or an item of the
    programme about it.
    """
    found = text_or_refusal(file, text_id)
    if isinstance(found, Refusal):
        return found
    held = sum(comment.text_id == text_id for comment in reading_preparation.comments(file))
    if held:
        return refuse("congress_text_has_comments", count=held)
    if reading_preparation.text_in_agenda(file, text_id):
        return refuse("congress_text_in_agenda")
    if text_copies(file, text_id):
        return refuse("congress_text_has_copies")
    if text_is_discussed(file, text_id):
        return refuse("congress_text_discussed")
    about_it = [task for task in reading_preparation.tasks(file) if task.text_id == text_id]
    with file.act("remove_text", actor=actor, title=shortened(found.title)) as act:
        for task in about_it:
            act.update("task", task.id, text_id=None)
        act.delete("congress_text", text_id)
    return found


def order_texts(file: CongressFile, ids: Sequence[int], *, actor: str) -> int | Refusal:
    """Put the texts in this order: every one of them once."""
    places = reading_preparation.places(file, "congress_text")
    refusal = order_refusal(ids, places)
    if refusal:
        return refusal
    with file.act("order_texts", actor=actor) as act:
        write_order(act, "congress_text", ids, places)
    return len(ids)


def add_comment(file: CongressFile, comment: TextComment, *, actor: str) -> TextComment | Refusal:
    """Add a comment to a text; without a time of its own it is of now."""
    text = text_or_refusal(file, comment.text_id)
    refusal = text if isinstance(text, Refusal) else _check_comment(comment)
    if isinstance(text, Refusal) or refusal:
        return refusal or text  # type: ignore[return-value]
    with file.act("add_comment", actor=actor, title=shortened(text.title)) as act:
        dated = replace(comment, at=comment.at or act.at)
        added = act.insert("text_comment", **comment_row(dated))
    return comment_or_refusal(file, added)


def edit_comment(file: CongressFile, comment: TextComment, *, actor: str) -> TextComment | Refusal:
    """Change a comment, answer it, say whether it was taken; text and time of it stay."""
    found = comment_or_refusal(file, comment.id)
    refusal = found if isinstance(found, Refusal) else _check_comment(comment)
    if isinstance(found, Refusal) or refusal:
        return refusal or found
    kept = replace(comment, text_id=found.text_id, at=found.at)
    with file.act("edit_comment", actor=actor, gist=shortened(comment.gist)) as act:
        act.update("text_comment", comment.id, **comment_row(kept))
    return comment_or_refusal(file, comment.id)


def remove_comment(file: CongressFile, comment_id: int, *, actor: str) -> TextComment | Refusal:
    """Take a comment off a text; the journal keeps it."""
    found = comment_or_refusal(file, comment_id)
    if isinstance(found, Refusal):
        return found
    with file.act("remove_comment", actor=actor, gist=shortened(found.gist)) as act:
        act.delete("text_comment", comment_id)
    return found


def text_or_refusal(file: CongressFile, text_id: int) -> CongressText | Refusal:
    """Return a text of the list; refused when there is none of this id, or it was removed."""
    found = next((text for text in reading_preparation.texts(file) if text.id == text_id), None)
    return found or refuse("congress_text_unknown")


def comment_or_refusal(file: CongressFile, comment_id: int) -> TextComment | Refusal:
    """Return a comment; refused when there is none of this id, or it was removed."""
    found = next(
        (each for each in reading_preparation.comments(file) if each.id == comment_id), None
    )
    return found or refuse("comment_unknown")


def _checked(file: CongressFile, text: CongressText, *, before: str = "") -> CongressText | Refusal:
    """Return a text as it is kept; who gets it is asked anew where that was changed."""
    refusal = _check(text)
    if refusal or text.recipients == before:
        return refusal or text
    gets = recipient_reader(file).checked(text.recipients)
    if isinstance(gets, Refusal):
        return gets
    kept = replace(text, recipients=gets.text)
    return too_long(kept.recipients, RECIPIENTS_LIMIT) or kept


def _check(text: CongressText) -> Refusal | None:
    if not clean_text(text.title):
        return refuse("congress_text_title_missing")
    if text.due and day_due(text.due) is None:
        return refuse("task_day_wrong", day=text.due)
    limits = (too_long(getattr(text, name), most) for name, most in _LIMITS.items())
    return next(filter(None, limits), None)


def _check_comment(comment: TextComment) -> Refusal | None:
    if not clean_text(comment.gist):
        return refuse("comment_gist_missing")
    limits = (too_long(getattr(comment, name), most) for name, most in _COMMENT_LIMITS.items())
    return next(filter(None, limits), None)
