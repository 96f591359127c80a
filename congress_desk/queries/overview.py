"""The overview of a congress: what is next, who is there, the elections, and what is to be done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.findings import list_findings
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.obstacles import ObstacleCounts
from congress_desk.domain.overview.checks import matters
from congress_desk.domain.overview.overview import ElectionStanding, Matter, OverviewFacts
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import BARRED
from congress_desk.domain.running.clock import TrackItem
from congress_desk.errors import Refusal
from congress_desk.queries.agenda.items import agenda_view
from congress_desk.queries.congress import congress, duties, presence
from congress_desk.queries.duties import duties_view
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.queries.minutes import paper_view
from congress_desk.queries.motions import motions
from congress_desk.queries.obstacles import obstacle_counts, open_obstacles
from congress_desk.queries.people import register, status_changes
from congress_desk.queries.preparation import tasks, texts
from congress_desk.queries.running.programme_track import track_of
from congress_desk.queries.seating import seating_in_force
from congress_desk.queries.text_copies import text_copies
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.paper_parts import paper_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """What the desk shows; `matters` are those of the moment it was asked for."""

    facts: OverviewFacts
    track: tuple[TrackItem, ...]
    obstacles: ObstacleCounts
    matters: tuple[Matter, ...]


def overview(file: CongressFile, now: datetime) -> OverviewView:
    """Return what the desk shows at `now` (wall clock)."""
    facts = replace(overview_facts(file), place_of_copies=file.backups.place_problem)
    return OverviewView(
        facts=facts,
        track=track_of(file),
        obstacles=obstacle_counts(file),
        matters=matters(facts, now),
    )


def overview_facts(file: CongressFile) -> OverviewFacts:
    """Return what the list is made from; while ballots come in only the count is read again."""
    still = file.remembered("overview_facts", 0, lambda: _facts(file))
    standings = tuple(_counted(file, s) if s.counting else s for s in still.elections)
    return replace(still, elections=standings)


def _facts(file: CongressFile) -> OverviewFacts:
    people = register(file)
    agenda = agenda_view(file)
    seating = seating_in_force(file)
    return OverviewFacts(
        congress=congress(file),
        base=presence(file),
        people=people,
        unexplained=_unexplained(file, people),
        duties=duties(file),
        elections=tuple(_standing(file, found) for found in elections(file)),
        motions=motions(file),
        tasks=tasks(file),
        texts=texts(file),
        copies=text_copies(file),
        seating_plan=seating.plan.name if seating else "",
        without_seat=len(seating.without_seat) if seating else 0,
        planned={item.id: item.content for item in agenda.items},
        agenda_warnings=agenda.warnings,
        duty_findings=duties_view(file).findings,
        obstacles=open_obstacles(file),
        parts_to_see=sum(_waiting(file, paper) for paper in CongressPaper),
    )


def _waiting(file: CongressFile, paper: CongressPaper) -> int:
    """Return how many sentences of a paper wait to be seen; a paper nobody edited has none."""
    return paper_view(file, paper).waiting if paper_parts(file, paper) else 0


def _unexplained(file: CongressFile, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return those taken off D of whom neither their last change nor the register says why."""
    return tuple(
        person
        for person in people
        if person.status in BARRED and not person.note and not _reason(file, person)
    )


def _reason(file: CongressFile, person: Person) -> str:
    changes = status_changes(file, person.id)
    return changes[-1].reason if changes and changes[-1].status is person.status else ""


def _standing(file: CongressFile, found: Election) -> ElectionStanding:
    held = held_rounds(rounds(file, found.id))
    rules, course = congress(file).rules, election_course(file, found.id)
    standing = ElectionStanding(
        election=found,
        last=held[-1] if held else None,
        elected=len(course.elected),
        course=course,
        list_findings=tuple(list_findings(found.candidates, found.seats, rules, found.kind)),
        goes_on=not isinstance(next_round(file, found.id), Refusal),
    )
    if standing.last is None or standing.counting:
        return standing
    result = round_sheet(file, standing.last.id).result
    return replace(standing, entered=result.entered, outcome=result.outcome)


def _counted(file: CongressFile, standing: ElectionStanding) -> ElectionStanding:
    assert standing.last is not None
    sheet = running_sheet(file, standing.last.id)
    return replace(
        standing, last=sheet.round, entered=sheet.result.entered, blocking=sheet.blocking
    )
