"""Elections, their lists and their rounds, read from the file."""

from __future__ import annotations

from collections import defaultdict

from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.round import Correction, Round, Waiver
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.elections.lists import (
    candidate_of,
    correction_of,
    election_of,
    round_of,
    unmet_condition_of,
    waiver_of,
)

# `vote` is the number of the vote: a recount has that of the round whose ballots it counts again.
_ROUND = """
SELECT round.*,
    (SELECT count(*) FROM round AS other WHERE other.election_id = round.election_id
     AND other.number <= round.number AND other.cause <> 'recount') AS vote,
    (SELECT max(id) FROM election_decision WHERE round_id = round.id
     AND kind = 'annulment' AND taken_back_at = '') AS annulled_by,
    (SELECT max(later.id) FROM round AS later WHERE later.follows = round.id
     AND later.cause = 'recount' AND later.state = 'declared') AS recounted_by,
    (WITH RECURSIVE counted_before (id, earlier) AS (
        SELECT round.id, CASE round.cause WHEN 'recount' THEN round.follows END
        UNION SELECT before.id, CASE before.cause WHEN 'recount' THEN before.follows END
        FROM counted_before JOIN round AS before ON before.id = counted_before.earlier
     ) SELECT min(id) FROM counted_before) AS first_count,
    (SELECT coalesce(sum(shares), 0) FROM share_issue WHERE round_id = round.id) AS shares,
    (SELECT coalesce(max(total), 0) FROM share_roll WHERE round_id = round.id) AS all_shares
FROM round
"""


def elections(file: CongressFile) -> tuple[Election, ...]:
    """Return every election with its candidates in ballot order."""
    return file.remembered("elections", 0, lambda: _elections(file))


def _elections(file: CongressFile) -> tuple[Election, ...]:
    of_election: dict[int, list[Candidate]] = defaultdict(list)
    listed = file.rows("SELECT * FROM candidate WHERE listed ORDER BY election_id, place, id")
    for row in listed:
        of_election[row["election_id"]].append(candidate_of(row))
    rows = file.rows("SELECT * FROM election ORDER BY place, id")
    return tuple(election_of(row, of_election[row["id"]]) for row in rows)


def election(file: CongressFile, election_id: int) -> Election | None:
    """Return one election with its candidates in ballot order, None of another id."""
    row = election_row(file, election_id)
    if row is None:
        return None
    listed = file.rows(
        "SELECT * FROM candidate WHERE election_id = ? AND listed ORDER BY place, id", election_id
    )
    return election_of(row, [candidate_of(each) for each in listed])


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
    rows = file.rows(_ROUND + "WHERE election_id = ? ORDER BY number", election_id)
    return tuple(round_of(row, _round_candidates(file, row["id"])) for row in rows)


def round_by_id(file: CongressFile, round_id: int) -> Round | None:
    """Return one round with its list."""
    return file.remembered("round", round_id, lambda: _round_by_id(file, round_id))


def _round_by_id(file: CongressFile, round_id: int) -> Round | None:
    rows = file.rows(_ROUND + "WHERE id = ?", round_id)
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


def later_candidates(file: CongressFile, election_id: int) -> tuple[Candidate, ...]:
    """Return the names that were let in after a round, in the order they came."""
    rows = file.rows(
        "SELECT * FROM candidate WHERE election_id = ? AND decision_id IS NOT NULL ORDER BY id",
        election_id,
    )
    return tuple(candidate_of(row) for row in rows)


def is_listed(file: CongressFile, candidate_id: int) -> bool:
    """Say whether a candidate is on the list of its election."""
    found = file.rows("SELECT 1 FROM candidate WHERE id = ? AND listed", candidate_id)
    return bool(found)


def has_stood(file: CongressFile, candidate_id: int) -> bool:
    """Say whether a candidate is on the list of any round, a cancelled one too."""
    found = file.rows("SELECT 1 FROM round_candidate WHERE candidate_id = ? LIMIT 1", candidate_id)
    return bool(found)


def has_appointed(file: CongressFile, election_id: int) -> bool:
    """Say whether the superior has appointed somebody to a post of an election."""
    found = file.rows(
        "SELECT 1 FROM election_decision WHERE election_id = ? AND kind = 'appointed'"
        " AND taken_back_at = '' LIMIT 1",
        election_id,
    )
    return bool(found)


def is_referred_to(file: CongressFile, election_id: int) -> bool:
    """Say whether decisions, prints, boards, the programme or another election name an election."""
    found = file.rows(
        "SELECT 1 FROM election_decision WHERE election_id = ?"
        " UNION ALL SELECT 1 FROM ballot_print WHERE election_id = ?"
        " UNION ALL SELECT 1 FROM duty WHERE election_id = ?"
        " UNION ALL SELECT 1 FROM agenda_item WHERE election_id = ?"
        " UNION ALL SELECT 1 FROM election WHERE among_id = ? LIMIT 1",
        *[election_id] * 5,
    )
    return bool(found)


def unmet_conditions(file: CongressFile, round_id: int) -> tuple[Finding, ...]:
    """Return what was missing when a round was opened all the same, in the order of the rules."""
    rows = file.rows("SELECT * FROM unmet_condition WHERE round_id = ? ORDER BY place", round_id)
    return tuple(unmet_condition_of(row) for row in rows)


def waivers(file: CongressFile, round_id: int) -> tuple[Waiver, ...]:
    """Return what named persons let stand in a round."""
    rows = file.rows("SELECT * FROM waiver WHERE round_id = ? ORDER BY id", round_id)
    return tuple(waiver_of(row) for row in rows)


def corrections(file: CongressFile, round_id: int) -> tuple[Correction, ...]:
    """Return the numbers of a round that were put right, oldest first."""
    rows = file.rows("SELECT * FROM accounting_correction WHERE round_id = ? ORDER BY id", round_id)
    return tuple(correction_of(row) for row in rows)


def confirmations(file: CongressFile, round_id: int) -> tuple[str, ...]:
    """Return the two names that confirmed the declaration, none before it."""
    rows = file.rows("SELECT name FROM confirmation WHERE round_id = ? ORDER BY place", round_id)
    return tuple(row["name"] for row in rows)
