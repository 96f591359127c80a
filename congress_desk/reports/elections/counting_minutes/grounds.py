"""The parts of the counting minutes that tell of a decision, a correction, doubts, a recount."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congress_desk.domain.decisions.round_context import RoundContext
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.comparison import BallotDifference, CountComparison
from congress_desk.domain.elections.doubtful_ballot import DoubtfulBallot
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.round import RoundCause
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.rules.rule_set import MajorityBase
from congress_desk.domain.text.number_ranges import ranges_text
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Heading,
    Paragraph,
    Run,
    Table,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.decision_words import decision_sentences, new_names

# More papers than these are given as a number alone: the list would not be read.
_MOST_BALLOTS = 60
_FOR_WHAT_IS_LEFT = (RoundCause.SHORT, RoundCause.ALTERNATES)


def ground_section(context: RoundContext, words: Wording) -> tuple[Block, ...]:
    """Return why the round is held: what became of the one before, the decision it rests on."""
    told = tuple(Paragraph(runs=(Run(sentence),)) for sentence in _grounds(context, words))
    return (Heading(title=words.say("after_round.ground_heading")), *told) if told else ()


def _grounds(context: RoundContext, words: Wording) -> Iterator[str]:
    number = context.follows.number if context.follows else context.round.number
    if context.follows is not None and context.round.cause is RoundCause.VOID:
        yield words.say("after_round.void_before", number=number)
    if context.follows is not None and context.round.cause is RoundCause.ANNULLED:
        annulled = context.course.annulment(context.follows.id)
        if annulled is not None:
            yield from decision_sentences(annulled, context.course.election, number, words)
        yield words.say("after_round.annulled_before")
    if context.opened_on is not None:
        yield from decision_sentences(context.opened_on, context.course.election, number, words)
    posts = context.posts_before
    if context.round.cause in _FOR_WHAT_IS_LEFT and context.round.seats < posts:
        numbers = {"open": posts, "seats": context.round.seats}
        yield words.say("after_round.some_posts", **numbers)
    if context.new_names:
        yield words.say("after_round.new_names", names=new_names(context, words))


def corrections_section(
    context: RoundContext, base: MajorityBase, words: Wording
) -> tuple[Block, ...]:
    """Return the numbers that were put right while the round was counted.

    D is called the base only where the majority is taken of it.
    """
    if not context.corrections:
        return ()
    lines = tuple(
        Bullet(
            runs=words.runs(
                "after_round.corrections.line",
                field=words.say(f"after_round.corrections.{_field(each.field, base)}"),
                before=each.before,
                after=each.after,
                reason=each.reason,
                actor=each.actor,
            )
        )
        for each in context.corrections
    )
    return Heading(title=words.say("after_round.corrections.heading")), *lines


def _field(name: str, base: MajorityBase) -> str:
    return "summoned" if name == "convened" and base is not MajorityBase.CONVENED else name


def doubts_section(
    context: RoundContext, valid: frozenset[int], words: Wording
) -> tuple[Block, ...]:
    """Return what the whole board decided on doubtful ballots; `valid` are those it held valid."""
    put_aside = context.put_aside
    if not put_aside:
        return ()
    decided = [doubt for doubt in put_aside if not doubt.waits]
    good = sum(doubt.id in valid for doubt in decided)
    blocks: list[Block] = [Heading(title=words.say("after_round.doubts.heading"))]
    numbers = {"count": len(decided), "valid": good, "invalid": len(decided) - good}
    if decided:
        blocks.append(Paragraph(runs=words.runs("after_round.doubts.counts", **numbers)))
        rows = tuple(_doubt_row(doubt, doubt.id in valid, words) for doubt in decided)
        blocks.append(Table(columns=_doubt_columns(words), rows=rows))
    waiting = len(put_aside) - len(decided)
    if waiting:
        blocks.append(Paragraph(runs=words.runs("after_round.doubts.waiting", count=waiting)))
    return tuple(blocks)


def recount_section(context: RoundContext, sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return how a recount differs from the first count: papers, names, ballot by ballot."""
    found = context.comparison
    if found is None:
        return ()
    blocks: list[Block] = [
        Heading(title=words.say("after_round.recount.heading")),
        Paragraph(runs=words.runs("after_round.recount.papers", **_papers(found))),
    ]
    if found.by_totals:
        bundles = ranges_text(found.by_totals)
        blocks.append(Paragraph(runs=words.runs("after_round.recount.by_totals", bundles=bundles)))
    if found.same and not found.names:
        blocks.append(Paragraph(runs=words.runs("after_round.recount.same")))
        return tuple(blocks)
    numbers = {"ballots": len(found.ballots), "names": len(found.names)}
    blocks.append(Paragraph(runs=words.runs("after_round.recount.differs", **numbers)))
    if found.names:
        blocks.append(_names_table(found, words))
    key = "elected_same" if found.same_elected else "elected_differs"
    blocks.append(Paragraph(runs=words.runs(f"after_round.recount.{key}")))
    if found.ballots:
        blocks.append(Paragraph(runs=words.runs("after_round.recount.ballots_title")))
        blocks.append(_ballots_table(found.ballots[:_MOST_BALLOTS], sheet, words))
    return tuple(blocks)


