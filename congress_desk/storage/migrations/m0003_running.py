"""Version 3: preparation, the agenda as it runs, duties per session, minutes, obstacles."""

from __future__ import annotations

from sqlite_utils import Database

# What these give a row of an older version is named in ADDED_COLUMNS beside the migrations.
_COLUMNS = """
ALTER TABLE agenda_item ADD COLUMN parent_id INTEGER REFERENCES agenda_item (id);
ALTER TABLE agenda_item ADD COLUMN kind TEXT NOT NULL DEFAULT 'work' CHECK (kind IN
    ('work', 'opening', 'break', 'credentials_report', 'report', 'discussion', 'motion',
     'election', 'speech', 'filler', 'closing'));
ALTER TABLE agenda_item ADD COLUMN anchored INTEGER NOT NULL DEFAULT 0 CHECK (anchored IN (0, 1));
ALTER TABLE agenda_item ADD COLUMN election_id INTEGER REFERENCES election (id);
ALTER TABLE agenda_item ADD COLUMN motion_id INTEGER REFERENCES motion (id);
ALTER TABLE agenda_item ADD COLUMN text_id INTEGER REFERENCES congress_text (id);
ALTER TABLE agenda_item ADD COLUMN state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN
    ('planned', 'running', 'done', 'skipped', 'removed'));
ALTER TABLE agenda_item ADD COLUMN started_at TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN finished_at TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN script TEXT NOT NULL DEFAULT '' CHECK (length(script) <= 20000);
ALTER TABLE agenda_item ADD COLUMN note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 20000);
ALTER TABLE agenda_item ADD COLUMN inserted_at TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN skip_reason TEXT NOT NULL DEFAULT ''
    CHECK (length(skip_reason) <= 2000);
"""
# The table of duties is made anew: its organ may now be a free one.
_DUTY = """
CREATE TABLE new_duty (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    organ TEXT NOT NULL CHECK (organ IN
        ('presidium', 'secretariat', 'credentials', 'counting_board', 'free')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    title TEXT NOT NULL,
    duty TEXT NOT NULL,
    organ_name TEXT NOT NULL CHECK (length(organ_name) <= 200),
    election_id INTEGER REFERENCES election (id),
    person_id INTEGER REFERENCES person (id),
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    until_reason TEXT NOT NULL CHECK (length(until_reason) <= 2000)
) STRICT;
INSERT INTO new_duty
    SELECT id, place, organ, name, title, duty, '', NULL, NULL, '', '', '' FROM duty;
DROP TABLE duty;
ALTER TABLE new_duty RENAME TO duty;
"""
_TABLES = """
CREATE TABLE congress_text (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    drafter TEXT NOT NULL CHECK (length(drafter) <= 200),
    version TEXT NOT NULL CHECK (length(version) <= 40),
    state TEXT NOT NULL CHECK (state IN
        ('missing', 'drafting', 'commenting', 'submitted', 'final', 'adopted')),
    due TEXT NOT NULL,
    note TEXT NOT NULL CHECK (length(note) <= 2000)
) STRICT;
CREATE TABLE text_comment (
    id INTEGER PRIMARY KEY,
    text_id INTEGER NOT NULL REFERENCES congress_text (id),
    author TEXT NOT NULL CHECK (length(author) <= 200),
    gist TEXT NOT NULL CHECK (length(gist) BETWEEN 1 AND 2000),
    answer TEXT NOT NULL CHECK (length(answer) <= 2000),
    taken TEXT NOT NULL CHECK (taken IN ('open', 'taken', 'not_taken')),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    section TEXT NOT NULL CHECK (length(section) <= 200),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    answerable TEXT NOT NULL CHECK (length(answerable) <= 200),
    helpers TEXT NOT NULL CHECK (length(helpers) <= 2000),
    due TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'doing', 'done', 'dropped')),
    done_at TEXT NOT NULL,
    text_id INTEGER REFERENCES congress_text (id),
    note TEXT NOT NULL CHECK (length(note) <= 2000)
) STRICT;
CREATE TABLE indicator (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
    unit TEXT NOT NULL CHECK (length(unit) <= 60),
    last_result TEXT NOT NULL CHECK (length(last_result) <= 200),
    superior_target TEXT NOT NULL CHECK (length(superior_target) <= 200),
    superior_unit TEXT NOT NULL CHECK (length(superior_unit) <= 60),
    own_target TEXT NOT NULL CHECK (length(own_target) <= 200),
    note TEXT NOT NULL CHECK (length(note) <= 2000)
) STRICT;
CREATE TABLE speech (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    item_id INTEGER REFERENCES agenda_item (id),
    person_id INTEGER REFERENCES person (id),
    speaker TEXT NOT NULL CHECK (length(speaker) BETWEEN 1 AND 200),
    delegation TEXT NOT NULL CHECK (length(delegation) <= 500),
    topic TEXT NOT NULL CHECK (length(topic) <= 2000),
    through TEXT NOT NULL CHECK (length(through) <= 200),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
    state TEXT NOT NULL CHECK (state IN ('requested', 'speaking', 'done', 'withdrawn')),
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    gist TEXT NOT NULL CHECK (length(gist) <= 20000)
) STRICT;
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    duty_id INTEGER NOT NULL REFERENCES duty (id),
    session TEXT NOT NULL CHECK (length(session) <= 500),
    item_id INTEGER REFERENCES agenda_item (id),
    what TEXT NOT NULL CHECK (length(what) <= 2000),
    relieved_by INTEGER REFERENCES duty (id),
    relieved_reason TEXT NOT NULL CHECK (length(relieved_reason) <= 2000)
) STRICT;
CREATE TABLE paper_part (
    record TEXT NOT NULL CHECK (length(record) BETWEEN 1 AND 80),
    paper TEXT NOT NULL CHECK (paper IN ('minutes', 'resolution', 'quick_report')),
    place INTEGER NOT NULL,
    after TEXT NOT NULL CHECK (length(after) <= 80),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    told TEXT NOT NULL CHECK (length(told) <= 20000),
    PRIMARY KEY (paper, record)
) STRICT, WITHOUT ROWID;
CREATE TABLE obstacle (
    id INTEGER PRIMARY KEY,
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 2000),
    item_id INTEGER REFERENCES agenda_item (id),
    where_in TEXT NOT NULL CHECK (length(where_in) <= 500),
    since TEXT NOT NULL,
    gravity TEXT NOT NULL CHECK (gravity IN ('low', 'medium', 'high', 'blocking')),
    answerable TEXT NOT NULL CHECK (length(answerable) <= 200),
    asked TEXT NOT NULL CHECK (length(asked) <= 200),
    asked_at TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (length(answer) <= 2000),
    answered_at TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (length(decision) <= 2000),
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'resolved')),
    resolved_at TEXT NOT NULL,
    reopen_reason TEXT NOT NULL CHECK (length(reopen_reason) <= 2000),
    procedure INTEGER NOT NULL CHECK (procedure IN (0, 1)),
    actor TEXT NOT NULL
) STRICT;
"""


def apply(db: Database) -> None:
    """Bring a file of version 2 to version 3 inside the caller's transaction."""
    for script in (_TABLES, _COLUMNS, _DUTY):
        for statement in script.split(";\n"):
            if statement.strip():
                db.execute(statement.strip())
