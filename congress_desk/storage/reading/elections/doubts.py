"""Doubtful ballots, read from the file."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.elections.doubtful_ballot import DoubtfulBallot
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.elections.doubts import doubt_of

_DOUBTS = """
SELECT doubtful_ballot.*, bundle.number AS bundle_number, bundle.round_id AS round_id,
    entry_pass.closed_at AS closed_at, entry_pass.number AS pass_number
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id
JOIN doubtful_ballot ON doubtful_ballot.pass_id = entry_pass.id
"""


def doubtful_ballots(file: CongressFile, round_id: int) -> tuple[DoubtfulBallot, ...]:
    """Return the ballots of a round that were put aside, by their number, withdrawn ones too.

    A sheet that several passes put aside is there once.
    """
    return file.remembered("doubts", round_id, lambda: _doubts(file, round_id))


def _doubts(file: CongressFile, round_id: int) -> tuple[DoubtfulBallot, ...]:
    rows = file.rows(
        _DOUBTS + "WHERE bundle.round_id = ? AND doubtful_ballot.standing"
        " ORDER BY doubtful_ballot.number, doubtful_ballot.id",
        round_id,
    )
    return tuple(doubt_of(row) for row in rows)


def doubt_row(file: CongressFile, doubt_id: int) -> Row | None:
    """Return one doubtful ballot with its bundle and round."""
    rows = file.rows(_DOUBTS + "WHERE doubtful_ballot.id = ?", doubt_id)
    return rows[0] if rows else None


def rows_of(file: CongressFile, ids: Sequence[int]) -> list[Row]:
    """Return doubtful ballots by their ids, in that order, with their bundle and round."""
    return [
        row for each in ids for row in file.rows(_DOUBTS + "WHERE doubtful_ballot.id = ?", each)
    ]


def last_number(file: CongressFile, round_id: int) -> int:
    """Return the highest number written on a doubtful ballot of a round, 0 before the first."""
    return max((doubt.number for doubt in doubtful_ballots(file, round_id)), default=0)


def is_of_board(file: CongressFile, pass_id: int, sequence: int) -> bool:
    """Say whether the ballot in this place of a pass is one that the whole board decided on."""
    found = file.rows(
        "SELECT 1 FROM doubtful_ballot WHERE pass_id = ? AND sequence = ? AND state = 'decided'",
        pass_id,
        sequence,
    )
    return bool(found)
