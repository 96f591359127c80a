"""Acts on the issue register before a round opens: ballots handed out once they are printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from congress_desk.actions.elections.issue_lines import (
    LIMIT,
    check_box,
    check_names,
    cleaned,
    line_row,
    line_word,
    texts_too_long,
)
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.text_limits import no_reason
from congress_desk.domain.ballot_papers.issue_register import (
    EARLY,
    EarlyIssue,
    IssueKind,
    IssueLine,
    IssueRegister,
    check_line,
    check_strike,
)
from congress_desk.domain.elections.round import Accounting, Round, RoundState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballot_issue import early_closed, early_issue, still_out
from congress_desk.queries.elections.ballot_prints import (
    BallotsOfRound,
    ballots_of_round,
    ballots_to_print,
)
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.next_round import next_round
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballot_prints as reading_prints
from congress_desk.storage.reading.elections import lists as reading_elections


@guarded
def write_early_issue(
    file: CongressFile, election_id: int, lines: Sequence[IssueLine], *, actor: str
) -> EarlyIssue | Refusal:
    """Write lines about the ballots printed for the next round, all or none.

    They join the round when it opens, and issued follows. What a unit gives back are papers of
    void runs first.
    """
    of = _ballots(file, election_id)
    if isinstance(of, Refusal):
        return of
    early, plan = early_issue(file, of), next_round(file, election_id)
    standing = () if isinstance(plan, Refusal) else plan.candidates
    wanted: list[IssueLine] = []
    for line in map(cleaned, lines):
        held = early.holding(line.unit) if line.kind is IssueKind.TAKEN_BACK else early.register
        line = dataclasses.replace(line, round_id=0, print_id=_run(of, early, held))
        refusal = _check(file, of, held, line) or check_names(standing, line)
        if refusal:
            return refusal
        wanted.append(line)
        early = early.with_line(held, line)
    code = election(file, election_id).code
    with file.act("write_early_issue", actor=actor, code=code) as act:
        papers = sum(line.papers for line in wanted)
        act.tell(what=line_word(wanted[0]), papers=papers, lines=len(wanted))
        for line in wanted:
            act.insert("ballot_issue", **line_row(line, at=act.at, actor=actor))
    return early_issue(file, ballots_to_print(file, election_id))


@guarded
def strike_early_line(
    file: CongressFile, line: IssueLine, reason: str, *, actor: str
) -> IssueRegister | Refusal:
    """Strike out a line that no round has yet."""
    run = reading_prints.ballot_print(file, line.print_id)
    assert run is not None
    of = _ballots(file, run.election_id)
    if isinstance(of, Refusal):
        return of
    early, reason = early_issue(file, of), clean_text(reason)
    register = next((r for r in early.void if line in r.lines), early.register)
    if not line.stands:
        return register
    refusal = no_reason(reason, LIMIT)
    refusal = refusal or check_strike(register, line, 0, congress(file).rules.article("void"))
    if refusal:
        return refusal
    with file.act("strike_early_line", actor=actor, reason=reason) as act:
        code = election(file, run.election_id).code
        act.tell(code=code, what=line_word(line), papers=line.papers)
        act.update("ballot_issue", line.id, struck_at=act.at, struck_reason=reason)
    return early_issue(file, ballots_to_print(file, run.election_id)).register


def as_handed(accounting: Accounting, register: IssueRegister) -> Accounting | Refusal:
    """Return the numbers of a round with issued as the papers were handed out before it."""
    if not register.is_kept:
        return accounting
    if accounting.issued not in (None, register.issued):
        return refuse("issued_of_register", issued=register.issued)
    return dataclasses.replace(accounting, issued=register.issued)


def join_round(act: Act, round_id: int, register: IssueRegister) -> None:
    """Let the lines about the ballots of a round belong to it, within the act that opens it."""
    for line in register.lines:
        act.update("ballot_issue", line.id, round_id=round_id)


def leave_round(file: CongressFile, act: Act, found: Round) -> None:
    """Keep, within the act that cancels a round, what is still handed out: for the next one.

    Each line is written again as it was, about the newest good run. Without a run nobody knows of
    which list the papers are: what is handed out for the next round is then written anew.
    """
    run = None if found.is_recount else ballots_of_round(file, found).current
    if run is None:
        return
    for line in still_out(file, found):
        again = dataclasses.replace(line, round_id=0, print_id=line.print_id or run.id)
        act.insert("ballot_issue", **line_row(again, at=line.at, actor=line.actor))


def _ballots(file: CongressFile, election_id: int) -> BallotsOfRound | Refusal:
    """Return the ballots printed for the next round, or say why there is no early register."""
    held = reading_elections.rounds(file, election_id)
    if any(found.state is RoundState.COUNTING for found in held):
        return refuse("issue_round_open")
    return ballots_to_print(file, election_id)


def _check(
    file: CongressFile, of: BallotsOfRound, held: IssueRegister, line: IssueLine
) -> Refusal | None:
    """Say why a line cannot be written before the round; void papers are always taken back."""
    if line.kind not in EARLY:
        return refuse("issue_round_not_open")
    gives_back = line.kind is IssueKind.TAKEN_BACK
    closed = None if gives_back else early_closed(file, of)
    article = congress(file).rules.article("void")
    wrong = texts_too_long(line) or check_line(held, line, article) or check_box(file, line)
    return closed or wrong


def _run(of: BallotsOfRound, early: EarlyIssue, held: IssueRegister) -> int:
    """Return the run whose papers a line is about."""
    if held in early.void:
        return held.lines[0].print_id
    return of.current.id if of.current else 0
