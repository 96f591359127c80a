"""Copies on the command line: made, listed with what they contain, opened as new files."""

from __future__ import annotations

import os

import pytest
from command_line import said_by
from congress_files import a_congress, a_declared_round, granted

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.opening import open_file
from congress_desk.storage.safety.backup import backup_folder


@pytest.fixture
def path(tmp_path):
    file = a_congress(tmp_path)
    a_declared_round(file)
    file.close()
    return file.path


def everything(path):
    file = granted(open_file(path))
    told = (round_sheet(file, 1), [line.hash for line in file.journal_lines()])
    file.close()
    return told


def test_that_a_copy_is_made_listed_with_its_contents_and_opened_as_a_new_file(
    path, tmp_path, capsys
):
    stick, new = tmp_path / "USB", tmp_path / "moi.congress"
    stick.mkdir()
    made = said_by(capsys, "backup", path, "--to", stick)
    (copy,) = stick.iterdir()
    assert (made.code, made.out.strip()) == (0, str(copy))
    told = said_by(capsys, "backups", path, "--in", stick)
    assert told.code == 0
    assert str(copy) in told.out
    assert "kết quả đã công bố: BCH 1" in told.out.splitlines()[1]
    assert [line for line in told.out.splitlines() if line.endswith("-ket-qua.congress")]
    assert said_by(capsys, "restore", copy, new).code == 0
    assert check_closed_file(new, recount_problems) == []
    assert everything(new) == everything(path)


def test_that_every_automatic_copy_can_be_restored_and_counts_the_same(path, tmp_path, capsys):
    copies = sorted(backup_folder(path).iterdir())
    assert len(copies) > 1
    for number, copy in enumerate(copies):
        new = tmp_path / f"{number}.congress"
        before = copy.read_bytes()
        assert said_by(capsys, "restore", copy, new).code == 0
        assert check_closed_file(new, recount_problems) == []
        assert copy.read_bytes() == before


def test_that_a_copy_is_never_put_over_a_file_and_a_damaged_one_nowhere(path, tmp_path, capsys):
    (copy, *_) = sorted(backup_folder(path).iterdir())
    before = path.read_bytes()
    refused = said_by(capsys, "restore", copy, path)
    assert (refused.code, path.read_bytes()) == (2, before)
    content = bytearray(copy.read_bytes())
    quarter = len(content) // 4
    content[quarter : 3 * quarter] = bytes(2 * quarter)
    copy.write_bytes(content)
    new = tmp_path / "moi.congress"
    assert said_by(capsys, "restore", copy, new).code == 2
    assert not new.exists()
    listed = said_by(capsys, "backups", tmp_path / "khac.congress")
    assert listed.code == 2
    assert "khac.congress" in listed.err


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_that_what_is_private_or_of_single_ballots_is_written_for_its_owner_alone(
    path, tmp_path, capsys
):
    mask = os.umask(0o022)

    def rights(folder, *words):
        assert said_by(capsys, "export", path, "--to", folder, *words).code == 0
        return {each.suffix: oct(each.stat().st_mode & 0o077) for each in folder.iterdir()}

    assert rights(tmp_path / "a", "--only", "results") == {".xlsx": "0o0"}
    assert set(rights(tmp_path / "b", "--only", "people", "--private").values()) == {"0o0"}
    assert set(rights(tmp_path / "c", "--only", "agenda").values()) == {"0o44"}
    os.umask(mask)
