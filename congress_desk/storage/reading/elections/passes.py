"""Entry passes of bundles, what they hold, and what is agreed, read from the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.agreement import EnteredSheet, ResolverSheets
from congress_desk.domain.elections.passes.bundle_passes import (
    RESOLVER,
    BundlePasses,
    EntryPass,
    PassSource,
)
from congress_desk.domain.elections.passes.entry_rights import Worker
from congress_desk.domain.elections.round import Round
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.elections import ballots as reading_ballots

_BUNDLES = """
SELECT bundle.id, bundle.number, bundle.expected, bundle.kind, round.passes AS wanted,
    round.state <> 'counting' AS is_sealed,
    (SELECT count(*) FROM agreed_ballot WHERE bundle_id = bundle.id)
    + (SELECT coalesce(sum(ballots), 0) FROM agreed_total
       JOIN bundle_count ON bundle_count.pass_id = agreed_total.pass_id
       WHERE agreed_total.bundle_id = bundle.id) AS agreed,
    coalesce((SELECT group_concat(name, ', ') FROM
     (SELECT station.name FROM station_bundle JOIN station ON station.id = station_id
      WHERE bundle_id = bundle.id AND is_out = 1 ORDER BY station.number)), '') AS station,
    (SELECT count(*) FROM station_bundle WHERE bundle_id = bundle.id AND is_out = 1) AS away,
    (SELECT sheets FROM hand_count WHERE bundle_id = bundle.id AND voided = 0
     ORDER BY id DESC LIMIT 1) AS counted,
    (SELECT count(*) FROM entry_pass JOIN doubtful_ballot ON pass_id = entry_pass.id
     WHERE bundle_id = bundle.id AND doubtful_ballot.state = 'waiting' AND standing) AS doubts
FROM bundle JOIN round ON round.id = bundle.round_id WHERE bundle.round_id = ?
"""
_PASSES = """
SELECT entry_pass.*,
    (SELECT count(*) FROM ballot
     WHERE pass_id = entry_pass.id AND state = 'counted')
    + (SELECT coalesce(sum(ballots), 0) FROM bundle_count
       WHERE pass_id = entry_pass.id) AS entered,
    (SELECT count(*) FROM doubtful_ballot
     WHERE pass_id = entry_pass.id AND state = 'waiting') AS waiting,
    (SELECT count(*) FROM doubtful_ballot
     WHERE pass_id = entry_pass.id AND state <> 'withdrawn') AS aside
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id
WHERE bundle.round_id = ? AND entry_pass.voided = 0 AND entry_pass.number > 0
"""
# The places at the end of a pass: of ballots that count, and of those kept free for the board.
_OPEN_PASS = """
SELECT entry_pass.*, bundle.expected, bundle.number AS bundle_number, bundle.round_id,
    (SELECT count(*) FROM ballot
     WHERE pass_id = entry_pass.id AND state = 'counted') AS entered,
    (SELECT count(*) FROM doubtful_ballot
     WHERE pass_id = entry_pass.id AND state = 'waiting') AS waiting,
    max((SELECT coalesce(max(sequence), 0) FROM ballot
         WHERE pass_id = entry_pass.id AND state = 'counted'),
        (SELECT coalesce(max(sequence), 0) FROM doubtful_ballot
         WHERE pass_id = entry_pass.id AND state = 'waiting')) AS last
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id
WHERE bundle.round_id = ? AND bundle.number = ?
  AND entry_pass.number > 0 AND entry_pass.voided = 0 AND entry_pass.closed_at = ''
"""
_SHEETS = """
SELECT entry_pass.number AS pass_number, entry_pass.bundle_id, ballot.id, ballot.sequence,
    ballot.board_reason, ballot.board_text
