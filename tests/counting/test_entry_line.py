"""The entry line: what every key means, what every refusal is for, and that nothing is lost."""

from __future__ import annotations

import itertools
import json

import pytest
from builders import a_paper
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.elections.ballots import BoardReason, MarkMode, Paper
from congress_desk.domain.elections.entry_line import (
    Entry,
    EntryContext,
    EntryKind,
    entry_text,
    paper_so_far,
    read_entry,
    refused_key,
)
from congress_desk.errors import Refusal
from congress_desk.paths import resource


def strike(names=17, **fields):
    return EntryContext(names=names, mode=MarkMode.STRIKE, **fields)


def tick(names=17, **fields):
    return EntryContext(names=names, mode=MarkMode.TICK, **fields)


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("0", []),
        ("0312", [3, 12]),
        ("3.12", [3, 12]),
        ("3 12", [3, 12]),
        ("3,12", [3, 12]),
        ("03 12", [3, 12]),
        (" 3  12 ", [3, 12]),
        ("3", [3]),
        ("17", [17]),
        ("7-9", [7, 8, 9]),
        ("07-09", [7, 8, 9]),
        ("9-12", [9, 10, 11, 12]),
        ("3 7-9", [3, 7, 8, 9]),
        ("3 7-9 12", [3, 7, 8, 9, 12]),
        ("7-9.1-2", [1, 2, 7, 8, 9]),
        ("031 12", [1, 3, 12]),
        ("1-17", list(range(1, 18))),
    ],
)
def test_that_numbers_are_read_in_a_list_of_ten_or_more(text, struck):
    assert read_entry(text, strike()) == Entry(kind=EntryKind.PAPER, paper=a_paper(struck))


@pytest.mark.parametrize("names", [1, 9, 17, 220])
@pytest.mark.parametrize("mode", [strike, tick])
def test_that_0_is_the_untouched_ballot_of_every_list(names, mode):
    context = mode(names=names)
    assert read_entry("0", context) == Entry(kind=EntryKind.PAPER, paper=a_paper())
    assert entry_text(a_paper(), context) == "0"


@pytest.mark.parametrize(
    ("text", "struck"), [("35", [3, 5]), ("3 5", [3, 5]), ("2-4 6", [2, 3, 4, 6])]
)
def test_that_one_digit_is_a_number_in_a_list_below_ten(text, struck):
    assert read_entry(text, strike(names=9)) == Entry(kind=EntryKind.PAPER, paper=a_paper(struck))


def test_that_three_digits_are_a_number_in_a_list_of_a_hundred_or_more():
    assert read_entry("003112 7", strike(names=220)).paper == a_paper([3, 112, 7])


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("3 12", a_paper([3, 12])),
        ("/5", a_paper(both=[5])),
        ("//6", a_paper(blank=[6])),
        ("3 /5 //6", a_paper([3], both=[5], blank=[6])),
        ("03/05//06", a_paper([3], both=[5], blank=[6])),
        ("/7-9", a_paper(both=[7, 8, 9])),
        ("//7-9 3", a_paper([3], blank=[7, 8, 9])),
    ],
)
def test_that_slashes_mark_both_boxes_or_neither_in_tick_mode(text, paper):
    assert read_entry(text, tick()) == Entry(kind=EntryKind.PAPER, paper=paper)


REASON_DIGITS = {
    1: BoardReason.NOT_ISSUED,
    2: BoardReason.OUTSIDER,
    3: BoardReason.SIGNED,
    4: BoardReason.EXTRA_WRITING,
    5: BoardReason.OTHER,
}


def test_that_each_reason_has_a_digit_of_its_own():
    assert sorted(REASON_DIGITS.values()) == sorted(BoardReason)
    assert len({reason.digit for reason in BoardReason}) == len(BoardReason)


