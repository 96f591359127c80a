"""What was changed after the congress voted on a list or a board, as the journal has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from congress_desk.domain.elections.election import Election
from congress_desk.domain.motions import Motion
from congress_desk.domain.opening.facts import Changed
from congress_desk.domain.organs.duty import Duty
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import journal as reading_journal
from congress_desk.storage.reading.elections import lists as reading_elections

# What of a candidate the congress votes on; place and note are not of it.
_OF_A_NAME = frozenset({"name", "born", "listed"})


def changed_since_vote(file: CongressFile, vote: Motion | None, election: Election) -> Changed:
    """Return what of an election is another one than when the congress voted on it.

    The journal orders it: who stands, or how many are elected, was changed after the vote.
    """
    if vote is None or vote.hands is None:
        return Changed()
    after = line_of_vote(file, vote)
    later = reading_journal.changes_of(file, "candidate", "election", after=after)
    return Changed(
        names=any(_is_of_list(file, change, election.id) for _, change in later),
        seats=any(
            change[:2] == ["~", "election"] and change[2] == [election.id] and "seats" in change[3]
            for _, change in later
        ),
    )


def newcomers_since_vote(
    file: CongressFile, vote: Motion | None, board: Sequence[Duty]
) -> tuple[Duty, ...]:
    """Return who of a board came into it after the congress voted on it."""
    if vote is None or vote.hands is None:
        return ()
    after = line_of_vote(file, vote)
    new = {
        dict(zip(columns, row, strict=True))["id"]
        for _, (kind, _, columns, rows) in reading_journal.changes_of(file, "duty", after=after)
        if kind == "+"
        for row in rows
    }
    return tuple(duty for duty in board if duty.id in new)


def line_of_vote(file: CongressFile, vote: Motion, *, first: bool = False) -> int:
    """Return the number of the journal line that wrote the hands of a vote last, or `first`."""
    written = [
        seq
        for seq, change in reading_journal.changes_of(file, "motion")
        if _writes_hands(change, vote.id, first=first)
    ]
    return max(written, default=0)


def _writes_hands(change: list[Any], motion_id: int, *, first: bool) -> bool:
    """Say whether a change writes the hands of a motion, `first` where it had none before."""
    kind, _, keys, values = change
    if kind == "~":
        old, new = values.get("in_favour", (None, None))
        written = "in_favour" in values and not (first and (old is not None or new is None))
        return written and keys[0] == motion_id
    if kind != "+":
        return False
    row = dict(zip(keys, values[0], strict=True))
    return row["id"] == motion_id and not (first and row.get("in_favour") is None)


def _is_of_list(file: CongressFile, change: list[Any], election_id: int) -> bool:
    """Say whether a change puts a name on the list, takes one off, or writes it otherwise."""
    kind, table, columns, values = change
    if table != "candidate":
        return False
    if kind == "~":
        ours = reading_elections.election_of_candidate(file, columns[0]) == election_id
        return ours and bool(_OF_A_NAME & set(values))
    rows = values if kind == "+" else [values]
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    return any(row["election_id"] == election_id and row["listed"] for row in records)
