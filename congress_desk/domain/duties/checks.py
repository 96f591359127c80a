"""What is wrong with organs and assignments: each finding with its place and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.item import AgendaItem, ItemKind, ItemState
from congress_desk.domain.duties.plan import Deed, contains, deeds, is_relieved
from congress_desk.domain.elections.election import Election
from congress_desk.domain.organs.duty import Assignment, Duty, Organ
from congress_desk.domain.organs.organs import (
    OrganKey,
    Who,
    counting_board,
    namesakes,
    organ_groups,
    person_links,
    post_of,
    who,
)
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.text.name_order import name_key
from congress_desk.errors import Problem, problem

_NEEDS_NOBODY = frozenset({ItemKind.BREAK})
_BEHIND = frozenset({ItemState.DONE, ItemState.SKIPPED})
_HERE = frozenset({Status.PRESENT, Status.ABSENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFinding:
    """Something to be looked at, and where: a membership, an organ or an item (0, None: not one).

    `against_a_rule` says that a rule of the congress is the cause, not only good order.
    """

    problem: Problem
    duty_id: int = 0
    item_id: int = 0
    organ: OrganKey | None = None
    session: str | None = None
    against_a_rule: bool = False

    @property
    def code(self) -> str:
        return self.problem.code


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFacts:
    """What the checks look at; `duties` with those who left, `board_article` of counting boards.

    `in_session` says that whoever is just absent cannot do anything now.
    """

    duties: tuple[Duty, ...]
    assignments: tuple[Assignment, ...]
    planned: tuple[PlannedItem, ...]
    elections: tuple[Election, ...]
    people: tuple[Person, ...]
    board_article: str = ""
    in_session: bool = False

    @property
    def members(self) -> tuple[Duty, ...]:
        """Return the memberships that stand."""
        return tuple(duty for duty in self.duties if not duty.until)


def check_duties(facts: DutyFacts) -> tuple[DutyFinding, ...]:
    """Return every finding, those against a rule first, then in the order of the organs."""
    checks: tuple[Callable[[DutyFacts], Iterator[DutyFinding]], ...] = (
        _boards,
        _two_places,
        _absent,
        _left,
        _namesakes,
        _heads,
        _idle,
        _nobody,
    )
    found = [finding for check in checks for finding in check(facts)]
    return tuple(sorted(found, key=lambda finding: not finding.against_a_rule))


def _boards(facts: DutyFacts) -> Iterator[DutyFinding]:
    """Find counters who stand for the election they count, or have no vote."""
    links = person_links(facts.duties, facts.people)
    by_number = {person.id: person for person in facts.people}
    for duty in facts.members:
        if duty.organ is not Organ.COUNTING_BOARD:
            continue
        for election in facts.elections:
            names = {name_key(candidate.name) for candidate in election.candidates}
            counts = duty in counting_board(facts.members, election.id)
            if counts and name_key(duty.name) in names:
                concern = problem(
                    "duty_counter_is_candidate",
                    article=facts.board_article,
                    name=duty.name,
                    title=post_of(election.title),
                )
                yield DutyFinding(problem=concern, duty_id=duty.id, against_a_rule=True)
        person = by_number.get(links.get(duty.id, 0))
        if person is not None and not person.has_vote:
            concern = problem("duty_counter_no_vote", article=facts.board_article, name=duty.name)
            yield DutyFinding(problem=concern, duty_id=duty.id, against_a_rule=True)
        elif facts.people and not namesakes(duty.name, facts.people) and person is None:
            concern = problem("duty_counter_unknown", article=facts.board_article, name=duty.name)
            yield DutyFinding(problem=concern, duty_id=duty.id, against_a_rule=True)


def _two_places(facts: DutyFacts) -> Iterator[DutyFinding]:
    """Find whoever is to be in two places at once."""
    links = person_links(facts.duties, facts.people)
    parents = {found.item.id: found.item.parent_id for found in facts.planned}
    of_person: dict[Who, list[Deed]] = {}
    for deed in deeds(facts.duties, facts.assignments, facts.planned):
        if deed.duty is not None and not deed.duty.until:
            of_person.setdefault(who(deed.duty, links), []).append(deed)
    for done in of_person.values():
        for place, first in enumerate(done):
            for second in done[place + 1 :]:
                if _clash(first, second, parents):
                    yield _clash_finding(first, second)


def _clash(first: Deed, second: Deed, parents: dict[int, int]) -> bool:
    """Say whether two things cannot be done by one person: at one time, not one in the other."""
    if first.session.key != second.session.key:
        return False
    assert first.duty is not None and second.duty is not None
    within = contains(first.planned, second.planned, parents) or contains(
        second.planned, first.planned, parents
    )
    if within:
        return first.duty.id != second.duty.id
    return _overlap(first.start, first.end, second.start, second.end)


def _overlap(
    start: datetime | None, end: datetime | None, begins: datetime | None, ends: datetime | None
) -> bool:
    if start is None or end is None or begins is None or ends is None:
        return False
    return start < ends and begins < end


def _clash_finding(first: Deed, second: Deed) -> DutyFinding:
    assert first.duty is not None
    concern = problem(
        "duty_two_places",
        name=first.duty.name,
        first=_deed_words(first),
        second=_deed_words(second),
    )
    return DutyFinding(problem=concern, duty_id=first.duty.id, session=first.session.key)


def _deed_words(deed: Deed) -> str:
    parts = (deed.planned.item.content if deed.planned else "", deed.assignment.what)
    return ": ".join(part for part in parts if part) or deed.session.name


def _absent(facts: DutyFacts) -> Iterator[DutyFinding]:
    """Find members who are not there while nobody stands in for them."""
    links = person_links(facts.duties, facts.people)
    by_number = {person.id: person for person in facts.people}
    done = deeds(facts.duties, facts.assignments, facts.planned)
    for duty in facts.members:
        person = by_number.get(links.get(duty.id, 0))
        if person is None or not _is_away(person, facts.in_session):
            continue
        given = [deed for deed in done if duty.id in (deed.given_to.id, _doing(deed))]
        left = [deed for deed in given if _doing(deed) == duty.id]
        if left or not given:
            concern = problem(
                "duty_member_absent", name=duty.name, status=f"status.{person.status.value}"
            )
            session = left[0].session.key if left else None
            yield DutyFinding(problem=concern, duty_id=duty.id, session=session)


def _is_away(person: Person, in_session: bool) -> bool:
    return person.status not in _HERE or (in_session and person.status is Status.ABSENT)


def _doing(deed: Deed) -> int:
    return deed.duty.id if deed.duty else 0


def _left(facts: DutyFacts) -> Iterator[DutyFinding]:
    """Find what nobody does any more: given to one who left, or relieved with nobody in place."""
    for deed in deeds(facts.duties, facts.assignments, facts.planned):
        if deed.planned and deed.planned.item.state in (ItemState.DONE, ItemState.SKIPPED):
            continue
        if deed.duty is None or deed.duty.until:
            name = (deed.duty or deed.given_to).name
            concern = problem("duty_left_undone", name=name, what=_deed_words(deed))
            yield DutyFinding(problem=concern, duty_id=deed.given_to.id, session=deed.session.key)


def _namesakes(facts: DutyFacts) -> Iterator[DutyFinding]:
    """Find members whose name several people of the register have."""
    links = person_links(facts.duties, facts.people)
    for duty in facts.members:
        same = namesakes(duty.name, facts.people)
        if duty.id not in links and len(same) > 1:
            concern = problem("duty_name_of_several", name=duty.name, count=len(same))
            yield DutyFinding(problem=concern, duty_id=duty.id)


def _heads(facts: DutyFacts) -> Iterator[DutyFinding]:
    """Find organs that nobody leads."""
    titles = {election.id: post_of(election.title) for election in facts.elections}
    for group in organ_groups(facts.duties):
        if not group.members or not group.needs_head or group.head is not None:
            continue
        if group.key.election_id:
            concern = problem("duty_board_no_head", title=titles.get(group.key.election_id, ""))
        else:
            organ = group.key.name or f"organ.{group.key.organ.value}"
            concern = problem("duty_organ_no_head", organ=organ)
        yield DutyFinding(problem=concern, organ=group.key)


def _idle(facts: DutyFacts) -> Iterator[DutyFinding]:
    """Find members nobody gave anything to do; what counters do, the rules say."""
    busy = {a.duty_id for a in facts.assignments if not is_relieved(a)}
    busy |= {a.relieved_by for a in facts.assignments}
    for duty in facts.members:
        if not duty.duty and needs_a_duty(duty) and duty.id not in busy:
            yield DutyFinding(problem=problem("duty_member_idle", name=duty.name), duty_id=duty.id)


def _nobody(facts: DutyFacts) -> Iterator[DutyFinding]:
    """Find items of the programme that nobody executes."""
    done = deeds(facts.duties, facts.assignments, facts.planned)
    executed = {deed.assignment.item_id for deed in done if deed.duty and not deed.duty.until}
    by_id = {found.item.id: found.item for found in facts.planned}
    for found in facts.planned:
        item = found.item
        if not needs_somebody(item):
            continue
        line: list[int] = []
        item_id = item.id
        while item_id in by_id and item_id not in line:
            line.append(item_id)
            item_id = by_id[item_id].parent_id
        if not any(by_id[each].executor or each in executed for each in line):
            concern = problem("duty_item_nobody", item=item.content)
            yield DutyFinding(problem=concern, item_id=item.id)


def needs_a_duty(duty: Duty) -> bool:
    """Say whether a member has to be given something to do: what counters do, the rules say."""
    return duty.organ is not Organ.COUNTING_BOARD


def needs_somebody(item: AgendaItem) -> bool:
    """Say whether somebody has to execute an item: not a break, nor what is behind us."""
    return item.kind not in _NEEDS_NOBODY and item.state not in _BEHIND


def findings_of(found: Sequence[DutyFinding], duty_id: int) -> tuple[DutyFinding, ...]:
    """Return the findings about one membership."""
    return tuple(finding for finding in found if finding.duty_id == duty_id)
