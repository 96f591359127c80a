"""The second journal follows the first, says when something failed, and stops nobody."""

from __future__ import annotations

import codecs
import errno
import os
import shutil

import pytest
from congress_files import a_congress, a_round, code_of, enter, granted, reopened

from congress_desk.queries.elections.lists import rounds
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.journal import second_journal
from congress_desk.storage.journal.journal_text import read_text
from congress_desk.storage.journal.second_journal import SUFFIX
from congress_desk.storage.opening import open_file
from congress_desk.storage.recovery import recover


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path)
    yield file
    file.close()


def text_of(file):
    return file.path.with_name(file.path.name + SUFFIX)


def lines_of(path):
    return list(read_text(path).lines)


def notes_of(file):
    return [note.code for note in file.notes]


def verified(file):
    file.close()
    found = check_closed_file(file.path, lambda file: [])
    return [problem.code for problem in found]


def test_that_each_act_is_there_at_once(file):
    found = a_round(file)
    for _ in range(3):
        enter(file, found, [4])
        assert lines_of(text_of(file)) == file.journal_lines()


def test_that_a_missing_text_is_written_anew(file):
    enter(file, a_round(file), [4])
    file.close()
    text_of(file).unlink()
    assert check_closed_file(file.path, lambda file: []) == []
    file = reopened(file)
    assert lines_of(text_of(file)) == file.journal_lines()
    assert notes_of(file) == []


@pytest.mark.parametrize("cut", [1, 2, 40, 300])
def test_that_a_torn_last_line_is_written_whole(file, cut):
    enter(file, a_round(file), [4])
    file.close()
    whole = text_of(file).read_bytes()
    text_of(file).write_bytes(whole[:-cut])
    assert check_closed_file(file.path, lambda file: []) == []
    file = reopened(file)
    assert text_of(file).read_bytes() == whole
    assert notes_of(file) == []


def test_that_zeros_after_a_power_cut_are_taken_for_a_torn_line(file):
    enter(file, a_round(file), [4])
    file.close()
    whole = text_of(file).read_bytes()
    text_of(file).write_bytes(whole + b"\0" * 500)
    file = reopened(file)
    assert text_of(file).read_bytes() == whole


def test_that_an_older_copy_of_the_file_is_noticed_and_the_longer_text_kept(file, tmp_path):
    found = a_round(file)
    older = granted(file.copy_to(tmp_path / "older.congress"))
    enter(file, found, [4])
    file.close()
    longer = text_of(file).read_bytes()
    shutil.copy(older, file.path)
    assert verified(file) == ["second_journal_ahead"]
    again = granted(open_file(file.path))
    assert notes_of(again) == ["second_journal_differs"]
    aside = again.path.with_name(str(again.notes[0].params["path"]))
    assert aside.read_bytes() == longer
    assert lines_of(text_of(again)) == again.journal_lines()
    again.close()
    (told,) = granted(check_closed_file(file.path, lambda file: []))
    assert told.code == "second_journal_aside"
    assert told.params == {"path": aside.name, "count": 1, "since": told.params["since"]}
    aside.rename(aside.with_name("da-xem.jsonl"))
    assert verified(again) == []


def test_that_an_older_copy_is_refused_where_a_person_is_to_be_asked(file, tmp_path):
    found = a_round(file)
    older = granted(file.copy_to(tmp_path / "older.congress"))
    enter(file, found, [4])
    enter(file, found, [3])
    last = file.journal_lines()[-1].at
    file.close()
    shutil.copy(older, file.path)
    text = text_of(file).read_bytes()
    refusal = open_file(file.path, older=False)
    assert code_of(refusal) == "file_older_than_journal"
    assert dict(refusal.first.params) == {"path": file.path.name, "count": 2, "since": last}
    assert text_of(file).read_bytes() == text
    assert not file.path.with_name(file.path.name + ".lock").exists()
    granted(open_file(file.path)).close()
    granted(open_file(file.path, older=False)).close()


