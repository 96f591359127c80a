"""What the result screen says: the headline, the papers, the rule, and what may follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.decisions.plan import RoundPlan
from congress_desk.domain.elections.result import (
    CandidateOutcome,
    CandidateResult,
    Majority,
    NextStep,
    RoundOutcome,
    RoundResult,
)
from congress_desk.domain.elections.round import Round, RoundCause, RoundKind
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.rules.rule_set import MajorityBase, RuleSet
from congress_desk.domain.rules.threshold import Compare
from congress_desk.i18n import article_said, label, message, tr, with_decimal_mark
from congress_desk.reports.people.presence import count_of_round
from congress_desk.ui.desks.elections.result.base_clause import base_clause
from congress_desk.ui.desks.elections.result.grounds import share_text
from congress_desk.ui.parts.election_words import base_title, title_of_part
from congress_desk.ui.records.table_model import Sign

_SIGNS = {
    RoundOutcome.VOID: Sign(icon="octagon-alert", tone="wrong"),
    RoundOutcome.INCOMPLETE: Sign(icon="triangle-alert", tone="look"),
    RoundOutcome.TIE: Sign(icon="triangle-alert", tone="look"),
    RoundOutcome.SHORT: Sign(icon="triangle-alert", tone="look"),
    RoundOutcome.COMPLETE: Sign(icon="circle-check", tone="holds"),
}
_STEP_ARTICLES = {
    NextStep.VOTE_AGAIN_VOID: "void",
    NextStep.REVOTE_TIED: "tie",
    NextStep.CONGRESS_DECIDES_TIE: "tie",
    NextStep.NO_MORE_ROUNDS: "rounds",
}
_CANDIDATE_SIGNS = {
    CandidateOutcome.ELECTED: Sign(icon="circle-check", tone="holds"),
    CandidateOutcome.TIED: Sign(icon="triangle-alert", tone="look"),
    CandidateOutcome.MAJORITY_NOT_PLACED: Sign(icon="minus", tone="muted"),
    CandidateOutcome.NO_MAJORITY: Sign(icon="minus", tone="muted"),
    CandidateOutcome.UNDECIDED: Sign(icon="circle", tone="muted"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What the rules say, and the article they say it in."""

    text: str
    article: str


def outcome_sign(outcome: RoundOutcome) -> Sign:
    """Return the icon of a round's outcome and its tone."""
    return _SIGNS[outcome]


# What was declared and is nobody's outcome any more.
ANNULLED = Sign(icon="ban", tone="muted")


def candidate_sign(candidate: CandidateResult) -> Sign:
    """Return the icon of a candidate's outcome and its tone."""
    return _CANDIDATE_SIGNS[candidate.outcome]


def headline_number(sheet: RoundSheet) -> str:
    """Return what can be read from afar: elected of seats, or why the round is void."""
    result = sheet.result
    if result.outcome is RoundOutcome.VOID:
        accounting = result.accounting
        return f"{_number(accounting.returned)} > {_number(accounting.issued)}"
    return f"{len(result.elected)} / {sheet.round.seats}"


def headline_words(sheet: RoundSheet) -> str:
    """Return what the number of the headline means."""
    result = sheet.result
    return message(
        f"headline.{result.outcome.value}",
        tied=len(result.tied),
        left=sheet.round.seats - len(result.elected),
    )


def sealed_at(found: Round) -> str:
    """Return when a round was sealed: "10:12, 29/11/2026", "" before it was."""
    if not found.declared_at:
        return ""
    return f"{datetime.fromisoformat(found.declared_at):%H:%M, %d/%m/%Y}"


def rule_sentence(sheet: RoundSheet) -> Sentence:
    """Return what a candidate needed to be elected, or what becomes of a void round."""
    majority = sheet.result.majority
    if sheet.result.outcome is RoundOutcome.VOID:
        return next_sentences(sheet)[0]
    if not majority.required:
        text = highest_wins(sheet.round.kind)
    elif majority.compare is Compare.AT_LEAST:
        text = tr(
            "Elected with at least {share} of {base}: {needed} votes or more",
            share=share_text(majority),
            base=label("base", majority.base.value),
            needed=majority.needed,
        )
    else:
        text = tr(
            "Elected with more than {share} of {base}: {needed} votes or more",
            share=share_text(majority),
            base=label("base", majority.base.value),
            needed=majority.needed,
        )
    return Sentence(text=text, article=majority.article)


def highest_wins(kind: RoundKind) -> str:
    """Return who is elected in a round in which no number of votes has to be reached."""
    if kind is RoundKind.TIE:
        return tr("Among the tied the higher number of votes wins")
    return tr("The highest numbers of votes win until the seats are full")


