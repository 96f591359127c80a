"""What is wrong with a programme before it runs: each warning with its item and its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.executors import Executors
from congress_desk.domain.agenda.item import AgendaItem, ItemKind, ItemState
from congress_desk.domain.agenda.item_words import is_announcement
from congress_desk.domain.elections.election import Election
from congress_desk.domain.motions import Motion, MotionKind, MotionOutcome
from congress_desk.errors import Problem, problem

_HALF_A_DAY = 12 * 60
_NEEDS_NOBODY = frozenset({ItemKind.BREAK})
_VOTES_OF_THE_CONGRESS = frozenset(
    {MotionKind.NUMBER_AND_LIST, MotionKind.WITHDRAWAL, MotionKind.RESOLUTION}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaWarning:
    """Something to be looked at; `item_id` is 0 when it is of the whole programme."""

    item_id: int
    problem: Problem

    @property
    def code(self) -> str:
        return self.problem.code


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaFacts:
    """What the checks look at: the programme with its clock, and the records it is about."""

    planned: tuple[PlannedItem, ...]
    elections: tuple[Election, ...]
    motions: tuple[Motion, ...]
    executors: Executors


def check_agenda(facts: AgendaFacts) -> tuple[AgendaWarning, ...]:
    """Return every warning, those of the whole programme first, then in its order."""
    if not facts.planned:
        return ()
    order = {found.item.id: place for place, found in enumerate(facts.planned, start=1)}
    warnings = [
        *_ends(facts),
        *_clock(facts.planned),
        *_lists(facts),
        *_credentials(facts),
        *_counting(facts),
        *_executing(facts),
    ]
    return tuple(sorted(warnings, key=lambda warning: order.get(warning.item_id, 0)))


def _ends(facts: AgendaFacts) -> Iterator[AgendaWarning]:
    """Warn of a congress that nobody opens or closes."""
    kinds = {found.item.kind for found in facts.planned}
    if ItemKind.OPENING not in kinds:
        yield AgendaWarning(item_id=0, problem=problem("agenda_no_opening"))
    if ItemKind.CLOSING not in kinds:
        yield AgendaWarning(item_id=0, problem=problem("agenda_no_closing"))


def _clock(planned: Sequence[PlannedItem]) -> Iterator[AgendaWarning]:
    """Warn of overlaps, parts that need more than their item has, days without a clock."""
    unclocked: set[str] = set()
    for found in planned:
        item_id = found.item.id
        if found.start is None and found.day not in unclocked:
            unclocked.add(found.day)
            yield AgendaWarning(item_id=item_id, problem=problem("agenda_day_without_time"))
        if found.overlap_minutes:
            concern = problem("agenda_overlap", lasting=found.overlap_minutes)
            if found.overlap_minutes > _HALF_A_DAY:
                concern = problem("agenda_day_order")
            yield AgendaWarning(item_id=item_id, problem=concern)
        if found.over_minutes:
            concern = problem("agenda_parts_too_long", lasting=found.over_minutes)
            yield AgendaWarning(item_id=item_id, problem=concern)


def _lists(facts: AgendaFacts) -> Iterator[AgendaWarning]:
    """Warn of an election of no known post, or before the congress approves its list.

    A list is approved when it is fixed, when the motion on number and list was carried, or where
    the programme puts it to the vote before (or within) the election.
    """
    elections = {election.id: election for election in facts.elections}
    approved = {election.id for election in facts.elections if election.frozen}
    approved |= {m.election_id for m in facts.motions if _approves(m)}
    list_motions = {m.id: m.election_id for m in facts.motions if _is_of_a_list(m)}
    elected = [found.item for found in facts.planned if _is_live(found, ItemKind.ELECTION)]
    for found in facts.planned:
        if found.item.kind is ItemKind.MOTION:
            approved |= {found.item.election_id, list_motions.get(found.item.motion_id, 0)}
        if found.item not in elected:
            continue
        item = found.item
        if item.election_id not in elections:
            if facts.elections:
                yield AgendaWarning(item_id=item.id, problem=problem("agenda_election_unlinked"))
            continue
        within = {
            part.item.election_id
            for part in _parts(facts.planned, item)
            if part.item.kind is ItemKind.MOTION
        }
        if item.election_id not in approved | within:
            concern = problem("agenda_list_not_approved", title=elections[item.election_id].title)
            yield AgendaWarning(item_id=item.id, problem=concern)


def _credentials(facts: AgendaFacts) -> Iterator[AgendaWarning]:
    """Warn of a vote of the congress before the report on credentials.

    The votes that set the congress up (organs, programme, rules) come before it by their nature;
    meant are elections, and motions on lists and on the resolution.
    """
    kinds = {motion.id: motion.kind for motion in facts.motions}
    for found in facts.planned:
        item = found.item
        if item.kind is ItemKind.CREDENTIALS_REPORT:
            return
        votes = item.kind is ItemKind.MOTION and (
            item.election_id or kinds.get(item.motion_id) in _VOTES_OF_THE_CONGRESS
        )
        if item.kind is ItemKind.ELECTION or votes:
            yield AgendaWarning(item_id=item.id, problem=problem("agenda_credentials_missing"))
            return


def _counting(facts: AgendaFacts) -> Iterator[AgendaWarning]:
    """Warn of an election after which the hall would wait for the count with nothing to do."""
    planned = [found for found in facts.planned if found.depth == 0]
    for place, found in enumerate(planned):
        if not _is_live(found, ItemKind.ELECTION):
            continue
        parts = {part.item.kind for part in _parts(facts.planned, found.item)}
        follows = planned[place + 1] if place + 1 < len(planned) else None
        if ItemKind.FILLER in parts or (follows and _fills(found, follows)):
            continue
        yield AgendaWarning(item_id=found.item.id, problem=problem("agenda_counting_unfilled"))


def _fills(election: PlannedItem, follows: PlannedItem) -> bool:
    """Say whether what follows an election at once leaves time to count."""
    if follows.day != election.day or follows.gap_minutes:
        return False
    same = follows.item.election_id and follows.item.election_id == election.item.election_id
    return not same and not is_announcement(follows.item.content)


def _executing(facts: AgendaFacts) -> Iterator[AgendaWarning]:
    """Warn of items nobody executes, and of those who are not there or not known."""
    by_id = {found.item.id: found.item for found in facts.planned}
    organs_seen: set[str | int] = set()
    for found in facts.planned:
        item = found.item
        if item.kind in _NEEDS_NOBODY or item.state is ItemState.SKIPPED:
            continue
        if not item.executor and not _inherits(item, by_id):
            yield AgendaWarning(item_id=item.id, problem=problem("agenda_nobody_executes"))
        for concern in facts.executors.problems(item.executor, _election_of(item, by_id)):
            organ = concern.params.get("organ", "")
            if organ and organ in organs_seen:
                continue
            organs_seen.add(organ)
            yield AgendaWarning(item_id=item.id, problem=concern)


def _inherits(item: AgendaItem, by_id: dict[int, AgendaItem]) -> bool:
    parent = by_id.get(item.parent_id)
    return parent is not None and (bool(parent.executor) or _inherits(parent, by_id))


def _election_of(item: AgendaItem, by_id: dict[int, AgendaItem]) -> int:
    """Return the election an item is about, or else the item it is a part of."""
    parent = by_id.get(item.parent_id)
    return item.election_id or (_election_of(parent, by_id) if parent else 0)


def _parts(planned: Iterable[PlannedItem], item: AgendaItem) -> Iterator[PlannedItem]:
    inside = {item.id}
    for found in planned:
        if found.item.parent_id in inside:
            inside.add(found.item.id)
            yield found


def _is_live(found: PlannedItem, kind: ItemKind) -> bool:
    over = (ItemState.DONE, ItemState.SKIPPED)
    return found.item.kind is kind and found.item.state not in over


def _is_of_a_list(motion: Motion) -> bool:
    return motion.kind is MotionKind.NUMBER_AND_LIST


def _approves(motion: Motion) -> bool:
    return _is_of_a_list(motion) and motion.outcome is MotionOutcome.CARRIED
