"""Copies: made in time, checked, few enough, and each of them a congress of its own."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from functools import partial
from pathlib import Path

import pytest
from congress_files import a_congress, a_counted_round, a_round, code_of, enter, granted

from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.declaring import declare_result, recount_problems
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.congress import CongressState
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.closed_file_check import check_closed_file, problems_of_copy
from congress_desk.storage.opening import open_file
from congress_desk.storage.safety import backup, kept_backups
from congress_desk.storage.safety.backup import backup_folder
from congress_desk.storage.safety.backups import folder_at
from congress_desk.storage.safety.kept_backups import NEWEST, drop_oldest


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
    assert len(kept) == NEWEST
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

    monkeypatch.setattr(kept_backups, "NEWEST", 1)
    a_counted_round(file)
    monkeypatch.setattr(kept_backups.Path, "unlink", denied)
    granted(set_state(file, CongressState.IN_SESSION, actor="TK"))
    monkeypatch.undo()
    assert file.check() == []


def test_that_a_copy_that_fails_its_check_does_not_take_its_name(file, monkeypatch, tmp_path):
    monkeypatch.setattr(backup, "check_file", lambda *_: ["wrong"])
    target = tmp_path / "copy.congress"
    before = sorted(tmp_path.iterdir())
    assert code_of(file.copy_to(target)) == "copy_failed"
    assert sorted(tmp_path.iterdir()) == before


def test_that_a_copy_whose_disk_fell_silent_is_not_called_missing(file, monkeypatch, tmp_path):
    def silent(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error", "/somewhere/else")

    monkeypatch.setattr(backup, "sync_folder", silent)
    target, real = tmp_path / "copy.congress", Path.unlink
    before = sorted(tmp_path.iterdir())
    refused = file.copy_to(target)
    assert code_of(refused) == "copy_failed"
    assert refused.first.params["detail"] == "Input/output error"
    assert sorted(tmp_path.iterdir()) == before
    monkeypatch.setattr(
        Path, "unlink", lambda at, **how: silent() if at == target else real(at, **how)
    )
    assert code_of(file.copy_to(target)) == "file_in_doubt"
    assert target.exists()


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
    begun, goes_on, synced = threading.Event(), threading.Event(), backup.sync_to_device

    def slow(path):
        begun.set()
        return goes_on.wait(20) and synced(path)

    monkeypatch.setattr(backup, "sync_to_device", slow)
    found = a_round(file, papers=300, bundle_size=300)
    for _ in range(8):
        enter(file, found, *[[4]] * 25)
        assert begun.wait(20)
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
    file.copy_beside(lambda path: [path])
    found = a_round(file)
    file.backups.close()
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


def test_that_a_change_is_copied_after_some_minutes_though_few_ballots_came(file):
    now = [0.0]
    file.backups._clock = lambda: now[0]
    found = a_round(file)
    made = len(copies(file))
    enter(file, found, [4])
    file.copy_if_due()
    assert len(copies(file)) == made
    now[0] = 60 * file.backups.minutes
    file.copy_if_due()
    file.copy_if_due()
    assert len(copies(file)) == made + 1
    now[0] *= 3
    file.copy_if_due()
    assert len(copies(file)) == made + 1


def test_that_copies_go_to_a_second_place_and_a_missing_one_is_said_until_it_is_back(
    file, tmp_path
):
    stick = tmp_path / "USB"
    file.backups.second = stick
    file.copy_beside(partial(problems_of_copy, recount=recount_problems))
    found = a_counted_round(file)
    file.backups.close()
    assert file.backups.place_problem.code == "backup_place_missing"
    assert file.backups.problem is None
    stick.mkdir()
    file.copy_beside(partial(problems_of_copy, recount=recount_problems))
    # Nothing changed since, and what was missed is there as soon as the stick is.
    file.copy_if_due()
    file.backups.close()
    (folder,) = stick.iterdir()
    (missed,) = folder.iterdir()
    file.copy_if_due()
    assert list(folder.iterdir()) == [missed]
    file.copy_beside(partial(problems_of_copy, recount=recount_problems))
    granted(declare_result(file, found.id, first="Đỗ A", second="Lê B", reason="thử", actor="TK"))
    file.backups.close()
    assert file.backups.place_problem is None
    (folder,) = stick.iterdir()
    (second,) = set(folder.iterdir()) - {missed}
    assert second.name.endswith("-ket-qua.congress")
    beside = backup_folder(file.path) / second.name
    assert second.read_bytes() == beside.read_bytes()
    assert check_closed_file(second, recount_problems) == []
    assert folder == folder_at(stick, file.path.stem, file.first_hash())


def test_that_a_stick_that_was_away_when_the_file_was_closed_gets_the_copy_it_missed(
    file, tmp_path
):
    stick = tmp_path / "USB"
    file.backups.use(stick, 10, file.first_hash())
    file.copy_now()
    file.close()
    again = granted(open_file(file.path))
    again.backups.use(stick, 10, again.first_hash())
    assert not again.backups.is_due
    stick.mkdir()
    assert again.backups.is_due
    again.copy_if_due()
    again.close()
    assert len([*stick.rglob("*.congress")]) == 1
    after = granted(open_file(file.path))
    after.backups.use(stick, 10, after.first_hash())
    assert not after.backups.is_due
    after.close()


def test_that_a_full_place_beside_does_not_keep_the_copy_from_the_second_place(file, tmp_path):
    backup_folder(file.path).write_text("in the way")
    file.backups.second = tmp_path / "USB"
    file.backups.second.mkdir()
    file.copy_beside(partial(problems_of_copy, recount=recount_problems))
    a_round(file)
    file.backups.close()
    assert file.backups.problem.code == "copy_failed"
    (second,) = (tmp_path / "USB").rglob("*.congress")
    assert check_closed_file(second, recount_problems) == []


def test_that_closing_copies_what_no_copy_holds_yet(file):
    file.copy_beside()
    found = a_round(file)
    enter(file, found, [4])
    lines = len(file.journal_lines())
    file.close()
    assert copies(file)[-1].stem.endswith(f"-{lines:06d}")


def test_that_the_last_of_each_day_and_those_after_a_result_are_kept_for_ever(tmp_path):
    days = {day: [f"dh-202606{day:02d}-{hour:02d}0000-000001" for hour in range(8, 16)]
            for day in range(1, 6)}  # fmt: skip
    names = [name for of_day in days.values() for name in of_day]
    names[1] += "-ket-qua"
    for name in names:
        (tmp_path / f"{name}.congress").touch()
    drop_oldest(tmp_path, "dh")
    left = sorted(path.stem for path in tmp_path.iterdir())
    of_days = [of_day[-1] for of_day in days.values()]
    assert left == sorted({names[1], *of_days, *names[-NEWEST:]})


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_that_file_journal_and_copies_are_for_their_owner_alone(file, tmp_path):
    a_counted_round(file)
    file.backups.second = tmp_path / "USB"
    file.backups.second.mkdir()
    file.copy_beside()
    file.copy_now()
    file.backups.close()
    written = [path for path in tmp_path.rglob("*") if ".congress" in path.name and path.is_file()]
    rights = {path.name: oct(path.stat().st_mode & 0o777) for path in written
              if path.suffix != ".lock"}  # fmt: skip
    assert len(rights) > 4
    assert set(rights.values()) == {"0o600"}
    folders = [path for path in tmp_path.rglob("*.backups") if path.is_dir()]
    assert len(folders) == 2
    assert {oct(path.stat().st_mode & 0o777) for path in folders} == {"0o700"}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_that_a_bug_in_a_check_is_told_and_does_not_end_the_copies(file):
    bugs = [RuntimeError("a bug")]

    def check(copy):
        if bugs:
            raise bugs.pop()
        return problems_of_copy(copy, recount_problems)

    file.copy_beside(check)
    found = a_round(file)
    file.backups._copier._thread.join()
    assert file.backups.problem.code == "copy_failed"
    enter(file, found, [4])
    assert [note.code for note in file.notes] == ["copy_failed"]
    file.copy_now()
    file.backups.close()
    assert file.backups.problem is None
    assert check_closed_file(copies(file)[-1], recount_problems) == []
