"""A file with a password: nothing of it can be read without, and it is as safe as any other."""

from __future__ import annotations

import os
import shutil

import pytest
from congress_files import a_congress, a_counted_round, a_setup, code_of, granted, reopened

from congress_desk import congress_password
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.atomic_congress import journal_path, recover_whole, restore_whole
from congress_desk.congress_password import change_password
from congress_desk.new_congress import new_congress
from congress_desk.queries.backups import backups_of
from congress_desk.storage import unlocking
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.journal_text import read_text
from congress_desk.storage.opening import open_file
from congress_desk.storage.password import key, keyring
from congress_desk.storage.password.key import new_key
from congress_desk.storage.read_only import open_to_read
from congress_desk.storage.rescue.rescue import rescue
from congress_desk.storage.unlocking import unlock

pytest.importorskip("sqlcipher3")
PASSWORD = "chim sẻ đậu mái đình"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """Let a try cost nothing, and every test begin without keys."""
    monkeypatch.setattr(key, "cost", 2)
    monkeypatch.setattr(unlocking.time, "sleep", lambda _: None)
    keyring.forget()
    yield
    keyring.forget()


def readable(folder) -> list[str]:
    """Return the files in which a word of the congress stands in the clear.

    Of five bytes or more: a shorter one stands in sealed pages by chance.
    """
    words = [word.encode() for word in ("Ngô ", "Bình", "Đại hội", "enter_ballots", "CREATE")]
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(word in path.read_bytes() for word in words)
    ]


@pytest.fixture
def protected(tmp_path) -> CongressFile:
    file = a_congress(tmp_path)
    a_counted_round(file)
    file.copy_now()
    file.close()
    assert readable(tmp_path)
    assert granted(change_password(file.path, PASSWORD, recount_problems)) == ()
    file = granted(open_file(file.path))
    yield file
    file.close()


def test_that_what_follows_a_file_follows_though_its_disk_fell_silent(tmp_path, monkeypatch):
    def silent(*_: object) -> None:
        raise OSError("the medium is gone")

    file = a_congress(tmp_path)
    file.copy_now()
    file.close()
    monkeypatch.setattr(congress_password, "sync_folder", silent)
    (note,) = granted(change_password(file.path, PASSWORD, recount_problems))
    assert note.code == "password_in_doubt"
    assert readable(tmp_path) == []


def test_that_nothing_of_a_file_with_a_password_can_be_read_without_it(protected, tmp_path):
    lines = protected.journal_lines()
    protected.copy_now()
    assert readable(tmp_path) == []
    assert read_text(journal_path(protected.path)).lines == tuple(lines)
    assert len(backups_of(protected.path)) >= 2
    assert all(backup.problem is None for backup in backups_of(protected.path))
    protected.close()
    keyring.forget()
    for refused in (
        open_file(protected.path),
        open_to_read(protected.path),
        check_closed_file(protected.path, recount_problems),
        rescue(protected.path),
        recover_whole(journal_path(protected.path), tmp_path / "again.congress"),
    ):
        assert code_of(refused) == "password_needed"
    assert code_of(unlock(protected.path, "something else")) == "password_wrong"
    # The same letters, typed apart: the way of typing is no part of a password.
    import unicodedata

    assert unlock(protected.path, unicodedata.normalize("NFD", PASSWORD)) is None
    assert check_closed_file(protected.path, recount_problems) == []
    file = granted(open_file(protected.path))
    assert file.journal_lines() == lines
    assert file.check() == []
    file.close()


