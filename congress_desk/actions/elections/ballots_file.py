"""The ballots of a whole round at once, from a file: all of them or none."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence

from congress_desk.actions.elections.ballots import write_ballot
from congress_desk.actions.elections.rounds import PreparedRound, prepare_round, write_round
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.passes.bundle_passes import PassSource
from congress_desk.domain.elections.round import Accounting, Round
from congress_desk.domain.opening.conditions import against_a_rule
from congress_desk.domain.opening.facts import GoingOn
from congress_desk.domain.setup.filled_workbook import BallotLine
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Place, Refusal, problem, refuse
from congress_desk.i18n import finding_text
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.passes.settings import entry_settings
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections


@guarded
def record_ballots(
    file: CongressFile,
    election_id: int,
    lines: Sequence[BallotLine],
    *,
    accounting: Accounting,
    by_hand: bool,
    source: str,
    reason: str,
    actor: str,
) -> Round | Refusal:
    """Open the next round of an election and record these ballots, in one act.

    The keys of the lines' papers are ballot positions; `source` is the name of the ballots file.
    What the file does not know of how the round was prepared is noted; what is against a rule
    needs a `reason`, and the actor answers for it.
    """
    prepared = prepare_round(file, election_id, accounting=accounting, by_hand=by_hand)
    if isinstance(prepared, Refusal):
        return prepared
    reason = clean_text(reason)
    against = against_a_rule(prepared.missing)
    refusal = (
        _check_number(prepared, lines, source)
        or _check_weights(file, prepared, lines, source)
        or too_long(actor, NAME_LIMIT)
        or (_reason_needed(against) if against and not reason else None)
    )
    if refusal:
        return refusal
    going_on = GoingOn(name=actor, reason=reason, known=frozenset())
    passes = entry_settings(file).passes
    with file.act("record_ballots", actor=actor, backup=True, source=source) as act:
        round_id = write_round(file, act, prepared, going_on=going_on, answered=against)
        for number in sorted({line.bundle for line in lines}):
            in_bundle = [line for line in lines if line.bundle == number]
            bundle_id = act.insert(
                "bundle", round_id=round_id, number=number, kind="ballots", expected=len(in_bundle)
            )
            pass_id = act.insert(
                "entry_pass",
                bundle_id=bundle_id,
                number=1,
                operator=clean_text(actor),
                source=PassSource.FILE.value,
                opened_at=act.at,
            )
            for sequence, line in enumerate(in_bundle, start=1):
                paper = _by_candidate(prepared, line.paper)
                write_ballot(act, pass_id, sequence, paper, uuid.uuid4().hex, actor)
            if passes > 1:
                act.update("entry_pass", pass_id, closed_at=act.at)
        act.tell(count=len(lines))
    found = reading_elections.round_by_id(file, round_id)
    assert found is not None
    return found


def _reason_needed(against: Sequence[Finding]) -> Refusal:
    return Refusal(
        tuple(
            problem("ballots_need_reason", article=f.article, finding=finding_text(f))
            for f in against
        )
    )


def _check_number(
    prepared: PreparedRound, lines: Sequence[BallotLine], source: str
) -> Refusal | None:
    returned = prepared.accounting.returned
    if returned is None or len(lines) <= returned:
        return None
    place = Place(file=source, line=lines[returned].line)
    return refuse("more_ballots_than_returned", place, count=len(lines), returned=returned)


def _check_weights(
    file: CongressFile, prepared: PreparedRound, lines: Sequence[BallotLine], source: str
) -> Refusal | None:
    """Refuse a ballot by shares that nobody of those present was handed, with its line."""
    out = Counter(voter.shares for voter in prepared.voters)
    for line in lines:
        if not prepared.voters:
            break
        if not out[line.paper.shares]:
            article = congress(file).rules.article("shares")
            place, shares = Place(file=source, line=line.line), line.paper.shares
            return refuse("share_ballot_not_issued", place, article=article, shares=shares)
        out[line.paper.shares] -= 1
    return None


def _by_candidate(prepared: PreparedRound, paper: Paper) -> Paper:
    return paper.with_keys(lambda position: prepared.plan.candidates[position - 1].id)
