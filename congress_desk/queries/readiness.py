"""What the file says of how ready the congress is."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.elections.election import Election
from congress_desk.domain.guests.invitation import Standing, counts
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.readiness.facts import CongressFacts, ListFacts
from congress_desk.queries.congress import agenda, congress, duties, presence
from congress_desk.queries.elections.ballot_prints import ballots_to_print
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.guests import guests_asked, guests_view
from congress_desk.queries.journal import head
from congress_desk.queries.rehearsals import rehearsal_facts
from congress_desk.storage.congress_file import CongressFile

_ORGANS = (Organ.PRESIDIUM, Organ.SECRETARIAT, Organ.COUNTING_BOARD)


def readiness_facts(file: CongressFile) -> CongressFacts:
    """Return what the readiness report asks of the congress."""
    whole = congress(file)
    delegates = whole.details.kind is CongressKind.DELEGATES
    organs = (*_ORGANS, Organ.CREDENTIALS) if delegates else _ORGANS
    filled = {duty.organ for duty in duties(file)}
    return CongressFacts(
        state=whole.state,
        last_line_at=head(file).at,
        rules_title=whole.rules.short_title,
        rules_edited=bool(whole.rules.edited),
        convened=presence(file).convened,
        delegates=delegates,
        items=len(agenda(file)),
        lists=tuple(_list(file, election) for election in elections(file)),
        missing_organs=tuple(organ.value for organ in organs if organ not in filled),
        rehearsal=rehearsal_facts(file),
        **_letters(file),
    )


def _letters(file: CongressFile) -> Mapping[str, int]:
    """Return how letters stand, nothing where nobody asked for guests."""
    if not guests_asked(file):
        return {}
    view = guests_view(file)
    guests, summoned = counts(view.guests), counts(view.summoned)
    behind = summoned[Standing.NOT_SENT]
    return {
        "guests": len(view.guests),
        "unsent": guests[Standing.NOT_SENT],
        "unanswered": guests[Standing.SILENT],
        "summons_unsent": behind if behind < len(view.summoned) else 0,
    }


def _list(file: CongressFile, found: Election) -> ListFacts:
    of = ballots_to_print(file, found.id)
    return ListFacts(
        election_id=found.id,
        code=found.code,
        title=found.title,
        names=len(of.listed.names),
        frozen=of.frozen,
        begun=bool(rounds(file, found.id)),
        printed=of.copies,
    )
