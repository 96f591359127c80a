"""Marks beside strokes that say something else: never read as if they were not there."""

from __future__ import annotations

import numpy as np
import pytest
from exports.ballot_lists import a_layout, a_list

from congress_desk.domain.elections.scans.reading import Why
from congress_desk.scan.printed_page import printed_pages
from congress_desk.scan.reader import Reader
from congress_desk.scan.synthetic_ballots import printed
from congress_desk.scan.synthetic_hand import Hand
from congress_desk.scan.synthetic_machine import Machine, scanned


@pytest.fixture(scope="module")
def ballots():
    layout = a_layout(a_list(18, 15))
    return layout, Reader(printed_pages(layout))


def read(ballots, marked, machine=None):
    """Return what is read of a page that was marked so, its doubts by position."""
    layout, reader = ballots
    machine, random = machine or Machine(), np.random.default_rng(3)
    hand = Hand(layout, 0, machine.dots, random)
    marked(hand, layout.pages[0].rows)
    picture = scanned(printed(layout, 0, machine.dots), hand, machine, random)
    (found,) = reader.read(picture)
    return found.reading.paper, {doubt.position: doubt.why for doubt in found.reading.doubts}


def struck(hand, row, ink=0.9):
    (line,) = row.lines
    y = line.y + 0.3 * line.size
    hand.draw([(line.x - 2, y), (line.x + line.width + 2, y)], width=1.6, ink=ink)


def a_word(hand, line, gap):
    x, high = line.x + line.width + gap, 0.6 * line.size
    for letter in range(4):
        left = x + letter * 0.6 * high
        hand.draw([(left, line.y), (left + 0.4 * high, line.y + high), (left, line.y + high)], 1.2)


def a_tick(hand, line):
    x, y, side = line.x + line.width + 9, line.y + 0.3 * line.size, 0.6 * line.size
    hand.draw([(x, y), (x + 0.4 * side, y - 0.5 * side), (x + 1.3 * side, y + 0.8 * side)], 1.2)


def dots(hand, line):
    for x in np.linspace(line.x + 3, line.x + line.width - 3, 7):
        hand.draw([(x, line.y - 0.27 * line.size), (x + 0.4, line.y - 0.27 * line.size)], 3.2)


@pytest.mark.parametrize("machine", [Machine(), Machine(dots=300), Machine(dots=200, bilevel=True)])
def test_that_a_stroke_that_was_perhaps_taken_back_goes_to_a_person(ballots, machine):
    takes_back = (
        lambda hand, line: a_word(hand, line, 10),
        lambda hand, line: a_word(hand, line, 0),
        a_tick,
        dots,
    )

    def marked(hand, rows):
        for row in rows[:12:3]:
            struck(hand, row)
        for row, sign in zip(rows[1:12:3], takes_back, strict=True):
            struck(hand, row)
            sign(hand, row.lines[0])

    paper, doubts = read(ballots, marked, machine)
    assert paper.struck == {1, 4, 7, 10}
    assert {2, 5, 8, 11} <= doubts.keys()


def test_that_one_light_mark_alone_is_no_stroke_and_two_that_are_alike_are():
    layout = a_layout(a_list(18, 15))
    for many in (1, 2):
        paper, doubts = read(
            (layout, Reader(printed_pages(layout))),
            lambda hand, rows, many=many: [struck(hand, row, ink=0.34) for row in rows[:many]],
        )
        assert (paper.struck, doubts) == ((set(), {1: Why.LIGHT}) if many == 1 else ({1, 2}, {}))


def test_that_wet_ink_that_came_off_in_a_fold_ticks_no_box():
    layout = a_layout(a_list(6))

    def marked(hand, rows):
        for row in rows:
            hand.mark_box(row.agree, "cross")
        for row in rows[:2]:
            own = Hand(layout, 0, 150, np.random.default_rng(1))
            own.mark_box(row.disagree, "cross")
            hand.alpha = np.maximum(hand.alpha, 0.3 * own.alpha)

    paper, doubts = read((layout, Reader(printed_pages(layout))), marked)
    assert not paper.both
    assert doubts == {1: Why.BOX, 2: Why.BOX}


def test_that_a_line_along_the_feet_or_the_heads_of_a_name_does_not_strike_it(ballots):
    def marked(hand, rows):
        for row, level in zip(rows, (-0.02, 0.3, 0.66, 0.3, -0.05, 0.3, 0.7), strict=False):
            (line,) = row.lines
            y = line.y + level * line.size
            hand.draw([(line.x - 2, y), (line.x + line.width + 2, y)], width=1.8, ink=0.9)

    paper, doubts = read(ballots, marked)
    assert paper.struck == {2, 4, 6}
    assert {1, 3, 5, 7} <= doubts.keys()
