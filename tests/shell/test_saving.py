"""No dialog of the window writes over a file unasked, whatever name is typed into it."""

from __future__ import annotations

from pathlib import Path

import pytest
from window_bench import AnsweredMessages

from congress_desk.exports.atomic_file import write_whole


def chosen(messages: AnsweredMessages, suggested: Path, filters: str, **more) -> list[Path]:
    """Return where is written once the dialog has given its path."""
    written: list[Path] = []
    messages.save_file(None, "Lưu", suggested, filters, written.append, **more)
    return written


@pytest.mark.parametrize("answer", [True, False])
def test_that_a_name_whose_suffix_is_added_is_asked_about(tmp_path, answer):
    there = tmp_path / "bao-cao.docx"
    there.write_bytes(b"mine")
    messages = AnsweredMessages(save_file=[tmp_path / "bao-cao"], ask=[answer])
    found = chosen(messages, tmp_path / "x.docx", "Word (*.docx)")
    assert found == ([there] if answer else [])
    assert "Thay 1 tệp đang có?" in messages.asked


def test_that_what_is_written_beside_is_asked_about(tmp_path):
    (tmp_path / "bao-cao.docx").write_bytes(b"mine")
    messages = AnsweredMessages(save_file=[tmp_path / "bao-cao.pdf"], ask=[False])
    found = chosen(messages, tmp_path / "bao-cao.pdf", "PDF (*.pdf)", beside=(".docx",))
    assert found == []


def test_that_a_name_nobody_has_is_written_without_a_question(tmp_path):
    messages = AnsweredMessages(save_file=[tmp_path / "a.PDF"])
    assert chosen(messages, tmp_path / "b.pdf", "PDF (*.pdf)") == [tmp_path / "a.PDF"]
    assert messages.unexpected == []


@pytest.mark.parametrize("name", ["dh.congress", "DH.CONGRESS", "dh.congress.journal.jsonl"])
def test_that_no_paper_takes_the_place_of_a_congress_or_its_journal(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"SQLite")
    refusal = write_whole(path, lambda stream: stream.write(b"%PDF") and None)
    assert refusal is not None
    assert refusal.first.code == "export_over_congress"
    assert path.read_bytes() == b"SQLite"
