"""An election by the code that people type."""

from __future__ import annotations

from congress_desk.domain.elections.election import Election
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.queries.elections.lists import elections
from congress_desk.storage.congress_file import CongressFile


def election_by_code(file: CongressFile, code: str) -> Election | Refusal:
    """Return the election with this code; refused with the codes that there are."""
    known = elections(file)
    for election in known:
        if election.code == code:
            return election
    codes = ", ".join(election.code for election in known) or "–"
    return refuse("election_unknown", Place(file=file.path.name), code=code, known=codes)
