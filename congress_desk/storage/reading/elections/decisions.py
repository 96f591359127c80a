"""What was decided after rounds, read from the file."""

from __future__ import annotations

from collections import defaultdict

from congress_desk.domain.decisions.decision import Decision, DecisionPerson
from congress_desk.domain.motions import latest_vote
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.motions import motions
from congress_desk.storage.rows.elections.decisions import decision_of, person_of


def decisions(file: CongressFile, election_id: int) -> tuple[Decision, ...]:
    """Return every decision about an election, oldest first, each with the last vote on it."""
    rows = file.rows(
        "SELECT * FROM election_decision WHERE election_id = ? ORDER BY id", election_id
    )
    if not rows:
        return ()
    people: dict[int, list[DecisionPerson]] = defaultdict(list)
    named = file.rows(
        "SELECT decision_person.* FROM decision_person JOIN election_decision"
        " ON election_decision.id = decision_id WHERE election_id = ? ORDER BY decision_id, place",
        election_id,
    )
    for row in named:
        people[row["decision_id"]].append(person_of(row))
    held = motions(file)
    return tuple(
        decision_of(
            row,
            people[row["id"]],
            latest_vote(held, row["motion_id"]) if row["motion_id"] else None,
        )
        for row in rows
    )


def decision(file: CongressFile, decision_id: int) -> Decision | None:
    """Return one decision."""
    rows = file.rows("SELECT election_id FROM election_decision WHERE id = ?", decision_id)
    if not rows:
        return None
    return next(d for d in decisions(file, rows[0]["election_id"]) if d.id == decision_id)


def decision_of_motion(file: CongressFile, motion_id: int) -> Decision | None:
    """Return the decision that was first put to the vote with this motion."""
    rows = file.rows("SELECT id FROM election_decision WHERE motion_id = ?", motion_id)
    return decision(file, rows[0]["id"]) if rows else None
