"""Version 9: guests and delegates as they are invited, looked after, and photographed."""

from __future__ import annotations

# What a person is called, put up and driven with stands beside the other details of the register:
# one kind of person, one list, one import. `welcome` orders the guests, 0 is after those who have
# a place. `invitation` is there of whoever was written to or answered; a turn of the rota without
# a time of its own follows the one before.
GUESTS = """
ALTER TABLE person_detail ADD COLUMN salutation TEXT NOT NULL DEFAULT '';
ALTER TABLE person_detail ADD COLUMN rank TEXT NOT NULL DEFAULT '';
ALTER TABLE person_detail ADD COLUMN welcome INTEGER NOT NULL DEFAULT 0
    CHECK (welcome BETWEEN 0 AND 9999);
ALTER TABLE person_detail ADD COLUMN companions INTEGER NOT NULL DEFAULT 0
    CHECK (companions BETWEEN 0 AND 99);
ALTER TABLE person_detail ADD COLUMN contact TEXT NOT NULL DEFAULT '';
ALTER TABLE person_detail ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE person_detail ADD COLUMN room TEXT NOT NULL DEFAULT '';
ALTER TABLE person_detail ADD COLUMN car TEXT NOT NULL DEFAULT '';
ALTER TABLE person_detail ADD COLUMN meals TEXT NOT NULL DEFAULT '';
ALTER TABLE person_detail ADD COLUMN dress TEXT NOT NULL DEFAULT '';
CREATE TABLE invitation (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    sent_on TEXT NOT NULL CHECK (length(sent_on) <= 10),
    answer TEXT NOT NULL CHECK (answer IN ('', 'coming', 'declined')),
    answered_on TEXT NOT NULL CHECK (length(answered_on) <= 10),
    remark TEXT NOT NULL CHECK (length(remark) <= 500)
) STRICT;
CREATE TABLE rota_turn (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('photograph', 'flowers')),
    who TEXT NOT NULL CHECK (length(who) BETWEEN 1 AND 500),
    time TEXT NOT NULL CHECK (length(time) <= 10),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
    spot TEXT NOT NULL CHECK (length(spot) <= 500),
    note TEXT NOT NULL CHECK (length(note) <= 2000)
) STRICT;
"""
