"""What the tables themselves refuse, whoever writes to them."""

from __future__ import annotations

import sqlite3

import pytest
from congress_files import a_congress, a_counted_round, a_declared_round, a_round, enter
from sqlite_utils import Database

from congress_desk.domain.agenda.item import ItemKind, ItemState
from congress_desk.domain.ballot_papers.ballot_print import PrintState
from congress_desk.domain.ballot_papers.issue_register import IssueKind
from congress_desk.domain.congress import CongressState
from congress_desk.domain.decisions.decision import DecisionKind, DecisionOrgan, PersonRole
from congress_desk.domain.discussions.opinion import Stance
from congress_desk.domain.elections.ballots import BoardReason, Mark, MarkMode
from congress_desk.domain.elections.doubtful_ballot import DoubtCause, DoubtState
from congress_desk.domain.elections.round import Part, RoundCause, RoundKind, RoundState
from congress_desk.domain.elections.stations.station import StationState
from congress_desk.domain.guests.invitation import Answer
from congress_desk.domain.guests.rota import RotaKind
from congress_desk.domain.hall.pictures import HallPicture
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.motions import Cast, MotionKind, MotionState
from congress_desk.domain.nomination.nominee import OUTSIDE, Source
from congress_desk.domain.nomination.opinion_poll import PollState
from congress_desk.domain.obstacles import Gravity, ObstacleState
from congress_desk.domain.operators.operator import OperatorState, Role
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.people.person import CongressKind, PersonKind, Status
from congress_desk.domain.people.register import Direction
from congress_desk.domain.preparation.task import TaskState
from congress_desk.domain.preparation.text import CommentState, TextState
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_set import VotesBy
from congress_desk.domain.rules.threshold import Compare
from congress_desk.domain.running.speech import SpeechState
from congress_desk.domain.seating.plan import KeptFor, StageSide
from congress_desk.queries.history.field_words import field_word, table_word, value_word
from congress_desk.storage.journal.lines import GENESIS
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.schema import create_schema, expected_schema, schema_text
from congress_desk.storage.table_kinds import SECRET_TABLES

FROZEN = {
    "UPDATE journal SET actor = 'x' WHERE seq = 1": "append-only",
    "UPDATE journal SET actor = actor": "append-only",
    "UPDATE OR IGNORE journal SET at = 'x'": "append-only",
    "DELETE FROM journal": "append-only",
    "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)": "append-only",
    "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 1": "append-only",
    "REPLACE INTO journal SELECT * FROM journal ORDER BY seq DESC LIMIT 1": "append-only",
    "INSERT OR IGNORE INTO journal SELECT * FROM journal WHERE seq = 1": "append-only",
    "UPDATE ballot_mark SET mark = 'both'": "never changed",
    "DELETE FROM ballot_mark": "never deleted",
    "INSERT OR REPLACE INTO ballot_mark SELECT ballot_id, candidate_id, 'both' FROM ballot_mark":
        "never deleted",
    "DELETE FROM ballot": "never deleted",
    "INSERT OR REPLACE INTO ballot SELECT * FROM ballot WHERE id = 1": "never deleted",
    "UPDATE ballot SET uid = uid || 'x'": "never changed",
    "UPDATE ballot SET board_reason = 'signed'": "never changed",
    "UPDATE ballot SET sequence = sequence + 100": "never changed",
    "UPDATE ballot SET operator = 'x', state = 'withdrawn'": "never changed",
    "DELETE FROM round": "never deleted",
}  # fmt: skip
SEALED = {
    "UPDATE ballot SET state = 'withdrawn'",
    "INSERT INTO ballot SELECT 99, 'uid-of-a-99th', pass_id, 9, 'counted', NULL, NULL, '', '', '',"
    " '' FROM ballot LIMIT 1",
    "INSERT INTO ballot_mark SELECT ballot.id, 2, 'struck' FROM ballot LIMIT 1",
    "UPDATE round SET returned = 7",
    "UPDATE round SET state = 'counting'",
    "UPDATE round SET result = ''",
}


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path)
    yield file
    file.close()


