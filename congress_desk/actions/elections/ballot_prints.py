"""Acts on print runs of ballots: record one, take one back."""

from __future__ import annotations

from congress_desk.actions.elections.lists import surplus_problem
from congress_desk.actions.text_limits import no_reason
from congress_desk.domain.ballot_papers.ballot_print import MOST_COPIES, BallotPrint, PrintState
from congress_desk.domain.ballot_papers.printed_list import short_code
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.ballot_prints import BallotsOfRound, ballots_to_print
from congress_desk.queries.elections.lists import election
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballot_prints as reading

# Kept with a run of another list; its sentence is `void_print.<code>`.
OF_ANOTHER_LIST = "list_changed"


def record_ballot_print(
    file: CongressFile,
    election_id: int,
    *,
    digest: str,
    layout: str,
    on_sheet: int,
    needed: int,
    copies: int,
    actor: str,
    reason: str = "",
) -> BallotPrint | Refusal:
    """Record a print run of the list known by `digest`, fix the list, void runs of another.

    Refused when the list has changed since the paper was laid out. `reason` is why a list above the
    surplus is voted on all the same; it is needed where the list is fixed by this act.
    """
    found = ballots_to_print(file, election_id)
    code = election(file, election_id).code
    if found.over:
        return refuse("ballots_round_over", code=code)
    if found.listed.digest != digest:
        return refuse("ballots_list_changed", code=code)
    if not 1 <= copies <= MOST_COPIES or needed < 0:
        return refuse("ballots_copies_wrong", most=MOST_COPIES)
    if copies < needed:
        return refuse("ballots_too_few", copies=copies, needed=needed)
    problem = _freezing_problem(file, found, election_id, clean_text(reason))
    if problem:
        return problem
    with file.act(
        "record_ballot_print",
        actor=actor,
        code=code,
        number=found.listed.round_number,
        copies=copies,
        list_code=short_code(digest),
    ) as act:
        _freeze(act, found, election_id, clean_text(reason))
        for old in found.prints:
            if old.state is PrintState.PRINTED and old.digest != digest:
                _void(act, old, OF_ANOTHER_LIST)
        made = act.insert(
            "ballot_print",
            election_id=election_id,
            round_number=found.listed.round_number,
            digest=digest,
            layout=layout,
            on_sheet=on_sheet,
            needed=needed,
            copies=copies,
            state=PrintState.PRINTED.value,
            void_reason="",
            actor=clean_text(actor),
            at=act.at,
            voided_at="",
        )
    recorded = reading.ballot_print(file, made)
    assert recorded is not None
    return recorded


def void_ballot_print(
    file: CongressFile, print_id: int, reason: str, *, actor: str
) -> BallotPrint | Refusal:
    """Take a print run back: its papers are not voted with; the record keeps it and why.

    KeyError for an id that is none.
    """
    run = reading.ballot_print(file, print_id)
    if run is None:
        raise KeyError(print_id)
    reason = clean_text(reason)
    if run.state is PrintState.VOID:
        return run
    refusal = no_reason(reason)
    if refusal:
        return refusal
    code = election(file, run.election_id).code
    with file.act(
        "void_ballot_print", actor=actor, code=code, copies=run.copies, reason=reason
    ) as act:
        _void(act, run, reason)
    voided = reading.ballot_print(file, print_id)
    assert voided is not None
    return voided


def _freezing_problem(
    file: CongressFile, found: BallotsOfRound, election_id: int, reason: str
) -> Refusal | None:
    """Say why the list cannot be fixed as ballots are printed."""
    listed = found.listed
    if not listed.names:
        return refuse("list_empty")
    if found.frozen or listed.kind is not RoundKind.FIRST:
        return None
    kind = election(file, election_id).kind
    surplus = Surplus(candidates=len(listed.names), seats=listed.seats, kind=kind)
    problem = surplus_problem(file, surplus, reason)
    return Refusal((problem,)) if problem else None


def _freeze(act: Act, found: BallotsOfRound, election_id: int, reason: str) -> None:
    if not found.frozen:
        act.update("election", election_id, frozen=1, surplus_reason=reason)


def _void(act: Act, run: BallotPrint, reason: str) -> None:
    act.update(
        "ballot_print",
        run.id,
        state=PrintState.VOID.value,
        void_reason=reason,
        voided_at=act.at,
    )
