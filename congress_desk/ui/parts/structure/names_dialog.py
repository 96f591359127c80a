"""The names behind a figure, with those of whom it is not certain or not known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from congress_desk.domain.people.person import Person
from congress_desk.domain.structure.figures import Figure, People
from congress_desk.domain.text.name_order import name_key
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.look import theme
from congress_desk.ui.parts.structure.words import date_words, percent_words
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.dialog_size import screen_room

LONG = (1, 4, 5)
WIDTH, LEAST_ROWS, MOST_ROWS = 900, 5, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A person behind a figure; `place` counts from 1, 0 of those who are not counted."""

    place: int
    person: Person
    remark: str


def name_rows(figure: Figure) -> tuple[NameRow, ...]:
    """Return those counted, then those who may belong there, then those not known."""
    doubtful = {id(person) for person in figure.perhaps_not}
    remark = tr("counted by the year alone; perhaps not")
    rows = [
        NameRow(place=i, person=p, remark=remark if id(p) in doubtful else "")
        for i, p in enumerate(figure.people, start=1)
    ]
    rows += _not_counted(figure.perhaps, tr("not counted; perhaps: only a year is known"))
    rows += _not_counted(figure.unknown, tr("not known"))
    return tuple(rows)


def name_columns(namesakes: frozenset[str]) -> tuple[TableColumn, ...]:
    """Return what the table says of a person; `namesakes` are names that several people bear."""
    return (
        TableColumn(title=tr("No."), text=lambda r: str(r.place) if r.place else "", number=True),
        TableColumn(
            title=tr("Full name"),
            text=lambda row: row.person.name,
            remark=lambda row: tr("same name") if row.person.name in namesakes else "",
        ),
        TableColumn(title=tr("Born"), text=lambda row: date_words(row.person.born)),
        TableColumn(title=tr("Joined"), text=lambda row: date_words(row.person.joined)),
        TableColumn(title=tr("Delegation, office"), text=lambda row: where_words(row.person)),
        TableColumn(title=tr("Remark"), text=lambda row: row.remark),
    )


def where_words(person: Person) -> str:
    """Return where a person comes from: delegation and office."""
    return " · ".join(filter(None, (person.delegation, person.position)))


class NamesDialog(QDialog):
    """Shows who is behind a figure; Ctrl+C copies, Escape closes."""

    def __init__(self, title: str, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figureNames")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(theme.px(WIDTH), screen_room(self).width()))
        everybody = figure.people + figure.perhaps + figure.unknown
        model = RecordTableModel(name_columns(_namesakes(everybody)), self)
        self.table = DataTable("figureNamesTable", title, model, long=LONG)
        self.table.show_records(name_rows(figure))
        rows = max(self.table.rows_height(MOST_ROWS), theme.px(36 + LEAST_ROWS * 32))
        self.table.setMinimumHeight(rows)
        self.said = theme.subtitle()
        copy = make_button(
            tr("Copy to Excel"),
            self.table.copy_rows,
            name="copyNames",
            icon="copy",
            tip=use_name("copy"),
        )
        close = make_button(tr("Close"), self.accept, name="closeNames")
        self.table.copied.connect(self._on_copied)
        foot = button_row(self.said, copy, close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addWidget(theme.section(title))
        layout.addWidget(theme.subtitle(_sentence(figure)))
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.table.setFocus()

    def _on_copied(self, rows: int) -> None:
        self.said.setText(tr("{count} rows copied; paste them into a workbook", count=rows))


def _sentence(figure: Figure) -> str:
    return tr(
        "{count} of {of} people ({percent})",
        count=figure.number,
        of=figure.of,
        percent=percent_words(figure.percent),
    )


def _not_counted(people: People, remark: str) -> list[NameRow]:
    return [NameRow(place=0, person=person, remark=remark) for person in people]


def _namesakes(people: People) -> frozenset[str]:
    keys = {person.name: name_key(person.name) for person in people}
    times = Counter(keys[person.name] for person in people)
    return frozenset(name for name, key in keys.items() if times[key] > 1)
