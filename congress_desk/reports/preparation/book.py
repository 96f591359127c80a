"""The workbook of the preparation: tasks, who carries how much, texts, comments, targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from congress_desk.domain.preparation.progress import day_due, days_late, helpers_of, loads
from congress_desk.domain.preparation.task import Task
from congress_desk.domain.preparation.text import CommentState, TextComment
from congress_desk.reports.document.book import (
    Book,
    BookColumn,
    BookRow,
    ColumnKind,
    Section,
    Sheet,
    Tone,
    Value,
    plain_rows,
)
from congress_desk.reports.document.date_words import day_of
from congress_desk.reports.document.head import congress_name, footer_text, stamp_text
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.preparation.facts import (
    PreparationFacts,
    day_words,
    name_words,
    section_words,
    task_words,
    text_words,
)
from congress_desk.reports.preparation.lists import comment_counts, flag_words

_CODE, _NUMBER, _TEXT = ColumnKind.CODE, ColumnKind.NUMBER, ColumnKind.TEXT


def preparation_book(facts: PreparationFacts, wording: Wording | None = None) -> Book:
    """Return the workbook as of `facts.today`: a sheet for what there is, none for the rest."""
    words = facts.wording(wording)
    tasks = _tasks(facts, words)
    sheets = (
        tasks,
        _loads(facts, words),
        _texts(facts, words),
        _comments(facts, words),
        _targets(facts, words),
    )
    filled = tuple(sheet for sheet in sheets if sheet.sections[0].rows)
    parts = (footer_text(facts.head, words), stamp_text(facts.congress, words))
    return Book(
        title=words.say("preparation.book.title", congress=congress_name(facts.congress, words)),
        sheets=filled or (replace(tasks, notes=(words.say("preparation.plan.empty"),)),),
        footer=" · ".join(part for part in parts if part),
    )


def _tasks(facts: PreparationFacts, words: Wording) -> Sheet:
    columns = (
        ("plan.number", _NUMBER), ("book.section", _TEXT), ("plan.task", _TEXT),
        ("plan.answerable", _TEXT), ("plan.helpers", _TEXT), ("plan.due", _CODE),
        ("plan.state", _TEXT), ("book.days_late", _NUMBER), ("book.done_on", _CODE),
        ("book.document", _TEXT), ("book.note", _TEXT),
    )  # fmt: skip
    rows = tuple(
        BookRow(
            values=_task_values(number, task, facts, words),
            tone=Tone.STRONG if days_late(task, facts.today) else Tone.PLAIN,
        )
        for number, task in enumerate(facts.tasks, start=1)
    )
    return _sheet(facts, words, "tasks", columns, rows, freeze=3)


def _task_values(
    number: int, task: Task, facts: PreparationFacts, words: Wording
) -> tuple[Value, ...]:
    return (
        number,
        section_words(task.section, words),
        task.title,
        name_words(task.answerable, words),
        ", ".join(helpers_of(task)),
        day_due(task.due),
        task_words(task, facts, words),
        days_late(task, facts.today) or None,
        _day(task.done_at),
        facts.text_title(task.text_id),
        task.note,
    )


def _loads(facts: PreparationFacts, words: Wording) -> Sheet:
    columns = (
        ("plan.number", _NUMBER), ("book.name", _TEXT), ("book.open", _NUMBER),
        ("book.late", _NUMBER), ("book.week", _NUMBER), ("book.done", _NUMBER),
        ("book.helps", _NUMBER),
    )  # fmt: skip
    carried = loads(facts.tasks, facts.today)
    values = [(x.open, x.late, x.this_week, x.done, x.helps) for x in carried]
    rows = [
        BookRow(
            values=(number, name_words(load.name, words), *numbers),
            tone=Tone.STRONG if load.late or not load.name else Tone.PLAIN,
        )
        for number, (load, numbers) in enumerate(zip(carried, values, strict=True), start=1)
    ]
    if rows:
        sums = [sum(column) for column in zip(*values, strict=True)]
        total: tuple[Value, ...] = (None, words.say("preparation.book.sum"), *sums)
        rows.append(BookRow(values=total, tone=Tone.TOTAL))
    return _sheet(facts, words, "load", columns, tuple(rows), freeze=2)


def _texts(facts: PreparationFacts, words: Wording) -> Sheet:
    columns = (
        ("plan.number", _NUMBER), ("texts.text", _TEXT), ("texts.version", _CODE),
        ("texts.drafter", _TEXT), ("plan.due", _CODE), ("plan.state", _TEXT),
        ("texts.recipients", _TEXT), ("texts.copies", _NUMBER),
        ("book.received", _NUMBER), ("book.taken", _NUMBER), ("book.not_taken", _NUMBER),
        ("book.unanswered", _NUMBER), ("book.note", _TEXT),
    )  # fmt: skip
    rows = (
        (
            number,
            text.title,
            text.version,
            name_words(text.drafter, words),
            day_due(text.due),
            text_words(text, facts, words),
            text.recipients,
            facts.copies.get(text.id),
            *_comment_numbers(facts.comments_on(text.id)),
            text.note,
        )
        for number, text in enumerate(facts.texts, start=1)
    )
    return _sheet(facts, words, "texts", columns, plain_rows(rows), freeze=2)


def _comment_numbers(comments: Sequence[TextComment]) -> tuple[Value, ...]:
    count = comment_counts(comments)
    return (
        len(comments),
        count[CommentState.TAKEN],
        count[CommentState.NOT_TAKEN],
        count[CommentState.OPEN],
    )


def _comments(facts: PreparationFacts, words: Wording) -> Sheet:
    columns = (
        ("plan.number", _NUMBER), ("texts.text", _TEXT), ("book.received_on", _CODE),
        ("texts.author", _TEXT), ("texts.gist", _TEXT), ("texts.answer", _TEXT),
        ("texts.taken", _TEXT),
    )  # fmt: skip
    ordered = [comment for text in facts.texts for comment in facts.comments_on(text.id)]
    rows = (
        (
            number,
            facts.text_title(comment.text_id),
            _day(comment.at),
            comment.author,
            comment.gist,
            comment.answer,
            words.say(f"preparation.taken.{comment.taken.value}"),
        )
        for number, comment in enumerate(ordered, start=1)
    )
    return _sheet(facts, words, "comments", columns, plain_rows(rows), freeze=2)


def _targets(facts: PreparationFacts, words: Wording) -> Sheet:
    columns = (
        ("plan.number", _NUMBER), ("targets.name", _TEXT), ("targets.unit", _TEXT),
        ("targets.last", _TEXT), ("targets.superior", _TEXT), ("book.superior_unit", _TEXT),
        ("targets.own", _TEXT), ("targets.remark", _TEXT),
    )  # fmt: skip
    rows = (
        (
            number,
            found.name,
            found.unit,
            found.last_result,
            found.superior_target,
            found.superior_unit,
            found.own_target,
            flag_words(found, words),
        )
        for number, found in enumerate(facts.indicators, start=1)
    )
    return _sheet(facts, words, "targets", columns, plain_rows(rows), freeze=2)


def _sheet(
    facts: PreparationFacts,
    words: Wording,
    part: str,
    columns: Iterable[tuple[str, ColumnKind]],
    rows: tuple[BookRow, ...],
    *,
    freeze: int,
) -> Sheet:
    return Sheet(
        name=words.say(f"preparation.book.{part}_sheet"),
        title=words.say(f"preparation.book.{part}_title"),
        columns=tuple(
            BookColumn(title=words.say(f"preparation.{key}"), kind=kind) for key, kind in columns
        ),
        sections=(Section(rows=rows),),
        notes=(words.say("preparation.book.as_of", day=day_words(str(facts.today))),),
        freeze_columns=freeze,
    )


def _day(iso: str) -> date | None:
    return day_due(day_of(iso))
