"""One round with its result: recounted from every ballot, or by the count kept up to now."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from congress_desk.domain.ballot_papers.box_findings import box_findings
from congress_desk.domain.ballot_papers.issue_register import IssueRegister
from congress_desk.domain.decisions.findings import round_findings
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.checks.sample import sample_findings
from congress_desk.domain.elections.confirmers import confirmer_findings, confirmers
from congress_desk.domain.elections.doubtful_ballot import DoubtfulBallot
from congress_desk.domain.elections.findings import (
    Finding,
    Severity,
    accounting_findings,
    base_findings,
    board_findings,
    bundle_findings,
    doubt_findings,
    each_once,
    list_findings,
    tally_findings,
    totals_findings,
    with_waivers,
)
from congress_desk.domain.elections.lists.board_on_list import counters_among
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.passes.round_passes import RoundPasses, pass_findings
from congress_desk.domain.elections.result import RoundOutcome, round_result
from congress_desk.domain.elections.round import Bundle, Round, RoundKind, RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.scans.trust import scan_findings
from congress_desk.domain.elections.shares.shares import share_findings
from congress_desk.domain.elections.tally import BallotRules, tally_ballots
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import counting_board_at, person_links, sitting_at
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.text.name_order import name_key
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.incremental_count import (
    IncrementalCount,
    incremental_count,
    keep_count,
)
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.passes.checking import checked_passes, round_passes
from congress_desk.queries.elections.totals import totals_that_fail
from congress_desk.queries.journal import head
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import duties as reading_duties
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.reading.elections import ballot_issue as reading_issue
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import checks as reading_checks
from congress_desk.storage.reading.elections import decisions as reading_decisions
from congress_desk.storage.reading.elections import doubts as reading_doubts
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import scans as reading_scans
from congress_desk.storage.reading.elections import stations as reading_stations
from congress_desk.storage.reading.elections import totals as reading_totals
from congress_desk.storage.reading.rolls import base_of, sum_of_round


def round_sheet(file: CongressFile, round_id: int) -> RoundSheet:
    """Return everything about a round, counted from its rows; KeyError when there is none.

    Where a count was kept up to now and says otherwise, that is a finding that closes the gate.
    """
    found = _known_round(file, round_id)
    counted = _count_rows(file, found)
    kept, passes = incremental_count(file, round_id), _passes_held_against_each_other(file, found)
    if kept is None:
        if found.state is RoundState.COUNTING:
            keep_count(file, round_id, counted.copy())
    elif not counted.same_as(kept):
        differ = Finding(code="counters_differ", severity=Severity.ERROR)
        return _sheet(file, found, counted, passes, (differ,))
    agrees = kept is not None and kept.whole
    return replace(_sheet(file, found, counted, passes), kept_agrees=agrees)


def running_sheet(file: CongressFile, round_id: int) -> RoundSheet:
    """Return everything about a round by the count kept up to now: as quick with 3,000 ballots."""
    kept = incremental_count(file, round_id)
    if kept is None:
        return round_sheet(file, round_id)
    found = _known_round(file, round_id)
    return _sheet(file, found, kept.copy(), round_passes(file, found))


def _passes_held_against_each_other(file: CongressFile, found: Round) -> RoundPasses | None:
    """Return the passes of a round: all compared again from their rows until it is declared."""
    if found.passes > 1 and found.state is RoundState.COUNTING:
        return checked_passes(file, found, ballot_rules(found, congress(file).rules))
    return round_passes(file, found)


def _known_round(file: CongressFile, round_id: int) -> Round:
    found = reading_elections.round_by_id(file, round_id)
    if found is None:
        raise KeyError(round_id)
    return found


def _sheet(
    file: CongressFile,
    found: Round,
    counted: IncrementalCount,
    passes: RoundPasses | None,
    more: tuple[Finding, ...] = (),
) -> RoundSheet:
    round_id, of = found.id, found.election_id
    # A ballot more makes neither the rounds nor the list to be read again.
    held = file.remembered("rounds", of, lambda: reading_elections.rounds(file, of))
    earlier = [each for each in held if each.number < found.number]
    whole = congress(file)
    listed = file.remembered("election", of, lambda: election(file, of))
    register = sum_of_round(file, found.first_count)
    names = candidate_names(listed.candidates, found.candidates)
    rules, by_shares = whole.rules, found.mode is MarkMode.CUMULATIVE
    # Where shares vote, heads make neither the base nor the quorum.
    people = None if by_shares else register
    # A recount takes D from the count before it, as a later round from the one before.
    if found.is_recount:
        before = reading_elections.round_by_id(file, found.follows)
    else:
        before = round_before(earlier)
    tally, totals = counted.tally, reading_totals.counted_totals(file, found)
    doubts = reading_doubts.doubtful_ballots(file, round_id)
    waiting = sum(doubt.waits for doubt in doubts)
    bundles = _bundles(file, round_id, counted, doubts)
    drawn = reading_checks.samples(file, round_id)
    scanned = reading_scans.scanned_bundles(file, round_id)
    waivers = reading_elections.waivers(file, round_id)
    duties = reading_duties.all_duties(file)
    board = counting_board_at(duties, found.election_id, found.declared_at)
    known = confirmers(board, _presidium(duties, found), (*listed.candidates, *found.candidates))
    confirmed_by = reading_elections.confirmations(file, round_id)
    findings = [
        *unmet_conditions(file, round_id),
        *more,
        *accounting_findings(found.accounting, tally, rules, people, waiting),
        *base_findings(found.accounting, people, None if by_shares else before, rules),
        *bundle_findings(bundles, found.accounting, rules, passes.not_agreed if passes else ()),
        *tally_findings(found.candidates, tally, found.mode, rules),
        *totals_findings(totals_that_fail(file, found, totals), rules),
        *doubt_findings(doubts, rules),
        *(pass_findings(passes, rules) if passes else ()),
        *sample_findings(drawn, rules),
        *scan_findings(scanned, drawn, rules),
        *box_findings(_issue_of(file, found), rules),
        *board_findings(_counters_standing(file, board, found), rules),
        *(share_findings(found, tally, rules) if by_shares else ()),
        *confirmer_findings(confirmed_by, known),
        *list_findings(found.candidates, found.seats, rules, listed.kind, found.kind),
        *round_findings(
            found,
            rules,
            decision=reading_decisions.decision(file, found.decision_id),
            annulment=reading_decisions.decision(file, found.annulled_by),
            tied_before=any(r.id == found.follows and r.kind is RoundKind.TIE for r in earlier),
        ),
    ]
    return RoundSheet(
        congress=whole,
        election=listed,
        round=found,
        base_sum=base_sum_of(found.base_note),
        register=register,
        tally=tally,
        result=round_result(
            candidates=found.candidates,
            seats=found.seats,
            mode=found.mode,
            kind=found.kind,
            number=counted_rounds(file, earlier) + 1,
            accounting=found.accounting,
            tally=tally,
            rules=rules,
            election_kind=listed.kind,
            shares=found.shares,
            names=names,
        ),
        findings=with_waivers(each_once(findings), waivers),
        bundles=bundles,
        waivers=waivers,
        board=board,
        confirmed_by=confirmed_by,
        confirmers=known,
        doubts=doubts,
        passes=passes,
        totals=totals,
        scanned=scanned,
        samples=drawn if scanned.alone else (),
        head=head(file),
    )


def _issue_of(file: CongressFile, found: Round) -> IssueRegister:
    """Return the lines of the issue register of a round; a recount hands out nothing."""
    lines = () if found.is_recount else reading_issue.issue_lines(file, found.id)
    return IssueRegister(lines=lines)


def _counters_standing(file: CongressFile, board: Sequence[Duty], found: Round) -> tuple[str, ...]:
    """Return the members of the board who stand; the register is read where names are the same."""
    names = {name_key(candidate.name) for candidate in found.candidates}
    if not any(name_key(duty.name) in names for duty in board):
        return ()
    people = reading_people.people(file)
    by_number = {person.id: person for person in people}
    linked = {duty: by_number[who] for duty, who in person_links(board, people).items()}
    return tuple(duty.name for duty in counters_among(board, found.candidates, linked))


def unmet_conditions(file: CongressFile, round_id: int) -> tuple[Finding, ...]:
    """Return what was missing when a round opened all the same."""
    return reading_elections.unmet_conditions(file, round_id)


def round_before(earlier: Iterable[Round]) -> Round | None:
    """Return the newest of these rounds that was not cancelled, None without one."""
    held = [found for found in earlier if found.state is not RoundState.CANCELLED]
    return held[-1] if held else None


def counted_rounds(file: CongressFile, rounds: Iterable[Round]) -> int:
    """Return how many of these rounds were declared and count; a void or cancelled one does not."""
    return sum(
        json.loads(reading_elections.stored_result(file, found.id))["outcome"]
        != RoundOutcome.VOID.value
        for found in rounds
        if found.state is RoundState.DECLARED and found.stands
    )


def _presidium(duties: Sequence[Duty], found: Round) -> tuple[Duty, ...]:
    """Return who presided when a round was declared, or presides now."""
    then = found.declared_at
    sitting = sitting_at(duties, then) if then else (d for d in duties if not d.until)
    return tuple(duty for duty in sitting if duty.organ is Organ.PRESIDIUM)


def ballot_rules(found: Round, rules: RuleSet) -> BallotRules:
    """Return what a ballot of this round is judged by."""
    return BallotRules(
        candidates=tuple(found.places),
        seats=found.seats,
        mode=found.mode,
        rules=rules,
    )


def _count_rows(file: CongressFile, found: Round) -> IncrementalCount:
    """Judge and count every ballot of a round again, from its rows."""
    papers = reading_ballots.counted_papers(file, found)
    rules = ballot_rules(found, congress(file).rules)
    tally = tally_ballots((paper for _, paper in papers), rules)
    entered = Counter[int](number for number, _ in papers)
    counted = reading_totals.counted_totals(file, found)
    for number, totals in counted.items():
        tally.add_totals(totals)
        entered[number] += totals.sheets
    return IncrementalCount(tally=tally, entered=entered, whole=not papers and not counted)


def _bundles(
    file: CongressFile, round_id: int, counted: IncrementalCount, doubts: Iterable[DoubtfulBallot]
) -> tuple[Bundle, ...]:
    covers = reading_ballots.bundle_covers(file, round_id)
    by_totals = reading_ballots.bundles_by_totals(file, round_id)
    away = reading_stations.bundles_out(file, round_id)
    waiting = Counter(doubt.bundle for doubt in doubts if doubt.waits)
    return tuple(
        Bundle(
            id=bundle_id,
            number=number,
            expected=expected,
            entered=counted.entered[number],
            waiting=waiting[number],
            by_totals=number in by_totals,
            station=away.get(number, ""),
        )
        for bundle_id, number, expected in covers
    )


def base_sum_of(note: str) -> BaseSum | None:
    """Return the sum that D was worked out by when the round opened, None of a D by hand."""
    return base_of(note) if note else None
