"""How preparation stands: what is late, what is due this week, and who carries how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from congress_desk.domain.elections.majority import percent
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.preparation.text import CongressText, TextState
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.name_order import name_key

_CLOSED = {
    TaskState.DONE: "done",
    TaskState.DROPPED: "dropped",
    TextState.FINAL: "done",
    TextState.ADOPTED: "done",
}


class Standing(StrEnum):
    """Where a task or a text is against its deadline; a day that is today is not late yet."""

    LATE = "late"
    THIS_WEEK = "this_week"
    LATER = "later"
    UNDATED = "undated"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Say whether something is left to do: neither done nor dropped."""
        return self not in (Standing.DONE, Standing.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What one person answers for: `open` counts the late ones and those of this week too.

    `name` is empty for the tasks nobody answers for; `helps` is in how many open tasks of others
    the person helps.
    """

    name: str
    tasks: tuple[Task, ...] = ()
    open: int = 0
    late: int = 0
    this_week: int = 0
    done: int = 0
    helps: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The figures of tasks or texts, dropped ones left out of `total`; `total` = done + open."""

    total: int
    done: int
    late: int
    this_week: int
    undated: int
    unassigned: int
    dropped: int

    @property
    def open(self) -> int:
        """Return how many are not done."""
        return self.total - self.done

    @property
    def percent_done(self) -> str:
        """Return the share of what is done with two decimals; "" of nothing."""
        return percent(self.done, self.total)


def day_due(due: str) -> date | None:
    """Return the day of a deadline YYYY-MM-DD, None of none."""
    try:
        return date.fromisoformat(due)
    except ValueError:
        return None


def week_end(today: date) -> date:
    """Return the Sunday of the week of a day."""
    return today + timedelta(days=6 - today.weekday())


def standing(record: Task | CongressText, today: date) -> Standing:
    """Return where a task or a text is against its deadline."""
    closed = _CLOSED.get(record.state)
    if closed:
        return Standing(closed)
    due = day_due(record.due)
    if due is None:
        return Standing.UNDATED
    if due < today:
        return Standing.LATE
    return Standing.THIS_WEEK if due <= week_end(today) else Standing.LATER


def days_late(record: Task | CongressText, today: date) -> int:
    """Return how many days an open task or text is past its deadline, 0 when it is not."""
    due = day_due(record.due)
    late = standing(record, today) is Standing.LATE
    return (today - due).days if late and due else 0


def helpers_of(task: Task) -> tuple[str, ...]:
    """Return the names of those who help, each once."""
    names = (clean_text(name) for name in task.helpers.replace(",", ";").split(";"))
    return tuple(dict.fromkeys(name for name in names if name))


def progress(records: Sequence[Task] | Sequence[CongressText], today: date) -> Progress:
    """Return the figures of tasks, or of texts."""
    count = Counter(standing(record, today) for record in records)
    return Progress(
        total=len(records) - count[Standing.DROPPED],
        done=count[Standing.DONE],
        late=count[Standing.LATE],
        this_week=count[Standing.THIS_WEEK],
        undated=count[Standing.UNDATED],
        unassigned=sum(
            not answerable(record) and standing(record, today).is_open for record in records
        ),
        dropped=count[Standing.DROPPED],
    )


def answerable(record: Task | CongressText) -> str:
    """Return who answers for a task, or who drafts a text."""
    return record.answerable if isinstance(record, Task) else record.drafter


def loads(tasks: Iterable[Task], today: date) -> tuple[Load, ...]:
    """Return what everybody carries: those with the most that is late, then open, come first.

    What nobody answers for comes before all; the same name in other letters is one person.
    """
    everything = [task for task in tasks if task.state is not TaskState.DROPPED]
    names: dict[str, str] = {}
    carried: dict[str, list[Task]] = {}
    for task in everything:
        key = fold(task.answerable)
        names.setdefault(key, task.answerable)
        carried.setdefault(key, []).append(task)
    helping = _helping(everything, names)
    found = [
        _load(name, tuple(carried.get(key, ())), helping[key], today) for key, name in names.items()
    ]
    return tuple(sorted(found, key=_heaviest_first))


def sections(tasks: Iterable[Task]) -> tuple[str, ...]:
    """Return the sections in the order in which they first come."""
    return tuple(dict.fromkeys(task.section for task in tasks))


def by_section(tasks: Sequence[Task]) -> tuple[tuple[str, tuple[Task, ...]], ...]:
    """Return the tasks of each section, in the order of the plan."""
    return tuple((s, tuple(t for t in tasks if t.section == s)) for s in sections(tasks))


def _helping(tasks: Sequence[Task], names: dict[str, str]) -> Counter[str]:
    """Count the open tasks each person helps in; who only helps is added to `names`."""
    helping: Counter[str] = Counter()
    for task in tasks:
        if task.state is TaskState.DONE:
            continue
        for name in helpers_of(task):
            names.setdefault(fold(name), name)
            helping[fold(name)] += 1
    return helping


def _load(name: str, tasks: tuple[Task, ...], helps: int, today: date) -> Load:
    count = Counter(standing(task, today) for task in tasks)
    return Load(
        name=name,
        tasks=tasks,
        open=len(tasks) - count[Standing.DONE],
        late=count[Standing.LATE],
        this_week=count[Standing.THIS_WEEK],
        done=count[Standing.DONE],
        helps=helps,
    )


def _heaviest_first(load: Load) -> tuple[object, ...]:
    return bool(load.name), -load.late, -load.open, -load.done, name_key(load.name)
