"""The organs with their members, and the programme: read as the workbook gave them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.duties.duty import Duty
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.i18n import label, tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.rows_table import RowsTable, TableColumn


class ListTab(QWidget):
    """One table over the whole tab, or a sentence on how to fill it."""

    def __init__(
        self,
        name: str,
        columns: Sequence[TableColumn],
        empty: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.table = RowsTable(name, columns)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(theme.subtitle(empty))
        column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(nothing)
        self._pages.addWidget(self.table)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, theme.px(12), 0, 0)
        page.addWidget(self._pages)

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show the rows, or the sentence when there are none."""
        self.table.show_rows(rows)
        self._pages.setCurrentIndex(1 if rows else 0)


def organs_tab() -> ListTab:
    """Return the tab of the organs and their members."""
    return ListTab(
        tr("Organs and their members"),
        [
            TableColumn(title=tr("Organ")),
            TableColumn(title=tr("Full name")),
            TableColumn(title=tr("Office held")),
            TableColumn(title=tr("Duty"), stretches=True),
        ],
        tr("Nobody has been given a duty. Fill the sheet “Phân công” of the workbook."),
    )


def programme_tab() -> ListTab:
    """Return the tab of the programme."""
    return ListTab(
        tr("Programme"),
        [
            TableColumn(title=tr("Session")),
            TableColumn(title=tr("Day")),
            TableColumn(title=tr("Hour")),
            TableColumn(title=tr("Length (min)"), numbers=True),
            TableColumn(title=tr("Agenda item"), stretches=True),
            TableColumn(title=tr("Carried out by")),
        ],
        tr("There is no programme. Fill the sheet “Chương trình” of the workbook."),
    )


def duty_rows(duties: Sequence[Duty]) -> list[tuple[str, ...]]:
    """Return the members of the organs, the organ named once over its members."""
    rows: list[tuple[str, ...]] = []
    last = None
    for duty in duties:
        organ = "" if duty.organ is last else label("organ", duty.organ.value)
        rows.append((organ, duty.name, duty.title, duty.duty))
        last = duty.organ
    return rows


def agenda_rows(agenda: Sequence[AgendaItem]) -> list[tuple[str, ...]]:
    """Return the items of the programme; session and day are named when they change."""
    rows: list[tuple[str, ...]] = []
    last = ("", "")
    for item in agenda:
        session = "" if item.session == last[0] else item.session
        day = "" if (item.session, item.day) == last else vietnamese_date(item.day)
        minutes = "" if item.minutes is None else str(item.minutes)
        rows.append((session, day, item.time, minutes, item.content, item.executor))
        last = (item.session, item.day)
    return rows
