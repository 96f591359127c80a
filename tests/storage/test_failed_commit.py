"""A commit that fails is looked up: what is in the file counts, nothing is recorded twice."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable

import pytest
from congress_files import a_congress, a_round, enter, fresh_uids, granted, reopened, striking

from congress_desk.actions.congress import create_congress
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.imports.rule_sets import load_rule_set, rule_set_text
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballots import ballots
from congress_desk.storage import congress_file
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.journal.journal_text import read_text
from congress_desk.storage.journal.second_journal import SUFFIX

IO_ERROR = "disk I/O error"
FULL = "database or disk is full"
READ_ONLY = "attempt to write a readonly database"


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path)
    yield file
    file.close()


def fail_once(
    file, word: str, text: str, *, after: bool = False, before: Callable[[], object] = lambda: None
) -> None:
    """Let the next statement that begins with `word` fail, before or after it was done.

    `before` is done right before it.
    """
    real = file.db.execute

    def execute(sql: str, *params: object) -> object:
        if not sql.startswith(word):
            return real(sql, *params)
        file.db.execute = real
        before()
        if after:
            real(sql, *params)
        raise sqlite3.OperationalError(text)

    file.db.execute = execute


def texts_agree(file) -> bool:
    path = file.path.with_name(file.path.name + SUFFIX)
    return list(read_text(path).lines) == file.journal_lines()


def test_that_a_commit_that_failed_but_was_written_counts_as_saved(file):
    found = a_round(file)
    fail_once(file, "COMMIT", IO_ERROR, after=True)
    (entered,) = enter(file, found, [4])
    assert [b.uid for b in ballots(file, found.id)] == [entered.uid]
    assert file.check() == []
    assert texts_agree(file)
    enter(file, found, [3])
    assert [b.sequence for b in ballots(file, found.id)] == [1, 2]


CODES = {IO_ERROR: "act_not_saved", FULL: "disk_full", READ_ONLY: "file_became_read_only"}


@pytest.mark.parametrize("text", CODES)
@pytest.mark.parametrize("word", ["COMMIT", "BEGIN"])
def test_that_an_act_the_file_did_not_take_is_told_and_leaves_nothing(file, word, text):
    found = a_round(file)
    before = file.journal_lines()
    fail_once(file, word, text)
    with pytest.raises(NotSaved) as raised:
        enter(file, found, [4])
    assert raised.value.problem.code == CODES[text]
    assert file.journal_lines() == before
    assert ballots(file, found.id) == ()
    assert file.check() == []
    assert texts_agree(file)
    enter(file, found, [4])
    assert len(ballots(file, found.id)) == 1


@pytest.mark.parametrize("after", [True, False])
def test_that_doing_it_again_with_the_same_id_records_it_once(file, after):
    found = a_round(file)
    papers, uids = [striking(found, [4])], fresh_uids(1)
    fail_once(file, "COMMIT", IO_ERROR, after=after)
    for _ in range(3):
        try:
            granted(enter_ballots(file, found.id, 1, papers, uids, operator="A"))
        except NotSaved:
            assert not after
    assert [b.uid for b in ballots(file, found.id)] == uids
    assert [line.act for line in file.journal_lines()].count("enter_ballots") == 1


def test_that_a_rollback_that_fails_is_put_right_by_opening_again(file):
    found = a_round(file)

    def broken(*_: object) -> None:
        fail_once(file, "ROLLBACK", IO_ERROR)
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError), file.act("enter_ballots", actor="A") as act:
        act.insert("entry_pass", bundle_id=1, number=1)
        broken()
    assert file.rows("SELECT * FROM entry_pass") == []
    enter(file, found, [4])
    assert file.check() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of an open file")
def test_that_a_stick_pulled_out_is_told_at_each_act_and_the_count_goes_on_when_it_is_back(file):
    found = a_round(file)
    away = file.path.with_name("away")
    fail_once(file, "COMMIT", IO_ERROR, before=lambda: file.path.rename(away))
    for _ in range(2):
        with pytest.raises(NotSaved) as raised:
            enter(file, found, [4])
        assert raised.value.problem.code == "act_unknown"
    with pytest.raises(NotSaved):
        congress(file)
    assert not file.path.exists()
    away.rename(file.path)
    enter(file, found, [4])
    assert file.check() == []
    assert texts_agree(file)


def test_that_a_file_another_program_took_in_the_meantime_is_told_as_lost(file, monkeypatch):
    found = a_round(file)

    def locked(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(congress_file, "take_lock", locked)
    fail_once(file, "COMMIT", IO_ERROR, after=True)
    with pytest.raises(NotSaved) as raised:
        enter(file, found, [4])
    assert raised.value.problem.code == "act_unknown"
    monkeypatch.undo()
    assert len(ballots(file, found.id)) == 1
    # Done again, perhaps: said once that it is there, before another one goes in.
    with pytest.raises(NotSaved) as raised:
        enter(file, found, [4])
    assert raised.value.problem.code == "act_was_saved"
    assert len(ballots(file, found.id)) == 1
    enter(file, found, [3])
    assert len(ballots(file, found.id)) == 2
    assert texts_agree(file)


@pytest.mark.parametrize("word", ["SELECT 1 FROM journal", "PRAGMA user_version ="])
def test_that_a_disk_that_fails_while_it_is_looked_up_leaves_the_act_unknown(
    file, monkeypatch, word
):
    found = a_round(file)
    real = congress_file.connect

    def failing(path, **named):
        db = real(path, **named)
        execute = db.execute

        def refuse(sql, *params):
            if sql.startswith(word):
                raise sqlite3.OperationalError(IO_ERROR)
            return execute(sql, *params)

        db.execute = refuse
        return db

    monkeypatch.setattr(congress_file, "connect", failing)
    fail_once(file, "COMMIT", IO_ERROR, after=True)
    for _ in range(2):
        with pytest.raises(NotSaved) as raised:
            enter(file, found, [4])
        assert raised.value.problem.code == "act_unknown"
    monkeypatch.undo()
    with pytest.raises(NotSaved) as raised:
        enter(file, found, [4])
    assert raised.value.problem.code == "act_was_saved"
    assert len(ballots(file, found.id)) == 1
    assert texts_agree(file)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of an open file")
def test_that_an_older_copy_put_where_the_lost_file_was_takes_no_act(file):
    found = a_round(file)
    older = granted(file.copy_to(file.path.with_name("older.congress")))
    enter(file, found, [4])
    away = file.path.with_name("away")
    fail_once(file, "COMMIT", IO_ERROR, before=lambda: file.path.rename(away))
    with pytest.raises(NotSaved):
        enter(file, found, [3])
    older.rename(file.path)
    with pytest.raises(NotSaved) as raised:
        enter(file, found, [3])
    assert raised.value.problem.code == "act_unknown"
    away.replace(file.path)
    enter(file, found, [3])
    assert len(ballots(file, found.id)) == 2


def test_that_an_interrupted_act_leaves_nothing_and_an_interrupted_commit_is_caught_up(file):
    found = a_round(file)
    before = file.journal_lines()
    with pytest.raises(KeyboardInterrupt), file.act("enter_ballots", actor="A") as act:
        act.insert("entry_pass", bundle_id=1, number=1)
        raise KeyboardInterrupt
    assert file.journal_lines() == before
    enter(file, found, [4])
    assert texts_agree(file)
    file = reopened(file)
    assert texts_agree(file)
    file.close()


def test_that_creating_a_congress_that_is_not_saved_leaves_no_file(tmp_path, monkeypatch):
    from congress_files import a_setup

    def unsaved(*_: object) -> None:
        raise NotSaved(congress_file.problem("disk_full"))

    monkeypatch.setattr(congress_file.CongressFile, "_commit", unsaved)
    rules = granted(load_rule_set("generic"))
    with pytest.raises(NotSaved):
        create_congress(
            tmp_path / "a.congress", a_setup(), rules, rule_set_text("generic"), actor="A"
        )
    assert list(tmp_path.iterdir()) == []
