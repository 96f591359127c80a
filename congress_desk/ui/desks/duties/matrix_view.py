"""Draws the table of members by sessions: names stay in sight, cells wrap, the relieved struck."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from congress_desk.i18n import tr
from congress_desk.ui.desks.duties.matrix_model import LINES, CellLine, MatrixModel
from congress_desk.ui.look import theme
from congress_desk.ui.model_index import Index

NAMES, COLUMN, COLUMN_MOST, PADDING = 230, 156, 330, 8
LONGEST = 2000
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class MatrixView(QTableView):
    """`edited` carries the cell and what was typed; `typed` cells keep the keyboard."""

    edited = Signal(QModelIndex, str)

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self.setObjectName("dutyMatrix")
        self.setAccessibleName(tr("Members by sessions"))
        self.setModel(model)
        self._matrix = model
        self._cells = MatrixCells(self)
        self.setItemDelegate(self._cells)
        self._cells.committed.connect(self.edited)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._names = NamesHeader(model, self)
        self.setVerticalHeader(self._names)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        theme.changed.connect(self.fit)

    @property
    def typing(self) -> bool:
        """Say whether a cell is being typed into."""
        return self.state() is QAbstractItemView.State.EditingState

    def fit(self) -> None:
        """Give columns the room there is, and rows the height their lines need."""
        columns = max(self._matrix.columnCount(), 1)
        room = self.viewport().width() // columns
        width = min(max(room, theme.px(COLUMN)), theme.px(COLUMN_MOST))
        if columns * theme.px(COLUMN_MOST) < self.viewport().width():
            width = room
        for column in range(self._matrix.columnCount()):
            self.setColumnWidth(column, width)
        self._names.fit(self.width())
        for row in range(self._matrix.rowCount()):
            lines = (self._matrix.lines(self._matrix.index(row, c)) for c in range(columns))
            heights = (self._cells.height(found, width) for found in lines)
            self.setRowHeight(row, max(self._names.height_of(row), *heights))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid() and not self.typing and not event.isAutoRepeat():
                self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Space):
            event.ignore()
        else:
            super().keyPressEvent(event)


class MatrixCells(QStyledItemDelegate):
    """Draws the lines of a cell; a line edit is laid over it while it is typed into."""

    committed = Signal(QModelIndex, str)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def height(self, lines: tuple[CellLine, ...], width: int) -> int:
        """Return the height the lines need in a column of `width` pixels."""
        measure = QFontMetrics(theme.font("table"))
        room = width - 2 * theme.px(PADDING)
        total = sum(_bounds(measure, text, room).height() for text, _, _ in _parts(lines))
        return total + 2 * theme.px(6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, theme.colour("accent_soft"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.drawLine(cell.topRight(), cell.bottomRight())
        self._draw_lines(painter, cell, index.data(LINES) or ())
        if option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(theme.colour("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(cell.adjusted(1, 1, -2, -2))
        painter.restore()

    def _draw_lines(self, painter: QPainter, cell: QRect, lines: tuple[CellLine, ...]) -> None:
        room = cell.adjusted(theme.px(PADDING), theme.px(6), -theme.px(PADDING), 0)
        font = theme.font("table")
        measure = QFontMetrics(font)
        y = room.top()
        for text, tone, struck in _parts(lines):
            font.setStrikeOut(struck)
            painter.setFont(font)
            painter.setPen(theme.colour(tone))
            height = _bounds(measure, text, room.width()).height()
            painter.drawText(QRect(room.left(), y, room.width(), height), WRAP, text)
            y += height

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setObjectName("cellEditor")
        line.setMaxLength(LONGEST)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        line.setPlaceholderText(tr("what to do all session"))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        line: Any = editor
        line.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        line: Any = editor
        if line.text().strip() != str(index.data(Qt.ItemDataRole.EditRole)):
            self.committed.emit(index, line.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        cell = option.rect
        editor.setGeometry(cell)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(COLUMN), self.height(index.data(LINES) or (), theme.px(COLUMN)))


class NamesHeader(QHeaderView):
    """The names of the members with their organs, always in sight at the left."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._matrix = model
        self._wide = theme.px(NAMES)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self, room: int) -> None:
        """Be as wide as the longest name, a third of the `room` at the most."""
        measure = QFontMetrics(theme.font("table", bold=True))
        names = (self._matrix.title(row)[0] for row in range(self._matrix.rowCount()))
        longest = max(map(measure.horizontalAdvance, names), default=0) + 3 * theme.px(PADDING)
        wide = max(theme.px(NAMES), min(longest, room // 3))
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()

    def height_of(self, row: int) -> int:
        """Return the height in which a name stands whole with its organ below it."""
        room = self._wide - 2 * theme.px(PADDING)
        name = QFontMetrics(theme.font("table", bold=True))
        high = _bounds(name, self._matrix.title(row)[0], room).height()
        high += QFontMetrics(theme.font("body")).height()
        return max(theme.px(44), high + 2 * theme.px(4))

    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, theme.colour("paper"))
        name, below = self._matrix.title(section)
        room = rect.adjusted(theme.px(PADDING), theme.px(4), -theme.px(PADDING), 0)
        gone = bool(self._matrix.duty(section).until)
        y = room.top()
        for text, tone, size in ((name, "muted" if gone else "text", "table"),
                                 (below, "muted", "body")):  # fmt: skip
            font = theme.font(size, bold=size == "table")
            painter.setFont(font)
            painter.setPen(theme.colour(tone))
            measure = QFontMetrics(font)
            words, high = text, _bounds(measure, text, room.width()).height()
            if text == below:
                words = measure.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
                high = measure.height()
            painter.drawText(QRect(room.left(), y, room.width(), high), WRAP, words)
            y += high
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()


def _parts(lines: tuple[CellLine, ...]) -> list[tuple[str, str, bool]]:
    """Return what is drawn under each other: text, tone, and whether it is struck."""
    parts: list[tuple[str, str, bool]] = []
    for line in lines:
        parts.append((line.text, "muted" if line.struck else "text", line.struck))
        if line.remark:
            missing = line.struck and line.deed.duty is None
            parts.append((line.remark, "look" if missing else "accent", False))
    return parts


def _bounds(measure: QFontMetrics, text: str, width: int) -> QRect:
    return measure.boundingRect(QRect(0, 0, width, 10_000), int(WRAP), text)
