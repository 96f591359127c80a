"""The card beside the programme: everything that is said of the current item, kept on leaving."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.text.typed_times import day_words, read_day, read_time
from congress_desk.i18n import label, tr
from congress_desk.queries.agenda.items import AgendaView
from congress_desk.ui.desks.agenda.fields import ExecutorField
from congress_desk.ui.look import theme
from congress_desk.ui.records.field_widgets import Prose

CONTENT_HEIGHT = 60


class ItemCard(QWidget):
    """`edited` carries the item with what was typed or chosen.

    A text that cannot be read is told under its field, and nothing is sent.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: PlannedItem | None = None
        self.content, self.executor = Prose(CONTENT_HEIGHT), ExecutorField()
        self.time, self.minutes = QLineEdit(), QLineEdit()
        self.session, self.day = QLineEdit(), QLineEdit()
        self.kind, self.election = QComboBox(), QComboBox()
        self.motion, self.text = QComboBox(), QComboBox()
        self.said = QLabel()
        self._lay_out()
        self._connect()

    def show_item(self, view: AgendaView, found: PlannedItem | None) -> None:
        """Show an item; a field that is being typed into stays as it is."""
        other = self._item_id(self._found) != self._item_id(found)
        self._found = found
        self.setEnabled(found is not None)
        self.executor.offer(view.facts.executors.offered)
        self._fill_choices(view)
        if found is None:
            self._clear()
            return
        if other:
            self._say("")
        self._fill_texts(found, force=other)
        for choice, value in self._chosen(found.item):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(choice.findData(value), 0))
        for field in (self.session, self.day):
            field.setEnabled(found.depth == 0)

    def _chosen(self, item: AgendaItem) -> tuple[tuple[QComboBox, object], ...]:
        return (
            (self.kind, item.kind.value),
            (self.election, item.election_id),
            (self.motion, item.motion_id),
            (self.text, item.text_id),
        )

    def _fill_texts(self, found: PlannedItem, *, force: bool) -> None:
        item = found.item
        content = self.content.toPlainText()
        if content != item.content and (force or not self.content.hasFocus()):
            self.content.setPlainText(item.content)
        self.time.setPlaceholderText(f"{found.start:%H:%M}" if found.start else "")
        texts = {
            self.executor: item.executor,
            self.time: item.time,
            self.minutes: "" if item.minutes is None else str(item.minutes),
            self.session: item.session,
            self.day: day_words(item.day),
        }
        for field, words in texts.items():
            if (force or not field.hasFocus()) and field.text() != words:
                field.setText(words)

    def _fill_choices(self, view: AgendaView) -> None:
        _offer(self.election, ((e.id, e.title) for e in view.facts.elections))
        _offer(self.motion, ((m.id, m.matter) for m in view.votable()))
        _offer(self.text, view.texts.items())

    def _clear(self) -> None:
        self.content.setPlainText("")
        for field in (self.executor, self.time, self.minutes, self.session, self.day):
            field.clear()

    def _on_texts(self) -> None:
        """Send what was typed once a field is left."""
        if self._found is None:
            return
        item = self._found.item
        time, day, minutes = read_time(self.time.text()), read_day(self.day.text()), self._length()
        if time is None:
            self._refuse(self.time, tr("Type the time as 07:30, or leave it empty"))
        elif day is None:
            self._refuse(self.day, tr("Type the day as 13/3/2026, or leave it empty"))
        elif minutes is None:
            self._refuse(self.minutes, tr("Type the minutes as a number, or leave them empty"))
        elif not self.content.toPlainText().strip():
            self._refuse(self.content, tr("Type what is to be done"))
        else:
            self._say("")
            self._send(
                replace(
                    item,
                    content=self.content.toPlainText().strip(),
                    executor=self.executor.text().strip(" ,"),
                    time=time,
                    anchored=bool(time),
                    minutes=minutes if minutes >= 0 else None,
                    session=self.session.text().strip(),
                    day=day,
                )
            )

    def _on_choice(self) -> None:
        if self._found is not None:
            election, motion = self.election.currentData() or 0, self.motion.currentData() or 0
            item = replace(
                self._found.item,
                kind=ItemKind(self.kind.currentData()),
                election_id=election,
                motion_id=motion,
                text_id=self.text.currentData() or 0,
            )
            self._send(replace(item, kind=_kind_with_links(self._found.item, item)))

    def _send(self, item: AgendaItem) -> None:
        if self._found is not None and item != self._found.item:
            self._found = replace(self._found, item=item)
            self.edited.emit(item)

    def _length(self) -> int | None:
        """Return the minutes typed, -1 of none, None when it is no number."""
        text = self.minutes.text().strip()
        if not text:
            return -1
        return int(text) if text.isdecimal() and len(text) <= 4 else None

    def _refuse(self, field: QWidget, words: str) -> None:
        self._say(words)
        theme.set_property(field, "wrong", True)

    def _say(self, words: str) -> None:
        for field in (self.time, self.day, self.minutes, self.content):
            theme.set_property(field, "wrong", False)
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _connect(self) -> None:
        for told in (self.content.entered, self.content.left):
            told.connect(self._on_texts)
        for field in (self.executor, self.time, self.minutes, self.session, self.day):
            field.editingFinished.connect(self._on_texts)
        for choice in (self.kind, self.election, self.motion, self.text):
            choice.currentIndexChanged.connect(self._on_choice)

    def _lay_out(self) -> None:
        self.said.setObjectName("itemSaid")
        self.said.setWordWrap(True)
        theme.set_tone(self.said, "wrong")
        self.said.hide()
        for kind in ItemKind:
            self.kind.addItem(label("item_kind", kind.value), kind.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.px(12))
        form.setVerticalSpacing(theme.px(6))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        beside: QHBoxLayout | None = None
        for name, title, field in self._fields():
            field.setObjectName(name)
            field.setAccessibleName(title)
            if field in (self.minutes, self.session):
                beside = QHBoxLayout()
                beside.setSpacing(theme.px(8))
                beside.addWidget(field, 1)
                form.addRow(title, beside)
            elif field in (self.time, self.day) and beside is not None:
                beside.addWidget(QLabel(title))
                beside.addWidget(field, 1)
            else:
                form.addRow(title, field)
        form.addRow(self.said)

    def _fields(self) -> tuple[tuple[str, str, QWidget], ...]:
        for choice in (self.election, self.motion, self.text):
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            choice.setSizeAdjustPolicy(policy)
        self.time.setToolTip(tr("Empty: it follows the item before it"))
        self.session.setMaxLength(200)
        return (
            ("itemContent", tr("Content"), self.content),
            ("itemExecutor", tr("Executed by"), self.executor),
            ("itemMinutes", tr("Minutes"), self.minutes),
            ("itemTime", tr("Fixed time"), self.time),
            ("itemKind", tr("Kind"), self.kind),
            ("itemElection", tr("Election"), self.election),
            ("itemMotion", tr("Motion"), self.motion),
            ("itemText", tr("Text"), self.text),
            ("itemSession", tr("Session"), self.session),
            ("itemDay", tr("Day"), self.day),
        )

    @staticmethod
    def _item_id(found: PlannedItem | None) -> int:
        return found.item.id if found else 0


def _kind_with_links(before: AgendaItem, after: AgendaItem) -> ItemKind:
    """Return the kind: work that is linked to an election or a motion is that from now on."""
    if after.kind is not ItemKind.WORK or before.kind is not ItemKind.WORK:
        return after.kind
    if after.election_id and not before.election_id:
        return ItemKind.ELECTION
    if after.motion_id and not before.motion_id:
        return ItemKind.MOTION
    return after.kind


def _offer(choice: QComboBox, entries: Iterable[tuple[int, str]]) -> None:
    """Offer these, and none first; nothing is touched when they are the same."""
    wanted = [(0, tr("none")), *entries]
    there = [(choice.itemData(i), choice.itemText(i)) for i in range(choice.count())]
    if there == wanted:
        return
    with QSignalBlocker(choice):
        choice.clear()
        for key, words in wanted:
            choice.addItem(words, key)
