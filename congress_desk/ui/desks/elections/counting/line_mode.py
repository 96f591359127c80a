"""What a meaning of the entry line has to answer: each key, Enter, Esc, and what is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from congress_desk.domain.elections.ballots import Paper
from congress_desk.errors import Refusal
from congress_desk.ui.desks.elections.counting.notices import Notice, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is drawn: a paper keyed by position, its title, and whether nothing is typed yet.

    `note` says why an empty line records nothing, "" when it records a ballot.
    """

    paper: Paper
    title: str
    resting: bool = False
    note: str = ""


class LineMode(Protocol):
    """One meaning of the line, entered by `Typist.use`."""

    topic: Topic

    def notice(self) -> Notice | None:
        """Return what is said under `topic` as long as the mode lasts."""

    def allows(self, text: str) -> Refusal | None:
        """Say why no line of this mode begins with `text`."""

    def typed(self, text: str) -> None:
        """Follow a change of the line."""

    def begun(self, text: str) -> bool:
        """Say whether the line holds what would be lost."""

    def preview(self, text: str) -> Preview:
        """Return the ballot to draw for the line as it stands."""

    def enter(self, text: str) -> None:
        """Do what Enter does."""

    def leave(self) -> None:
        """Do what Esc does."""

    def step(self, older: int) -> None:
        """Go to the ballot recorded before (1) or after (-1) the one at hand."""
