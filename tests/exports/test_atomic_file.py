import errno
import os
import stat
import sys

import pytest

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import refusal_of, write_whole
from congress_desk.i18n import problem_text, use_language
from congress_desk.languages import LANGUAGES


def fill(stream):
    stream.write(b"new")


def refused(result, code):
    assert isinstance(result, Refusal)
    assert result.first.code == code
    for language in LANGUAGES:
        use_language(language)
        sentence = problem_text(result.first)
        assert sentence
        assert "{" not in sentence
    use_language("vi")
    return True


def test_that_a_file_is_written_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    assert write_whole(path, fill) is None
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_that_a_new_file_has_the_rights_of_any_other(tmp_path):
    path, other = tmp_path / "a.pdf", tmp_path / "b"
    other.touch()
    write_whole(path, fill)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


def test_that_a_missing_folder_is_refused(tmp_path):
    assert refused(write_whole(tmp_path / "none" / "a.pdf", fill), "export_folder_missing")


def test_that_a_folder_of_that_name_is_refused(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    assert refused(write_whole(tmp_path / "a.pdf", fill), "export_is_folder")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "export_disk_full"),
        (errno.EACCES, "export_file_busy"),
        (errno.EROFS, "export_no_rights"),
        (errno.ENAMETOOLONG, "export_bad_name"),
        (errno.EIO, "export_failed"),
    ],
)
def test_that_a_failure_while_renaming_keeps_the_old_file(tmp_path, monkeypatch, number, code):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("pathlib.Path.replace", fail)
    assert refused(write_whole(path, fill), code)
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]


def test_that_a_full_disk_while_writing_leaves_nothing_half_written(tmp_path):
    def full(stream):
        stream.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    assert refused(write_whole(tmp_path / "a.pdf", full), "export_disk_full")
    assert list(tmp_path.iterdir()) == []


def test_that_a_bug_while_writing_goes_on_up_and_leaves_nothing(tmp_path):
    def broken(_stream):
        raise ValueError("bug")

    with pytest.raises(ValueError, match="bug"):
        write_whole(tmp_path / "a.pdf", broken)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs rights that can be missing"
)
def test_that_a_folder_without_rights_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    assert refused(write_whole(tmp_path / "a.pdf", fill), "export_no_rights")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errno.EACCES, "export_no_rights"),
        (errno.EROFS, "export_no_rights"),
        (errno.EIO, "export_failed"),
        (errno.ENOSPC, "export_disk_full"),
    ],
)
def test_that_a_folder_that_takes_nothing_is_not_called_a_wrong_name(tmp_path, error, code):
    refusal = refusal_of(OSError(error, os.strerror(error)), tmp_path, is_folder=True)
    assert refusal.first.code == code
    assert refusal.first.params.get("folder", str(tmp_path)) == str(tmp_path)
