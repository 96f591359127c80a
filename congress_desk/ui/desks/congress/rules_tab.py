"""The election rules of this congress: its own copy, every setting with its article."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.rules.rule_settings import SETTINGS, TOPICS_WITHOUT_TITLE, Setting
from congress_desk.domain.rules.rule_values import (
    Choice,
    Flag,
    Kinds,
    Statuses,
    Unit,
    ValueKind,
    Whole,
)
from congress_desk.i18n import article_said, label, message, tr
from congress_desk.ui.commands import Commands
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
        self.notice.stay()
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


def rule_rows(rules: RuleSet) -> list[tuple[str, str, str]]:
    """Return the settings in the order of an election: its name, its value, its article."""
    rows: dict[str, list[Setting]] = {}
    for setting in SETTINGS:
        if setting.row_name:
            rows.setdefault(setting.row_name, []).append(setting)
    return [
        (message(f"rule_setting.{name}"), _value(rules, settings), _article(rules, settings))
        for name, settings in rows.items()
    ]


def row_titles(fields: tuple[str, ...]) -> list[str]:
    """Return the names of the rows in which these settings stand, each once."""
    rows = [setting.row_name for setting in SETTINGS if setting.field in fields]
    return [message(f"rule_setting.{name}") for name in dict.fromkeys(rows) if name]


def _article(rules: RuleSet, settings: list[Setting]) -> str:
    """Return what a row rests on; of an edited setting, that it was edited."""
    if any(setting.field in rules.edited for setting in settings):
        return tr("edited here")
    topic = settings[0].topic
    alone = topic in TOPICS_WITHOUT_TITLE
    article = rules.own_article(topic) if alone else rules.article(topic)
    return article_said(article) or "–"


def _value(rules: RuleSet, settings: list[Setting]) -> str:
    values = {setting.field: getattr(rules, setting.field) for setting in settings}
    if None in values.values():
        return tr("no rule of its own")
    if not settings[0].row:
        return _words(settings[0].value, values[settings[0].field])
    texts = {s.field: _in_a_row(s.value, values[s.field]) for s in settings}
    return message(f"rule_row.{settings[0].row}", **texts)


def _in_a_row(kind: ValueKind, value: Any) -> str:
    return _words(kind, value) if isinstance(kind, Choice) else _bare(value)


def _words(kind: ValueKind, value: Any) -> str:
    match kind:
        case Choice():
            return label(kind.labels, str(value))
        case Flag():
            return tr("yes") if value else tr("no")
        case Kinds() | Statuses():
            return "; ".join(label(kind.labels, each.value) for each in value) or tr("none")
        case Whole(zero_is_no_limit=True) if not value:
            return tr("no limit")
        case Whole(unit=Unit.PERCENT):
            return f"{value}%"
        case Whole(unit=Unit.MONTHS):
            return tr("{months} months", months=value)
    return _bare(value)


def _bare(value: str | int | Fraction | tuple[int, int]) -> str:
    return "–".join(map(str, value)) if isinstance(value, tuple) else str(value)
