"""A disk that takes no act: full, not to be written, gone. Nothing is left, and it is said."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable

import pytest
from congress_files import dump

from congress_desk.i18n import problem_text
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.journal.journal_text import read_text
from congress_desk.storage.journal.second_journal import SUFFIX

# What the file says, where, and the sentence for the user.
REFUSED = {
    ("BEGIN", "disk I/O error"): "act_not_saved",
    ("COMMIT", "disk I/O error"): "act_not_saved",
    ("COMMIT", "database or disk is full"): "disk_full",
    ("BEGIN", "attempt to write a readonly database"): "file_became_read_only",
    ("COMMIT", "attempt to write a readonly database"): "file_became_read_only",
}
SENTENCES = {
    "act_not_saved": "Chưa ghi được vào tệp (disk I/O error); đã tra lại và chưa có trong tệp, hãy"
    " làm lại việc vừa rồi",
    "disk_full": "Ổ đĩa đã đầy nên chưa ghi được; xóa bớt tệp khác rồi làm lại việc vừa rồi, dữ"
    " liệu đã ghi vẫn nguyên",
    "file_became_read_only": "Tệp không còn ghi được; kiểm tra khóa chống ghi của USB rồi làm lại"
    " việc vừa rồi",
    "act_unknown": "CHƯA RÕ việc vừa làm đã được ghi vào tệp “{path}” hay chưa: ổ đĩa báo lỗi"
    " và chưa đọc lại được tệp. Đừng làm lại việc ấy; cắm lại ổ đĩa: chương trình sẽ tra lại và"
    " báo. Nếu vẫn chưa được, đóng chương trình, mở lại tệp và xem việc ghi sau cùng",
}


def fail_once(file, word: str, text: str, before: Callable[[], object] = lambda: None) -> None:
    """Let the next statement that begins with `word` fail; `before` is done right before it."""
    real = file.db.execute

    def execute(sql: str, *params: object) -> object:
        if not sql.startswith(word):
            return real(sql, *params)
        file.db.execute = real
        before()
        raise sqlite3.OperationalError(text)

    file.db.execute = execute


def texts(file) -> list[object]:
    """Return the lines of the second journal."""
    return list(read_text(file.path.with_name(file.path.name + SUFFIX)).lines)


def refuse_in_every_way(file, act: Callable[[object], object]) -> None:
    """Let the disk refuse an act in each of its ways: nothing is left, a sentence says why."""
    before, lines = dump(file), file.journal_lines()
    for (word, text), code in REFUSED.items():
        fail_once(file, word, text)
        with pytest.raises(NotSaved) as raised:
            act(file)
        assert raised.value.problem.code == code
        assert problem_text(raised.value.problem) == SENTENCES[code]
        assert texts(file) == file.journal_lines() == lines
    assert dump(file) == before
    if sys.platform != "win32":
        lose_and_find(file, act)
        assert texts(file) == lines
        assert dump(file) == before


def lose_and_find(file, act: Callable[[object], object]) -> None:
    """Take the file away at the end of an act, and bring it back."""
    away = file.path.with_name("away")
    fail_once(file, "COMMIT", "disk I/O error", lambda: file.path.rename(away))
    with pytest.raises(NotSaved) as raised:
        act(file)
    assert raised.value.problem.code == "act_unknown"
    assert problem_text(raised.value.problem) == SENTENCES["act_unknown"].format(path=file.path)
    away.rename(file.path)
    # The first question opens the file again.
    assert file.rows("SELECT count(*) AS acts FROM journal")
