"""Rounds held to the vote, and what the congress decides after them, in few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace

from congress_files import anyway, fresh_uids, granted

from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.decisions import propose_decision
from congress_desk.actions.elections.declaring import declare_result, waive_finding
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.motions import begin_vote, record_vote
from congress_desk.domain.decisions.decision import Decision, DecisionKind
from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Accounting, Round
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.motions import Hands
from congress_desk.papers import available, make_paper
from congress_desk.queries.elections.course import decision, election_course
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.reports.document.document import Run
from congress_desk.storage.congress_file import CongressFile

A = "Thư ký"
BOARD = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch", "reason": "người ký", "actor": A}


def of(file: CongressFile, code: str) -> Election:
    """Return an election by its code."""
    return next(found for found in elections(file) if found.code == code)


def papers_for(found: Round, votes: Sequence[int], ballots: int) -> list[Paper]:
    """Return so many ballots that give the names of a round these votes, in ballot order."""
    kept: list[set[int]] = [set() for _ in range(ballots)]
    for place, count in sorted(enumerate(votes), key=lambda each: -each[1]):
        for ballot in sorted(kept, key=len)[:count]:
            ballot.add(place)
    ids = [candidate.id for candidate in found.candidates]
    assert found.mode is MarkMode.TICK or all(1 <= len(b) <= found.seats for b in kept)
    return [
        Paper(struck=frozenset(ids[place] for place in range(len(ids)) if place not in ballot))
        for ballot in kept
    ]


def open_next(
    file: CongressFile,
    code: str,
    ballots: int,
    *,
    convened: int | None = None,
    names: Sequence[int] | None = None,
    seats: int | None = None,
    reason: str = "",
) -> Round:
    """Open the next round with D by hand; `names` are ids of those who stand."""
    there = convened or ballots
    accounting = Accounting(convened=there, present=ballots, issued=ballots, returned=ballots)
    return granted(
        open_round(
            file,
            of(file, code).id,
            accounting=accounting,
            by_hand=True,
            bundle_size=50,
            actor=A,
            going_on=replace(anyway(file), reason=reason or "thử"),
            seats=seats,
            candidate_ids=names,
        )
    )


def enter_votes(file: CongressFile, found: Round, votes: Sequence[int]) -> None:
    """Enter the ballots of a round into its bundles so that its names have these votes."""
    papers = papers_for(found, votes, found.accounting.returned or 0)
    for start in range(0, len(papers), 50):
        part = papers[start : start + 50]
        uids = fresh_uids(len(part))
        granted(enter_ballots(file, found.id, start // 50 + 1, part, uids, operator="Nhập"))


def declare(file: CongressFile, found: Round) -> RoundSheet:
    """Declare a round; what a named person may let stand is let stand."""
    for finding in round_sheet(file, found.id).blocking:
        granted(waive_finding(file, found.id, finding, name="Lê Chủ Tịch", reason="đúng", actor=A))
    return granted(declare_result(file, found.id, **BOARD))


def hold(
    file: CongressFile, code: str, votes: Sequence[int], ballots: int, **opening: object
) -> RoundSheet:
    """Open the next round, enter ballots that give these votes, and declare it."""
    found = open_next(file, code, ballots, **opening)
    enter_votes(file, found, votes)
    return declare(file, found)


def decide(
    file: CongressFile,
    code: str,
    kind: DecisionKind,
    *,
    people: int,
    in_favour: int | None = None,
    matter: str = "Quyết định sau lần bầu",
    seats: int | None = None,
) -> Decision:
    """Put a decision to the vote and record it; carried unless too few hands say so."""
    found = granted(
        propose_decision(file, of(file, code).id, kind, matter=matter, seats=seats, actor=A)
    )
    assert found.motion is not None
    granted(begin_vote(file, found.motion.id, base=people, present=people, actor=A))
    hands = Hands(in_favour=people if in_favour is None else in_favour)
    granted(record_vote(file, found.motion.id, hands, actor=A))
    return decision(file, found.id)


def elected_names(file: CongressFile, code: str) -> list[str]:
    """Return who has an official post of an election."""
    return [seat.name for seat in election_course(file, of(file, code).id).elected]


def of_paper(file: CongressFile, kind: str, round_id: int = 0) -> str:
    """Return the text of a paper of an election."""
    paper = next(p for p in available(file) if p.kind == kind and p.round_id in (round_id, 0))
    return "\n".join(_texts(make_paper(file, paper).content))


def _texts(found: object) -> Iterator[str]:
    """Yield every text in a document, each paragraph and cell as one."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, tuple) and found and all(isinstance(each, Run) for each in found):
        yield "".join(run.text for run in found)
    elif isinstance(found, tuple):
        for each in found:
            yield from _texts(each)
    elif is_dataclass(found):
        for each in fields(found):
            yield from _texts(getattr(found, each.name))
