"""Doubts, answers and feedings in words."""

from __future__ import annotations

from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.scans.bundle import ScannedSheet
from congress_desk.domain.elections.scans.feed import ScannedFeed, ScanState
from congress_desk.domain.elections.scans.questions import Choice, Question
from congress_desk.domain.elections.tally import BallotRules
from congress_desk.i18n import message, tr
from congress_desk.ui.desks.elections.counting.ballot_words import verdict_words
from congress_desk.ui.records.table_model import Sign


def why_words(sheet: ScannedSheet) -> str:
    """Say why a person has to look at a sheet, in a few words."""
    if sheet.aside is not None:
        return message(f"scan_aside.{sheet.aside.value}")
    return "; ".join(
        tr("line {position}: {why}", position=d.position, why=message(f"scan_why.{d.why.value}"))
        if d.position
        else message(f"scan_why.{d.why.value}")
        for d in sheet.doubts
    )


def question_title(question: Question, names: tuple[str, ...], mode: MarkMode) -> str:
    """Ask in one sentence."""
    if not question.position:
        return tr("What is this sheet?")
    told: dict[str, str | int] = {
        "position": question.position,
        "name": names[question.position - 1],
    }
    if mode is MarkMode.STRIKE:
        return tr("Line {position}, {name}: struck or kept?", **told)
    return tr("Line {position}, {name}: which box?", **told)


def question_why(question: Question, sheet: ScannedSheet) -> str:
    """Say what the reader saw, and with which sheet it could be mixed up."""
    if sheet.aside is not None:
        return tr(
            "{why}. Nothing of it is counted.", why=message(f"scan_aside.{sheet.aside.value}")
        )
    words = "; ".join(message(f"scan_why.{why.value}") for why in question.why)
    words = words[:1].upper() + words[1:] + "."
    if sheet.twin and not question.position:
        words += " " + tr("Like sheet {sheet} of this bundle.", sheet=sheet.twin)
    return words


def choice_words(choice: Choice) -> str:
    """Say what an answer is."""
    return {
        Choice.STRUCK: tr("Struck"),
        Choice.KEPT: tr("Kept"),
        Choice.AGREE: tr("Agree"),
        Choice.DISAGREE: tr("Disagree"),
        Choice.BOTH: tr("Both boxes"),
        Choice.BLANK: tr("Neither box"),
        Choice.AS_READ: tr("A ballot, its lines as read"),
        Choice.TYPED: tr("Type the whole ballot…"),
        Choice.LEFT_OUT: tr("Leave it out"),
        Choice.BOARD: tr("Wait for the whole board"),
    }[choice]


def choice_effect(choice: Choice, paper: Paper, rules: BallotRules, *, more: bool) -> str:
    """Say what an answer makes of the ballot; `more` questions of it are open."""
    if choice is Choice.LEFT_OUT:
        return tr("no ballot of this bundle; it is not counted")
    if choice is Choice.TYPED:
        return tr("from its picture, as at the counting desk")
    if choice is Choice.BOARD:
        return tr("keeps its place; closes the gate until the board has decided")
    if more:
        return tr("then the next line")
    words = verdict_words(paper, rules.judge(paper), rules)
    return words.sentence


def feed_words(feed: ScannedFeed, state: ScanState) -> str:
    """Say how far a feeding is."""
    if feed.recorded:
        return tr("recorded as pass {number}", number=feed.recorded)
    if feed.broken:
        return tr("a damaged page: drop it, scan again")
    if not feed.number:
        return tr("no cover: say which bundle it is")
    if state.again(feed):
        return tr("fed more than once: drop one")
    waiting = len(feed.waiting)
    if feed.is_open:
        return tr("being read · {count} to look at", count=waiting) if waiting else tr("being read")
    if waiting:
        return tr("{count} sheets to look at", count=waiting)
    if feed.bundle.expected is not None and feed.ballots != feed.bundle.expected:
        return tr(
            "{count} ballots, the cover says {expected}",
            count=feed.ballots,
            expected=feed.bundle.expected,
        )
    return tr("whole: to be recorded")


def feed_sign(feed: ScannedFeed, state: ScanState) -> Sign:
    """Return the sign beside those words."""
    if feed.recorded:
        return Sign(icon="circle-check", tone="holds")
    short = feed.bundle.expected is not None and feed.ballots != feed.bundle.expected
    if feed.broken or not feed.number or state.again(feed) or (short and not feed.is_open):
        return Sign(icon="octagon-alert", tone="wrong")
    if feed.waiting:
        return Sign(icon="triangle-alert", tone="look")
    return Sign(icon="circle-dot" if feed.is_open else "circle", tone="accent")


def feed_count(feed: ScannedFeed) -> str:
    """Return how many sheets were read of how many."""
    expected = feed.bundle.expected
    read = len(feed.bundle.sheets)
    return f"{read} / {expected}" if expected is not None else str(read)
