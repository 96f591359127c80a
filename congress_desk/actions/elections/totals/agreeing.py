"""Totals of a bundle begin to count, inside the act that settled the last of them."""

from __future__ import annotations

from congress_desk.domain.elections.passes.bundle_passes import PassSource
from congress_desk.domain.elections.passes.entry_rights import Worker
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.domain.elections.totals.comparison import differing_places
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import totals as reading_totals
from congress_desk.storage.rows.elections.totals import count_rows, total_rows


def write_totals(act: Act, bundle_id: int, number: int, totals: BundleTotals, who: Worker) -> int:
    """Write totals as a pass of a bundle, closed at once, and return its id."""
    pass_id = act.insert(
        "entry_pass",
        bundle_id=bundle_id,
        number=number,
        operator=who.name[:NAME_LIMIT],
        operator_id=who.operator_id,
        source=PassSource.TOTALS.value,
        opened_at=act.at,
        closed_at="",
        voided=0,
    )
    act.insert_rows("bundle_total", total_rows(pass_id, totals))
    act.insert_rows("bundle_count", count_rows(pass_id, totals))
    act.update("entry_pass", pass_id, closed_at=act.at)
    return pass_id


def agree_on_totals(file: CongressFile, act: Act, found: Round, number: int) -> BundleTotals | None:
    """Let the totals of a bundle count where every pass tells the same; return those that do.

    In a round of one pass they count anyhow.
    """
    bundle = bundle_of(file, found.id, number)
    assert bundle is not None
    passes = reading_totals.entered_passes(reading_totals.totals_of_round(file, found.id)[number])
    if found.passes == 1:
        return passes[0]
    if not bundle.all_closed or bundle.agreed or differing_places(passes):
        return None
    act.insert("agreed_total", bundle_id=bundle.id, pass_id=bundle.passes[0].id)
    return passes[0]
