"""The duties desk: organs and members, who does what when, one person's page, the checks."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.domain.duties.checks import DutyFinding
from congress_desk.domain.duties.view import DutiesView
from congress_desk.i18n import tr
from congress_desk.papers.duties import DUTIES
from congress_desk.queries.duties import duties_view
from congress_desk.ui.commands import add_part_keys
from congress_desk.ui.desk import Desk, DeskPlace, paper_place
from congress_desk.ui.desks.duties.checks_tab import ChecksTab
from congress_desk.ui.desks.duties.matrix_tab import MatrixTab
from congress_desk.ui.desks.duties.organs_tab import OrgansTab
from congress_desk.ui.desks.duties.person_tab import PersonTab
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page, page_tabs
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

ORGANS, MATRIX, PERSON, CHECKS = range(4)


class DutiesDesk(Desk):
    """Reads organs and assignments once for all tabs, and again whenever they change."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._acts = Acts(session, self)
        self._view: DutiesView | None = None
        self._stale: set[int] = set()
        self._wanted = 0
        self.head, self.notice = PageHead(self), Notice()
        self.organs = OrgansTab(self._acts, messages)
        self.matrix = MatrixTab(self._acts, messages)
        self.person, self.checks = PersonTab(), ChecksTab()
        self._pages: tuple[Any, ...] = (self.organs, self.matrix, self.person, self.checks)
        self.tabs = page_tabs("dutiesTabs")
        self.head.show_words(
            tr("Duties"),
            tr("Record who sits in which organ and who does what in which session; the checks show"
               " what is missing."),
        )  # fmt: skip
        lay_out_page(self, self.head, self.notice, self.tabs, body=self.tabs)
        for page in self._pages:
            self.tabs.addTab(page, "")
        self._name_tabs(0)
        self._connect()

    @property
    def unsaved(self) -> bool:
        """Say whether a cell is being typed into."""
        return self.matrix.typing

    def refresh(self) -> None:
        """Read organs and assignments again."""
        self.reader.ask(duties_view, done=self._on_read)

    def show_place(self, place: DeskPlace) -> None:
        """Be shown at the "organs" or "checks", or at a member and what is wrong there."""
        if place.part:
            self.tabs.setCurrentIndex(CHECKS if place.part == "checks" else ORGANS)
        elif place.record:
            self._wanted = place.record
            self.refresh()

    def _on_read(self, view: DutiesView) -> None:
        self._view = view
        self._stale = set(range(len(self._pages)))
        self._name_tabs(len(view.findings))
        self._show_tab()
        self.keep_keyboard(self._pages[self.tabs.currentIndex()].keyboard_target)
        if self._wanted:
            self._go_to_wanted(view)

    def _go_to_wanted(self, view: DutiesView) -> None:
        wanted, self._wanted = self._wanted, 0
        wrong = [finding for finding in view.findings if finding.duty_id == wanted]
        if wrong:
            self._on_finding(wrong[0])
        else:
            self.tabs.setCurrentIndex(ORGANS)
            self.organs.go_to(wanted)

    def _name_tabs(self, findings: int) -> None:
        checks = tr("Checks ({count})", count=findings) if findings else tr("Checks")
        names = (tr("Organs and members"), tr("By session"), tr("One person"), checks)
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)

    def _show_tab(self) -> None:
        """Show the newest view on the tab in sight; the others get it when they are looked at."""
        tab = self.tabs.currentIndex()
        if self._view is not None and tab in self._stale:
            self._stale.remove(tab)
            self._pages[tab].show_view(self._view)

    def _on_tab(self, tab: int) -> None:
        self._show_tab()
        self._pages[tab].keyboard_target.setFocus()

    def _on_finding(self, finding: DutyFinding) -> None:
        """Go to the place of a finding: a cell, an item to be given, a member, an organ."""
        if finding.item_id:
            self.tabs.setCurrentIndex(MATRIX)
            self.matrix.give_item(finding.item_id)
        elif finding.session is not None:
            self.tabs.setCurrentIndex(MATRIX)
            self.matrix.go_to(finding.duty_id, finding.session)
        else:
            self.tabs.setCurrentIndex(ORGANS)
            if finding.organ is not None:
                self.organs.go_to_organ(finding.organ)
            else:
                self.organs.go_to(finding.duty_id)

    def _on_page_wanted(self) -> None:
        self.place_wanted.emit(paper_place(kind=DUTIES))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.checks.chosen.connect(self._on_finding)
        self.person.page_wanted.connect(self._on_page_wanted)
        self.organs.refused.connect(self.notice.show_answer)
        self.matrix.refused.connect(self.notice.show_answer)
        self.notice.hear(self)
        add_part_keys(self, self.tabs.tabBar(), self.tabs.setCurrentIndex)
