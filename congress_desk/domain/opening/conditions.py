"""What the rules want before a round opens: each condition with its figures, article and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congress_desk.domain.ballot_papers.box_findings import box_findings
from congress_desk.domain.ballot_papers.issue_register import IssueKind
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.findings import (
    Finding,
    accounting_findings,
    base_findings,
    board_findings,
)
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.motions import Motion, MotionKind, MotionOutcome
from congress_desk.domain.opening.facts import (
    Condition,
    Mending,
    OpeningFacts,
    Topic,
    met,
    missing,
    unmet_by,
)
from congress_desk.domain.opening.list_conditions import among, order, surplus
from congress_desk.domain.rules.quorum import is_quorum, quorum_of
from congress_desk.domain.rules.rule_set import MajorityBase, VotesBy

# Ballots of a file were cast before: the file may know nothing of how the round was prepared, and
# that is only noted, and so are the figures, which are findings of the round. What the file knows
# to be against a rule needs a reason.
_AGAINST_A_RULE = frozenset(
    {
        "surplus_above_max",
        "surplus_above_max_small",
        "number_voted_down",
        "number_changed",
        "list_voted_down",
        "list_changed",
        "counter_is_candidate",
        "candidate_not_of_committee",
        "among_not_elected_yet",
    }
)


# What a round tells of itself later on is worked out anew from its own rows; these are not.
_OF_THE_MOMENT = frozenset(
    {
        "congress_not_in_session",
        "nobody_checked_in",
        "nobody_present",
        "base_by_hand",
        "number_not_voted",
        "number_voted_down",
        "list_not_voted",
        "list_voted_down",
        "number_changed",
        "list_changed",
        "round_seats_fewer",
        "candidate_not_of_committee",
        "among_not_elected_yet",
        "list_not_frozen",
        "list_not_in_order",
        "board_missing",
        "board_not_voted",
        "ballots_outdated",
        "ballots_void",
        "ballots_too_few",
        "void_papers_out",
    }
)


def conditions(
    facts: OpeningFacts, accounting: Accounting, *, by_hand: bool
) -> tuple[Condition, ...]:
    """Return every condition of the next round, for these figures of the form."""
    by_shares = facts.rules.votes is VotesBy.SHARES
    return (
        _state(facts),
        *((_share_quorum(facts),) if by_shares else _heads(facts, accounting, by_hand=by_hand)),
        *_decision(facts),
        *_votes(facts),
        *surplus(facts),
        *among(facts),
        *order(facts),
        *_ballots(facts, accounting),
        *_issue(facts),
        *_board(facts),
        *_numbers(facts, accounting),
    )


def unmet(found: Sequence[Condition]) -> tuple[Finding, ...]:
    """Return the findings of the conditions that are not met."""
    return tuple(condition.finding for condition in found if condition.finding is not None)


def of_the_moment(finding: Finding) -> bool:
    """Say whether only the moment of opening knows this, so that it has to be kept."""
    return finding.code in _OF_THE_MOMENT


def against_a_rule(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return for which of these ballots recorded from a file need a reason, too."""
    return tuple(finding for finding in found if finding.code in _AGAINST_A_RULE)


def _state(facts: OpeningFacts) -> Condition:
    mending = Mending(desk="congress", part="state")
    if facts.state is CongressState.IN_SESSION:
        return met(Topic.STATE, mending, "in_session")
    if facts.state is CongressState.REHEARSAL:
        return met(Topic.STATE, mending, "rehearsal")
    return missing(Topic.STATE, mending, "congress_not_in_session")


def _heads(
    facts: OpeningFacts, accounting: Accounting, *, by_hand: bool
) -> tuple[Condition, Condition]:
    """Enough people are there, and D is right: of a congress in which everybody has one ballot."""
    return _quorum(facts, accounting), _base(facts, accounting, by_hand=by_hand)