def test_that_acts_copies_recovery_and_rescue_go_on_under_the_password(protected, tmp_path):
    before = protected.journal_lines()
    with protected.act("set_state", actor="TK", backup=True) as act:
        act.insert("congress_setting", key="x", value="Ngô")
    again = reopened(protected)
    lines = again.journal_lines()
    assert len(lines) == len(before) + 1
    newest = backups_of(again.path)[0]
    again.close()
    assert granted(restore_whole(newest.path, tmp_path / "b.congress", recount_problems)) == len(
        lines
    )
    assert (
        granted(recover_whole(journal_path(again.path), tmp_path / "c.congress")).left_out is None
    )
    for name in ("b.congress", "c.congress"):
        assert check_closed_file(tmp_path / name, recount_problems) == []
    assert readable(tmp_path) == []
    content = bytearray(again.path.read_bytes())
    content[4096 * 3 + 100] ^= 1
    again.path.write_bytes(content)
    assert code_of(open_file(again.path)) == "file_damaged"
    rescued = granted(rescue(again.path))
    assert rescued.missing
    (journal,) = [table for table in rescued.tables if table.name == "journal"]
    assert len(journal.rows) == len(lines)
    again.path.write_bytes(newest.path.read_bytes())


def test_that_a_password_is_changed_and_taken_away_with_the_copies(protected, tmp_path):
    lines = protected.journal_lines()
    protected.close()
    assert granted(change_password(protected.path, "another one", recount_problems)) == ()
    keyring.forget()
    assert code_of(unlock(protected.path, PASSWORD)) == "password_wrong"
    assert unlock(protected.path, "another one") is None
    assert all(backup.problem is None for backup in backups_of(protected.path))
    assert granted(change_password(protected.path, None, recount_problems)) == ()
    keyring.forget()
    file = granted(open_file(protected.path))
    assert file.journal_lines() == lines
    assert file.check() == []
    assert all(backup.problem is None for backup in backups_of(protected.path))
    file.close()


def test_that_a_new_file_has_its_password_from_the_first_byte(tmp_path):
    file = granted(
        new_congress(tmp_path / "a.congress", a_setup(), actor="A", key=new_key(PASSWORD))
    )
    assert readable(tmp_path) == []
    file.close()
    assert readable(tmp_path) == []
    assert oct(file.path.stat().st_mode & 0o77) == "0o0" or os.name == "nt"


def test_that_a_change_that_fails_leaves_the_file_as_it_was(protected, tmp_path, monkeypatch):
    protected.close()
    before = protected.path.read_bytes()
    assert code_of(change_password(protected.path, "short", recount_problems)) == "password_short"
    from congress_desk import congress_password

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(congress_password, "write_under", full)
    assert code_of(change_password(protected.path, "another one", recount_problems)) == "system"
    monkeypatch.undo()
    assert protected.path.read_bytes() == before
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".desk-")] == []


def test_that_a_password_without_its_library_says_what_is_missing(protected, monkeypatch):
    protected.close()
    from congress_desk.storage.safety import open_checks

    monkeypatch.setattr(open_checks, "is_installed", lambda: False)
    assert code_of(open_file(protected.path)) == "password_library_missing"


def test_that_a_wrong_password_waits_longer_each_time(protected, monkeypatch):
    waited = []
    monkeypatch.setattr(unlocking.time, "sleep", waited.append)
    copy = shutil.copy(backups_of(protected.path)[0].path, protected.path.with_name("x.congress"))
    from pathlib import Path

    for _ in range(8):
        unlock(Path(copy), "wrong")
    assert waited == sorted(waited)
    assert waited[0] < 1 < waited[-1] <= 30


def test_that_a_first_page_torn_by_a_power_cut_is_undone_and_not_called_damaged(protected):
    db, before, path = protected.db, protected.journal_lines(), protected.path
    db.execute("PRAGMA cache_size = 1")  # pages go to the disk before the commit
    db.execute("BEGIN")
    for table in range(40):
        db.execute(f"CREATE TABLE t{table} AS SELECT * FROM person")
    cut = path.with_name("cut.congress")
    for name in ("", "-journal"):
        shutil.copy(f"{path}{name}", f"{cut}{name}")
    db.execute("ROLLBACK")
    content = bytearray(cut.read_bytes())
    content[512:1024] = bytes(512)  # the second sector is of neither page
    cut.write_bytes(content)
    again = granted(open_file(cut))
    assert again.journal_lines() == before
    assert again.check() == []
    again.close()
    cut.write_bytes(content)  # nothing to undo: it is damaged
    assert code_of(open_file(cut)) == "file_damaged"
