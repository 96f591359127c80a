"""Version 9: several ballot boxes, who votes at which, and how many have cast there."""

from __future__ import annotations

# Who casts at a box stands there as a list in JSON, in the order of the walk. How many have cast is
# a count of a round and a box: nothing tells who, nor with which paper.
BOXES = """
CREATE TABLE ballot_box (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL CHECK (place > 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    voters TEXT NOT NULL CHECK (length(voters) <= 100000)
) STRICT;
CREATE TABLE cast_count (
    round_id INTEGER NOT NULL REFERENCES round (id),
    box_id INTEGER NOT NULL REFERENCES ballot_box (id),
    people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 100000),
    PRIMARY KEY (round_id, box_id)
) STRICT, WITHOUT ROWID;
ALTER TABLE ballot_issue ADD COLUMN box_id INTEGER REFERENCES ballot_box (id);
CREATE TRIGGER issue_keeps_its_box BEFORE UPDATE OF box_id ON ballot_issue
BEGIN SELECT RAISE(ABORT, 'a line of the issue register is never changed'); END;
"""
