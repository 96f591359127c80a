"""Version 7, motions that are voted on by shares."""

from __future__ import annotations

# `shares_of` says which shares the majority of a motion is taken of, empty where hands vote; then
# `base`, `present` and the votes are shares. `motion_share` is who votes for how many, frozen when
# the vote is begun and taken away where it is frozen anew; `cast_as` is empty for who did not vote
# and where totals were typed.
MOTION_SHARES = """
ALTER TABLE motion ADD COLUMN shares_of TEXT NOT NULL DEFAULT ''
    CHECK (shares_of IN ('', 'shares', 'shares_voted'));
CREATE TABLE motion_share (
    motion_id INTEGER NOT NULL REFERENCES motion (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    shares INTEGER NOT NULL CHECK (shares > 0),
    cast_as TEXT NOT NULL CHECK (cast_as IN ('', 'in_favour', 'against', 'other')),
    PRIMARY KEY (motion_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER shares_of_a_motion_are_frozen
BEFORE UPDATE OF motion_id, person_id, name, shares ON motion_share
BEGIN SELECT RAISE(ABORT, 'who votes for how many shares is frozen'); END;
"""
