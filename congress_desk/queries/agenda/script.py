"""The facts behind the script of the chair, as the file stands now."""

from __future__ import annotations

from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.queries.agenda.items import planned_agenda
from congress_desk.queries.congress import congress, duties, presence
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.journal import head
from congress_desk.queries.motions import motions
from congress_desk.reports.agenda.script_values import ScriptFacts
from congress_desk.storage.congress_file import CongressFile


def script_facts(file: CongressFile) -> ScriptFacts:
    """Return what the script is filled with; results only of rounds that were declared."""
    held = elections(file)
    declared = {e.id: found for e in held if (found := _declared(file, e.id))}
    return ScriptFacts(
        congress=congress(file),
        planned=planned_agenda(file),
        elections=held,
        motions=motions(file),
        duties=duties(file),
        presence=presence(file),
        sheets={election: found[-1] for election, found in declared.items()},
        earlier={election: found[:-1] for election, found in declared.items()},
        head=head(file),
    )


def _declared(file: CongressFile, election_id: int) -> tuple[RoundSheet, ...]:
    """Return the rounds of an election whose result stands, in their order."""
    declared = [r for r in rounds(file, election_id) if r.state is RoundState.DECLARED]
    return tuple(round_sheet(file, found.id) for found in declared)
