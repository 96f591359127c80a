"""Version 9: plans of the hall, a seat a row, with who is to sit there."""

from __future__ import annotations

# Somebody of the presidium has a seat on the stage beside the one in the hall, so a person has
# one of either at most. `line` and `col` are where a seat is drawn: lines from the stage.
SEATS = """
CREATE TABLE seating_plan (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    session TEXT NOT NULL CHECK (length(session) <= 200),
    stage TEXT NOT NULL CHECK (stage IN ('top', 'bottom', 'left', 'right')),
    in_force INTEGER NOT NULL CHECK (in_force IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX one_plan_in_force ON seating_plan (in_force) WHERE in_force = 1;
CREATE TABLE hall_seat (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES seating_plan (id),
    block TEXT NOT NULL CHECK (length(block) <= 20),
    row TEXT NOT NULL CHECK (length(row) <= 20),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
    line INTEGER NOT NULL CHECK (line BETWEEN 0 AND 999),
    col INTEGER NOT NULL CHECK (col BETWEEN 0 AND 999),
    kept_for TEXT NOT NULL CHECK (kept_for IN ('delegates', 'presidium', 'guests', 'nobody')),
    person_id INTEGER REFERENCES person (id),
    UNIQUE (plan_id, block, row, number),
    UNIQUE (plan_id, line, col)
) STRICT;
CREATE UNIQUE INDEX one_seat_of_a_person ON hall_seat (plan_id, person_id, kept_for = 'presidium')
WHERE person_id IS NOT NULL;
CREATE INDEX seats_of_a_person ON hall_seat (person_id) WHERE person_id IS NOT NULL;
"""
