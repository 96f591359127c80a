"""A file removed, moved or replaced while it is open: no act is acknowledged into nowhere."""

from __future__ import annotations

import os
import shutil
import sys
from types import SimpleNamespace

import pytest
from congress_files import a_congress, a_round, enter, granted

from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.opening import open_file
from congress_desk.storage.safety.moved_file import FilePlace

moved_while_open = pytest.mark.skipif(sys.platform == "win32", reason="no open file is moved there")


@pytest.fixture
def counting(tmp_path):
    """A file with one ballot, and its round."""
    file = a_congress(tmp_path)
    found = a_round(file)
    granted(file.copy_to(tmp_path / "older.congress"))
    enter(file, found, [4])
    yield file, found
    file.close()


def take_away(path, how):
    kept = path.with_name("kept.congress")
    if how == "deleted":
        path.unlink()
    elif how == "moved":
        path.rename(kept)
    else:
        os.replace(path.with_name("older.congress"), path)


@moved_while_open
@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_that_the_next_act_is_not_acknowledged(counting, how):
    file, found = counting
    lines = file.journal_lines()
    text = file.second_journal.path.read_bytes()
    take_away(file.path, how)
    for _ in range(2):
        with pytest.raises(NotSaved) as failed:
            enter(file, found, [3])
        assert failed.value.problem.code == "file_moved"
    assert file.journal_lines() == lines
    assert round_sheet(file, found.id).tally.entered == 1
    assert file.second_journal.path.read_bytes() == text


@moved_while_open
def test_that_acts_go_on_once_the_file_is_back(counting):
    file, found = counting
    away = file.path.with_name("away.congress")
    file.path.rename(away)
    with pytest.raises(NotSaved):
        enter(file, found, [3])
    away.rename(file.path)
    enter(file, found, [3])
    assert round_sheet(file, found.id).tally.entered == 2
    assert file.check() == []


@moved_while_open
def test_that_acts_go_on_in_the_same_file_on_a_stick_that_was_plugged_in_again(counting):
    file, found = counting
    again = file.path.with_name("again.congress")
    shutil.copy(file.path, again)
    os.replace(again, file.path)
    enter(file, found, [3])
    file.close()
    reopened = granted(open_file(file.path))
    assert round_sheet(reopened, found.id).tally.entered == 2
    assert reopened.check() == []
    reopened.close()


@moved_while_open
def test_that_what_was_recorded_can_be_kept_as_a_copy(counting, tmp_path):
    file, found = counting
    file.path.unlink()
    with pytest.raises(NotSaved):
        enter(file, found, [3])
    copy = granted(file.copy_to(tmp_path / "copy.congress"))
    again = granted(open_file(copy))
    assert round_sheet(again, found.id).tally.entered == 1
    again.close()


def test_that_a_volume_and_an_index_tell_another_file_on_windows_too(tmp_path, monkeypatch):
    """Each system gives both numbers by `os.stat`; one that gives none has the name alone."""
    path = tmp_path / "a.congress"
    path.write_bytes(b"")
    numbers = {"st_dev": 3_221_225_472, "st_ino": 281_474_976_712_345, "st_size": 0}
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(type(path), "stat", lambda _: SimpleNamespace(**numbers))
    place = FilePlace(path)
    assert place.holds()
    for other in ({"st_ino": 281_474_976_712_346}, {"st_dev": 17}):
        with monkeypatch.context() as replaced:
            told = SimpleNamespace(**{**numbers, **other})
            replaced.setattr(type(path), "stat", lambda _, told=told: told)
            assert not place.holds()
    assert place.holds()
    monkeypatch.setattr(
        type(path), "stat", lambda _: SimpleNamespace(st_dev=0, st_ino=0, st_size=0)
    )
    assert FilePlace(path).holds()


@moved_while_open
@pytest.mark.parametrize("how", ["cut", "copied over"])
def test_that_a_file_cut_short_or_copied_over_in_place_takes_no_act(counting, how):
    file, found = counting
    text = file.second_journal.path.read_bytes()
    if how == "cut":
        os.truncate(file.path, 8192)
    else:
        file.path.write_bytes(file.path.with_name("older.congress").read_bytes()[:-4096])
    left = file.path.read_bytes()
    for _ in range(2):
        with pytest.raises(NotSaved) as failed:
            enter(file, found, [3])
        assert failed.value.problem.code == "file_cut"
    assert file.path.read_bytes() == left
    assert file.second_journal.path.read_bytes() == text


@moved_while_open
def test_that_a_file_that_goes_back_to_the_length_it_had_before_an_act_is_not_cut(counting):
    file, found = counting
    length = file.path.stat().st_size
    with file.act("note", actor="TK"):
        os.truncate(file.path, length + 4096)
    os.truncate(file.path, length)
    enter(file, found, [3])
    assert round_sheet(file, found.id).tally.entered == 2
