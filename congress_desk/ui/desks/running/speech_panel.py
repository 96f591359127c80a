"""The speakers' register: its table, its buttons, and how many speeches each delegation has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from congress_desk.actions.running.speeches import (
    call_speaker,
    finish_speech,
    order_speeches,
    put_back_speech,
    withdraw_speech,
)
from congress_desk.domain.people.register import same_names
from congress_desk.domain.running.speech import Speech, SpeechState
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.queries.running.items import RunningView
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.running.speech_dialog import SpeechDialog
from congress_desk.ui.desks.running.speech_table import (
    THROUGH,
    SpeechRow,
    delegation_counts,
    speech_rows,
    speech_table,
    words_shown,
)
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.screen_acts import Acts

# Below this width the table leaves out through whom; the tooltip of the name says it.
WITH_THROUGH = 800
BUTTONS = ("call", "request", "edit", "withdraw", "put_back")
_NAMES = {"put_back": "putBack"}


class SpeechPanel(QWidget):
    """Enter calls whoever is chosen, or ends who speaks; `answered` has what an act returned."""

    answered = Signal(object)

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        self._acts = acts
        self._view: RunningView | None = None
        self._item_id = 0
        self._wanted = 0
        self._alike: frozenset[int] = frozenset()
        self._measured: frozenset[object] = frozenset()
        self.table = speech_table()
        self.counts = ElidedLabel()
        self.counts.setObjectName("delegationCounts")
        theme.set_tone(self.counts, "muted")
        row = QWidget()
        self._flow = FlowLayout(row)
        self.commands = self._make_commands()
        self.call, _, self.edit, self.withdraw, self.back = map(self._button, BUTTONS)
        self.commands.offer_in(self.table)
        column_in(self, (self.table, 1), self.counts, row, margins=(0, 8, 0, 0))
        self.table.chosen.connect(lambda _: self._on_call())
        self.table.current_changed.connect(lambda _: self._show_current())

    def show_view(self, view: RunningView, item_id: int) -> None:
        """Show the register; a new request is about `item_id`, 0 none."""
        before = self._view
        if before is None:
            self._wanted = _first_to_speak(view)
        self._view, self._item_id = view, item_id
        if before and (before.speeches, before.people) == (view.speeches, view.people):
            return
        if before is None or before.people != view.people:
            self._alike = frozenset(same_names(view.people))
        rows = speech_rows(view.speeches, self._alike)
        shape = words_shown(rows)
        self.table.show_records(
            rows,
            same=lambda old, new: old.speech.id == new.speech.id,
            measure=shape != self._measured,
        )
        self._measured = shape
        for place, row in enumerate(rows):
            if row.speech.id == self._wanted:
                self.table.select_row(place)
                self._wanted = 0
        self.counts.set_whole(delegation_counts(view.speeches))
        self._show_current()

    def request(self) -> None:
        """Open the form of a new request."""
        self._open(None)

    def change(self) -> None:
        """Open the form of the chosen request."""
        found = self._current()
        if found is not None:
            self._open(found)

    def finish(self, speech_id: int) -> None:
        """End a speech."""
        self._acts.run(finish_speech, speech_id, done=self._on_ended)

    def _on_call(self) -> None:
        found = self._current()
        if found is None:
            return
        if found.state is SpeechState.SPEAKING:
            self.finish(found.id)
        else:
            self._acts.run(call_speaker, found.id, done=self.answered.emit)

    def _on_ended(self, value: Any) -> None:
        """Go to whoever is the next to speak."""
        if not isinstance(value, Refusal) and self._view is not None:
            ids = [speech.id for speech in self._view.speeches]
            after = self._view.speeches[ids.index(value.id) + 1 :] if value.id in ids else ()
            waiting = (s.id for s in after if s.state is SpeechState.REQUESTED)
            self._wanted = next(waiting, 0)
        self.answered.emit(value)

    def _withdraw(self) -> None:
        self._run(withdraw_speech)

    def _put_back(self) -> None:
        self._run(put_back_speech)

    def _run(self, action: Callable[..., Speech | Refusal]) -> None:
        found = self._current()
        if found is not None:
            self._acts.run(action, found.id, done=self.answered.emit)

    def _move(self, by: int) -> None:
        """Move the chosen request up or down."""
        found = self._current()
        ids = [row.speech.id for row in self.table.records]
        if found is None or not 0 <= (place := ids.index(found.id)) + by < len(ids):
            return
        ids[place], ids[place + by] = ids[place + by], ids[place]
        self._acts.run(order_speeches, ids, done=self.answered.emit)

    def _open(self, speech: Speech | None) -> None:
        if self._view is not None:
            dialog = SpeechDialog(
                self._acts, self._view, speech, item_id=self._item_id, parent=self
            )
            dialog.saved.connect(self._on_saved)
            dialog.open()

    def _on_saved(self, speech: Speech) -> None:
        self._wanted = speech.id
        self.answered.emit(speech)

    def _current(self) -> Speech | None:
        row: SpeechRow | None = self.table.current
        return row.speech if row else None

    def _show_current(self) -> None:
        self.commands.refresh()

    def _button(self, name: str) -> QPushButton:
        shown = f"{_NAMES.get(name, name)}Speech"
        button = command_button(self.commands, name, name=shown, keyed=True)
        self._flow.addWidget(button)
        return button

    def _make_commands(self) -> Commands:
        return Commands(
            "speeches",
            self,
            {
                "call": self._on_call,
                "request": self.request,
                "edit": self.change,
                "withdraw": self._withdraw,
                "put_back": self._put_back,
                "up": lambda: self._move(-1),
                "down": lambda: self._move(1),
            },
            why_not=self._why_not,
            words=self._called,
        )

    def _called(self, name: str) -> str:
        found = self._current()
        speaks = found is not None and found.state is SpeechState.SPEAKING
        return tr("End the speech") if name == "call" and speaks else ""

    def _why_not(self, name: str) -> str:
        """Return why a command is refused for the request chosen, "" when it is not."""
        found = self._current()
        if name == "request":
            return ""
        if found is None:
            return tr("Choose a request first")
        waits = found.state is SpeechState.REQUESTED
        if name == "call":
            speaks = found.state is SpeechState.SPEAKING
            return "" if waits or speaks else tr("This speech is over")
        if name == "withdraw":
            return "" if waits else tr("Only a request that waits is withdrawn")
        return tr("It is already waiting") if name == "put_back" and waits else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(THROUGH, event.size().width() < theme.px(WITH_THROUGH))


def _first_to_speak(view: RunningView) -> int:
    """Return who speaks, else who is the first to wait; 0 when nobody is."""
    for state in (SpeechState.SPEAKING, SpeechState.REQUESTED):
        for speech in view.speeches:
            if speech.state is state:
                return speech.id
    return 0