def _papers(found: CountComparison) -> dict[str, int]:
    return {
        "first": found.first.accounting.returned or 0,
        "second": found.second.accounting.returned or 0,
        "first_valid": found.first.valid,
        "second_valid": found.second.valid,
    }


def _names_table(found: CountComparison, words: Wording) -> Table:
    rows = tuple(
        (
            str(each.position),
            each.name,
            str(each.first),
            str(each.second),
            f"{each.second - each.first:+d}".replace("-", "–"),
        )
        for each in found.names
    )
    keys = ("first_votes", "second_votes", "difference")
    counts = tuple(
        Column(title=words.say(f"after_round.recount.{key}"), width=26, align=Align.CENTER)
        for key in keys
    )
    return Table(
        columns=(
            Column(title=words.say("minutes.list.number"), width=12, align=Align.CENTER),
            Column(title=words.say("after_round.recount.name")),
            *counts,
        ),
        rows=rows,
    )


def _ballots_table(found: tuple[BallotDifference, ...], sheet: RoundSheet, words: Wording) -> Table:
    names = candidate_names(sheet.election.candidates, sheet.round.candidates)
    rows = tuple(
        (
            str(each.bundle),
            str(each.place),
            _read(each.first, each.second, len(sheet.round.candidates), names, words),
            _read(each.second, each.first, len(sheet.round.candidates), names, words),
        )
        for each in found
    )
    numbers = tuple(
        Column(title=words.say(f"after_round.recount.{key}"), width=16, align=Align.CENTER)
        for key in ("bundle", "place")
    )
    read = tuple(
        Column(title=words.say(f"after_round.recount.{key}"))
        for key in ("first_read", "second_read")
    )
    return Table(columns=(*numbers, *read), rows=rows)


def _read(
    paper: Paper | None,
    other: Paper | None,
    listed: int,
    names: Mapping[int, str],
    words: Wording,
) -> str:
    """Return how one count read a paper: names kept, and which the other did not strike."""
    if paper is None:
        return words.say("after_round.recount.none")
    if paper.board_reason is not None:
        return words.say("after_round.recount.invalid")
    reading = words.say("after_round.recount.kept", count=listed - len(paper.struck))
    if other is None or other.board_reason is not None:
        return reading
    more = [names[key] for key in names if key in paper.struck - other.struck]
    if not more:
        return reading
    return f"{reading}; {words.say('after_round.recount.struck_also', names=', '.join(more))}"


def _doubt_columns(words: Wording) -> tuple[Column, ...]:
    return (
        Column(title=words.say("after_round.doubts.number"), width=12, align=Align.CENTER),
        Column(title=words.say("after_round.doubts.cause"), width=44),
        Column(title=words.say("after_round.doubts.decided"), width=26),
        Column(title=words.say("after_round.doubts.vote"), width=22, align=Align.CENTER),
        Column(title=words.say("after_round.doubts.reason")),
    )


def _doubt_row(doubt: DoubtfulBallot, valid: bool, words: Wording) -> tuple[str, ...]:
    cause = words.say(f"after_round.doubts.{doubt.cause.value}")
    reasons = "; ".join(filter(None, (doubt.reason, doubt.article)))
    return (
        str(doubt.number),
        f"{cause}: {doubt.note}" if doubt.note else cause,
        words.say(f"after_round.doubts.{'valid' if valid else 'invalid'}"),
        words.say("after_round.doubts.of", in_favour=doubt.in_favour, board=doubt.board),
        reasons,
    )
