"""The reader of scanned ballots: never a wrong line, a person asked wherever it is not clear."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from exports.ballot_lists import a_layout, a_list, people

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.scans.bundle import one_ballot
from congress_desk.domain.elections.scans.reading import Aside, LineDoubt, PageReading, Why
from congress_desk.scan.printed_page import SCALE, printed_pages
from congress_desk.scan.reader import Reader
from congress_desk.scan.synthetic_ballots import (
    DOUBTFUL,
    HARD,
    ORDINARY,
    marked_page,
    printed,
)
from congress_desk.scan.synthetic_hand import Hand
from congress_desk.scan.synthetic_machine import Machine, hard_machine, ordinary_machine, scanned

MARKS = ("struck", "both", "blank")


@pytest.fixture(scope="module")
def ballots():
    layout = a_layout(a_list(18, 15))
    return layout, Reader(printed_pages(layout))


def wrong_lines(reading, truth):
    unsure = {doubt.position for doubt in reading.doubts}
    return [
        position
        for position in reading.positions
        if position not in unsure
        and any(
            (position in getattr(reading.paper, m)) != (position in getattr(truth, m))
            for m in MARKS
        )
    ]


@pytest.mark.parametrize(
    ("names", "seats", "kinds", "machine"),
    [
        (63, 55, ORDINARY, ordinary_machine),
        (63, 55, HARD, hard_machine),
        (1, 1, ORDINARY, ordinary_machine),
        (17, 17, ORDINARY, ordinary_machine),
        (80, 70, ORDINARY, ordinary_machine),
    ],
)
def test_that_no_line_is_told_wrong(names, seats, kinds, machine):
    layout = a_layout(a_list(names, seats))
    pages = printed_pages(layout)
    reader = Reader(pages)
    clear = 0
    for seed in range(3):
        random = np.random.default_rng(900 + seed)
        picture, truth = marked_page(
            layout, seed % len(pages), seed, kinds=kinds, machine=machine(random)
        )
        (found,) = reader.read(picture)
        assert found.reading is not None
        assert not wrong_lines(found.reading, truth)
        clear += not found.reading.doubts
    assert clear >= (3 if kinds is ORDINARY else 1)


@pytest.mark.parametrize("kind", DOUBTFUL)
def test_that_what_is_not_clear_goes_to_a_person(ballots, kind):
    layout, reader = ballots
    for seed in (0,):
        picture, truth = marked_page(
            layout, 0, seed, machine=ordinary_machine(np.random.default_rng(seed)), doubtful=(kind,)
        )
        (found,) = reader.read(picture)
        if found.reading is None:
            assert kind == "torn"
            continue
        unsure = {doubt.position for doubt in found.reading.doubts}
        assert unsure
        if kind not in ("stamp", "signature", "coffee") and 0 not in unsure:
            assert truth.unclear <= unsure


@pytest.mark.parametrize("ink", [0.08, 0.15])
def test_that_a_stroke_nearly_too_light_to_see_is_never_taken_for_nothing(ballots, ink):
    layout, reader = ballots
    random = np.random.default_rng(5)
    machine = hard_machine(random)
    hand, row = Hand(layout, 0, machine.dots, random), layout.pages[0].rows[6]
    (line,) = row.lines
    y = line.y + 0.3 * line.size
    hand.draw([(line.x - 2, y), (line.x + line.width + 2, y)], ink=ink)
    picture = scanned(printed(layout, 0, machine.dots), hand, machine, random)
    (found,) = reader.read(picture)
    unsure = {doubt.position for doubt in found.reading.doubts}
    assert row.position in unsure | found.reading.paper.struck


def test_that_a_pen_too_light_at_two_names_puts_every_line_without_a_mark_before_a_person(ballots):
    layout, reader = ballots
    for inks, lost in (((0.1, 0.1, 0.02), True), ((0.1, 0.9, 0.9), False)):
        random = np.random.default_rng(5)
        hand, machine = Hand(layout, 0, 150, random), Machine(noise=3)
        for row, ink in zip(layout.pages[0].rows[2:9:3], inks, strict=True):
            (line,) = row.lines
            y = line.y + 0.3 * line.size
            hand.draw([(line.x - 2, y), (line.x + line.width + 2, y)], ink=ink)
        (found,) = reader.read(scanned(printed(layout, 0, 150), hand, machine, random))
        whys = {doubt.position: doubt.why for doubt in found.reading.doubts}
        bare = {row.position for row in layout.pages[0].rows} - found.reading.paper.struck
        assert (whys.get(0) is Why.FAINT) == lost == (bare <= whys.keys()), whys


def test_that_a_stroke_into_a_short_last_word_is_whole_and_one_before_it_is_not(ballots):
    layout, reader = ballots
    random = np.random.default_rng(6)
    machine = Machine()
    hand = Hand(layout, 0, machine.dots, random)
    whole, part = layout.pages[0].rows[:2]
    for row, end in ((whole, 0.93), (part, 0.85)):
        (line,) = row.lines
        assert line.text.endswith(" Thị Phương An")
        y = line.y + 0.3 * line.size
        hand.draw([(line.x + 0.02 * line.width, y), (line.x + end * line.width, y)])
    (found,) = reader.read(scanned(printed(layout, 0, machine.dots), hand, machine, random))
    assert found.reading.paper.struck == {whole.position}
    assert {doubt.position for doubt in found.reading.doubts} == {part.position}


def test_that_the_tip_of_a_pen_beside_a_last_word_of_one_letter_does_not_strike_it():
    names = tuple(replace(one, name=f"Trần {one.id} Ngọc Ý", born="") for one in people(63))
    layout = a_layout(a_list(names, 55))
    pages = printed_pages(layout)
    random = np.random.default_rng(6)
    hand, mm = Hand(layout, 0, 150, random), 72 / 25.4
    rows = layout.pages[0].rows[:27:3]
    for into, row, name in zip((-0.2, 0.8, 9) * 3, rows, pages[0].names[:27:3], strict=True):
        (line,), (text,) = row.lines, name.texts
        y, last = line.y + 0.3 * line.size, text.words[-1][0] / SCALE
        hand.draw([(line.x - 3, y), (last + into * mm, y)], width=0.8 * mm, ink=0.9)
    (found,) = Reader(pages).read(scanned(printed(layout, 0, 150), hand, Machine(), random))
    partial = {row.position for row in rows[::3]}
    assert {doubt.position for doubt in found.reading.doubts} == partial
    assert found.reading.paper.struck == {row.position for row in rows} - partial


def test_that_a_page_is_read_in_any_turn_and_at_300_dots_and_in_black_and_white(ballots):
    layout, reader = ballots
    for machine in (
        Machine(turns=1),
        Machine(turns=2),
        Machine(turns=3),
        Machine(dots=300, skew=1.5, noise=6),
        Machine(dots=200, bilevel=True),
    ):
        picture, truth = marked_page(layout, 0, 4, machine=machine)
        (found,) = reader.read(picture)
        assert found.reading is not None, machine
        assert not wrong_lines(found.reading, truth), machine


@pytest.mark.parametrize(("names", "dots"), [(17, 150), (63, 150), (63, 200), (31, 300)])
def test_that_black_and_white_is_read_like_grey(names, dots):
    layout = a_layout(a_list(names, names - 2))
    pages = printed_pages(layout)
    reader, clear = Reader(pages), 0
    for seed, level in ((1, 120), (3, 150), (8, 178)):
        random = np.random.default_rng(seed)
        machine = replace(ordinary_machine(random, dots), bilevel=True, level=level, jpeg=0)
        picture, truth = marked_page(layout, 0, seed, machine=machine, share=0.25)
        (found,) = reader.read(picture)
        assert not wrong_lines(found.reading, truth)
        clear += not found.reading.doubts
    assert clear >= 2


def test_that_black_and_white_never_takes_a_part_for_a_name_nor_a_lost_stroke_for_none(ballots):
    layout, reader = ballots
    machine, struck = Machine(bilevel=True), layout.pages[0].rows[2]
    for part, wanted in ((True, Why.PARTIAL), (False, Why.BARE)):
        random = np.random.default_rng(8)
        hand = Hand(layout, 0, machine.dots, random)
        if part:
            hand.part(struck)
        else:
            hand.light()
            hand.draw([(100, struck.lines[0].y + 3), (300, struck.lines[0].y + 3)], ink=0.25)
        (found,) = reader.read(scanned(printed(layout, 0, machine.dots), hand, machine, random))
        assert not found.reading.paper.struck
        assert wanted in {doubt.why for doubt in found.reading.doubts}


def test_that_a_bare_side_counts_where_the_same_pen_left_marks_on_the_other():
    doubts = LineDoubt(0, Why.BARE), LineDoubt(2, Why.LIGHT)
    bare = PageReading(page=2, positions=(2,), paper=Paper(), doubts=doubts)
    marked = PageReading(page=1, positions=(1,), paper=Paper(struck=frozenset({1})), doubts=())
    assert one_ballot([marked, bare], 2).doubts == ()
    assert one_ballot([replace(bare, page=1), bare], 2).doubts


def test_that_two_and_four_ballots_on_a_sheet_are_read_row_by_row(ballots):
    layout, reader = ballots
    made = [marked_page(layout, 0, seed, machine=Machine()) for seed in range(4)]
    pictures = [picture for picture, _ in made]
    pair = np.hstack(pictures[:2])  # its outer marks stand like those of one in a mirror
    for sheet in (pair, np.vstack([pair, np.hstack(pictures[2:])])):
        found = reader.read(sheet)
        assert len(found) == len(sheet) * len(sheet[0]) // pictures[0].size
        for page, (_, truth) in zip(found, made, strict=False):
            assert page.reading is not None
            assert not wrong_lines(page.reading, truth)


def test_that_what_is_no_ballot_of_this_list_is_set_aside(ballots):
    layout, reader = ballots
    other = a_layout(a_list(18, 15, title="Bầu Ủy ban Kiểm tra"))
    mirrored, _ = marked_page(layout, 0, 1, machine=Machine(mirrored=True))
    yesterday, _ = marked_page(other, 0, 1, machine=Machine())
    holiday = np.random.default_rng(1).integers(0, 255, (900, 1200)).astype(np.uint8)
    across = np.linspace(60, 230, 1200)[None, :]
    out_of_focus = np.repeat(across, 900, axis=0).astype(np.uint8)
    lid_open = np.full((1754, 1240), 12, np.uint8)
    blank = np.full((1754, 1240), 244, np.uint8)
    coloured_back = np.repeat(np.linspace(150, 205, 1754)[:, None], 1240, axis=1).astype(np.uint8)
    coarse, _ = marked_page(layout, 0, 1, machine=Machine(dots=100))
    for picture, aside in (
        (mirrored, Aside.MIRRORED),
        (yesterday, Aside.WRONG_LIST),
        (holiday, Aside.NO_MARKS),
        (out_of_focus, Aside.NO_MARKS),
        (lid_open, Aside.NO_MARKS),
        (blank, Aside.BLANK),
        (coloured_back, Aside.BLANK),
        (coarse, Aside.TOO_COARSE),
    ):
        (found,) = reader.read(picture)
        assert (found.reading, found.aside) == (None, aside)


def test_that_the_same_seed_makes_the_same_page(ballots):
    layout, _ = ballots
    one, other = (marked_page(layout, 0, 7) for _ in range(2))
    assert one[1] == other[1]
    assert np.array_equal(one[0], other[0])


def test_that_a_crease_from_edge_to_edge_is_never_taken_for_a_stroke():
    layout = a_layout(a_list(6, 5))  # its letters are large: the crease runs clean through them
    reader = Reader(printed_pages(layout))
    for seed in (4, 10, 16):
        random = np.random.default_rng(seed)
        picture, _ = marked_page(
            layout, 0, seed, machine=ordinary_machine(random), doubtful=("fold",)
        )
        (found,) = reader.read(picture)
        assert found.reading.doubts
        assert not found.reading.paper.struck & {doubt.position for doubt in found.reading.doubts}


def test_that_a_crease_that_meets_a_mark_in_the_other_column_is_never_taken_for_a_stroke():
    layout = a_layout(a_list(63, 55))
    pages = printed_pages(layout)
    name = pages[0].names[6]
    other = next(n for n in pages[0].names if n.row.top == name.row.top and n is not name)
    random = np.random.default_rng(1)
    hand, rows = Hand(layout, 0, 150, random), {r.position: r for r in layout.pages[0].rows}
    hand.fold_through(rows[name.position])
    (line,) = rows[other.position].lines
    hand.draw([(line.x, line.y + 30), (line.x + line.width * 1.1, line.y - 24)])
    (found,) = Reader(pages).read(scanned(printed(layout, 0, 150), hand, Machine(), random))
    doubts = {doubt.position: doubt.why for doubt in found.reading.doubts}
    assert doubts[name.position] is Why.FOLD
    assert not found.reading.paper.struck