@pytest.mark.parametrize("statement", FROZEN)
def test_that_what_was_written_once_stays_as_it_is(file, statement):
    a_counted_round(file)
    with pytest.raises(sqlite3.IntegrityError, match=FROZEN[statement]):
        file.db.conn.execute(statement)
    assert file.check() == []


@pytest.mark.parametrize("statement", sorted(SEALED))
def test_that_a_declared_round_takes_nothing_more(file, statement):
    a_declared_round(file)
    with pytest.raises(sqlite3.IntegrityError, match="sealed"):
        file.db.conn.execute(statement)
    assert file.check() == []


@pytest.mark.parametrize("statement", [s for s in sorted(SEALED) if s.startswith("INSERT")])
def test_that_a_round_being_counted_takes_what_a_sealed_one_refuses(file, statement):
    enter(file, a_round(file), [4])
    assert file.db.conn.execute(statement).rowcount == 1


LINES = {
    "a line left out": {"seq": 3},
    "a line again": {"seq": 1},
    "a line 0": {"seq": 0},
    "another previous": {"previous": "f" * 64},
    "a new beginning": {"previous": GENESIS},
    "a short hash": {"hash": "abc"},
}


@pytest.mark.parametrize("wrong", LINES)
def test_that_the_journal_takes_only_the_line_that_follows(file, wrong):
    last = file.journal_lines()[-1]
    row = {**last.as_row(), "seq": last.seq + 1, "previous": last.hash, "hash": "0" * 64}
    with pytest.raises(sqlite3.IntegrityError):
        file.db.table("journal").insert(row | LINES[wrong])
    assert len(file.journal_lines()) == 1


CODED = {
    ("congress", "kind"): CongressKind,
    ("congress", "state"): CongressState,
    ("person", "kind"): PersonKind,
    ("person", "status"): Status,
    ("duty", "organ"): Organ,
    ("round", "kind"): RoundKind,
    ("round", "state"): RoundState,
    ("round", "mode"): (MarkMode.STRIKE, MarkMode.TICK),
    ("round", "votes"): VotesBy,
    ("ballot", "board_reason"): BoardReason,
    ("ballot_mark", "mark"): Mark,
    ("ballot", "state"): ("counted", "replaced", "withdrawn"),
    ("bundle", "kind"): ("ballots", "totals"),
    ("ballot_print", "state"): PrintState,
    ("ballot_issue", "kind"): IssueKind,
    ("election", "frozen"): (0, 1),
    ("election", "kind"): ("", *ElectionKind),
    ("candidate", "listed"): (0, 1),
    ("entry_pass", "number"): (0, 1, 2, 3),
    ("entry_pass", "source"): ("typed", "file", "station", "totals", "scan"),
    ("confirmation", "place"): (1, 2),
    ("person_detail", "incumbent"): ("", "re_elected", "first"),
    ("person_detail", "committee"): (0, 1),
    ("person_detail", "delegation_role"): ("", "head", "deputy"),
    ("person_detail", "group_role"): ("", "head", "secretary"),
    ("candidate_profile", "incumbent"): ("", "re_elected", "first"),
    ("passage", "direction"): Direction,
    ("passage", "undone"): (0, 1),
    ("motion", "kind"): MotionKind,
    ("motion", "state"): MotionState,
    ("motion", "special"): (0, 1),
    ("motion", "majority_of"): ("", "convened", "present"),
    ("motion", "shares_of"): ("", "shares", "shares_voted"),
    ("motion_share", "cast_as"): Cast,
    ("motion", "majority_compare"): ("", *Compare),
    ("roll_person", "votes"): (0, 1),
    ("agenda_item", "kind"): ItemKind,
    ("agenda_item", "anchored"): (0, 1),
    ("agenda_item", "state"): ItemState,
    ("congress_text", "state"): TextState,
    ("text_comment", "taken"): CommentState,
    ("opinion", "taken"): CommentState,
    ("opinion", "stance"): Stance,
    ("text_print", "comes_back"): (0, 1),
    ("invitation", "answer"): Answer,
    ("rota_turn", "kind"): RotaKind,
    ("task", "state"): TaskState,
    ("hall_picture", "place"): HallPicture,
    ("speech", "state"): SpeechState,
    ("paper_part", "paper"): CongressPaper,
    ("obstacle", "gravity"): Gravity,
    ("obstacle", "state"): ObstacleState,
    ("obstacle", "procedure"): (0, 1),
    ("election_decision", "kind"): DecisionKind,
    ("election_decision", "organ"): DecisionOrgan,
    ("election_decision", "part"): Part,
    ("decision_person", "role"): PersonRole,
    ("candidate", "planned"): ("", "secretary", "deputy"),
    ("round", "cause"): ("", *RoundCause),
    ("round", "part"): Part,
    ("doubtful_ballot", "cause"): DoubtCause,
    ("doubtful_ballot", "state"): DoubtState,
    ("doubtful_ballot", "standing"): (0, 1),
    ("sample_look", "same"): (0, 1),
    ("accounting_correction", "field"): ("convened", "present", "issued", "returned"),
    ("nomination", "source"): Source,
    ("withdrawal", "was_listed"): (0, 1),
    ("opinion_poll", "state"): PollState,
    ("poll_paper", "source"): OUTSIDE,
    ("poll_person", "source"): OUTSIDE,
    ("desk_operator", "role"): Role,
    ("desk_operator", "state"): OperatorState,
    ("station", "state"): StationState,
    ("seating_plan", "stage"): StageSide,
    ("seating_plan", "in_force"): (0, 1),
    ("hall_seat", "kept_for"): KeptFor,
    ("station_bundle", "is_out"): (0, 1),
}


