"""How often the passes of an operator read a sheet otherwise than what was agreed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.agreement import EnteredSheet
from congress_desk.domain.elections.passes.comparison import StretchKind, compare_passes
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.operators.figures import Checked
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import lists as reading_lists
from congress_desk.storage.reading.elections import passes as reading_passes


def checked_entries(file: CongressFile) -> dict[int, Checked]:
    """Return by operator how many sheets were checked by other passes, and how many differed.

    A sheet that was skipped or taken twice is one, and moves none of those after it. What the board
    decided is nobody's error.
    """
    sheets: Counter[int] = Counter()
    differing: Counter[int] = Counter()
    for operator_id, count, wrong in _checked_passes(file):
        sheets[operator_id] += count
        differing[operator_id] += wrong
    return {each: Checked(sheets=sheets[each], differing=differing[each]) for each in sheets}


def _checked_passes(file: CongressFile) -> Iterator[tuple[int, int, int]]:
    """Yield operator, sheets and differing sheets of every pass of an agreed bundle."""
    for found in _rounds_of_passes(file):
        agreed = _agreed_papers(file, found)
        sheets, _ = reading_passes.sheets_of_round(file, found.id)
        for bundle in reading_passes.bundle_passes(file, found.id):
            right, held = agreed.get(bundle.number), sheets.get(bundle.id, {})
            for each in bundle.passes if right else ():
                if each.operator_id:
                    wrong = _differing(held.get(each.number, []), right or [])
                    yield each.operator_id, len(right or []), wrong


def _rounds_of_passes(file: CongressFile) -> Iterator[Round]:
    for election in reading_lists.elections(file):
        for found in reading_lists.rounds(file, election.id):
            if found.passes > 1 and found.state is not RoundState.CANCELLED:
                yield found


def _agreed_papers(file: CongressFile, found: Round) -> dict[int, list[Paper]]:
    """Return by number of the bundle the papers that count, in the order of their places."""
    rows = reading_passes.agreed_ballot_rows(file, found.id)
    papers: dict[int, list[Paper]] = defaultdict(list)
    for row, paper in zip(rows, reading_ballots.papers(file, found.id, rows), strict=True):
        papers[row["bundle_number"]].append(paper)
    return papers


def _differing(entered: Sequence[EnteredSheet], right: Sequence[Paper]) -> int:
    compared = compare_passes([[sheet.compared_as for sheet in entered], right])
    return sum(
        stretch.most for stretch in compared.stretches if stretch.kind is StretchKind.DIFFERS
    )
