"""Makes scans of marked ballots up, by seed: for tests, for benchmarks, and to practise with.

Each page tells the truth about itself: which lines are struck for sure, and which ones no machine
may decide. Pens, hands, feeders, lenses and paper are all of one seed, and so is the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from congress_desk.reports.ballot_papers.layout import BallotLayout, NameRow
from congress_desk.scan.printed_page import Picture, drawn_page
from congress_desk.scan.synthetic_hand import Hand
from congress_desk.scan.synthetic_machine import Machine, ordinary_machine, scanned

_MM = 72 / 25.4
# Another printer than the one whose page the reader knows.
_OF_PRINTER = 720
ORDINARY = ("straight", "wavy", "double", "marker", "arc", "long")
HARD = ("short", "light", "slanted", "thin", "pencil")
DOUBTFUL = (
    "partial", "between", "two_in_one", "dot", "erased", "taken_back", "circle", "beside",
    "writing", "signature", "stamp", "coffee", "fold", "torn", "covered",
)  # fmt: skip
TICKS = ("cross", "tick", "small_cross", "thick_cross")


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What stands on a page that was made up: keys are positions; 0 in `unclear` is the page."""

    struck: frozenset[int] = frozenset()
    both: frozenset[int] = frozenset()
    blank: frozenset[int] = frozenset()
    unclear: frozenset[int] = frozenset()


def marked_page(
    layout: BallotLayout,
    place: int,
    seed: int,
    *,
    kinds: Sequence[str] = ORDINARY,
    machine: Machine | None = None,
    share: float = 0.15,
    doubtful: Sequence[str] = (),
) -> tuple[Picture, Truth]:
    """Return a scan of one page with strokes of these kinds, and the truth about it.

    About `share` of the names are struck; each kind of `doubtful` is done once, on its own lines.
    """
    random = np.random.default_rng(seed)
    machine = machine or ordinary_machine(random)
    hand = Hand(layout, place, machine.dots, random)
    rows = list(layout.pages[place].rows)
    if rows[0].agree is not None:
        truth = _ticked(hand, rows, random)
    else:
        truth = _struck(hand, rows, random, kinds, share, doubtful)
    truth = _spoiled(hand, layout, rows, random, truth, doubtful)
    picture = scanned(
        printed(layout, place, machine.dots), hand, machine, random, "torn" in doubtful
    )
    return picture, truth


def printed(layout: BallotLayout, place: int, dots: int) -> Picture:
    """Return a page as some printer lays it down, seen at so many dots an inch."""
    return drawn_page(layout, place, dots, _OF_PRINTER)


def _struck(
    hand: Hand,
    rows: list[NameRow],
    random: np.random.Generator,
    kinds: Sequence[str],
    share: float,
    doubtful: Sequence[str],
) -> Truth:
    kind = str(random.choice(list(kinds)))
    for pen in ("pencil", "light", "thin"):
        if kind == pen:
            getattr(hand, pen)()
    unclear = set[int]()
    on_names = [one for one in doubtful if one in _ON_NAMES]
    free = list(range(len(rows)))
    for one in on_names:
        place = int(random.integers(0, max(len(rows) - 1, 1)))
        hit = _ON_NAMES[one](hand, rows, place)
        unclear |= {rows[n].position for n in hit}
        free = [n for n in free if all(abs(n - h) > 1 for h in hit)]
    struck = set[int]()
    mixed = random.random() < 0.3
    for place in free:
        if random.random() < share:
            own = str(random.choice(list(kinds))) if mixed else kind
            hand.strike(rows[place], own if own not in ("pencil", "light", "thin") else "straight")
            struck.add(rows[place].position)
    return Truth(struck=frozenset(struck), unclear=frozenset(unclear))


def _spoiled(
    hand: Hand,
    layout: BallotLayout,
    rows: list[NameRow],
    random: np.random.Generator,
    truth: Truth,
    doubtful: Sequence[str],
) -> Truth:
    page_wide = set(truth.unclear)
    if "writing" in doubtful:
        hand.write(layout.width * 0.25, rows[-1].row.y - 34 if rows[-1].row.y > 60 else 8 * _MM, 12)
        page_wide.add(0)
    if "signature" in doubtful:
        hand.write(layout.width * 0.6, 12 * _MM, 16)
        page_wide.add(0)
    if "coffee" in doubtful:
        hand.coffee()
        page_wide.add(0)
    if "torn" in doubtful:
        page_wide.add(0)
    return Truth(
        struck=truth.struck, both=truth.both, blank=truth.blank, unclear=frozenset(page_wide)
    )


def _pair(act: str) -> Callable[[Hand, list[NameRow], int], list[int]]:
    def done(hand: Hand, rows: list[NameRow], place: int) -> list[int]:
        getattr(hand, act)(rows[place])
        return [place]

    return done


def _two(hand: Hand, rows: list[NameRow], place: int) -> list[int]:
    other = min(place + 1, len(rows) - 1)
    hand.two_in_one(rows[place], rows[other])
    return [place, other]


def _stamped(hand: Hand, rows: list[NameRow], place: int) -> list[int]:
    hand.stamp(rows[place])
    reach = int(44 / rows[place].row.height) + 1
    return [n for n in range(len(rows)) if abs(n - place) <= reach]


_ON_NAMES = {
    "partial": _pair("part"),
    "between": _pair("between"),
    "two_in_one": _two,
    "dot": _pair("dot"),
    "erased": _pair("erase"),
    "taken_back": _pair("take_back"),
    "circle": _pair("circle"),
    "beside": _pair("beside"),
    "stamp": _stamped,
    "fold": _pair("fold_through"),
    "covered": _pair("cover"),
}


def _ticked(hand: Hand, rows: list[NameRow], random: np.random.Generator) -> Truth:
    kind = str(random.choice(list(TICKS)))
    struck, both, blank = set[int](), set[int](), set[int]()
    for row in rows:
        assert row.agree is not None
        assert row.disagree is not None
        chance = random.random()
        if chance < 0.02:
            blank.add(row.position)
            continue
        if chance < 0.04:
            both.add(row.position)
        elif chance < 0.2:
            struck.add(row.position)
        if row.position not in struck:
            hand.mark_box(row.agree, kind)
        if row.position in struck or row.position in both:
            hand.mark_box(row.disagree, kind)
    return Truth(struck=frozenset(struck), both=frozenset(both), blank=frozenset(blank))
