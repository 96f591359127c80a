"""The structure of a list or of the elected, as a page of the elections desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.queries.structure import PeopleSet
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.structure.panel import StructurePanel
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page, take_keyboard


class StructurePage(QWidget):
    """Goes back to the page that asked for it."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back: Callable[[], None] = lambda: None
        self.head = PageHead(self, tr("Back"))
        self.head.back.connect(self._on_back)
        self.head.show_words(tr("Structure"), "")
        self.head.sentence.hide()
        self.panel = StructurePanel(session, messages, headed=False)
        lay_out_page(self, self.head, self.panel, body=self.panel)

    def show_set(self, wanted: PeopleSet, back: Callable[[], None]) -> None:
        """Show the structure of these people; `back` shows the page that asked."""
        self._back = back
        self.panel.show_set(wanted)
        take_keyboard(self, self.panel.table)

    def _on_back(self) -> None:
        self._back()
