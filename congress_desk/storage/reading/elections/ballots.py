"""Bundles and ballots, read from the file: first passes, and what counts in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Bundle, Round
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.elections.ballots import paper_of
from congress_desk.storage.table_kinds import kinds_read

Marks = Sequence[str | None]
OfBallot = tuple[Marks, int, Sequence[tuple[int, int]]]

_BALLOTS_OF_ROUND = """
SELECT ballot.*, bundle.number AS bundle_number, bundle.round_id AS round_id
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.number = 1
    AND entry_pass.voided = 0
JOIN ballot ON ballot.pass_id = entry_pass.id AND ballot.state = 'counted'
WHERE bundle.round_id = ? ORDER BY bundle.number, ballot.sequence
"""
# What a count needs of them and no more.
COUNTED_NARROW = """
SELECT bundle.number, ballot.id, board_reason, board_text
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.number = 1
    AND entry_pass.voided = 0
JOIN ballot ON ballot.pass_id = entry_pass.id AND ballot.state = 'counted'
WHERE bundle.round_id = ?
"""
_AGREED_NARROW = """
SELECT bundle.number, ballot.id, board_reason, board_text
FROM bundle JOIN agreed_ballot ON agreed_ballot.bundle_id = bundle.id
JOIN ballot ON ballot.id = agreed_ballot.ballot_id WHERE bundle.round_id = ?
"""
_NEWEST_BALLOTS = """
SELECT ballot.*, bundle.number AS bundle_number, bundle.round_id AS round_id
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.number = 1
    AND entry_pass.voided = 0
JOIN ballot ON ballot.pass_id = entry_pass.id AND ballot.state = 'counted'
WHERE bundle.round_id = ? ORDER BY coalesce(ballot.origin, ballot.id) DESC LIMIT ?
"""
_BALLOT = """
SELECT ballot.*, bundle.number AS bundle_number, bundle.round_id AS round_id
FROM ballot JOIN entry_pass ON entry_pass.id = ballot.pass_id
JOIN bundle ON bundle.id = entry_pass.bundle_id WHERE ballot.id = ?
"""
# Looks into the indexes of places: a join would fetch every ballot of the bundle. The place of
# a ballot that waits for the board is kept free.
_BUNDLE = """
SELECT bundle.*, entry_pass.id AS pass_id,
    (SELECT count(*) FROM ballot
     WHERE pass_id = entry_pass.id AND state = 'counted')
    + (SELECT coalesce(sum(ballots), 0) FROM bundle_count
       WHERE pass_id = entry_pass.id) AS entered,
    (SELECT count(*) FROM doubtful_ballot
     WHERE pass_id = entry_pass.id AND state = 'waiting') AS waiting,
    max((SELECT coalesce(max(sequence), 0) FROM ballot
         WHERE pass_id = entry_pass.id AND state = 'counted'),
        (SELECT coalesce(max(sequence), 0) FROM doubtful_ballot
         WHERE pass_id = entry_pass.id AND state = 'waiting')) AS last
FROM bundle LEFT JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.number = 1
    AND entry_pass.voided = 0
WHERE bundle.round_id = ? AND bundle.number = ?
"""
_KEPT_BUNDLE = "bundle_of_ballots"
_BUNDLES = """
SELECT bundle.id, bundle.number, bundle.expected, bundle.kind = 'totals' AS by_totals,
    (SELECT count(*) FROM ballot
     WHERE pass_id = entry_pass.id AND state = 'counted')
    + (SELECT coalesce(sum(ballots), 0) FROM bundle_count
       WHERE pass_id = entry_pass.id) AS entered,
    (SELECT count(*) FROM doubtful_ballot
     WHERE pass_id = entry_pass.id AND state = 'waiting') AS waiting,
    coalesce((SELECT station.name FROM station_bundle JOIN station ON station.id = station_id
     WHERE bundle_id = bundle.id AND is_out = 1), '') AS station
