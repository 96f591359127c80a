"""The issue register of a round, with what was printed of its list and who may be handed papers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from congress_desk.domain.ballot_papers.issue_register import IssueRegister
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.people.person import Status
from congress_desk.queries.congress import congress, duties
from congress_desk.queries.elections.ballot_prints import ballots_of_round
from congress_desk.queries.elections.lists import election
from congress_desk.queries.people import register as people
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections.ballot_issue import issue_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView:
    """A round with its register. `voters` are the units with how many of theirs are present."""

    congress: Congress
    election: Election
    round: Round
    register: IssueRegister
    voters: tuple[tuple[str, int], ...]
    board: tuple[Duty, ...]


def issue_register(file: CongressFile, round_id: int) -> IssueRegister:
    """Return the register of a round; a recount has that of the round whose ballots it counts."""
    found = reading_elections.round_by_id(file, round_id)
    assert found is not None
    printed = ballots_of_round(file, found).copies
    return IssueRegister(lines=issue_lines(file, found.first_count), printed=printed)


def issue_view(file: CongressFile, round_id: int) -> IssueView:
    """Return all that the page of a register and its minutes show."""
    found = reading_elections.round_by_id(file, round_id)
    assert found is not None
    present = Counter(
        person.delegation
        for person in people(file)
        if person.has_vote and person.status is Status.PRESENT
    )
    return IssueView(
        congress=congress(file),
        election=election(file, found.election_id),
        round=found,
        register=issue_register(file, round_id),
        voters=tuple((unit, count) for unit, count in present.items() if unit),
        board=duties(file),
    )
