"""Version 6, the tables of operators: who works at the desk under a PIN."""

from __future__ import annotations

# Nobody is deleted: what somebody did keeps the name. `pin_seal` is a hash of the kept hash, so the
# journal tells when another PIN was put in its place and tells nobody what to guess.
# The last two tables stand outside the journal: a hash of a PIN must not be in the second journal
# on a stick, and how fast somebody types must be able to vanish.
OPERATORS = """
CREATE TABLE desk_operator (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    role TEXT NOT NULL CHECK (role IN ('secretary', 'counter', 'head', 'presidium')),
    state TEXT NOT NULL CHECK (state IN ('active', 'removed')),
    pin_seal TEXT NOT NULL CHECK (length(pin_seal) BETWEEN 1 AND 64),
    wrong_pins INTEGER NOT NULL CHECK (wrong_pins >= 0),
    wrong_at TEXT NOT NULL,
    sign_ins INTEGER NOT NULL CHECK (sign_ins >= 0)
) STRICT;
CREATE TRIGGER operator_is_never_deleted BEFORE DELETE ON desk_operator
BEGIN SELECT RAISE(ABORT, 'an operator is never deleted'); END;
CREATE TABLE desk_operator_pin (
    operator_id INTEGER PRIMARY KEY REFERENCES desk_operator (id),
    salt TEXT NOT NULL CHECK (length(salt) = 32),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    n INTEGER NOT NULL CHECK (n >= 2),
    r INTEGER NOT NULL CHECK (r >= 1),
    p INTEGER NOT NULL CHECK (p >= 1)
) STRICT;
CREATE TABLE desk_operator_pace (
    operator_id INTEGER PRIMARY KEY REFERENCES desk_operator (id),
    ballots INTEGER NOT NULL CHECK (ballots >= 0),
    timed INTEGER NOT NULL CHECK (timed >= 0),
    seconds INTEGER NOT NULL CHECK (seconds >= 0),
    corrected INTEGER NOT NULL CHECK (corrected >= 0)
) STRICT;
"""
