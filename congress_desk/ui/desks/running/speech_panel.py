"""The speakers' register: its table, its buttons, and how many speeches each delegation has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

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
from congress_desk.ui.widgets.acts import Acts
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.flow_layout import FlowLayout

# Below this width the table leaves out through whom; the tooltip of the name says it.
WITH_THROUGH = 800


class SpeechPanel(QWidget):
    """Enter calls whoever is chosen, or ends who speaks; `told` carries what an act returned."""

    told = Signal(object)

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
        self.call = self._button("call", tr("Call"), "play", "Enter", self._on_call)
        self._button("request", tr("Request to speak…"), "plus", "Ins", self.request)
        self.edit = self._button("edit", tr("Change…"), "pencil", "F2", self.change)
        self.withdraw = self._button("withdraw", tr("Withdraw"), "ban", "Del", self._withdraw)
        self.back = self._button("putBack", tr("Put back"), "undo-2", "Ctrl+R", self._put_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.counts)
        layout.addWidget(row)
        self._add_keys()
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
            self._acts.run(call_speaker, found.id, done=self.told.emit)

    def _on_ended(self, value: Any) -> None:
        """Go to whoever is the next to speak."""
        if not isinstance(value, Refusal) and self._view is not None:
            ids = [speech.id for speech in self._view.speeches]
            after = self._view.speeches[ids.index(value.id) + 1 :] if value.id in ids else ()
            waiting = (s.id for s in after if s.state is SpeechState.REQUESTED)
            self._wanted = next(waiting, 0)
        self.told.emit(value)

    def _withdraw(self) -> None:
        self._run(withdraw_speech)

    def _put_back(self) -> None:
        self._run(put_back_speech)

    def _run(self, action: Callable[..., Speech | Refusal]) -> None:
        found = self._current()
        if found is not None:
            self._acts.run(action, found.id, done=self.told.emit)

    def _move(self, by: int) -> None:
        """Move the chosen request up or down."""
        found = self._current()
        ids = [row.speech.id for row in self.table.records]
        if found is None or not 0 <= (place := ids.index(found.id)) + by < len(ids):
            return
        ids[place], ids[place + by] = ids[place + by], ids[place]
        self._acts.run(order_speeches, ids, done=self.told.emit)

    def _open(self, speech: Speech | None) -> None:
        if self._view is not None:
            dialog = SpeechDialog(
                self._acts, self._view, speech, item_id=self._item_id, parent=self
            )
            dialog.saved.connect(self._on_saved)
            dialog.open()

    def _on_saved(self, speech: Speech) -> None:
        self._wanted = speech.id
        self.told.emit(speech)

    def _current(self) -> Speech | None:
        row: SpeechRow | None = self.table.current
        return row.speech if row else None

    def _show_current(self) -> None:
        found = self._current()
        state = found.state if found else None
        waits = state is SpeechState.REQUESTED
        speaks = state is SpeechState.SPEAKING
        self.call.setText((tr("End the speech") if speaks else tr("Call")) + "  Enter")
        self.call.setEnabled(waits or speaks)
        self.edit.setEnabled(found is not None)
        self.withdraw.setEnabled(waits)
        self.back.setEnabled(found is not None and not waits)

    def _button(
        self, name: str, text: str, icon: str, key: str, act: Callable[[], None]
    ) -> QPushButton:
        button = make_button(f"{text}  {key}", act, name=f"{name}Speech", icon=icon)
        self._flow.addWidget(button)
        return button

    def _add_keys(self) -> None:
        keys = {
            "Delete": self._withdraw,
            "Ctrl+R": self._put_back,
            "Alt+Up": lambda: self._move(-1),
            "Alt+Down": lambda: self._move(1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

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
