"""Elections with their lists and rounds."""

from __future__ import annotations

from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections


def elections(file: CongressFile) -> tuple[Election, ...]:
    """Return every election with its candidates in ballot order."""
    return reading_elections.elections(file)


def election(file: CongressFile, election_id: int) -> Election:
    """Return one election; KeyError when there is none of this id."""
    found = reading_elections.election(file, election_id)
    if found is None:
        raise KeyError(election_id)
    return found


def rounds(file: CongressFile, election_id: int) -> tuple[Round, ...]:
    """Return the rounds of an election, oldest first."""
    return reading_elections.rounds(file, election_id)
