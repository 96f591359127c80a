"""The ballots of a whole round at once: all of them or none."""

from __future__ import annotations

import pytest
from congress_files import a_congress, a_round, code_of, dump, granted

from congress_desk.actions.elections.ballots_file import record_ballots
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.setup.filled_workbook import BallotLine
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.rounds import round_sheet

SIX = Accounting(convened=6, present=6, issued=6, returned=6)


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path)
    yield file
    file.close()


def lines(*struck, bundle=1):
    return [
        BallotLine(line=i, bundle=bundle, paper=Paper(struck=frozenset(positions)))
        for i, positions in enumerate(struck, start=2)
    ]


def recorded(file, papers, accounting=SIX, **changes):
    told = {"by_hand": True, "source": "phieu.csv", "reason": "", "actor": "A"} | changes
    return record_ballots(file, elections(file)[0].id, papers, accounting=accounting, **told)


def test_that_the_ballots_stand_in_their_bundles_as_in_the_file(file):
    papers = [*lines([4], [4], bundle=7), *lines([3], [1, 2], [4], [4], bundle=2)]
    found = granted(recorded(file, papers))
    told = [(b.bundle, b.sequence, sorted(b.paper.struck)) for b in ballots(file, found.id)]
    assert told == [
        (2, 1, [3]), (2, 2, [1, 2]), (2, 3, [4]), (2, 4, [4]), (7, 1, [4]), (7, 2, [4])
    ]  # fmt: skip
    sheet = round_sheet(file, found.id)
    assert sheet.blocking == ()
    assert [(b.number, b.expected) for b in sheet.bundles] == [(2, 4), (7, 2)]
    assert len(file.journal_lines()) == 2


def test_that_more_ballots_than_returned_are_refused_with_the_line(file):
    before = dump(file)
    refusal = recorded(file, lines(*[[4]] * 7))
    assert code_of(refusal) == "more_ballots_than_returned"
    assert (refusal.first.place.file, refusal.first.place.line) == ("phieu.csv", 8)
    assert dump(file) == before


def test_that_fewer_ballots_than_returned_leave_the_round_incomplete(file):
    found = granted(recorded(file, lines([4])))
    assert round_sheet(file, found.id).result.outcome.value == "incomplete"


def test_that_no_ballot_at_all_opens_the_round(file):
    found = granted(recorded(file, []))
    assert ballots(file, found.id) == ()


def test_that_a_round_being_counted_is_not_joined(file):
    a_round(file)
    assert code_of(recorded(file, lines([4]))) == "round_still_open"


def test_that_a_failure_at_the_last_ballot_leaves_no_round(file):
    before = dump(file)
    with pytest.raises(IndexError):
        recorded(file, lines([4], [4], [9]))
    assert dump(file) == before
