"""Acts that settle a bundle whose passes differ: sheets counted, places typed from the paper."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.actions.elections.agreeing import agree_if_settled, take_agreement_back
from congress_desk.actions.elections.ballots import check_papers, cleaned, write_ballot
from congress_desk.actions.elections.passes.checks import open_bundle, resolvers
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.text_limits import no_reason
from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.passes.bundle_passes import RESOLVER, BundlePasses, PassSource
from congress_desk.domain.elections.passes.settling import arrange
from congress_desk.domain.elections.round import Ballot, Round
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.ballots import ballot
from congress_desk.queries.elections.incremental_count import carry_on, incremental_count
from congress_desk.queries.elections.passes.agreement import untold_places
from congress_desk.queries.elections.passes.bundles import ComparedBundle, compared_bundle
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections import shares as reading_shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """A bundle that is being settled, and the `names` of those who do."""

    round: Round
    bundle: BundlePasses
    compared: ComparedBundle
    names: str


@guarded
def count_by_hand(
    file: CongressFile,
    round_id: int,
    number: int,
    sheets: int,
    *,
    operator: str,
    together: str = "",
) -> ComparedBundle | Refusal:
    """Write how many sheets somebody counted in a bundle, those put aside for the board too.

    Another count than before begins anew: what was typed for its places does not stand any more. A
    number that no pass can explain is refused: count again, or begin the bundle anew.
    """
    found = bundle_to_settle(file, round_id, number, operator, together)
    if isinstance(found, Refusal):
        return found
    bundle = found.bundle
    tried = arrange(found.compared.comparison, bundle.expected, sheets)
    if isinstance(tried, Refusal):
        return tried
    kept = incremental_count(file, round_id)
    with file.act(
        "count_by_hand", actor=found.names, round_id=round_id, bundle=number, sheets=sheets
    ) as act:
        take_agreement_back(file, act, round_id, bundle.id)
        act.insert(
            "hand_count",
            bundle_id=bundle.id,
            sheets=sheets,
            operator=found.names,
            at=act.at,
            voided=0,
        )
        agreed = agree_if_settled(file, act, found.round, number)
    carry_on(file, round_id, kept, entered=agreed)
    return _compared_again(file, round_id, number)


@guarded
def resolve_place(
    file: CongressFile,
    round_id: int,
    number: int,
    place: int,
    paper: Paper,
    uid: str,
    *,
    operator: str,
    together: str = "",
    twice: bool = False,
) -> ComparedBundle | Refusal:
    """Record a sheet of a bundle as it is on the paper, where the passes differ.

    `place` is its number from the top. When it was the last place, the bundle's ballots count. A
    paper that no pass has there is refused until it was typed `twice` alike: nobody checks this
    entry, and its slip would count.
    """
    found = place_to_settle(file, round_id, number, place, operator, together)
    if isinstance(found, Refusal):
        return found
    paper = cleaned(paper)
    refusal = check_papers(found.round, [paper]) or _check_weight(file, found.round, paper)
    if refusal:
        return refusal
    arrangement = found.compared.arrangement
    assert arrangement is not None
    if not twice and untold_places(file, found.bundle, arrangement.sheets, {place: paper}):
        return refuse("sheet_told_by_no_pass", bundle=number, sheet=place)
    kept = incremental_count(file, round_id)
    with file.act(
        "resolve_place",
        actor=found.names,
        ballots=1,
        round_id=round_id,
        bundle=number,
        place=place,
    ) as act:
        pass_id = resolver_pass(file, act, found.bundle, found.names)
        write_ballot(act, pass_id, place, paper, uid, found.names)
        agreed = agree_if_settled(file, act, found.round, number)
    carry_on(file, round_id, kept, entered=agreed)
    return _compared_again(file, round_id, number)


@guarded
def correct_agreed(
    file: CongressFile,
    round_id: int,
    number: int,
    place: int,
    paper: Paper,
    uid: str,
    *,
    reason: str,
    operator: str,
    together: str = "",
    twice: bool = False,
) -> Ballot | Refusal:
    """Put another ballot in an agreed place, for a reason; every pass stays as it was entered.

    One that no pass has there is refused until it was typed `twice` alike, as in `resolve_place`.
    """
    found = open_bundle(file, round_id, number)
    if isinstance(found, Refusal):
        return found
    held, bundle = found
    names = resolvers(file, bundle, operator, together)
    if isinstance(names, Refusal):
        return names
    reason, paper = clean_text(reason), cleaned(paper)
    agreed = reading_passes.agreed_places(file, round_id).get(bundle.id, {})
    before_id = agreed.get(place)
    if before_id is None:
        return refuse("place_not_agreed", bundle=number, sheet=place)
    before = ballot(file, before_id)
    refusal = (
        no_reason(reason)
        or check_papers(held, [paper])
        or _check_weight(file, held, paper)
        or (refuse("correction_changes_nothing") if before.paper == paper else None)
    )
    if refusal:
        return refusal
    if not twice and untold_places(file, bundle, len(agreed), {place: paper}):
        return refuse("sheet_told_by_no_pass", bundle=number, sheet=place)
    kept = incremental_count(file, round_id)
    with file.act(
        "correct_agreed",
        actor=names,
        round_id=round_id,
        bundle=number,
        place=place,
        reason=reason,
    ) as act:
        pass_id = resolver_pass(file, act, bundle, names)
        own = reading_passes.resolver_ballot_row(file, bundle.id, place)
        if own is not None:
            act.update("ballot", own["id"], state="replaced")
        new = write_ballot(
            act,
            pass_id,
            place,
            paper,
            uid,
            names,
            replaces=own or reading_passes.ballot_row_of(file, before_id),
        )
        act.update("agreed_ballot", (bundle.id, place), ballot_id=new)
    corrected = ballot(file, new)
    carry_on(file, round_id, kept, entered=[corrected], taken_out=[before])
    return corrected


def _compared_again(file: CongressFile, round_id: int, number: int) -> ComparedBundle:
    """Return how the passes of a bundle compare after an act; they were closed before it."""
    again = compared_bundle(file, round_id, number)
    assert again is not None
    return again


def bundle_to_settle(
    file: CongressFile, round_id: int, number: int, name: str, together: str
) -> Settling | Refusal:
    """Return a bundle whose passes are closed and do not agree yet, to those who may settle it."""
    found = open_bundle(file, round_id, number)
    if isinstance(found, Refusal):
        return found
    held, bundle = found
    if bundle.by_totals:
        return refuse("bundle_by_totals", bundle=number)
    refusal = is_at_station(file, round_id, number)
    if refusal:
        return refusal
    names = resolvers(file, bundle, name, together)
    if isinstance(names, Refusal):
        return names
    if bundle.is_agreed:
        return refuse("bundle_agreed", bundle=number)
    compared = compared_bundle(file, round_id, number)
    if compared is None:
        return refuse("passes_not_closed", bundle=number)
    return Settling(round=held, bundle=bundle, compared=compared, names=names)


def place_to_settle(
    file: CongressFile, round_id: int, number: int, place: int, name: str, together: str
) -> Settling | Refusal:
    """Return a bundle in which this place is to be typed from the paper."""
    found = bundle_to_settle(file, round_id, number, name, together)
    if isinstance(found, Refusal):
        return found
    if found.compared.needs_count:
        return refuse("hand_count_missing", bundle=number)
    if place not in found.compared.left:
        return refuse("place_not_open", bundle=number, sheet=place)
    return found


def resolver_pass(file: CongressFile, act: Act, bundle: BundlePasses, names: str) -> int:
    """Return the pass of what is typed from the paper of a bundle; made at its first place."""
    known = reading_passes.resolver_pass_id(file, bundle.id)
    if known is not None:
        return known
    return act.insert(
        "entry_pass",
        bundle_id=bundle.id,
        number=RESOLVER,
        operator=names[:NAME_LIMIT],
        operator_id=0,
        source=PassSource.TYPED.value,
        opened_at=act.at,
        closed_at="",
        voided=0,
    )


def _check_weight(file: CongressFile, found: Round, paper: Paper) -> Refusal | None:
    """Refuse a ballot by shares that nobody was handed; the gate says of one that is twice."""
    if found.mode is not MarkMode.CUMULATIVE:
        return None
    if any(v.shares == paper.shares for v in reading_shares.issued_voters(file, found.id)):
        return None
    return refuse("share_ballot_not_issued", shares=paper.shares)
