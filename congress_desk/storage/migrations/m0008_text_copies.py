"""Version 8: numbered copies of the texts of a congress, handed out and taken back."""

from __future__ import annotations

# A copy that came back may be handed out again, so each handing out is a row; one copy has one
# holder at a time. `missing` says why a copy that is out will not come back.
TEXT_COPIES = """
CREATE TABLE text_print (
    text_id INTEGER PRIMARY KEY REFERENCES congress_text (id),
    copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 9999),
    comes_back INTEGER NOT NULL CHECK (comes_back IN (0, 1))
) STRICT;
CREATE TABLE text_copy (
    id INTEGER PRIMARY KEY,
    text_id INTEGER NOT NULL REFERENCES text_print (text_id),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
    person_id INTEGER NOT NULL REFERENCES person (id),
    handed_at TEXT NOT NULL,
    returned_at TEXT NOT NULL,
    missing TEXT NOT NULL CHECK (length(missing) <= 2000)
) STRICT;
CREATE UNIQUE INDEX one_holder_of_a_copy ON text_copy (text_id, number) WHERE returned_at = '';
CREATE INDEX copies_of_a_person ON text_copy (person_id);
"""
