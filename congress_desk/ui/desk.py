"""What every desk is to the window: shown, asked to a place, asked what is unsaved; its wishes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from congress_desk.ui.reader import Reader
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.page_stack import Page
from congress_desk.ui.widgets.layout.pages import has_keyboard, take_keyboard


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWish:
    """Which paper to show: of a kind, of a round or election, or people's cards (by number).

    `part` tells papers of one kind apart; the first of a kind where it is "".
    """

    kind: str = ""
    round_id: int = 0
    people: tuple[int, ...] = ()
    election_id: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPlace:
    """Where to go: a desk, one of its records (0 none), and which part of the desk it is in.

    `back` is the desk that is still to be gone on with, "" where there is none.
    """

    desk: str
    record: int = 0
    part: str = ""
    paper: PaperWish | None = None
    back: str = ""


def paper_place(
    *,
    kind: str = "",
    round_id: int = 0,
    people: tuple[int, ...] = (),
    election_id: int = 0,
    part: str = "",
) -> DeskPlace:
    """Return the place of a paper on the desk of the papers."""
    wish = PaperWish(
        kind=kind, round_id=round_id, people=people, election_id=election_id, part=part
    )
    return DeskPlace(desk="papers", paper=wish)


class Desk(Page):
    """A desk is made with the session and the messages of its window, when it is first shown.

    `place_wanted` carries a DeskPlace to go to. What `reader` asked for is read anew when an act of
    any window changed it. Its `least_heights` are 0 where it has a bar of its own for the height.
    """

    place_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = Reader(session, self, self.refresh)
        self.keyboard: QWidget | None = None  # what has it first; the first field where None
        self._was_read = False

    @property
    def unsaved(self) -> bool:
        """Say whether something typed is not in the file; what saves by itself does so now."""
        return False

    def activate(self) -> None:
        """Be shown, with everything as the file has it now."""
        self.refresh()

    def refresh(self) -> None:
        """Read again what is shown; what is being typed stays, and so does the keyboard."""
        raise NotImplementedError

    def show_place(self, place: DeskPlace) -> None:
        """Be shown at a record or a part that another desk asked for, as soon as it is read."""

    def show_part(self, place: int) -> None:
        """Show one of the parts that the desk has in the table of keys, by its place there."""
        for bar in self.findChildren(QTabBar):
            if bar.isVisibleTo(self) and place < bar.count():
                bar.setCurrentIndex(place)
                return

    def way_back(self) -> Callable[[Desk], None]:
        """Return what shows the same parts on this desk when its window was built anew."""
        shown = [bar.currentIndex() for bar in self.findChildren(QTabBar)]

        def show(made: Desk) -> None:
            for bar, place in zip(made.findChildren(QTabBar), shown, strict=False):
                bar.setCurrentIndex(place)

        return show

    def keep_keyboard(self, target: QWidget, *, anew: bool = False) -> None:
        """Give `target` the keyboard after the first reading, or `anew`, or when nothing has it."""
        first, self._was_read = not self._was_read, True
        if first or anew or not has_keyboard(self):
            take_keyboard(self, target)
