"""Version 6, the issue register: ballots are handed out from the moment they are printed."""

from __future__ import annotations

# A line belongs to a round once one is open; before that, to the print run whose papers it is
# about: `round_id` is set when the round opens, once. Nothing refers to the table, which is made
# anew because a round was compulsory.
EARLY_ISSUE = """
CREATE TABLE new_ballot_issue (
    id INTEGER PRIMARY KEY,
    round_id INTEGER REFERENCES round (id),
    print_id INTEGER REFERENCES ballot_print (id),
    kind TEXT NOT NULL CHECK (kind IN
        ('box_sealed', 'handed', 'exchanged', 'taken_back', 'returned', 'destroyed')),
    papers INTEGER NOT NULL CHECK (papers >= 0),
    spoiled INTEGER NOT NULL CHECK (spoiled >= 0),
    unit TEXT NOT NULL CHECK (length(unit) <= 200),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    witness TEXT NOT NULL CHECK (length(witness) <= 200),
    note TEXT NOT NULL CHECK (length(note) <= 200),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    struck_at TEXT NOT NULL,
    struck_reason TEXT NOT NULL CHECK (length(struck_reason) <= 200),
    CHECK (round_id IS NOT NULL OR print_id IS NOT NULL)
) STRICT;
INSERT INTO new_ballot_issue (id, round_id, kind, papers, spoiled, unit, name, witness, note, at,
    actor, struck_at, struck_reason)
SELECT id, round_id, kind, papers, spoiled, unit, name, witness, note, at, actor, struck_at,
    struck_reason FROM ballot_issue;
DROP TABLE ballot_issue;
ALTER TABLE new_ballot_issue RENAME TO ballot_issue;
CREATE INDEX issue_of_round ON ballot_issue (round_id, id);
CREATE INDEX issue_of_print ON ballot_issue (print_id, id);
CREATE TRIGGER issue_is_never_deleted BEFORE DELETE ON ballot_issue
BEGIN SELECT RAISE(ABORT, 'a line of the issue register is never deleted'); END;
CREATE TRIGGER issue_is_struck_out_alone BEFORE UPDATE OF
    id, print_id, kind, papers, spoiled, unit, name, witness, note, at, actor ON ballot_issue
BEGIN SELECT RAISE(ABORT, 'a line of the issue register is never changed'); END;
CREATE TRIGGER issue_joins_one_round BEFORE UPDATE OF round_id ON ballot_issue
WHEN OLD.round_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a line of the issue register stays with its round'); END;
"""