@pytest.mark.parametrize("start", [1, 700])
def test_that_a_torn_middle_sector_of_an_unacknowledged_line_is_no_damage(file, start):
    enter(file, a_round(file, papers=12, bundle_size=6), [4])
    whole = text_of(file).read_bytes()
    enter(file, rounds(file, 1)[0], *[[1, 2, 3]] * 6, bundle=2)
    file.close()
    longer = text_of(file).read_bytes()
    sector = (len(whole) + start) // 512 * 512 + 512
    assert sector + 512 < len(longer) - 1
    torn = longer[:sector] + b"\0" * 512 + longer[sector + 512 :]
    text_of(file).write_bytes(torn)
    assert check_closed_file(file.path, lambda file: []) == []
    file = reopened(file)
    assert notes_of(file) == []
    assert text_of(file).read_bytes() == longer


def test_that_a_line_ahead_counts_even_without_its_end(file, tmp_path):
    found = a_round(file)
    older = granted(file.copy_to(tmp_path / "older.congress"))
    enter(file, found, [4])
    file.close()
    text_of(file).write_bytes(text_of(file).read_bytes()[:-1])
    shutil.copy(older, file.path)
    assert notes_of(granted(open_file(file.path))) == ["second_journal_differs"]


def test_that_a_text_of_another_congress_is_set_aside(file, tmp_path):
    other = a_congress(tmp_path / "other.congress")
    other.close()
    file.close()
    shutil.copy(text_of(other), text_of(file))
    assert verified(file) == ["second_journal_of_another"]
    file = reopened(file)
    assert notes_of(file) == ["second_journal_differs"]
    assert verified(file) == []


def test_that_a_text_changed_in_the_middle_is_set_aside_and_not_overwritten(file):
    enter(file, a_round(file), [4])
    file.close()
    changed = text_of(file).read_bytes().replace(b"open_round", b"open_ro\nnd", 1)
    text_of(file).write_bytes(changed)
    file = reopened(file)
    assert notes_of(file) == ["second_journal_differs"]
    kept = [p for p in file.path.parent.iterdir() if SUFFIX + "." in p.name]
    assert [p.read_bytes() for p in kept] == [changed]


@pytest.mark.parametrize("part", [0.1, 0.3, 0.6, 0.95])
@pytest.mark.parametrize("byte", [b"\n", b"{", b"\xff", b"\0"])
def test_that_a_byte_that_breaks_any_line_of_the_text_is_found(file, part, byte):
    enter(file, a_round(file), [4], [3], [2])
    before = text_of(file).read_bytes()
    at = int(len(before) * part)
    text_of(file).write_bytes(before[:at] + byte + before[at + 1 :])
    (found,) = verified(file)
    assert found in {"second_journal_unreadable", "second_journal_line_edited"}


def test_that_a_new_congress_does_not_go_on_in_the_text_of_a_deleted_one(file):
    enter(file, a_round(file), [4])
    file.close()
    file.path.unlink()
    again = a_congress(file.path)
    assert notes_of(again) == ["second_journal_differs"]
    assert lines_of(text_of(again)) == again.journal_lines()
    assert verified(again) == []
    again.close()


def test_that_two_texts_set_aside_in_one_second_are_both_kept(file):
    for _ in range(3):
        file.close()
        text_of(file).write_bytes(b"x\ny\n")
        file = reopened(file)
    assert sum(SUFFIX + "." in p.name for p in file.path.parent.iterdir()) == 3


def test_that_a_place_that_cannot_be_written_is_told_and_stops_nobody(file):
    file.close()
    text_of(file).unlink()
    text_of(file).mkdir()
    file = reopened(file)
    assert notes_of(file) == ["second_journal_failed"]
    found = a_round(file)
    enter(file, found, [4], [3])
    assert file.check() == []
    assert notes_of(file) == ["second_journal_failed"]
    file.close()
    text_of(file).rmdir()
    file = reopened(file)
    assert notes_of(file) == []
    assert lines_of(text_of(file)) == file.journal_lines()


