"""What one entry of a round leaves wrong, and what two blind ones leave, by size of the list.

Every pass is typed by the hands of `careless_typist`, each with slips of its own, and so is what
is settled from the paper. A wrong field is a name marked otherwise than on paper.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.careless_typist import BUNDLE, ENTER, WRONG_KEYS, Table, a_paper, type_paper
from benchmarks.measured import Measured
from congress_desk.domain.elections.ballots import Paper, mark_mode
from congress_desk.domain.elections.entry_line import EntryContext, entry_text
from congress_desk.domain.elections.passes.agreement import EnteredSheet, told_papers
from congress_desk.domain.elections.passes.comparison import StretchKind, compare_passes
from congress_desk.domain.elections.passes.settling import arrange
from congress_desk.errors import Refusal

# Names, seats, and the keys of a ballot that strikes the surplus: two digits a name, and Enter.
LISTS = ((17, 15, 5), (31, 27, 9), (63, 55, 17))
BALLOTS, SHORT_BALLOTS = 15_000, 1500
# Single and double entry in Paulsen et al. 2012.
WRONG_FIELDS_IN_1000 = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A bundle as one pass has it: papers, the sheet each was made of, and the keys it took."""

    papers: tuple[Paper, ...]
    sheets: tuple[int, ...]
    keys: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A bundle as it counts, and the places that were typed from the paper again."""

    papers: tuple[Paper, ...]
    typed: tuple[int, ...]
    counted: bool


@dataclass(slots=True)
class Accuracy:
    """What a round came to: `same` are ballots with one slip made twice, `missed` other wrong ones.

    `settled` are those that whoever settled typed wrongly.

    `once` is what the first pass alone leaves; bundles that do not come out even are put right.
    """

    fields: int = 0
    once_fields: int = 0
    once_ballots: int = 0
    wrong_fields: int = 0
    same: int = 0
    missed: int = 0
    settled: int = 0
    typed: int = 0
    anew: int = 0
    keys: list[int] = field(default_factory=list)


def run(folder: Path, short: bool) -> list[Measured]:
    """Count keys, then type a round of each list twice."""
    measured = [_keys_of_surplus(*each) for each in LISTS]
    for names, seats, _keys in LISTS[:1] if short else LISTS:
        ballots = SHORT_BALLOTS if short else BALLOTS
        found = typed_twice(names, seats, ballots)
        print(
            f"  {names} names for {seats}, {ballots} ballots: one pass leaves {found.once_ballots}"
            f" wrong ({1000 * found.once_fields / found.fields:.3f} fields in 1000), two the"
            f" {found.same} with the same slip in both; {found.typed} typed again, of which"
            f" {found.settled} stay wrong; {found.anew} bundles entered anew,"
            f" {sum(found.keys) / len(found.keys) / BUNDLE:.1f} keys a ballot with slips"
        )
        whole = f"{names} for {seats}"
        measured += [
            Measured(
                what=f"wrong ballots without the same slip in both passes, {whole}",
                value=found.missed,
                bound=0,
                unit="",
            ),
            Measured(
                what=f"wrong fields in 1000 left by two passes, {whole}",
                value=1000 * found.wrong_fields / found.fields,
                bound=WRONG_FIELDS_IN_1000,
                unit="",
            ),
        ]
    return measured


def _keys_of_surplus(names: int, seats: int, bound: int) -> Measured:
    """Type ballots that strike the surplus without slips, and count the keys of each."""
    choose, table = random.Random(names), Table(_context(names, seats))
    most = 0
    for _ in range(BUNDLE):
        paper = Paper(struck=frozenset(choose.sample(range(1, names + 1), names - seats)))
        before = table.pressed
        for key in [*entry_text(paper, table.context).replace(" ", ""), ENTER]:
            assert table.press(key)
        assert table.recorded[-1][-1] == paper
        most = max(most, table.pressed - before)
    return Measured(
        what=f"keys of a ballot, {names} for {seats}, {names - seats} struck",
        value=most,
        bound=bound,
        unit="",
    )


def typed_twice(names: int, seats: int, ballots: int) -> Accuracy:
    """Type a round in two passes with slips, settle what differs from the paper, and count."""
    dice, context = random.Random(names), _context(names, seats)
    by = partial(_typed_once, context, random.Random(seats))
    found = Accuracy(fields=names * ballots)
    for first in range(0, ballots, BUNDLE):
        count = min(BUNDLE, ballots - first)
        paper = [a_paper(dice, names, seats, context.mode) for _ in range(count)]
        passes = [typed_pass(context, paper, dice) for _ in range(2)]
        _count_once(found, paper, passes[0])
        while (settled := settled_bundle(paper, passes, by)) is None:
            found.anew += 1
            passes = [typed_pass(context, paper, dice) for _ in range(2)]
        _count_twice(found, paper, passes, settled)
    return found


def _context(names: int, seats: int) -> EntryContext:
    return EntryContext(names=names, mode=mark_mode(names, seats))


def typed_pass(
    context: EntryContext,
    paper: Sequence[Paper],
    dice: random.Random,
    wrong_keys: float = WRONG_KEYS,
) -> Typed:
    """Type a bundle with slips; the cover stops whoever has as many ballots as it says."""
    table, sheets = Table(context, bundle=len(paper)), list[int]()
    for sheet, marked in enumerate(paper):
        if table.full:
            break
        sheets += [sheet] * type_paper(table, marked, dice, wrong_keys)
        table.line = ""
    return Typed(papers=tuple(table.recorded[-1]), sheets=tuple(sheets), keys=table.pressed)


def _typed_once(context: EntryContext, dice: random.Random, paper: Paper) -> Paper:
    """Type one sheet with slips; return what stands on the line when it is recorded."""
    while True:
        table = Table(context, bundle=1)
        if type_paper(table, paper, dice):
            return table.recorded[-1][0]


def settled_bundle(
    paper: Sequence[Paper],
    passes: Sequence[Typed],
    typed_by: Callable[[Paper], Paper] = lambda paper: paper,
) -> Settled | None:
    """Return a bundle settled from its paper, None where it is to be entered anew."""
    compared = compare_passes([each.papers for each in passes])
    counted = len(paper) if compared.needs_count(len(paper)) else None
    arrangement = arrange(compared, len(paper), counted)
    if isinstance(arrangement, Refusal):
        return None
    sheets = [[EnteredSheet(ballot_id=1, paper=p) for p in each.papers] for each in passes]
    told = told_papers(sheets, arrangement.sheets)
    papers = tuple(
        passes[0].papers[part.before[0] + offset]
        if part.kind is StretchKind.SAME
        else _typed_from_paper(told[place - 1], paper[place - 1], typed_by)
        for part in arrangement.parts
        for offset, place in enumerate(part.places)
    )
    return Settled(papers=papers, typed=arrangement.to_type, counted=counted is not None)


def _typed_from_paper(
    told: frozenset[Hashable], paper: Paper, typed_by: Callable[[Paper], Paper]
) -> Paper:
    """Type a sheet until the program takes it: as a pass has it there, or twice alike."""
    before = None
    while True:
        typed = typed_by(paper)
        if typed == before or typed in told:
            return typed
        before = typed


def _count_once(found: Accuracy, paper: Sequence[Paper], once: Typed) -> None:
    found.keys.append(once.keys)
    if len(once.papers) != len(paper):
        return
    for true, counted in zip(paper, once.papers, strict=True):
        found.once_fields += len(true.struck ^ counted.struck)
        found.once_ballots += true != counted


def _count_twice(
    found: Accuracy, paper: Sequence[Paper], passes: Sequence[Typed], settled: Settled
) -> None:
    found.typed += len(settled.typed)
    for sheet, (true, counted) in enumerate(zip(paper, settled.papers, strict=True)):
        if true == counted:
            continue
        found.wrong_fields += len(true.struck ^ counted.struck)
        if sheet + 1 in settled.typed:
            found.settled += 1
        elif all((sheet, counted) in zip(p.sheets, p.papers, strict=True) for p in passes):
            found.same += 1
        else:
            found.missed += 1
