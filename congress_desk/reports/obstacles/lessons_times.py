"""Lessons of time: the programme as planned and as it was, and preparation that was late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.item import ItemKind
from congress_desk.domain.agenda.item_words import unnumbered
from congress_desk.domain.minutes.lessons import ItemTimes, LateTask, item_times, late_tasks
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.agenda.programme import clock_notes
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Heading,
    Paragraph,
    Run,
    Spacer,
    Table,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.obstacles.obstacle_words import duration_words, moment_words, plain

# Widths in mm; 0 takes what is left.
_TIMES = (
    ("number", 10), ("content", 0), ("planned", 27), ("actual", 27), ("begun_by", 19),
    ("taken_by", 19),
)  # fmt: skip
_TASKS = (
    ("number", 10), ("title", 0), ("answerable", 38), ("due", 24), ("done", 24), ("late", 17),
)  # fmt: skip
_LEFT = ("content", "title", "answerable")


def times_section(planned: Sequence[PlannedItem], words: Wording) -> tuple[Block, ...]:
    """Return planned against actual times; one sentence where nothing was recorded."""
    times = item_times(planned)
    heading = Heading(title=words.say("lessons.times.heading"))
    if not any(found.started for found in times):
        return heading, Paragraph(runs=words.runs("lessons.times.none"))
    rows, bold = _rows(times, words)
    table = Table(columns=_columns("times", _TIMES, words), rows=rows, bold_rows=bold, small=True)
    notes = clock_notes(planned, words)
    return heading, *_sentences(times, words), table, *notes, Spacer(height=2)


def tasks_section(tasks: Sequence[Task], today: date, words: Wording) -> tuple[Block, ...]:
    """Return how much of the preparation was done, and what of it was late."""
    heading = Heading(title=words.say("lessons.tasks.heading"))
    meant = [task for task in tasks if task.state is not TaskState.DROPPED]
    if not meant:
        return heading, Paragraph(runs=words.runs("lessons.tasks.none"))
    late = late_tasks(meant, today)
    done = sum(task.state is TaskState.DONE for task in meant)
    sentence = words.runs("lessons.tasks.count", done=done, all=len(meant), late=len(late))
    if not late:
        return heading, Paragraph(runs=sentence)
    rows = tuple(_late_row(number, each, words) for number, each in enumerate(late, start=1))
    table = Table(columns=_columns("tasks", _TASKS, words), rows=rows, small=True)
    return heading, Paragraph(runs=sentence), table, Spacer(height=2)


def _sentences(times: Sequence[ItemTimes], words: Wording) -> tuple[Block, ...]:
    """Say how many items were held, which began late or took longer, and when it all ended."""
    held = [found for found in times if _is_numbered(found)]
    skipped = sum(found.skipped for found in held)
    runs = [
        words.runs(
            "lessons.times.done",
            begun=sum(found.started is not None for found in held),
            planned=len(held),
            skipped=words.say("lessons.times.skipped", count=skipped) if skipped else "",
        ),
        _worst("late", [found for found in held if (found.late or 0) > 0], _late, words),
        _worst("longer", [found for found in held if (found.longer or 0) > 0], _longer, words),
    ]
    last = next((found for found in reversed(times) if found.planned.depth == 0), None)
    if last and last.planned.end and last.finished:
        at = {"planned": last.planned.end, "actual": last.finished}
        moments = {key: moment_words(value, words) for key, value in at.items()}
        runs.append(words.runs("lessons.times.ending", **moments))
    return tuple(Paragraph(runs=each) for each in runs)


def _worst(
    key: str, found: Sequence[ItemTimes], minutes: Callable[[ItemTimes], int], words: Wording
) -> tuple[Run, ...]:
    if not found:
        return words.runs(f"lessons.times.no_{key}")
    worst = max(found, key=minutes)
    return words.runs(
        f"lessons.times.{key}",
        count=len(found),
        length=duration_words(minutes(worst), words),
        content=plain(unnumbered(worst.planned.item.content)),
    )


def _is_numbered(found: ItemTimes) -> bool:
    """Say whether it is an item that counts: no part of another one, no break."""
    return found.planned.depth == 0 and found.planned.item.kind is not ItemKind.BREAK


def _late(found: ItemTimes) -> int:
    return found.late or 0


def _longer(found: ItemTimes) -> int:
    return found.longer or 0


def _rows(
    times: Sequence[ItemTimes], words: Wording
) -> tuple[tuple[tuple[str, ...], ...], frozenset[int]]:
    """Return the items, the days of a longer congress as rows of their own."""
    days = {found.planned.day for found in times}
    rows: list[tuple[str, ...]] = []
    bold: set[int] = set()
    day, number = "", 0
    for found in times:
        if len(days) > 1 and found.planned.day != day:
            day = found.planned.day
            bold.add(len(rows))
            title = words.say("lessons.times.day", day=vietnamese_date(day))
            rows.append(("", title, "", "", "", ""))
        number += _is_numbered(found)
        rows.append(_row(number, found, words))
    return tuple(rows), frozenset(bold)


def _row(number: int, found: ItemTimes, words: Wording) -> tuple[str, ...]:
    part, content = found.planned.depth > 0, unnumbered(found.planned.item.content)
    shown = str(number) if _is_numbered(found) else ""
    actual = (
        words.say("lessons.times.was_skipped")
        if found.skipped
        else _span(found.started, found.finished)
    )
    return (
        shown,
        words.say("lessons.times.part", content=content) if part else content,
        _span(found.planned.start, found.planned.end),
        actual,
        _signed(found.late),
        _signed(found.longer),
    )


def _span(start: datetime | None, end: datetime | None) -> str:
    if start is None:
        return ""
    return f"{start:%H:%M}–{end:%H:%M}" if end else f"{start:%H:%M}–"


def _signed(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return f"+{minutes}" if minutes > 0 else str(minutes).replace("-", "−")


def _late_row(number: int, late: LateTask, words: Wording) -> tuple[str, ...]:
    task = late.task
    done = task.state is TaskState.DONE
    return (
        str(number),
        task.title,
        task.answerable,
        vietnamese_date(task.due),
        vietnamese_date(task.done_at[:10]) if done else words.say("lessons.tasks.not_done"),
        str(late.days),
    )


def _columns(
    group: str, columns: Sequence[tuple[str, float]], words: Wording
) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=words.say(f"lessons.{group}.{key}"),
            width=width,
            align=Align.LEFT if key in _LEFT else Align.CENTER,
        )
        for key, width in columns
    )
