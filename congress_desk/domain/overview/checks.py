"""The checks behind the overview, one an area: what each says, and the desk that puts it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from congress_desk.domain.elections.stages import Stage
from congress_desk.domain.motions import MotionKind, MotionOutcome
from congress_desk.domain.obstacles import Gravity, ObstacleState, minutes_open, wall_clock
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.organs.organs import counting_board, post_of
from congress_desk.domain.overview.overview import (
    ElectionStanding,
    Matter,
    Need,
    OverviewFacts,
    in_order,
)
from congress_desk.domain.people.person import CongressKind, PersonKind, Status
from congress_desk.domain.people.register import same_names
from congress_desk.domain.preparation.progress import (
    Standing,
    answerable,
    day_due,
    days_late,
    standing,
)
from congress_desk.domain.preparation.text import TextState
from congress_desk.domain.rules.quorum import has_quorum, quorum_of
from congress_desk.errors import Problem, problem

# A text that is not final this long before the congress is reported.
_NEAR = timedelta(days=7)
# Whoever was asked this long ago and has not answered is asked again.
_PATIENCE = 30
_GRAVE = (Gravity.BLOCKING, Gravity.HIGH)
_FINAL = (TextState.FINAL, TextState.ADOPTED)
_ORGANS = (Organ.PRESIDIUM, Organ.SECRETARIAT)
# While ballots are still coming in, these are no news.
_NATURAL = frozenset(
    {"present_missing", "issued_missing", "returned_missing", "ballots_missing",
     "ballots_missing_some_wait", "bundle_short", "bundles_sum_differs"}
)  # fmt: skip
_DECISIONS = {
    Stage.TIE: "overview_round_tie",
    Stage.SHORT: "overview_round_short",
    Stage.VOID: "overview_round_void",
    Stage.ANNULLED: "overview_round_annulled",
    Stage.STOPPED: "overview_round_stopped",
}


def matters(facts: OverviewFacts, now: datetime) -> tuple[Matter, ...]:
    """Return everything there is to do at `now` (wall clock), the most pressing first."""
    found = [*_obstacles(facts, now), *_counting(facts), *_minutes(facts)]
    if facts.place_of_copies:
        found.append(Matter(need=Need.LOOK, said=facts.place_of_copies, desk="overview"))
    if not facts.closed:
        found += [*_congress(facts), *_people(facts), *_programme(facts), *_elections(facts)]
        found += [*_motions(facts), *_organs(facts), *_preparation(facts, now.date())]
    return in_order(found)


def _congress(facts: OverviewFacts) -> Iterator[Matter]:
    details = facts.congress.details
    if not details.starts:
        yield _missing("congress", problem("overview_no_starts"), part="details")
    wanting = [not text for text in (details.superior, details.body, details.term, details.place)]
    if any(wanting):
        concern = problem("overview_details_missing", count=sum(wanting))
        yield _missing("congress", concern, part="details")
    if facts.congress.rules.notice and not facts.in_session:
        concern = problem("overview_rules_notice", rules=facts.congress.rules.short_title)
        yield Matter(need=Need.LOOK, said=concern, desk="congress", part="rules")


def _people(facts: OverviewFacts) -> Iterator[Matter]:
    if not facts.people:
        yield _missing("people", problem("overview_register_empty"))
        return
    if facts.in_session and not has_quorum(facts.base, facts.congress.rules.quorum):
        yield Matter(need=Need.BLOCKING, said=_no_quorum(facts), desk="checkin")
    for person in facts.unexplained:
        concern = problem(
            "overview_status_unexplained", name=person.name, status=f"status.{person.status.value}"
        )
        yield _look("people", concern, person.id)
    yield from _namesakes(facts)
    yield from _seats(facts)
    if facts.without_seat:
        concern = problem(
            "overview_without_seat", plan=facts.seating_plan, count=facts.without_seat
        )
        yield _missing("people", concern, part="seats")


def _no_quorum(facts: OverviewFacts) -> Problem:
    base, rules = facts.base, facts.congress.rules
    present, convened = quorum_of(base)
    needed = rules.quorum.needed(convened)
    return problem(
        "overview_no_quorum",
        article=rules.own_article("quorum"),
        present=present,
        needed=needed,
        missing=needed - present,
    )


def _namesakes(facts: OverviewFacts) -> Iterator[Matter]:
    """Tell of namesakes whom their dates of birth do not tell apart, each group once."""
    born = {person.id: person.born for person in facts.people}
    named: set[int] = set()
    same = same_names(facts.people)
    for person in facts.people:
        others = same.get(person.id, ())
        if not others or person.id in named:
            continue
        ids = (person.id, *(other.id for other in others))
        named.update(ids)
        dates = [born[number] for number in ids]
        if not all(dates) or len(set(dates)) < len(dates):
            said = problem("overview_same_name", name=person.name, count=len(ids))
            yield _look("people", said, person.id)


def _seats(facts: OverviewFacts) -> Iterator[Matter]:
    for person in facts.people:
        alternate = person.kind is PersonKind.ALTERNATE and person.status is Status.PRESENT
        if alternate and not person.replaces:
            yield _look(
                "people", problem("overview_alternate_no_seat", name=person.name), person.id
            )
    if facts.base.replaced_unfilled:
        concern = problem("overview_seat_unfilled", count=facts.base.replaced_unfilled)
        yield _look("people", concern, _first_replaced(facts))


def _first_replaced(facts: OverviewFacts) -> int:
    taken = {person.replaces for person in facts.people}
    open_seats = (p.id for p in facts.people if p.status is Status.REPLACED and p.id not in taken)
    return next(open_seats, 0)


def _programme(facts: OverviewFacts) -> Iterator[Matter]:
    if not facts.planned:
        yield _missing("agenda", problem("overview_agenda_empty"))
    for warning in facts.agenda_warnings:
        about = facts.planned.get(warning.item_id, "")
        found = _look("agenda", warning.problem, warning.item_id)
        yield replace(found, about=about)


def _elections(facts: OverviewFacts) -> Iterator[Matter]:
    if not facts.elections:
        yield _look("elections", problem("overview_no_election"))
    for found in facts.elections:
        yield from _list(found, in_session=facts.in_session)
        yield from _decision(found, in_session=facts.in_session)
        board = counting_board(facts.duties, found.election.id)
        if not board and not found.complete:
            concern = problem("overview_board_missing", title=post_of(found.election.title))
            yield _missing("duties", concern, part="organs")


def _list(found: ElectionStanding, *, in_session: bool) -> Iterator[Matter]:
    if found.last is not None:
        return
    election = found.election
    title = post_of(election.title)
    if not election.candidates:
        yield _missing("elections", problem("overview_list_empty", title=title), record=election.id)
        return
    if in_session and not election.frozen:
        concern = problem("overview_list_not_frozen", title=title)
        yield _missing("elections", concern, record=election.id)
    for finding in found.list_findings:
        yield Matter(
            need=Need.LOOK, said=finding, desk="elections", record=election.id, about=title
        )


def _decision(found: ElectionStanding, *, in_session: bool) -> Iterator[Matter]:
    """Tell of a declared round after which the congress has to decide how to go on."""
    if found.last is None or found.stage not in _DECISIONS:
        return
    waits = found.course.proposed if found.course else None
    stopped = found.stage is Stage.STOPPED
    if not (found.goes_on or waits or stopped):
        return
    concern = problem(
        "overview_decision_waits" if waits else _DECISIONS[found.stage],
        title=post_of(found.election.title),
        number=found.last.number,
        elected=found.elected,
        seats=found.course.seats if found.course else found.election.seats,
    )
    need = Need.BLOCKING if in_session and not stopped else Need.LOOK
    yield Matter(need=need, said=concern, desk="elections", record=found.election.id)


def _counting(facts: OverviewFacts) -> Iterator[Matter]:
    """Tell what keeps a count from being declared, but not that ballots are still to come."""
    for found in facts.elections:
        if not found.counting:
            continue
        title, election_id = post_of(found.election.title), found.election.id
        for finding in found.blocking:
            if found.all_entered or finding.code not in _NATURAL:
                yield Matter(
                    need=Need.BLOCKING,
                    said=finding,
                    desk="elections",
                    record=election_id,
                    about=title,
                )
        if found.all_entered and not found.blocking:
            concern = problem("overview_round_to_declare", title=title, entered=found.entered)
            yield Matter(need=Need.BLOCKING, said=concern, desk="elections", record=election_id)


def _motions(facts: OverviewFacts) -> Iterator[Matter]:
    """Tell of a congress of delegates that goes on without its credentials being recognised."""
    delegates = facts.congress.details.kind is CongressKind.DELEGATES
    if not facts.in_session or not delegates or not facts.people:
        return
    reports = [m for m in facts.motions if m.kind is MotionKind.CREDENTIALS_REPORT]
    if any(motion.outcome is MotionOutcome.CARRIED for motion in reports):
        return
    voted = any(found.last is not None for found in facts.elections)
    code = "overview_credentials_late" if voted else "overview_credentials_missing"
    yield Matter(
        need=Need.LATE if voted else Need.MISSING,
        said=problem(code),
        desk="motions",
        record=reports[-1].id if reports else 0,
    )


def _organs(facts: OverviewFacts) -> Iterator[Matter]:
    if not facts.people:
        return
    wanted = [*_ORGANS]
    if facts.congress.details.kind is CongressKind.DELEGATES:
        wanted.append(Organ.CREDENTIALS)
    there = {duty.organ for duty in facts.duties}
    for organ in wanted:
        if organ not in there:
            concern = problem("overview_organ_missing", organ=f"organ.{organ.value}")
            yield _missing("duties", concern, part="organs")
    for finding in facts.duty_findings:
        # The programme's own check tells of items that nobody executes.
        if finding.code == "duty_item_nobody":
            continue
        need = Need.BLOCKING if finding.against_a_rule else Need.LOOK
        part = "" if finding.duty_id else "checks"
        yield Matter(
            need=need, said=finding.problem, desk="duties", record=finding.duty_id, part=part
        )


def _preparation(facts: OverviewFacts, today: date) -> Iterator[Matter]:
    if not facts.tasks and not facts.texts and not facts.in_session:
        yield _missing("preparation", problem("overview_no_plan"))
    for task in facts.tasks:
        late = days_late(task, today)
        if late:
            concern = problem("overview_task_late", title=task.title, days=late)
            yield Matter(
                need=Need.LATE, said=concern, desk="preparation", record=task.id, part="task"
            )
        if standing(task, today).is_open and not answerable(task):
            concern = problem("overview_task_unassigned", title=task.title)
            yield _missing("preparation", concern, record=task.id, part="task")
    yield from _texts(facts, today)
    yield from _copies(facts)


def _texts(facts: OverviewFacts, today: date) -> Iterator[Matter]:
    first_day = day_due(facts.congress.details.starts[:10])
    near = facts.in_session or (first_day is not None and first_day - today <= _NEAR)
    for text in facts.texts:
        if text.state in _FINAL:
            continue
        if standing(text, today) is Standing.LATE:
            concern = problem("overview_text_late", title=text.title, days=days_late(text, today))
            yield Matter(
                need=Need.LATE, said=concern, desk="preparation", record=text.id, part="text"
            )
        elif near:
            concern = problem("overview_text_not_final", title=text.title)
            yield _missing("preparation", concern, record=text.id, part="text")


def _copies(facts: OverviewFacts) -> Iterator[Matter]:
    """Yield the texts whose copies are being collected, or should have been at the end."""
    titles = {text.id: text.title for text in facts.texts}
    for found in facts.copies:
        if found.waited_for and (found.collected or facts.closed):
            text_id = found.printed.text_id
            concern = problem(
                "overview_copies_out", title=titles[text_id], count=len(found.waited_for)
            )
            yield _missing("preparation", concern, record=text_id, part="text")


def _obstacles(facts: OverviewFacts, now: datetime) -> Iterator[Matter]:
    for found in facts.obstacles:
        waiting = minutes_open(found, now) if found.asked else None
        asked = wall_clock(found.asked_at)
        if asked is not None:
            waiting = max((now.replace(tzinfo=None) - asked) // timedelta(minutes=1), 0)
        need = Need.BLOCKING if found.gravity in _GRAVE else Need.LOOK
        concern = problem("overview_obstacle_open", what=found.what)
        overdue = waiting is not None and waiting >= _PATIENCE
        if found.state is ObstacleState.OPEN and found.asked and overdue:
            need = Need.BLOCKING if need is Need.BLOCKING else Need.LATE
            concern = problem("overview_obstacle_unanswered", what=found.what, asked=found.asked)
        yield Matter(need=need, said=concern, desk="obstacles", record=found.id)


def _minutes(facts: OverviewFacts) -> Iterator[Matter]:
    if facts.parts_to_see:
        yield _look("minutes", problem("overview_parts_to_see", count=facts.parts_to_see))


def _missing(desk: str, concern: Problem, *, record: int = 0, part: str = "") -> Matter:
    return Matter(need=Need.MISSING, said=concern, desk=desk, record=record, part=part)


def _look(desk: str, concern: Problem, record: int = 0) -> Matter:
    return Matter(need=Need.LOOK, said=concern, desk=desk, record=record)
