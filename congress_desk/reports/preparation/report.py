"""The progress report to the superior (báo cáo tiến độ chuẩn bị): figures, late, due, texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.preparation.indicator_checks import indicator_flags
from congress_desk.domain.preparation.progress import (
    Progress,
    Standing,
    by_section,
    day_due,
    days_late,
    progress,
    standing,
)
from congress_desk.domain.preparation.task import Task
from congress_desk.domain.preparation.text import CommentState
from congress_desk.reports.after_election.after_parts import committee_signature, recipients
from congress_desk.reports.document.date_words import day_of
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import addressee, congress_name
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.preparation.facts import (
    PreparationFacts,
    day_words,
    name_words,
    preparation_document,
    section_words,
    text_words,
)

_FIGURES = ("total", "done", "late", "week", "rest")


def preparation_report(facts: PreparationFacts, wording: Wording | None = None) -> Document:
    """Return the report as of `facts.today`."""
    words = facts.wording(wording)
    blocks = (
        *_opening(facts, words),
        *_general(facts, words),
        *_listed(facts, words, Standing.LATE, "late"),
        *_listed(facts, words, Standing.THIS_WEEK, "week"),
        *_texts(facts, words),
        *_targets(facts, words),
        *_obstacles(facts, words),
        KeepTogether(blocks=_signatures(facts, words)),
    )
    number = words.say("head.number_of_body", type=words.say("preparation.report.symbol"))
    return preparation_document(facts, words, "report", blocks, landscape=False, number=number)


def _opening(facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    details = facts.congress.details
    name = congress_name(facts.congress, words)
    if above := addressee(facts.congress, words):
        runs = words.runs("preparation.report.to", superior=above)
        yield Paragraph(runs=runs, align=Align.CENTER, indent=False)
    today = day_words(str(facts.today))
    yield _say(words, "intro", congress=name, body=details.body or name, day=today)
    first = day_due(day_of(details.starts))
    if first is not None:
        left = (first - facts.today).days
        yield _say(words, "days_left" if left > 0 else "opened", day=_day(first), days=left)


def _general(facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    yield Heading(title=words.say("preparation.report.general"))
    if not facts.tasks:
        yield _say(words, "figures_none")
        return
    figures = progress(facts.tasks, facts.today)
    yield _say(
        words,
        "figures",
        total=figures.total,
        done=figures.done,
        percent=decimal_comma(figures.percent_done) or "0",
        open=figures.open,
        late=figures.late,
        week=figures.this_week,
    )
    if figures.unassigned:
        yield _say(words, "unassigned", count=figures.unassigned)
    elif figures.open:
        yield _say(words, "all_assigned")
    if figures.dropped:
        yield _say(words, "dropped", count=figures.dropped)
    yield _section_table(facts, figures, words)


def _section_table(facts: PreparationFacts, whole: Progress, words: Wording) -> Table:
    rows = [
        (section_words(section, words), *_figures(progress(tasks, facts.today)))
        for section, tasks in by_section(facts.tasks)
    ]
    rows.append((words.say("preparation.report.sum"), *_figures(whole)))
    columns = [Column(title=words.say("preparation.report.section"))]
    columns += [
        Column(title=words.say(f"preparation.report.{key}"), width=20, align=Align.CENTER)
        for key in _FIGURES
    ]
    return Table(columns=tuple(columns), rows=tuple(rows), bold_rows=frozenset({len(rows) - 1}))


def _figures(found: Progress) -> tuple[str, ...]:
    rest = found.open - found.late - found.this_week
    return tuple(map(str, (found.total, found.done, found.late, found.this_week, rest)))


def _listed(facts: PreparationFacts, words: Wording, which: Standing, key: str) -> Iterator[Block]:
    yield Heading(title=words.say(f"preparation.report.{key}_title"))
    found = [task for task in facts.tasks if standing(task, facts.today) is which]
    if found:
        yield _task_table(sorted(found, key=lambda task: task.due), facts, words, which)
    else:
        yield _say(words, f"{key}_none")


def _task_table(
    tasks: Sequence[Task], facts: PreparationFacts, words: Wording, which: Standing
) -> Table:
    late = which is Standing.LATE
    columns = [
        Column(title=words.say("preparation.plan.number"), width=11, align=Align.CENTER),
        Column(title=words.say("preparation.plan.task")),
        Column(title=words.say("preparation.plan.answerable"), width=40),
        Column(title=words.say("preparation.plan.due"), width=26, align=Align.CENTER),
    ]
    if late:
        title = words.say("preparation.report.late_days")
        columns.append(Column(title=title, width=17, align=Align.CENTER))
    rows = (
        (
            str(number),
            task.title,
            name_words(task.answerable, words),
            day_words(task.due),
            *([str(days_late(task, facts.today))] if late else []),
        )
        for number, task in enumerate(tasks, start=1)
    )
    return Table(columns=tuple(columns), rows=tuple(rows))


def _texts(facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    yield Heading(title=words.say("preparation.report.texts_title"))
    if not facts.texts:
        yield _say(words, "texts_none")
        return
    figures = progress(facts.texts, facts.today)
    waiting = sum(comment.taken is CommentState.OPEN for comment in facts.comments)
    yield _say(
        words,
        "texts" if facts.comments else "texts_uncommented",
        total=figures.total,
        done=figures.done,
        late=figures.late,
        comments=len(facts.comments),
        open=waiting,
    )
    columns = (
        Column(title=words.say("preparation.plan.number"), width=11, align=Align.CENTER),
        Column(title=words.say("preparation.texts.text")),
        Column(title=words.say("preparation.texts.drafter"), width=38),
        Column(title=words.say("preparation.plan.state"), width=46),
    )
    rows = (
        (str(n), text.title, name_words(text.drafter, words), text_words(text, facts, words))
        for n, text in enumerate(facts.texts, start=1)
    )
    yield Table(columns=columns, rows=tuple(rows))


def _targets(facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    yield Heading(title=words.say("preparation.report.targets_title"))
    given = sum(bool(found.superior_target) for found in facts.indicators)
    if not facts.indicators:
        yield _say(words, "targets_none")
        return
    count = Counter(flag.value for found in facts.indicators for flag in indicator_flags(found))
    numbers = {key: count[key] for key in ("no_answer", "unit_differs", "short")}
    met = given and not any(numbers.values())
    yield _say(words, "targets_met" if met else "targets", given=given, **numbers)


def _obstacles(facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    yield Heading(title=words.say("preparation.report.obstacles_title"))
    if not facts.obstacles:
        yield _say(words, "obstacles_none")
        return
    yield _say(words, "obstacles", count=len(facts.obstacles))
    for found in facts.obstacles:
        name = name_words(found.answerable, words).strip("()")
        runs = words.runs("preparation.report.obstacle", what=found.what, answerable=name)
        yield Bullet(runs=runs)


def _signatures(facts: PreparationFacts, words: Wording) -> tuple[Block, ...]:
    above = addressee(facts.congress, words)
    left = recipients(above, words) if above else Signature(title=words.say("preparation.recorder"))
    signer = committee_signature(facts.congress, words)
    return Spacer(height=4), Signatures(cells=(left, signer), across=2)


def _say(words: Wording, key: str, **params: str | int) -> Paragraph:
    return Paragraph(runs=words.runs(f"preparation.report.{key}", **params))


def _day(day: date) -> str:
    return day_words(str(day))
