"""The register on its tab: filter, table, counts, and what can be done with the selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from congress_desk.domain.people.person import CongressKind
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.filter_bar import FilterBar
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.desks.people.register_table import RegisterTable
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.flow_layout import FlowLayout


class RegisterTab(QWidget):
    """`wanted` names what to do, as the buttons are named, and carries the selected people."""

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = 0
        self.filter = FilterBar()
        self.register = RegisterTable(self.filter, self)
        self.table = self.register.table
        self.counts = QLabel()
        self.counts.setObjectName("registerCounts")
        theme.set_tone(self.counts, "muted")
        self.keys = QLabel(tr("Enter types into a cell · Ctrl+Enter opens the card · Alt+↑↓ sorts"))
        theme.set_tone(self.keys, "muted")
        self.buttons = self._make_buttons()
        self._body = QStackedWidget()
        self._body.addWidget(self._make_list())
        self._body.addWidget(self._make_empty())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, theme.px(8), 0, 0)
        page.addWidget(self._body)
        self.register.shown_changed.connect(self._count)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.table.copied.connect(self._on_copied)
        self._add_keys()

    def show_view(self, view: PeopleView) -> None:
        """Show the register."""
        self._total = len(view.people)
        self._body.setCurrentIndex(0 if view.people else 1)
        delegates = view.congress.details.kind is CongressKind.DELEGATES
        self.buttons["replace"].setVisible(delegates)
        self.buttons["undoImport"].setVisible(bool(view.last_import))
        self.buttons["undoImport"].setToolTip(view.last_import)
        self.register.show_view(view)

    @property
    def keyboard_target(self) -> QWidget:
        """Return where work goes on: the filter, or the first thing to do without people."""
        return self.filter.line if self._body.currentIndex() == 0 else self._first

    def ask(self, what: str) -> None:
        """Ask for something to be done with the selected people; nothing without anybody."""
        people = self.register.selected
        if what == "replace" and self.buttons[what].isHidden():
            return
        if people or what in ("add", "import", "undoImport", "export"):
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
        for name in ("card", "status", "replace", "bulk", "remove", "cards"):
            self.buttons[name].setEnabled(selected > 0)

    def _on_copied(self, count: int) -> None:
        self.counts.setText(tr("{count} rows copied: paste them in Excel", count=count))

    def _make_buttons(self) -> dict[str, QPushButton]:
        made = {}
        for name, words, tip in (
            ("add", tr("Add…"), "Insert"),
            ("card", tr("Open the card…"), "Ctrl+Enter"),
            ("status", tr("Change the status…"), "F8"),
            ("replace", tr("Alternate replaces…"), "F4"),
            ("bulk", tr("Set a field…"), "F7"),
            ("remove", tr("Remove from the register…"), "Delete"),
            ("import", tr("Import a list…"), "Ctrl+I"),
            ("undoImport", tr("Take the last import back…"), ""),
            ("export", tr("Export to Excel…"), "Ctrl+E"),
            ("cards", tr("Print cards…"), "Ctrl+P"),
        ):
            made[name] = make_button(words, self._asking(name), name=f"{name}People", tip=tip)
        made["copy"] = make_button(
            tr("Copy to Excel"), self.table.copy_rows, name="copyPeople", tip="Ctrl+C"
        )
        return made

    def _asking(self, what: str) -> Callable[[], None]:
        return lambda: self.ask(what)

    def _make_list(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        tools = QWidget()
        flow = FlowLayout(tools)
        for button in self.buttons.values():
            flow.addWidget(button)
        column.addWidget(tools)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.counts, 1)
        foot.addWidget(self.keys)
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

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], Any]] = {
            "Ctrl+F": self._to_filter,
            "/": self._to_filter,
            "Ctrl+I": self._asking("import"),
            "Ctrl+E": self._asking("export"),
            "Ctrl+P": self._asking("cards"),
            "F7": self._asking("bulk"),
            "F8": self._asking("status"),
            "F4": self._asking("replace"),
        }
        for key, act in keys.items():
            self._shortcut(self, key, act)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(self.table, key, self._asking("card"))
        self._shortcut(self.table, "Insert", self._asking("add"))
        self._shortcut(self.table, "Delete", self._asking("remove"))

    def _shortcut(self, where: QWidget, key: str, act: Callable[[], Any]) -> None:
        shortcut = QShortcut(QKeySequence(key), where)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _to_filter(self) -> None:
        self.filter.line.setFocus()
        self.filter.line.selectAll()