FROM bundle LEFT JOIN entry_pass ON entry_pass.bundle_id = bundle.id
    AND entry_pass.number > 0 AND entry_pass.voided = 0
WHERE bundle.round_id = ? ORDER BY bundle.number, entry_pass.number
"""
# One row a ballot: 1,500 ballots of 63 names have 13,500 marks.
_MARKS = """
SELECT ballot_id, group_concat(candidate_id) FILTER (WHERE mark = 'struck'),
    group_concat(candidate_id) FILTER (WHERE mark = 'both'),
    group_concat(candidate_id) FILTER (WHERE mark = 'blank')
FROM ballot_mark"""
_BY_BALLOT = " GROUP BY ballot_id"
_SHARES = "SELECT ballot_id, shares FROM ballot_share"
_VOTES = "SELECT ballot_id, candidate_id, votes FROM ballot_vote"
_OF_ROUND = """ WHERE ballot_id IN
(SELECT ballot.id FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id
 JOIN ballot ON ballot.pass_id = entry_pass.id WHERE bundle.round_id = ?)
"""
_OF_BUNDLE = """ WHERE ballot_id IN
(SELECT ballot.id FROM entry_pass JOIN ballot ON ballot.pass_id = entry_pass.id
 WHERE entry_pass.bundle_id = ?)