@pytest.mark.parametrize(("table", "column"), CODED)
def test_that_a_coded_column_takes_its_codes_and_nothing_else(table, column):
    db = an_empty_database()
    for code in CODED[table, column]:
        assert not breaks_its_check(db, table, column, code)
    for wrong in ("PRESENT", "x", " ", 4, -1):
        assert breaks_its_check(db, table, column, wrong)


def test_that_every_column_with_a_list_of_codes_is_tested_here():
    listed = {
        (table, line.split()[0])
        for kind, table, _, sql in expected_schema(SCHEMA_VERSION)
        for line in " ".join(sql.split()).replace(", ", ",\n").splitlines()
        if kind == "table" and " IN (" in line
    }
    # bundle_count waits for bundles entered as totals: no act writes it yet.
    assert listed - {("bundle_count", "counted")} <= set(CODED)
    assert len(listed) >= 13


def test_that_the_journal_has_a_word_for_every_code_that_it_tells():
    silent = [
        (table, column, str(code))
        for (table, column), codes in CODED.items()
        if table_word(table) and field_word(table, column) and table not in SECRET_TABLES
        for code in map(str, codes)
        if code and not code.isdigit() and value_word(None, table, column, code) == code
    ]
    assert silent == []


def test_that_every_table_is_strict_and_takes_no_null_where_it_means_nothing():
    db = an_empty_database()
    tables = db.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    strict = dict(tables.fetchall())
    assert {name for name, is_strict in strict.items() if not is_strict} == {"sqlite_schema"}
    nullable = {
        (table, column)
        for table in strict
        if table != "sqlite_schema"
        for _, column, _, not_null, _, key in db.execute(f"PRAGMA table_info({table})").fetchall()
        if not not_null and not key
    }
    assert nullable == {
        ("agenda_item", "minutes"), ("ballot", "origin"), ("ballot", "replaces"),
        ("bundle", "expected"), ("journal", "undoes"), ("round", "issued"),
        ("round", "present"), ("round", "returned"), ("person_detail", "group_id"),
        ("opinion", "text_id"), ("opinion", "chapter_id"), ("opinion", "merged_into"),
        ("group_meeting", "present"),
        ("motion", "base"), ("motion", "present"), ("motion", "in_favour"), ("motion", "against"),
        ("motion", "other"), ("motion", "repeats"), ("motion", "election_id"),
        ("roll", "round_id"), ("roll", "motion_id"), ("candidate_profile", "person_id"),
        ("agenda_item", "parent_id"), ("agenda_item", "election_id"), ("agenda_item", "motion_id"),
        ("agenda_item", "text_id"), ("duty", "election_id"), ("duty", "person_id"),
        ("task", "text_id"), ("speech", "item_id"), ("speech", "person_id"),
        ("assignment", "item_id"), ("assignment", "relieved_by"), ("obstacle", "item_id"),
        ("election_decision", "round_id"), ("election_decision", "motion_id"),
        ("election_decision", "seats"), ("decision_person", "candidate_id"),
        ("election", "among_id"), ("candidate", "decision_id"), ("round", "follows"),
        ("round", "decision_id"), ("doubtful_ballot", "ballot_id"), ("doubtful_ballot", "board"),
        ("doubtful_ballot", "in_favour"), ("nomination", "nominator_id"),
        ("nomination", "support"), ("nomination", "support_of"), ("number_motion", "seats_before"),
        ("poll_paper", "issued"), ("poll_paper", "returned"), ("poll_paper", "invalid"),
        ("poll_person", "agree"), ("poll_person", "disagree"), ("share_holding", "proxy_id"),
        ("ballot_issue", "round_id"), ("ballot_issue", "print_id"),
        ("ballot_issue", "box_id"), ("hall_seat", "person_id"),
    }  # fmt: skip


