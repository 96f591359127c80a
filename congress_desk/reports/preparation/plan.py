"""The plan of the preparation printed: by section, and for each person a page of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from congress_desk.domain.preparation.progress import Load, by_section, helpers_of, loads, progress
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.name_order import name_key
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.preparation.facts import (
    PreparationFacts,
    day_words,
    name_words,
    preparation_document,
    section_words,
    task_words,
)

_POINTS = 11.5
# Widths in mm of a page laid across; 0 takes what is left.
_PLAN = (
    ("number", 11), ("task", 0), ("answerable", 38), ("helpers", 36), ("due", 23), ("state", 28),
    ("note", 38),
)  # fmt: skip
_PERSON = (("number", 11), ("task", 0), ("due", 24), ("state", 30), ("helpers", 48), ("note", 48))
_CENTRED = ("number", "due", "state")


def preparation_plan(facts: PreparationFacts, wording: Wording | None = None) -> Document:
    """Return the plan by section, with who answers, by when and how it stands."""
    words = facts.wording(wording)
    blocks = (*_counts(facts, words), *_plan_tables(facts, words))
    return preparation_document(facts, words, "plan", blocks)


def preparation_by_person(facts: PreparationFacts, wording: Wording | None = None) -> Document:
    """Return a page for each person by name: what they answer for, and where they help."""
    words = facts.wording(wording)
    people = [load for load in loads(facts.tasks, facts.today) if load.name]
    blocks: list[Block] = []
    for load in sorted(people, key=lambda load: name_key(load.name)):
        blocks += [PageBreak()] if blocks else []
        blocks += _person_page(load, facts, words)
    if not blocks:
        blocks = [Paragraph(runs=words.runs("preparation.people.empty"))]
    return preparation_document(facts, words, "people", tuple(blocks))


def _counts(facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    if not facts.tasks:
        yield Paragraph(runs=words.runs("preparation.plan.empty"))
        return
    figures = progress(facts.tasks, facts.today)
    yield Paragraph(
        runs=words.runs(
            "preparation.plan.count",
            total=figures.total,
            done=figures.done,
            late=figures.late,
            week=figures.this_week,
        )
    )
    if figures.unassigned:
        yield Paragraph(runs=words.runs("preparation.plan.unassigned", count=figures.unassigned))


def _plan_tables(facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    columns = _columns(_PLAN, words)
    number = 0
    for section, tasks in by_section(facts.tasks):
        yield Heading(
            title=section_words(section, words),
            remark=words.say("preparation.plan.of_section", count=len(tasks)),
        )
        rows = [_plan_row(number + n, t, facts, words) for n, t in enumerate(tasks, start=1)]
        number += len(tasks)
        yield Table(columns=columns, rows=tuple(rows), points=_POINTS)


def _plan_row(number: int, task: Task, facts: PreparationFacts, words: Wording) -> tuple[str, ...]:
    return (
        str(number),
        task.title,
        name_words(task.answerable, words),
        ", ".join(helpers_of(task)),
        day_words(task.due),
        task_words(task, facts, words),
        _note(task, facts),
    )


def _person_page(load: Load, facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    yield Heading(title=load.name)
    if load.tasks:
        yield Paragraph(
            runs=words.runs(
                "preparation.people.count",
                total=len(load.tasks),
                done=load.done,
                late=load.late,
                week=load.this_week,
                rest=load.open - load.late - load.this_week,
            )
        )
        rows = tuple(_person_row(n, t, facts, words) for n, t in enumerate(load.tasks, start=1))
        yield Table(columns=_columns(_PERSON, words), rows=rows, points=_POINTS)
    else:
        yield Paragraph(runs=words.runs("preparation.people.only_helps", count=load.helps))
    yield from _helped(load, facts.tasks, words)


def _person_row(
    number: int, task: Task, facts: PreparationFacts, words: Wording
) -> tuple[str, ...]:
    return (
        str(number),
        task.title,
        day_words(task.due),
        task_words(task, facts, words),
        ", ".join(helpers_of(task)),
        _note(task, facts),
    )


def _helped(load: Load, tasks: Iterable[Task], words: Wording) -> Iterator[Block]:
    closed = (TaskState.DONE, TaskState.DROPPED)
    helped = [
        task
        for task in tasks
        if task.state not in closed and fold(load.name) in map(fold, helpers_of(task))
    ]
    if helped and load.tasks:
        yield Paragraph(runs=words.runs("preparation.people.helps"))
    for task in helped:
        key = "help" if task.due else "help_undated"
        yield Bullet(
            runs=words.runs(
                f"preparation.people.{key}",
                task=task.title,
                name=name_words(task.answerable, words),
                due=day_words(task.due),
            )
        )


def _note(task: Task, facts: PreparationFacts) -> str:
    return ". ".join(part for part in (facts.text_title(task.text_id), task.note) if part)


def _columns(keys: Sequence[tuple[str, float]], words: Wording) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=words.say(f"preparation.plan.{key}"),
            width=width,
            align=Align.CENTER if key in _CENTRED else Align.LEFT,
        )
        for key, width in keys
    )
