"""Two people on the command line who choose that the ballots of rounds of few are written."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.actions.elections.checks.secrecy import show_matrix
from congress_desk.actions.operators.unlock import Unlock, unlock
from congress_desk.cli.signing_in import typed_here
from congress_desk.domain.elections.round import RoundState
from congress_desk.errors import Refusal
from congress_desk.queries.elections.checks.secrecy import secrecy
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.operators import are_defined
from congress_desk.storage.congress_file import CongressFile


def show_small_rounds(file: CongressFile, names: Sequence[str], actor: str) -> Refusal | None:
    """Let two people show the ballots of every declared round of few; with operators by PINs."""
    first, second = names
    for round_id in _hidden(file):
        opened = _unlocked(file, round_id, first, second) if are_defined(file) else None
        if isinstance(opened, Refusal):
            return opened
        done = show_matrix(file, round_id, first=first, second=second, actor=actor, unlocked=opened)
        if isinstance(done, Refusal):
            return done
    return None


def _hidden(file: CongressFile) -> list[int]:
    known = secrecy(file)
    declared = [
        found.id
        for each in elections(file)
        for found in rounds(file, each.id)
        if found.state is RoundState.DECLARED
    ]
    return [each for each in declared if known.hides(each, round_sheet(file, each).result.entered)]


def _unlocked(file: CongressFile, round_id: int, first: str, second: str) -> Unlock | Refusal:
    one = typed_here(file, first)
    if isinstance(one, Refusal):
        return one
    other = typed_here(file, second)
    if isinstance(other, Refusal):
        return other
    return unlock(file, "show_matrix", round_id, one, other)
