"""Version 9: where the pictures of scanned ballots lie, and that they were destroyed."""

from __future__ import annotations

SCANS = """
CREATE TABLE scan_file (
    id INTEGER PRIMARY KEY,
    pass_id INTEGER NOT NULL UNIQUE REFERENCES entry_pass (id),
    name TEXT NOT NULL CHECK (name <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    asked INTEGER NOT NULL CHECK (asked >= 0),
    destroyed_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER scan_file_is_never_deleted BEFORE DELETE ON scan_file
BEGIN SELECT RAISE(ABORT, 'what was scanned is never deleted'); END;
CREATE TRIGGER scan_file_is_destroyed_once BEFORE UPDATE ON scan_file
WHEN OLD.destroyed_at <> ''
BEGIN SELECT RAISE(ABORT, 'the pictures are destroyed'); END;
"""
