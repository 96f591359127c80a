"""The duties of one person: everything in the order of the programme, as the page is printed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from congress_desk.domain.duties.person_page import PageLine, Part, page_lines
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.organs.organs import organ_key
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.duties.words import (
    clock,
    organ_text,
    part_text,
    post_titles,
    session_text,
)
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.layouts import column_in


class PersonTab(QWidget):
    """A person is chosen above; below stands what the person does, when and with whom.

    `page_wanted` asks for the pages as they are printed.
    """

    page_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: DutiesView | None = None
        self._persons: tuple[tuple[Duty, ...], ...] = ()
        self.choice = ChoiceBox()
        self.choice.setObjectName("dutyPerson")
        self.choice.setAccessibleName(tr("Person"))
        self.choice.setMinimumContentsLength(28)
        self.choice.setMaxVisibleItems(20)
        self.sits = theme.label(name="dutyPersonSits", wrap=True)
        self.lines = DataTable(
            "dutyPersonLines",
            tr("Duties of one person"),
            RecordTableModel(_columns()),
            long=(2, 3, 4),
        )
        self.commands = Commands(
            "one_person",
            self,
            {"page": self.page_wanted.emit},
            why_not=lambda _: "" if self._persons else tr("Nobody has a duty yet"),
        )
        self._body = QStackedWidget()
        self._lay_out()
        self.choice.currentIndexChanged.connect(lambda _: self._show_person())

    @property
    def keyboard_target(self) -> QWidget:
        """Return what takes the keyboard when the tab is shown."""
        return self.choice

    def show_view(self, view: DutiesView) -> None:
        """Offer everybody who is in an organ; the one chosen stays chosen."""
        before = self.choice.currentText()
        self._view, self._persons = view, view.persons()
        self._body.setCurrentIndex(0 if self._persons else 1)
        self.commands.refresh()
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([duties[0].name for duties in self._persons])
        self.choice.setCurrentIndex(max(self.choice.findText(before), 0))
        self.choice.blockSignals(False)
        self._show_person()

    def choose(self, duty_id: int) -> None:
        """Show the person of a membership."""
        for row, duties in enumerate(self._persons):
            if duty_id in [duty.id for duty in duties]:
                self.choice.setCurrentIndex(row)

    def _show_person(self) -> None:
        row = self.choice.currentIndex()
        if self._view is None or not 0 <= row < len(self._persons):
            return
        duties = self._persons[row]
        titles = post_titles(self._view)
        seats = []
        for duty in duties:
            parts = (organ_text(organ_key(duty), titles), duty.title, duty.duty)
            seats.append(" · ".join(dict.fromkeys(part for part in parts if part)))
        self.sits.setText("\n".join(seats))
        self.lines.show_records(page_lines(self._view, duties))

    def _lay_out(self) -> None:
        full = QWidget()
        column = column_in(full, spacing=12)
        printed = command_button(self.commands, "page", name="dutyPage")
        column.addLayout(button_row(QLabel(tr("Person")), self.choice, None, printed))
        column.addWidget(self.sits)
        column.addWidget(self.lines, 1)
        hint = theme.subtitle(
            tr("Printed as a page for each person under “Documents”, with name cards for the"
               " tables.")
        )  # fmt: skip
        column.addWidget(hint)
        empty = EmptyState(
            "network",
            tr("Nobody has a duty yet"),
            tr("Add members under “Organs” first; then this page shows what each of them does."),
        )
        self._body.addWidget(full)
        self._body.addWidget(empty)
        column_in(self, self._body, spacing=None, margins=(0, 12, 0, 0))


def _columns() -> tuple[TableColumn, ...]:
    def strong(line: PageLine) -> bool:
        return line.part in (Part.OWN, Part.INSTEAD, Part.NAMED)

    def tone(line: PageLine) -> str:
        return "muted" if line.part is Part.RELIEVED else ""

    def content(line: PageLine) -> str:
        return line.planned.item.content if line.planned else tr("the whole session")

    return (
        TableColumn(
            title=tr("Session"), text=lambda line: session_text(line.session).replace("\n", ", ")
        ),
        TableColumn(title=tr("Time"), text=lambda line: clock(line.start, line.end)),
        TableColumn(title=tr("Item of the programme"), text=content, tone=tone, strong=strong),
        TableColumn(title=tr("What to do"), text=part_text, tone=tone, strong=strong),
        TableColumn(
            title=tr("Together with"), text=lambda line: ", ".join(dict.fromkeys(line.beside))
        ),
    )
