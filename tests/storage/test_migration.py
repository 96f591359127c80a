"""An older file is copied, then brought up to date; a newer one is not touched."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from congress_files import a_congress, a_declared_round, a_round, code_of, enter, granted
from people_acts import roll_of_round

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.lists import add_candidate, add_election
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.register import edit_person
from congress_desk.actions.undo_change import undo_change
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.election import Candidate
from congress_desk.queries.congress import agenda, congress, duties
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.guests import letter_mailings
from congress_desk.queries.motions import motions
from congress_desk.queries.obstacles import obstacles
from congress_desk.queries.people import passages, register, replacements
from congress_desk.queries.preparation import tasks, texts
from congress_desk.storage import congress_file, opening, schema
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.migrations import MIGRATIONS, SCHEMA_VERSION
from congress_desk.storage.opening import open_file
from congress_desk.storage.reading import duties as reading_duties
from congress_desk.storage.reading.congress import hall_picture_row
from congress_desk.storage.reading.discussions import opinions
from congress_desk.storage.reading.elections.ballot_boxes import ballot_boxes
from congress_desk.storage.reading.elections.doubts import doubtful_ballots
from congress_desk.storage.reading.elections.stations import stations
from congress_desk.storage.reading.operators import operators
from congress_desk.storage.reading.text_copies import text_copies
from congress_desk.storage.recovery import recover
from congress_desk.storage.safety import open_checks as entrance
from congress_desk.storage.safety.backup import backup_folder

KEPT = Path(__file__).parent / "kept"


def second_version(db) -> None:
    db.execute("CREATE TABLE petition (id INTEGER PRIMARY KEY, matter TEXT NOT NULL) STRICT")
    db.execute("ALTER TABLE round ADD COLUMN sealed_by TEXT NOT NULL DEFAULT ''")


def broken_version(db) -> None:
    second_version(db)
    db.execute("INSERT INTO petition VALUES (1, NULL)")


@pytest.fixture
def old_path(tmp_path):
    file = a_congress(tmp_path)
    a_declared_round(file)
    file.close()
    return file.path


def forget_schemas() -> None:
    for kept in (schema.empty_pages, schema.expected_schema, schema.table_keys):
        kept.cache_clear()


def release(monkeypatch, *migrations) -> int:
    """Make the program one that knows these migrations beyond version 1."""
    known = (*MIGRATIONS, *migrations)
    monkeypatch.setattr(schema, "MIGRATIONS", known)
    for module in (congress_file, opening, entrance):
        monkeypatch.setattr(module, "SCHEMA_VERSION", len(known))
    forget_schemas()
    return len(known)


@pytest.fixture(autouse=True)
def forget_the_fakes():
    yield
    forget_schemas()


def test_that_an_older_file_is_copied_and_then_brought_up_to_date(old_path, monkeypatch):
    version = release(monkeypatch, second_version)
    file = granted(open_file(old_path))
    assert schema.user_version(file.db) == version
    assert file.check() == []
    assert recount_problems(file) == []
    assert schema.schema_text(file.db) == schema.expected_schema(version)
    enter(file, a_second_election(file), [4])
    file.close()
    (copy,) = backup_folder(old_path).glob("*-000000.congress")
    with sqlite3.connect(copy) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_that_an_older_file_can_be_verified_without_being_touched(old_path, monkeypatch):
    before = old_path.read_bytes()
    release(monkeypatch, second_version)
    assert check_closed_file(old_path, lambda file: []) == []
    assert old_path.read_bytes() == before


def test_that_a_migration_that_fails_leaves_the_file_as_it_was(old_path, monkeypatch):
    before = dump(old_path)
    release(monkeypatch, broken_version)
    assert code_of(open_file(old_path)) == "file_damaged"
    assert dump(old_path) == before
    monkeypatch.undo()
    granted(open_file(old_path)).close()


def test_that_without_a_copy_there_is_no_migration(old_path, monkeypatch):
    before = old_path.read_bytes()
    shutil.rmtree(backup_folder(old_path))
    backup_folder(old_path).write_text("in the way")
    release(monkeypatch, second_version)
    assert code_of(open_file(old_path)) == "copy_failed"
    assert old_path.read_bytes() == before


def test_that_a_damaged_older_file_is_not_migrated(old_path, monkeypatch):
    with sqlite3.connect(old_path) as db:
        db.execute("UPDATE election SET seats = 9")
    before = dump(old_path)
    release(monkeypatch, second_version)
    assert code_of(open_file(old_path)) == "copy_failed"
    assert dump(old_path) == before


def test_that_a_newer_file_is_refused_byte_for_byte_as_it_was(old_path, monkeypatch):
    release(monkeypatch, second_version)
    granted(open_file(old_path)).close()
    monkeypatch.undo()
    before = old_path.read_bytes()
    assert code_of(open_file(old_path)) == "file_newer"
    assert code_of(check_closed_file(old_path, lambda file: [])) == "file_newer"
    assert old_path.read_bytes() == before


def test_that_the_kept_file_of_version_1_opens_with_its_results(tmp_path):
    path = Path(shutil.copy(KEPT / "v1.congress", tmp_path))
    assert check_closed_file(path, recount_problems) == []
    file = granted(open_file(path))
    assert congress(file).details.name == "Đại hội Đảng bộ Phường 19"
    told = {
        (election.code, held.number): (
            held.state.value,
            round_sheet(file, held.id).result.outcome.value,
            [c.votes for c in round_sheet(file, held.id).result.candidates],
        )
        for election in elections(file)
        for held in rounds(file, election.id)
    }
    assert told == {
        ("BCH", 1): ("declared", "tie", [6, 4, 4, 4]),
        ("BCH", 2): ("declared", "complete", [5, 4, 3]),
        ("BT", 1): ("counting", "incomplete", [2]),
    }
    file.close()


def test_that_a_file_of_version_1_takes_what_version_2_knows(tmp_path):
    path = Path(shutil.copy(KEPT / "v1.congress", tmp_path))
    file = granted(open_file(path))
    first = register(file)[0]
    edited = replace(first, seat="A1", hometown="Bến Tre")
    assert granted(edit_person(file, edited, actor="TK")) == edited
    granted(check_in(file, first.id, actor="TK"))
    file.close()
    file = granted(open_file(path))
    assert (register(file)[0].seat, len(passages(file)), file.check()) == ("A1", 1, [])
    assert roll_of_round(file, 1) is None
    file.close()


def test_that_the_kept_file_of_version_3_opens_with_all_it_knows(tmp_path):
    path = Path(shutil.copy(KEPT / "v3.congress", tmp_path))
    assert check_closed_file(path, recount_problems) == []
    file = granted(open_file(path))
    (item,) = agenda(file)
    assert (item.state.value, item.note) == ("done", "Hát Quốc ca")
    assert [r.alternate_id for r in replacements(file)] == [7]
    assert [m.state.value for m in motions(file)] == ["voted", "open", "open"]
    assert [o.answer for o in obstacles(file)] == ["In thêm"]
    assert len(duties(file)) + 1 == len(reading_duties.all_duties(file))
    assert len(tasks(file)) > 20
    file.close()


def test_that_the_kept_file_of_version_4_opens_with_its_rounds(tmp_path):
    path = Path(shutil.copy(KEPT / "v4.congress", tmp_path))
    assert check_closed_file(path, recount_problems) == []
    file = granted(open_file(path))
    assert [(e.kind.value, e.kind_said) for e in elections(file)] == [
        ("committee", False),
        ("delegates", True),
    ]
    told = [
        (held.number, held.state.value, round_sheet(file, held.id).result.outcome.value)
        for election in elections(file)
        for held in rounds(file, election.id)
    ]
    assert told == [
        (1, "declared", "short"),
        (2, "counting", "incomplete"),
        (1, "cancelled", "incomplete"),
    ]
    file.close()


def test_that_the_kept_file_of_version_5_opens_with_its_rounds_of_one_pass(tmp_path):
    path = Path(shutil.copy(KEPT / "v5.congress", tmp_path))
    assert check_closed_file(path, recount_problems) == []
    file = granted(open_file(path))
    told = [
        (held.number, held.state.value, held.passes, round_sheet(file, held.id).result.entered)
        for election in elections(file)
        for held in rounds(file, election.id)
    ]
    assert told == [(1, "declared", 1, 6), (1, "counting", 1, 3), (1, "counting", 1, 2)]
    assert [doubt.state.value for doubt in doubtful_ballots(file, 1)] == ["decided"]
    file.close()


def test_that_the_kept_file_of_version_6_opens_with_its_passes_operators_and_stations(tmp_path):
    path = Path(shutil.copy(KEPT / "v6.congress", tmp_path))
    assert check_closed_file(path, recount_problems) == []
    file = granted(open_file(path))
    told = [
        (election.code, held.state.value, held.passes, round_sheet(file, held.id).result.entered)
        for election in elections(file)
        for held in rounds(file, election.id)
    ]
    assert told == [("BCH", "declared", 2, 6), ("DB", "counting", 1, 3)]
    assert [station.state.value for station in stations(file, 2)] == ["back", "out"]
    assert [operator.role.value for operator in operators(file)] == [
        "head", "presidium", "counter", "counter", "secretary",
    ]  # fmt: skip
    assert congress(file).state.may_become == (
        CongressState.PREPARING, CongressState.IN_SESSION, CongressState.CLOSED,
    )  # fmt: skip
    file.close()


def test_that_the_kept_file_of_version_7_opens_with_its_shares_stations_and_picture(tmp_path):
    path = Path(shutil.copy(KEPT / "v7.congress", tmp_path))
    assert check_closed_file(path, recount_problems) == []
    file = granted(open_file(path))
    assert [station.state.value for station in stations(file, 1)] == ["back", "out"]
    (motion,) = motions(file)
    assert (motion.by_shares, motion.hands.in_favour, motion.present) == (
        True, 3_000, 3_500,
    )  # fmt: skip
    assert hall_picture_row(file, "emblem")["image"]
    file.close()


def test_that_the_kept_file_of_version_8_opens_with_its_bundles_out_and_its_copies(tmp_path):
    path = Path(shutil.copy(KEPT / "v8.congress", tmp_path))
    assert check_closed_file(path, recount_problems) == []
    file = granted(open_file(path))
    assert [station.state.value for station in stations(file, 1)] == ["out", "out"]
    assert [len(station.bundles) for station in stations(file, 1)] == [2, 2]
    copies = text_copies(file, 1)
    assert (copies.printed.copies, copies.printed.comes_back, len(copies.handed)) == (7, 1, 6)
    assert copies.holder(1) is None
    assert copies.holder(2).missing == "Mất trên đường"
    file.close()


@pytest.mark.parametrize("version", [1, 3, 4, 5, 6, 7, 8, 9])
def test_that_an_older_file_is_counted_again_by_the_self_check_and_left_as_it_is(tmp_path, version):
    path = Path(shutil.copy(KEPT / f"v{version}.congress", tmp_path))
    before, lines = path.read_bytes(), []

    def counted_again(file):
        lines.extend(file.journal_lines())
        return [*recount_problems(file)]

    assert check_closed_file(path, counted_again) == []
    assert lines
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [1, 3, 4, 5, 6, 7, 8, 9])
def test_that_an_entry_pass_keeps_its_ballots_though_its_table_is_made_anew(tmp_path, version):
    path = Path(shutil.copy(KEPT / f"v{version}.congress", tmp_path))
    with sqlite3.connect(path) as db:
        passes = db.execute("SELECT id, bundle_id, number FROM entry_pass").fetchall()
        of_ballots = db.execute("SELECT id, pass_id FROM ballot").fetchall()
    file = granted(open_file(path))
    assert file.check() == []
    rows = file.rows("SELECT id, bundle_id, number FROM entry_pass")
    assert [tuple(row.values()) for row in rows] == passes
    rows = file.rows("SELECT id, pass_id FROM ballot")
    assert [tuple(row.values()) for row in rows] == of_ballots
    file.close()
    assert granted(recover(path.with_name(f"{path.name}.journal.jsonl"), tmp_path / "new.congress"))


def a_second_election(file):
    held = granted(add_election(file, "BT", "Bầu bí thư", 3, actor="TK"))
    for name in ("A", "B", "C", "D"):
        granted(add_candidate(file, held.id, Candidate(name=name), actor="TK"))
    return a_round(file, "BT")


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as db:
        return [*db.iterdump(), str(db.execute("PRAGMA user_version").fetchone())]


def test_that_the_kept_file_of_version_9_opens_and_says_of_no_text_who_gets_it(tmp_path):
    path = Path(shutil.copy(KEPT / "v9.congress", tmp_path))
    assert check_closed_file(path, recount_problems) == []
    file = granted(open_file(path))
    assert [(text.title, text.recipients) for text in texts(file)] == [
        ("Báo cáo chính trị", ""), ("Nghị quyết", ""), ("Diễn văn khai mạc", ""),
    ]  # fmt: skip
    assert [box.name for box in ballot_boxes(file)] == ["Hòm 1", "Hòm 2"]
    assert len(opinions(file)) == 1 and letter_mailings(file) == {3: 2}
    assert granted(undo_change(file, "boxes", actor="Thư ký")) == "set_boxes"
    assert file.check() == []
    file.close()
