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
"""
