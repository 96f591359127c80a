"""Version 6, the tables of checks beside a count."""

from __future__ import annotations

# Two people chose that the ballots of a round of few are in the workbook one by one.
CHECKS = """
CREATE TABLE shown_matrix (
    round_id INTEGER PRIMARY KEY REFERENCES round (id),
    first TEXT NOT NULL CHECK (length(first) BETWEEN 1 AND 200),
    second TEXT NOT NULL CHECK (length(second) BETWEEN 1 AND 200),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE sample (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES round (id),
    seed TEXT NOT NULL CHECK (length(seed) BETWEEN 1 AND 200),
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 50 AND 99),
    wrong INTEGER NOT NULL CHECK (wrong >= 1),
    ballots INTEGER NOT NULL CHECK (ballots >= 1),
    actor TEXT NOT NULL CHECK (length(actor) <= 500),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX sample_of_round ON sample (round_id, id);
CREATE TABLE sample_sheet (
    id INTEGER PRIMARY KEY,
    sample_id INTEGER NOT NULL REFERENCES sample (id),
    bundle INTEGER NOT NULL CHECK (bundle > 0),
    place INTEGER NOT NULL CHECK (place > 0),
    UNIQUE (sample_id, bundle, place)
) STRICT;
CREATE TABLE sample_look (
    id INTEGER PRIMARY KEY,
    sheet_id INTEGER NOT NULL REFERENCES sample_sheet (id),
    ballot_id INTEGER NOT NULL REFERENCES ballot (id),
    same INTEGER NOT NULL CHECK (same IN (0, 1)),
    operator TEXT NOT NULL CHECK (length(operator) <= 500),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX look_at_sheet ON sample_look (sheet_id, id);
CREATE TRIGGER sample_is_never_deleted BEFORE DELETE ON sample
BEGIN SELECT RAISE(ABORT, 'a sample is never deleted'); END;
CREATE TRIGGER sample_sheet_is_never_deleted BEFORE DELETE ON sample_sheet
BEGIN SELECT RAISE(ABORT, 'a sheet drawn is never deleted'); END;
CREATE TRIGGER look_is_never_deleted BEFORE DELETE ON sample_look
BEGIN SELECT RAISE(ABORT, 'a comparison with the paper is never deleted'); END;
CREATE TRIGGER look_is_never_changed BEFORE UPDATE ON sample_look
BEGIN SELECT RAISE(ABORT, 'a comparison with the paper is never changed'); END;
"""
