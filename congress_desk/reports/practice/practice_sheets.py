"""Practice ballots to be printed: small ballots as voters marked them, and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.elections.ballots import BoardReason, MarkMode, Paper
from congress_desk.domain.practice.ballots import PracticeBallot, PracticeList
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.reports.ballot_papers.poster import Sample
from congress_desk.reports.document.wording import Wording, wording_of

STYLE = "party"
SEATS, EQUAL = 15, 5
BALLOTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSheet:
    """A practice ballot as it is drawn: its number, a note at its stamp, and the small ballot."""

    title: str
    stamp: str
    sample: Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSheets:
    """A set as plain data; `answers` are (number, line, verdict) a ballot."""

    title: str
    subject: str
    sheets: tuple[PracticeSheet, ...]
    key_title: str
    key_sentence: str
    key_columns: tuple[str, str, str]
    answers: tuple[tuple[str, str, str], ...]
    column_titles: tuple[str, str, str, str]
    footer: str


def practice_lists(rules: RuleSet) -> tuple[PracticeList, PracticeList]:
    """Return the lists that the drill is done on without a congress: to strike out, and to tick."""
    words = wording_of(STYLE)
    names, title = words.lists["practice.names"], words.say("practice.list_title")
    return (
        PracticeList(title=title, names=names, seats=SEATS, mode=MarkMode.STRIKE, rules=rules),
        PracticeList(
            title=title, names=names[:EQUAL], seats=EQUAL, mode=MarkMode.TICK, rules=rules
        ),
    )


def practice_sheets(
    of: PracticeList,
    ballots: Sequence[PracticeBallot],
    set_number: int,
    words: Wording | None = None,
) -> PracticeSheets:
    """Return a set of practice ballots with its answers, in the words of the papers."""
    words = words or wording_of(STYLE)
    return PracticeSheets(
        title=words.say("practice.title"),
        subject=f"{of.title} · "
        + words.say("practice.set", set=set_number, seats=of.seats, names=len(of.names)),
        sheets=tuple(_sheet(of, ballot, words) for ballot in ballots),
        key_title=words.say("practice.key_title"),
        key_sentence=words.say("practice.key_sentence"),
        key_columns=(
            words.say("practice.number"),
            words.say("practice.line"),
            words.say("practice.verdict"),
        ),
        answers=tuple((str(b.number), b.line, _verdict(b, words)) for b in ballots),
        column_titles=(
            words.say("ballot.number"),
            words.say("ballot.name"),
            words.say("ballot.agree"),
            words.say("ballot.disagree"),
        ),
        footer=words.say("practice.not_counting"),
    )


def _verdict(ballot: PracticeBallot, words: Wording) -> str:
    reason = ballot.verdict.reason
    if reason is None:
        return words.say("practice.valid")
    return words.say("practice.invalid", reason=words.say(f"reason.{reason.value}"))


def _sheet(of: PracticeList, ballot: PracticeBallot, words: Wording) -> PracticeSheet:
    reason = ballot.paper.board_reason
    stamped = reason is not BoardReason.NOT_ISSUED
    return PracticeSheet(
        title=words.say("practice.ballot", number=ballot.number),
        stamp=words.say("practice.stamp" if stamped else "practice.no_stamp"),
        sample=_sample(of, ballot.paper, words),
    )


def _sample(of: PracticeList, paper: Paper, words: Wording) -> Sample:
    """Return the ballot as it was marked; one that the board declares invalid is marked rightly."""
    tick = of.mode is MarkMode.TICK
    surplus = max(len(of.names) - of.seats, 0)
    if paper.board_reason is not None and not tick:
        paper = Paper(struck=frozenset(range(1, surplus + 1)), board_reason=paper.board_reason)
    everybody = frozenset(range(1, len(of.names) + 1))
    against = paper.struck | paper.both
    agreed = everybody - paper.struck - paper.blank
    return Sample(
        caption="",
        names=of.names,
        tick=tick,
        struck=frozenset() if tick else _places(paper.struck),
        agree=_places(agreed) if tick else frozenset(),
        disagree=_places(against) if tick else frozenset(),
        writing=_writing(paper.board_reason, words),
    )


def _writing(reason: BoardReason | None, words: Wording) -> str:
    written = {
        BoardReason.SIGNED: "poster.signature",
        BoardReason.OUTSIDER: "poster.outsider_name",
        BoardReason.EXTRA_WRITING: "practice.comment",
    }
    return words.say(written[reason]) if reason in written else ""


def _places(positions: frozenset[int]) -> frozenset[int]:
    return frozenset(position - 1 for position in positions)
