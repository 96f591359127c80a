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
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.journal.second_journal import SUFFIX
from congress_desk.storage.opening import open_file
from congress_desk.storage.recovery import Recovered, recover


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
    assert recover(text_of(lived_in.path), target) == Recovered(lines=len(lines))
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
    assert recover(text_of(lived_in.path), lived_in.path) == Recovered(lines=len(lines))
    assert text_of(lived_in.path).read_bytes() == text
    assert not [p for p in lived_in.path.parent.iterdir() if SUFFIX + "." in p.name]
    granted(open_file(lived_in.path)).close()


def test_that_a_torn_last_line_costs_that_line_alone(lived_in, tmp_path):
    lines = lived_in.journal_lines()
    text_of(lived_in.path).write_bytes(text_of(lived_in.path).read_bytes()[:-20])
    made = granted(recover(text_of(lived_in.path), tmp_path / "a.congress"))
    assert (made.lines, made.left_out) == (len(lines) - 1, None)
    assert [note.code for note in made.notes] == ["journal_line_torn"]
    assert check_closed_file(tmp_path / "a.congress", recount_problems) == []


def test_that_every_beginning_of_a_history_can_be_recovered(lived_in, tmp_path):
    whole = text_of(lived_in.path).read_bytes().splitlines(keepends=True)
    for count in range(1, len(whole)):
        (tmp_path / "part.jsonl").write_bytes(b"".join(whole[:count]))
        target = tmp_path / f"{count}.congress"
        assert recover(tmp_path / "part.jsonl", target) == Recovered(lines=count)
        assert check_closed_file(target, recount_problems) == []


@pytest.mark.parametrize("fault", ["unreadable", "changed", "lost", "zeros"])
def test_that_a_line_that_cannot_be_followed_is_named_with_what_is_left_out(
    lived_in, tmp_path, fault
):
    whole = text_of(lived_in.path).read_bytes().splitlines(keepends=True)
    spoilt = {
        "unreadable": whole[4].replace(b'"', b"", 1),
        "changed": whole[4].replace(b'"actor":"', b'"actor":"X', 1),
        "lost": b"",
        "zeros": b"\0" * len(whole[4]),
    }[fault]
    damaged = tmp_path / "damaged.jsonl"
    damaged.write_bytes(b"".join([*whole[:4], spoilt, *whole[5:]]))
    before = damaged.read_bytes()
    made = granted(recover(damaged, tmp_path / "a.congress"))
    assert made.lines == 4
    assert made.left_out is not None
    assert made.left_out.code == "journal_left_out"
    assert made.left_out.params["seq"] == 5
    assert made.left_out.params["count"] == len(whole) - 4 - (fault in ("lost", "zeros"))
    assert made.left_out.params["since"] == lived_in.journal_lines()[-1].at
    assert damaged.read_bytes() == before
    (found,) = granted(check_closed_file(tmp_path / "a.congress", recount_problems))
    assert found.code == "file_of_a_part"
    told = {key: found.params[key] for key in ("first", "count", "since")}
    assert told == {
        "first": 5, "count": made.left_out.params["count"], "since": made.left_out.params["since"],
    }  # fmt: skip
    again = granted(open_file(tmp_path / "a.congress"))
    assert [note.code for note in again.notes] == ["file_of_a_part"]
    assert [problem.code for problem in again.check()] == ["file_of_a_part"]
    again.close()


def test_that_a_file_recovered_in_part_keeps_the_journal_and_verify_tells_of_it(lived_in):
    text, path = text_of(lived_in.path), lived_in.path
    lived_in.close()
    path.unlink()
    whole = text.read_bytes().splitlines(keepends=True)
    damaged = b"".join([*whole[:4], b"{\n", *whole[5:]])
    text.write_bytes(damaged)
    made = granted(recover(text, path))
    assert [note.code for note in made.notes] == ["second_journal_differs"]
    (aside,) = path.parent.glob(text.name + ".*")
    assert aside.read_bytes() == damaged
    found = granted(check_closed_file(path, recount_problems))
    assert [problem.code for problem in found] == ["file_of_a_part", "second_journal_aside"]
    assert found[1].params["count"] == len(whole) - 5


def test_that_a_history_changed_from_its_first_line_is_refused(lived_in, tmp_path):
    changed = []
    for raw in text_of(lived_in.path).read_text("utf-8").splitlines():
        row = json.loads(raw)
        row["actor"] = "Người khác"
        changed.append(json.dumps(row) + "\n")
    (tmp_path / "changed.jsonl").write_text("".join(changed))
    before = sorted(tmp_path.iterdir())
    refusal = recover(tmp_path / "changed.jsonl", tmp_path / "a.congress")
    assert code_of(refusal) == "journal_broken"
    assert sorted(tmp_path.iterdir()) == before


def test_that_rows_that_fit_no_table_are_refused_and_nothing_left_behind(lived_in, tmp_path):
    from congress_desk.storage.journal.journal_text import read_text
    from congress_desk.storage.journal.lines import line_hash

    first = read_text(text_of(lived_in.path)).lines[0]
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
    assert granted(recover(journal, tmp_path / "again.congress")).lines > 5
    again = granted(open_file(tmp_path / "again.congress"))
    assert dump(again) == before
    again.close()
