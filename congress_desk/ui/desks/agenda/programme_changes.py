"""Changes of the programme: shown at once, then sent to the file one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from congress_desk.actions.agenda.items import edit_item, move_item, place_item
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.times import with_day_starts
from congress_desk.domain.agenda.tree import Move, in_order, moved, moved_before
from congress_desk.errors import Refusal
from congress_desk.queries.agenda.items import AgendaView, agenda_view
from congress_desk.ui.reader import Reader
from congress_desk.ui.widgets.screen_acts import Acts


class ProgrammeChanges(QObject):
    """`shown` carries the programme as it now is, `refused` why something was not done.

    The next key need not wait for the file: what it will say is worked out here by the same rules.
    """

    shown = Signal(object)
    refused = Signal(object)

    def __init__(self, acts: Acts, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts, self._reader = acts, reader
        self._sent = 0
        self.view: AgendaView | None = None

    @property
    def under_way(self) -> bool:
        """Say whether changes are on their way: what the file says meanwhile is old."""
        return self._sent > 0

    def read(self) -> None:
        """Read the programme, unless a change on its way will have it read."""
        if not self.under_way:
            self._reader.ask(agenda_view, done=self._on_read)

    def change(self, item: AgendaItem) -> None:
        """Give an item other words, times or links."""
        if self.view is None:
            return
        changed = replace(item, anchored=bool(item.time))
        items = [changed if i.id == item.id else i for i in self.view.items]
        self.send(edit_item, changed)
        self._show(in_order(items))

    def move(self, item_id: int, how: Move) -> None:
        """Move an item by one place, in, or out."""
        if self.view is None:
            return
        self.send(move_item, item_id, how)
        self._reorder(moved(self.view.items, item_id, how))

    def place(self, item_id: int, before: int) -> None:
        """Put an item before another one, 0 at the end."""
        if self.view is None:
            return
        self.send(place_item, item_id, before)
        self._reorder(moved_before(self.view.items, item_id, before))

    def send(
        self,
        action: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        **kwargs: Any,
    ) -> None:
        """Send a change to the file; `done` gets what was done, not why it was refused."""
        self._sent += 1

        def finish(value: Any) -> None:
            self._sent -= 1
            if isinstance(value, Refusal):
                self.refused.emit(value)
                self.read()
            elif done is not None:
                done(value)

        act = partial(
            self._acts.session.act,
            action,
            *args,
            done=finish,
            actor=self._acts.actor,
            **kwargs,
        )
        # What is shown is painted first: the worker would hold the interpreter meanwhile.
        QTimer.singleShot(0, act)

    def _reorder(self, after: Sequence[AgendaItem] | None) -> None:
        if after is not None and self.view is not None:
            starts = self.view.starts
            self._show(with_day_starts(self.view.planned, after, starts=starts))

    def _show(self, items: Sequence[AgendaItem]) -> None:
        assert self.view is not None
        self.view = self.view.with_items(items)
        self.shown.emit(self.view)

    def _on_read(self, view: AgendaView) -> None:
        if not self.under_way:
            self.view = view
            self.shown.emit(view)
