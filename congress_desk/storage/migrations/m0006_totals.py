"""Version 6, bundles entered by the totals of a tally sheet: whose totals count, and their seal."""

from __future__ import annotations

# `bundle_total` and `bundle_count` are of version 1, and nothing was ever written to them. Where a
# round has several passes, `agreed_total` says whose totals count: those of the first pass where
# all tell the same, else the resolver's. Totals are never edited: who erred sets them aside whole.
TOTALS = """
CREATE TABLE agreed_total (
    bundle_id INTEGER PRIMARY KEY REFERENCES bundle (id),
    pass_id INTEGER NOT NULL UNIQUE REFERENCES entry_pass (id)
) STRICT;
CREATE TRIGGER agreed_total_enters_an_open_round BEFORE INSERT ON agreed_total
WHEN (SELECT round.state FROM bundle JOIN round ON round.id = round_id
      WHERE bundle.id = NEW.bundle_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER agreed_total_changes_in_an_open_round BEFORE UPDATE ON agreed_total
WHEN (SELECT round.state FROM bundle JOIN round ON round.id = round_id
      WHERE bundle.id = OLD.bundle_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER agreed_total_leaves_an_open_round BEFORE DELETE ON agreed_total
WHEN (SELECT round.state FROM bundle JOIN round ON round.id = round_id
      WHERE bundle.id = OLD.bundle_id) <> 'counting'
BEGIN SELECT RAISE(ABORT, 'the round is sealed'); END;
CREATE TRIGGER total_enters_an_open_pass BEFORE INSERT ON bundle_total
WHEN (SELECT round.state = 'counting' AND closed_at = '' FROM entry_pass
      JOIN bundle ON bundle.id = bundle_id JOIN round ON round.id = round_id
      WHERE entry_pass.id = NEW.pass_id) = 0
BEGIN SELECT RAISE(ABORT, 'the pass is closed'); END;
CREATE TRIGGER total_is_never_changed BEFORE UPDATE ON bundle_total
BEGIN SELECT RAISE(ABORT, 'a total is never changed'); END;
CREATE TRIGGER total_is_never_deleted BEFORE DELETE ON bundle_total
BEGIN SELECT RAISE(ABORT, 'a total is never deleted'); END;
CREATE TRIGGER count_enters_an_open_pass BEFORE INSERT ON bundle_count
WHEN (SELECT round.state = 'counting' AND closed_at = '' FROM entry_pass
      JOIN bundle ON bundle.id = bundle_id JOIN round ON round.id = round_id
      WHERE entry_pass.id = NEW.pass_id) = 0
BEGIN SELECT RAISE(ABORT, 'the pass is closed'); END;
CREATE TRIGGER count_is_never_changed BEFORE UPDATE ON bundle_count
BEGIN SELECT RAISE(ABORT, 'a total is never changed'); END;
CREATE TRIGGER count_is_never_deleted BEFORE DELETE ON bundle_count
BEGIN SELECT RAISE(ABORT, 'a total is never deleted'); END;
"""