@pytest.mark.parametrize("written", [0, 25])
def test_that_lines_missed_while_the_device_was_full_are_made_up_for(file, monkeypatch, written):
    found = a_round(file)
    real = os.fsync

    def full(handle: int) -> None:
        if os.fstat(handle).st_ino == text_of(file).stat().st_ino:
            os.truncate(text_of(file), text_of(file).stat().st_size - written)
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(second_journal.os, "fsync", full)
    enter(file, found, [4])
    enter(file, found, [3])
    assert notes_of(file) == ["second_journal_full"]
    file.notes.clear()
    monkeypatch.undo()
    enter(file, found, [2])
    assert notes_of(file) == ["second_journal_caught_up"]
    file.notes.clear()
    assert lines_of(text_of(file)) == file.journal_lines()
    enter(file, found, [1], bundle=2)
    assert notes_of(file) == []
    assert text_of(file).read_bytes().count(b"\n") == len(file.journal_lines())
    assert verified(file) == []


def test_that_a_journal_cut_off_with_its_rows_is_found_through_the_text(file, tmp_path):
    """Nothing inside such a file is wrong: it is a true copy of an earlier hour."""
    found = a_round(file)
    enter(file, found, [4])
    text = text_of(file)
    shorter = text.with_name("shorter.jsonl")
    shorter.write_bytes(b"".join(text.read_bytes().splitlines(keepends=True)[:2]))
    file.close()
    file.path.unlink()
    assert granted(recover(shorter, tmp_path / "cut.congress")).lines == 2
    shutil.copy(tmp_path / "cut.congress", file.path)
    assert verified(file) == ["second_journal_ahead"]


def test_that_recovering_needs_a_text_with_a_line(tmp_path):
    assert code_of(recover(tmp_path / "no.jsonl", tmp_path / "a.congress")) == "file_missing"
    (tmp_path / "empty.jsonl").write_text("")
    assert code_of(recover(tmp_path / "empty.jsonl", tmp_path / "a")) == "second_journal_empty"


def test_that_a_text_without_its_first_line_is_not_called_empty(file, tmp_path):
    enter(file, a_round(file), [4])
    first, *later = text_of(file).read_bytes().splitlines(keepends=True)
    (tmp_path / "torn.jsonl").write_bytes(b"".join((first[:40], b"\n", *later)))
    refused = recover(tmp_path / "torn.jsonl", tmp_path / "a.congress")
    assert code_of(refused) == "second_journal_headless"
    assert refused.first.params["count"] == len(later)
    assert not (tmp_path / "a.congress").exists()


def test_that_a_text_that_an_editor_saved_again_is_read(file, tmp_path):
    enter(file, a_round(file), [4])
    whole = text_of(file).read_bytes()
    marked = codecs.BOM_UTF8 + whole.replace(b"\n", b"\r\n")
    (tmp_path / "saved.jsonl").write_bytes(marked)
    made = granted(recover(tmp_path / "saved.jsonl", tmp_path / "a.congress"))
    assert (made.lines, made.left_out) == (whole.count(b"\n"), None)


def test_that_a_folder_on_another_device_gets_every_line_from_the_first_on(file, tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()
    found = a_round(file)
    assert file.keep_journal_in(folder) is None
    enter(file, found, [4])
    kept = folder / text_of(file).name
    assert lines_of(kept) == lines_of(text_of(file)) == file.journal_lines()
    assert file.keep_journal_in(None) is None
    enter(file, found, [4])
    assert len(lines_of(kept)) == len(file.journal_lines()) - 1


def test_that_a_device_pulled_out_is_told_and_the_count_goes_on(file, tmp_path):
    found = a_round(file)
    problem = file.keep_journal_in(tmp_path / "khong-co")
    assert problem is not None and problem.code == "second_journal_failed"
    enter(file, found, [4])
    assert "second_journal_failed" in notes_of(file)
    assert lines_of(text_of(file)) == file.journal_lines()
    assert not (tmp_path / "khong-co").exists()
