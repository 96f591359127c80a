"""Who was present when a vote was taken: the names frozen for it, and D as a sum."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from congress_desk.domain.people.register import Roll, RollPerson
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.name_order import name_key
from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.parts.presence_words import base_lines
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.inputs.date_input import moment_text
from congress_desk.ui.widgets.layout.layouts import column_in

WIDTH, HEIGHT = 520, 560


class NamesDialog(QDialog):
    """A list by given name that is filtered while a part of a name is typed."""

    def __init__(self, roll: Roll, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Who was present at the vote"))
        be_large(self, WIDTH, HEIGHT)
        self._people = tuple(sorted(roll.present, key=lambda p: name_key(p.name)))
        self.filter = QLineEdit()
        self.filter.setObjectName("rollFilter")
        self.filter.setPlaceholderText(tr("Part of a name, with or without accents"))
        self.filter.setAccessibleName(tr("Find a name"))
        self.filter.textChanged.connect(self._show)
        columns = (
            TableColumn(title=tr("Number"), text=lambda p: str(p.person_id), number=True),
            TableColumn(title=tr("Full name"), text=lambda p: p.name),
        )
        self.table = DataTable(
            "rollTable", tr("Who was present at the vote"), RecordTableModel(columns, self)
        )
        frozen = tr(
            "{count} present of D = {base}, frozen at {when}",
            count=len(self._people),
            base=roll.base.base,
            when=moment_text(roll.at),
        )
        self.copy = make_button(tr("Copy to Excel"), self.table.copy_rows, icon="copy")
        self.leave = make_button(tr("Close"), self.accept, name="leave")
        self._lay_out(frozen, _sum_words(roll))
        self._show()
        self.filter.setFocus()

    def _show(self) -> None:
        self.table.show_records(matching(self._people, self.filter.text()))

    def _lay_out(self, frozen: str, sums: str) -> None:
        layout = column_in(self, spacing=12, margins=(24, 24, 24, 16))
        heading = theme.section(frozen)
        heading.setWordWrap(True)
        layout.addWidget(heading)
        layout.addWidget(theme.subtitle(sums))
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addLayout(button_row(self.copy, None, self.leave))


def matching(people: tuple[RollPerson, ...], text: str) -> tuple[RollPerson, ...]:
    """Return those whose name holds every word of `text`, without accents, in any order."""
    words = [fold(word) for word in text.split()]
    return tuple(p for p in people if all(word in fold(p.name) for word in words))


def _sum_words(roll: Roll) -> str:
    return "; ".join(f"{words} {number}" for words, number in base_lines(roll.base))
