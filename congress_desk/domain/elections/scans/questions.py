"""What a person is asked about a scanned sheet, one question at a time, and who has to answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.scans.bundle import Answer, ScannedSheet
from congress_desk.domain.elections.scans.reading import OF_PAGE, Why
from congress_desk.domain.elections.tally import BallotRules


class Choice(StrEnum):
    """One answer to a question about a sheet."""

    STRUCK = "struck"
    KEPT = "kept"
    AGREE = "agree"
    DISAGREE = "disagree"
    BOTH = "both"
    BLANK = "blank"
    AS_READ = "as_read"  # the lines as they were read: what was doubted changes nothing
    TYPED = "typed"  # the whole ballot is typed from its picture
    LEFT_OUT = "left_out"  # no ballot of this bundle, or one that was fed before
    BOARD = "board"  # the whole board decides


_OF_LINE = {
    MarkMode.STRIKE: (Choice.STRUCK, Choice.KEPT),
    MarkMode.TICK: (Choice.AGREE, Choice.DISAGREE, Choice.BOTH, Choice.BLANK),
}
# Nothing was read where these stand, or not all that is there.
_UNREAD = frozenset({Why.TORN, Why.BLURRED, Why.SIDES, Why.FAINT})
_OF_TWO = frozenset({Why.OUTSIDE, Why.BARE})
CAUSES = {
    Why.PARTIAL: DoubtCause.PARTIAL_STRIKE,
    Why.OUTSIDE: DoubtCause.EXTRA_MARK,
    Why.TORN: DoubtCause.TORN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A line by its position, 0 of the whole page: why it is asked, and what may be answered."""

    position: int
    why: tuple[Why, ...]
    choices: tuple[Choice, ...]


def questions(sheet: ScannedSheet, mode: MarkMode) -> tuple[Question, ...]:
    """Return what is asked about a sheet, the whole page before its lines."""
    if sheet.aside is not None:
        return (Question(position=0, why=(), choices=(Choice.LEFT_OUT, Choice.TYPED)),)
    of_page = tuple(dict.fromkeys(d.why for d in sheet.doubts if d.why in OF_PAGE))
    found = list[Question]()
    if of_page and _UNREAD.intersection(of_page):
        return (Question(position=0, why=of_page, choices=(Choice.TYPED, Choice.LEFT_OUT)),)
    if of_page:
        last = Choice.LEFT_OUT if Why.TWICE in of_page else Choice.TYPED
        found.append(Question(position=0, why=of_page, choices=(Choice.AS_READ, last)))
    lines = dict[int, list[Why]]()
    for doubt in sheet.doubts:
        # Where a pen left nothing at all, one question is of all lines.
        if doubt.why not in OF_PAGE and not (doubt.why is Why.LIGHT and Why.BARE in of_page):
            lines.setdefault(doubt.position, []).append(doubt.why)
    for position, why in sorted(lines.items()):
        choices = _OF_LINE[mode]
        found.append(Question(position=position, why=tuple(dict.fromkeys(why)), choices=choices))
    return tuple(found)


def answered(sheet: ScannedSheet, chosen: Mapping[int, Choice]) -> Paper:
    """Return the ballot as it was read, with the lines that were answered; keys are positions."""
    lines = frozenset(position for position in chosen if position)

    def marked(read: frozenset[int], *choices: Choice) -> frozenset[int]:
        return read - lines | {position for position in lines if chosen[position] in choices}

    return Paper(
        struck=marked(sheet.paper.struck, Choice.STRUCK, Choice.DISAGREE),
        both=marked(sheet.paper.both, Choice.BOTH),
        blank=marked(sheet.paper.blank, Choice.BLANK),
    )


def needs_two(sheet: ScannedSheet, answer: Answer, rules: BallotRules) -> bool:
    """Say whether two people have to answer: whether the ballot is valid hangs on what they say.

    It does where the board's reason is given, where something stands outside the list or nothing
    on it can be seen, and where another answer to the doubted lines would be valid and this one
    not, or the other way round.
    """
    if answer.paper is None or answer.cause is not None:
        return False
    whys = {doubt.why for doubt in sheet.doubts}
    if answer.paper.board_reason is not None or _OF_TWO.intersection(whys):
        return True
    asked = [q.position for q in questions(sheet, rules.mode) if q.position]
    # Doubted lines weigh alike: how many are answered so decides, not which.
    verdicts = {
        rules.judge(answered(sheet, _so_many(asked, choice, other, many))).valid
        for choice in _OF_LINE[rules.mode]
        for other in _OF_LINE[rules.mode]
        for many in range(len(asked) + 1)
    }
    return bool(asked) and len(verdicts) > 1


def _so_many(asked: list[int], choice: Choice, other: Choice, many: int) -> dict[int, Choice]:
    return {p: choice if n < many else other for n, p in enumerate(asked)}


def cause_of(sheet: ScannedSheet) -> DoubtCause:
    """Return what the board is told is doubtful about a sheet."""
    whys = [doubt.why for doubt in sheet.doubts]
    return next((CAUSES[why] for why in whys if why in CAUSES), DoubtCause.UNCLEAR_MARK)
