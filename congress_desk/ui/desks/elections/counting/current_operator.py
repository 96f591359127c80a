"""Whoever types: asked for before the first ballot; another one sees their own passes alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from congress_desk.errors import refuse
from congress_desk.ui.desks.elections.counting.counted_round import CountedRound, counted_round
from congress_desk.ui.desks.elections.counting.line.entry_controller import EntryController
from congress_desk.ui.desks.elections.counting.line.notices import Topic
from congress_desk.ui.desks.elections.counting.operator_field import OperatorField


class CurrentOperator(QObject):
    """`changed` says that the count is of somebody else now; never in a round of one pass."""

    changed = Signal()

    def __init__(
        self, entry: EntryController, field: OperatorField, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._entry, self._state, self._field = entry, entry.state, field
        self._asked = False
        field.answered.connect(self._on_answered)
        field.signed.connect(self._on_signed)
        entry.operator_wanted.connect(field.ask)
        entry.about_to_record.connect(self._on_about_to_record)

    def follow(self) -> None:
        """Ask for the passes of whoever is at the keyboard, once all that was typed is in."""
        count, name = self._state.count, self._state.session.operator
        same = count.own is None or count.operator == name
        if not (same or self._asked or self._state.queue.acts):
            self._asked = True
            round_id = count.sheet.round.id
            self._state.session.ask(counted_round, round_id, name, done=self._on_read)

    def _on_read(self, counted: CountedRound) -> None:
        self._asked = False
        if self._state.queue.acts:
            self.follow()  # asks again when these are in the file
            return
        self._state.count.follow(counted)
        self._entry.take_operator()
        self.changed.emit()

    def _on_about_to_record(self) -> None:
        self._field.give()
        self._state.notices.clear(Topic.OPERATOR)

    def _on_signed(self) -> None:
        self._state.notices.clear(Topic.OPERATOR, Topic.REFUSED)
        self.follow()

    def _on_answered(self) -> None:
        if self._field.given:
            self._on_signed()
            self._entry.line.setFocus()
        else:
            self._field.field.selectAll()
            self._entry.refuse(refuse("counting_operator_missing"))
