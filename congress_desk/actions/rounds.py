"""Acts on a round: open it, keep its accounting and bundles, cancel it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.actions.elections import surplus_problem
from congress_desk.domain.ballots import mark_mode
from congress_desk.domain.people import BaseSum
from congress_desk.domain.records import (
    Accounting,
    Bundle,
    Candidate,
    Election,
    Round,
    RoundKind,
    RoundState,
)
from congress_desk.domain.result import RoundOutcome
from congress_desk.domain.text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.elections import election
from congress_desk.queries.rounds import counted_rounds, round_sheet
from congress_desk.storage import reading
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile

MOST_PEOPLE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPlan:
    """What the next round is about: why it is held, who stands, for how many seats."""

    kind: RoundKind
    candidates: tuple[Candidate, ...]
    seats: int


def next_round(file: CongressFile, election_id: int) -> RoundPlan | Refusal:
    """Return what the rules give for the next round, or why there is none (244 Điều 32)."""
    found = election(file, election_id)
    held = [r for r in reading.rounds(file, election_id) if r.state is not RoundState.CANCELLED]
    if not held:
        return RoundPlan(kind=RoundKind.FIRST, candidates=found.candidates, seats=found.seats)
    last = held[-1]
    if last.state is RoundState.COUNTING:
        return refuse("round_still_open", code=found.code, number=last.number)
    sheet = round_sheet(file, last.id)
    outcome = sheet.result.outcome
    if outcome is RoundOutcome.VOID:
        return RoundPlan(kind=last.kind, candidates=last.candidates, seats=last.seats)
    if outcome is RoundOutcome.TIE:
        tied = tuple(sheet.result.by_position(p).candidate for p in sheet.result.tied)
        seats = last.seats - len(sheet.result.elected)
        return RoundPlan(kind=RoundKind.TIE, candidates=tied, seats=seats)
    if outcome is RoundOutcome.COMPLETE:
        return _after_complete(file, found, held)
    return _after_short(file, found, held)


def _after_complete(
    file: CongressFile, found: Election, held: Sequence[Round]
) -> RoundPlan | Refusal:
    if found.seats > len(elected_ids(file, held)):
        return _after_short(file, found, held)
    return refuse("election_complete", code=found.code)


def _after_short(file: CongressFile, found: Election, held: Sequence[Round]) -> RoundPlan | Refusal:
    rules = congress(file).rules
    if rules.rounds_max and counted_rounds(file, held) >= rules.rounds_max:
        return refuse(
            "rounds_used_up",
            article=rules.article("rounds"),
            code=found.code,
            most=rules.rounds_max,
        )
    elected = elected_ids(file, held)
    left = tuple(c for c in held[0].candidates if c.id not in elected)
    return RoundPlan(kind=RoundKind.AGAIN, candidates=left, seats=found.seats - len(elected))


def elected_ids(file: CongressFile, held: Sequence[Round]) -> set[int]:
    """Return the candidates elected in these declared rounds together."""
    return {
        sheet.result.by_position(position).candidate.id
        for found in held
        if found.state is RoundState.DECLARED
        for sheet in [round_sheet(file, found.id)]
        for position in sheet.result.elected
    }


def open_round(
    file: CongressFile,
    election_id: int,
    *,
    accounting: Accounting,
    by_hand: bool,
    bundle_size: int,
    actor: str,
    reason: str = "",
    seats: int | None = None,
    candidate_ids: Sequence[int] | None = None,
) -> Round | Refusal:
    """Open the next round: freeze list and D, make the bundles. See `prepare_round`."""
    prepared = prepare_round(
        file,
        election_id,
        accounting=accounting,
        by_hand=by_hand,
        reason=reason,
        seats=seats,
        candidate_ids=candidate_ids,
    )
    if isinstance(prepared, Refusal):
        return prepared
    if bundle_size < 1:
        return refuse("bundle_size_wrong")
    with file.act("open_round", actor=actor, backup=True) as act:
        round_id = write_round(act, prepared)
        expected = bundle_plan(prepared.accounting, bundle_size)
        for number, count in enumerate(expected, start=1):
            act.insert("bundle", round_id=round_id, number=number, kind="ballots", expected=count)
    found = reading.round_by_id(file, round_id)
    assert found is not None
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRound:
    """A round whose every condition holds, ready to be written."""

    election: Election
    number: int
    plan: RoundPlan
    accounting: Accounting
    base_note: str
    reason: str


def prepare_round(
    file: CongressFile,
    election_id: int,
    *,
    accounting: Accounting,
    by_hand: bool,
    reason: str = "",
    seats: int | None = None,
    candidate_ids: Sequence[int] | None = None,
) -> PreparedRound | Refusal:
    """Check everything a round needs without writing.

    D comes from the register unless `by_hand`. `seats` and `candidate_ids` (ballot order) may
    change what `next_round` gives, as the congress decided; `reason` lets a list above the surplus
    stand.
    """
    plan = next_round(file, election_id)
    if isinstance(plan, Refusal):
        return plan
    changed = _changed_plan(plan, seats, candidate_ids)
    if isinstance(changed, Refusal):
        return changed
    base = presence(file)
    if not by_hand:
        accounting = dataclasses.replace(accounting, convened=base.base)
    refusal = check_accounting(accounting)
    if refusal:
        return refusal
    reason = clean_text(reason)
    found = election(file, election_id)
    if plan.kind is not RoundKind.TIE:
        wrong = surplus_problem(
            file, len(changed.candidates), changed.seats, reason or _frozen_reason(file, found)
        )
        if wrong:
            return Refusal((wrong,))
    return PreparedRound(
        election=found,
        number=len(reading.rounds(file, election_id)) + 1,
        plan=changed,
        accounting=accounting,
        base_note="" if by_hand else base_note(base),
        reason=reason or _frozen_reason(file, found),
    )


def write_round(act: Act, prepared: PreparedRound) -> int:
    """Write a prepared round inside an act and return its id."""
    plan, accounting = prepared.plan, prepared.accounting
    round_id = act.insert(
        "round",
        election_id=prepared.election.id,
        number=prepared.number,
        kind=plan.kind.value,
        state=RoundState.COUNTING.value,
        seats=plan.seats,
        mode=mark_mode(len(plan.candidates), plan.seats).value,
        **dataclasses.asdict(accounting),
        base_note=prepared.base_note,
        surplus_reason=prepared.reason,
        opened_at=act.at,
        declared_at="",
        cancel_reason="",
        result="",
    )
    act.insert_rows(
        "round_candidate",
        [
            {"round_id": round_id, "place": place, "candidate_id": candidate.id}
            for place, candidate in enumerate(plan.candidates, start=1)
        ],
    )
    act.update("election", prepared.election.id, frozen=1)
    act.tell(
        code=prepared.election.code,
        number=prepared.number,
        round_id=round_id,
        convened=accounting.convened,
    )
    return round_id


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
    if not 1 <= wanted <= plan.seats:
        return refuse("round_seats_wrong", most=plan.seats)
    if not chosen:
        return refuse("list_empty")
    return RoundPlan(kind=plan.kind, candidates=chosen, seats=wanted)


def _frozen_reason(file: CongressFile, found: Election) -> str:
    row = reading.election_row(file, found.id)
    return str(row["surplus_reason"]) if row else ""


def base_note(base: BaseSum) -> str:
    """Return how D was worked out, as the text a round keeps."""
    return json.dumps(
        {
            "convened": base.convened,
            "deductions": [[status.value, count] for status, count in base.deductions],
            "alternates": base.alternates,
            "present": base.present,
            "replaced_unfilled": base.replaced_unfilled,
        }
    )


def check_accounting(accounting: Accounting) -> Refusal | None:
    """Say which number cannot be: D below 1, or any number negative or beyond reason."""
    if not 1 <= accounting.convened <= MOST_PEOPLE:
        return refuse("base_wrong", convened=accounting.convened)
    for name in ("present", "issued", "returned"):
        value = getattr(accounting, name)
        if value is not None and not 0 <= value <= MOST_PEOPLE:
            return refuse("accounting_number_wrong", field=f"field.{name}", value=value)
    return None


def bundle_plan(accounting: Accounting, size: int) -> Sequence[int | None]:
    """Return the expected counts of bundles of `size` for the papers known so far."""
    papers = accounting.returned if accounting.returned is not None else accounting.issued
    if not papers:
        return [None]
    whole, rest = divmod(papers, size)
    return [size] * whole + ([rest] if rest else [])


def edit_accounting(
    file: CongressFile, round_id: int, accounting: Accounting, *, actor: str, reason: str = ""
) -> Round | Refusal:
    """Change the accounting of a round being counted; another D needs a reason.

    While no ballot is in, the bundles follow the number returned.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    refusal = check_accounting(accounting)
    if refusal:
        return refusal
    reason = clean_text(reason)
    if accounting.convened != found.accounting.convened and not reason:
        return refuse("base_change_needs_reason")
    with file.act(
        "edit_accounting",
        actor=actor,
        round_id=round_id,
        reason=reason,
    ) as act:
        told = dataclasses.asdict(accounting)
        act.tell(**{name: "–" if value is None else value for name, value in told.items()})
        changes: dict[str, int | str | None] = dataclasses.asdict(accounting)
        if accounting.convened != found.accounting.convened:
            changes["base_note"] = ""
        act.update("round", round_id, **changes)
        _follow_returned(file, act, found, accounting)
    changed = reading.round_by_id(file, round_id)
    assert changed is not None
    return changed


