"""The acts that count the ballots of a declared round again, and take that count back."""

from __future__ import annotations

from congress_desk.actions.elections.decisions import (
    declared_last,
    two_and_reason,
    write_decision,
)
from congress_desk.actions.elections.shares import mode_columns, write_issue
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.operators.unlock import Unlock, spend
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.congress import CongressState
from congress_desk.domain.decisions.decision import Decision, DecisionKind, DecisionOrgan
from congress_desk.domain.elections.round import Round, RoundCause, RoundState
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.passes.settings import entry_settings
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import shares as reading_shares


@guarded
def open_recount(
    file: CongressFile,
    round_id: int,
    *,
    organ: DecisionOrgan = DecisionOrgan.PRESIDIUM,
    reason: str,
    first: str,
    second: str,
    document: str = "",
    actor: str,
    unlocked: Unlock | None = None,
) -> Round | Refusal:
    """Open a recount of the newest declared round; its first count stays sealed beside it.

    List, seats, D and bundles are those of the first count; how many ballots come out of the box
    is counted anew, and its ballots and passes are its own. Only before the congress is closed.
    Where operators are defined, the two are those who unlocked it.
    """
    if congress(file).state is CongressState.CLOSED:
        return refuse("congress_closed")
    found = declared_last(file, round_id)
    if isinstance(found, Refusal):
        return found
    said = too_long(document, NAME_LIMIT) or two_and_reason(
        file, "open_recount", round_id, unlocked, two=(first, second), reason=reason
    )
    if isinstance(said, Refusal):
        return said
    first, second, reason = said
    code = election(file, found.election_id).code
    ordered = Decision(
        id=0,
        election_id=found.election_id,
        kind=DecisionKind.RECOUNT,
        organ=organ,
        round_id=round_id,
        part=found.part,
        article=congress(file).rules.article("counting_board"),
        reason=reason,
        document=document,
        first_name=first,
        second_name=second,
    )
    with file.act(
        "open_recount", actor=actor, backup=True, code=code, number=found.number, reason=reason,
        first=first, second=second,
    ) as act:  # fmt: skip
        decision_id = write_decision(act, ordered, actor)
        new = act.insert("round", **_round_row(file, found, decision_id, act.at))
        act.insert_rows(
            "round_candidate",
            [
                {"round_id": new, "place": place, "candidate_id": candidate.id}
                for place, candidate in enumerate(found.candidates, start=1)
            ],
        )
        write_issue(act, new, reading_shares.issued_voters(file, round_id), found.all_shares)
        for _, number, expected in reading_ballots.bundle_covers(file, round_id):
            act.insert("bundle", round_id=new, number=number, kind="ballots", expected=expected)
        act.tell(round_id=new)
    spend(file, unlocked)
    opened = reading_elections.round_by_id(file, new)
    assert opened is not None
    return opened


def _round_row(
    file: CongressFile, found: Round, decision_id: int, at: str
) -> dict[str, int | str | None]:
    accounting = found.accounting
    return {
        "election_id": found.election_id,
        "number": len(reading_elections.rounds(file, found.election_id)) + 1,
        "kind": found.kind.value,
        "state": RoundState.COUNTING.value,
        "seats": found.seats,
        **mode_columns(found.mode),
        "convened": accounting.convened,
        "present": accounting.present,
        "issued": accounting.issued,
        "returned": accounting.returned,
        "base_note": found.base_note,
        "surplus_reason": found.surplus_reason,
        "opened_at": at,
        "declared_at": "",
        "cancel_reason": "",
        "result": "",
        "part": found.part.value,
        "cause": RoundCause.RECOUNT.value,
        "follows": found.id,
        "decision_id": decision_id,
        "passes": entry_settings(file).passes,
    }
