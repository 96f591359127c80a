"""Acts on a round: open it, keep its accounting and bundles, cancel it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.actions.elections.conditions import check_going_on, write_conditions
from congress_desk.actions.elections.early_issue import as_handed, join_round, leave_round
from congress_desk.actions.elections.lists import seats_above_names
from congress_desk.actions.elections.shares import (
    all_shares,
    mode_columns,
    share_papers,
    write_issue,
)
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.people.rolls import base_note, write_roll
from congress_desk.actions.text_limits import no_reason
from congress_desk.domain.ballot_papers.issue_register import IssueRegister
from congress_desk.domain.decisions.plan import RoundPlan
from congress_desk.domain.elections.accounting import bundle_plan, check_accounting
from congress_desk.domain.elections.ballots import MarkMode, mark_mode
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.round import (
    Accounting,
    Round,
    RoundCause,
    RoundKind,
    RoundState,
)
from congress_desk.domain.elections.shares.shares import Voter
from congress_desk.domain.opening.conditions import conditions, unmet
from congress_desk.domain.opening.facts import GoingOn, OpeningFacts
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress, duties, presence
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.passes.settings import entry_settings
from congress_desk.queries.opening import opening_facts
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections


@guarded
def open_round(
    file: CongressFile,
    election_id: int,
    *,
    accounting: Accounting,
    by_hand: bool,
    bundle_size: int,
    actor: str,
    going_on: GoingOn | None = None,
    seats: int | None = None,
    candidate_ids: Sequence[int] | None = None,
) -> Round | Refusal:
    """Open the next round: freeze list and D, make the bundles. See `prepare_round`.

    While a condition is missing, somebody of the presidium is `going_on` for a reason.
    """
    prepared = prepare_round(
        file,
        election_id,
        accounting=accounting,
        by_hand=by_hand,
        seats=seats,
        candidate_ids=candidate_ids,
    )
    if isinstance(prepared, Refusal):
        return prepared
    if bundle_size < 1:
        return refuse("bundle_size_wrong")
    presidium = [duty for duty in duties(file) if duty.organ is Organ.PRESIDIUM]
    refusal = check_going_on(prepared.missing, going_on, presidium)
    if refusal:
        return refusal
    name = "open_round_anyway" if prepared.missing else "open_round"
    with file.act(name, actor=actor, backup=True) as act:
        round_id = write_round(file, act, prepared, going_on=going_on, answered=prepared.missing)
        expected = bundle_plan(prepared.accounting, bundle_size)
        for number, count in enumerate(expected, start=1):
            act.insert("bundle", round_id=round_id, number=number, kind="ballots", expected=count)
    found = reading_elections.round_by_id(file, round_id)
    assert found is not None
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRound:
    """A round that can be written; `missing` are its conditions that are not met.

    `place` counts every round of the election, `number` its votes: a recount is none of its own.
    `issue` is what was handed out of its ballots already.
    """

    election: Election
    place: int
    number: int
    plan: RoundPlan
    accounting: Accounting
    base_note: str
    missing: tuple[Finding, ...]
    frozen_reason: str
    mode: MarkMode
    voters: tuple[Voter, ...] = ()
    issue: IssueRegister = IssueRegister()


def prepare_round(
    file: CongressFile,
    election_id: int,
    *,
    accounting: Accounting,
    by_hand: bool,
    seats: int | None = None,
    candidate_ids: Sequence[int] | None = None,
) -> PreparedRound | Refusal:
    """Check everything a round needs without writing; what the rules want first is `missing`.

    D comes from the register unless `by_hand`. `seats` and `candidate_ids` (ballot order) may
    change what `next_round` gives, as the congress decided; among the tied only the order.
    """
    plan = next_round(file, election_id)
    if isinstance(plan, Refusal):
        return plan
    changed = _changed_plan(plan, seats, candidate_ids)
    if isinstance(changed, Refusal):
        return changed
    refusal = _too_few_names(file, election_id, changed)
    if refusal:
        return refusal
    facts = opening_facts(
        file, election_id, plan, candidates=changed.candidates, seats=changed.seats
    )
    handed = as_handed(accounting, facts.issue.register)
    if isinstance(handed, Refusal):
        return handed
    by_shares = share_papers(file, handed)
    if isinstance(by_shares, Refusal):
        return by_shares
    base, (accounting, voters) = presence(file), by_shares
    by_hand = by_hand or bool(voters)
    if not by_hand:
        accounting = dataclasses.replace(accounting, convened=base.base)
    if handed.issued is not None and facts.issue.register.is_kept:
        accounting = dataclasses.replace(accounting, issued=handed.issued)
    refusal = check_accounting(accounting)
    if refusal:
        return refusal
    return PreparedRound(
        election=facts.election,
        place=len(reading_elections.rounds(file, election_id)) + 1,
        number=next_number(file, election_id),
        plan=changed,
        accounting=accounting,
        base_note="" if by_hand else base_note(base),
        missing=unmet(conditions(facts, accounting, by_hand=by_hand)),
        frozen_reason=_frozen_reason(facts),
        mode=mark_mode(len(changed.candidates), changed.seats, congress(file).rules.votes),
        voters=voters,
        issue=facts.issue.register,
    )


def _too_few_names(file: CongressFile, election_id: int, plan: RoundPlan) -> Refusal | None:
    """Refuse a vote for more posts than there are names; a later one may be for some of them."""
    names, kind = len(plan.candidates), election(file, election_id).kind
    if not 0 < names < plan.seats:
        return None
    if plan.cause is not RoundCause.FIRST:
        return refuse("round_seats_above_names", seats=plan.seats, names=names)
    return seats_above_names(file, Surplus(candidates=names, seats=plan.seats, kind=kind))


def next_number(file: CongressFile, election_id: int) -> int:
    """Return the number of the next vote of an election; a cancelled round keeps its own."""
    held = reading_elections.rounds(file, election_id)
    return 1 + sum(not found.is_recount for found in held)


def write_round(
    file: CongressFile,
    act: Act,
    prepared: PreparedRound,
    *,
    going_on: GoingOn | None = None,
    answered: Sequence[Finding] = (),
) -> int:
    """Write a prepared round inside an act, freeze who is present, and return its id.

    `going_on` answers for the conditions in `answered`; the others are noted.
    """
    plan, accounting = prepared.plan, prepared.accounting
    round_id = act.insert(
        "round",
        election_id=prepared.election.id,
        number=prepared.place,
        kind=plan.kind.value,
        state=RoundState.COUNTING.value,
        seats=plan.seats,
        **mode_columns(prepared.mode),
        **dataclasses.asdict(accounting),
        base_note=prepared.base_note,
        surplus_reason=_surplus_reason(prepared, going_on),
        opened_at=act.at,
        declared_at="",
        cancel_reason="",
        result="",
        part=plan.part.value,
        cause=plan.cause.value,
        follows=plan.follows or None,
        decision_id=plan.permission.id if plan.permission else None,
        passes=entry_settings(file).passes,
    )
    act.insert_rows(
        "round_candidate",
        [
            {"round_id": round_id, "place": place, "candidate_id": candidate.id}
            for place, candidate in enumerate(plan.candidates, start=1)
        ],
    )
    write_issue(act, round_id, prepared.voters, all_shares(file))
    join_round(act, round_id, prepared.issue)
    act.update("election", prepared.election.id, frozen=1)
    write_roll(act, file, round_id=round_id)
    write_conditions(act, round_id, prepared.missing, answered, going_on)
    act.tell(
        code=prepared.election.code,
        number=prepared.number,
        round_id=round_id,
        convened=accounting.convened,
    )
    if answered and going_on is not None:
        act.tell(missing=len(answered), name=going_on.name, reason=going_on.reason)
    return round_id


def _surplus_reason(prepared: PreparedRound, going_on: GoingOn | None) -> str:
    """Return why a list above the permitted surplus stands; papers print it."""
    above = any(finding.code.startswith("surplus_above") for finding in prepared.missing)
    if above and going_on is not None:
        return clean_text(going_on.reason)
    return prepared.frozen_reason


def _frozen_reason(facts: OpeningFacts) -> str:
    """Return why the list was frozen above the surplus, "" where it is not above it."""
    if facts.round_kind is RoundKind.TIE:
        return ""
    surplus = Surplus(candidates=len(facts.candidates), seats=facts.seats, kind=facts.election.kind)
    return facts.surplus_reason if surplus.above_max(facts.rules) else ""


def _changed_plan(
    plan: RoundPlan, seats: int | None, candidate_ids: Sequence[int] | None
) -> RoundPlan | Refusal:
    chosen = plan.candidates
    if candidate_ids is not None:
        known = {candidate.id: candidate for candidate in plan.candidates}
        if len(set(candidate_ids)) != len(candidate_ids) or not set(candidate_ids) <= set(known):
            return refuse("list_not_of_round")
        chosen = tuple(known[candidate_id] for candidate_id in candidate_ids)
    wanted = plan.seats if seats is None else seats
    if plan.kind is RoundKind.TIE and (len(chosen), wanted) != (len(plan.candidates), plan.seats):
        return refuse("tied_list_fixed", names=len(plan.candidates), seats=plan.seats)
    if not 1 <= wanted <= plan.seats:
        return refuse("round_seats_wrong", most=plan.seats)
    if not chosen:
        return refuse("list_empty")
    return dataclasses.replace(plan, candidates=chosen, seats=wanted)


@guarded
def cancel_round(file: CongressFile, round_id: int, *, reason: str, actor: str) -> Round | Refusal:
    """Cancel a round that was opened in error; its ballots stay recorded and do not count."""
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    reason = clean_text(reason)
    refusal = no_reason(reason)
    if refusal:
        return refusal
    with file.act(
        "cancel_round",
        actor=actor,
        backup=True,
        round_id=round_id,
        number=found.number,
        reason=reason,
    ) as act:
        act.update("round", round_id, state=RoundState.CANCELLED.value, cancel_reason=reason)
        leave_round(file, act, found)
    cancelled = reading_elections.round_by_id(file, round_id)
    assert cancelled is not None
    return cancelled


def counting_round(file: CongressFile, round_id: int) -> Round | Refusal:
    """Return a round that takes changes, or say that it is sealed."""
    found = reading_elections.round_by_id(file, round_id)
    if found is None:
        return refuse("round_unknown")
    if found.state is not RoundState.COUNTING:
        return refuse("round_sealed", number=found.number)
    return found


def one_pass_round(file: CongressFile, round_id: int) -> Round | Refusal:
    """Return a round that takes changes and whose ballots are entered once.

    Of one that is entered more often, every ballot belongs to a pass of its bundle: see `passes`.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Round) and found.passes > 1:
        return refuse("round_of_passes", number=found.number, passes=found.passes)
    return found
