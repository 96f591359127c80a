"""Decisions after a round from their rows, and back."""

from __future__ import annotations

from collections.abc import Iterable

from congress_desk.domain.decisions.decision import (
    Decision,
    DecisionKind,
    DecisionOrgan,
    DecisionPerson,
    PersonRole,
)
from congress_desk.domain.elections.round import Part
from congress_desk.domain.motions import Motion
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_TEXTS = (
    "matter", "article", "reason", "document", "document_date", "issued_by", "first_name",
    "second_name", "drawn_by",
)  # fmt: skip
_TOLD = ("at", "actor", "taken_back_at", "taken_back_reason")


def decision_row(decision: Decision) -> Row:
    """Return the columns of a new decision without its id, its motion, and when it was written."""
    return text_columns(decision, _TEXTS) | {
        "election_id": decision.election_id,
        "round_id": decision.round_id or None,
        "kind": decision.kind.value,
        "organ": decision.organ.value,
        "part": decision.part.value,
        "seats": decision.seats,
        "taken_back_at": "",
        "taken_back_reason": "",
    }


def decision_of(row: Row, people: Iterable[DecisionPerson], motion: Motion | None) -> Decision:
    """Return a decision with the people it names and the last vote on it."""
    return Decision(
        id=row["id"],
        election_id=row["election_id"],
        kind=DecisionKind(row["kind"]),
        organ=DecisionOrgan(row["organ"]),
        round_id=row["round_id"] or 0,
        part=Part(row["part"]),
        motion=motion,
        seats=row["seats"],
        people=tuple(people),
        **{name: row[name] for name in (*_TEXTS, *_TOLD)},
    )


def person_row(decision_id: int, place: int, person: DecisionPerson) -> Row:
    """Return the row of somebody whom a decision names."""
    return {
        "decision_id": decision_id,
        "place": place,
        "candidate_id": person.candidate_id or None,
        "name": person.name,
        "role": person.role.value,
    }


def person_of(row: Row) -> DecisionPerson:
    """Return somebody whom a decision names."""
    return DecisionPerson(
        name=row["name"],
        role=PersonRole(row["role"]),
        candidate_id=row["candidate_id"] or 0,
    )
