"""The structure of a list or of the elected, as a page of the elections desk."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.queries.structure import PeopleSet
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.desks.elections.election_screen import ElectionScreen, screen_place
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.structure.panel import StructurePanel
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page, take_keyboard


class StructurePage(ElectionScreen):
    """Goes back to the screen that asked for it."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self._back = screen_place("elections")
        self.head = PageHead(self, tr("Back"))
        self.head.back.connect(lambda: self.place_wanted.emit(self._back))
        self.head.show_words(tr("Structure"), "")
        self.head.sentence.hide()
        self.panel = StructurePanel(session, messages, headed=False)
        lay_out_page(self, self.head, self.panel, body=self.panel)

    def show_set(self, wanted: PeopleSet, back: DeskPlace) -> None:
        """Show the structure of these people; `back` is where they were asked for."""
        self._back = back
        self.panel.show_set(wanted)
        take_keyboard(self, self.panel.table)
