"""Version 7: bundles whose passes differ are settled at a station, as they are entered there."""

from __future__ import annotations

# How many sheets a station types from the paper; which ones stands in its order. Of such a station
# `station.pass_number` tells the last pass of the round.
SETTLING = """
CREATE TABLE station_settling (
    station_id INTEGER PRIMARY KEY REFERENCES station (id),
    sheets INTEGER NOT NULL CHECK (sheets > 0)
) STRICT;
"""
