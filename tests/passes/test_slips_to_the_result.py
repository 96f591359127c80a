"""Two typists with slips and a third with the paper: the result is that of the papers."""

from __future__ import annotations

import random

import pytest
from congress_files import a_congress, a_round, enter, fresh_uids, granted, striking
from pass_acts import FIRST, SECOND, THIRD, a_pass, a_round_of_passes

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.passes.settling import count_by_hand, resolve_place
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Round
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.passes.bundles import bundle_of, compared_bundle
from congress_desk.queries.elections.rounds import round_sheet

BUNDLE, BUNDLES = 12, 6


def a_bundle(found: Round, dice: random.Random) -> list[Paper]:
    """Return papers of which no two neighbours are alike: leaving out either would be one slip."""
    papers: list[Paper] = []
    while len(papers) < BUNDLE:
        paper = striking(found, dice.sample(range(1, 5), dice.choice((1, 2))))
        if not papers or paper != papers[-1]:
            papers.append(paper)
    return papers


def with_a_slip(papers: list[Paper], place: int, wrong: Paper, dice: random.Random) -> list[Paper]:
    """Return a bundle as somebody typed it: one sheet misread, or left out.

    One taken twice does not stay: the cover says stop while a sheet is in the hand.
    """
    return [*papers[:place], *dice.choice(([wrong], [])), *papers[place + 1 :]]


@pytest.mark.parametrize("seed", range(4))
def test_that_slips_of_two_typists_do_not_reach_the_result(tmp_path, seed):
    dice = random.Random(seed)
    file, found = a_round_of_passes(tmp_path, papers=BUNDLE * BUNDLES, bundle_size=BUNDLE)
    paper = [a_bundle(found, dice) for _ in range(BUNDLES)]
    for number, bundle in enumerate(paper, start=1):
        places = dice.sample(range(BUNDLE), 2)
        for by, place in zip((FIRST, SECOND), places, strict=True):
            typed = with_a_slip(bundle, place, striking(found, [1, 2, 3]), dice)
            a_pass(file, found, *typed, by=by, bundle=number, short=True)
        settle(file, found, number, bundle)
    assert all(bundle_of(file, found.id, n).is_agreed for n in range(1, BUNDLES + 1))
    assert [b.paper for b in ballots(file, found.id)] == [p for bundle in paper for p in bundle]
    (tmp_path / "once").mkdir()
    other = a_congress(tmp_path / "once")
    single = a_round(other, papers=BUNDLE * BUNDLES, bundle_size=BUNDLE)
    for number, bundle in enumerate(paper, start=1):
        enter(other, single, *bundle, bundle=number)
    assert round_sheet(file, found.id).result == round_sheet(other, single.id).result
    assert round_sheet(file, found.id).passes.agree
    assert recount_problems(file) == []
    assert file.check() == []
    other.close()
    file.close()


def settle(file, found, number, bundle) -> None:
    """Count the sheets where that is asked, and type from the paper what is to be typed."""
    compared = compared_bundle(file, found.id, number)
    if compared.needs_count and not compared.bundle.is_agreed:
        compared = granted(count_by_hand(file, found.id, number, len(bundle), operator=THIRD))
    for place in compared.left:
        sheet = bundle[place - 1]
        typed = (place, sheet, *fresh_uids(1))
        granted(resolve_place(file, found.id, number, *typed, operator=THIRD, twice=True))
