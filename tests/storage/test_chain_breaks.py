"""The self-check says of each kind of tampering which line it is, what was expected, what it is."""

from __future__ import annotations

import shutil
import sqlite3

import pytest
from congress_files import a_full_file, granted
from sqlite_utils import Database

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.domain.journal import short_code
from congress_desk.i18n import problem_text, use_language
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.journal.chain import numbers
from congress_desk.storage.journal.lines import Line, line_hash
from congress_desk.storage.journal.second_journal import SUFFIX
from congress_desk.storage.opening import open_file
from congress_desk.storage.safety.verify import read_journal


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    return a_full_file(tmp_path_factory.mktemp("chain") / "dh.congress")


@pytest.fixture
def path(original, tmp_path):
    shutil.copy(original, tmp_path / "dh.congress")
    return tmp_path / "dh.congress"


@pytest.fixture
def with_second(path, original):
    shutil.copy(f"{original}{SUFFIX}", f"{path}{SUFFIX}")
    return path


def lines_of(path) -> list[Line]:
    db = sqlite3.connect(path)
    found = read_journal(Database(db, execute_plugins=False))
    db.close()
    return found


def rewrite(path, lines) -> None:
    """Put these lines in the place of the journal, as somebody who took every guard off."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute("PRAGMA writable_schema = ON")
    db.execute("CREATE TEMP TABLE guard AS SELECT * FROM sqlite_master WHERE type = 'trigger'")
    db.execute("DELETE FROM sqlite_master WHERE type = 'trigger'")
    db.execute("PRAGMA writable_schema = RESET")
    db.execute("DELETE FROM journal")
    for line in lines:
        row = line.as_row()
        marks = ", ".join("?" * len(row))
        db.execute(f"INSERT INTO journal ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    db.execute("PRAGMA writable_schema = ON")
    db.execute("INSERT INTO sqlite_master SELECT * FROM guard")
    db.close()


def changed(line: Line, **columns) -> Line:
    return Line(**(line.as_row() | columns))


def sealed(line: Line, **columns) -> Line:
    """Return a line with other columns and the hash that fits them."""
    row = line.as_row() | columns
    row.pop("hash")
    return Line(**row, hash=line_hash(*row.values()))


def told(path) -> dict[str, dict]:
    return {each.code: dict(each.params) for each in granted(check_closed_file(path, recount))}


def recount(file):
    return recount_problems(file)


def test_that_a_line_that_was_edited_is_named_with_both_codes(path):
    lines = lines_of(path)
    edited = changed(lines[4], actor="Kẻ Khác")
    rewrite(path, [*lines[:4], edited, *lines[5:]])
    assert told(path) == {
        "journal_line_edited": {
            "seq": 5,
            "expected": short_code(lines[4].hash),
            "found": short_code(edited.computed_hash()),
        }
    }


def test_that_a_line_is_named_too_where_the_guards_are_gone(path):
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER journal_is_append_only_on_update")
    db.execute("UPDATE journal SET actor = 'Kẻ Khác' WHERE seq = 5")
    db.commit()
    db.close()
    found = told(path)
    assert found["file_schema_differs"] == {"name": "journal_is_append_only_on_update"}
    assert found["journal_line_edited"]["seq"] == 5


def test_that_the_second_journal_tells_which_field_was_edited_and_what_it_was(with_second):
    lines = lines_of(with_second)
    rewrite(with_second, [*lines[:4], changed(lines[4], actor="Kẻ Khác"), *lines[5:]])
    found = told(with_second)
    assert found["journal_field_edited"] == {
        "seq": 5,
        "field": "journal_column.actor",
        "expected": lines[4].actor,
        "found": "Kẻ Khác",
    }
    use_language("vi")
    (first, *_) = granted(check_closed_file(with_second, recount))
    assert "dòng 5" in problem_text(first)
    assert "người làm" in problem_text(first)


def test_that_what_a_line_tells_of_ballots_is_not_repeated_in_the_message(with_second):
    lines = lines_of(with_second)
    place = next(i for i, line in enumerate(lines) if line.act == "enter_ballots")
    lines[place] = changed(lines[place], changes=lines[place].changes + " ")
    rewrite(with_second, lines)
    params = told(with_second)["journal_content_edited"]
    assert params["field"] == "journal_column.changes"
    assert params["found"] == params["expected"] == ""


def test_that_a_line_removed_is_named_by_its_number(path):
    lines = lines_of(path)
    rewrite(path, [*lines[:4], *lines[5:]])
    assert told(path) == {
        "journal_lines_missing": {
            "first": 5,
            "last": 5,
            "where": 5,
            "seq": 6,
            "expected": short_code(lines[4].hash),
            "found": short_code(lines[3].hash),
        }
    }


def test_that_a_line_removed_and_the_others_renumbered_is_told_as_renumbered(path):
    lines = lines_of(path)
    rest = [changed(line, seq=line.seq - 1) for line in lines[5:]]
    rewrite(path, [*lines[:4], *rest])
    found = told(path)
    assert found["journal_lines_moved"] == numbers(5, len(lines) - 1) | {"written": 6}


def test_that_a_forged_line_put_in_between_is_told_as_inserted(path):
    lines = lines_of(path)
    forged = sealed(lines[3], seq=5, act_id="f" * 32, previous=lines[3].hash, actor="Kẻ Khác")
    rest = [changed(line, seq=line.seq + 1) for line in lines[4:]]
    rewrite(path, [*lines[:4], forged, *rest])
    assert told(path) == {
        "journal_lines_inserted": numbers(5, 5) | {"before": 4},
        "journal_lines_moved": numbers(6, len(lines) + 1) | {"written": 5},
    }


def test_that_two_lines_exchanged_are_told_with_the_numbers_they_were_written_under(path):
    lines = lines_of(path)
    lines[3], lines[6] = changed(lines[6], seq=4), changed(lines[3], seq=7)
    rewrite(path, lines)
    found = [dict(each.params) for each in granted(check_closed_file(path, recount))]
    assert found == [numbers(4, 4) | {"written": 7}, numbers(7, 7) | {"written": 4}]


def test_that_a_last_line_cut_off_is_told_by_the_second_journal(with_second):
    lines = lines_of(with_second)
    rewrite(with_second, lines[:-1])
    found = told(with_second)
    assert found["journal_cut"]["first"] == found["journal_cut"]["last"] == len(lines)
    assert found["journal_cut"]["since"] == lines[-1].at
    assert found["second_journal_ahead"]["here"] == len(lines) - 1


def test_that_a_hash_that_was_edited_is_told_apart_from_a_line_that_was(path):
    lines = lines_of(path)
    rewrite(path, [*lines[:4], changed(lines[4], hash="0" * 64), *lines[5:]])
    assert told(path) == {
        "journal_hash_edited": {
            "seq": 5,
            "expected": short_code(lines[4].hash),
            "found": "0000-0000",
        }
    }


def test_that_a_link_that_was_edited_is_told_as_that(path):
    lines = lines_of(path)
    rewrite(path, [*lines[:4], changed(lines[4], previous="0" * 64), *lines[5:]])
    assert set(told(path)) == {"journal_link_edited"}


def test_that_a_line_forged_with_its_own_hash_is_named_by_the_line_after_it(path):
    lines = lines_of(path)
    forged = sealed(lines[4], actor="Kẻ Khác")
    rewrite(path, [*lines[:4], forged, *lines[5:]])
    assert told(path) == {
        "journal_line_rewritten": {
            "seq": 5,
            "next": 6,
            "expected": short_code(lines[4].hash),
            "found": short_code(forged.hash),
        }
    }


def test_that_a_line_of_the_second_journal_that_was_edited_is_named_with_its_field(with_second):
    text = with_second.with_name(with_second.name + SUFFIX)
    lines = text.read_bytes().splitlines(keepends=True)
    lines[4] = lines[4].replace(b'"seq":5', b'"seq":50')
    text.write_bytes(b"".join(lines))
    found = told(with_second)
    assert found["second_journal_line_edited"]["field"] == "journal_column.seq"


def test_that_the_check_of_an_open_file_looks_at_the_second_journal_too(with_second):
    file = granted(open_file(with_second))
    assert file.check() == []
    text = with_second.with_name(with_second.name + SUFFIX)
    text.write_bytes(text.read_bytes().replace(b"enter_ballots", b"enter_ballotz", 1))
    assert [each.code for each in file.check()] == ["second_journal_line_edited"]
    file.close()
