"""The one list of all who were elected in several rounds, in the resolution."""

from __future__ import annotations

from congress_desk.domain.decisions.course import ElectionCourse, Seat
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.minutes.paper_fields import ComputedPart
from congress_desk.reports.document.document import Align, Column, Table
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import grouped
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.paper_prose import Prose, sentence

ALL_FIELD = "elected_table"
_MINUTES = "congress_minutes"


def several(facts: CongressFacts) -> tuple[ElectionCourse, ...]:
    """Return the elections whose elected come from more than one vote or decision."""
    return tuple(
        course
        for course in facts.courses
        if len({_from(seat) for seat in course.elected}) > 1 and course.rounds
    )


def all_record(course: ElectionCourse) -> str:
    """Return what the list of an election is called as a record."""
    return f"election:{course.election.code}:elected"


def all_part(course: ElectionCourse, prose: Prose) -> ComputedPart:
    """Return the list of all elected, round by round from high to low."""
    title = sentence(election_title(course.election))
    values = {
        "what": title,
        "elected_count": str(len(course.elected)),
        ALL_FIELD: all_elected(course, prose)[1],
    }
    text = prose.template("election.all")
    lines = f"{text}\n{{{ALL_FIELD}}}"
    return prose.part(all_record(course), "elections", title, lines, values)


def all_elected(course: ElectionCourse, prose: Prose) -> tuple[Table, str]:
    """Return all elected with the vote and its numbers as a table, and the same as text."""
    rows = tuple(
        (str(place), *_row(seat, prose)) for place, seat in enumerate(course.elected, start=1)
    )
    widths = {"number": 13.0, "name": 0.0, "round": 26.0, "votes": 26.0, "percent": 24.0}
    columns = tuple(
        Column(
            title=prose.template(f"election.{key}", "" if key == "round" else _MINUTES),
            width=width,
            align=Align.LEFT if key == "name" else Align.CENTER,
        )
        for key, width in widths.items()
    )
    return Table(columns=columns, rows=rows), "; ".join(" – ".join(row[1:]) for row in rows)


def _row(seat: Seat, prose: Prose) -> tuple[str, str, str, str]:
    number = str(seat.round.number) if seat.round else ""
    if seat.decision is not None:
        number = prose.template("election.by_decision")
    votes = "" if seat.votes is None else grouped(seat.votes)
    return seat.name, number, votes, decimal_comma(seat.percent)


def _from(seat: Seat) -> tuple[int, int]:
    return seat.round.id if seat.round else 0, seat.decision.id if seat.decision else 0
