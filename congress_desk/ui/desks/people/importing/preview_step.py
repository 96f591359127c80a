"""The third step: what the list would change, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.commands import add_use
from congress_desk.ui.desks.people.importing.file_step import ROWS_MEASURED
from congress_desk.ui.desks.people.importing.preview_row import PreviewRow, rows_in, views
from congress_desk.ui.desks.people.importing.preview_words import preview_columns, view_sentence
from congress_desk.ui.desks.people.importing.row_details import RowDetails
from congress_desk.ui.desks.people.importing.view_tabs import ViewTabs
from congress_desk.ui.look import theme
from congress_desk.ui.records.data_table import DataTable
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.widgets.buttons import make_button

_NAME, _TOLD = 2, 3
_DETAILS_WIDTH = 300


class PreviewStep(QWidget):
    """Nothing here writes: the button of the frame does."""

    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.details.setFixedWidth(theme.px(_DETAILS_WIDTH))
        self.sentence.setObjectName("viewSentence")
        below = QHBoxLayout()
        below.setSpacing(theme.px(20))
        below.addWidget(self.table, 1)
        below.addWidget(self.details)
        said = QHBoxLayout()
        said.setSpacing(theme.px(16))
        said.addWidget(self.sentence, 1)
        said.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.tabs)
        layout.addLayout(said)
        layout.addLayout(below, 1)
