"""Which ballots the passes of a bundle agree on, worked out from all rows again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.agreement import (
    Agreement,
    EnteredSheet,
    ResolverSheets,
    agreement,
    told_papers,
)
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.comparison import BundleComparison, compare_passes
from congress_desk.domain.elections.passes.settling import arrange
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.errors import Problem, Refusal, problem
from congress_desk.queries.elections.totals import unfounded_totals
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_lists
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections.passes import Sheets


def in_order(
    bundle: BundlePasses, sheets: Mapping[int, list[EnteredSheet]]
) -> list[list[EnteredSheet]]:
    """Return what the passes of a bundle hold, in the order of the passes."""
    return [sheets.get(each.number, []) for each in bundle.passes]


def comparison_of(passes: Sequence[Sequence[EnteredSheet]]) -> BundleComparison:
    """Compare what passes hold."""
    return compare_passes([[sheet.compared_as for sheet in each] for each in passes])


def agreement_of(
    bundle: BundlePasses, sheets: Mapping[int, list[EnteredSheet]], resolved: ResolverSheets
) -> Agreement | None:
    """Return what the passes of a bundle agree on, None while that cannot be said.

    It can be when every pass is closed and the number of sheets is known.
    """
    if not bundle.all_closed:
        return None
    passes = in_order(bundle, sheets)
    arrangement = arrange(comparison_of(passes), bundle.expected, bundle.counted)
    if isinstance(arrangement, Refusal):
        return None
    return agreement(arrangement, passes, resolved)


def untold_places(
    file: CongressFile,
    bundle: BundlePasses,
    sheets: int,
    papers: Mapping[int, Paper],
) -> tuple[int, ...]:
    """Return the places of a bundle, of papers typed for them, whose paper no pass has there."""
    passes = in_order(bundle, reading_passes.sheets_of_bundle(file, bundle.id)[0])
    told = told_papers(passes, sheets)
    return tuple(place for place, paper in papers.items() if paper not in told[place - 1])


def unfounded_bundles(
    bundles: Iterable[BundlePasses],
    agreed: Mapping[int, Mapping[int, int]],
    sheets: Sheets,
    resolved: Mapping[int, ResolverSheets],
) -> tuple[int, ...]:
    """Return the bundles whose agreed ballots do not follow from their passes, by number.

    Every pass is compared again: a ballot that counts where the passes differ must be the
    resolver's, or the board's.
    """
    return tuple(
        bundle.number
        for bundle in bundles
        if bundle.id in agreed
        and not _follows(
            agreed[bundle.id],
            agreement_of(
                bundle, sheets.get(bundle.id, {}), resolved.get(bundle.id, ResolverSheets())
            ),
        )
    )


def _follows(written: Mapping[int, int], found: Agreement | None) -> bool:
    return found is not None and found.is_whole and dict(found.ballots) == dict(written)


def agreement_problems(file: CongressFile) -> Iterator[Problem]:
    """Yield every bundle whose agreed ballots do not follow from its passes."""
    for election in reading_lists.elections(file):
        for held in reading_lists.rounds(file, election.id):
            if held.passes > 1 and _is_kept(held):
                sheets, resolved = reading_passes.sheets_of_round(file, held.id)
                bundles = reading_passes.bundle_passes(file, held.id)
                agreed = reading_passes.agreed_places(file, held.id)
                unfounded = unfounded_bundles(bundles, agreed, sheets, resolved)
                for number in (*unfounded, *unfounded_totals(file, held.id)):
                    yield problem(
                        "agreed_unfounded", code=election.code, number=held.number, bundle=number
                    )


def _is_kept(held: Round) -> bool:
    return held.state is not RoundState.CANCELLED
