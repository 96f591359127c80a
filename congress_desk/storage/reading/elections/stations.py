"""Stations and their bundles, and the order of a station file, read from the file."""

from __future__ import annotations

from collections import defaultdict

from congress_desk.domain.elections.passes.bundle_passes import RESOLVER
from congress_desk.domain.elections.stations.station import Station, StationState
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row

_BUNDLES = """
SELECT station_id, bundle.number, bundle.expected, is_out FROM station
JOIN station_bundle ON station_bundle.station_id = station.id
JOIN bundle ON bundle.id = station_bundle.bundle_id
WHERE station.round_id = ? ORDER BY bundle.number
"""
_SETTLING = """
SELECT station_settling.* FROM station
JOIN station_settling ON station_settling.station_id = station.id WHERE station.round_id = ?
"""
_OUT = """
SELECT bundle.number, station.name FROM station
JOIN station_bundle ON station_bundle.station_id = station.id AND is_out = 1
JOIN bundle ON bundle.id = station_bundle.bundle_id WHERE station.round_id = ?
ORDER BY station.number
"""
# Before version 8 a station brought all its bundles at once, and none of them was noted.
_BROUGHT = """
SELECT bundle.number FROM station
JOIN station_bundle ON station_bundle.station_id = station.id
JOIN bundle ON bundle.id = station_bundle.bundle_id
LEFT JOIN station_return ON station_return.station_id = station.id
    AND station_return.bundle_id = bundle.id
WHERE station.round_id = ? AND (station.state = 'back' OR sheets_hash IS NOT NULL)
"""


def stations(file: CongressFile, round_id: int) -> tuple[Station, ...]:
    """Return the stations of a round by number, those that are settled too."""
    bundles: dict[int, list[int]] = defaultdict(list)
    out: dict[int, list[int]] = defaultdict(list)
    sheets: dict[int, int] = defaultdict(int)
    for row in file.rows(_BUNDLES, round_id):
        bundles[row["station_id"]].append(row["number"])
        sheets[row["station_id"]] += row["expected"] or 0
        if row["is_out"]:
            out[row["station_id"]].append(row["number"])
    settling = {row["station_id"]: row["sheets"] for row in file.rows(_SETTLING, round_id)}
    rows = file.rows("SELECT * FROM station WHERE round_id = ? ORDER BY number", round_id)
    return tuple(
        _station_of(
            {**row, "pass_number": RESOLVER} if row["id"] in settling else row,
            tuple(bundles[row["id"]]),
            tuple(out[row["id"]]),
            settling.get(row["id"], sheets[row["id"]]),
        )
        for row in rows
    )


def station_of_number(file: CongressFile, number: int) -> Station | None:
    """Return a station by the number that its order has, None of none."""
    rows = file.rows("SELECT round_id FROM station WHERE number = ?", number)
    if not rows:
        return None
    return next(each for each in stations(file, rows[0]["round_id"]) if each.number == number)


def last_number(file: CongressFile) -> int:
    """Return the highest number of a station of the congress, 0 before the first."""
    sql = "SELECT coalesce(max(number), 0) AS last FROM station"
    return int(file.rows(sql)[0]["last"])


def bundles_out(file: CongressFile, round_id: int) -> dict[int, str]:
    """Return the bundles of a round that are at stations: number and the stations' names."""
    return file.remembered("bundles_out", round_id, lambda: _bundles_out(file, round_id))


def _bundles_out(file: CongressFile, round_id: int) -> dict[int, str]:
    names: dict[int, list[str]] = defaultdict(list)
    for row in file.rows(_OUT, round_id):
        names[row["number"]].append(row["name"])
    return {number: ", ".join(each) for number, each in names.items()}


def bundles_brought(file: CongressFile, round_id: int) -> frozenset[int]:
    """Return the bundles of a round of which a station has brought a pass."""
    return frozenset(row["number"] for row in file.rows(_BROUGHT, round_id))


def returns(file: CongressFile, station_id: int) -> dict[int, str]:
    """Return what a station has brought: number of the bundle, hash of what was told of it."""
    rows = file.rows(
        "SELECT number, sheets_hash FROM station_return"
        " JOIN bundle ON bundle.id = bundle_id WHERE station_id = ?",
        station_id,
    )
    return {row["number"]: row["sheets_hash"] for row in rows}


def was_handed(file: CongressFile, bundle_id: int) -> bool:
    """Say whether a bundle was ever at a station."""
    sql = "SELECT 1 FROM station_bundle WHERE bundle_id = ? LIMIT 1"
    return bool(file.rows(sql, bundle_id))


def signing_key(file: CongressFile) -> str:
    """Return the private key of the congress, "" before its first station."""
    rows = file.rows("SELECT private_key FROM congress_signing_key")
    return str(rows[0]["private_key"]) if rows else ""


def order_row(file: CongressFile) -> Row | None:
    """Return the order that a station file was made for, None in a congress file."""
    rows = file.rows("SELECT text, signature, private_key FROM station_order")
    return rows[0] if rows else None


def times_of_bundle(file: CongressFile, bundle_id: int) -> tuple[str, str]:
    """Return when the first and the last sheet of a bundle were entered, ISO texts or ""."""
    rows = file.rows(
        "SELECT min(entered_at) AS began, max(entered_at) AS ended FROM entry_pass"
        " JOIN ballot ON ballot.pass_id = entry_pass.id WHERE bundle_id = ?",
        bundle_id,
    )
    return rows[0]["began"] or "", rows[0]["ended"] or ""


def last_ballot_id(file: CongressFile) -> int:
    """Return the highest id of a ballot, 0 before the first."""
    return int(file.rows("SELECT coalesce(max(id), 0) AS last FROM ballot")[0]["last"])


def last_doubt_number(file: CongressFile, round_id: int) -> int:
    """Return the highest number written on a ballot put aside in a round, whether it stands."""
    rows = file.rows(
        "SELECT coalesce(max(doubtful_ballot.number), 0) AS last FROM bundle"
        " JOIN entry_pass ON bundle_id = bundle.id"
        " JOIN doubtful_ballot ON pass_id = entry_pass.id WHERE round_id = ?",
        round_id,
    )
    return int(rows[0]["last"])


def _station_of(row: Row, bundles: tuple[int, ...], out: tuple[int, ...], sheets: int) -> Station:
    names = (
        "id", "round_id", "number", "name", "pass_number", "public_key", "order_hash",
        "given_at", "given_by", "settled_at", "settled_by", "reason",
    )  # fmt: skip
    return Station(
        state=StationState(row["state"]),
        bundles=bundles,
        out=out,
        sheets=sheets,
        **{name: row[name] for name in names},
    )
