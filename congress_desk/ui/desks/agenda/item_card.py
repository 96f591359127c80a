"""The card beside the programme: everything that is said of the current item, kept on leaving."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.text.typed_times import day_words, read_day, read_time
from congress_desk.i18n import tr
from congress_desk.queries.agenda.items import AgendaView
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import (
    RecordField,
    Unreadable,
    choice_field,
    reading_choice,
    state_choices,
)
from congress_desk.ui.records.forms.record_card import RecordCard
from congress_desk.ui.widgets.layout.layouts import column_in


class ItemCard(QWidget):
    """`edited` carries the item with what was typed or chosen.

    A text that cannot be read is reported under the fields, and nothing is sent.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, RecordField] = {}
        self._item: AgendaItem | None = None
        self.card, self.said = RecordCard("item", escape_restores=False), QLabel()
        self.said.setObjectName("itemSaid")
        self.said.setWordWrap(True)
        theme.set_tone(self.said, "wrong")
        self.said.hide()
        self.card.edited.connect(self._on_edited)
        column_in(self, (self.card, 1), self.said, spacing=None)

    @property
    def kind(self) -> QWidget:
        """Return the field of the kind, which has no cell of its own to be typed into."""
        widget: QWidget = self.card.widgets["kind"]
        return widget

    def show_item(self, view: AgendaView, found: PlannedItem | None) -> None:
        """Show an item; a field that is being typed into stays as it is."""
        item = found.item if found else None
        if (item.id if item else 0) != (self._item.id if self._item else 0):
            self._say("")
        self._item = item
        fields = item_fields(view, found)
        self._fields = {field.name: field for field in fields}
        self.card.show_fields(fields)
        self.card.show_record(item)

    def _on_edited(self, record: AgendaItem, name: str, text: str) -> None:
        # What was typed before is on its way: the newest item has it.
        same = self._item is not None and self._item.id == record.id
        item = self._item if same and self._item is not None else record
        try:
            value = self._fields[name].read(text)
        except Unreadable as wrong:
            self._say(str(wrong))
            self.card.mark_wrong(name)
            return
        self._say("")
        changed = replace(item, **{name: value})
        if name == "time":
            changed = replace(changed, anchored=bool(value))
        changed = replace(changed, kind=_kind_with_links(item, changed))
        if changed != item:
            self._item = changed
            self.edited.emit(changed)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))


def _kind_with_links(before: AgendaItem, after: AgendaItem) -> ItemKind:
    """Return the kind: work that is linked to an election or a motion is that from now on."""
    if after.kind is not ItemKind.WORK or before.kind is not ItemKind.WORK:
        return after.kind
    if after.election_id and not before.election_id:
        return ItemKind.ELECTION
    if after.motion_id and not before.motion_id:
        return ItemKind.MOTION
    return after.kind


def item_fields(view: AgendaView, found: PlannedItem | None) -> tuple[RecordField, ...]:
    """Return the fields of the card; a part has the session and the day of what it is a part of."""
    start = f"{found.start:%H:%M}" if found and found.start else ""
    part = found is not None and found.depth > 0
    kinds = state_choices("item_kind", ItemKind)
    return (
        RecordField(
            name="content", title=tr("Content"), text=lambda i: i.content, read=_read_content,
            key=lambda i: i.content, prose=True,
        ),
        RecordField(
            name="executor", title=tr("Carried out by"), text=lambda i: i.executor,
            key=lambda i: i.executor, read=lambda text: text.strip(" ,"), apart=",",
            suggestions=view.facts.executors.offered,
        ),
        RecordField(
            name="minutes", title=tr("Minutes"), text=_minutes, key=_minutes, read=read_minutes,
            half=True,
        ),
        RecordField(
            name="time", title=tr("Fixed time"), text=lambda i: i.time, key=lambda i: i.time,
            read=read_clock, ghost=lambda i: start, half=True,
        ),
        RecordField(
            name="kind", title=tr("Kind"), text=lambda i: dict(kinds)[i.kind],
            key=lambda i: i.kind, choices=kinds, read=reading_choice(kinds), half=True,
        ),
        _link("election_id", tr("Election"), ((e.id, e.title) for e in view.facts.elections)),
        _link("motion_id", tr("Motion"), ((m.id, m.matter) for m in view.votable())),
        _link("text_id", tr("Text"), view.texts.items()),
        RecordField(
            name="session", title=tr("Session"), text=lambda i: i.session,
            key=lambda i: i.session, closed=lambda i: part, half=True,
        ),
        RecordField(
            name="day", title=tr("Day"), text=lambda i: day_words(i.day), key=lambda i: i.day,
            read=_read_day, closed=lambda i: part, half=True,
        ),
    )  # fmt: skip


def read_minutes(text: str) -> int | None:
    """Return the minutes typed, None of none; `Unreadable` when it is no number."""
    text = text.strip()
    if text and not (text.isdecimal() and len(text) <= 4):
        raise Unreadable(tr("Type the minutes as a number, or leave them empty"))
    return int(text) if text else None


def read_clock(text: str) -> str:
    """Return the time typed; `Unreadable` when it is none."""
    found = read_time(text)
    if found is None:
        raise Unreadable(tr("Type the time as 07:30, or leave it empty"))
    return found


def _read_day(text: str) -> str:
    found = read_day(text)
    if found is None:
        raise Unreadable(tr("Type the day as 13/3/2026, or leave it empty"))
    return found


def _read_content(text: str) -> str:
    if not text.strip():
        raise Unreadable(tr("Type what is to be done"))
    return text.strip()


def _minutes(item: AgendaItem) -> str:
    return "" if item.minutes is None else str(item.minutes)


def _link(name: str, title: str, entries: Iterable[tuple[int, str]]) -> RecordField:
    """Return a field that links an item to something else, or to nothing."""
    return choice_field(name, title, ((0, tr("none")), *entries), half=True)
