"""Acts on a round being counted: its accounting and its bundles."""

from __future__ import annotations

import dataclasses
import itertools

from congress_desk.actions.elections.agreeing import agree_if_settled
from congress_desk.actions.elections.rounds import counting_round, one_pass_round
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.elections.accounting import (
    MOST_PEOPLE,
    bundle_plan,
    check_accounting,
    is_void,
)
from congress_desk.domain.elections.round import Accounting, Bundle, Round
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.queries.elections.incremental_count import carry_on, incremental_count
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import stations as reading_stations


@guarded
def edit_accounting(
    file: CongressFile,
    round_id: int,
    accounting: Accounting,
    *,
    actor: str,
    reason: str = "",
    void_meant: bool = False,
) -> Round | Refusal:
    """Change the accounting of a round being counted; another D needs a reason.

    More returned than issued annuls the round: that is refused until somebody says it is meant;
    whoever puts such a number right says why. What was put right with a reason stays written.
    While no ballot was in the hand, the bundles follow the number returned.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    refusal = check_accounting(accounting)
    if refusal:
        return refusal
    refusal = _against_register(file, found, accounting)
    if refusal:
        return refusal
    reason = clean_text(reason)
    refusal = too_long(reason, LONG_TEXT_LIMIT)
    if refusal:
        return refusal
    if accounting.convened != found.accounting.convened and not reason:
        return refuse("base_change_needs_reason")
    if is_void(found.accounting) and not is_void(accounting) and not reason:
        return refuse("void_change_needs_reason", article=congress(file).rules.article("void"))
    if is_void(accounting) and not is_void(found.accounting) and not void_meant:
        return refuse(
            "accounting_makes_void",
            article=congress(file).rules.article("void"),
            issued=accounting.issued or 0,
            returned=accounting.returned or 0,
        )
    with file.act(
        "edit_accounting",
        actor=actor,
        round_id=round_id,
        reason=reason,
    ) as act:
        fields = dataclasses.asdict(accounting)
        act.tell(**{name: "–" if value is None else value for name, value in fields.items()})
        write_accounting(file, act, found, accounting, reason=reason, by=actor)
    changed = reading_elections.round_by_id(file, round_id)
    assert changed is not None
    return changed


def _against_register(file: CongressFile, found: Round, new: Accounting) -> Refusal | None:
    """Refuse a number typed beside the issue register, which tells it."""
    register = issue_register(file, found.id)
    if not register.is_kept:
        return None
    if new.issued != register.issued:
        return refuse("issued_of_register", issued=register.issued)
    if register.returned is not None and new.returned != register.returned:
        return refuse("returned_of_register", returned=register.returned)
    return None


def write_accounting(
    file: CongressFile, act: Act, found: Round, new: Accounting, *, reason: str, by: str
) -> None:
    """Write checked numbers within an act: corrections with a reason, bundles that follow."""
    changes: dict[str, int | str | None] = dataclasses.asdict(new)
    if new.convened != found.accounting.convened:
        changes["base_note"] = ""
    _write_corrections(act, found, new, reason, by)
    act.update("round", found.id, **changes)
    _follow_returned(file, act, found, new)


def _write_corrections(act: Act, found: Round, new: Accounting, reason: str, actor: str) -> None:
    """Keep every number that was known and is put right with a reason; the minutes tell it."""
    if not reason:
        return
    for field, before in dataclasses.asdict(found.accounting).items():
        after = getattr(new, field)
        if before is not None and after is not None and before != after:
            act.insert(
                "accounting_correction",
                round_id=found.id,
                field=field,
                before=before,
                after=after,
                reason=reason,
                at=act.at,
                actor=clean_text(actor),
            )


def _follow_returned(file: CongressFile, act: Act, found: Round, new: Accounting) -> None:
    bundles = reading_ballots.bundles(file, found.id)
    size = max((b.expected or 0 for b in bundles), default=0) or 25
    handed = bool(reading_stations.stations(file, found.id))
    if new.returned == found.accounting.returned or handed or any(b.taken for b in bundles):
        return
    expected = bundle_plan(new, size)
    for bundle, count in zip(bundles, expected, strict=False):
        act.update("bundle", bundle.id, expected=count)
    taken = {bundle.number for bundle in bundles}
    free = (number for number in itertools.count(1) if number not in taken)
    for number, count in zip(free, expected[len(bundles) :], strict=False):
        act.insert("bundle", round_id=found.id, number=number, kind="ballots", expected=count)
    for bundle in bundles[len(expected) :]:
        if not reading_ballots.was_begun(file, bundle.id):
            act.delete("bundle", bundle.id)
        else:
            act.update("bundle", bundle.id, expected=0)


@guarded
def set_bundle(
    file: CongressFile, round_id: int, number: int, expected: int | None, *, actor: str
) -> Bundle | Refusal:
    """Add a bundle, or change how many ballots its cover says; never below what is in it."""
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    if not 1 <= number <= 9999:
        return refuse("bundle_number_wrong")
    entered = {b.number: b.taken for b in reading_ballots.bundles(file, round_id)}.get(number, 0)
    if expected is not None and not entered <= expected <= MOST_PEOPLE:
        return refuse("bundle_expected_wrong", bundle=number, entered=entered)
    row = reading_ballots.bundle_row(file, round_id, number)
    refusal = _check_cover(file, found, number, expected)
    if refusal:
        return refusal
    kept = incremental_count(file, round_id)
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
        agreed = agree_if_settled(file, act, found, number)
    if agreed:
        carry_on(file, round_id, kept, entered=agreed)
    return next(b for b in reading_ballots.bundles(file, round_id) if b.number == number)


def _check_cover(
    file: CongressFile, found: Round, number: int, expected: int | None
) -> Refusal | None:
    """Refuse another number on the cover of a bundle that agreed by this one, uncounted."""
    bundle = bundle_of(file, found.id, number) if found.passes > 1 else None
    if bundle is not None and bundle.station and bundle.all_closed:
        return refuse("bundle_at_station", bundle=number, name=bundle.station)
    if bundle is None or not bundle.agreed or bundle.counted is not None:
        return None
    return None if expected == bundle.expected else refuse("bundle_agreed", bundle=number)


@guarded
def confirm_bundle(
    file: CongressFile, round_id: int, number: int, *, operator: str
) -> Bundle | Refusal:
    """Write down that no sheet of a full bundle was left in the hand, and its number on it.

    Nothing in the count changes: the journal says who said so, and after which ballot.
    """
    found = one_pass_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    bundle = next((b for b in reading_ballots.bundles(file, round_id) if b.number == number), None)
    if bundle is None:
        return refuse("bundle_unknown", bundle=number)
    if bundle.taken != bundle.expected:
        return refuse(
            "bundle_not_full",
            bundle=number,
            entered=bundle.taken,
            expected="–" if bundle.expected is None else bundle.expected,
        )
    with file.act(
        "confirm_bundle", actor=operator, round_id=round_id, bundle=number, count=bundle.entered
    ):
        return bundle


@guarded
def remove_bundle(file: CongressFile, round_id: int, number: int, *, actor: str) -> Round | Refusal:
    """Remove a bundle that never held a ballot."""
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    row = reading_ballots.bundle_row(file, round_id, number)
    if row is None:
        return refuse("bundle_unknown", bundle=number)
    if reading_ballots.was_begun(file, row["id"]):
        return refuse("bundle_not_empty", bundle=number)
    if reading_stations.was_handed(file, row["id"]):
        return refuse("bundle_was_handed", bundle=number)
    with file.act("remove_bundle", actor=actor, round_id=round_id, bundle=number) as act:
        act.delete("bundle", row["id"])
    return found
