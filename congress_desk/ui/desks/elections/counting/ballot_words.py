"""Ballots, verdicts and numbers in words, the same in the preview, the banners and the tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congress_desk.domain.elections.ballots import (
    BoardReason,
    InvalidReason,
    MarkMode,
    Paper,
    Verdict,
)
from congress_desk.domain.elections.round import Ballot
from congress_desk.domain.elections.tally import BallotRules
from congress_desk.i18n import article_said, grouped, label, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWords:
    """A verdict as it is shown: the word, why, and the article it rests on."""

    valid: bool
    word: str
    why: str
    article: str

    @property
    def sentence(self) -> str:
        return tr("{word} — {why}", word=self.word, why=self.why)


def verdict_words(paper: Paper, verdict: Verdict, rules: BallotRules) -> VerdictWords:
    """Say whether a ballot is valid and why."""
    return VerdictWords(
        valid=verdict.valid,
        word=tr("Valid") if verdict.valid else tr("Invalid"),
        why=_why_valid(paper, verdict, rules) if verdict.valid else why_invalid(paper, rules),
        article=article_said(verdict.article),
    )


def _why_valid(paper: Paper, verdict: Verdict, rules: BallotRules) -> str:
    if rules.mode is MarkMode.CUMULATIVE:
        return _votes_words(paper, rules)
    if rules.mode is MarkMode.STRIKE:
        return tr(
            "{struck} struck, {kept} kept of {seats} to elect",
            struck=len(paper.struck),
            kept=verdict.kept,
            seats=rules.seats,
        )
    uncounted = len(paper.both) + len(paper.blank)
    numbers = {"agreed": verdict.kept, "against": len(paper.struck)}
    if uncounted:
        return tr(
            "{agreed} agree, {against} disagree, {uncounted} not counted",
            uncounted=uncounted,
            **numbers,
        )
    return tr("{agreed} agree, {against} disagree", **numbers)


def _votes_words(paper: Paper, rules: BallotRules) -> str:
    """Say how many votes a paper by shares gives of those it has."""
    return tr(
        "{given} of {most} votes given ({shares} shares × {seats})",
        given=grouped(paper.votes_given),
        most=grouped(paper.shares * rules.seats),
        shares=grouped(paper.shares),
        seats=rules.seats,
    )


def why_invalid(paper: Paper, rules: BallotRules) -> str:
    """Say why a ballot is invalid, with the numbers that make it so."""
    verdict = rules.judge(paper)
    names = len(rules.candidates)
    by_shares = rules.mode is MarkMode.CUMULATIVE
    if by_shares and verdict.reason is InvalidReason.OVERVOTE:
        return _votes_words(paper, rules)
    if by_shares and verdict.reason is InvalidReason.NO_CHOICE:
        return tr("no votes given")
    if verdict.reason is InvalidReason.OVERVOTE:
        return tr(
            "too many kept ({kept} > {seats})", kept=names - len(paper.struck), seats=rules.seats
        )
    if verdict.reason is InvalidReason.NO_CHOICE:
        struck = rules.mode is MarkMode.STRIKE
        return tr("all {names} struck, nobody kept", names=names) if struck else tr("nobody agreed")
    if verdict.reason is InvalidReason.UNCLEAR_CHOICE:
        return tr("an X in both boxes") if paper.both else tr("no X in either box")
    if paper.board_reason is BoardReason.OTHER and paper.board_text:
        return paper.board_text
    return label("reason", verdict.reason.value) if verdict.reason else ""


def verdict_short(ballot: Ballot, rules: BallotRules) -> str:
    """Say in a few words how a recorded ballot was judged."""
    if not ballot.verdict.valid:
        return tr("invalid · {why}", why=why_invalid(ballot.paper, rules))
    if rules.mode is MarkMode.CUMULATIVE:
        return tr("valid · {votes} votes", votes=grouped(ballot.verdict.kept))
    if rules.mode is MarkMode.STRIKE:
        return tr("valid · {kept} kept", kept=ballot.verdict.kept)
    return tr("valid · {agreed} agree", agreed=ballot.verdict.kept)


def marks_text(paper: Paper, mode: MarkMode) -> str:
    """Say what is marked on a paper whose keys are positions."""
    if paper.board_reason is not None:
        reason = label("reason", paper.board_reason.value)
        other = paper.board_reason is BoardReason.OTHER and paper.board_text
        return tr("by the board: {reason}", reason=paper.board_text if other else reason)
    if mode is MarkMode.CUMULATIVE:
        return _given_text(paper)
    if mode is MarkMode.STRIKE:
        if not paper.struck:
            return tr("nobody struck")
        return tr("struck {numbers}", numbers=runs(paper.struck))
    parts = []
    if paper.struck:
        parts.append(tr("disagree {numbers}", numbers=runs(paper.struck)))
    if paper.both:
        parts.append(tr("both boxes {numbers}", numbers=runs(paper.both)))
    if paper.blank:
        parts.append(tr("neither box {numbers}", numbers=runs(paper.blank)))
    return "; ".join(parts) or tr("agree with all")


def _given_text(paper: Paper) -> str:
    given = " · ".join(
        tr("{number}: {votes}", number=number, votes=grouped(votes))
        for number, votes in sorted(paper.given)
    )
    given_or_nobody = given or tr("nobody")
    return tr("{shares} shares; {given}", shares=grouped(paper.shares), given=given_or_nobody)


def runs(numbers: Iterable[int]) -> str:
    """Return numbers in order, three or more in a row as a range: "3 · 7–9"."""
    ordered = sorted(numbers)
    parts: list[str] = []
    while ordered:
        length = 1
        while length < len(ordered) and ordered[length] == ordered[0] + length:
            length += 1
        length = length if length >= 3 else 1
        first, last = ordered[0], ordered[length - 1]
        parts.append(str(first) if length == 1 else f"{first}–{last}")
        del ordered[:length]
    return " · ".join(parts)


def ballot_name(bundle: int | str, sequence: int) -> str:
    """Return how a ballot is called: its place in its bundle; "3–7" reads like a range."""
    return tr("{place} of bundle {bundle}", place=sequence, bundle=bundle)
