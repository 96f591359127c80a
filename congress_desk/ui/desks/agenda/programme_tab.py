"""The tab of the programme: the table with its live clock, the card of an item, the warnings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from congress_desk.actions.agenda.items import add_item, apply_template, remove_item
from congress_desk.actions.agenda.undo import recognise_items, undo_agenda
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.template import AgendaTemplate
from congress_desk.domain.agenda.tree import Move, with_parts
from congress_desk.domain.text.typed_times import read_time
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.queries.agenda.items import AgendaView, agenda_templates
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.agenda.item_card import ItemCard
from congress_desk.ui.desks.agenda.item_mover import ItemMover, current_row, dropped_before
from congress_desk.ui.desks.agenda.programme_changes import ProgrammeChanges
from congress_desk.ui.desks.agenda.rows import (
    CONTENT,
    EXECUTOR,
    KIND,
    LONG,
    MINUTES,
    TIME,
    AgendaModel,
    AgendaRow,
    agenda_columns,
    agenda_rows,
    same_row,
)
from congress_desk.ui.desks.agenda.template_dialog import TemplateDialog
from congress_desk.ui.desks.agenda.toolbar import AgendaToolbar
from congress_desk.ui.desks.agenda.warnings_list import WarningsList
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.tables.cell_editing import CellEditing
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.folding_columns import FOLDED, FoldingColumns
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.layout.side_by_side import UNBOUNDED

SIDE_WIDTH, SIDE_LEAST = 340, 316
NEW_MINUTES = 10
OFFERED = (
    "type", "copy", "remove", "", "up", "down", "outdent", "indent", "", "add", "template", "undo",
)  # fmt: skip


class ProgrammeTab(QWidget):
    """`complained` carries a sentence about what was typed, "" when it was read.

    `vote_wanted` asks for the motion on the programme.
    """

    complained = Signal(str)
    vote_wanted = Signal()

    def __init__(self, changes: ProgrammeChanges, messages: Messages) -> None:
        super().__init__()
        self._changes, self._messages = changes, messages
        self._wanted = 0
        self._edit_wanted = self._showing = False
        self.table = DataTable(
            "agendaTable", tr("Agenda"), AgendaModel(agenda_columns()), long=LONG, large=True
        )
        self.editing = CellEditing(self.table, self._suggestions)
        self.mover = ItemMover(self.table)
        self.card, self.warnings = ItemCard(), WarningsList()
        self.commands = self._make_commands()
        self.tools = AgendaToolbar(self.commands)
        self.commands.offer_in(self.table, OFFERED)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def unsaved(self) -> bool:
        """Say whether a cell is being typed into."""
        return self.editing.under_way

    @property
    def keyboard_target(self) -> QWidget:
        """Return where work goes on: the table, or what begins a programme."""
        return self.table if self._body.currentIndex() == 0 else self._first

    def show_view(self, view: AgendaView, *, measure: bool = True) -> None:
        """Show the programme; the current item stays current."""
        rows = agenda_rows(view)
        self._body.setCurrentIndex(0 if rows else 1)
        self.tools.setVisible(bool(rows))
        self.tools.show_adoption(view.adoption, sits=view.congress.state.is_held)
        if not self.editing.under_way and rows != self.table.records:
            shape = len(rows) != len(self.table.records)
            self._showing = True  # the card and the commands follow once, below
            self.table.show_records(rows, same=same_row, measure=measure or shape)
            self._leave_heading(rows)
            self._widen_headings(rows)
            self._showing = False
        numbers = {row.item.id: row.number for row in rows if row.item}
        self.warnings.show_warnings(view.warnings, numbers)
        self._go_to_wanted(rows)
        self._show_current()

    def show_item(self, item_id: int) -> None:
        """Make an item the current one; as soon as it is read when it is not there yet."""
        self._wanted = item_id
        self._go_to_wanted(self.table.records)

    def _widen_headings(self, rows: tuple[AgendaRow, ...]) -> None:
        """Let the heading of a session have the room of the columns beside it."""
        self.table.clearSpans()
        for place, row in enumerate(rows):
            if row.planned is None:
                self.table.setSpan(place, CONTENT, 1, KIND - CONTENT + 1)

    def _leave_heading(self, rows: tuple[AgendaRow, ...]) -> None:
        """Begin on the first item, not on the heading over it."""
        at = self.table.currentIndex().row()
        if at == 0 and rows and rows[0].planned is None and len(rows) > 1:
            self.table.select_row(1, CONTENT)
            self.table.scrollToTop()

    def _go_to_wanted(self, rows: tuple[AgendaRow, ...]) -> None:
        for place, row in enumerate(rows):
            if row.item is not None and row.item.id == self._wanted:
                self._wanted = 0
                self.table.select_row(place, CONTENT)
                self.table.setFocus()
                if self._edit_wanted:
                    self._edit_wanted = False
                    self.editing.begin()

    def _on_current(self) -> None:
        if not self._showing:
            self._show_current()

    def _show_current(self) -> None:
        row, view = current_row(self.table), self._changes.view
        if view is not None:
            self.card.show_item(view, row.planned if row else None)
        self.commands.refresh()

    def _item(self) -> AgendaItem | None:
        row = current_row(self.table)
        return row.item if row else None

    def _on_add(self) -> None:
        """Add an item after the current one, and type its content."""
        item = self._item()
        new = AgendaItem(content=tr("New item"), minutes=NEW_MINUTES)
        self._changes.send(add_item, new, after=item.id if item else 0, done=self._on_added)

    def _on_added(self, item: AgendaItem) -> None:
        self._wanted, self._edit_wanted = item.id, True

    def _on_copy(self) -> None:
        item = self._item()
        if item is not None:
            copy = replace(item, id=0, time="", anchored=False, script=item.script, motion_id=0)
            self._changes.send(add_item, _planned_anew(copy), after=item.id, done=self._on_copied)

    def _on_copied(self, item: AgendaItem) -> None:
        self._wanted = item.id

    def _on_remove(self) -> None:
        item, view = self._item(), self._changes.view
        if item is None or view is None:
            return
        block = with_parts(view.items, item.id)
        keep = any(part.id in view.recorded for part in block)
        undo = use_name("undo")
        text = tr("Undo ({key}) brings it back.", key=undo)
        if keep:
            text = tr("Something was recorded about it: the records stay in the file.")
        elif len(block) > 1:
            text = tr("Its {count} parts are removed with it. Undo ({key}) brings all back.",
                      count=len(block) - 1, key=undo)  # fmt: skip
        self._messages.ask(
            self,
            tr("Remove “{content}” from the programme?", content=item.content),
            text,
            tr("Remove and keep the records") if keep else tr("Remove"),
            partial(self._on_remove_answered, item.id, keep),
            danger=True,
        )

    def _on_remove_answered(self, item_id: int, keep: bool, yes: bool) -> None:
        if yes:
            self._changes.send(remove_item, item_id, keep=keep)

    def _on_step(self, move: Move) -> None:
        item = self._item()
        if item is not None:
            self._changes.move(item.id, move)

    def _on_dropped(self, row: int, place: int) -> None:
        before = dropped_before(self.table.records, row, place)
        item = self.table.records[row].item
        if before is not None and item is not None:
            self._changes.place(item.id, before)

    def _on_template(self) -> None:
        if self._changes.view is not None:
            dialog = TemplateDialog(agenda_templates(), self._changes.view, self)
            dialog.chosen.connect(self._on_template_chosen)
            dialog.open()

    def _on_template_chosen(self, template: AgendaTemplate) -> None:
        self._changes.send(apply_template, template)

    def _on_cell(self, row: AgendaRow, column: int, text: str) -> None:
        """Keep what was typed into a cell."""
        item = row.item
        if item is None:
            return
        changed = _typed(column, text)
        if isinstance(changed, str):
            self.complained.emit(changed)
            return
        self.complained.emit("")
        self._changes.change(replace(item, **changed))

    def _suggestions(self, column: int) -> tuple[str, ...]:
        view = self._changes.view
        return view.facts.executors.offered if view and column == EXECUTOR else ()

    def _connect(self) -> None:
        self.mover.set_enabled(True)
        self.mover.stepped.connect(self._on_step)
        self.mover.moved.connect(self._on_dropped)
        self.editing.edited.connect(self._on_cell)
        self.editing.beyond.connect(lambda row, column: self.columns.go_to(self.card.kind))
        self.editing.ended.connect(self._on_ended)
        self.table.current_changed.connect(self._on_current)
        self.card.edited.connect(self._changes.change)
        self.warnings.wanted.connect(self.show_item)

    def _make_commands(self) -> Commands:
        steps = {"up": Move.UP, "down": Move.DOWN, "indent": Move.INDENT, "outdent": Move.OUTDENT}
        moves = {name: partial(self._on_step, move) for name, move in steps.items()}
        return Commands(
            "programme",
            self,
            {
                "add": self._on_add,
                "type": self.editing.begin,
                "copy": self._on_copy,
                "remove": self._on_remove,
                **moves,
                "template": self._on_template,
                "recognise": partial(self._changes.send, recognise_items),
                "adopt": self.vote_wanted.emit,
                "undo": partial(self._changes.send, undo_agenda),
                "back": lambda: self.columns.go_to(self.table),
            },
            why_not=self._why_not,
            where=dict.fromkeys(("type", "remove", *moves), self.table),
        )

    def _why_not(self, name: str) -> str:
        """Return why a command is refused: most are for the item chosen."""
        if name in ("add", "template", "undo", "back"):
            return ""
        if name == "adopt" and self._changes.view and self._changes.view.adoption.holds:
            return tr("The programme is the one that the congress adopted")
        if name in ("recognise", "adopt"):
            some = self._changes.view is not None and bool(self._changes.view.items)
            return "" if some else tr("The programme is empty")
        return "" if self._item() is not None else tr("Choose an item of the programme first")

    def _on_ended(self) -> None:
        self.columns.go_to(self.table)
        if self._changes.view is not None:
            self.show_view(self._changes.view, measure=False)

    def _lay_out(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(theme.px(12), 0, 0, 0)
        side.setSpacing(theme.px(12))
        side.addWidget(scrolling(self.card), 1)
        side.addWidget(self.warnings)
        parts = (
            (tr("Programme"), self.table, 62),
            (tr("Details and warnings"), self._side, 38),
        )
        self.columns = FoldingColumns(parts, kept=0)
        self._body.addWidget(self.columns)
        self._body.addWidget(self._make_empty())
        column_in(self, self.tools, (self._body, 1), margins=(0, 8, 0, 0))

    def _make_empty(self) -> EmptyState:
        self._first = command_button(
            self.commands, "template", name="takeFirstTemplate", role="primary"
        )
        own = command_button(self.commands, "add", name="addFirstItem")
        return EmptyState(
            "list-ordered",
            tr("No programme yet"),
            tr(
                "Take over the programme of a congress of this kind and change it, or begin with an"
                " item of your own. The clock follows the minutes."
            ),
            self._first,
            own,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = event.size().width() < theme.px(FOLDED)
        self._side.setMinimumWidth(theme.px(SIDE_LEAST))
        self._side.setMaximumWidth(UNBOUNDED if folded else theme.px(SIDE_WIDTH))
        self.warnings.list.setMaximumHeight(event.size().height() * 2 // 5)
        self.table.setColumnHidden(KIND, event.size().width() < theme.px(1250))


def _planned_anew(item: AgendaItem) -> AgendaItem:
    """Return an item as if nothing had happened to it yet."""
    fresh = AgendaItem(content=item.content)
    return replace(item, state=fresh.state, started_at="", finished_at="", note="")


def _typed(column: int, text: str) -> dict[str, Any] | str:
    """Return the fields a text typed into a cell stands for, or a sentence on what is wrong."""
    text = text.strip()
    if column == TIME:
        time = read_time(text)
        if time is None:
            return tr("Type the time as 07:30, or leave it empty")
        return {"time": time, "anchored": bool(time)}
    if column == MINUTES:
        if text and not (text.isdecimal() and len(text) <= 4):
            return tr("Type the minutes as a number, or leave them empty")
        return {"minutes": int(text) if text else None}
    return {"content": text} if column == CONTENT else {"executor": text.strip(" ,")}