"""


def bundles(file: CongressFile, round_id: int) -> tuple[Bundle, ...]:
    """Return the bundles of a round by number, with what its fullest pass holds of each."""
    fullest: dict[int, Bundle] = {}
    for row in file.rows(_BUNDLES, round_id):
        held = Bundle(**{**row, "by_totals": bool(row["by_totals"])})
        known = fullest.get(held.id)
        if known is None or held.taken > known.taken:
            fullest[held.id] = held
    return tuple(fullest.values())


def bundle_row(file: CongressFile, round_id: int, number: int) -> Row | None:
    """Return the row of a bundle by its number, with its first pass and what that pass holds.

    `pass_id` is None before the first ballot; `entered` and `last` count ballots that count.
    """
    kept: Row | None = file.read_cache.recalled(_KEPT_BUNDLE, round_id)
    if kept is not None and kept["number"] == number:
        return kept
    rows = file.rows(_BUNDLE, round_id, number)
    return rows[0] if rows else None


def keep_bundle_row(
    file: CongressFile, round_id: int, row: Row, pass_id: int, *, more: int
) -> None:
    """Keep what `bundle_row` gives after an act that entered so many `more`, now in the file.

    The next ballot asks for it; whatever else touches bundles or ballots makes it forgotten.
    """
    entered, last = row["entered"] + more, row["last"] + more
    kept = {**row, "pass_id": pass_id, "entered": entered, "last": last}
    file.read_cache.keep(_KEPT_BUNDLE, round_id, kept, kinds_read(_BUNDLE))


def bundle_covers(file: CongressFile, round_id: int) -> list[tuple[int, int, int | None]]:
    """Return id, number and expected of the bundles of a round, by number."""
    return file.cursor(
        "SELECT id, number, expected FROM bundle WHERE round_id = ? ORDER BY number", round_id
    ).fetchall()


def bundles_by_totals(file: CongressFile, round_id: int) -> frozenset[int]:
    """Return the numbers of the bundles of a round that are entered by totals."""
    sql = "SELECT number FROM bundle WHERE round_id = ? AND kind = 'totals'"
    return frozenset(row["number"] for row in file.rows(sql, round_id))


def was_begun(file: CongressFile, bundle_id: int) -> bool:
    """Say whether a bundle ever had an entry pass."""
    return bool(file.rows("SELECT 1 FROM entry_pass WHERE bundle_id = ? LIMIT 1", bundle_id))


def ballot_rows(file: CongressFile, round_id: int) -> list[Row]:
    """Return the counted ballots of a round by bundle and place."""
    return file.rows(_BALLOTS_OF_ROUND, round_id)


def newest_ballot_rows(file: CongressFile, round_id: int, limit: int) -> list[Row]:
    """Return the last counted ballots as they were recorded, newest first.

    A corrected ballot keeps the place of the one it replaces.
    """
    return file.rows(_NEWEST_BALLOTS, round_id, limit)


def ballot_row(file: CongressFile, ballot_id: int) -> Row | None:
    """Return one ballot with its bundle and round, whatever its state."""
    rows = file.rows(_BALLOT, ballot_id)
    return rows[0] if rows else None


def known_uids(file: CongressFile, uids: list[str]) -> set[str]:
    """Return which of these ballot uids are in the file already."""
    sql = "SELECT 1 FROM ballot WHERE uid = ?"
    return {uid for uid in uids if file.cursor(sql, uid).fetchone()}


def has_ballots(file: CongressFile) -> bool:
    """Say whether any ballot was ever recorded in this congress."""
    return bool(file.rows("SELECT 1 AS one FROM ballot LIMIT 1"))


def papers(file: CongressFile, round_id: int, rows: list[Row]) -> list[Paper]:
    """Return the papers of ballot rows of one round, in their order."""
    return _papers(file, _OF_ROUND, round_id, rows)


def papers_of_bundle(file: CongressFile, bundle_id: int, rows: list[Row]) -> list[Paper]:
    """Return the papers of ballot rows of one bundle, in their order."""
    return _papers(file, _OF_BUNDLE, bundle_id, rows)


def counted_papers(file: CongressFile, found: Round) -> list[tuple[int, Paper]]:
    """Return the papers that count in a round, each with the number of its bundle, in no order.

    They are the agreed ones of several passes. A count of 1,500 ballots makes no row of each.
    """
    of_ballot = _what_stands_on(file, _OF_ROUND, found.id)
    sql = _AGREED_NARROW if found.passes > 1 else COUNTED_NARROW
    return [
        (number, paper_of(reason, text, *of_ballot(ballot_id)))
        for number, ballot_id, reason, text in file.cursor(sql, found.id)
    ]


def _papers(file: CongressFile, of: str, key: int, rows: list[Row]) -> list[Paper]:
    of_ballot = _what_stands_on(file, of, key)
    return [paper_of(r["board_reason"], r["board_text"], *of_ballot(r["id"])) for r in rows]


def _what_stands_on(file: CongressFile, of: str, key: int) -> Callable[[int], OfBallot]:
    """Return a look-up by the id of a ballot: its marks, its shares, and the votes it gives."""
    marks: dict[int, Marks] = {
        ballot_id: (struck, both, blank)
        for ballot_id, struck, both, blank in file.cursor(_MARKS + of + _BY_BALLOT, key)
    }
    shares = dict(file.cursor(_SHARES + of, key))
    given: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for ballot_id, candidate_id, votes in file.cursor(_VOTES + of, key):
        given[ballot_id].append((candidate_id, votes))
    if not shares and not given:
        return lambda ballot_id: (marks.get(ballot_id, ()), 0, ())
    return lambda ballot_id: (
        marks.get(ballot_id, ()),
        shares.get(ballot_id, 0),
        given.get(ballot_id, ()),
    )


def paper_of_ballot(file: CongressFile, row: Row) -> Paper:
    """Return the paper of one ballot row."""
    marks = file.cursor(_MARKS + " WHERE ballot_id = ?" + _BY_BALLOT, row["id"]).fetchone() or ("",)
    shares = dict(file.cursor(_SHARES + " WHERE ballot_id = ?", row["id"]))
    votes = file.rows("SELECT candidate_id, votes FROM ballot_vote WHERE ballot_id = ?", row["id"])
    return paper_of(
        row["board_reason"],
        row["board_text"],
        marks[1:],
        shares.get(row["id"], 0),
        [(vote["candidate_id"], vote["votes"]) for vote in votes],
    )
