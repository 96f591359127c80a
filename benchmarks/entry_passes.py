"""Ballots entered twice: how soon the next one can be typed, what comparing costs, what is found.

Both passes are typed by the hands of `careless_typist`, each with slips of its own; whoever settles
a bundle types from the paper without slips. A wrong field is a name marked otherwise than on paper.
"""

from __future__ import annotations

import random
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.careless_typist import BUNDLE, LISTS, Table, a_paper, type_paper
from benchmarks.congresses import granted, make_congress, open_empty_round
from benchmarks.measured import Measured, percentile
from congress_desk.actions.elections.passes.entering import enter_in_pass
from congress_desk.actions.elections.passes.opening import close_pass, open_pass
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.domain.elections.ballots import MarkMode, Paper, mark_mode
from congress_desk.domain.elections.entry_line import EntryContext
from congress_desk.domain.elections.passes.comparison import StretchKind, compare_passes
from congress_desk.domain.elections.passes.resolving import arrange
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.errors import Refusal
from congress_desk.queries.elections.rounds import running_sheet

NAMES, SEATS, LARGE_BUNDLE = 63, 55, 50


@dataclass(slots=True)
class Accuracy:
    """What a round came to: fields, those that stay wrong, papers typed again, bundles anew."""

    fields: int = 0
    wrong: int = 0
    ballots: int = 0
    typed: int = 0
    anew: int = 0

    @property
    def wrong_in_1000(self) -> float:
        return 1000 * self.wrong / self.fields


def run(folder: Path, short: bool) -> list[Measured]:
    """Measure speed on a file of its own, then what is found, by size of the list."""
    return [
        *_next_ballot(folder, 100 if short else 1500),
        _comparison(),
        _shifts(),
        *_accuracy(short),
    ]


def _next_ballot(folder: Path, ballots: int) -> list[Measured]:
    """Enter a round twice through the acts, the running count asked for after each ballot."""
    file = make_congress(folder / "passes.congress", NAMES, SEATS)
    file.copy_beside()  # as the window does
    granted(set_entry_settings(file, EntrySettings(passes=2, bundle_size=50), actor="đo"))
    round_id, choose = open_empty_round(file, ballots), random.Random(3)
    papers = [
        Paper(struck=frozenset(choose.sample(range(1, NAMES + 1), 8))) for _ in range(ballots)
    ]
    took, closed = [], []
    for operator in ("Lượt Một", "Lượt Hai"):
        for first in range(0, ballots, LARGE_BUNDLE):
            bundle = first // LARGE_BUNDLE + 1
            granted(open_pass(file, round_id, bundle, operator=operator))
            for paper in papers[first : first + LARGE_BUNDLE]:
                start = time.perf_counter()
                granted(
                    enter_in_pass(
                        file, round_id, bundle, [paper], [uuid.uuid4().hex], operator=operator
                    )
                )
                running_sheet(file, round_id)
                took.append(time.perf_counter() - start)
            start = time.perf_counter()
            granted(close_pass(file, round_id, bundle, operator=operator))
            closed.append(time.perf_counter() - start)
    assert running_sheet(file, round_id).tally.entered == ballots
    file.close()
    whole = f"{ballots} ballots in two passes"
    return [
        Measured(
            what=f"next ballot, {whole}, 99 % within",
            value=percentile(took, 0.99) * 1000,
            bound=30,
            unit="ms",
        ),
        Measured(
            what=f"closing a pass, {whole}, the slowest",
            value=max(closed) * 1000,
            bound=100,
            unit="ms",
        ),
    ]


def _comparison() -> Measured:
    """Compare 1,500 × 63 in bundles that all differ at both ends and in between."""
    choose = random.Random(5)
    first = [[_any_paper(choose) for _ in range(LARGE_BUNDLE)] for _ in range(1500 // LARGE_BUNDLE)]
    second = [list(bundle) for bundle in first]
    for bundle in second:
        bundle[0] = bundle[-1] = Paper()
        del bundle[choose.randrange(1, LARGE_BUNDLE - 1)]
    start = time.process_time()
    for one, other in zip(first, second, strict=True):
        compare_passes([one, other])
    took = time.process_time() - start
    return Measured(what="comparing 1500 × 63", value=took * 1000, bound=100, unit="ms")


def _shifts() -> Measured:
    """Leave out a sheet, or take it twice, in one of 1,000 bundles each."""
    choose, missed = random.Random(11), 0
    for _ in range(1000):
        first = [_any_paper(choose) for _ in range(BUNDLE)]
        place = choose.randrange(BUNDLE)
        second = [*first[:place], *first[place : place + 1] * choose.choice((0, 2))]
        second += first[place + 1 :]
        missed += len(compare_passes([first, second]).differences) != 1
    return Measured(what="shifts of one not found, of 1000", value=missed, bound=0, unit="")


def _any_paper(choose: random.Random) -> Paper:
    return Paper(struck=frozenset(choose.sample(range(1, NAMES + 1), 8)))


def _accuracy(short: bool) -> list[Measured]:
    measured = []
    for names, seats in LISTS[:1] if short else LISTS[:3]:
        found = typed_twice(names, seats, 1500 if short else 15_000)
        print(
            f"  {names} names for {seats}: {found.ballots} ballots with the same slip in both"
            f" passes stay, {found.typed} typed again, {found.anew} bundles entered anew"
        )
        measured.append(
            Measured(
                what=f"wrong fields in 1000 left, {names} for {seats}",
                value=found.wrong_in_1000,
                bound=0.05,
                unit="",
            )
        )
    return measured


def typed_twice(names: int, seats: int, ballots: int) -> Accuracy:
    """Type a round in two passes with slips, settle what differs from the paper, and count."""
    dice = random.Random(names)
    context = EntryContext(names=names, mode=mark_mode(names, seats))
    found = Accuracy(fields=names * ballots)
    for first in range(0, ballots, BUNDLE):
        sheets = min(BUNDLE, ballots - first)
        paper = [a_paper(dice, names, seats, MarkMode(context.mode)) for _ in range(sheets)]
        settled: Sequence[Paper] | None = None
        while settled is None:
            settled = _settled(found, paper, [_typed(context, paper, dice) for _ in range(2)])
        for true, counted in zip(paper, settled, strict=True):
            found.wrong += len(true.struck ^ counted.struck)
            found.ballots += true != counted
    return found


def _typed(context: EntryContext, paper: Sequence[Paper], dice: random.Random) -> list[Paper]:
    table = Table(context)
    table.recorded.append([])
    for sheet in paper:
        if table.full:
            break
        type_paper(table, sheet, dice)
        table.line = ""
    return table.recorded[-1]


def _settled(
    found: Accuracy, paper: Sequence[Paper], passes: Sequence[Sequence[Paper]]
) -> list[Paper] | None:
    """Return the bundle as it counts, None where it is to be entered anew."""
    compared = compare_passes(passes)
    counted = len(paper) if compared.needs_count(len(paper)) else None
    arrangement = arrange(compared, len(paper), counted)
    if isinstance(arrangement, Refusal):
        found.anew += 1
        return None
    found.typed += len(arrangement.to_type)
    return [
        passes[0][part.before[0] + offset] if part.kind is StretchKind.SAME else paper[place - 1]
        for part in arrangement.parts
        for offset, place in enumerate(part.places)
    ]
