"""A rehearsal never becomes real and a real congress never a rehearsal, whoever tries it."""

from __future__ import annotations

import sqlite3

import pytest
from congress_files import (
    a_congress,
    a_declared_round,
    a_round,
    a_setup,
    code_of,
    granted,
    reopened,
)

from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.actions.rehearsal import rehearse_closing
from congress_desk.domain.congress import CongressState
from congress_desk.new_congress import new_congress
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.storage.opening import open_file
from congress_desk.storage.recovery import recover

A = "Thư ký"
REAL = [state for state in CongressState if state is not CongressState.REHEARSAL]


@pytest.fixture
def rehearsal(tmp_path):
    made = granted(new_congress(tmp_path / "tap.congress", a_setup(), actor=A, rehearsal=True))
    yield made
    made.close()


@pytest.fixture
def real(tmp_path):
    made = a_congress(tmp_path)
    yield made
    made.close()


def test_that_a_rehearsal_is_made_one_and_told_so_in_its_first_line(rehearsal):
    assert congress(rehearsal).state is CongressState.REHEARSAL
    assert [line.act for line in rehearsal.journal_lines()] == ["create_rehearsal"]
    assert CongressState.REHEARSAL.may_become == (CongressState.REHEARSAL,)


@pytest.mark.parametrize("state", REAL)
def test_that_no_act_makes_a_rehearsal_real(rehearsal, state):
    assert code_of(set_state(rehearsal, state, actor=A)) == "rehearsal_stays"
    assert len(list(rehearsal.journal_lines())) == 1


def test_that_the_closing_is_practised_as_it_will_be_and_closes_nothing(rehearsal, real):
    a_round(rehearsal, "BCH", papers=4, bundle_size=4)
    assert code_of(rehearse_closing(rehearsal, actor=A)) == "close_with_open_round"
    granted(cancel_round(rehearsal, open_round_of(rehearsal), reason="tập", actor=A))
    assert granted(rehearse_closing(rehearsal, actor=A)) is CongressState.REHEARSAL
    assert list(rehearsal.journal_lines())[-1].act == "rehearse_closing"
    assert congress(rehearsal).state is CongressState.REHEARSAL
    assert code_of(rehearse_closing(real, actor=A)) == "not_a_rehearsal"


def open_round_of(file):
    return rounds(file, elections(file)[0].id)[-1].id


@pytest.mark.parametrize("state", REAL)
def test_that_no_act_makes_a_real_congress_a_rehearsal(real, state):
    granted(set_state(real, state, actor=A))
    refused = set_state(real, CongressState.REHEARSAL, actor=A)
    assert code_of(refused) == "no_rehearsal_afterwards"


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE congress SET state = 'preparing'", "never becomes a real"),
        ("UPDATE congress SET state = 'closed', name = 'x'", "never becomes a real"),
        ("UPDATE congress SET uid = 'x'", "keeps its uid"),
        ("UPDATE congress SET id = 1, uid = uid || 'x'", "keeps its uid"),
        ("DELETE FROM congress", "never deleted"),
        ("INSERT OR REPLACE INTO congress SELECT id, uid, name, superior, body, ordinal, term,"
         " kind, place, starts, ends, 'preparing', rules FROM congress", "never deleted"),
    ],
)  # fmt: skip
def test_that_the_file_itself_refuses_whoever_writes_to_it(rehearsal, statement, why):
    with pytest.raises(sqlite3.IntegrityError, match=why):
        rehearsal.db.conn.execute(statement)


@pytest.mark.parametrize("state", REAL)
def test_that_the_file_of_a_real_congress_refuses_to_be_one(real, state):
    granted(set_state(real, state, actor=A))
    with pytest.raises(sqlite3.IntegrityError, match="never becomes a rehearsal"):
        real.db.conn.execute("UPDATE congress SET state = 'rehearsal'")


def test_that_a_rehearsal_is_counted_like_a_congress_and_comes_back_from_its_journal_as_one(
    rehearsal, tmp_path
):
    a_declared_round(rehearsal)
    rehearsal = reopened(rehearsal)
    assert rehearsal.check() == []
    journal = rehearsal.second_journal.path
    rehearsal.close()
    granted(recover(journal, tmp_path / "lai.congress"))
    again = granted(open_file(tmp_path / "lai.congress"))
    assert congress(again).state is CongressState.REHEARSAL
    assert code_of(set_state(again, CongressState.IN_SESSION, actor=A)) == "rehearsal_stays"
    again.close()
