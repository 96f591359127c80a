"""The act that begins a bundle anew when its passes cannot be settled; the old ones are kept."""

from __future__ import annotations

from congress_desk.actions.elections.agreeing import take_agreement_back
from congress_desk.actions.elections.passes.checks import open_bundle, resolvers
from congress_desk.actions.elections.rounds import counting_round
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.text_limits import no_reason
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.queries.elections.passes.pass_sums import drop_sums
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import passes as reading_passes


@guarded
def restart_bundle(
    file: CongressFile,
    round_id: int,
    number: int,
    *,
    reason: str,
    operator: str,
    together: str = "",
) -> BundlePasses | Refusal:
    """Set every pass of a bundle aside, for a reason: it is entered from its first pass again.

    Nothing that was entered is deleted. What was put aside for the board is put aside again. In a
    round of one pass it is for a bundle that a scanner alone read: it is typed instead.
    """
    bundle = _bundle(file, round_id, number)
    if isinstance(bundle, Refusal):
        return bundle
    names = resolvers(file, bundle, operator, together)
    if isinstance(names, Refusal):
        return names
    reason = clean_text(reason)
    refusal = no_reason(reason)
    if refusal:
        return refusal
    if not bundle.passes:
        return refuse("bundle_not_begun", bundle=number)
    refusal = is_at_station(file, round_id, number)
    if refusal:
        return refusal
    attempt = reading_passes.attempts(file, bundle.id) + 1
    with file.act(
        "restart_bundle",
        actor=names,
        backup=True,
        round_id=round_id,
        bundle=number,
        reason=reason,
    ) as act:
        take_agreement_back(file, act, round_id, bundle.id)
        for doubt_id in reading_passes.standing_ids(file, "doubtful_ballot", bundle.id):
            act.update("doubtful_ballot", doubt_id, standing=0)
        for pass_id in reading_passes.standing_ids(file, "entry_pass", bundle.id):
            act.update("entry_pass", pass_id, voided=attempt)
        if bundle.by_totals:
            act.update("bundle", bundle.id, kind="ballots")
    drop_sums(file, round_id, number)
    again = bundle_of(file, round_id, number)
    assert again is not None
    return again


def _bundle(file: CongressFile, round_id: int, number: int) -> BundlePasses | Refusal:
    """Return a bundle that may begin anew: of several passes, or read by a scanner alone."""
    held, bundle = counting_round(file, round_id), bundle_of(file, round_id, number)
    once = not isinstance(held, Refusal) and held.passes == 1
    if once and bundle and bundle.is_scanned:
        return bundle
    found = open_bundle(file, round_id, number)
    return found if isinstance(found, Refusal) else found[1]
