"""Every question the program asks the file: rows as records, in the order screens show them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Bundle, Round, Waiver
from congress_desk.domain.organs.duty import Duty
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line, Row
from congress_desk.storage.rows import (
    agenda_of,
    candidate_of,
    duty_of,
    election_of,
    paper_of,
    round_of,
    waiver_of,
)

_BALLOTS_OF_ROUND = """
SELECT ballot.*, bundle.number AS bundle_number, bundle.round_id AS round_id
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.number = 1
JOIN ballot ON ballot.pass_id = entry_pass.id AND ballot.state = 'counted'
WHERE bundle.round_id = ? ORDER BY bundle.number, ballot.sequence
"""
_NEWEST_BALLOTS = """
SELECT ballot.*, bundle.number AS bundle_number, bundle.round_id AS round_id
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.number = 1
JOIN ballot ON ballot.pass_id = entry_pass.id AND ballot.state = 'counted'
WHERE bundle.round_id = ? ORDER BY coalesce(ballot.origin, ballot.id) DESC LIMIT ?
"""
_BALLOT = """
SELECT ballot.*, bundle.number AS bundle_number, bundle.round_id AS round_id
FROM ballot JOIN entry_pass ON entry_pass.id = ballot.pass_id
JOIN bundle ON bundle.id = entry_pass.bundle_id WHERE ballot.id = ?
"""
# Two looks into the index of places: a join would fetch every ballot of the bundle.
_BUNDLE = """
SELECT bundle.*, entry_pass.id AS pass_id,
    (SELECT count(*) FROM ballot
     WHERE pass_id = entry_pass.id AND state = 'counted') AS entered,
    (SELECT coalesce(max(sequence), 0) FROM ballot
     WHERE pass_id = entry_pass.id AND state = 'counted') AS last
FROM bundle LEFT JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.number = 1
WHERE bundle.round_id = ? AND bundle.number = ?
"""


def congress_row(file: CongressFile) -> Row:
    """Return the one row of the congress."""
    return file.rows("SELECT * FROM congress")[0]


def agenda(file: CongressFile) -> tuple[AgendaItem, ...]:
    """Return the programme in order, without the items that were removed."""
    rows = file.rows("SELECT * FROM agenda_item WHERE state <> 'removed' ORDER BY place, id")
    return tuple(agenda_of(row) for row in rows)


def duties(file: CongressFile) -> tuple[Duty, ...]:
    """Return the members of the organs in order, without those who left."""
    rows = file.rows("SELECT * FROM duty WHERE until = '' ORDER BY place, id")
    return tuple(duty_of(row) for row in rows)


def all_duties(file: CongressFile) -> tuple[Duty, ...]:
    """Return the members of the organs in order, those who left too."""
    return tuple(duty_of(row) for row in file.rows("SELECT * FROM duty ORDER BY place, id"))


def elections(file: CongressFile) -> tuple[Election, ...]:
    """Return every election with its candidates in ballot order."""
    of_election: dict[int, list[Candidate]] = defaultdict(list)
    listed = file.rows("SELECT * FROM candidate WHERE listed ORDER BY election_id, place, id")
    for row in listed:
        of_election[row["election_id"]].append(candidate_of(row))
    rows = file.rows("SELECT * FROM election ORDER BY place, id")
    return tuple(election_of(row, of_election[row["id"]]) for row in rows)


def election_row(file: CongressFile, election_id: int) -> Row | None:
    """Return one election's row."""
    rows = file.rows("SELECT * FROM election WHERE id = ?", election_id)
    return rows[0] if rows else None


def election_of_candidate(file: CongressFile, candidate_id: int) -> int | None:
    """Return the election whose list holds this candidate."""
    rows = file.rows("SELECT election_id FROM candidate WHERE id = ?", candidate_id)
    return rows[0]["election_id"] if rows else None


def rounds(file: CongressFile, election_id: int) -> tuple[Round, ...]:
    """Return the rounds of an election, oldest first."""
    rows = file.rows("SELECT * FROM round WHERE election_id = ? ORDER BY number", election_id)
    return tuple(round_of(row, _round_candidates(file, row["id"])) for row in rows)


def round_by_id(file: CongressFile, round_id: int) -> Round | None:
    """Return one round with its list."""
    return file.remembered("round", round_id, lambda: _round_by_id(file, round_id))


def _round_by_id(file: CongressFile, round_id: int) -> Round | None:
    rows = file.rows("SELECT * FROM round WHERE id = ?", round_id)
    return round_of(rows[0], _round_candidates(file, round_id)) if rows else None


def stored_result(file: CongressFile, round_id: int) -> str:
    """Return the result as JSON that was stored when the round was declared, "" before."""
    rows = file.rows("SELECT result FROM round WHERE id = ?", round_id)
    return str(rows[0]["result"]) if rows else ""


