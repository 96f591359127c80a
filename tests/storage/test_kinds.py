"""Every table has a kind; acts say which they wrote, questions which they read."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import pytest
from congress_files import a_congress, granted
from example_copies import an_example

from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.obstacles import add_obstacle, remove_obstacle
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.kinds import OF_A_BALLOT, Kind
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.obstacles import Obstacle
from congress_desk.queries.duties import duties_view
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.minutes import paper_view
from congress_desk.queries.motions import motions_view
from congress_desk.queries.overview import overview, overview_facts
from congress_desk.queries.running.items import running_view
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.opening import open_file
from congress_desk.storage.reading.elections.ballots import bundles
from congress_desk.storage.schema import expected_schema
from congress_desk.storage.table_kinds import KIND_OF_TABLE, TABLES_OF, kinds_of, kinds_read


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path)
    made.kinds.take_changed()
    yield made
    made.close()


def test_that_every_table_of_the_file_is_of_one_kind_and_every_kind_has_a_table():
    tables = [name for sort, name, _, _ in expected_schema(SCHEMA_VERSION) if sort == "table"]
    assert sorted(table for many in TABLES_OF.values() for table in many) == sorted(tables)
    assert set(TABLES_OF) == set(Kind)
    assert set(KIND_OF_TABLE.values()) == set(Kind)


def test_that_a_query_reads_the_kinds_of_the_tables_it_names():
    sql = "SELECT duty.* FROM duty JOIN\nperson ON person.id = person_id WHERE id IN (SELECT 1)"
    assert kinds_read(sql) == {Kind.DUTIES, Kind.PEOPLE}


def test_that_an_act_says_what_it_wrote_and_its_undoing_too(file):
    added = granted(add_obstacle(file, Obstacle(what="Mất điện"), actor="An"))
    assert file.kinds.take_changed() == {Kind.OBSTACLES, Kind.JOURNAL}
    granted(remove_obstacle(file, added.id, reason="ghi nhầm", actor="An"))
    assert file.kinds.take_changed() == {Kind.OBSTACLES, Kind.JOURNAL}
    assert file.kinds.take_changed() == frozenset()


def test_that_what_is_remembered_keeps_the_kinds_it_was_read_from(file):
    file.kinds.take_read()
    overview_facts(file)
    first = file.kinds.take_read()
    overview_facts(file)
    assert file.kinds.take_read() == first
    assert {Kind.PEOPLE, Kind.AGENDA, Kind.DUTIES, Kind.PREPARATION, Kind.OBSTACLES} <= first


def test_that_the_rows_sqlite_reads_are_of_the_kinds_that_are_noted(tmp_path):
    """SQLite itself says which tables a question touches; the example congress has every record."""
    path = tmp_path / "mau.congress"
    an_example(path)
    file = granted(open_file(path))
    touched: set[str] = set()

    def authorize(what, table, *_):
        if what == sqlite3.SQLITE_READ and table in KIND_OF_TABLE:
            touched.add(table)
        return sqlite3.SQLITE_OK

    questions = [
        lambda: overview(file, datetime(2025, 6, 5, 8)),
        lambda: duties_view(file),
        lambda: motions_view(file),
        lambda: running_view(file),
        *(lambda paper=paper: paper_view(file, paper) for paper in CongressPaper),
        lambda: [round_sheet(file, 1) for _ in elections(file)],
    ]
    file.db.conn.set_authorizer(authorize)
    for question in questions:
        touched.clear()
        file.kinds.take_read()
        question()
        assert kinds_of(touched) <= file.kinds.take_read()
    file.close()


def test_that_a_ballot_changes_ballots_and_the_journal_alone(tmp_path):
    path = tmp_path / "mau.congress"
    an_example(path)
    file = granted(open_file(path))
    round_id = file.rows("SELECT id FROM round WHERE state = 'counting'")[0]["id"]
    room = next(b for b in bundles(file, round_id) if b.entered < b.expected)
    file.kinds.take_changed()
    paper = Paper(struck=frozenset())
    granted(enter_ballots(file, round_id, room.number, [paper], ["uid-of-a-ballot"], operator="A"))
    assert file.kinds.take_changed() == OF_A_BALLOT
    file.close()
