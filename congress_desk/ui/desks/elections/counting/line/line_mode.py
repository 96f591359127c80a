"""What a mode of the entry line answers, and what it may ask of the line in return.

The modes know only these two; the controller knows the modes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Ballot
from congress_desk.errors import Refusal
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.desks.elections.counting.line.notices import Notice, Topic
from congress_desk.ui.desks.elections.counting.line.typed_acts import TypedAct


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is drawn: a paper keyed by position, its title, and whether nothing is typed yet.

    `note` says why no ballot can be recorded, "" when one can. `searched` is the recorded ballot
    that is looked at while a bundle is searched.
    """

    paper: Paper
    title: str
    resting: bool = False
    hint: str = ""
    note: str = ""
    searched: Ballot | None = None


class LineMode(Protocol):
    """One meaning of the line, entered by `LineControl.use`."""

    topic: Topic
    locked: bool  # the line takes no key but Enter, and Esc or -, which leave

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


class LineControl(Protocol):
    """The line as a mode may use it."""

    state: CountingState

    @property
    def text(self) -> str:
        """Return what stands on the line."""

    def use(self, mode: LineMode, text: str = "") -> None:
        """Give the line another meaning and another text."""

    def fill(self, text: str) -> None:
        """Put a text on the line without taking it for keys."""

    def draw(self) -> None:
        """Show the ballot and the notice of the mode for the line as it stands."""

    def record_again(self) -> None:
        """Go back to the next ballot, or to the question of a full bundle, the line empty."""

    def follow_bundle(self) -> None:
        """Ask about the bundle in hand when it has become full, or stop asking."""

    def refuse(self, why: Refusal) -> None:
        """Say why a key or a line is refused."""

    def submit(self, act: TypedAct) -> None:
        """Send an act to the file."""

    def ask_operator(self) -> None:
        """Take the operator's name now, the last moment before a ballot carries it."""

    def go_on_to_open_bundle(self) -> None:
        """Take the next bundle with room."""

    def take_scanned(self, number: int) -> None:
        """Take the bundle of a scanned cover in hand, and begin its pass where that is allowed."""

    def change_operator(self) -> None:
        """Let somebody else give their name, or sign in."""

    def compare(self) -> None:
        """Go to where the passes of this round are compared."""

    def show_next_unsaved(self, why: Refusal) -> None:
        """Put the first ballot that is not in the file on the line, if there is one."""