def _round_candidates(file: CongressFile, round_id: int) -> list[Candidate]:
    rows = file.rows(
        "SELECT candidate.* FROM round_candidate JOIN candidate ON candidate.id = candidate_id"
        " WHERE round_id = ? ORDER BY round_candidate.place",
        round_id,
    )
    return [candidate_of(row) for row in rows]


def bundles(file: CongressFile, round_id: int) -> tuple[Bundle, ...]:
    """Return the bundles of a round by number, with the ballots counted in each."""
    rows = file.rows(
        "SELECT bundle.id, bundle.number, bundle.expected, count(ballot.id) AS entered FROM bundle"
        " LEFT JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.number = 1"
        " LEFT JOIN ballot ON ballot.pass_id = entry_pass.id AND ballot.state = 'counted'"
        " WHERE bundle.round_id = ? GROUP BY bundle.id ORDER BY bundle.number",
        round_id,
    )
    return tuple(Bundle(**row) for row in rows)


def bundle_row(file: CongressFile, round_id: int, number: int) -> Row | None:
    """Return the row of a bundle by its number, with its first pass and what that pass holds.

    `pass_id` is None before the first ballot; `entered` and `last` count ballots that count.
    """
    rows = file.rows(_BUNDLE, round_id, number)
    return rows[0] if rows else None


def bundle_covers(file: CongressFile, round_id: int) -> list[Row]:
    """Return id, number and expected of the bundles of a round, by number."""
    return file.rows(
        "SELECT id, number, expected FROM bundle WHERE round_id = ? ORDER BY number", round_id
    )


def pass_id(file: CongressFile, bundle_id: int, number: int = 1) -> int | None:
    """Return the entry pass of a bundle, None before its first ballot."""
    rows = file.rows(
        "SELECT id FROM entry_pass WHERE bundle_id = ? AND number = ?", bundle_id, number
    )
    return rows[0]["id"] if rows else None


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
    return {
        row["uid"] for uid in uids for row in file.rows("SELECT uid FROM ballot WHERE uid = ?", uid)
    }


def has_stood(file: CongressFile, candidate_id: int) -> bool:
    """Say whether a candidate is on the list of any round, a cancelled one too."""
    found = file.rows("SELECT 1 FROM round_candidate WHERE candidate_id = ? LIMIT 1", candidate_id)
    return bool(found)


def has_ballots(file: CongressFile) -> bool:
    """Say whether any ballot was ever recorded in this congress."""
    return bool(file.rows("SELECT 1 AS one FROM ballot LIMIT 1"))


def papers(file: CongressFile, round_id: int, rows: list[Row]) -> list[Paper]:
    """Return the papers of ballot rows of one round, in their order."""
    marks: dict[int, list[tuple[int, str]]] = defaultdict(list)
    cursor = file.cursor(
        "SELECT ballot_id, candidate_id, mark FROM ballot_mark WHERE ballot_id IN"
        " (SELECT ballot.id FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id"
        "  JOIN ballot ON ballot.pass_id = entry_pass.id WHERE bundle.round_id = ?)",
        round_id,
    )
    for ballot_id, candidate_id, mark in cursor:
        marks[ballot_id].append((candidate_id, mark))
    return [paper_of(row, marks[row["id"]]) for row in rows]


def paper_of_ballot(file: CongressFile, row: Row) -> Paper:
    """Return the paper of one ballot row."""
    marks = file.rows("SELECT candidate_id, mark FROM ballot_mark WHERE ballot_id = ?", row["id"])
    return paper_of(row, [(mark["candidate_id"], mark["mark"]) for mark in marks])


def waivers(file: CongressFile, round_id: int) -> tuple[Waiver, ...]:
    """Return what named persons let stand in a round."""
    rows = file.rows("SELECT * FROM waiver WHERE round_id = ? ORDER BY id", round_id)
    return tuple(waiver_of(row) for row in rows)


def confirmations(file: CongressFile, round_id: int) -> tuple[str, ...]:
    """Return the two names that confirmed the declaration, none before it."""
    rows = file.rows("SELECT name FROM confirmation WHERE round_id = ? ORDER BY place", round_id)
    return tuple(row["name"] for row in rows)


def last_line(file: CongressFile) -> Line:
    """Return the newest journal line."""
    return _line(file.rows("SELECT * FROM journal ORDER BY seq DESC LIMIT 1")[0])


def newest_line_left(file: CongressFile, act: str) -> Line | None:
    """Return the newest journal line of an act that no other line undoes, None without one."""
    found = file.rows(
        "SELECT * FROM journal WHERE act = ? AND seq NOT IN"
        " (SELECT undoes FROM journal WHERE undoes IS NOT NULL) ORDER BY seq DESC LIMIT 1",
        act,
    )
    return _line(found[0]) if found else None


def undone_lines(file: CongressFile) -> set[int]:
    """Return the numbers of the journal lines that another line undoes."""
    rows: list[dict[str, Any]] = file.rows("SELECT undoes FROM journal WHERE undoes IS NOT NULL")
    return {row["undoes"] for row in rows}


def _line(row: Row) -> Line:
    return Line(**row)
