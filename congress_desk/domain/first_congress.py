"""The guided first congress: its steps in order, and how far a file has got with them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# The name tells the practice congress from every other: the guide leads through that one alone.
NAME = "Đại hội Chi hội Nông dân ấp 1 (để tập)"
BALLOTS = 5


class FirstStep(StrEnum):
    """What is done, one after the other."""

    TAKE = "take"
    CHECK_IN = "check_in"
    OPEN = "open"
    FIGURES = "figures"
    BALLOTS = "ballots"
    CLOSE = "close"
    DECLARE = "declare"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstProgress:
    """What the file says of the steps; `ballots` are entered, `read` whether the minutes were made.

    `figures` says that it is known how many papers were issued and how many came back.

    `taken` is False of every congress but the one to practise on.
    """

    taken: bool = False
    present: bool = False
    opened: bool = False
    figures: bool = False
    ballots: int = 0
    closed: bool = False
    declared: bool = False
    read: bool = False

    def is_done(self, step: FirstStep) -> bool:
        """Say whether a step is behind; a declared result needs no step before it any more."""
        counted = self.ballots >= BALLOTS or self.declared
        return {
            FirstStep.TAKE: self.taken,
            FirstStep.CHECK_IN: self.present or self.opened,
            FirstStep.OPEN: self.opened,
            FirstStep.FIGURES: self.figures or self.declared,
            FirstStep.BALLOTS: counted,
            FirstStep.CLOSE: counted and (self.closed or self.declared),
            FirstStep.DECLARE: self.declared,
            FirstStep.PAPER: self.declared and self.read,
        }[step]

    @property
    def next_step(self) -> FirstStep | None:
        """Return the first step that is not done, None when all are."""
        return next((step for step in FirstStep if not self.is_done(step)), None)