def _follow_returned(file: CongressFile, act: Act, found: Round, new: Accounting) -> None:
    bundles = reading.bundles(file, found.id)
    size = max((b.expected or 0 for b in bundles), default=0) or 25
    if new.returned == found.accounting.returned or any(b.entered for b in bundles):
        return
    expected = bundle_plan(new, size)
    for bundle, count in zip(bundles, expected, strict=False):
        act.update("bundle", bundle.id, expected=count)
    for number in range(len(bundles) + 1, len(expected) + 1):
        act.insert(
            "bundle",
            round_id=found.id,
            number=number,
            kind="ballots",
            expected=expected[number - 1],
        )
    for bundle in bundles[len(expected) :]:
        if reading.pass_id(file, bundle.id) is None:
            act.delete("bundle", bundle.id)
        else:
            act.update("bundle", bundle.id, expected=0)


def set_bundle(
    file: CongressFile, round_id: int, number: int, expected: int | None, *, actor: str
) -> Bundle | Refusal:
    """Add a bundle, or change how many ballots its cover says; never below what is in it."""
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    if not 1 <= number <= 9999:
        return refuse("bundle_number_wrong")
    entered = {b.number: b.entered for b in reading.bundles(file, round_id)}.get(number, 0)
    if expected is not None and not entered <= expected <= MOST_PEOPLE:
        return refuse("bundle_expected_wrong", bundle=number, entered=entered)
    row = reading.bundle_row(file, round_id, number)
    with file.act(
        "set_bundle",
        actor=actor,
        round_id=round_id,
        bundle=number,
        expected="–" if expected is None else expected,
    ) as act:
        if row is None:
            act.insert(
                "bundle", round_id=round_id, number=number, kind="ballots", expected=expected
            )
        else:
            act.update("bundle", row["id"], expected=expected)
    return next(b for b in reading.bundles(file, round_id) if b.number == number)


