"""Where the names of an election come from, as the minutes of the congress tell it."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.nomination.nominee import NomineeState, Source
from congress_desk.domain.nomination.opinion_poll import OpinionPoll, PollState
from congress_desk.domain.nomination.steps import NominationFacts
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.paper_prose import Prose

_FIELDS = {
    Source.COMMITTEE: "by_committee",
    Source.SELF: "by_self",
    Source.DELEGATES: "by_delegates",
}


def nomination_lines(
    facts: CongressFacts, election_id: int, values: dict[str, str], prose: Prose
) -> Iterator[str]:
    """Yield sources, opinion polls and withdrawals of an election, as far as they were recorded.

    `values` gets what stands in the lines. Votes on the number and the list have their own part;
    whom a decision let in after a round stands with that round.
    """
    found = facts.nominations.get(election_id)
    if found is None:
        return
    nominees = [nominee for nominee in found.nominees if not nominee.candidate.decision_id]
    if any(nominee.source for nominee in nominees):
        for source, name in _FIELDS.items():
            values[name] = str(sum(n.source is source for n in nominees))
        # A list that was typed or imported has names whose source nobody said.
        said = values[_FIELDS[Source.COMMITTEE]] != "0"
        yield prose.template("election.sources" if said else "election.sources_hall")
    for poll in found.polls:
        if poll.state is PollState.COUNTED:
            yield _poll_line(poll, found, values, prose)
    gone = [n.candidate.name for n in nominees if n.state is NomineeState.WITHDRAWN]
    if gone:
        values |= {"withdrawn": str(len(gone)), "withdrawn_names": ", ".join(gone)}
        yield prose.template("election.withdrawn")


def _poll_line(
    poll: OpinionPoll, found: NominationFacts, values: dict[str, str], prose: Prose
) -> str:
    reached = []
    for person in poll.people:
        support = poll.support(person.candidate_id)
        if support is not None and support.is_enough(found.rules):
            reached.append(person.name)
    mark = f"_{poll.number}"
    values |= {f"asked{mark}": str(len(poll.people)), f"reached{mark}": ", ".join(reached)}
    text = prose.template("election.poll" if reached else "election.poll_nobody")
    return text.replace("{asked}", f"{{asked{mark}}}").replace("{reached}", f"{{reached{mark}}}")
