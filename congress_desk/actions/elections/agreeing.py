"""Ballots of a bundle begin to count, inside the act that settled the last of its places."""

from __future__ import annotations

from congress_desk.domain.elections.doubtful_ballot import DoubtState
from congress_desk.domain.elections.passes.agreement import standing_doubts
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Ballot, Round
from congress_desk.queries.elections.ballots import ballot
from congress_desk.queries.elections.passes.agreement import agreement_of, comparison_of, in_order
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import doubts as reading_doubts
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections import totals as reading_totals


def agree_if_settled(file: CongressFile, act: Act, found: Round, number: int) -> tuple[Ballot, ...]:
    """Let the ballots of a bundle count once every place has one; return those that now count.

    Nothing is written while a place is left to type, or waits for the board. In a round of one pass
    every ballot counts anyhow.
    """
    bundle = bundle_of(file, found.id, number) if found.passes > 1 else None
    if bundle is None or bundle.by_totals or not bundle.all_closed or bundle.agreed:
        return ()
    sheets, resolved = reading_passes.sheets_of_bundle(file, bundle.id)
    agreed = agreement_of(bundle, sheets, resolved)
    if agreed is None or not agreed.is_whole:
        return ()
    act.insert_rows(
        "agreed_ballot",
        [
            {"bundle_id": bundle.id, "place": place, "ballot_id": ballot_id}
            for place, ballot_id in sorted(agreed.ballots.items())
        ],
    )
    return tuple(ballot(file, ballot_id) for _, ballot_id in sorted(agreed.ballots.items()))


def take_agreement_back(file: CongressFile, act: Act, round_id: int, bundle_id: int) -> None:
    """Let no ballot of a bundle count any more, nor stand what was settled in it."""
    for place in sorted(reading_passes.agreed_places(file, round_id).get(bundle_id, ())):
        act.delete("agreed_ballot", (bundle_id, place))
    for row in reading_passes.resolver_rows(file, bundle_id):
        act.update("ballot", row["id"], state="withdrawn")
    for doubt_id in reading_passes.resolver_doubts(file, bundle_id):
        act.update("doubtful_ballot", doubt_id, state=DoubtState.WITHDRAWN.value)
    attempt = reading_passes.attempts(file, bundle_id) + 1
    if reading_totals.agreed_pass_id(file, bundle_id) is not None:
        act.delete("agreed_total", bundle_id)
        resolver = reading_passes.resolver_pass_id(file, bundle_id)
        if resolver is not None:
            act.update("entry_pass", resolver, voided=attempt)
    for row_id in reading_passes.standing_ids(file, "hand_count", bundle_id):
        act.update("hand_count", row_id, voided=attempt)


def let_doubts_stand(file: CongressFile, act: Act, round_id: int, bundle: BundlePasses) -> None:
    """Let each sheet that was put aside stand in the pile once, now that every pass is closed."""
    sheets, _ = reading_passes.sheets_of_bundle(file, bundle.id)
    passes = in_order(bundle, sheets)
    standing = standing_doubts(comparison_of(passes), passes)
    aside = {sheet.doubt_id for each in passes for sheet in each if sheet.doubt_id}
    number = reading_doubts.last_number(file, round_id)
    for row in reading_doubts.rows_of(file, sorted(aside)):
        stands = row["id"] in standing
        if bool(row["standing"]) == stands:
            continue
        if stands:
            number += 1
            act.update("doubtful_ballot", row["id"], standing=1, number=number)
        else:
            act.update("doubtful_ballot", row["id"], standing=0)