def remove_bundle(file: CongressFile, round_id: int, number: int, *, actor: str) -> Round | Refusal:
    """Remove a bundle that never held a ballot."""
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    row = reading.bundle_row(file, round_id, number)
    if row is None:
        return refuse("bundle_unknown", bundle=number)
    if reading.pass_id(file, row["id"]) is not None:
        return refuse("bundle_not_empty", bundle=number)
    with file.act("remove_bundle", actor=actor, round_id=round_id, bundle=number) as act:
        act.delete("bundle", row["id"])
    return found


def cancel_round(file: CongressFile, round_id: int, *, reason: str, actor: str) -> Round | Refusal:
    """Cancel a round that was opened in error; its ballots stay recorded and do not count."""
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    reason = clean_text(reason)
    if not reason:
        return refuse("reason_missing")
    with file.act(
        "cancel_round",
        actor=actor,
        backup=True,
        round_id=round_id,
        number=found.number,
        reason=reason,
    ) as act:
        act.update("round", round_id, state=RoundState.CANCELLED.value, cancel_reason=reason)
    cancelled = reading.round_by_id(file, round_id)
    assert cancelled is not None
    return cancelled


def counting_round(file: CongressFile, round_id: int) -> Round | Refusal:
    """Return a round that takes changes, or say that it is sealed."""
    found = reading.round_by_id(file, round_id)
    if found is None:
        return refuse("round_unknown")
    if found.state is not RoundState.COUNTING:
        return refuse("round_sealed", number=found.number)
    return found
