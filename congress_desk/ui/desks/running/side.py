"""Beside the programme: the procedure guide of the chosen item, and the notes on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.queries.running.guides import FilledGuide
from congress_desk.ui.desks.running.guide_panel import GuidePanel
from congress_desk.ui.desks.running.note_editor import NoteEditor
from congress_desk.ui.look import theme
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_in

LEAST, MOST, WIDEST_SHARE = 340, 560, 38
NOTE_LEAST = 120


class RunningSide(QWidget):
    """Both follow the chosen item, which is the current one until another is chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.guide, self.notes = GuidePanel(), NoteEditor(session)
        self.notes.setMinimumHeight(theme.px(NOTE_LEAST))
        self.guide_title = ElidedLabel()
        self.guide_title.setProperty("role", "caption")
        self.note_title = ElidedLabel()
        self.note_title.setProperty("role", "caption")
        self.saved = QLabel()
        self.saved.setObjectName("noteSaved")
        self.notes.said.connect(self._on_said)
        head = QHBoxLayout()
        head.addWidget(self.note_title, 1)
        head.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignRight)
        layout = column_in(self, self.guide_title, (self.guide, 3), spacing=6)
        layout.addSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(self.notes, 2)

    def show_item(self, item: AgendaItem | None, *, apart: bool) -> None:
        """Take the notes of an item; `apart` says that another one is held at the moment."""
        self.notes.show_item(item)
        content = item.content if item else ""
        words = f"{tr('Notes')}  {use_name('notes')}"
        self.note_title.set_whole(f"{words} · {content}" if apart else words)
        theme.set_tone(self.note_title, "look" if apart else "")

    def show_guide(self, guide: FilledGuide | None) -> None:
        """Show the steps of an item in order."""
        title = tr("Procedure · {title}", title=guide.title) if guide else tr("Procedure guide")
        self.guide_title.set_whole(title)
        self.guide.show_guide(guide)

    @staticmethod
    def fitting_width(page: int) -> int:
        """Return how wide this is on a page of this width."""
        wanted = max(page * 32 // 100, theme.px(LEAST))
        return min(wanted, theme.px(MOST), page * WIDEST_SHARE // 100)

    def _on_said(self, words: str, tone: str) -> None:
        self.saved.setText(words)
        theme.set_tone(self.saved, tone)