FROM entry_pass JOIN ballot ON ballot.pass_id = entry_pass.id AND ballot.state = 'counted'
WHERE entry_pass.voided = 0 AND entry_pass.bundle_id IN (%s)
ORDER BY entry_pass.bundle_id, entry_pass.number, ballot.sequence
"""
_ASIDE = """
SELECT entry_pass.number AS pass_number, entry_pass.bundle_id, doubtful_ballot.id,
    doubtful_ballot.sequence, doubtful_ballot.state
FROM entry_pass JOIN doubtful_ballot ON doubtful_ballot.pass_id = entry_pass.id
WHERE entry_pass.voided = 0 AND doubtful_ballot.state <> 'withdrawn'
  AND entry_pass.bundle_id IN (%s)
"""
_OF_ROUND = "SELECT id FROM bundle WHERE round_id = ?"
_AGREED_PLACES = """
SELECT agreed_ballot.* FROM bundle JOIN agreed_ballot ON agreed_ballot.bundle_id = bundle.id
WHERE bundle.round_id = ?
"""
_AGREED_BALLOTS = """
SELECT ballot.*, agreed_ballot.place AS agreed_place, bundle.number AS bundle_number,
    bundle.round_id AS round_id
FROM bundle JOIN agreed_ballot ON agreed_ballot.bundle_id = bundle.id
JOIN ballot ON ballot.id = agreed_ballot.ballot_id
WHERE bundle.round_id = ? ORDER BY bundle.number, agreed_ballot.place
"""


def bundle_passes(
    file: CongressFile, round_id: int, number: int | None = None
) -> tuple[BundlePasses, ...]:
    """Return the bundles of a round by number with the passes that stand; one bundle of a number.

    `agreed` and what else is told of a bundle counts sheets, never what stands on them.
    """
    only = "" if number is None else " AND bundle.number = ?"
    params = (round_id,) if number is None else (round_id, number)
    passes: dict[int, list[EntryPass]] = defaultdict(list)
    for row in file.rows(_PASSES + only + " ORDER BY entry_pass.number", *params):
        passes[row["bundle_id"]].append(_pass_of(row))
    return tuple(
        BundlePasses(
            id=row["id"],
            number=row["number"],
            wanted=row["wanted"],
            expected=row["expected"],
            passes=tuple(passes[row["id"]]),
            agreed=row["agreed"],
            counted=row["counted"],
            doubts=row["doubts"],
            is_sealed=bool(row["is_sealed"]),
            by_totals=row["kind"] == "totals",
            station=row["station"],
            away=row["away"],
        )
        for row in file.rows(_BUNDLES + only + " ORDER BY bundle.number", *params)
    )


def _pass_of(row: Row) -> EntryPass:
    return EntryPass(
        id=row["id"],
        number=row["number"],
        operator=row["operator"],
        operator_id=row["operator_id"],
        source=PassSource(row["source"]),
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
        entered=row["entered"],
        waiting=row["waiting"],
        aside=row["aside"],
    )


def open_pass_row(file: CongressFile, round_id: int, bundle_number: int) -> Row | None:
    """Return the row of the pass of a bundle that takes ballots, with what it holds; None of none.

    `last` is the last place that is taken or kept.
    """
    rows = file.rows(_OPEN_PASS, round_id, bundle_number)
    return rows[0] if rows else None


def pass_row(file: CongressFile, pass_id: int) -> Row:
    """Return the row of a pass."""
    return file.rows("SELECT * FROM entry_pass WHERE id = ?", pass_id)[0]


def ballots_of_uids(file: CongressFile, pass_id: int, uids: Sequence[str]) -> dict[str, int]:
    """Return the ids of the ballots of a pass that have these uids and count."""
    sql = "SELECT id, uid FROM ballot WHERE uid = ? AND pass_id = ? AND state = 'counted'"
    return {row["uid"]: row["id"] for uid in uids for row in file.rows(sql, uid, pass_id)}


def places_of_pass(file: CongressFile, pass_id: int) -> list[Row]:
    """Return the places of a pass in order: the id of the ballot, 0 of one put aside."""
    return file.rows(
        "SELECT sequence, id AS ballot_id FROM ballot WHERE pass_id = ? AND state = 'counted'"
        " UNION ALL SELECT sequence, 0 FROM doubtful_ballot"
        " WHERE pass_id = ? AND state = 'waiting' ORDER BY sequence",
        pass_id,
        pass_id,
    )


def resolver_pass_id(file: CongressFile, bundle_id: int) -> int | None:
    """Return the pass of what the resolver typed in a bundle, None before the first."""
    rows = file.rows(
        "SELECT id FROM entry_pass WHERE bundle_id = ? AND number = ? AND voided = 0",
        bundle_id,
        RESOLVER,
    )
    return rows[0]["id"] if rows else None


def resolver_ballot_row(file: CongressFile, bundle_id: int, place: int) -> Row | None:
    """Return the ballot that the resolver typed for a place, None of none."""
    rows = file.rows(
        "SELECT ballot.* FROM entry_pass JOIN ballot ON ballot.pass_id = entry_pass.id"
        " WHERE bundle_id = ? AND entry_pass.number = 0 AND voided = 0 AND sequence = ?"
        " AND state = 'counted'",
        bundle_id,
        place,
    )
    return rows[0] if rows else None


def ballot_row_of(file: CongressFile, ballot_id: int) -> Row:
    """Return the bare row of a ballot."""
    return file.rows("SELECT * FROM ballot WHERE id = ?", ballot_id)[0]


def resolver_rows(file: CongressFile, bundle_id: int) -> list[Row]:
    """Return the ballots that count of what the resolver typed in a bundle."""
    return file.rows(
        "SELECT ballot.* FROM entry_pass JOIN ballot ON ballot.pass_id = entry_pass.id"
        " WHERE bundle_id = ? AND entry_pass.number = 0 AND voided = 0 AND state = 'counted'",
        bundle_id,
    )


def resolver_doubts(file: CongressFile, bundle_id: int) -> list[int]:
    """Return what was put aside for the board while a bundle was settled."""
    rows = file.rows(
        "SELECT doubtful_ballot.id FROM entry_pass"
        " JOIN doubtful_ballot ON doubtful_ballot.pass_id = entry_pass.id"
        " WHERE bundle_id = ? AND entry_pass.number = 0 AND voided = 0 AND state <> 'withdrawn'",
        bundle_id,
    )
    return [row["id"] for row in rows]


def attempts(file: CongressFile, bundle_id: int) -> int:
    """Return how often a bundle was begun anew."""
    sql = "SELECT coalesce(max(voided), 0) AS most FROM entry_pass WHERE bundle_id = ?"
    return int(file.rows(sql, bundle_id)[0]["most"])


_STANDING = {
    "entry_pass": "SELECT id FROM entry_pass WHERE bundle_id = ? AND voided = 0",
    "hand_count": "SELECT id FROM hand_count WHERE bundle_id = ? AND voided = 0",
    "doubtful_ballot": "SELECT doubtful_ballot.id FROM entry_pass"
    " JOIN doubtful_ballot ON pass_id = entry_pass.id WHERE bundle_id = ? AND standing = 1",
}


def standing_ids(file: CongressFile, table: str, bundle_id: int) -> list[int]:
    """Return the rows of a table that stand for a bundle: passes, counts by hand, doubts."""
    return [row["id"] for row in file.rows(_STANDING[table], bundle_id)]


def typists(file: CongressFile, bundle_id: int) -> tuple[Worker, ...]:
    """Return everybody who entered a pass of a bundle that stands, or a ballot in one."""
    rows = file.rows(
        "SELECT entry_pass.operator, operator_id FROM entry_pass"
        " WHERE bundle_id = ? AND voided = 0 AND number > 0"
        " UNION SELECT ballot.operator, 0 FROM entry_pass"
        " JOIN ballot ON ballot.pass_id = entry_pass.id"
        " WHERE bundle_id = ? AND voided = 0 AND number > 0 AND entry_pass.operator = ''"
        " UNION SELECT station_typist.name, 0 FROM entry_pass"
        " JOIN station_typist ON station_typist.pass_id = entry_pass.id"
        " WHERE bundle_id = ? AND voided = 0 AND number > 0",
        bundle_id,
        bundle_id,
        bundle_id,
    )
    return tuple(
        Worker(name=row["operator"], operator_id=row["operator_id"])
        for row in rows
        if row["operator"]
    )


def counted_ballot_rows(file: CongressFile, found: Round) -> list[Row]:
    """Return the ballots that count in a round by bundle and place, the agreed of several."""
    if found.passes > 1:
        return agreed_ballot_rows(file, found.id)
    return reading_ballots.ballot_rows(file, found.id)


def agreed_ballot_rows(file: CongressFile, round_id: int) -> list[Row]:
    """Return the agreed ballots of a round by bundle and place."""
    rows = file.rows(_AGREED_BALLOTS, round_id)
    return [{**row, "sequence": row["agreed_place"]} for row in rows]


def agreed_places(file: CongressFile, round_id: int) -> dict[int, dict[int, int]]:
    """Return by bundle id which ballot is agreed in each place."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for row in file.rows(_AGREED_PLACES, round_id):
        found[row["bundle_id"]][row["place"]] = row["ballot_id"]
    return found