def _share_quorum(facts: OpeningFacts) -> Condition:
    """Enough shares are represented; heads make neither the quorum nor the base."""
    rules, mending = facts.rules, Mending(desk="checkin")
    article, (represented, total) = rules.own_article("quorum"), quorum_of(facts.register)
    if is_quorum(represented, total, rules.quorum):
        numbers = {"present": represented, "convened": total}
        needed = rules.quorum.needed(total)
        return met(Topic.QUORUM, mending, "share_quorum", article, needed=needed, **numbers)
    return missing(
        Topic.QUORUM,
        mending,
        "shares_below_quorum",
        article,
        represented=represented,
        total=total,
        share=str(rules.quorum.share),
    )


def _quorum(facts: OpeningFacts, accounting: Accounting) -> Condition:
    rules, mending = facts.rules, Mending(desk="checkin")
    article, quorum = rules.own_article("quorum"), rules.quorum
    convened = facts.register.convened or accounting.convened
    present = accounting.present
    if not present and not facts.register.convened:
        return missing(Topic.QUORUM, Mending(), "nobody_present", article)
    if not present:
        return missing(Topic.QUORUM, mending, "nobody_checked_in", article, convened=convened)
    if not is_quorum(present, convened, quorum):
        return missing(
            Topic.QUORUM,
            mending,
            "present_below_quorum",
            article,
            present=present,
            convened=convened,
            share=str(quorum.share),
        )
    needed = quorum.needed(convened)
    return met(
        Topic.QUORUM,
        mending,
        "quorum",
        article,
        present=present,
        convened=convened,
        needed=needed,
    )


def _base(facts: OpeningFacts, accounting: Accounting, *, by_hand: bool) -> Condition:
    """D is the register's, and that of the first round."""
    article, register = facts.rules.article("convened"), facts.register
    mending = Mending() if by_hand else Mending(desk="people", part="base")
    known = register if register.base else None
    found = base_findings(accounting, known, facts.before, facts.rules)
    if found:
        return unmet_by(Topic.BASE, mending, found[0])
    if known is None:
        return missing(Topic.BASE, mending, "base_by_hand", article, base=accounting.convened)
    # Where the majority is taken of papers, D decides votes by show of hands alone.
    code = "base" if facts.rules.base is MajorityBase.CONVENED else "base_of_votes"
    return met(Topic.BASE, mending, code, article, base=register.base)


def _decision(facts: OpeningFacts) -> Iterator[Condition]:
    """The congress decided that a later round is held, where the rules leave that to it."""
    article, mending = (
        facts.rules.own_article("short"),
        Mending(desk="decision"),
    )
    if facts.decision_missing:
        yield missing(
            Topic.DECISION, mending, "round_without_decision", article, number=facts.number
        )
    elif facts.seats < facts.decided_seats:
        numbers = {"seats": facts.seats, "decided": facts.decided_seats}
        yield missing(Topic.DECISION, mending, "round_seats_fewer", article, **numbers)
    elif facts.decided:
        yield met(Topic.DECISION, mending, "round_decided", article)


def _ballots(facts: OpeningFacts, accounting: Accounting) -> Iterator[Condition]:
    """The ballots printed from here bear the list of the round, and there is one for everybody."""
    printed, mending = facts.printed, Mending(desk="ballots")
    if printed.findings:
        yield unmet_by(Topic.BALLOTS, mending, printed.findings[0])
    elif printed.copies and printed.left < accounting.convened:
        yield missing(
            Topic.BALLOTS,
            mending,
            "ballots_too_few",
            copies=printed.left,
            base=accounting.convened,
        )
    elif printed.copies:
        yield met(Topic.BALLOTS, mending, "ballots", copies=printed.left, list_code=printed.code)


def _issue(facts: OpeningFacts) -> Iterator[Condition]:
    """Of the papers handed out already none is of a void run, and the box was sealed before."""
    issue, mending = facts.issue, Mending(desk="issue")
    if issue.void_out:
        yield missing(Topic.BALLOTS, mending, "void_papers_out", papers=issue.void_out)
    findings = box_findings(issue.register, facts.rules)
    for finding in findings:
        yield unmet_by(Topic.BOX, mending, finding)
    sealed = issue.register.line(IssueKind.BOX_SEALED)
    if sealed and not findings:
        article = facts.rules.article("counting_board")
        yield met(Topic.BOX, mending, "box", article, name=sealed.name, witness=sealed.witness)


