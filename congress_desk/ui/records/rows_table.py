"""A table of plain rows that are only read: sorted as given, copied to Excel with Ctrl+C."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from congress_desk.ui.look import theme
from congress_desk.ui.model_index import NOWHERE, Index

MAX_WIDTH = 420


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column: its header, whether it takes the room that is left, whether it holds numbers."""

    title: str
    stretches: bool = False
    numbers: bool = False


class RowsModel(QAbstractTableModel):
    """Rows of texts under fixed columns."""

    def __init__(self, columns: Sequence[TableColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[index.column()])
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None


class RowsTable(QTableView):
    """Shows a RowsModel: whole rows are selected, rows are as high as their words need."""

    def __init__(
        self, name: str, columns: Sequence[TableColumn], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows_model = RowsModel(columns, self)
        self.setModel(self.rows_model)
        self.setAccessibleName(name)
        self.setProperty("role", "rows")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMaximumSectionSize(theme.px(MAX_WIDTH))
        for i, column in enumerate(columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(
                i, mode.Stretch if column.stretches else mode.ResizeToContents
            )
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Replace all rows."""
        self.rows_model.show_rows(rows)

    def selected_text(self) -> str:
        """Return the selected rows as Excel takes them: a tab between cells, a line a row."""
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        return "\n".join("\t".join(self.rows_model.rows[row]) for row in chosen)

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setMinimumSectionSize(theme.px(32))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        else:
            super().keyPressEvent(event)


def _alignment(column: TableColumn) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column.numbers else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
