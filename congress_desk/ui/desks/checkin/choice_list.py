"""The people a text can mean, in the place of the answer: chosen by arrows and Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.people.person import Person
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.i18n import label, tr
from congress_desk.ui.desks.checkin.door_messages import choosing, status_text
from congress_desk.ui.look import theme
from congress_desk.ui.look.tokens import CONTROL_TALL
from congress_desk.ui.records.table_model import RecordTableModel, Roles, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_in

MOST = 50


class ChoiceList(QWidget):
    """Never takes the keyboard: the line moves it. `chosen` carries the person of a click."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.caption = ElidedLabel(role="answerLine")
        self.table = DataTable(
            "checkinChoices", tr("People to choose from"), RecordTableModel(_columns()), long=(1, 3)
        )
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.clicked.connect(self._on_clicked)
        self._text = ""
        column_in(self, self.caption, (self.table, 1), spacing=4)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def text(self) -> str:
        """Return the text these people were found by."""
        return self._text

    @property
    def current(self) -> Person | None:
        """Return whom Enter means; nobody before an arrow was pressed."""
        found: Person | None = self.table.current
        return found

    def show_people(self, text: str, people: Sequence[Person]) -> None:
        """Show whom `text` can mean; nobody is chosen yet."""
        self._text = text
        shown = people[:MOST]
        self.caption.set_whole(choosing(text, len(shown), len(people)))
        self.table.show_records(shown)
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())

    def step(self, step: int) -> None:
        """Choose the next or the one before."""
        row = self.table.currentIndex().row() if self.current is not None else -1
        last = len(self.table.records) - 1
        if last >= 0:
            self.table.select_row(min(max(row + step, 0), last))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(Roles.RECORD))

    def _on_theme_changed(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(theme.px(CONTROL_TALL))


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Number of the person"), text=lambda p: str(p.id), number=True),
        TableColumn(
            title=tr("Family and given name"), text=lambda p: p.name, strong=lambda p: True
        ),
        TableColumn(title=tr("Born"), text=lambda p: vietnamese_date(p.born)),
        TableColumn(title=tr("Delegation"), text=lambda p: p.delegation),
        TableColumn(title=tr("Kind"), text=lambda p: label("kind", p.kind.value)),
        TableColumn(title=tr("Status"), text=status_text),
    )
