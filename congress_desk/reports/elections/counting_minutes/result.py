"""The second half of the minutes: votes in ballot order, the decision, what follows, findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.findings import Finding, waiver_key
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.elections.result import (
    CandidateOutcome,
    CandidateResult,
    RoundOutcome,
)
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.rules.articles import bracketed
from congress_desk.domain.rules.threshold import Compare
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Heading,
    Paragraph,
    Table,
)
from congress_desk.reports.document.sentences import (
    base_words,
    citation,
    finding_sentence,
    fraction_words,
)
from congress_desk.reports.document.wording import Wording, grouped

_UNDECIDED = (RoundOutcome.VOID, RoundOutcome.INCOMPLETE)


def result_section(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return the votes in ballot order with the base printed; why not, when nothing is decided."""
    title = words.say("minutes.result.heading")
    if sheet.result.outcome is RoundOutcome.VOID:
        article = citation(sheet.congress.rules, "void")
        return (
            Heading(title=title),
            Paragraph(runs=words.runs("minutes.result.void", article=article)),
        )
    if sheet.result.outcome is RoundOutcome.INCOMPLETE:
        return (
            Heading(title=title),
            Paragraph(runs=words.runs("minutes.result.incomplete")),
        )
    majority = sheet.result.majority
    remark = words.say("minutes.result.remark", base=base_words(majority, words), of=majority.of)
    return (
        Heading(title=title, remark=remark),
        _votes_table(sheet.result.candidates, sheet, words),
        *_sum_line(sheet, words),
    )


