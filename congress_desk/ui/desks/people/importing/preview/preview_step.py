"""The third step: what the list would change, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.commands import add_use
from congress_desk.ui.desks.people.importing.file_step import ROWS_MEASURED
from congress_desk.ui.desks.people.importing.preview.preview_row import PreviewRow, rows_in, views
from congress_desk.ui.desks.people.importing.preview.preview_words import (
    preview_columns,
    view_sentence,
)
from congress_desk.ui.desks.people.importing.preview.row_details import RowDetails
from congress_desk.ui.desks.people.importing.preview.view_tabs import ViewTabs
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in, row_of

_ANY = 16_777_215  # Qt's own bound of a size
_TOLD = 3
_DETAILS_WIDTH, _DETAILS_NARROW, _DETAILS_HEIGHT = 300, 200, 150
# Narrower than this, what is said of a row stands below the rows, which need the width, unless
# the step is so low that hardly a row would be left.
_SIDE_BY_SIDE, _LOW = 980, 400


class PreviewStep(QWidget):
    """Nothing here writes: the button of the frame does."""

    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PreviewRow, ...] = ()
        self.tabs = ViewTabs()
        self.sentence = theme.subtitle()
        model = RecordTableModel(preview_columns())
        self.table = DataTable("previewRows", tr("Rows of the list"), model, long=(_TOLD,))
        self.table.horizontalHeader().setResizeContentsPrecision(ROWS_MEASURED)
        self.details = RowDetails()
        self.again = make_button(
            tr("Read the file again"), self.again_wanted.emit, name="readAgain",
            icon="rotate-ccw", tip=use_name("renew"),
        )  # fmt: skip
        add_use(self, "renew", self.again.click)
        self.tabs.chosen.connect(self.show_view)
        self.table.current_changed.connect(self.details.show_row)
        self._lay_out()

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show a list as it was read: first what has a problem, if anything has."""
        self._rows = tuple(rows)
        found = views(rows)
        wrong = any(view.key == "problem" and view.count for view in found)
        first = "problem" if wrong else "all"
        self.tabs.show_views(found, first)
        self.show_view(first)
        self.table.setFocus()

    def show_view(self, key: str) -> None:
        """Show the rows of one choice."""
        self.sentence.setText(view_sentence(key))
        self.table.show_records(rows_in(self._rows, key))

    def _lay_out(self) -> None:
        self.sentence.setObjectName("viewSentence")
        self._rows_and_details = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows_and_details.setSpacing(theme.px(16))
        self._rows_and_details.addWidget(self.table, 1)
        self._rows_and_details.addWidget(self.details)
        said = row_of((self.sentence, 1), self.again, spacing=16)
        column_in(self, self.tabs, said, (self._rows_and_details, 1))
        self._place_details()

    def _place_details(self) -> None:
        wide, low = self.width() >= theme.px(_SIDE_BY_SIDE), self.height() < theme.px(_LOW)
        beside = wide or low
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._rows_and_details.setDirection(way)
        width, height = (
            theme.px(_DETAILS_WIDTH if wide else _DETAILS_NARROW),
            theme.px(_DETAILS_HEIGHT),
        )
        self.details.setMinimumSize(*((width, 0) if beside else (0, height)))
        self.details.setMaximumSize(*((width, _ANY) if beside else (_ANY, height)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_details()
