"""The election rules of this congress: its own copy, every setting with its article."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.congress.rule_rows import row_titles, rule_rows
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel, text_columns
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.records.tables.one_scroll_bar import OneScrollBar
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.notice import Notice

LEAST_ROWS = 4


class RulesTab(QWidget):
    """`edit_wanted` when somebody wants to change the rules; only before the first ballot.

    `entry_wanted` asks how ballots are entered, `fewest_wanted` for the secrecy of small rounds.
    """

    edit_wanted = Signal()
    entry_wanted = Signal()
    fewest_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = theme.section()
        self._title.setWordWrap(True)
        self._issued = theme.subtitle()
        self._edited = theme.subtitle()
        theme.set_tone(self._edited, "look")
        self.notice = Notice()
        self.notice.set_closable(False)
        titles = (tr("Setting"), tr("Value"), tr("Article"))
        model = RecordTableModel(text_columns(titles), self)
        self.table = DataTable("rulesTable", tr("Settings of the rules"), model)
        self._fixed = QLabel(tr("Fixed: a ballot has been recorded."))
        self._fixed.hide()
        self.commands = Commands(
            "rules",
            self,
            {
                "edit": self.edit_wanted.emit,
                "entry": self.entry_wanted.emit,
                "fewest": self.fewest_wanted.emit,
            },
            why_not=self._why_not,
        )
        self.edit = command_button(self.commands, "edit", name="editRules")
        self.entry = command_button(self.commands, "entry", name="entrySettings")
        self.fewest = command_button(self.commands, "fewest", name="fewestBallotsShown")
        theme.set_tone(self._fixed, "muted")
        self._lay_out()

    def show_rules(self, rules: RuleSet, fixed: bool) -> None:
        """Show the congress's own copy; `fixed` once a ballot was recorded."""
        self._title.setText(rules.title)
        self._issued.setText(
            tr("Issued {issued} · edition {version}", issued=rules.issued, version=rules.version)
        )
        self._issued.setVisible(bool(rules.issued))
        settings = "; ".join(row_titles(rules.edited))
        self._edited.setText(tr("Edited here: {settings}", settings=settings))
        self._edited.setVisible(bool(rules.edited))
        if rules.notice:
            self.notice.say("look", rules.notice)
        else:
            self.notice.hide()
        self.table.show_records(rule_rows(rules))
        self._fixed.setVisible(fixed)
        self.commands.refresh()

    def _why_not(self, name: str) -> str:
        return self._fixed.text() if name == "edit" and not self._fixed.isHidden() else ""

    def _lay_out(self) -> None:
        buttons = button_row(self.edit, self._fixed, None, self.entry, self.fewest)
        self.table.show_at_least(LEAST_ROWS)
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, theme.px(12), 0, 0)
        page.setSpacing(theme.px(12))
        page.addWidget(self._title)
        page.addWidget(self._issued)
        page.addWidget(self._edited)
        page.addWidget(self.notice)
        page.addWidget(self.table, 1)
        page.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolling(inside)
        whole.addWidget(area)
        OneScrollBar(area, inside, self.table)
