"""What every screen of the elections desk is: shown at a record, read again, asking for a place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.messages import Messages
from congress_desk.ui.reader import Reader
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.screen_acts import Acts


def screen_place(screen: str, record: int = 0, at: str = "") -> DeskPlace:
    """Return the place of a screen at an election or a round; `at` is where on it, "" anywhere."""
    return DeskPlace(desk="elections", record=record, part=f"{screen} {at}".strip())


def round_place(found: Round) -> DeskPlace:
    """Return where a round is seen: its count, or its result."""
    counting = found.state is RoundState.COUNTING
    return screen_place("counting" if counting else "result", found.id)


class ElectionScreen(QWidget):
    """Made when it is first shown, as a line of the desk's table says.

    `place_wanted` carries a DeskPlace to go to, on this desk or another; `structure_wanted` the set
    of people whose structure is asked for.
    """

    place_wanted = Signal(object)
    structure_wanted = Signal(object)

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._messages = session, messages
        self._reader = Reader(session, self, self.refresh)
        self._acts = Acts(session, self)

    @property
    def unsaved(self) -> bool:
        """Say whether something typed here is not in the file."""
        return False

    def show_record(self, number: int, at: str = "") -> None:
        """Show an election or a round anew; `at` is where on the screen."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what is shown; what is being typed stays."""

    def go(self, screen: str, record: int = 0, at: str = "") -> None:
        """Ask for another screen of this desk."""
        self.place_wanted.emit(screen_place(screen, record, at))
