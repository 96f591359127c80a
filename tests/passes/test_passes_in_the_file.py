"""The file: a closed pass takes nothing, the journal tells every row, forgeries are found."""

from __future__ import annotations

import sqlite3

import pytest
from congress_files import fresh_uids, granted, striking
from pass_acts import THIRD, a_round_of_passes, both_passes

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.passes.restarting import restart_bundle
from congress_desk.actions.elections.passes.settling import count_by_hand, resolve_place
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.opening import open_file
from congress_desk.storage.recovery import recover

SAME = [[4], [3], [2]]


@pytest.fixture
def held(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    both_passes(file, found, SAME, SAME)
    both_passes(file, found, SAME, [[4], [2]], bundle=2)
    granted(count_by_hand(file, found.id, 2, 3, operator=THIRD))
    paper = striking(found, [3])
    granted(resolve_place(file, found.id, 2, 2, paper, *fresh_uids(1), operator=THIRD))
    yield file, found
    file.close()


CLOSED = {
    "INSERT INTO ballot SELECT 99, 'uid-of-a-99th', pass_id, 9, 'counted', NULL, NULL, '', '', '',"
    " '' FROM ballot LIMIT 1": "the pass is closed",
    "UPDATE ballot SET state = 'withdrawn'": "the pass is closed",
    "UPDATE entry_pass SET closed_at = ''": "the pass is closed",
    "UPDATE entry_pass SET operator = 'x'": "the pass is closed",
    "UPDATE entry_pass SET number = 3": "the pass is closed",
    "DELETE FROM entry_pass": "never deleted",
    "DELETE FROM hand_count": "never deleted",
    "UPDATE hand_count SET sheets = 2": "never changed",
}


@pytest.mark.parametrize("statement", CLOSED)
def test_that_a_closed_pass_stays_as_it_is(held, statement):
    file, _ = held
    with pytest.raises(sqlite3.IntegrityError, match=CLOSED[statement]):
        file.db.conn.execute(statement)
    assert file.check() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE agreed_ballot SET place = place + 50",
        "DELETE FROM agreed_ballot",
        "INSERT INTO agreed_ballot SELECT bundle_id, 99, 4 FROM agreed_ballot LIMIT 1",
        "UPDATE entry_pass SET voided = 1",
    ],
)
def test_that_a_sealed_round_keeps_what_was_agreed(held, statement):
    file, found = held
    with file.act("cancel_round", actor="TK") as act:
        act.update("round", found.id, state="cancelled", cancel_reason="thử")
    with pytest.raises(sqlite3.IntegrityError, match="sealed"):
        file.db.conn.execute(statement)


def test_that_the_journal_tells_every_row_of_passes(held, tmp_path):
    file, found = held
    restarted = granted(restart_bundle(file, found.id, 1, reason="lẫn", operator=THIRD))
    assert restarted.passes == ()
    both_passes(file, found, SAME, SAME)
    before = round_sheet(file, found.id)
    file.close()
    assert check_closed_file(file.path, recount_problems) == []
    journal = file.path.with_name(f"{file.path.name}.journal.jsonl")
    granted(recover(journal, tmp_path / "again.congress"))
    again = granted(open_file(tmp_path / "again.congress"))
    assert again.check() == []
    assert round_sheet(again, found.id).tally == before.tally
    again.close()


def test_that_an_agreed_ballot_that_was_exchanged_is_found(held):
    file, _ = held
    file.close()
    db = sqlite3.connect(file.path)
    db.execute("UPDATE agreed_ballot SET ballot_id = 5 WHERE bundle_id = 1 AND place = 2")
    db.commit()
    db.close()
    found = check_closed_file(file.path, recount_problems)
    assert {"row_changed", "agreed_unfounded"} & {problem.code for problem in found}
