"""Before and after of a journal line in words; where to go; what a code from a paper stands for."""

from __future__ import annotations

import pytest
from congress_files import a_full_file, granted
from journal_lines import journal

from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.i18n import message
from congress_desk.queries.history.details import line_details
from congress_desk.queries.history.field_words import field_word, table_word
from congress_desk.queries.history.found_code import find_code
from congress_desk.queries.history.places import _HOMES
from congress_desk.queries.journal import lines_after
from congress_desk.queries.structure import DAY_KEY
from congress_desk.storage.opening import open_file
from congress_desk.storage.table_kinds import SECRET_TABLES


@pytest.fixture
def file(tmp_path):
    file = granted(open_file(a_full_file(tmp_path / "dh.congress")))
    yield file
    file.close()


def test_that_every_line_can_be_told_in_full_and_what_was_waived_in_words(file):
    waived = []
    for line in lines_after(file, 0):
        found = line_details(file, line.seq)
        assert found.seq == line.seq
        waived += [c.after for c in found.changes if c.field == "Điều cần cho qua"]
    assert waived and all(" " in words and "|" not in words for words in waived), waived


def test_that_a_setting_is_called_by_its_name(file):
    for key in (DAY_KEY, "import:2f1e"):
        granted(set_congress_setting(file, key, "2026-11-30", actor="An"))
    day, columns = lines_after(file, 0)[-2:]
    assert day.summary == "Đổi thiết lập của đại hội: ngày tính cơ cấu"
    assert columns.summary.endswith(": cột nào của danh sách là gì")
    told = [
        (c.record, c.after) for line in (day, columns) for c in line_details(file, line.seq).changes
    ]
    assert told[0] == ("Thiết lập: ngày tính cơ cấu", "ngày tính cơ cấu")
    assert all("import:" not in words for pair in told for words in pair)


def test_that_of_ballots_nothing_is_told_but_that_they_were_written(file):
    for line in journal(file):
        if line.kind in ("enter_ballots", "correct_ballot", "take_back_ballot"):
            found = line_details(file, line.seq)
            assert found.secret
            assert {change.record.split(":")[0] for change in found.changes} <= {"Tệp phiếu"}


def test_that_acts_of_a_round_lead_to_its_election(file):
    opened = next(line for line in journal(file) if line.kind == "open_round_anyway")
    place = line_details(file, opened.seq).place
    assert (place.desk, place.record) == ("elections", 1)


def test_that_a_code_tells_what_was_done_since_and_what_it_concerns(file):
    lines = journal(file)
    declared = next(line for line in lines if line.kind == "declare_result")
    found = find_code(file, declared.code.lower().replace("-", " "))
    assert found.line.seq == declared.seq
    assert found.whole
    assert sorted(found.since) == [line.seq for line in lines[declared.seq :]]
    (subject, count), *_ = found.subjects
    assert "BT" in subject.words
    assert count == len(lines) - declared.seq


def test_that_the_newest_code_has_nothing_after_it_and_another_is_not_known(file):
    assert find_code(file, journal(file)[-1].code).since == {}
    assert find_code(file, "0000-0000") is None
    assert find_code(file, "Nguyễn Văn A") is None


def test_that_the_records_of_every_desk_have_words():
    assert [table for table in _HOMES.keys() - {"photo"} if not table_word(table)] == []
    assert message("journal_field.reason")


# Numbers of rows and places in lists, and what the program keeps for itself.
UNSAID = {
    *("id", "uid", "place", "record", "decision_id", "poll_id", "duty_id", "print_id", "follows"),
    *("cause", "part", "base_note", "result", "params", "told", "majority_of", "majority_compare"),
    *("shares_of", "digest", "layout", "on_sheet", "image", "pin_seal", "sign_ins"),
}


def test_that_every_field_of_a_record_that_is_told_has_words(file):
    told = [table for table in file.db.tables if table_word(table.name)]
    fields = [(table.name, column.name) for table in told for column in table.columns]
    wordless = {f"{t}.{c}" for t, c in fields if c not in UNSAID and not field_word(t, c)}
    assert wordless == set()


def test_that_rows_of_ballots_and_pins_are_among_those_never_told():
    ballots = {"ballot", "ballot_mark", "entry_pass", "agreed_ballot", "hand_count"}
    assert ballots | {"doubtful_ballot", "desk_operator_pin"} <= SECRET_TABLES
