"""A lost file is made again from its second journal: every row, every result."""

from __future__ import annotations

import json

import pytest
from congress_files import (
    a_congress,
    a_declared_round,
    a_round,
    an_election,
    code_of,
    dump,
    enter,
    fresh_uids,
    granted,
    striking,
)
from people_acts import a_busy_register

from congress_desk.actions.elections.ballots import correct_ballot, take_back_ballot, undo_last
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.closed_file import check_closed_file
from congress_desk.storage.congress_file import open_file
from congress_desk.storage.recovery import recover
from congress_desk.storage.second_journal import SUFFIX


@pytest.fixture
def lived_in(tmp_path):
    """A congress with a declared round, a cancelled one, and one with every kind of act."""
    file = a_congress(tmp_path, an_election("BCH"), an_election("DB"), an_election("BT", 1, 1))
    a_declared_round(file, "BCH")
    mistaken = a_round(file, "DB")
    enter(file, mistaken, [4], [3])
    granted(cancel_round(file, mistaken.id, reason="Phát nhầm phiếu", actor="TK"))
    counting = a_round(file, "DB")
    first, second, third = enter(file, counting, [4], [3], [2])
    paper, (uid,) = striking(counting, [1]), fresh_uids(1)
    granted(correct_ballot(file, second.id, paper, uid, operator="B", reason="đọc nhầm"))
    granted(take_back_ballot(file, third.id, operator="B"))
    granted(undo_last(file, counting.id, operator="B"))
    enter(file, counting, [4, 3], bundle=2)
    granted(undo_last(file, counting.id, operator="B"))
    yield file
    file.close()


def text_of(path):
    return path.with_name(path.name + SUFFIX)


def everything(file):
    return [
        (round_sheet(file, held.id), ballots(file, held.id))
        for election in elections(file)
        for held in rounds(file, election.id)
    ]


def test_that_the_recovered_file_tells_the_same_and_verifies(lived_in, tmp_path):
    lines, told = lived_in.journal_lines(), everything(lived_in)
    target = tmp_path / "again.congress"
    assert recover(text_of(lived_in.path), target) == len(lines)
    assert check_closed_file(target, recount_problems) == []
    again = granted(open_file(target))
    assert again.journal_lines() == lines
    assert everything(again) == told
    assert again.notes == []
    found = rounds(again, elections(again)[1].id)[-1]
    enter(again, found, [4], bundle=2)
    assert again.check() == []
    again.close()


def test_that_a_file_is_recovered_in_its_own_place(lived_in):
    lines = lived_in.journal_lines()
    text = text_of(lived_in.path).read_bytes()
    lived_in.close()
    lived_in.path.unlink()
    assert recover(text_of(lived_in.path), lived_in.path) == len(lines)
    assert text_of(lived_in.path).read_bytes() == text
    assert not [p for p in lived_in.path.parent.iterdir() if SUFFIX + "." in p.name]
    granted(open_file(lived_in.path)).close()


def test_that_a_torn_last_line_costs_that_line_alone(lived_in, tmp_path):
    lines = lived_in.journal_lines()
    text_of(lived_in.path).write_bytes(text_of(lived_in.path).read_bytes()[:-20])
    assert recover(text_of(lived_in.path), tmp_path / "a.congress") == len(lines) - 1
    assert check_closed_file(tmp_path / "a.congress", recount_problems) == []


def test_that_every_beginning_of_a_history_can_be_recovered(lived_in, tmp_path):
    whole = text_of(lived_in.path).read_bytes().splitlines(keepends=True)
    for count in range(1, len(whole)):
        (tmp_path / "part.jsonl").write_bytes(b"".join(whole[:count]))
        target = tmp_path / f"{count}.congress"
        assert recover(tmp_path / "part.jsonl", target) == count
        assert check_closed_file(target, recount_problems) == []


def test_that_a_changed_line_is_refused_and_nothing_left_behind(lived_in, tmp_path):
    changed = []
    for raw in text_of(lived_in.path).read_text("utf-8").splitlines():
        row = json.loads(raw)
        row["changes"] = row["changes"].replace('"struck"', '"blank"')
        changed.append(json.dumps(row) + "\n")
    (tmp_path / "changed.jsonl").write_text("".join(changed))
    before = sorted(tmp_path.iterdir())
    refusal = recover(tmp_path / "changed.jsonl", tmp_path / "a.congress")
    assert code_of(refusal) == "journal_broken"
    assert sorted(tmp_path.iterdir()) == before


def test_that_rows_that_fit_no_table_are_refused_and_nothing_left_behind(lived_in, tmp_path):
    from congress_desk.storage.journal import line_hash
    from congress_desk.storage.second_journal import read_lines

    (first,) = list(read_lines(text_of(lived_in.path)))[:1]
    row = first.as_row() | {"changes": first.changes.replace('"delegates"', '"pirates"')}
    row["hash"] = line_hash(*list(row.values())[:-1])
    (tmp_path / "forged.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    before = sorted(tmp_path.iterdir())
    refusal = recover(tmp_path / "forged.jsonl", tmp_path / "a.congress")
    assert code_of(refusal) == "file_not_created"
    assert sorted(tmp_path.iterdir()) == before


def test_that_recovering_overwrites_nothing(lived_in):
    before = lived_in.journal_lines()
    assert code_of(recover(text_of(lived_in.path), lived_in.path)) == "target_exists"
    assert lived_in.journal_lines() == before


def test_that_people_passages_rolls_and_motions_come_back_too(tmp_path):
    file = a_busy_register(tmp_path)
    journal, before = text_of(file.path), dump(file)
    file.close()
    assert granted(recover(journal, tmp_path / "again.congress")) > 5
    again = granted(open_file(tmp_path / "again.congress"))
    assert dump(again) == before
    again.close()
