"""The elections desk: lists, rounds, the count, the gate and the result, one screen at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.round import Round
from congress_desk.queries.structure import PeopleSet
from congress_desk.ui.desk import Desk, DeskPlace
from congress_desk.ui.desks.elections.election_screen import ElectionScreen, screen_place
from congress_desk.ui.desks.elections.lists.election_view import (
    is_to_decide,
    rounds_being_counted,
)
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.page_stack import PageStack

# The room and the class of each screen, loaded when it is first shown.
SCREENS: Mapping[str, tuple[str, str]] = {
    "elections": ("lists.elections_screen", "ElectionsScreen"),
    "election": ("lists.election_page", "ElectionPage"),
    "nomination": ("nomination.screen", "NominationScreen"),
    "ballots": ("ballot_papers.screen", "BallotsScreen"),
    "issue": ("ballot_issue.screen", "IssueScreen"),
    "opening": ("opening.screen", "OpeningScreen"),
    "counting": ("counting.screen", "CountingScreen"),
    "passes": ("passes.screen", "PassesScreen"),
    "sample": ("checks.sample.screen", "SampleScreen"),
    "scanning": ("scanning.screen", "ScanScreen"),
    "gate": ("gate.screen", "GateScreen"),
    "result": ("result.screen", "ResultScreen"),
    "after": ("decisions.screen", "AfterScreen"),
    "structure": ("structure_page", "StructurePage"),
}
# Not read again when the desk is: they keep what is being typed.
_KEPT = ("counting", "opening", "ballots", "structure")


class ElectionsDesk(Desk):
    """Each screen reads for itself; the count and a form that is being filled keep their own."""

    least_heights = (0, 0)

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session, self._messages = session, messages
        self._screens = PageStack(self)
        self._made: dict[str, ElectionScreen] = {}
        self._place = screen_place("elections")
        self._shown_before = False
        column_in(self, self._screens, spacing=None)

    @property
    def unsaved(self) -> bool:
        """Say whether ballots were typed that are not in the file."""
        return any(screen.unsaved for screen in self._made.values())

    @property
    def shown_screen(self) -> ElectionScreen:
        """Return the screen that is shown."""
        shown = self._screens.currentWidget()
        assert isinstance(shown, ElectionScreen)
        return shown

    def screen_of(self, name: str) -> ElectionScreen:
        """Return a screen, made when it is first asked for."""
        if name not in self._made:
            room, class_name = SCREENS[name]
            module = import_module(f"congress_desk.ui.desks.elections.{room}")
            made = vars(module)[class_name](self._session, self._messages, self._screens)
            self._screens.addWidget(made)
            made.place_wanted.connect(self._on_place_wanted)
            made.structure_wanted.connect(self._show_structure)
            self._made[name] = made
        return self._made[name]

    def activate(self) -> None:
        """Be shown: the first time with the one count that is under way, if there is just one."""
        if self._shown_before:
            self.refresh()
            return
        self._shown_before = True
        self.show_at("elections")
        self._session.ask(rounds_being_counted, done=self._on_being_counted)

    def refresh(self) -> None:
        """Read again what is in sight; the count and a form that is being filled keep their own."""
        if self._place.part not in _KEPT:
            self.shown_screen.refresh()

    def show_place(self, place: DeskPlace) -> None:
        """Be shown at an election, or at the screen that the part names."""
        name, _, at = place.part.partition(" ")
        if name == "next":
            known = partial(self._on_next_known, place.record)
            self._session.ask(is_to_decide, place.record, done=known)
        elif name or place.record:
            self.show_at(name or "election", place.record, at)

    def way_back(self) -> Callable[[Desk], None]:
        """Return what shows the same screen of the same record; of the structure, its list."""
        here = self._place if self._place.part != "structure" else screen_place("elections")
        return lambda made: made.show_place(here)

    def show_at(self, name: str, record: int = 0, at: str = "") -> None:
        """Show a screen at an election or a round."""
        self._place = screen_place(name, record)
        screen = self.screen_of(name)
        self._screens.setCurrentWidget(screen)
        screen.show_record(record, at)

    def _on_place_wanted(self, place: DeskPlace) -> None:
        if place.desk == self._place.desk:
            self.show_place(place)
        else:
            self.place_wanted.emit(place)

    def _on_being_counted(self, found: tuple[Round, ...]) -> None:
        if len(found) == 1 and self._place == screen_place("elections"):
            self.show_at("counting", found[0].id)

    def _on_next_known(self, election_id: int, to_decide: bool) -> None:
        """Show what comes next: a decision where one is missing, else a round."""
        self.show_at("after" if to_decide else "opening", election_id)

    def _show_structure(self, wanted: PeopleSet) -> None:
        """Show the structure of a set; the way back goes to the screen that asked."""
        from congress_desk.ui.desks.elections.structure_page import StructurePage

        page, asked_at = self.screen_of("structure"), self._place
        assert isinstance(page, StructurePage)
        self._place = screen_place("structure")
        self._screens.setCurrentWidget(page)
        page.show_set(wanted, asked_at)
