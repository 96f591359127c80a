"""Version 7: a rehearsal stays one for ever, and a congress keeps its name for other files."""

from __future__ import annotations

# Whether a file is a rehearsal is said when it is made. What was counted in one never becomes a
# result by a change of state, and nothing that counted is ever called practice afterwards. `uid` is
# what station files and their results name.
REHEARSAL = """
CREATE TRIGGER rehearsal_never_becomes_real BEFORE UPDATE OF state ON congress
WHEN OLD.state = 'rehearsal' AND NEW.state <> 'rehearsal'
BEGIN SELECT RAISE(ABORT, 'a rehearsal never becomes a real congress'); END;
CREATE TRIGGER congress_never_becomes_rehearsal BEFORE UPDATE OF state ON congress
WHEN OLD.state <> 'rehearsal' AND NEW.state = 'rehearsal'
BEGIN SELECT RAISE(ABORT, 'a real congress never becomes a rehearsal'); END;
CREATE TRIGGER congress_keeps_its_uid BEFORE UPDATE OF id, uid ON congress
WHEN OLD.id <> NEW.id OR OLD.uid <> NEW.uid
BEGIN SELECT RAISE(ABORT, 'a congress keeps its uid'); END;
CREATE TRIGGER congress_is_never_deleted BEFORE DELETE ON congress
BEGIN SELECT RAISE(ABORT, 'a congress is never deleted'); END;
"""
