"""Beside the programme: the procedure guide of the chosen item, and the notes on it."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextBrowser, QWidget

from congress_desk.actions.running.items import note_item
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.errors import Refusal
from congress_desk.i18n import article_said, tr
from congress_desk.keys.names import use_name
from congress_desk.queries.running.guides import FilledGuide, FilledStep
from congress_desk.ui.look import theme
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_in

SAVED_WITHIN_MS = 800
# What no field can hold: a note that was refused is tried again with the next key or on leaving.
_NOT_KEPT = "\0"
LEAST, MOST, WIDEST_SHARE = 340, 560, 38
NOTE_LEAST = 120


class RunningSide(QWidget):
    """Both follow the chosen item, which is the current one until another is chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.guide, self.notes = GuidePanel(), NoteEditor(session)
        self.notes.setMinimumHeight(theme.px(NOTE_LEAST))
        self.guide_title = ElidedLabel(role="caption")
        self.note_title = ElidedLabel(role="caption")
        self.saved = theme.label(name="noteSaved")
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


class GuidePanel(QTextBrowser):
    """Read only; scrolls with the keyboard. Shown anew only when its words changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide")
        self.setAccessibleName(tr("Procedure guide"))
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._guide: FilledGuide | None = None
        theme.changed.connect(self._draw)

    def show_guide(self, guide: FilledGuide | None) -> None:
        """Show the guide of an item, nothing without one."""
        if guide == self._guide:
            return
        same_item = guide and self._guide and guide.item_id == self._guide.item_id
        scrolled = self.verticalScrollBar().value() if same_item else 0
        self._guide = guide
        self._draw()
        self.verticalScrollBar().setValue(scrolled)

    def _draw(self) -> None:
        steps = self._guide.steps if self._guide else ()
        rows = "".join(_row(number, step) for number, step in enumerate(steps, start=1))
        self.setHtml(f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>')


def _row(number: int, step: FilledStep) -> str:
    now = theme.current()
    gap = theme.px(10)
    who = f'<div style="color:{now.muted}">{escape(step.who)}</div>' if step.who else ""
    said = escape(step.says).replace("\n", "<br>")
    says = f'<div style="color:{now.accent}">“{said}”</div>' if said else ""
    article = f'<div style="color:{now.muted}">§ {escape(article_said(step.article))}</div>'
    return (
        f'<tr><td width="{theme.px(26)}" style="padding-bottom:{gap}px">'
        f'<b style="color:{now.accent}">{number}.</b></td>'
        f'<td style="padding-bottom:{gap}px"><div><b>{escape(step.does)}</b></div>{who}{says}'
        f"{article if step.article else ''}</td></tr>"
    )


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
