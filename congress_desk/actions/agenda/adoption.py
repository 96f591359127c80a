"""The act that puts the programme, or what was changed of it, to the vote."""

from __future__ import annotations

from congress_desk.actions.motions import add_motion
from congress_desk.domain.motions import Motion, MotionDraft, MotionKind, MotionState
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.agenda.adoption import programme_adoption
from congress_desk.queries.congress import agenda, congress
from congress_desk.queries.motions import motions
from congress_desk.reports.motions.templates import programme_matter
from congress_desk.storage.congress_file import CongressFile


def put_programme_to_vote(file: CongressFile, *, actor: str) -> Motion | Refusal:
    """Add the motion on the programme, not begun; one that waits for its vote already is it.

    Refused of a programme that is empty, or the one that the congress adopted.
    """
    if not agenda(file):
        return refuse("agenda_empty")
    adoption = programme_adoption(file)
    if adoption.holds:
        return refuse("programme_adopted")
    for motion in motions(file):
        if motion.kind is MotionKind.AGENDA and motion.state is MotionState.OPEN:
            return motion
    matter = programme_matter(congress(file), adoption.next_amendment)
    draft = MotionDraft(kind=MotionKind.AGENDA, matter=matter)
    return add_motion(file, draft, begin=False, actor=actor)
