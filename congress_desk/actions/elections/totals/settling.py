"""The act that settles totals that the passes of a bundle do not tell alike."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.actions.elections.passes.checks import open_bundle, resolvers, worker
from congress_desk.actions.elections.totals.agreeing import write_totals
from congress_desk.actions.elections.totals.entering import check_totals
from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.elections.passes.bundle_passes import RESOLVER, BundlePasses
from congress_desk.domain.elections.passes.entry_rights import Worker
from congress_desk.domain.elections.totals.bundle_totals import NameTotals
from congress_desk.domain.elections.totals.comparison import TotalPlace, with_places
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.incremental_count import carry_totals_on, incremental_count
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.queries.elections.totals import compared_totals
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import totals as reading_totals


@guarded
def resolve_totals(
    file: CongressFile,
    round_id: int,
    number: int,
    typed: Mapping[TotalPlace, NameTotals | int],
    *,
    operator: str,
    together: str = "",
) -> BundlePasses | Refusal:
    """Record the totals that the passes tell otherwise, counted again from the paper: these alone.

    What all passes agree on stays. The whole must hold every sum; from then on it counts.
    """
    found = open_bundle(file, round_id, number)
    if isinstance(found, Refusal):
        return found
    held, bundle = found
    names = resolvers(file, bundle, operator, together)
    if isinstance(names, Refusal):
        return names
    compared = compared_totals(file, round_id, number)
    if compared is None:
        code = "passes_not_closed" if bundle.by_totals else "bundle_not_by_totals"
        return refuse(code, bundle=number)
    if bundle.is_agreed:
        return refuse("bundle_agreed", bundle=number)
    if set(typed) != set(compared.differing):
        return refuse("totals_other_places", bundle=number, count=len(compared.differing))
    passes = reading_totals.totals_of_round(file, round_id)[number]
    totals = with_places(reading_totals.entered_passes(passes)[0], typed).cleaned()
    refusal = check_totals(file, held, totals)
    if refusal:
        return refusal
    if bundle.expected is not None and totals.sheets > bundle.expected:
        return refuse(
            "totals_above_cover", bundle=number, sheets=totals.sheets, expected=bundle.expected
        )
    kept = incremental_count(file, round_id)
    with file.act(
        "resolve_totals",
        actor=names,
        round_id=round_id,
        bundle=number,
        count=len(typed),
    ) as act:
        who = Worker(name=names, operator_id=worker(file, operator).operator_id)
        pass_id = write_totals(act, bundle.id, RESOLVER, totals, who)
        act.insert("agreed_total", bundle_id=bundle.id, pass_id=pass_id)
    carry_totals_on(file, round_id, kept, number, entered=totals)
    again = bundle_of(file, round_id, number)
    assert again is not None
    return again
