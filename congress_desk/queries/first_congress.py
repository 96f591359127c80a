"""How far the practice congress has got, from what is in the file."""

from __future__ import annotations

from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.first_congress import BALLOTS, NAME, FirstProgress
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.elections.ballots import confirmed_bundle
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import CongressFile


def first_progress(file: CongressFile) -> FirstProgress:
    """Return what is done of the guided first congress; nothing in any other congress."""
    if congress(file).details.name != NAME:
        return FirstProgress()
    base = presence(file)
    held = [found for election in elections(file) for found in rounds(file, election.id)]
    here = FirstProgress(taken=True, present=base.present >= BALLOTS)
    if not held:
        return here
    sheet = round_sheet(file, held[-1].id)
    return FirstProgress(
        taken=True,
        present=here.present,
        opened=True,
        figures=sheet.round.accounting.returned is not None,
        ballots=sum(bundle.taken for bundle in sheet.bundles),
        closed=confirmed_bundle(file, sheet.round.id) is not None,
        declared=sheet.round.state is RoundState.DECLARED,
    )
