"""Version 6, the tables of stations: bundles entered on another laptop."""

from __future__ import annotations

# A bundle is at one station at most; while it is out no pass of it begins here. The private half of
# the congress's key stands outside the journal: the second journal may lie on a stick. In a
# station file `station_order` is what it was asked to enter, with its own private half: that file
# and its journal lie on one stick anyhow, and a file made again from its journal can still sign.
STATIONS = """
CREATE TABLE station (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES round (id),
    number INTEGER NOT NULL UNIQUE CHECK (number > 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    pass_number INTEGER NOT NULL CHECK (pass_number BETWEEN 1 AND 3),
    state TEXT NOT NULL CHECK (state IN ('out', 'back', 'called_back')),
    public_key TEXT NOT NULL CHECK (length(public_key) BETWEEN 1 AND 64),
    order_hash TEXT NOT NULL CHECK (length(order_hash) BETWEEN 1 AND 64),
    given_at TEXT NOT NULL,
    given_by TEXT NOT NULL CHECK (length(given_by) <= 200),
    settled_at TEXT NOT NULL,
    settled_by TEXT NOT NULL CHECK (length(settled_by) <= 200),
    reason TEXT NOT NULL CHECK (length(reason) <= 500)
) STRICT;
CREATE INDEX station_of_round ON station (round_id, number);
CREATE TABLE station_bundle (
    station_id INTEGER NOT NULL REFERENCES station (id),
    bundle_id INTEGER NOT NULL REFERENCES bundle (id),
    is_out INTEGER NOT NULL CHECK (is_out IN (0, 1)),
    PRIMARY KEY (station_id, bundle_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_station_a_bundle ON station_bundle (bundle_id) WHERE is_out = 1;
CREATE TABLE station_typist (
    pass_id INTEGER NOT NULL REFERENCES entry_pass (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    PRIMARY KEY (pass_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE station_order (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    text TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) BETWEEN 1 AND 128),
    private_key TEXT NOT NULL CHECK (length(private_key) BETWEEN 1 AND 64)
) STRICT;
CREATE TABLE congress_signing_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    private_key TEXT NOT NULL CHECK (length(private_key) BETWEEN 1 AND 64)
) STRICT;
CREATE TRIGGER station_is_never_deleted BEFORE DELETE ON station
BEGIN SELECT RAISE(ABORT, 'a station is never deleted'); END;
CREATE TRIGGER station_stays_settled BEFORE UPDATE ON station WHEN OLD.state <> 'out'
BEGIN SELECT RAISE(ABORT, 'the station is settled'); END;
CREATE TRIGGER station_order_is_never_changed BEFORE UPDATE ON station_order
BEGIN SELECT RAISE(ABORT, 'the order of a station is never changed'); END;
CREATE TRIGGER no_pass_of_a_bundle_that_is_out BEFORE INSERT ON entry_pass
WHEN EXISTS (SELECT 1 FROM station_bundle WHERE bundle_id = NEW.bundle_id AND is_out = 1)
BEGIN SELECT RAISE(ABORT, 'the bundle is at a station'); END;
"""
