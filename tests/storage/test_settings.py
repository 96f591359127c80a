"""The settings that lose no ballot are on, or the file is not opened at all."""

from __future__ import annotations

import pytest
from congress_files import a_congress, code_of

from congress_desk.storage import connection
from congress_desk.storage.opening import create_file, open_file

SETTINGS = {
    "locking_mode": "exclusive",
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "mmap_size": 0,
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_that_an_open_file_has_the_measured_setting(tmp_path, setting):
    file = a_congress(tmp_path)
    found = file.db.execute(f"PRAGMA {setting}").fetchone()
    assert found is None or found[0] == SETTINGS[setting]
    file.close()


@pytest.mark.parametrize("setting", [s for s in SETTINGS if s != "mmap_size"])
def test_that_a_setting_that_is_not_taken_refuses_the_file(tmp_path, monkeypatch, setting):
    path = a_congress_closed(tmp_path)
    before = path.read_bytes()
    wanted = tuple(
        (name, value, "another" if name == setting else expected)
        for name, value, expected in connection._SETTINGS
    )
    monkeypatch.setattr(connection, "_SETTINGS", wanted)
    assert code_of(open_file(path)) == "setting_refused"
    assert code_of(create_file(tmp_path / "new.congress")) == "file_not_created"
    assert path.read_bytes() == before
    assert not (tmp_path / "new.congress").exists()


def test_that_an_sqlite_without_strict_tables_is_refused(tmp_path, monkeypatch):
    path = a_congress_closed(tmp_path)
    monkeypatch.setattr(connection, "LEAST_SQLITE", (99, 0, 0))
    assert code_of(open_file(path)) == "setting_refused"


def test_that_a_file_left_in_wal_mode_by_another_program_is_taken_back(tmp_path):
    path = a_congress_closed(tmp_path)
    other = connection.sqlite3.connect(path)
    assert other.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    other.close()
    file = open_file(path)
    assert file.db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert file.check() == []
    file.close()


def test_that_the_program_never_makes_a_missing_file_when_it_opens_one(tmp_path):
    with pytest.raises(connection.sqlite3.OperationalError):
        connection.connect(tmp_path / "gone.congress")
    assert list(tmp_path.iterdir()) == []


def a_congress_closed(folder):
    file = a_congress(folder)
    file.close()
    return file.path
