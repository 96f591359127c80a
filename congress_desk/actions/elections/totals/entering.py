"""Acts on bundles counted by hand: entered by the totals of a tally sheet, or set aside again."""

from __future__ import annotations

from congress_desk.actions.elections.passes.checks import worker
from congress_desk.actions.elections.passes.restarting import restart_bundle
from congress_desk.actions.elections.rounds import counting_round
from congress_desk.actions.elections.totals.agreeing import agree_on_totals, write_totals
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.text_limits import no_reason
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.entry_rights import Worker, check_typist
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.domain.elections.totals.checks import total_problems
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.incremental_count import carry_totals_on, incremental_count
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.queries.elections.totals import tallied_list
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections import totals as reading_totals


@guarded
def enter_totals(
    file: CongressFile,
    round_id: int,
    number: int,
    totals: BundleTotals,
    *,
    operator: str,
    short: bool = False,
) -> BundlePasses | Refusal:
    """Record the totals of a bundle as its next pass, closed at once; every sum must hold.

    In a round of one pass they count from now on, in one of several when all passes tell the same.
    `short` says that the bundle has fewer sheets than its cover promises.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    bundle = bundle_of(file, round_id, number)
    if bundle is None:
        return refuse("bundle_unknown", bundle=number)
    who, totals = worker(file, operator), totals.cleaned()
    refusal = (
        is_at_station(file, round_id, number)
        or _check_bundle(found, bundle)
        or _check_who(file, bundle, who)
        or check_totals(file, found, totals)
        or _check_cover(bundle, totals, short)
    )
    if refusal:
        return refusal
    kept = incremental_count(file, round_id)
    attempt = reading_passes.attempts(file, bundle.id) + 1
    with file.act(
        "enter_totals",
        actor=who.name,
        round_id=round_id,
        bundle=number,
        number=bundle.next_number or 1,
    ) as act:
        for emptied in bundle.passes if not bundle.by_totals else ():
            act.update("entry_pass", emptied.id, voided=attempt)
        if not bundle.by_totals:
            act.update("bundle", bundle.id, kind="totals")
        write_totals(act, bundle.id, bundle.next_number or 1, totals, who)
        counted = agree_on_totals(file, act, found, number)
    carry_totals_on(file, round_id, kept, number, entered=counted)
    return _read_again(file, round_id, number)


@guarded
def void_totals(
    file: CongressFile,
    round_id: int,
    number: int,
    *,
    reason: str,
    operator: str,
    together: str = "",
) -> BundlePasses | Refusal:
    """Set the totals of a bundle aside, for a reason: it is entered again, ballot by ballot or not.

    They stay in the file. In a round of several passes every pass of the bundle begins anew, by
    whoever may do that.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    bundle = bundle_of(file, round_id, number)
    if bundle is None:
        return refuse("bundle_unknown", bundle=number)
    if not bundle.by_totals:
        return refuse("bundle_not_by_totals", bundle=number)
    if found.passes > 1:
        return restart_bundle(
            file, round_id, number, reason=reason, operator=operator, together=together
        )
    reason = clean_text(reason)
    refusal = no_reason(reason)
    if refusal:
        return refusal
    kept = incremental_count(file, round_id)
    counted = reading_totals.counted_totals(file, found).get(number)
    attempt = reading_passes.attempts(file, bundle.id) + 1
    with file.act(
        "void_totals",
        actor=worker(file, operator).name,
        backup=True,
        round_id=round_id,
        bundle=number,
        reason=reason,
    ) as act:
        for entry_pass in bundle.passes:
            act.update("entry_pass", entry_pass.id, voided=attempt)
        act.update("bundle", bundle.id, kind="ballots")
    carry_totals_on(file, round_id, kept, number, taken_out=counted)
    return _read_again(file, round_id, number)


def check_totals(file: CongressFile, found: Round, totals: BundleTotals) -> Refusal | None:
    """Say every sum of these totals that does not hold."""
    if not totals.sheets:
        return refuse("totals_empty")
    problems = total_problems(totals, tallied_list(file, found))
    return Refusal(problems) if problems else None


def _check_bundle(found: Round, bundle: BundlePasses) -> Refusal | None:
    """Refuse a bundle that was begun ballot by ballot, or has every pass it needs."""
    if found.mode is MarkMode.CUMULATIVE:
        return refuse("totals_not_by_shares")
    if not bundle.by_totals:
        # A bundle of one pass whose ballots were all taken back holds nothing to lose.
        begun = any(each.taken for each in bundle.passes) or (bundle.passes and found.passes > 1)
        return refuse("totals_bundle_begun", bundle=bundle.number) if begun else None
    if bundle.next_number:
        return None
    return refuse("totals_entered_already", bundle=bundle.number)


def _check_who(file: CongressFile, bundle: BundlePasses, who: Worker) -> Refusal | None:
    """Say why somebody cannot enter a pass of several; one pass is anybody's."""
    if bundle.wanted == 1:
        return None
    return check_typist(who, reading_passes.typists(file, bundle.id), bundle.number)


def _check_cover(bundle: BundlePasses, totals: BundleTotals, short: bool) -> Refusal | None:
    """Refuse more sheets than the cover says; fewer are asked about once, and found at the gate."""
    expected = bundle.expected
    if expected is None or totals.sheets == expected:
        return None
    if totals.sheets < expected and short:
        return None
    code = "totals_above_cover" if totals.sheets > expected else "totals_below_cover"
    return refuse(code, bundle=bundle.number, sheets=totals.sheets, expected=expected)


def _read_again(file: CongressFile, round_id: int, number: int) -> BundlePasses:
    found = bundle_of(file, round_id, number)
    assert found is not None
    return found