@pytest.mark.parametrize(("digit", "reason"), list(REASON_DIGITS.items()))
@pytest.mark.parametrize(("before", "struck"), [("", []), ("0312", [3, 12]), ("3 12 ", [3, 12])])
def test_that_a_star_and_a_digit_are_the_boards_reason(digit, reason, before, struck):
    words = "rách đôi" if reason is BoardReason.OTHER else ""
    paper = a_paper(struck, board_reason=reason, board_text=words)
    assert read_entry(f"{before}*{digit}{words}", strike()).paper == paper


@pytest.mark.parametrize(("text", "count"), [("+", 1), ("+1", 1), ("+12", 12), ("+999", 999)])
def test_that_plus_repeats_the_ballot_before(text, count):
    entry = read_entry(text, strike(has_previous=True))
    assert (entry.kind, entry.count) == (EntryKind.REPEAT, count)


def test_that_minus_on_an_empty_line_takes_back():
    assert read_entry("-", strike(has_previous=True)).kind is EntryKind.TAKE_BACK


AT_ONCE = [
    ("3a", strike(), "entry_wrong_key"),
    ("x", strike(), "entry_wrong_key"),
    ("+1x", strike(has_previous=True), "entry_wrong_key"),
    ("٣", strike(), "entry_wrong_key"),
    ("*9", strike(), "entry_reason_unknown"),
    ("*0", strike(), "entry_reason_unknown"),
    ("*x", strike(), "entry_reason_unknown"),
    ("*34", strike(), "entry_after_reason"),
    ("18", strike(), "entry_number_off_list"),
    ("2", strike(names=1), "entry_number_off_list"),
    ("00", strike(), "entry_untouched_alone"),
    ("0 ", strike(), "entry_untouched_alone"),
    ("05", strike(names=9), "entry_untouched_alone"),
    ("3 0", strike(names=9), "entry_untouched_alone"),
    ("0*3", strike(), "entry_untouched_alone"),
    ("1-17 1", strike(), "entry_every_name_marked"),
    ("1/", tick(names=1), "entry_every_name_marked"),
    ("/1 /", tick(names=1), "entry_every_name_marked"),
    ("3-9 1-2/", tick(names=9), "entry_every_name_marked"),
    ("17-", strike(), "entry_number_off_list"),
    ("0303", strike(), "entry_number_twice"),
    ("33", strike(names=9), "entry_number_twice"),
    ("8 7-9", strike(), "entry_number_twice"),
    ("8 7-", strike(), "entry_number_twice"),
    ("12 9-17", strike(), "entry_number_twice"),
    ("9-7", strike(), "entry_range_backwards"),
    ("7-7", strike(), "entry_range_backwards"),
    ("3 -", strike(), "entry_range_without_number"),
    ("3-5-", strike(), "entry_range_without_number"),
    ("0307-", strike(), "entry_separator_before_range"),
    ("7-093", strike(), "entry_separator_after_range"),
    ("2-43", strike(names=9), "entry_separator_after_range"),
    ("7- ", strike(), "entry_range_unfinished"),
    ("/", strike(), "entry_slash_only_tick"),
    ("/ ", tick(), "entry_slash_without_number"),
    ("/*", tick(), "entry_slash_without_number"),
    ("///", tick(), "entry_slash_too_many"),
    ("3 /3", tick(), "entry_number_twice"),
    ("031/", tick(), "entry_number_unfinished"),
    ("+", strike(), "entry_nothing_to_repeat"),
    ("+0", strike(has_previous=True), "entry_repeat_zero"),
    ("+05", strike(has_previous=True), "entry_repeat_zero"),
    ("+13", strike(has_previous=True, room=12), "entry_repeat_too_many"),
    ("+1000", strike(has_previous=True), "entry_repeat_too_many"),
    ("+" + "9" * 5000, strike(has_previous=True), "entry_repeat_too_many"),
    ("-", strike(), "entry_nothing_to_take_back"),
    ("-3", strike(has_previous=True), "entry_after_take_back"),
]
AT_ENTER = [
    ("*", strike(), "entry_reason_missing"),
    ("*5", strike(), "entry_reason_text_missing"),
    ("*5  ", strike(), "entry_reason_text_missing"),
    ("031", strike(), "entry_number_unfinished"),
    ("", strike(), "entry_line_empty"),
    (" ", strike(), "entry_line_empty"),
    ("3 0", strike(), "entry_untouched_alone"),
    ("7-", strike(), "entry_range_unfinished"),
    ("//", tick(), "entry_slash_without_number"),
]


