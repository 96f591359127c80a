"""Acts on the issue register of a round: write lines, strike one out; the accounting follows."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from congress_desk.actions.elections.accounting import write_accounting
from congress_desk.actions.elections.early_issue import strike_early_line
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
    IssueKind,
    IssueLine,
    IssueRegister,
    check_line,
    check_strike,
)
from congress_desk.domain.elections.accounting import is_void
from congress_desk.domain.elections.round import Accounting, Round, RoundState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballot_issue as reading
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import lists as reading_elections


@guarded
def write_issue_lines(
    file: CongressFile,
    round_id: int,
    lines: Sequence[IssueLine],
    *,
    actor: str,
    void_meant: bool = False,
) -> IssueRegister | Refusal:
    """Write lines of the register in order, all or none; issued and returned follow.

    More papers in the box than were issued annul the round: refused until that is meant.
    """
    found = _round(file, round_id, lines)
    if isinstance(found, Refusal):
        return found
    register = issue_register(file, round_id)
    article = congress(file).rules.article("void")
    wanted: list[IssueLine] = []
    for line in lines:
        line = dataclasses.replace(cleaned(line), round_id=round_id, print_id=0)
        refusal = texts_too_long(line) or check_line(register, line, article)
        refusal = refusal or check_box(file, line) or check_names(found.candidates, line)
        if refusal:
            return refusal
        wanted.append(line)
        register = dataclasses.replace(register, lines=(*register.lines, line))
    after = _followed(found.accounting, register)
    back = max(after.returned or 0, _entered(file, found))
    if register.returned is None and (after.issued or 0) < back:
        issued = after.issued or 0
        return refuse("issue_shrinks", article=article, issued=issued, returned=back)
    if is_void(after) and not is_void(found.accounting) and not void_meant:
        return refuse(
            "accounting_makes_void",
            article=article,
            issued=after.issued or 0,
            returned=after.returned or 0,
        )
    with file.act("write_issue_lines", actor=actor, round_id=round_id, number=found.number) as act:
        papers = sum(line.papers for line in wanted)
        act.tell(what=line_word(wanted[0]), papers=papers, lines=len(wanted))
        for line in wanted:
            act.insert("ballot_issue", **line_row(line, at=act.at, actor=actor))
        _follow(file, act, found, after, reason="", actor=actor)
    return issue_register(file, round_id)


@guarded
def strike_issue_line(
    file: CongressFile, line_id: int, reason: str, *, actor: str
) -> IssueRegister | Refusal:
    """Strike a wrong line out, with the reason; it stays to be read. KeyError of no line."""
    line = reading.issue_line(file, line_id)
    if line is None:
        raise KeyError(line_id)
    if not line.round_id:
        return strike_early_line(file, line, reason, actor=actor)
    found = _round(file, line.round_id, (line,))
    if isinstance(found, Refusal):
        return found
    reason = clean_text(reason)
    if not line.stands:
        return issue_register(file, line.round_id)
    refusal = no_reason(reason, LIMIT)
    if refusal:
        return refusal
    register = issue_register(file, line.round_id)
    article = congress(file).rules.article("void")
    refusal = check_strike(
        register, line, _entered(file, found), article, returned=found.accounting.returned or 0
    )
    if refusal:
        return refusal
    rest = tuple(each for each in register.lines if each.id != line_id)
    after = _followed(found.accounting, dataclasses.replace(register, lines=rest), struck=line)
    with file.act(
        "strike_issue_line", actor=actor, round_id=line.round_id, number=found.number, reason=reason
    ) as act:
        act.tell(what=line_word(line), papers=line.papers)
        act.update("ballot_issue", line_id, struck_at=act.at, struck_reason=reason)
        _follow(file, act, found, after, reason=reason, actor=actor)
    return issue_register(file, line.round_id)


def _entered(file: CongressFile, found: Round) -> int:
    """Return how many papers of a round were in the hand already."""
    return sum(bundle.taken for bundle in reading_ballots.bundles(file, found.id))


def _round(file: CongressFile, round_id: int, lines: Sequence[IssueLine]) -> Round | Refusal:
    """Return a round whose register takes these lines: a sealed one but papers destroyed."""
    found = reading_elections.round_by_id(file, round_id)
    if found is None:
        return refuse("round_unknown")
    if found.is_recount:
        return refuse("issue_of_recount")
    destroyed = all(line.kind is IssueKind.DESTROYED for line in lines)
    if found.state is RoundState.CANCELLED or not (found.state is RoundState.COUNTING or destroyed):
        return refuse("round_sealed", number=found.number)
    return found


def _followed(
    accounting: Accounting, register: IssueRegister, struck: IssueLine | None = None
) -> Accounting:
    """Return the accounting as the register tells it; a number it no longer tells is not known."""
    if not register.is_kept and not (struck and struck.kind is IssueKind.HANDED):
        return accounting
    issued = register.issued if register.is_kept else None
    unopened = None if struck and struck.kind is IssueKind.RETURNED else accounting.returned
    returned = unopened if register.returned is None else register.returned
    return dataclasses.replace(accounting, issued=issued, returned=returned)


def _follow(
    file: CongressFile, act: Act, found: Round, after: Accounting, *, reason: str, actor: str
) -> None:
    if after != found.accounting:
        write_accounting(file, act, found, after, reason=reason, by=actor)
