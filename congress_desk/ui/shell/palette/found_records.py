"""What the palette finds in the congress by name: people, elections, items, motions and more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from congress_desk.i18n import label, tr
from congress_desk.papers import available
from congress_desk.queries.congress import agenda
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.motions import motions
from congress_desk.queries.obstacles import obstacles
from congress_desk.queries.people import register
from congress_desk.queries.preparation import tasks, texts


class FoundRecord(NamedTuple):
    """A record: the desk, which one and which part of the desk, its words and what it is."""

    desk: str
    record: int
    part: str
    words: str
    aside: str
    icon: str


def palette_records(file: Any) -> tuple[FoundRecord, ...]:
    """Return everything of the congress that has a name."""
    return (
        *_people(file), *_votes(file), *_programme(file), *_preparation(file), *_papers(file),
    )  # fmt: skip


def _people(file: Any) -> Iterator[FoundRecord]:
    for person in register(file):
        parts = (str(person.id), person.delegation, label("status", person.status.value))
        aside = " · ".join(filter(None, parts))
        yield FoundRecord("people", person.id, "", person.name, aside, "users")


def _votes(file: Any) -> Iterator[FoundRecord]:
    for election in elections(file):
        aside = tr("election {code}", code=election.code)
        yield FoundRecord("elections", election.id, "", election.title, aside, "vote")
    for number, motion in enumerate(motions(file), start=1):
        aside = tr("motion {number}", number=number)
        yield FoundRecord("motions", motion.id, "", motion.matter, aside, "hand")


def _programme(file: Any) -> Iterator[FoundRecord]:
    for item in agenda(file):
        aside = " · ".join(filter(None, (tr("agenda"), item.session, item.time)))
        yield FoundRecord("agenda", item.id, "", item.content, aside, "list-ordered")
    for found in obstacles(file):
        yield FoundRecord("obstacles", found.id, "", found.what, tr("obstacle"), "octagon-alert")


def _preparation(file: Any) -> Iterator[FoundRecord]:
    for task in tasks(file):
        yield FoundRecord("preparation", task.id, "task", task.title, tr("task"), "list-checks")
    for text in texts(file):
        yield FoundRecord("preparation", text.id, "text", text.title, tr("text"), "file-text")


def _papers(file: Any) -> Iterator[FoundRecord]:
    """Yield the papers; of several of a kind the desk shows which one is meant."""
    for paper in available(file):
        icon = "file-spreadsheet" if paper.is_workbook else "file-text"
        yield FoundRecord("papers", paper.round_id, paper.kind, paper.title, tr("paper"), icon)
