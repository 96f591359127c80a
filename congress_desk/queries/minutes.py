"""The papers derived from the congress, with what was edited in them; read once for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.minutes.paper_fields import ShownPart, shown_parts
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.nomination.steps import NominationFacts
from congress_desk.domain.people.person import (
    BaseRule,
    BaseSum,
    Person,
    PersonKind,
    Status,
    base_sum,
    with_status,
)
from congress_desk.queries.congress import agenda, with_shares
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.posts import congress_of_papers
from congress_desk.queries.elections.round_context import round_context
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.journal import head
from congress_desk.queries.motions import motions
from congress_desk.queries.nomination import nomination_facts
from congress_desk.queries.people import passages, register
from congress_desk.queries.preparation import indicators
from congress_desk.queries.running.items import speeches
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.congress_minutes import minutes_parts
from congress_desk.reports.minutes.derived_paper import DerivedPaper
from congress_desk.reports.minutes.quick_report import quick_report_parts
from congress_desk.reports.minutes.resolution import resolution_parts
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import duties as reading_duties
from congress_desk.storage.reading import rolls as reading_rolls
from congress_desk.storage.reading.paper_parts import paper_parts

_MAKERS: dict[CongressPaper, Callable[[CongressFacts, Wording], DerivedPaper]] = {
    CongressPaper.MINUTES: minutes_parts,
    CongressPaper.RESOLUTION: resolution_parts,
    CongressPaper.QUICK_REPORT: quick_report_parts,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """What the desk shows of one paper: its parts as they stand, in order."""

    paper: CongressPaper
    words: Wording
    derived: DerivedPaper
    parts: tuple[ShownPart, ...]
    can_be_printed: bool

    @property
    def waiting(self) -> int:
        """Return how many parts are to be looked at."""
        return sum(part.waits for part in self.parts)


def congress_facts(file: CongressFile, paper: CongressPaper) -> CongressFacts:
    """Return everything a paper is derived from."""
    people = _attended(file)
    whole = congress_of_papers(file)
    sheets = list(_sheets(file))
    guests = [p for p in people if p.kind is PersonKind.GUEST and p.status is Status.PRESENT]
    probationary = sum(
        p.kind is PersonKind.PROBATIONARY and p.status is Status.PRESENT for p in people
    )
    return CongressFacts(
        congress=whole,
        attended=_sum_of(file, people, whole.base_rule),
        guests=len(guests),
        probationary=probationary,
        agenda=agenda(file),
        duties=reading_duties.all_duties(file),
        motions=motions(file),
        speeches=speeches(file),
        sheets=tuple(sheets),
        contexts={sheet.round.id: round_context(file, sheet.round.id) for sheet in sheets},
        courses=tuple(election_course(file, each.id) for each in elections(file)),
        nominations={f.election.id: f for f in _nominations(file) if f.recorded},
        indicators=indicators(file),
        head=head(file),
        kept=paper_parts(file, paper),
    )


def paper_view(file: CongressFile, paper: CongressPaper) -> PaperView:
    """Return the parts of a paper for the desk."""
    facts = congress_facts(file, paper)
    words = congress_wording(facts.congress)
    derived = _MAKERS[paper](facts, words)
    return PaperView(
        paper=paper,
        words=words,
        derived=derived,
        parts=shown_parts(derived.parts, facts.kept),
        can_be_printed=has_course(file),
    )


def has_course(file: CongressFile) -> bool:
    """Say whether the file tells of more of a congress than its elections."""
    return bool(agenda(file) or register(file) or motions(file) or speeches(file))


def _sheets(file: CongressFile) -> Iterable[RoundSheet]:
    for election in elections(file):
        for held in rounds(file, election.id):
            if held.state is not RoundState.CANCELLED:
                yield round_sheet(file, held.id)


def _nominations(file: CongressFile) -> Iterable[NominationFacts]:
    return (nomination_facts(file, each.id) for each in elections(file))


def _sum_of(file: CongressFile, people: tuple[Person, ...], rule: BaseRule) -> BaseSum:
    there = {person.id for person in people if person.status is Status.PRESENT}
    return with_shares(file, base_sum(people, rule), there)


def _attended(file: CongressFile) -> tuple[Person, ...]:
    """Return the register with everybody present who was ever there: at the end a hall empties."""
    people = register(file)
    came_in = {each.person_id for each in passages(file) if not each.undone}
    there = came_in | reading_rolls.ever_present(file)
    came = (p.id for p in people if p.id in there and p.status is Status.ABSENT)
    return with_status(people, dict.fromkeys(came, Status.PRESENT))