Sheets = dict[int, dict[int, list[EnteredSheet]]]


def sheets_of_round(file: CongressFile, round_id: int) -> tuple[Sheets, dict[int, ResolverSheets]]:
    """Return by bundle id and number of the pass what every pass holds, and what was resolved."""
    rows = file.rows(_SHEETS % _OF_ROUND, round_id)
    papers = reading_ballots.papers(file, round_id, rows)
    return _sheets(rows, papers, file.rows(_ASIDE % _OF_ROUND, round_id))


def sheets_of_bundle(
    file: CongressFile, bundle_id: int
) -> tuple[dict[int, list[EnteredSheet]], ResolverSheets]:
    """Return by number of the pass what every pass of a bundle holds, and what was resolved."""
    rows = file.rows(_SHEETS % "?", bundle_id)
    papers = reading_ballots.papers_of_bundle(file, bundle_id, rows)
    sheets, resolved = _sheets(rows, papers, file.rows(_ASIDE % "?", bundle_id))
    return sheets.get(bundle_id, {}), resolved.get(bundle_id, ResolverSheets())


def _sheets(
    rows: list[Row], papers: list[Paper], aside: list[Row]
) -> tuple[Sheets, dict[int, ResolverSheets]]:
    doubts = {(a["bundle_id"], a["pass_number"], a["sequence"]): a for a in aside}
    placed: dict[tuple[int, int], dict[int, EnteredSheet]] = defaultdict(dict)
    for (bundle, number, sequence), doubt in doubts.items():
        placed[bundle, number][sequence] = EnteredSheet(ballot_id=0, doubt_id=doubt["id"])
    for row, paper in zip(rows, papers, strict=True):
        key = (row["bundle_id"], row["pass_number"])
        doubt_id = doubts.get((*key, row["sequence"]), {"id": 0})["id"]
        placed[key][row["sequence"]] = EnteredSheet(
            ballot_id=row["id"], paper=paper, doubt_id=doubt_id
        )
    sheets: Sheets = defaultdict(dict)
    resolved: dict[int, ResolverSheets] = {}
    for (bundle, number), of_pass in placed.items():
        if number != RESOLVER:
            sheets[bundle][number] = [of_pass[sequence] for sequence in sorted(of_pass)]
            continue
        resolved[bundle] = ResolverSheets(
            ballots={place: sheet.ballot_id for place, sheet in of_pass.items()},
            aside=frozenset(place for place, sheet in of_pass.items() if not sheet.ballot_id),
        )
    return sheets, resolved
