"""Nominations, withdrawals and opinion polls from their rows."""

from __future__ import annotations

from collections.abc import Iterable

from congress_desk.domain.nomination.nominee import Nominee, Source, Support, Withdrawal
from congress_desk.domain.nomination.opinion_poll import (
    OpinionPoll,
    PollMember,
    PollPaper,
    PollPerson,
    PollState,
)
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.elections.lists import candidate_of


def nominee_of(row: Row, withdrawal: Withdrawal | None, polled: Support | None) -> Nominee:
    """Return a nominee from a candidate's row joined with its nomination.

    `polled` is the support an opinion poll found; without one that of a show of hands counts.
    """
    support = polled
    if support is None and row["support"] is not None:
        support = Support(number=row["support"], of=row["support_of"])
    return Nominee(
        candidate=candidate_of(row),
        # A name that a decision let in after a round stands on the lists of later rounds.
        listed=bool(row["listed"] or row["decision_id"]),
        source=Source(row["source"]) if row["source"] else None,
        nominated_by=row["nominated_by"] or "",
        nominator_id=row["nominator_id"] or 0,
        support=support,
        left_off=row["left_off"] or "",
        withdrawal=withdrawal,
        at=row["nominated_at"] or "",
    )


def poll_of(
    row: Row, members: Iterable[Row], papers: Iterable[Row], people: Iterable[Row]
) -> OpinionPoll:
    """Return a poll with its team, papers and names, each in their order."""
    return OpinionPoll(
        id=row["id"],
        election_id=row["election_id"],
        number=row["number"],
        state=PollState(row["state"]),
        present=row["present"],
        team=tuple(PollMember(name=m["name"], title=m["title"]) for m in members),
        papers=tuple(_paper_of(paper) for paper in papers),
        people=tuple(_person_of(person) for person in people),
        at=row["at"],
        counted_at=row["counted_at"],
        cancel_reason=row["cancel_reason"],
    )


def _paper_of(row: Row) -> PollPaper:
    numbers = {name: row[name] for name in ("issued", "returned", "invalid")}
    return PollPaper(source=Source(row["source"]), **numbers)


def _person_of(row: Row) -> PollPerson:
    return PollPerson(
        candidate_id=row["candidate_id"],
        name=row["name"],
        source=Source(row["source"]),
        agree=row["agree"],
        disagree=row["disagree"],
    )