def _sum_line(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return the sum of a column that has no bound line by line, and what it is the sum of.

    No check: both would be counted from the same rows. Where they differ, it is a finding.
    """
    result = sheet.result
    votes = sum(candidate.votes for candidate in result.candidates)
    kept = sum(size * count for size, count in result.kept_sizes.items())
    if sheet.round.mode is MarkMode.TICK or votes != kept:
        return ()
    key = "sum_shares" if sheet.round.mode is MarkMode.CUMULATIVE else "sum_strike"
    runs = words.runs(f"minutes.result.{key}", sum=votes, valid=result.valid)
    return (Paragraph(runs=runs, small=True),)


def decision_section(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return the rule with its article, who is elected from high to low, and who is not."""
    if sheet.result.outcome in _UNDECIDED:
        return ()
    return (
        Heading(title=words.say("minutes.decision.heading")),
        *_shares_rule(sheet, words),
        Paragraph(runs=words.runs(_rule_key(sheet), **_rule(sheet, words))),
        *_elected(sheet, words),
        *_older(sheet, words),
        *_tied(sheet, words),
        *_others(sheet, words),
    )


def _shares_rule(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return how many votes a paper has, where shares vote."""
    if sheet.round.mode is not MarkMode.CUMULATIVE:
        return ()
    article = citation(sheet.congress.rules, "shares")
    runs = words.runs("minutes.decision.shares", seats=sheet.round.seats, article=article)
    return (Paragraph(runs=runs),)


def _rule_key(sheet: RoundSheet) -> str:
    majority = sheet.result.majority
    if not majority.required:
        among_tied = sheet.round.kind is RoundKind.TIE
        tie = "tie" if majority.of_half else "tie_share"
        return f"minutes.decision.rule_{tie if among_tied else 'highest'}"
    at_least = majority.compare is Compare.AT_LEAST
    return f"minutes.decision.rule{'_at_least' if at_least else ''}"


def _rule(sheet: RoundSheet, words: Wording) -> dict[str, str | int]:
    majority = sheet.result.majority
    return {
        "fraction": fraction_words(majority.more_than, words),
        "of": majority.of,
        "needed": majority.needed,
        "article": bracketed(majority.article),
    }


def _elected(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    result = sheet.result
    if not result.elected:
        return (Paragraph(runs=words.runs("minutes.decision.nobody")),)
    count = len(result.elected)
    key = "elected_one" if count == 1 else "elected"
    sentence = words.runs(f"minutes.decision.{key}", count=count, seats=sheet.round.seats)
    elected = [result.by_position(position) for position in result.elected]
    return Paragraph(runs=sentence), _elected_table(elected, sheet, words)


def _older(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return who took the last seats by age, when the rules decide a tie so."""
    by_votes = sheet.result.by_votes
    left_out = [c for c in by_votes if c.outcome is CandidateOutcome.MAJORITY_NOT_PLACED]
    level = left_out[0].votes if left_out else -1
    elder = [c for c in by_votes if c.votes == level and c.outcome is CandidateOutcome.ELECTED]
    if not elder:
        return ()
    runs = words.runs(
        "minutes.decision.older",
        elder=_names(elder, words),
        others=_names((c for c in left_out if c.votes == level), words),
        article=citation(sheet.congress.rules, "tie"),
    )
    return (Paragraph(runs=runs),)


def _tied(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    result = sheet.result
    if not result.tied:
        return ()
    runs = words.runs(
        "minutes.decision.tied",
        places=sheet.round.seats - len(result.elected),
        names=_names((result.by_position(p) for p in result.tied), words),
        article=citation(sheet.congress.rules, "tie"),
    )
    return (Paragraph(runs=runs),)


def _others(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return who is over half but not placed, and who has no majority, from high to low."""
    said_as = sheet.result.majority.said_as
    sentences = (
        (CandidateOutcome.MAJORITY_NOT_PLACED, f"not_placed_{said_as}"),
        (CandidateOutcome.NO_MAJORITY, f"no_majority_{said_as}"),
    )
    blocks = []
    for outcome, key in sentences:
        named = [c for c in sheet.result.by_votes if c.outcome is outcome]
        if named:
            runs = words.runs(f"minutes.decision.{key}", names=_names(named, words))
            blocks.append(Paragraph(runs=runs))
    return tuple(blocks)


def findings_section(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return what was missing as the round opened, what a named person let stand, what blocks.

    What still blocks stands on a draft alone.
    """
    let = [f for f in sheet.findings if f.waived_by and not _stands_with_the_list(sheet, f)]
    at_opening = _codes_at_opening(sheet)
    missing = [finding for finding in let if waiver_key(finding) in at_opening]
    blocks: list[Block] = [*_opening(missing, words)]
    waived = [
        Bullet(
            runs=words.runs(
                "minutes.findings.waived",
                finding=finding_sentence(finding, words),
                name=finding.waived_by,
                reason=finding.waived_reason,
            )
        )
        for finding in let
        if finding not in missing
    ]
    if waived:
        blocks += [Heading(title=words.say("minutes.findings.heading")), *waived]
    if not sheet.declared and sheet.blocking:
        blocks += [Heading(title=words.say("minutes.findings.open_heading"))]
        for finding in sheet.blocking:
            key = "open" if finding.article else "open_plain"
            runs = words.runs(
                f"minutes.findings.{key}",
                finding=finding_sentence(finding, words),
                article=bracketed(finding.article),
            )
            blocks.append(Bullet(runs=runs))
    return tuple(blocks)


def _codes_at_opening(sheet: RoundSheet) -> set[str]:
    """Return what was let stand as the round opened: by one person, for one reason.

    What was let stand at the gate within the same second is another's.
    """
    then = [waiver for waiver in sheet.waivers if waiver.at == sheet.round.opened_at]
    return {w.code for w in then if (w.name, w.reason) == (then[0].name, then[0].reason)}


def _opening(missing: Sequence[Finding], words: Wording) -> tuple[Block, ...]:
    """Return what was missing as the round opened, and once who decided so and why."""
    if not missing:
        return ()
    paragraphs = []
    for finding in missing:
        key = "opening_item_article" if finding.article else "opening_item"
        runs = words.runs(
            f"minutes.findings.{key}",
            finding=finding_sentence(finding, words),
            article=bracketed(finding.article),
        )
        paragraphs.append(Bullet(runs=runs))
    decided = words.runs(
        "minutes.findings.opening_decided",
        name=missing[0].waived_by,
        reason=missing[0].waived_reason,
    )
    heading = Heading(title=words.say("minutes.findings.opening_heading"))
    return heading, *paragraphs, Paragraph(runs=decided)


def _stands_with_the_list(sheet: RoundSheet, finding: Finding) -> bool:
    """Say whether the list has said already why it is above the surplus."""
    return bool(sheet.round.surplus_reason) and finding.code.startswith("surplus_above")


def _names(candidates: Iterable[CandidateResult], words: Wording) -> str:
    return "; ".join(
        words.say(
            "minutes.decision.with_votes",
            name=c.name,
            votes=c.votes,
            percent=decimal_comma(c.percent),
        )
        for c in candidates
    )


def _votes_table(candidates: Iterable[CandidateResult], sheet: RoundSheet, words: Wording) -> Table:
    """Return TT, name, votes (tick: đồng ý, không đồng ý, không tính) and percentage."""
    tick = sheet.round.mode is MarkMode.TICK
    rows = []
    for c in candidates:
        counts = (c.votes, c.against, c.uncounted) if tick else (c.votes,)
        rows.append((str(c.position), c.name, *map(grouped, counts), decimal_comma(c.percent)))
    return Table(columns=_vote_columns(tick, words), rows=tuple(rows))


def _vote_columns(tick: bool, words: Wording) -> tuple[Column, ...]:
    if tick:
        counts = [
            Column(title=words.say(f"minutes.result.{key}"), width=width, align=Align.CENTER)
            for key, width in (("agree", 22), ("disagree", 25), ("uncounted", 22))
        ]
    else:
        counts = [Column(title=words.say("minutes.result.votes"), width=34, align=Align.CENTER)]
    return (
        Column(title=words.say("minutes.list.number"), width=12, align=Align.CENTER),
        Column(title=words.say("minutes.list.name")),
        *counts,
        Column(title=words.say("minutes.result.percent"), width=26, align=Align.CENTER),
    )


def _elected_table(elected: Iterable[CandidateResult], sheet: RoundSheet, words: Wording) -> Table:
    key = "agree" if sheet.round.mode is MarkMode.TICK else "votes"
    return Table(
        columns=(
            Column(title=words.say("minutes.list.number"), width=12, align=Align.CENTER),
            Column(title=words.say("minutes.list.name")),
            Column(title=words.say(f"minutes.result.{key}"), width=34, align=Align.CENTER),
            Column(title=words.say("minutes.result.percent"), width=26, align=Align.CENTER),
        ),
        rows=tuple(
            (str(rank), c.name, grouped(c.votes), decimal_comma(c.percent))
            for rank, c in enumerate(elected, start=1)
        ),
    )