@pytest.mark.parametrize(("text", "context", "code"), AT_ONCE)
def test_that_a_wrong_key_is_refused_at_once_with_its_reason(text, context, code):
    assert refused_key(text, context).first.code == code
    assert read_entry(text, context).first.code == code


@pytest.mark.parametrize(("text", "context", "code"), AT_ENTER)
def test_that_an_unfinished_line_is_refused_at_enter_only(text, context, code):
    assert refused_key(text, context) is None
    assert read_entry(text, context).first.code == code


def test_that_every_refusal_of_the_entry_line_is_tested():
    messages = json.loads(resource("i18n", "vi", "domain.json").read_text("utf-8"))["messages"]
    written = {key.removeprefix("problem.") for key in messages if key.startswith("problem.entry_")}
    assert {code for _, _, code in AT_ONCE + AT_ENTER} == written


@pytest.mark.parametrize(
    ("text", "struck"),
    [("", []), ("0", []), ("03", [3]), ("031", [3]), ("0312", [3, 12]), ("3 7-", [3])],
)
def test_that_the_ballot_is_drawn_while_it_is_typed(text, struck):
    assert paper_so_far(text, strike()) == a_paper(struck)


# What is typed of shares has a line and tests of its own.
MARKED = st.sampled_from((MarkMode.STRIKE, MarkMode.TICK))


contexts = st.builds(
    EntryContext,
    names=st.integers(1, 120),
    mode=MARKED,
    has_previous=st.booleans(),
    room=st.integers(0, 200),
)
words = st.text(min_size=1, max_size=20).filter(lambda text: text == text.strip())


@st.composite
def papers(draw, context: EntryContext) -> Paper:
    marks = "s-" if context.mode is MarkMode.STRIKE else "sbn-"
    line = draw(st.lists(st.sampled_from(marks), min_size=context.names, max_size=context.names))
    reason = draw(st.none() | st.sampled_from(BoardReason))
    return a_paper(
        (i for i, mark in enumerate(line, start=1) if mark == "s"),
        both=(i for i, mark in enumerate(line, start=1) if mark == "b"),
        blank=(i for i, mark in enumerate(line, start=1) if mark == "n"),
        board_reason=reason,
        board_text=draw(words) if reason is BoardReason.OTHER else "",
    )


@given(st.data(), contexts)
def test_that_a_written_ballot_reads_back(data, context):
    paper = data.draw(papers(context))
    entry = read_entry(entry_text(paper, context), context)
    assert entry == Entry(kind=EntryKind.PAPER, paper=paper)


@given(st.text("0123456789 .,-/*+ab", max_size=12), contexts)
def test_that_no_beginning_of_an_accepted_line_is_refused(text, context):
    if isinstance(read_entry(text, context), Entry):
        for length in range(len(text) + 1):
            assert refused_key(text[:length], context) is None


@given(st.text("0123456789 .,-/*", max_size=10), st.integers(1, 12), MARKED)
def test_that_a_line_which_is_not_refused_can_be_finished(text, names, mode):
    context = EntryContext(names=names, mode=mode, has_previous=True)
    marked = paper_so_far(text, context)
    every_name_marked = len(marked.struck | marked.both | marked.blank) == names
    if refused_key(text, context) is None and not every_name_marked:
        tails = (
            "".join(t)
            for length in range(3)
            for t in itertools.product("0123456789x ", repeat=length)
        )
        assert any(isinstance(read_entry(text + tail, context), Entry) for tail in tails)


@given(st.text(max_size=15), contexts)
def test_that_any_text_is_read_or_refused_and_can_be_drawn(text, context):
    assert isinstance(read_entry(text, context), Entry | Refusal)
    assert isinstance(paper_so_far(text, context), Paper)
