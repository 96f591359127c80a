"""The register of shares, and who was handed a ballot of how many, read from the file."""

from __future__ import annotations

from congress_desk.domain.elections.shares.shares import Holding, Voter
from congress_desk.domain.people.person import Status
from congress_desk.storage.congress_file import CongressFile

_HOLDINGS = """
SELECT share_holding.*, person.name, person.code, person.status
FROM share_holding JOIN person ON person.id = share_holding.person_id ORDER BY person.id
"""
# A ballot that was corrected or taken back is out of the hand again.
_ENTERED = """
SELECT ballot_share.shares AS shares
FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id AND entry_pass.number = ?
    AND entry_pass.voided = 0
JOIN ballot ON ballot.pass_id = entry_pass.id AND ballot.state = 'counted'
JOIN ballot_share ON ballot_share.ballot_id = ballot.id
WHERE bundle.round_id = ?
"""


def holdings(file: CongressFile) -> tuple[Holding, ...]:
    """Return who holds shares, by number of the person."""
    return tuple(
        Holding(
            person_id=row["person_id"],
            name=row["name"],
            code=row["code"],
            shares=row["shares"],
            present=row["status"] == Status.PRESENT.value,
            proxy_id=row["proxy_id"] or 0,
            document=row["document"],
        )
        for row in file.rows(_HOLDINGS)
    )


def present_names(file: CongressFile) -> dict[int, str]:
    """Return the names of everybody present, a guest who votes for others too, by number."""
    rows = file.rows("SELECT id, name FROM person WHERE status = 'present' ORDER BY id")
    return {row["id"]: row["name"] for row in rows}


def issued_voters(file: CongressFile, round_id: int) -> tuple[Voter, ...]:
    """Return who was handed a ballot in a round, by number of the person."""
    rows = file.rows("SELECT * FROM share_issue WHERE round_id = ? ORDER BY person_id", round_id)
    return tuple(
        Voter(person_id=row["person_id"], name=row["name"], shares=row["shares"]) for row in rows
    )


def entered_shares(file: CongressFile, round_id: int, pass_number: int = 1) -> list[int]:
    """Return the shares of each ballot that is entered in a pass of a round."""
    return [row["shares"] for row in file.rows(_ENTERED, pass_number, round_id)]
