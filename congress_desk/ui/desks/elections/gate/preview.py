"""The result that would be declared, from high to low; shown at the open gate alone."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.result.rows import high_to_low, preview_columns
from congress_desk.ui.desks.elections.result.words import headline, outcome_sign
from congress_desk.ui.look import theme
from congress_desk.ui.records.data_table import DataTable
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.widgets.state_row import StateRow

MOST_ROWS = 20


class ResultPreview(QWidget):
    """While a sum fails it says so instead of a result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = StateRow()
        self._hidden = QLabel(tr("Shown once every sum holds."))
        self._hidden.setWordWrap(True)
        theme.set_tone(self._hidden, "muted")
        self._model = RecordTableModel(preview_columns(), self)
        self.table = DataTable("previewTable", tr("Result to be declared"), self._model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        for part in (
            theme.section(tr("Result to be declared")), self._hidden, self._headline, self.table,
        ):  # fmt: skip
            layout.addWidget(part)

    def show_sheet(self, sheet: RoundSheet) -> None:
        """Show what declaring this round would say."""
        closed = bool(sheet.blocking) or sheet.result.outcome is RoundOutcome.INCOMPLETE
        void = sheet.result.outcome is RoundOutcome.VOID
        self._hidden.setVisible(closed)
        self._headline.setVisible(not closed)
        self.table.setVisible(not closed and not void)
        self._headline.show_state(outcome_sign(sheet.result.outcome).tone, headline(sheet))
        self.table.show_records(() if closed or void else high_to_low(sheet))
        self.table.setFixedHeight(self.table.rows_height(MOST_ROWS))
