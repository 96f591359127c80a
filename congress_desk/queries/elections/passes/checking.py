"""All passes of a round held against each other again, from their rows and from kept sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from congress_desk.domain.elections.passes.agreement import EnteredSheet, ResolverSheets
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.round_passes import RoundPasses
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.tally import BallotRules
from congress_desk.queries.elections.passes.agreement import unfounded_bundles
from congress_desk.queries.elections.passes.pass_sums import kept_names, pass_sums
from congress_desk.queries.elections.totals import unfounded_totals
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections.passes import Sheets


def round_passes(file: CongressFile, found: Round) -> RoundPasses | None:
    """Return how far the bundles of a round are, None of a round that is entered once."""
    if found.passes == 1:
        return None
    return RoundPasses(wanted=found.passes, bundles=reading_passes.bundle_passes(file, found.id))


def checked_passes(file: CongressFile, found: Round, rules: BallotRules) -> RoundPasses:
    """Return the bundles of a round, every pass of each compared again."""
    bundles = reading_passes.bundle_passes(file, found.id)
    sheets, resolved = reading_passes.sheets_of_round(file, found.id)
    agreed = reading_passes.agreed_places(file, found.id)
    witnesses = list(_witnesses(file, found.id, bundles, sheets, resolved))
    return RoundPasses(
        wanted=found.passes,
        bundles=bundles,
        is_checked=True,
        unfounded=(
            *unfounded_bundles(bundles, agreed, sheets, resolved),
            *unfounded_totals(file, found.id),
        ),
        summed=_once(number for number, _, _ in witnesses),
        sums_differ=_once(
            number for number, kept, rows in witnesses if +kept != +_sums(rows, rules)
        ),
    )


def _witnesses(
    file: CongressFile,
    round_id: int,
    bundles: Iterable[BundlePasses],
    sheets: Sheets,
    resolved: dict[int, ResolverSheets],
) -> Iterator[tuple[int, Counter[int], list[EnteredSheet]]]:
    """Yield by bundle the sums kept of one pass, and the rows of another that must give the same.

    Only of bundles in which every pass told the same of every sheet, none put aside.
    """
    kept = pass_sums(file, round_id)
    for bundle in bundles:
        entered = sheets.get(bundle.id, {})
        alike = bundle.agreed and bundle.id not in resolved
        if not alike or any(sheet.doubt_id for each in entered.values() for sheet in each):
            continue
        for entry_pass in bundle.passes:
            counted = kept.get((bundle.number, entry_pass.number))
            if counted is not None:
                other = 2 if entry_pass.number == 1 else 1
                yield bundle.number, counted, entered.get(other, [])


def _sums(rows: Iterable[EnteredSheet], rules: BallotRules) -> Counter[int]:
    return Counter(kept_names(rules.judge(sheet.paper)) for sheet in rows if sheet.paper)


def _once(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))