def base_words(sheet: RoundSheet) -> str:
    """Return the votes needed and what D is, each deduction in one clause, with the article."""
    majority, rule = sheet.result.majority, rule_sentence(sheet)
    rule_says_it = not majority.required or majority.compare is Compare.AT_LEAST
    if sheet.result.outcome is RoundOutcome.VOID or rule_says_it:
        return f"{rule.text} · {article_said(rule.article)}"
    half = majority.more_than == "1/2"
    share = tr("half") if half else majority.more_than
    parts: dict[str, str | int] = {
        "needed": majority.needed,
        "share": share,
        "of": majority.of,
        "article": majority.article,
    }
    if majority.base is not MajorityBase.CONVENED:
        base = label("base", majority.base.value)
        return tr(
            "Elected from {needed} votes, more than {share} of {of}, {base} · {article}",
            base=base,
            **parts,
        )
    return tr(
        "Elected from {needed} votes, more than {share} of D = {of}, the base of the majority {how}"
        " · {article}",
        how=base_clause(count_of_round(sheet), sheet.congress),
        **parts,
    )


def numbers_of_papers(result: RoundResult) -> tuple[tuple[str, str], ...]:
    """Return the accounting from the people convened to the invalid ballots, each with its name."""
    accounting = result.accounting
    return (
        (base_title(result.majority.base), _number(accounting.convened)),
        (tr("Present"), _number(accounting.present)),
        (tr("Issued"), _number(accounting.issued)),
        (tr("Returned"), _number(accounting.returned)),
        (tr("Valid"), str(result.valid)),
        (tr("Invalid"), str(result.invalid)),
    )


def invalid_lines(result: RoundResult) -> tuple[tuple[str, int], ...]:
    """Return the reasons of invalid ballots with their numbers, in the order of the rules."""
    return tuple(
        (label("reason", reason.value), count) for reason, count in result.invalid_by_reason.items()
    )


def outcome_label(outcome: CandidateOutcome, majority: Majority) -> str:
    """Return what became of a candidate; "quá bán" is said where more than half is asked alone."""
    not_placed = (CandidateOutcome.MAJORITY_NOT_PLACED, CandidateOutcome.NO_MAJORITY)
    if majority.said_as == "half" or outcome not in not_placed:
        return label("candidate_outcome", outcome.value)
    return label(f"candidate_outcome_{majority.said_as}", outcome.value)


def outcome_words(result: RoundResult, candidate: CandidateResult) -> str:
    """Return what became of a candidate; of level votes it says when age decided."""
    words = outcome_label(candidate.outcome, result.majority)
    out = CandidateOutcome.MAJORITY_NOT_PLACED
    level = {c.votes for c in result.candidates if c.outcome is out}
    elected = {c.votes for c in result.candidates if c.outcome is CandidateOutcome.ELECTED}
    if candidate.votes not in level & elected:
        return words
    if candidate.outcome is CandidateOutcome.ELECTED:
        return tr("{outcome}, the older", outcome=words)
    return tr("{outcome}, the younger", outcome=words)


def result_title(sheet: RoundSheet) -> str:
    """Return the title of the page: of a recount that it is one."""
    number = sheet.round.number
    title = title_of_part(sheet.election.title, sheet.round.part)
    if sheet.round.is_recount:
        return tr("Recount of round {number} · {title}", number=number, title=title)
    return tr("Result of round {number} · {title}", number=number, title=title)


def next_sentences(sheet: RoundSheet) -> tuple[Sentence, ...]:
    """Return what the rules allow after this round, the usual step first."""
    rules = sheet.congress.rules
    return tuple(
        Sentence(
            text=label(_step_group(step, rules), step.value),
            article=rules.article(_STEP_ARTICLES.get(step, "short")),
        )
        for step in sheet.result.next_steps
    )


def _step_group(step: NextStep, rules: RuleSet) -> str:
    """Return whose sentence a step has: a vote among the tied may need the majority too."""
    majority = step is NextStep.REVOTE_TIED and rules.tie_revote_needs_majority
    return "next_step_with_majority" if majority else "next_step"


def open_label(plan: RoundPlan, outcome: RoundOutcome | None) -> str:
    """Return the label of the button that opens the next round; `outcome` of the one before."""
    if outcome is None:
        return message("step.open_round")
    if outcome is RoundOutcome.VOID or plan.cause is RoundCause.ANNULLED:
        return tr("Open the repeated round…")
    if plan.kind is RoundKind.TIE:
        return tr("Open the vote among the tied…")
    return tr("Open the next round…")


def percent_text(percent: str) -> str:
    """Return a percentage as the language in use writes it, "–" of no base."""
    if not percent:
        return "–"
    return with_decimal_mark(percent)


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)
