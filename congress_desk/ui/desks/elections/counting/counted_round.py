"""What the counting screen asks of the file, in one question so that the answers fit together."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.round import Ballot
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.queries.elections.ballots import ballots, confirmed_bundle, last_ballots
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import CongressFile

NEWEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedRound:
    """One round with every counted ballot of it, read at the same moment.

    `ballots` by bundle and place; `newest` are the ids of the last recorded, newest first;
    `confirmed` is the bundle after whose last ballot somebody said that no sheet was left;
    `of_register` are the numbers of the accounting that the issue register tells.
    """

    sheet: RoundSheet
    ballots: tuple[Ballot, ...]
    newest: tuple[int, ...]
    confirmed: int | None = None
    of_register: frozenset[str] = frozenset()


def counted_round(file: CongressFile, round_id: int) -> CountedRound:
    """Return the round recounted from its rows, and these rows."""
    return CountedRound(
        sheet=round_sheet(file, round_id),
        ballots=ballots(file, round_id),
        newest=tuple(ballot.id for ballot in last_ballots(file, round_id, NEWEST)),
        confirmed=confirmed_bundle(file, round_id),
        of_register=issue_register(file, round_id).tells,
    )
