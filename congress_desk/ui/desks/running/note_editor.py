"""The secretary's notes on an item, saved while they are typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from congress_desk.actions.running.items import note_item
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.session import Session

SAVED_WITHIN_MS = 800
# What no field can hold: a note that was refused is tried again with the next key or on leaving.
_NOT_KEPT = "\0"


class NoteEditor(QPlainTextEdit):
    """Saves at the latest 0.8 s after a key, and on leaving; `said` tells how it stands.

    `refused` carries why the file did not take a note; what was typed stays.
    """

    said = Signal(str, str)
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("itemNote")
        self.setAccessibleName(tr("Notes"))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("Type what is said and decided; it is saved automatically."))
        self._session = session
        self._item_id = 0
        self._kept = ""
        self._under_way = 0
        self._timer = QTimer(self, singleShot=True, interval=SAVED_WITHIN_MS)
        self._timer.timeout.connect(self.save)
        self.textChanged.connect(self._on_typed)

    @property
    def item_id(self) -> int:
        """Return the item the notes are on, 0 without one."""
        return self._item_id

    @property
    def dirty(self) -> bool:
        """Say whether something is typed that was not sent to the file."""
        return bool(self._item_id) and self.toPlainText() != self._kept

    def show_item(self, item: AgendaItem | None) -> None:
        """Show the notes on an item; what was typed on another one is saved first."""
        item_id = item.id if item else 0
        same = item_id == self._item_id
        # What was read before a save has reached the file is older than what is shown.
        if same and (self.dirty or self._under_way or item is None or self._same(item)):
            return
        self.save()
        self._item_id = item_id
        self._kept = item.note if item else ""
        self.blockSignals(True)
        self.setPlainText(self._kept)
        self.blockSignals(False)
        self.setEnabled(item is not None)
        self.said.emit("", "muted")

    def save(self) -> None:
        """Send to the file what is typed and not sent yet."""
        self._timer.stop()
        if not self.dirty:
            return
        text, self._kept = self.toPlainText(), self.toPlainText()
        actor = self._session.operator.strip() or "–"
        self._under_way += 1
        self._session.act(note_item, self._item_id, text, actor=actor, done=self._on_saved)

    def _same(self, item: AgendaItem) -> bool:
        """Say whether the file has what is shown, but for what it tidies at the ends of lines."""
        return item.note == self._kept or item.note.split() == self._kept.split()

    def _on_typed(self) -> None:
        if not self.dirty:
            return
        self.said.emit(tr("saving…"), "muted")
        if not self._timer.isActive():
            self._timer.start()

    def _on_saved(self, value: Any) -> None:
        self._under_way -= 1
        if isinstance(value, Refusal):
            self._kept = _NOT_KEPT
            self.said.emit(tr("not saved"), "wrong")
            self.refused.emit(value)
        elif not self.dirty:
            self.said.emit(tr("saved"), "holds")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save()
