"""The card beside the programme: everything that is said of the current item, kept on leaving."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.queries.agenda.items import AgendaView
from congress_desk.ui.desks.agenda.item_fields import item_fields
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField, Unreadable
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
