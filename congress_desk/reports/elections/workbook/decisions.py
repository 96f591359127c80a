"""The sheet of decisions in the results workbook: what was decided on each election, and how."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.decisions.decision import Decision
from congress_desk.reports.document.book import (
    BookColumn,
    ColumnKind,
    Section,
    Sheet,
    Value,
    plain_rows,
)
from congress_desk.reports.document.date_words import moment
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.decision_words import decision_sentences

_COLUMNS = (
    ("code", ColumnKind.CODE),
    ("election", ColumnKind.TEXT),
    ("round", ColumnKind.NUMBER),
    ("state", ColumnKind.TEXT),
    ("decided", ColumnKind.TEXT),
    ("in_favour", ColumnKind.NUMBER),
    ("of", ColumnKind.NUMBER),
    ("article", ColumnKind.TEXT),
    ("at", ColumnKind.TIME),
)


def decisions_sheet(courses: Sequence[ElectionCourse], words: Wording) -> Sheet:
    """Return every decision on every election in order, those that fell or were taken back too."""
    return Sheet(
        name=words.say("book.sheets.decisions"),
        title=words.say("book.decisions.title"),
        columns=tuple(
            BookColumn(title=words.say(f"book.decisions.{key}"), kind=kind)
            for key, kind in _COLUMNS
        ),
        sections=(
            Section(
                rows=plain_rows(
                    _row(course, decided, words)
                    for course in courses
                    for decided in course.decisions
                )
            ),
        ),
        freeze_columns=2,
    )


def _row(course: ElectionCourse, decided: Decision, words: Wording) -> tuple[Value, ...]:
    number = next((h.round.number for h in course.rounds if h.round.id == decided.round_id), None)
    motion = decided.motion
    told = decision_sentences(decided, course.election, number or 0, words)
    sentences = " ".join(told) or decided.matter
    return (
        course.election.code,
        course.election.title,
        number,
        words.say(f"book.decisions.{decided.state.value}"),
        sentences,
        motion.hands.in_favour if motion and motion.hands else None,
        motion.base if motion else None,
        decided.article,
        moment(decided.at),
    )
