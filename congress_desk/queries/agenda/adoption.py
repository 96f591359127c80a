"""Which version of its programme the congress adopted, as its votes and the journal have it."""

from __future__ import annotations

from congress_desk.domain.agenda.adoption import ProgrammeAdoption, difference
from congress_desk.domain.agenda.times import settled
from congress_desk.domain.agenda.tree import in_order
from congress_desk.domain.motions import Motion, MotionKind, MotionOutcome, repeated_ids
from congress_desk.queries.congress import agenda, congress
from congress_desk.queries.list_changes import line_of_vote
from congress_desk.queries.motions import motions
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import agenda as reading_agenda
from congress_desk.storage.reading.congress import starts_at


def programme_adoption(file: CongressFile) -> ProgrammeAdoption:
    """Return the version of the programme, and what was changed after the vote on it."""
    carried = _adopting(motions(file))
    if not carried:
        return ProgrammeAdoption()
    lines = {vote.id: line_of_vote(file, vote, first=True) for vote in carried}
    vote = max(carried, key=lambda found: lines[found.id])
    line, starts = lines[vote.id], congress(file).details.starts
    before = starts_at(file, line)
    return ProgrammeAdoption(
        number=len(carried),
        vote=vote,
        since=difference(
            settled(in_order(reading_agenda.agenda_at(file, line)), starts=before),
            settled(in_order(agenda(file)), starts=starts),
            begins=before != starts,
        ),
    )


def _adopting(votes: tuple[Motion, ...]) -> list[Motion]:
    repeated = repeated_ids(votes)
    return [
        vote
        for vote in votes
        if vote.kind is MotionKind.AGENDA
        and vote.outcome is MotionOutcome.CARRIED
        and vote.id not in repeated
    ]