def _votes(facts: OpeningFacts) -> Iterator[Condition]:
    """The congress voted on the number, where it is the congress's, and on the list."""
    if not facts.is_first_vote:
        return
    wanted = f"{MotionKind.NUMBER_AND_LIST.value}/{facts.election.id}"
    if facts.election.kind in facts.rules.lower_number_kinds:
        alone = facts.number_voted
        other = facts.changed.seats if alone is None else alone != facts.seats
        yield _voted(facts, Topic.NUMBER, facts.number_vote, wanted, changed=other)
    changed = facts.changed.names or facts.changed.seats
    yield _voted(facts, Topic.LIST, facts.list_vote, wanted, changed=changed)


def _voted(
    facts: OpeningFacts, topic: Topic, vote: Motion | None, wanted: str, *, changed: bool
) -> Condition:
    """Return the condition of a motion; `wanted` says which one is prepared where there is none.

    A vote on what was `changed` afterwards is none on what stands now.
    """
    article, what = facts.rules.own_article("procedure"), topic.value
    mending = Mending(desk="motions", record=vote.id if vote else 0, part=wanted)
    numbers: dict[str, str | int] = {"seats": facts.seats, "candidates": len(facts.candidates)}
    if vote is None or vote.hands is None:
        return missing(topic, mending, f"{what}_not_voted", article, **numbers)
    numbers |= {"in_favour": vote.hands.in_favour, "base": vote.base or 0}
    if vote.outcome is not MotionOutcome.CARRIED:
        return missing(topic, mending, f"{what}_voted_down", article, **numbers)
    if changed:
        return missing(topic, mending, f"{what}_changed", article, **numbers)
    return met(topic, mending, f"{what}_voted", article, **numbers)


def _board(facts: OpeningFacts) -> Iterator[Condition]:
    """A counting board is elected, and nobody of it stands."""
    rules, article = facts.rules, facts.rules.own_article("counting_board")
    organs = Mending(desk="duties", part="organs")
    if not facts.board:
        yield missing(Topic.BOARD, organs, "board_missing", article)
        return
    for duty in facts.counters_listed:
        for finding in board_findings([duty.name], rules):
            yield unmet_by(Topic.BOARD, Mending(desk="duties", record=duty.id), finding)
    vote, own = facts.board_vote, facts.board[0].election_id
    wanted = f"{MotionKind.COUNTING_BOARD.value}/{own}"
    mending = Mending(desk="motions", record=vote.id if vote else 0, part=wanted)
    numbers: dict[str, str | int] = {"count": len(facts.board)}
    if vote is None or vote.hands is None or vote.outcome is not MotionOutcome.CARRIED:
        yield missing(Topic.BOARD, mending, "board_not_voted", article, **numbers)
    elif not facts.counters_listed:
        numbers |= {"in_favour": vote.hands.in_favour, "base": vote.base or 0}
        yield met(Topic.BOARD, organs, "board", article, **numbers)


def _numbers(facts: OpeningFacts, accounting: Accounting) -> Iterator[Condition]:
    """Present ≤ D, issued ≤ present, returned ≤ issued: what is known of them already."""
    rules = facts.rules
    wrong = [
        finding
        for finding in accounting_findings(accounting, Tally(), rules)
        if finding.code in ("present_above_convened", "issued_above_present",
                            "returned_above_issued")
    ]  # fmt: skip
    for finding in wrong:
        yield unmet_by(Topic.NUMBERS, Mending(), finding)
    if not wrong and accounting.present is not None:
        yield met(
            Topic.NUMBERS,
            Mending(),
            "numbers",
            rules.own_article("counting_board"),
            present=accounting.present,
            base=accounting.convened,
        )
