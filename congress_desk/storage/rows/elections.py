"""Elections, candidates, rounds and waivers from their rows."""

from __future__ import annotations

from collections.abc import Iterable

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Accounting, Round, RoundKind, RoundState, Waiver
from congress_desk.domain.rules.election_kind import ElectionKind, kind_meant
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_CANDIDATE = ("name", "born", "gender", "role", "note")


def candidate_row(candidate: Candidate) -> Row:
    """Return the columns of a candidate without id, election and place."""
    return text_columns(candidate, _CANDIDATE)


def candidate_of(row: Row) -> Candidate:
    """Return a candidate."""
    return Candidate(id=row["id"], **{name: row[name] for name in _CANDIDATE})


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
        candidates=tuple(candidates),
    )


def round_of(row: Row, candidates: Iterable[Candidate]) -> Round:
    """Return a round with its own list in ballot order."""
    names = ("convened", "present", "issued", "returned")
    texts = ("base_note", "surplus_reason", "opened_at", "declared_at", "cancel_reason")
    return Round(
        id=row["id"],
        election_id=row["election_id"],
        number=row["number"],
        kind=RoundKind(row["kind"]),
        state=RoundState(row["state"]),
        seats=row["seats"],
        mode=MarkMode(row["mode"]),
        candidates=tuple(candidates),
        accounting=Accounting(**{name: row[name] for name in names}),
        **{name: row[name] for name in texts},
    )


def waiver_of(row: Row) -> Waiver:
    """Return a waiver."""
    return Waiver(code=row["code"], name=row["name"], reason=row["reason"], at=row["at"])
