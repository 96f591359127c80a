"""A tab of the desk: filter, table, what can be done, and the card of the current record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.commands import Commands
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.forms.record_card import RecordCard
from congress_desk.ui.records.tables.filter_line import FilterLine
from congress_desk.ui.records.tables.one_scroll_bar import OneScrollBar
from congress_desk.ui.records.tables.record_table import RecordTable
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.folding_columns import FoldingColumns
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.layout.tool_row import ToolRow

CARD_WIDTH, CARD_LEAST = 340, 272
CARD_SHARE = 25
LIST_WIDTH = 210
LEAST_ROWS = 2
# Narrower than this the card stands behind a tab: beside it no column could be read.
FOLDED = 620
BESIDE_CARD = 20


class RecordTab(QWidget):
    """`wanted` carries a command and the selected records; `edited` record, field and text.

    `undo_wanted` when the last change of the records is to be taken back.

    `name` is the place in the table of commands; `buttons` the commands that it does, those that
    stand `alone` without a selected record.
    """

    wanted = Signal(str, object)
    edited = Signal(object, str, str)
    undo_wanted = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        hint: str,
        buttons: Sequence[str],
        *,
        alone: Sequence[str] = ("add",),
        left_out: Mapping[str, int] | None = None,
    ) -> None:
        super().__init__()
        self._left_out = dict(left_out or {})
        self._keeps: dict[str, Callable[[Any], bool]] = {}
        self._wanted_id = 0
        self.line, self.list = (
            FilterLine(f"{name}Filter", tr("Filter the table"), hint),
            _choice(f"{name}List"),
        )
        self.records = RecordTable(f"{name}Table", title, self)
        self.table = self.records.table
        self.card = RecordCard(f"{name}Card")
        self.counts = theme.label(tone="muted", name=f"{name}Counts")
        self._alone = frozenset(alone)
        self.commands = self._make_commands(name, buttons)
        self.buttons = {each: self._make(each) for each in buttons}
        if "add" in buttons:
            add, key = self.commands.words("add").rstrip("…"), self.commands.keys("add")
            add = add[:1].lower() + add[1:]
            self.records.first_step = tr("Nothing here yet: press {key} to {add}", key=key, add=add)
        beside_card = QWidget()
        self._left = QVBoxLayout(beside_card)
        parts = [(title, beside_card, 1), (tr("All its fields"), self.card, 0)]
        self.columns = FoldingColumns(parts, room=FOLDED, kept=0)
        self.columns.folded.connect(lambda _: self._fit_card())
        self._lay_out()
        self._connect()
        offered = ("type", "card", "", *(each for each in buttons if each not in alone))
        self.commands.offer_in(self.table, (*offered, "", *alone, "undo"))

    @property
    def current(self) -> Any:
        return self.table.current

    def show_records(self, fields: Sequence[RecordField], records: Sequence[Any]) -> None:
        """Show the records as the file has them."""
        self.card.show_fields(fields)
        self.records.show_records(fields, records)
        if self._wanted_id and self.records.go_to(self._wanted_id):
            self._wanted_id = 0
        self.card.show_record(self.table.current)
        self._count()

    def show_lists(self, lists: Mapping[str, Callable[[Any], bool]]) -> None:
        """Offer parts of the records by their words; the one chosen stays where it is offered."""
        chosen = self.list.currentText()
        self._keeps = dict(lists)
        words = list(lists)
        if [self.list.itemText(i) for i in range(self.list.count())] != words:
            self.list.blockSignals(True)
            self.list.clear()
            self.list.addItems(words)
            self.list.setCurrentIndex(max(self.list.findText(chosen), 0))
            self.list.blockSignals(False)
        self._filter()

    def show_only(self, text: str = "", part: str = "") -> None:
        """Show what is filtered by this text and this part, as if they had been typed."""
        self.list.setCurrentIndex(max(self.list.findText(part), 0))
        self.line.setText(text)
        self._to_table()

    def go_to_when_shown(self, record_id: int) -> None:
        """Make a record current, now or as soon as the file's records are shown with it."""
        self._wanted_id = 0 if self.records.go_to(record_id) else record_id
        self._to_table()

    def add_below(self, widget: QWidget) -> None:
        """Put something more under the table."""
        self._left.addWidget(widget)

    def ask(self, command: str) -> None:
        """Ask for something to be done with the selected records; nothing without any."""
        chosen = self.table.selected
        if chosen or command in self._alone:
            self.card.flush()
            self.wanted.emit(command, chosen)

    def _undo(self) -> None:
        self.card.flush()
        self.undo_wanted.emit()

    def _filter(self) -> None:
        self.records.filter(self.line.text(), self._keeps.get(self.list.currentText()))

    def _count(self) -> None:
        shown, total = len(self.records.shown), len(self.records.records)
        selected = len(self.table.selected)
        words = (
            tr("{shown} of {total} rows", shown=shown, total=total)
            if shown != total
            else tr("{total} rows", total=total)
        )
        if selected > 1:
            words = tr("{words} · {count} selected", words=words, count=selected)
        self.counts.setText(words)
        self.commands.refresh()

    def _on_current(self, record: Any) -> None:
        self.card.show_record(record)

    def _on_copied(self, count: int) -> None:
        self.counts.setText(tr("{count} rows copied: paste them in Excel", count=count))

    def _make(self, command: str) -> QPushButton:
        return command_button(self.commands, command, name=f"{self.commands.place}_{command}")

    def _make_commands(self, name: str, buttons: Sequence[str]) -> Commands:
        asked = {each: partial(self.ask, each) for each in buttons}
        of_table = ("add", "remove", "done", "coming", "type", "card", "copy")
        return Commands(
            name,
            self,
            asked
            | {
                "type": self.records.editing.begin,
                "card": self._to_card,
                "filter": self._to_filter,
                "copy": self.table.copy_rows,
                "undo": self._undo,
            },
            why_not=self._why_not,
            where=dict.fromkeys(of_table, self.table),
        )

    def _why_not(self, name: str) -> str:
        """Return why a command is refused for what is selected, "" when it is not."""
        if name in self._alone or name in ("filter", "copy", "undo"):
            return ""
        if not self.table.has_selection:
            return tr("Choose a row first")
        if name in ("up", "down") and not self.records.in_own_order:
            return tr("Sort by row number first: rows are moved in that order")
        return ""

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _: self._filter())
        self.line.left.connect(self.table.setFocus)
        self.list.currentIndexChanged.connect(lambda _: self._filter())
        self.records.shown_changed.connect(self._count)
        self.records.current_changed.connect(self._on_current)
        self.records.edited.connect(self.edited)
        self.records.beyond.connect(lambda *_: self._to_card())
        self.card.edited.connect(self.edited)
        self.card.left.connect(self._to_table)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.table.copied.connect(self._on_copied)

    def _to_table(self) -> None:
        self.columns.go_to(self.table)

    def _to_card(self) -> None:
        self.columns.show_part(self.card)
        self.card.take_keyboard()

    def _to_filter(self) -> None:
        self.columns.go_to(self.line)
        self.line.selectAll()

    def _lay_out(self) -> None:
        self._tools = ToolRow(tuple(self.buttons.values()))
        filters = row_of((self.line, 1), self.list)
        foot = QHBoxLayout()
        keys = ElidedLabel(
            tr(
                "{type} types into a cell · {card} to the card · {rising} {falling} sort",
                type=use_name("change"),
                card=use_name("card"),
                rising=use_name("sort_rising"),
                falling=use_name("sort_falling"),
            ),
            gives_way=True,
        )
        theme.set_tone(keys, "muted")
        foot.addWidget(self.counts)
        foot.addStretch(1)
        foot.addWidget(keys)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(theme.px(8))
        self._left.addLayout(filters)
        self._left.addWidget(self.table, 1)
        self._left.addLayout(foot)
        self.table.show_at_least(LEAST_ROWS)
        inside = QWidget()
        column_in(inside, self._tools, (self.columns, 1), margins=(0, 8, 0, 0))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolling(inside)
        whole.addWidget(area)
        OneScrollBar(area, inside, self.table)

    def _fit_card(self) -> None:
        """Let the card be as wide as its fields need, and the columns share what it leaves."""
        width = self.width()
        share = width * CARD_SHARE // 100
        card = min(theme.px(CARD_WIDTH), max(share, theme.px(CARD_LEAST)))
        folded = width < theme.px(FOLDED)
        self._left.setContentsMargins(0, 0, 0 if folded else theme.px(BESIDE_CARD), 0)
        if folded:
            self.card.setMinimumWidth(0)
            self.card.setMaximumWidth(width)
            card = 0
        else:
            self.card.setFixedWidth(card)
        narrow = (name for name, least in self._left_out.items() if width - card < theme.px(least))
        self.records.hide_columns(frozenset(narrow))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tools.fold(self.height())
        self._fit_card()


def _choice(name: str) -> QComboBox:
    """Return the box that chooses which part of the records is shown."""
    box = ChoiceBox()
    box.setObjectName(name)
    box.setAccessibleName(tr("Show"))
    box.setFixedWidth(theme.px(LIST_WIDTH))
    return box
