"""348 ballots of 63 names, entered by five people in two passes with slips, settled and declared.

Two of the five type each bundle, a third of them settles it from the paper. Every figure is that of
the same papers entered once without a slip.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest
from congress_files import a_congress, a_round, fresh_uids, granted
from elections_after_round import declare, of_paper
from pass_acts import a_pass

from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.actions.elections.passes.settling import count_by_hand, resolve_place
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.passes.bundles import bundle_of, compared_bundle
from congress_desk.queries.elections.rounds import running_sheet
from congress_desk.storage.congress_file import CongressFile

BALLOTS, NAMES, SEATS, BUNDLE = 348, 63, 55, 25
TYPISTS = ("Lâm Viết Hòa", "Mai Thị Diệu Lan", "Tạ Thị Kim Oanh", "Vũ Ba", "Đinh Tư")
# Of sheets: misread as a careless typist of this list does, left out, taken twice.
MISREAD, LEFT_OUT, TWICE = 0.12, 0.01, 0.01
LISTED = Election(
    code="BCH",
    title="Bầu Ban Chấp hành",
    seats=SEATS,
    candidates=tuple(
        Candidate(name=f"Nguyễn Thị {chr(65 + n // 26)}{chr(65 + n % 26)}", born=str(1960 + n % 40))
        for n in range(NAMES)
    ),
)


@pytest.fixture(scope="module")
def paper() -> list[list[tuple[int, ...]]]:
    """Return the struck positions of every sheet by bundle; one in ten strikes a name more."""
    dice = random.Random(348)

    def sheet() -> tuple[int, ...]:
        liked_least = sorted(range(1, NAMES + 1), key=lambda name: dice.random() * name)
        return tuple(liked_least[-(NAMES - SEATS + (dice.random() < 0.1)) :])

    sheets = [sheet() for _ in range(BALLOTS)]
    return [sheets[first : first + BUNDLE] for first in range(0, BALLOTS, BUNDLE)]


def test_that_two_passes_of_five_typists_give_the_figures_of_one_faultless_count(tmp_path, paper):
    twice, once = tmp_path / "twice", tmp_path / "once"
    for folder in (twice, once):
        folder.mkdir()
    file, found = opened(twice, passes=2)
    differed = entered_twice(file, found, paper)
    assert differed > BALLOTS * MISREAD
    other, single = opened(once, passes=1)
    for number, bundle in enumerate(paper, start=1):
        papers = marked(single, bundle)
        uids = fresh_uids(len(papers))
        granted(enter_ballots(other, single.id, number, papers, uids, operator=TYPISTS[0]))
    of_two, of_one = declare(file, found), declare(other, single)
    counted, faultless = ballots(file, found.id), ballots(other, single.id)
    assert [b.paper for b in counted] == [b.paper for b in faultless]
    assert of_two.tally.same_as(of_one.tally)
    assert figures(of_two) == figures(of_one)
    assert of_two.result.outcome is not RoundOutcome.VOID
    assert recount_problems(file) == [] == recount_problems(other)
    minutes = of_paper(file, "counting-minutes", found.id)
    other_minutes = of_paper(other, "counting-minutes", single.id)
    assert numbers_told(minutes, of_two) == numbers_told(other_minutes, of_one)
    assert of_two.head.code in minutes
    assert file.check() == []
    other.close()
    file.close()


def opened(folder, *, passes: int) -> tuple[CongressFile, Round]:
    """Return a new congress of 348 delegates and its round, counted as it goes on."""
    file = a_congress(folder, LISTED, people=BALLOTS)
    granted(set_entry_settings(file, EntrySettings(passes=passes), actor="TK"))
    found = a_round(file, papers=BALLOTS, bundle_size=BUNDLE)
    running_sheet(file, found.id)
    return file, found


def marked(found: Round, bundle: Sequence[Sequence[int]]) -> list[Paper]:
    return [Paper(struck=frozenset(found.candidates[n - 1].id for n in each)) for each in bundle]


def entered_twice(file: CongressFile, found: Round, paper: Sequence[Sequence[tuple]]) -> int:
    """Enter and settle every bundle; return how many sheets were typed from the paper again."""
    dice, again = random.Random(5), 0
    for number, bundle in enumerate(paper, start=1):
        first, second, third = dice.sample(TYPISTS, 3)
        slips = set[tuple[int, ...]]()
        for by in (first, second):
            typed = list(with_slips(bundle, dice, slips))[: len(bundle)]
            a_pass(file, found, *marked(found, typed), by=by, bundle=number, short=True)
        again += settle(file, found, number, marked(found, bundle), by=third)
        assert bundle_of(file, found.id, number).is_agreed
    return again


def with_slips(
    bundle: Sequence[tuple[int, ...]], dice: random.Random, made: set[tuple[int, ...]]
) -> Iterator[tuple[int, ...]]:
    """Yield a bundle as somebody types it; no slip is one of those `made` before."""
    for sheet in bundle:
        turn = dice.random()
        if turn < LEFT_OUT:
            continue
        if turn < LEFT_OUT + TWICE:
            yield sheet
        if turn > 1 - MISREAD:
            sheet = misread(sheet, dice)
            while sheet in made:
                sheet = misread(sheet, dice)
            made.add(sheet)
        yield sheet


def misread(sheet: tuple[int, ...], dice: random.Random) -> tuple[int, ...]:
    """Return a ballot with another name struck in the place of one."""
    other = dice.choice([n for n in range(1, NAMES + 1) if n not in sheet])
    return (*sheet[1:], other)


def settle(file, found, number: int, papers: Sequence[Paper], *, by: str) -> int:
    """Count the sheets where that is asked, type what differs; return how many places that was."""
    compared = compared_bundle(file, found.id, number)
    if compared.needs_count and not compared.bundle.is_agreed:
        compared = granted(count_by_hand(file, found.id, number, len(papers), operator=by))
    for place in compared.left:
        sheet = papers[place - 1]
        granted(resolve_place(file, found.id, number, place, sheet, *fresh_uids(1), operator=by))
    return len(compared.left)


def figures(sheet: RoundSheet) -> tuple[object, ...]:
    """Return everything that a round comes to."""
    bundles = [(b.number, b.entered, b.expected) for b in sheet.bundles]
    return sheet.result, bundles, sheet.tally.entered


def numbers_told(minutes: str, sheet: RoundSheet) -> list[str]:
    """Return the lines of the minutes that tell a number, without the code of the journal."""
    lines = [line for line in minutes.splitlines() if sheet.head.code not in line]
    return [line for line in lines if any(map(str.isdigit, line))]
