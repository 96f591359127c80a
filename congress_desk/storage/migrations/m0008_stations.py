"""Version 8: several stations have one bundle, each for a pass, and bring what is finished."""

from __future__ import annotations

# `one_station_a_bundle` of version 6 let a bundle be out once. Now it is out as often as it lacks
# passes; one whose passes are all closed, once, to be settled. `station_return` tells which bundles
# a station has brought, and the SHA-256 of what it told of each: it may bring the same once more.
STATIONS_AT_ONCE = """
DROP INDEX one_station_a_bundle;
DROP TRIGGER no_pass_of_a_bundle_that_is_out;
CREATE INDEX station_bundle_out ON station_bundle (bundle_id) WHERE is_out = 1;
CREATE TRIGGER no_pass_of_a_bundle_that_is_out BEFORE INSERT ON entry_pass
WHEN NEW.source <> 'station'
  AND EXISTS (SELECT 1 FROM station_bundle WHERE bundle_id = NEW.bundle_id AND is_out = 1)
BEGIN SELECT RAISE(ABORT, 'the bundle is at a station'); END;
CREATE TRIGGER no_more_stations_than_passes BEFORE INSERT ON station_bundle
WHEN NEW.is_out = 1
  AND EXISTS (SELECT 1 FROM station_bundle WHERE bundle_id = NEW.bundle_id AND is_out = 1)
  AND (SELECT count(*) FROM station_bundle WHERE bundle_id = NEW.bundle_id AND is_out = 1)
    + (SELECT count(*) FROM entry_pass
       WHERE bundle_id = NEW.bundle_id AND number > 0 AND voided = 0)
    >= (SELECT round.passes FROM bundle JOIN round ON round.id = round_id
        WHERE bundle.id = NEW.bundle_id)
BEGIN SELECT RAISE(ABORT, 'the bundle is at as many stations as it lacks passes'); END;
CREATE TRIGGER station_bundle_comes_back_once BEFORE UPDATE OF is_out ON station_bundle
WHEN OLD.is_out = 0
BEGIN SELECT RAISE(ABORT, 'the bundle is back'); END;
CREATE TABLE station_return (
    station_id INTEGER NOT NULL REFERENCES station (id),
    bundle_id INTEGER NOT NULL REFERENCES bundle (id),
    sheets_hash TEXT NOT NULL CHECK (length(sheets_hash) = 64),
    PRIMARY KEY (station_id, bundle_id)
) STRICT, WITHOUT ROWID;
"""
