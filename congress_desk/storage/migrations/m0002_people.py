"""Version 2: more of each person, groups, check-in, statuses, frozen presence, motions."""

from __future__ import annotations

from sqlite_utils import Database

# New tables only: a column added to a table of version 1 would stand outside the journal's replay
# until an act touched it.
_TABLES = """
CREATE TABLE discussion_group (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200)
) STRICT;
CREATE TABLE person_detail (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    hometown TEXT NOT NULL,
    official_on TEXT NOT NULL,
    schooling TEXT NOT NULL,
    language TEXT NOT NULL,
    titles TEXT NOT NULL,
    incumbent TEXT NOT NULL CHECK (incumbent IN ('', 're_elected', 'first')),
    committee INTEGER NOT NULL CHECK (committee IN (0, 1)),
    delegation_role TEXT NOT NULL CHECK (delegation_role IN ('', 'head', 'deputy')),
    seat TEXT NOT NULL CHECK (length(seat) <= 40),
    group_id INTEGER REFERENCES discussion_group (id),
    group_role TEXT NOT NULL CHECK (group_role IN ('', 'head', 'secretary'))
) STRICT;
CREATE TABLE photo (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    jpeg TEXT NOT NULL CHECK (length(jpeg) BETWEEN 1 AND 200000)
) STRICT;
CREATE TABLE replacement (
    delegate_id INTEGER PRIMARY KEY REFERENCES person (id),
    alternate_id INTEGER NOT NULL UNIQUE REFERENCES person (id),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE status_change (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    before TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT;
CREATE INDEX status_change_of_person ON status_change (person_id);
CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 64),
    person_id INTEGER NOT NULL REFERENCES person (id),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    at TEXT NOT NULL,
    door TEXT NOT NULL CHECK (length(door) <= 200),
    actor TEXT NOT NULL,
    before TEXT NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX passage_of_person ON passage (person_id);
CREATE TABLE motion (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN
        ('presidium', 'secretariat', 'credentials_committee', 'counting_board', 'agenda',
         'congress_rules', 'election_rules', 'credentials_report', 'number_and_list',
         'withdrawal', 'resolution', 'free')),
    matter TEXT NOT NULL CHECK (length(matter) BETWEEN 1 AND 2000),
    state TEXT NOT NULL CHECK (state IN ('open', 'voted', 'cancelled')),
    base INTEGER CHECK (base > 0),
    present INTEGER CHECK (present >= 0),
    in_favour INTEGER CHECK (in_favour >= 0),
    against INTEGER CHECK (against >= 0),
    other INTEGER CHECK (other >= 0),
    announced_by TEXT NOT NULL CHECK (length(announced_by) <= 200),
    note TEXT NOT NULL CHECK (length(note) <= 2000),
    repeats INTEGER REFERENCES motion (id),
    repeat_reason TEXT NOT NULL CHECK (length(repeat_reason) <= 2000),
    cancel_reason TEXT NOT NULL CHECK (length(cancel_reason) <= 2000),
    change_reason TEXT NOT NULL CHECK (length(change_reason) <= 2000),
    election_id INTEGER REFERENCES election (id),
    at TEXT NOT NULL,
    voted_at TEXT NOT NULL
) STRICT;
CREATE TABLE roll (
    id INTEGER PRIMARY KEY,
    round_id INTEGER UNIQUE REFERENCES round (id),
    motion_id INTEGER UNIQUE REFERENCES motion (id),
    at TEXT NOT NULL,
    base_note TEXT NOT NULL,
    CHECK ((round_id IS NULL) <> (motion_id IS NULL))
) STRICT;
CREATE TABLE roll_person (
    roll_id INTEGER NOT NULL REFERENCES roll (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    votes INTEGER NOT NULL CHECK (votes IN (0, 1)),
    PRIMARY KEY (roll_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE candidate_profile (
    candidate_id INTEGER PRIMARY KEY REFERENCES candidate (id),
    person_id INTEGER REFERENCES person (id),
    ethnic TEXT NOT NULL,
    religion TEXT NOT NULL,
    hometown TEXT NOT NULL,
    delegation TEXT NOT NULL,
    joined TEXT NOT NULL,
    official_on TEXT NOT NULL,
    schooling TEXT NOT NULL,
    degree TEXT NOT NULL,
    theory TEXT NOT NULL,
    language TEXT NOT NULL,
    incumbent TEXT NOT NULL CHECK (incumbent IN ('', 're_elected', 'first'))
) STRICT;
CREATE TABLE congress_setting (
    key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
    value TEXT NOT NULL CHECK (length(value) <= 20000)
) STRICT, WITHOUT ROWID;
"""

_TRIGGERS = """
CREATE TRIGGER roll_is_frozen BEFORE UPDATE ON roll
BEGIN SELECT RAISE(ABORT, 'a roll is frozen'); END;
CREATE TRIGGER roll_person_is_frozen BEFORE UPDATE ON roll_person
BEGIN SELECT RAISE(ABORT, 'a roll is frozen'); END;
CREATE TRIGGER roll_of_a_round_is_kept BEFORE DELETE ON roll WHEN OLD.round_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a roll is frozen'); END;
CREATE TRIGGER passage_is_never_deleted BEFORE DELETE ON passage
BEGIN SELECT RAISE(ABORT, 'a passage is never deleted'); END;
CREATE TRIGGER motion_is_never_deleted BEFORE DELETE ON motion
BEGIN SELECT RAISE(ABORT, 'a motion is never deleted'); END;
"""


def apply(db: Database) -> None:
    """Create the tables and triggers of version 2 inside the caller's transaction."""
    for statement in _statements(_TABLES, ";\n") + _statements(_TRIGGERS, "END;\n"):
        db.execute(statement)


def _statements(script: str, end: str) -> list[str]:
    closing = end.strip().removesuffix(";")
    return [part.strip() + closing for part in script.split(end) if part.strip()]
