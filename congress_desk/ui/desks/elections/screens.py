"""The screens of the elections desk: each is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from congress_desk.ui.desk import Desk
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.page_stack import PageStack

if TYPE_CHECKING:
    from congress_desk.ui.desks.elections.ballot_issue.screen import IssueScreen
    from congress_desk.ui.desks.elections.ballot_papers.screen import BallotsScreen
    from congress_desk.ui.desks.elections.checks.sample.screen import SampleScreen
    from congress_desk.ui.desks.elections.counting.screen import CountingScreen
    from congress_desk.ui.desks.elections.decisions.screen import AfterScreen
    from congress_desk.ui.desks.elections.gate.screen import GateScreen
    from congress_desk.ui.desks.elections.lists.election_page import ElectionPage
    from congress_desk.ui.desks.elections.lists.elections_screen import ElectionsScreen
    from congress_desk.ui.desks.elections.nomination.screen import NominationScreen
    from congress_desk.ui.desks.elections.opening.screen import OpeningScreen
    from congress_desk.ui.desks.elections.passes.screen import PassesScreen
    from congress_desk.ui.desks.elections.result.screen import ResultScreen
    from congress_desk.ui.desks.elections.scanning.screen import ScanScreen
    from congress_desk.ui.desks.elections.structure_page import StructurePage

# What is done when a screen sends a signal, by the names of the screen and of the signal.
Wishes = dict[str, dict[str, Callable[..., object]]]
_Screen = TypeVar("_Screen", bound=QWidget)


class ElectionScreens(Desk):
    """One screen at a time; what is done when one sends a signal is said by `wishes`."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session, self._messages = session, messages
        self._screens = PageStack(self)
        column_in(self, self._screens, spacing=None)

    def wishes(self) -> Wishes:
        """Say what is done when a screen sends a signal, by screen and signal."""
        raise NotImplementedError

    @property
    def shown_screen(self) -> QWidget:
        """Return the screen that is shown."""
        shown = self._screens.currentWidget()
        assert shown is not None
        return shown

    def _put(self, name: str, screen: _Screen) -> _Screen:
        """Put a new screen behind the others, and do what it will ask for."""
        self._screens.addWidget(screen)
        for signal, act in self.wishes().get(name, {}).items():
            getattr(screen, signal).connect(act)
        return screen

    @cached_property
    def elections(self) -> ElectionsScreen:
        """All elections."""
        from congress_desk.ui.desks.elections.lists.elections_screen import ElectionsScreen

        return self._put("elections", ElectionsScreen(self._session, self._messages, self._screens))

    @cached_property
    def election(self) -> ElectionPage:
        """One election with its list and rounds."""
        from congress_desk.ui.desks.elections.lists.election_page import ElectionPage

        return self._put("election", ElectionPage(self._session, self._messages, self._screens))

    @cached_property
    def opening(self) -> OpeningScreen:
        """The form that opens a round."""
        from congress_desk.ui.desks.elections.opening.screen import OpeningScreen

        return self._put("opening", OpeningScreen(self._session, self._screens))

    @cached_property
    def counting(self) -> CountingScreen:
        """The count of a round."""
        from congress_desk.ui.desks.elections.counting.screen import CountingScreen

        return self._put("counting", CountingScreen(self._session, self._messages, self._screens))

    @cached_property
    def gate(self) -> GateScreen:
        """The checks before a result is declared."""
        from congress_desk.ui.desks.elections.gate.screen import GateScreen

        return self._put("gate", GateScreen(self._session, self._screens))

    @cached_property
    def result(self) -> ResultScreen:
        """The result of a declared round."""
        from congress_desk.ui.desks.elections.result.screen import ResultScreen

        return self._put("result", ResultScreen(self._session, self._screens))

    @cached_property
    def ballots(self) -> BallotsScreen:
        """The ballot papers of an election."""
        from congress_desk.ui.desks.elections.ballot_papers.screen import BallotsScreen

        return self._put("ballots", BallotsScreen(self._session, self._messages, self._screens))

    @cached_property
    def nomination(self) -> NominationScreen:
        """The way to the ballot of an election."""
        from congress_desk.ui.desks.elections.nomination.screen import NominationScreen

        return self._put(
            "nomination", NominationScreen(self._session, self._messages, self._screens)
        )

    @cached_property
    def issue(self) -> IssueScreen:
        """The issue register."""
        from congress_desk.ui.desks.elections.ballot_issue.screen import IssueScreen

        return self._put("issue", IssueScreen(self._session, self._messages, self._screens))

    @cached_property
    def passes(self) -> PassesScreen:
        """Where the passes of a round differ."""
        from congress_desk.ui.desks.elections.passes.screen import PassesScreen

        return self._put("passes", PassesScreen(self._session, self._screens))

    @cached_property
    def sample(self) -> SampleScreen:
        """The sample of a round against its paper."""
        from congress_desk.ui.desks.elections.checks.sample.screen import SampleScreen

        return self._put("sample", SampleScreen(self._session, self._screens))

    @cached_property
    def scanning(self) -> ScanScreen:
        """The ballots of a round read by a scanner."""
        from congress_desk.ui.desks.elections.scanning.screen import ScanScreen

        return self._put("scanning", ScanScreen(self._session, self._messages, self._screens))

    @cached_property
    def after(self) -> AfterScreen:
        """What may be decided after a round."""
        from congress_desk.ui.desks.elections.decisions.screen import AfterScreen

        return self._put("after", AfterScreen(self._session, self._screens))

    @cached_property
    def structure(self) -> StructurePage:
        """The structure of a set of people."""
        from congress_desk.ui.desks.elections.structure_page import StructurePage

        return self._put("structure", StructurePage(self._session, self._messages, self._screens))
