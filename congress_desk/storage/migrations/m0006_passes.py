"""Version 6, the tables of entry passes: bundles entered blind more than once, and what agrees."""

from __future__ import annotations

# How many passes a round has is settled when it opens; a round of an older version has one.
_ROUNDS = """
ALTER TABLE round ADD COLUMN passes INTEGER NOT NULL DEFAULT 1 CHECK (passes BETWEEN 1 AND 3);
"""

# What is known of a pass; in one of an older version, only its number. Number 0 is the resolver's:
# what was typed from the paper where the passes differ. `voided` is 0 in a pass that stands; a
# bundle that is begun anew keeps its old passes under 1, 2, … The table is made anew for its CHECK:
# a parent that comes back under the same key takes its children back, so no key stays broken.
_ENTRY_PASSES = """
PRAGMA defer_foreign_keys = ON;
CREATE TABLE entry_pass_before (id INTEGER PRIMARY KEY, bundle_id INTEGER, number INTEGER);
INSERT INTO entry_pass_before SELECT id, bundle_id, number FROM entry_pass;
DROP TABLE entry_pass;
CREATE TABLE entry_pass (
    id INTEGER PRIMARY KEY,
    bundle_id INTEGER NOT NULL REFERENCES bundle (id),
    number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 3),
    operator TEXT NOT NULL DEFAULT '' CHECK (length(operator) <= 200),
    operator_id INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL DEFAULT 'typed' CHECK (source IN
        ('typed', 'file', 'station', 'totals', 'scan')),
    opened_at TEXT NOT NULL DEFAULT '',
    closed_at TEXT NOT NULL DEFAULT '',
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided >= 0),
    UNIQUE (bundle_id, number, voided)
) STRICT;
INSERT INTO entry_pass (id, bundle_id, number) SELECT id, bundle_id, number FROM entry_pass_before;
DROP TABLE entry_pass_before;
"""

# `agreed_ballot` says which ballot counts in each place of a bundle whose passes agree, or were
# resolved. `hand_count` is how many sheets the resolver counted in a bundle: the newest stands.
_AGREED = """
CREATE TABLE agreed_ballot (
    bundle_id INTEGER NOT NULL REFERENCES bundle (id),
    place INTEGER NOT NULL CHECK (place > 0),
    ballot_id INTEGER NOT NULL UNIQUE REFERENCES ballot (id),
    PRIMARY KEY (bundle_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE hand_count (
    id INTEGER PRIMARY KEY,
    bundle_id INTEGER NOT NULL REFERENCES bundle (id),
    sheets INTEGER NOT NULL CHECK (sheets BETWEEN 0 AND 100000),
    operator TEXT NOT NULL CHECK (length(operator) <= 500),
    at TEXT NOT NULL,
    voided INTEGER NOT NULL CHECK (voided >= 0)
) STRICT;
CREATE INDEX hand_count_of_bundle ON hand_count (bundle_id, id);
"""

# A ballot that was put aside in a later pass stands in the pile only where no earlier pass put the
# same sheet aside; that is known when the passes have been compared.
_DOUBTS = """
ALTER TABLE doubtful_ballot ADD COLUMN standing INTEGER NOT NULL DEFAULT 1
    CHECK (standing IN (0, 1));
"""

# A closed pass is never edited: only the place kept for a doubtful ballot takes the ballot as the
# board decided on it. While a file is recovered, ballots come before their passes.
_TRIGGERS = """
CREATE TRIGGER pass_is_never_deleted BEFORE DELETE ON entry_pass
BEGIN SELECT RAISE(ABORT, 'an entry pass is never deleted'); END;
CREATE TRIGGER pass_stays_closed BEFORE UPDATE OF
    id, bundle_id, number, operator, operator_id, source, opened_at, closed_at ON entry_pass
WHEN OLD.closed_at <> ''
BEGIN SELECT RAISE(ABORT, 'the pass is closed'); END;
CREATE TRIGGER pass_changes_in_an_open_round BEFORE UPDATE ON entry_pass
WHEN (SELECT round.state FROM bundle JOIN round ON round.id = round_id
      WHERE bundle.id = OLD.bundle_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER ballot_enters_an_open_pass BEFORE INSERT ON ballot
WHEN (SELECT closed_at FROM entry_pass WHERE id = NEW.pass_id) <> ''
  AND NOT EXISTS (SELECT 1 FROM doubtful_ballot WHERE pass_id = NEW.pass_id
                  AND sequence = NEW.sequence AND state = 'waiting')
BEGIN SELECT RAISE(ABORT, 'the pass is closed'); END;
CREATE TRIGGER ballot_changes_in_an_open_pass BEFORE UPDATE ON ballot
WHEN (SELECT closed_at FROM entry_pass WHERE id = OLD.pass_id) <> ''
BEGIN SELECT RAISE(ABORT, 'the pass is closed'); END;
CREATE TRIGGER agreed_enters_an_open_round BEFORE INSERT ON agreed_ballot
WHEN (SELECT round.state FROM bundle JOIN round ON round.id = round_id
      WHERE bundle.id = NEW.bundle_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER agreed_changes_in_an_open_round BEFORE UPDATE ON agreed_ballot
WHEN (SELECT round.state FROM bundle JOIN round ON round.id = round_id
      WHERE bundle.id = OLD.bundle_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER agreed_leaves_an_open_round BEFORE DELETE ON agreed_ballot
WHEN (SELECT round.state FROM bundle JOIN round ON round.id = round_id
      WHERE bundle.id = OLD.bundle_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER hand_count_is_kept BEFORE DELETE ON hand_count
BEGIN SELECT RAISE(ABORT, 'a count by hand is never deleted'); END;
CREATE TRIGGER hand_count_is_voided_alone BEFORE UPDATE OF
    id, bundle_id, sheets, operator, at ON hand_count
BEGIN SELECT RAISE(ABORT, 'a count by hand is never changed'); END;
"""

PASSES = _ROUNDS + _ENTRY_PASSES + _AGREED + _DOUBTS + _TRIGGERS
