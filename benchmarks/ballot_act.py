"""One ballot through the whole act against a bare insert and commit with the same durability.

The bare table has what no ballot can do without: its own id, unique, and what is struck out.
"""

from __future__ import annotations

import random
import sqlite3
import time
import uuid
from pathlib import Path
from statistics import median

from benchmarks.congresses import granted, make_congress, open_empty_round
from benchmarks.measured import Measured
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.domain.elections.ballots import Paper

NAMES, SEATS, BUNDLE = 18, 15, 50


def run(folder: Path, short: bool) -> list[Measured]:
    """Alternate the two in one loop, so that both meet the same disk."""
    count = 100 if short else 400
    file = make_congress(folder / "act.congress", NAMES, SEATS)
    round_id = open_empty_round(file, count)
    bare = bare_table(folder / "bare.db")
    choose = random.Random(7)
    acts, inserts = [], []
    for i in range(count):
        struck = choose.sample(range(1, NAMES + 1), 3)
        paper = Paper(struck=frozenset(struck))
        start = time.perf_counter()
        entered = enter_ballots(
            file, round_id, i // BUNDLE + 1, [paper], [uuid.uuid4().hex], operator="đo"
        )
        acts.append(time.perf_counter() - start)
        granted(entered)
        start = time.perf_counter()
        bare_commit(bare, i, struck)
        inserts.append(time.perf_counter() - start)
    file.close()
    bare.close()
    ratio = median(acts) / median(inserts)
    print(f"  act {median(acts) * 1000:.2f} ms, bare insert {median(inserts) * 1000:.2f} ms")
    return [Measured(what="one ballot, whole act ÷ bare insert", value=ratio, bound=2, unit="×")]


def bare_table(path: Path) -> sqlite3.Connection:
    """Return a table with what no ballot can do without, as durable as a congress file."""
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", "synchronous=EXTRA"):
        connection.execute(f"PRAGMA {setting}").fetchall()
    connection.execute("CREATE TABLE ballot (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, struck TEXT)")
    return connection


def bare_commit(connection: sqlite3.Connection, number: int, struck: list[int]) -> None:
    """Commit one row."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO ballot VALUES (?, ?, ?)", [number, uuid.uuid4().hex, str(struck)]
    )
    connection.execute("COMMIT")
