"""What is not a congress file that can be written is refused in one clear word, untouched."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from congress_files import a_congress, a_round, code_of, enter, granted, reopened

from congress_desk.i18n import problem_text
from congress_desk.queries.elections.ballots import ballots
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.connection import APPLICATION_ID
from congress_desk.storage.opening import create_file, open_file
from congress_desk.storage.safety import lock
from congress_desk.storage.safety import open_checks as entrance


@pytest.fixture
def path(tmp_path):
    file = a_congress(tmp_path)
    file.close()
    return file.path


def missing(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("Đại hội Đảng bộ Phường 19", "utf-8")


def header_damaged(path: Path) -> None:
    path.write_bytes(b"SQLite forget 3\0" + path.read_bytes()[16:])


def of_another_program(path: Path) -> None:
    path.unlink()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE congress (id)")
    db.execute("PRAGMA application_id = 7")
    db.commit()
    db.close()


def newer(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 2000")
    db.execute("PRAGMA journal_mode = WAL")
    db.close()


def read_only(path: Path) -> None:
    path.chmod(0o444)


def without_rights(path: Path) -> None:
    path.chmod(0)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def of_no_version(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 0")
    db.close()


def with_a_page_overwritten(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    path.write_bytes(content)


CASES = {
    missing: "file_missing",
    a_folder: "file_not_a_file",
    empty: "file_not_ours",
    text: "file_not_ours",
    header_damaged: "file_not_ours",
    of_another_program: "file_not_ours",
    newer: "file_newer",
    read_only: "file_read_only",
    without_rights: "file_no_rights",
    cut_short: "file_damaged",
    of_no_version: "file_damaged",
    with_a_page_overwritten: "file_damaged",
}


def test_that_a_station_file_that_is_none_says_where_to_get_another(tmp_path):
    station, result = tmp_path / "T1.station", tmp_path / "T1.station-result.json"
    for content in (b"", b"PK\x03\x04", b"SQLite format 3\x00"):
        station.write_bytes(content)
        assert code_of(open_file(station)) == "station_not_ours"
    granted(create_file(tmp_path / "đh.congress")).close()
    station.write_bytes((tmp_path / "đh.congress").read_bytes()[:9000])
    assert code_of(open_file(station)) == "station_damaged"
    result.write_text("{}", "utf-8")
    assert code_of(open_file(result)) == "station_result_not_opened"


@pytest.mark.parametrize("spoil", CASES, ids=lambda spoil: spoil.__name__)
def test_that_such_a_file_is_refused_and_not_touched(path, spoil):
    if spoil is without_rights and os.name == "nt":
        pytest.skip("chmod takes no right to read away there")
    spoil(path)
    before = contents(path.parent)
    refusal = open_file(path)
    assert code_of(refusal) == CASES[spoil]
    assert "\n" not in problem_text(refusal.first)
    assert contents(path.parent) == before


def test_that_a_folder_that_takes_no_files_is_refused(path, monkeypatch):
    monkeypatch.setattr(lock.Path, "write_text", denied)
    assert code_of(open_file(path)) == "folder_read_only"
    assert code_of(create_file(path.with_name("new.congress"))) == "folder_read_only"
    assert not path.with_name("new.congress").exists()


def test_that_a_folder_known_to_be_read_only_is_refused(path, monkeypatch):
    may = os.access
    monkeypatch.setattr(os, "access", lambda p, mode: p != path.parent and may(p, mode))
    assert code_of(open_file(path)) == "folder_read_only"


def test_that_a_file_the_system_will_not_let_us_read_is_refused(path, monkeypatch):
    monkeypatch.setattr(entrance.Path, "open", denied)
    assert code_of(open_file(path)) == "file_no_rights"


def test_that_a_read_only_file_can_still_be_checked(path):
    path.chmod(0o444)
    before = contents(path.parent)
    assert check_closed_file(path, lambda file: []) == []
    assert contents(path.parent) == before


def test_that_a_file_made_but_never_filled_is_not_taken_for_a_congress(tmp_path):
    file = granted(create_file(tmp_path / "half.congress"))
    file.close()
    assert code_of(open_file(file.path)) == "file_damaged"


def test_that_creating_refuses_a_name_that_is_taken_and_a_folder_that_is_missing(tmp_path, path):
    before = path.read_bytes()
    assert code_of(create_file(path)) == "target_exists"
    assert code_of(create_file(tmp_path / "no" / "a.congress")) == "folder_missing"
    assert path.read_bytes() == before


STRANGE_NAMES = (
    "Đại hội Phường 19.congress",
    "a b  c.congress",
    "50% #1 ? mode=ro&x.congress",
    "%41%2e%00.congress",
    "file:dh.congress",
    "'; DROP TABLE ballot; --.congress",
    'd"h[1]{*}.congress',
    "dh.CONGRESS",
    "không-đuôi",
    "Đại hội".encode().decode("latin-1") + ".congress",
)


@pytest.mark.skipif(os.name == "nt", reason="these names cannot be on Windows")
@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_that_a_path_may_hold_any_letters(tmp_path, name):
    folder = tmp_path / "Thư mục #1 50%?"
    folder.mkdir()
    file = a_congress(folder / name)
    found = a_round(file)
    enter(file, found, [4], [3])
    file = reopened(file)
    assert len(ballots(file, found.id)) == 2
    copied = granted(file.copy_to(folder / f"sao {name}"))
    file.close()
    assert {p.name for p in folder.iterdir()} == {
        name, copied.name, f"{name}.journal.jsonl", f"{Path(name).stem}.backups"
    }  # fmt: skip


def test_that_a_path_longer_than_the_system_takes_is_refused(tmp_path):
    deep = tmp_path
    while len(os.fsencode(deep)) < 700:
        deep /= "một thư mục có tên khá dài"
    deep.mkdir(parents=True)
    assert code_of(create_file(deep / "dh.congress")) == "file_not_created"
    assert list(deep.iterdir()) == []
    assert code_of(create_file(tmp_path / ("x" * 300))) == "file_not_created"
    assert code_of(open_file(tmp_path / ("x" * 300))) == "system"


def test_that_a_sound_file_under_too_long_a_path_is_not_called_damaged(tmp_path, path):
    deep = tmp_path / "/".join(["thư mục"] * 60)
    deep.mkdir(parents=True)
    there = path.rename(deep / path.name)
    assert code_of(open_file(there)) == "system"


def test_that_a_relative_path_stays_right_when_the_program_moves(tmp_path, path, monkeypatch):
    monkeypatch.chdir(path.parent)
    file = granted(open_file(Path(path.name)))
    other = tmp_path / "elsewhere"
    other.mkdir()
    monkeypatch.chdir(other)
    found = a_round(file)
    enter(file, found, [4])
    file.close()
    assert list(other.iterdir()) == []


def test_that_a_windows_share_is_named_as_sqlite_takes_it():
    from pathlib import PureWindowsPath

    from congress_desk.storage.private_files import address_of

    class Share(PureWindowsPath):
        def absolute(self):
            return self

    assert address_of(Share(r"\\may-chu\dh\a b.congress")) == "file:////may-chu/dh/a%20b.congress"
    assert address_of(Share(r"C:\Đại hội\a#1.congress")).startswith("file:///C:/%C4%90")


def test_that_the_application_id_says_whose_file_it_is(path):
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"CDSC"


def denied(*args: object, **kwargs: object) -> None:
    raise PermissionError(13, "Permission denied")


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: whatever_its_rights(p) for p in folder.iterdir() if p.is_file()}


def whatever_its_rights(path: Path) -> bytes:
    mode = path.stat().st_mode
    path.chmod(0o600)
    content = path.read_bytes()
    path.chmod(mode)
    return content
