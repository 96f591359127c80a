"""Copies: made in time, checked, few enough, and each of them a congress of its own."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from congress_files import a_congress, a_counted_round, a_round, code_of, enter, granted

from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.declaring import declare_result, recount_problems
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.congress import CongressState
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.opening import open_file
from congress_desk.storage.safety import backup
from congress_desk.storage.safety.backup import KEPT_BACKUPS, backup_folder


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path)
    yield file
    file.close()


def copies(file):
    folder = backup_folder(file.path)
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_that_a_copy_is_made_after_every_25_ballots(file):
    found = a_round(file, papers=200, bundle_size=200)
    made = [len(copies(file))]
    for count in (1, 23, 1, 24, 2, 60):
        enter(file, found, *[[4]] * count)
        made.append(len(copies(file)))
    assert made == [1, 1, 1, 2, 2, 3, 4]


def test_that_a_copy_is_made_at_every_change_of_state(file):
    counts = [len(copies(file))]
    granted(set_state(file, CongressState.IN_SESSION, actor="TK"))
    counts.append(len(copies(file)))
    mistaken = a_round(file)
    counts.append(len(copies(file)))
    granted(cancel_round(file, mistaken.id, reason="nhầm", actor="TK"))
    counts.append(len(copies(file)))
    found = a_counted_round(file)
    counts.append(len(copies(file)))
    granted(declare_result(file, found.id, first="Đỗ A", second="Lê B", reason="thử", actor="TK"))
    counts.append(len(copies(file)))
    assert counts == [0, 1, 2, 3, 4, 5]


def test_that_every_copy_passes_the_check_and_holds_what_was_recorded(file):
    found = a_round(file, papers=100, bundle_size=100)
    for _ in range(4):
        enter(file, found, *[[4]] * 25)
    assert [check_closed_file(copy, recount_problems) for copy in copies(file)] == [[]] * 5
    last = granted(open_file(copies(file)[-1]))
    assert round_sheet(last, found.id) == round_sheet(file, found.id)
    assert last.journal_lines() == file.journal_lines()
    last.close()


def test_that_the_newest_twelve_are_kept_and_nothing_that_is_not_ours_is_removed(file):
    own = backup_folder(file.path) / "của tôi.congress"
    own.parent.mkdir()
    own.write_bytes(b"mine")
    found = a_round(file, papers=600, bundle_size=600)
    for _ in range(18):
        enter(file, found, *[[4]] * 25)
    kept = [copy for copy in copies(file) if copy != own]
    assert len(kept) == KEPT_BACKUPS
    assert [int(copy.stem[-6:]) for copy in kept] == list(range(9, 21))
    assert own.read_bytes() == b"mine"


def test_that_a_folder_that_cannot_be_made_is_told_and_stops_nobody(file):
    backup_folder(file.path).write_text("in the way")
    found = a_round(file)
    enter(file, found, [4], [3])
    assert [note.code for note in file.notes] == ["copy_failed"]
    assert round_sheet(file, found.id).result.entered == 2


def test_that_a_folder_that_cannot_be_tidied_stops_nobody(file, monkeypatch):
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(backup, "KEPT_BACKUPS", 1)
    a_counted_round(file)
    monkeypatch.setattr(backup.Path, "unlink", denied)
    granted(set_state(file, CongressState.IN_SESSION, actor="TK"))
    monkeypatch.undo()
    assert file.check() == []


def test_that_a_copy_that_fails_its_check_does_not_take_its_name(file, monkeypatch, tmp_path):
    monkeypatch.setattr(backup, "check_file", lambda *_: ["wrong"])
    target = tmp_path / "copy.congress"
    before = sorted(tmp_path.iterdir())
    assert code_of(file.copy_to(target)) == "copy_failed"
    assert sorted(tmp_path.iterdir()) == before


def test_that_a_copy_overwrites_nothing(file, tmp_path):
    target = tmp_path / "there.congress"
    target.write_bytes(b"precious")
    assert code_of(file.copy_to(target)) == "target_exists"
    assert code_of(file.copy_to(file.path)) == "target_exists"
    assert target.read_bytes() == b"precious"
    assert code_of(file.copy_to(tmp_path / "no" / "a.congress")) == "copy_failed"


def test_that_what_an_earlier_copy_left_half_done_is_not_in_the_way(file, tmp_path):
    (tmp_path / "a.congress.new").write_bytes(b"half")
    granted(file.copy_to(tmp_path / "a.congress"))
    assert not (tmp_path / "a.congress.new").exists()


def test_that_a_copy_is_a_congress_by_itself_while_the_first_is_open(file, tmp_path):
    found = a_round(file)
    enter(file, found, [4])
    copied = granted(open_file(granted(file.copy_to(tmp_path / "copy.congress"))))
    enter(copied, found, [3])
    enter(file, found, [2], [2])
    assert round_sheet(copied, found.id).result.entered == 2
    assert round_sheet(file, found.id).result.entered == 3
    assert copied.check() == file.check() == []
    assert copied.notes == file.notes == []
    copied.close()
    assert file.path.with_name(file.path.name + ".lock").exists()


def test_that_a_copy_holds_no_trace_of_what_stood_in_unused_pages(file, tmp_path):
    path = granted(file.copy_to(tmp_path / "copy.congress"))
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_that_no_act_waits_for_a_copy_that_is_written_beside(file, monkeypatch):
    file.copy_beside()
    goes_on, is_sound = threading.Event(), backup._is_sound
    monkeypatch.setattr(backup, "_is_sound", lambda *of: goes_on.wait(20) and is_sound(*of))
    found = a_round(file, papers=300, bundle_size=300)
    for _ in range(8):
        enter(file, found, *[[4]] * 25)
    assert round_sheet(file, found.id).tally.entered == 200
    goes_on.set()
    lines = len(file.journal_lines())
    file.close()
    # The one at hand when the others came, and the newest of all.
    made = copies(file)
    assert [int(copy.stem[-6:]) for copy in made][-1] == lines
    assert len(made) == 2
    for copy in made:
        assert check_closed_file(copy, recount_problems) == []
    again = granted(open_file(made[-1]))
    assert round_sheet(again, found.id).tally.entered == 200
    again.close()


def test_that_a_copy_that_fails_beside_is_noted_at_the_next_act(file, monkeypatch):
    file.copy_beside()
    monkeypatch.setattr(backup, "_is_sound", lambda *_: False)
    found = a_round(file)
    file._copier.close()
    enter(file, found, [4])
    assert [note.code for note in file.notes] == ["copy_failed"]
    assert copies(file) == []


def test_that_what_a_killed_program_had_begun_to_copy_is_taken_away(file):
    folder = backup_folder(file.path)
    folder.mkdir()
    begun = folder / f"{file.path.stem}-20260101-080000-000007.congress.new"
    mine = folder / "của tôi.congress.new"
    for each in (begun, mine):
        each.write_bytes(b"x")
    a_round(file)
    assert not begun.exists()
    assert mine.exists()
