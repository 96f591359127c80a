"""What a person is asked about a scanned sheet, and when two people have to answer."""

from __future__ import annotations

from builders import a_rule_set

from congress_desk.domain.elections.ballots import BoardReason, MarkMode, Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.scans.bundle import Answer, ScannedSheet, SidePicture
from congress_desk.domain.elections.scans.questions import (
    Choice,
    answered,
    cause_of,
    needs_two,
    questions,
)
from congress_desk.domain.elections.scans.reading import Aside, LineDoubt, Why
from congress_desk.domain.elections.tally import BallotRules


def sheet(*doubts, struck=(), aside=None):
    return ScannedSheet(
        sequence=1,
        paper=Paper(struck=frozenset(struck)),
        doubts=tuple(LineDoubt(position, why) for position, why in doubts),
        aside=aside,
        file="a.pdf",
        page=1,
        sides=(SidePicture(picture="0" * 64),),
    )


def rules(names, seats, mode=MarkMode.STRIKE):
    return BallotRules(
        candidates=tuple(range(1, names + 1)), seats=seats, mode=mode, rules=a_rule_set()
    )


def asked(*args, **kw):
    return [(q.position, q.choices) for q in questions(sheet(*args, **kw), MarkMode.STRIKE)]


def test_that_each_line_is_asked_alone_and_the_page_first():
    lines = (Choice.STRUCK, Choice.KEPT)
    assert asked((4, Why.PARTIAL), (2, Why.LIGHT)) == [(2, lines), (4, lines)]
    page = (0, (Choice.AS_READ, Choice.TYPED))
    assert asked((0, Why.OUTSIDE), (4, Why.PARTIAL)) == [page, (4, lines)]
    assert asked((0, Why.TWICE)) == [(0, (Choice.AS_READ, Choice.LEFT_OUT))]


def test_that_where_nothing_was_read_the_ballot_is_typed_or_left_out():
    whole = [(0, (Choice.TYPED, Choice.LEFT_OUT))]
    assert asked((0, Why.TORN)) == asked((0, Why.SIDES), (3, Why.LIGHT)) == whole
    assert asked(aside=Aside.OTHER_ELECTION) == [(0, (Choice.LEFT_OUT, Choice.TYPED))]


def test_that_an_answer_changes_its_line_and_no_other():
    read = sheet((4, Why.PARTIAL), (2, Why.LIGHT), struck=(7, 9))
    paper = answered(read, {2: Choice.KEPT, 4: Choice.STRUCK})
    assert paper.struck == {4, 7, 9}
    boxes = answered(read, {2: Choice.BOTH, 4: Choice.BLANK})
    assert (boxes.struck, boxes.both, boxes.blank) == ({7, 9}, {2}, {4})


def test_that_two_answer_only_where_the_validity_hangs_on_it():
    free = sheet((4, Why.PARTIAL), struck=(1, 2, 3))
    assert not needs_two(free, Answer(paper=Paper(struck=frozenset({1, 2, 3, 4}))), rules(18, 15))
    tight = sheet((4, Why.PARTIAL), struck=(1, 2))
    for struck in ({1, 2}, {1, 2, 4}):
        assert needs_two(tight, Answer(paper=Paper(struck=frozenset(struck))), rules(18, 15))
    signed = Answer(paper=Paper(board_reason=BoardReason.SIGNED))
    assert needs_two(free, signed, rules(18, 15))
    assert needs_two(sheet((0, Why.OUTSIDE)), Answer(paper=Paper()), rules(18, 15))
    waits = Answer(paper=None, cause=DoubtCause.OTHER)
    assert not needs_two(tight, waits, rules(18, 15))
    assert not needs_two(tight, Answer(paper=None), rules(18, 15))


def test_that_one_name_to_tick_is_for_two_and_one_of_many_is_not():
    one = sheet((1, Why.BOX))
    assert needs_two(one, Answer(paper=Paper()), rules(1, 1, MarkMode.TICK))
    assert not needs_two(one, Answer(paper=Paper()), rules(5, 5, MarkMode.TICK))


def test_that_the_board_is_told_what_is_doubtful():
    assert cause_of(sheet((3, Why.PARTIAL))) is DoubtCause.PARTIAL_STRIKE
    assert cause_of(sheet((0, Why.TORN))) is DoubtCause.TORN
    assert cause_of(sheet((3, Why.FOLD))) is DoubtCause.UNCLEAR_MARK
