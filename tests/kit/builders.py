"""Small builders of domain objects: every default is an ordinary value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from congress_desk.domain.elections.ballots import BoardReason, Paper, mark_mode
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.result import RoundResult, round_result
from congress_desk.domain.elections.round import Accounting, RoundKind
from congress_desk.domain.elections.tally import BallotRules, Tally, tally_ballots
from congress_desk.domain.motions import Hands, Motion, MotionKind, MotionMajority, MotionState
from congress_desk.domain.people.person import BaseRule, CongressKind, Person, PersonKind, Status
from congress_desk.domain.rules.rule_set import MotionBase, RuleSet
from congress_desk.domain.rules.threshold import Compare, Threshold
from congress_desk.errors import Refusal
from congress_desk.imports.rule_sets import load_rule_set

CASES = Path(__file__).parent.parent / "cases"
DEFAULT_RULES = "dang-190-2024"
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Minh Châu", "Phạm Quốc Dũng", "Hoàng Thị Đào")


@cache
def _shipped(rule_set_id: str) -> RuleSet:
    rules = load_rule_set(rule_set_id)
    assert not isinstance(rules, Refusal), rules
    return rules


def a_rule_set(rule_set_id: str = DEFAULT_RULES, **changes: Any) -> RuleSet:
    """Return a shipped rule set, some of its settings changed."""
    return replace(_shipped(rule_set_id), **changes)


def a_candidate(position: int, name: str = "", **fields: Any) -> Candidate:
    """Return the candidate whose id is its position."""
    return Candidate(id=position, name=name or f"Người Thứ {position}", **fields)


HALF = Threshold(Fraction(1, 2), Compare.MORE)
TWO_THIRDS = Threshold(Fraction(2, 3), Compare.AT_LEAST)


def base_rule(kind: CongressKind) -> BaseRule:
    """Return how D is worked out of a register by the default rules."""
    rules, by_delegates = a_rule_set(), kind is CongressKind.DELEGATES
    deducted = rules.deducted_delegates if by_delegates else rules.deducted_members
    return BaseRule(by_delegates=by_delegates, deducted=deducted)


def candidates(number: int) -> tuple[Candidate, ...]:
    """Return a list of this many candidates with ids 1, 2, 3, …"""
    return tuple(
        a_candidate(i, NAMES[i - 1] if i <= len(NAMES) else "") for i in range(1, number + 1)
    )


def a_person(
    kind: PersonKind = PersonKind.OFFICIAL, status: Status = Status.PRESENT, **fields: Any
) -> Person:
    """Return one line of the register."""
    return Person(**({"code": "001", "name": "Nguyễn Văn An"} | fields), kind=kind, status=status)


def a_motion(hands: Hands | None = None, **fields: Any) -> Motion:
    """Return a motion on the agenda with D = 10, all present; voted on when there are hands."""
    texts = ("announced_by", "note", "repeat_reason", "cancel_reason", "change_reason")
    ordinary = {
        "id": 1,
        "place": 1,
        "kind": MotionKind.AGENDA,
        "matter": "Thông qua chương trình đại hội",
        "state": MotionState.VOTED if hands else MotionState.OPEN,
        "base": 10,
        "present": 10,
        "repeats": 0,
        "election_id": 0,
        "at": "2020-03-12T14:30:00+07:00",
        "voted_at": "2020-03-12T14:35:00+07:00" if hands else "",
        "roll_id": 1,
        "majority": MotionMajority(of=MotionBase.CONVENED, threshold=HALF),
        **dict.fromkeys(texts, ""),
    }
    return Motion(**(ordinary | fields), hands=hands)


def a_paper(struck: Iterable[int] = (), **fields: Any) -> Paper:
    """Return a paper with these names struck; `both` and `blank` may be any iterable."""
    marks = {name: frozenset(fields.pop(name, ())) for name in ("both", "blank")}
    return Paper(struck=frozenset(struck), **marks, **fields)


def keeping(kept: Iterable[int], of: int) -> Paper:
    """Return a strike paper of a list of `of` names on which only `kept` are not struck."""
    return a_paper(set(range(1, of + 1)) - set(kept))


def an_accounting(number: int, **fields: Any) -> Accounting:
    """Return an accounting where as many came, got a ballot and gave it back as were convened."""
    return Accounting(
        **({"convened": number, "present": number, "issued": number, "returned": number} | fields)
    )


def ballot_rules(listed: int, seats: int, rules: RuleSet | None = None) -> BallotRules:
    """Return what judges ballots of a list of `listed` names with ids 1, 2, 3, …"""
    return BallotRules(
        candidates=tuple(range(1, listed + 1)),
        seats=seats,
        mode=mark_mode(listed, seats),
        rules=rules or a_rule_set(),
    )


def a_tally(
    papers: Iterable[Paper], listed: int, seats: int, rules: RuleSet | None = None
) -> Tally:
    """Return the counts of these papers."""
    return tally_ballots(papers, ballot_rules(listed, seats, rules))


def a_result(
    papers: Sequence[Paper],
    *,
    listed: int | Sequence[Candidate],
    seats: int,
    rules: RuleSet | None = None,
    accounting: Accounting | None = None,
    kind: RoundKind = RoundKind.FIRST,
    number: int = 1,
) -> RoundResult:
    """Return the result of a round; without an accounting everybody's ballot is in `papers`."""
    names = candidates(listed) if isinstance(listed, int) else tuple(listed)
    return round_result(
        candidates=names,
        seats=seats,
        mode=mark_mode(len(names), seats),
        kind=kind,
        number=number,
        accounting=accounting or an_accounting(len(papers)),
        tally=a_tally(papers, len(names), seats, rules),
        rules=rules or a_rule_set(),
    )


def papers_with_votes(votes: Sequence[int], ballots: int) -> list[Paper]:
    """Return this many papers on which candidate i + 1 has votes[i] votes.

    Votes are dealt round, so no paper keeps more than ⌈Σ votes ÷ ballots⌉ names.
    """
    assert max(votes) <= ballots
    kept: list[set[int]] = [set() for _ in range(ballots)]
    turns = (i for i, number in enumerate(votes, start=1) for _ in range(number))
    for turn, candidate in enumerate(turns):
        kept[turn % ballots].add(candidate)
    return [keeping(names, len(votes)) for names in kept]


def case_names() -> list[str]:
    """Return the names of the elections with known results."""
    return sorted(path.stem for path in CASES.glob("*.json"))


def load_case(name: str) -> dict[str, Any]:
    """Return one election with its known result."""
    return json.loads((CASES / f"{name}.json").read_text("utf-8"))


def paper_of_case(ballot: dict[str, Any]) -> Paper:
    """Return a ballot of a case as a paper; keys are positions."""
    reason = BoardReason(ballot["invalid"]) if ballot["invalid"] else None
    return a_paper(
        ballot["struck"], both=ballot["both"], blank=ballot["blank"], board_reason=reason
    )
