"""Print runs of ballots, read from the file."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.ballot_print import BallotPrint
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows.elections.ballot_prints import ballot_print_of

_OF_ELECTION = "SELECT * FROM ballot_print WHERE election_id = ? ORDER BY id"


def ballot_prints(file: CongressFile, election_id: int) -> tuple[BallotPrint, ...]:
    """Return every print run of an election, oldest first, void ones too."""
    return tuple(ballot_print_of(row) for row in file.rows(_OF_ELECTION, election_id))


def ballot_print(file: CongressFile, print_id: int) -> BallotPrint | None:
    """Return one print run."""
    rows = file.rows("SELECT * FROM ballot_print WHERE id = ?", print_id)
    return ballot_print_of(rows[0]) if rows else None
