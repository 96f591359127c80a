"""The register on its tab: filter, table, counts, and what can be done with the selected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.people.person import CongressKind, Person
from congress_desk.domain.people.search import PersonFinder
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.people.fields import register_fields
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.desks.people.register.filter_bar import FilterBar
from congress_desk.ui.look import theme
from congress_desk.ui.records.tables.record_table import RecordTable
from congress_desk.ui.widgets.buttons import button_row, command_button, make_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.layout.tool_row import ToolRow

LEAST_ROWS = 2
BUTTONS = (
    "add", "card", "status", "replace", "bulk", "remove", "import", "undoImport", "export", "cards",
)  # fmt: skip
OFFERED = (
    "type", "card", "status", "replace", "", "bulk", "cards", "remove", "", "add", "seats",
    "guests",
)  # fmt: skip


class RegisterTab(QWidget):
    """`wanted` names what to do, as the buttons are named, and carries the selected people."""

    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._total = 0
        self.filter = FilterBar()
        self.register = RegisterTable(self.filter, self)
        self.table = self.register.table
        self.counts = theme.label(tone="muted", name="registerCounts")
        self.keys = ElidedLabel(
            tr(
                "{type} types into a cell · {card} opens the card · {rising} {falling} sort",
                type=use_name("change"),
                card=use_name("card"),
                rising=use_name("sort_rising"),
                falling=use_name("sort_falling"),
            ),
            gives_way=True,
        )
        theme.set_tone(self.keys, "muted")
        self._delegates, self._last_import, self._guests_asked = True, "", False
        self.commands = self._make_commands()
        self.buttons = {
            name: command_button(self.commands, name, name=f"{name}People") for name in BUTTONS
        }
        self.commands.offer_in(self.table, OFFERED)
        self._tools = ToolRow(tuple(self.buttons.values()))
        self._body = QStackedWidget()
        self._body.addWidget(scrolling(self._make_list()))
        self._body.addWidget(self._make_empty())
        column_in(self, self._body, spacing=None, margins=(0, 8, 0, 0))
        self.register.shown_changed.connect(self._count)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.table.copied.connect(self._on_copied)

    def show_view(self, view: PeopleView) -> None:
        """Show the register."""
        self._total = len(view.people)
        self._body.setCurrentIndex(0 if view.people else 1)
        self._delegates = view.congress.details.kind is CongressKind.DELEGATES
        self._last_import, self._guests_asked = view.last_import, view.guests_asked
        self.register.show_view(view)

    @property
    def keyboard_target(self) -> QWidget:
        """Return where work goes on: the filter, or the first thing to do without people."""
        return self.filter.line if self._body.currentIndex() == 0 else self._first

    def ask(self, what: str) -> None:
        """Ask for something to be done with the selected people; nothing without anybody."""
        people = self.register.selected
        if people or what in ("add", "import", "undoImport", "export", "guests", "seats"):
            self.wanted.emit(what, people)

    def _count(self) -> None:
        shown, selected = len(self.register.shown), len(self.register.selected)
        words = (
            tr("{shown} of {total} people", shown=shown, total=self._total)
            if shown != self._total
            else tr("{total} people", total=self._total)
        )
        if selected > 1:
            words = tr("{words} · {count} selected", words=words, count=selected)
        self.counts.setText(words)
        self.commands.refresh()
        if self._last_import:
            tip = self.commands.tip("undoImport")
            self.buttons["undoImport"].setToolTip(f"{tip}\n{self._last_import}")

    def _on_copied(self, count: int) -> None:
        self.counts.setText(tr("{count} rows copied: paste them in Excel", count=count))

    def _make_commands(self) -> Commands:
        asked = {name: partial(self.ask, name) for name in (*BUTTONS, "seats", "guests")}
        return Commands(
            "register",
            self,
            asked
            | {
                "type": self.register.editing.begin,
                "copy": self.table.copy_rows,
                "filter": self._to_filter,
            },
            why_not=self._why_not,
            where=dict.fromkeys(("add", "remove", "card", "copy", "type"), self.table),
            hides=("undoImport",),
        )

    def _why_not(self, name: str) -> str | None:
        """Return why a command is refused for whom is selected; None where there is no such."""
        if name == "replace" and not self._delegates:
            return None
        if name == "guests" and self._guests_asked:
            return None
        if name in ("add", "import", "filter", "guests"):
            return ""
        if name == "undoImport":
            return "" if self._last_import else tr("There is no import to undo")
        if name in ("export", "copy", "seats"):
            return "" if self._total else tr("Nobody is in the register")
        return "" if self.table.has_selection else tr("Choose somebody first")

    def _asking(self, what: str) -> Callable[[], None]:
        return lambda: self.ask(what)

    def _make_list(self) -> QWidget:
        whole = QWidget()
        column = column_in(whole, self._tools, self.filter)
        self.table.show_at_least(LEAST_ROWS)
        column.addWidget(self.table, 1)
        foot = row_of(self.counts, None, self.keys, spacing=None)
        column.addLayout(foot)
        return whole

    def _make_empty(self) -> QWidget:
        self._first = make_button(
            tr("Import a list…"),
            self._asking("import"),
            name="importFirst",
            icon="file-spreadsheet",
            role="primary",
        )
        beside = make_button(tr("Add people…"), self._asking("add"), name="addFirst", icon="plus")
        buttons = QWidget()
        row = button_row(self._first, beside)
        row.setContentsMargins(0, 0, 0, 0)
        buttons.setLayout(row)
        return EmptyState(
            "users",
            tr("Nobody in the register yet"),
            tr("Import the list your office keeps, or add people one by one. D comes from here."),
            buttons,
        )

    def _to_filter(self) -> None:
        self.filter.line.setFocus()
        self.filter.line.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tools.fold(self.height())


class RegisterTable(RecordTable):
    """The people that a filter bar leaves."""

    def __init__(self, filter_bar: FilterBar, parent: QObject) -> None:
        super().__init__("registerTable", tr("Register"), parent, finder=PersonFinder)
        self._filter_bar = filter_bar
        filter_bar.changed.connect(self._on_filter)
        filter_bar.left.connect(self.table.setFocus)

    @property
    def selected(self) -> tuple[Person, ...]:
        """Return the selected people in the order of the table."""
        return self.table.selected

    def show_view(self, view: PeopleView) -> None:
        """Show the register as the file has it, selection and current cell kept."""
        self._filter_bar.show_view(view)
        self._keep = self._filter_bar.keeping()
        self.show_records(register_fields(view), view.people)

    def _on_filter(self) -> None:
        self.filter(self._filter_bar.line.text(), self._filter_bar.keeping())
