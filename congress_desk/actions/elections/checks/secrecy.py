"""Acts of two people: the ballots of a round of few in the workbook, and what few are."""

from __future__ import annotations

from congress_desk.actions.elections.decisions import check_two
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.operators.unlock import Unlock, spend, two_who_unlock
from congress_desk.domain.elections.checks.secrecy import Secrecy, check_fewest
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.checks.secrecy import FEWEST_KEY, secrecy
from congress_desk.queries.elections.lists import election
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress
from congress_desk.storage.reading.elections import lists as reading_lists


@guarded
def show_matrix(
    file: CongressFile,
    round_id: int,
    *,
    first: str,
    second: str,
    actor: str,
    unlocked: Unlock | None = None,
) -> Secrecy | Refusal:
    """Let the workbook show the ballots of a declared round one by one, however few they are.

    KeyError for an id that is no round.
    """
    found = reading_lists.round_by_id(file, round_id)
    if found is None:
        raise KeyError(round_id)
    names = _two(file, "show_matrix", round_id, unlocked, first, second)
    if isinstance(names, Refusal):
        return names
    if found.state is not RoundState.DECLARED:
        return refuse("round_not_declared", number=found.number)
    known = secrecy(file)
    if round_id in known.chosen:
        return refuse("matrix_shown_already", number=found.number)
    with file.act(
        "show_matrix",
        actor=actor,
        code=election(file, found.election_id).code,
        number=found.number,
        first=names[0],
        second=names[1],
    ) as act:
        act.insert("shown_matrix", round_id=round_id, first=names[0], second=names[1], at=act.at)
    spend(file, unlocked)
    return secrecy(file)


@guarded
def set_fewest_ballots(
    file: CongressFile,
    fewest: int,
    *,
    first: str,
    second: str,
    actor: str,
    unlocked: Unlock | None = None,
) -> Secrecy | Refusal:
    """Say below how many ballots of a round no workbook shows them one by one."""
    names = _two(file, "set_fewest_ballots", 0, unlocked, first, second)
    if isinstance(names, Refusal):
        return names
    refusal = check_fewest(fewest)
    if refusal:
        return refusal
    before = secrecy(file).fewest
    with file.act(
        "set_fewest_ballots",
        actor=actor,
        before=before,
        fewest=fewest,
        first=names[0],
        second=names[1],
    ) as act:
        if reading_congress.congress_setting(file, FEWEST_KEY):
            act.update("congress_setting", FEWEST_KEY, value=str(fewest))
        else:
            act.insert("congress_setting", key=FEWEST_KEY, value=str(fewest))
    spend(file, unlocked)
    return secrecy(file)


def _two(
    file: CongressFile, act: str, subject: int, unlocked: Unlock | None, first: str, second: str
) -> tuple[str, str] | Refusal:
    """Return the two who answer for it: different people, who unlock it where there are PINs."""
    two = two_who_unlock(file, act, subject, unlocked, (clean_text(first), clean_text(second)))
    if isinstance(two, Refusal):
        return two
    return check_two(*two) or two
