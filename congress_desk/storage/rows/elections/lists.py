"""Elections, candidates, rounds and waivers from their rows."""

from __future__ import annotations

import json
from collections.abc import Iterable

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.election import Candidate, Election, PlannedPost
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.round import (
    Accounting,
    Correction,
    Part,
    Round,
    RoundCause,
    RoundKind,
    RoundState,
    Waiver,
)
from congress_desk.domain.rules.election_kind import ElectionKind, kind_meant
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_CANDIDATE = ("name", "born", "gender", "role", "note")


def candidate_row(candidate: Candidate) -> Row:
    """Return the columns of a candidate without id, election and place."""
    return text_columns(candidate, _CANDIDATE) | {
        "planned": candidate.planned.value,
        "decision_id": candidate.decision_id or None,
    }


def candidate_of(row: Row) -> Candidate:
    """Return a candidate."""
    return Candidate(
        id=row["id"],
        planned=PlannedPost(row["planned"]),
        decision_id=row["decision_id"] or 0,
        **{name: row[name] for name in _CANDIDATE},
    )


def election_of(row: Row, candidates: Iterable[Candidate]) -> Election:
    """Return an election with its candidates in ballot order."""
    return Election(
        id=row["id"],
        code=row["code"],
        title=row["title"],
        seats=row["seats"],
        kind=ElectionKind(row["kind"]) if row["kind"] else kind_meant(row["title"]),
        kind_said=bool(row["kind"]),
        frozen=bool(row["frozen"]),
        alternates=row["alternates"],
        among_id=row["among_id"] or 0,
        candidates=tuple(candidates),
    )


# Why a round of a file from before version 5 was held, as far as it says.
_CAUSES = {"first": "first", "again": "short", "tie": "tie"}


def round_of(row: Row, candidates: Iterable[Candidate]) -> Round:
    """Return a round with its own list in ballot order."""
    names = ("convened", "present", "issued", "returned")
    texts = ("base_note", "surplus_reason", "opened_at", "declared_at", "cancel_reason")
    links: Row = {
        name: row[name] or 0
        for name in ("follows", "decision_id", "annulled_by", "recounted_by", "first_count")
    }
    return Round(
        id=row["id"],
        election_id=row["election_id"],
        number=row["vote"],
        kind=RoundKind(row["kind"]),
        state=RoundState(row["state"]),
        seats=row["seats"],
        mode=MarkMode.CUMULATIVE if row["votes"] == "shares" else MarkMode(row["mode"]),
        shares=row["shares"],
        all_shares=row["all_shares"],
        candidates=tuple(candidates),
        accounting=Accounting(**{name: row[name] for name in names}),
        part=Part(row["part"]),
        cause=RoundCause(row["cause"] or _CAUSES[row["kind"]]),
        passes=row["passes"],
        **{name: row[name] for name in texts},
        **links,
    )


def correction_of(row: Row) -> Correction:
    """Return a number that was put right."""
    names = ("field", "before", "after", "reason", "at", "actor")
    return Correction(**{name: row[name] for name in names})


def unmet_condition_of(row: Row) -> Finding:
    """Return what was missing when a round opened."""
    return Finding(
        code=row["code"],
        severity=Severity.INFO,
        params=json.loads(row["params"]),
        article=row["article"],
    )


def waiver_of(row: Row) -> Waiver:
    """Return a waiver."""
    return Waiver(code=row["code"], name=row["name"], reason=row["reason"], at=row["at"])