def test_that_acts_made_no_table_of_their_own(file):
    a_declared_round(file)
    assert schema_text(file.db) == expected_schema(SCHEMA_VERSION)


def test_that_there_is_room_for_more_passes_and_for_bundles_of_totals(file):
    found = a_round(file)
    insert = file.db.conn.execute
    insert("INSERT INTO bundle VALUES (90, ?, 90, 'totals', 25)", [found.id])
    into = "INSERT INTO entry_pass (id, bundle_id, number, voided) VALUES (?, 90, ?, ?)"
    for number in (0, 1, 2, 3):
        insert(into, [90 + number, number, 0])
    insert("INSERT INTO bundle_total VALUES (91, ?, 20, 4, 1)", [found.candidates[0].id])
    insert("INSERT INTO bundle_count VALUES (91, 'kept', 3, 25)")
    for number, voided in ((4, 0), (1, 0)):
        with pytest.raises(sqlite3.IntegrityError):
            insert(into, [99, number, voided])
    assert insert(into, [99, 1, 1]).rowcount == 1


def an_empty_database() -> Database:
    """Return the tables alone, without their triggers."""
    db = Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)
    create_schema(db, SCHEMA_VERSION)
    for kind, name, *_ in schema_text(db):
        if kind == "trigger":
            db.execute(f"DROP TRIGGER {name}")
    return db


def breaks_its_check(db: Database, table: str, column: str, value: object) -> bool:
    """Say whether a row with this value breaks a check or a type."""
    plain = {"INTEGER": 1, "TEXT": "0" * 9}
    info = db.execute(f"PRAGMA table_info({table})").fetchall()
    row = {name: plain[kind] for _, name, kind, *_ in info}
    row |= {other: list(codes)[0] for (of, other), codes in CODED.items() if of == table}
    row[column] = value
    db.execute("BEGIN")
    try:
        db.table(table).insert(row)
    except sqlite3.IntegrityError as error:
        return "CHECK" in str(error) or "cannot store" in str(error)
    finally:
        db.execute("ROLLBACK")
    return False
