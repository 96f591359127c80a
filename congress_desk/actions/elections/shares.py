"""Acts on shares: who holds how many, who votes for whom; and who is handed a ballot of what."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from congress_desk.actions.text_limits import too_long
from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.round import Accounting, Round
from congress_desk.domain.elections.shares.share_changes import compare_shares
from congress_desk.domain.elections.shares.share_list import ShareLine, read_share_list
from congress_desk.domain.elections.shares.shares import (
    Holding,
    Voter,
    check_proxy,
    check_shares,
    unissued,
)
from congress_desk.domain.rules.rule_set import VotesBy
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.shares import voters_in_order
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.reading.elections import shares as reading_shares


def set_holding(
    file: CongressFile,
    person_id: int,
    *,
    shares: int | None,
    proxy_id: int = 0,
    document: str = "",
    actor: str,
) -> Holding | Refusal:
    """Write down how many shares a person of the register holds, and who votes for them."""
    person = reading_people.person(file, person_id)
    proxy = reading_people.person(file, proxy_id) if proxy_id else person
    if person is None or proxy is None:
        return refuse("person_unknown", number=proxy_id if person else person_id)
    rules, known = congress(file).rules, reading_shares.holdings(file)
    refusal = (
        check_shares(shares, rules.article("shares"))
        or check_proxy(known, person_id, proxy_id, rules.article("proxy"))
        or too_long(document, NAME_LIMIT)
    )
    if refusal:
        return refusal
    written = Holding(
        person_id=person_id,
        name=person.name,
        code=person.code,
        shares=shares or 0,
        present=False,
        proxy_id=proxy_id,
        document=clean_text(document),
    )
    with file.act("set_holding", actor=actor, name=person.name, shares=written.shares) as act:
        _write_holding(act, written, known)
    return next(h for h in reading_shares.holdings(file) if h.person_id == person_id)


def _write_holding(act: Act, written: Holding, known: Sequence[Holding]) -> None:
    row: dict[str, Any] = {
        "shares": written.shares,
        "proxy_id": written.proxy_id or None,
        "document": written.document,
    }
    if any(held.person_id == written.person_id for held in known):
        act.update("share_holding", written.person_id, **row)
    else:
        act.insert_rows("share_holding", [{"person_id": written.person_id, **row}])


def set_holdings(file: CongressFile, text: str, *, actor: str) -> tuple[Holding, ...] | Refusal:
    """Write the register of shares from a pasted list, all of it or nothing: `write_share_list`."""
    article = congress(file).rules.article("shares")
    lines = read_share_list(text, reading_people.people(file), article)
    return lines if isinstance(lines, Refusal) else write_share_list(file, lines, actor=actor)


def write_share_list(
    file: CongressFile, lines: Sequence[ShareLine], *, source: str = "", actor: str
) -> tuple[Holding, ...] | Refusal:
    """Write the register of shares from a list, all of it or nothing; `source` names its file.

    Whoever is on the list is written anew; of others what is there stays.
    """
    known, people = reading_shares.holdings(file), reading_people.people(file)
    by_id = {person.id: person for person in people}
    found = compare_shares(known, lines, by_id, congress(file).rules.article("proxy"))
    if isinstance(found, Refusal):
        return found
    too_much = [too_long(change.after.document, NAME_LIMIT) for change in found.changes]
    refusal = next(filter(None, too_much), None)
    if refusal:
        return refusal
    name = "import_holdings" if source else "set_holdings"
    with file.act(name, actor=actor, backup=bool(source), count=len(lines)) as act:
        if source:
            act.tell(source=source)
        for change in found.changes:
            _write_holding(act, change.after, known)
    return reading_shares.holdings(file)


def remove_holding(file: CongressFile, person_id: int, *, actor: str) -> Holding | Refusal:
    """Take somebody off the register of shares; the journal line keeps what it was."""
    found = next((h for h in reading_shares.holdings(file) if h.person_id == person_id), None)
    if found is None:
        return refuse("holding_unknown")
    with file.act("remove_holding", actor=actor, name=found.name, shares=found.shares) as act:
        act.delete("share_holding", person_id)
    return found


def share_papers(
    file: CongressFile, accounting: Accounting
) -> tuple[Accounting, tuple[Voter, ...]] | Refusal:
    """Return the numbers of a round and who is handed a ballot; nobody where ballots vote.

    Where shares vote, everybody present who votes for any has one paper: so many are issued.
    """
    if congress(file).rules.votes is not VotesBy.SHARES:
        return accounting, ()
    found = voters_in_order(file)
    if isinstance(found, Refusal):
        return found
    count = len(found)
    papers = dataclasses.replace(accounting, convened=count, present=count, issued=count)
    return papers, found


def all_shares(file: CongressFile) -> int:
    """Return how many shares have a vote, there or not."""
    return sum(holding.shares for holding in reading_shares.holdings(file))


def write_issue(act: Act, round_id: int, found: Sequence[Voter], total: int) -> None:
    """Freeze, inside an act, who is handed a ballot of how many shares, of how many in all."""
    if not found:
        return
    act.insert_rows("share_roll", [{"round_id": round_id, "total": total}])
    act.insert_rows(
        "share_issue",
        [
            {"round_id": round_id, "person_id": v.person_id, "name": v.name, "shares": v.shares}
            for v in found
        ],
    )


def mode_columns(mode: MarkMode) -> dict[str, str]:
    """Return how a round is marked as its columns: one by shares has no strikes nor ticks."""
    by_shares = mode is MarkMode.CUMULATIVE
    return {
        "mode": MarkMode.STRIKE.value if by_shares else mode.value,
        "votes": VotesBy.SHARES.value if by_shares else VotesBy.BALLOTS.value,
    }


def check_weights(
    file: CongressFile,
    found: Round,
    papers: Sequence[Paper],
    before: Paper | None = None,
    *,
    pass_number: int = 1,
) -> Refusal | None:
    """Refuse a paper of so many shares as no ballot that is still out of this pass stands for.

    `before` is the paper that a correction puts aside.
    """
    if found.mode is not MarkMode.CUMULATIVE:
        return None
    issued = [voter.shares for voter in reading_shares.issued_voters(file, found.id)]
    entered = reading_shares.entered_shares(file, found.id, pass_number)
    if before is not None:
        entered.remove(before.shares)
    weight = unissued([paper.shares for paper in papers], issued, entered)
    if not weight:
        return None
    article = congress(file).rules.article("shares")
    code = "share_ballot_twice" if weight in issued else "share_ballot_not_issued"
    return refuse(code, article=article, shares=weight)
