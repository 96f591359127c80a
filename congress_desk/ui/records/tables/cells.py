"""Cells of a table, painted straight from its records: a page of them within a key press."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QStaticText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from congress_desk.ui.look import theme
from congress_desk.ui.model_index import Index
from congress_desk.ui.records.table_model import (
    RecordTableModel,
    TableColumn,
    sign_picture,
)

PADDING, GAP = 8, 6
REMEMBERED = 20_000
# One comparison for most cells: flags of Qt are dear when each is asked for by itself.
_MARKED = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus


class Cells(QStyledItemDelegate):
    """Paints sign, text and remark of a cell, and which row or cell has the keyboard.

    Asking the model for seven roles a cell and the style to draw them takes four times as long.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self._font, self._strong = theme.font("table"), theme.font("table", bold=True)
        self._metrics = {False: QFontMetrics(self._font), True: QFontMetrics(self._strong)}
        self._colours: dict[str, QColor] = {}
        self._laid_out: dict[tuple[str, int, bool], QStaticText] = {}
        self._padding, self._gap = theme.px(PADDING), theme.px(GAP)

    @property
    def _edited(self) -> bool:
        return any(column.editable for column in self._model.columns)

    @property
    def _model(self) -> RecordTableModel:
        model = self._table.model()
        assert isinstance(model, RecordTableModel)
        return model

    def _colour(self, tone: str) -> QColor:
        found = self._colours.get(tone)
        if found is None:
            found = self._colours[tone] = theme.colour(tone)
        return found

    def _words(self, text: str, width: int, strong: bool) -> QStaticText:
        """Return a text laid out as it fits; the same cells come again at the next key."""
        key = (text, width, strong)
        found = self._laid_out.get(key)
        if found is None:
            if len(self._laid_out) > REMEMBERED:
                self._laid_out.clear()
            mode = Qt.TextElideMode.ElideRight
            found = QStaticText(self._metrics[strong].elidedText(text, mode, width))
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(font=self._strong if strong else self._font)
            self._laid_out[key] = found
        return found

    def _paint_words(
        self, painter: QPainter, room: QRect, column: TableColumn, record: object
    ) -> None:
        left, right = float(room.left()), room.right() + 1
        middle = room.top() + room.height() / 2
        sign = column.sign(record)
        if sign:
            picture = sign_picture(sign)
            side = round(picture.height() / picture.devicePixelRatio())
            painter.drawPixmap(room.left(), round(middle) - side // 2 - 1, picture)
            left += side + self._gap
        strong, remark = column.strong(record), column.remark(record)
        painter.setFont(self._strong if strong else self._font)
        beside = self._words(remark, int(right - left), strong) if remark else None
        least = beside.size().width() + self._gap if beside else 0
        text = column.text(record)
        if text:
            words = self._words(text, max(0, int(right - left - least)), strong)
            size = words.size()
            x = right - size.width() - least if column.number else left
            painter.setPen(self._colour(column.tone(record) or "text"))
            painter.drawStaticText(QPointF(x, middle - size.height() / 2), words)
            left = x + size.width() + self._gap
        if beside:
            painter.setPen(self._colour("look" if sign else "muted"))
            painter.drawStaticText(QPointF(left, middle - beside.size().height() / 2), beside)

    def _show_keyboard(
        self,
        painter: QPainter,
        cell: QRect,
        index: Index,
        state: QStyle.StateFlag,
    ) -> None:
        """Draw a line over and under the current row, or all around the cell that is typed into."""
        if self._edited:
            if state & QStyle.StateFlag.State_HasFocus:
                self._outline(painter, cell)
        elif self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            painter.setPen(self._colour("accent"))
            painter.drawLine(cell.topLeft(), cell.topRight())
            painter.drawLine(cell.bottomLeft(), cell.bottomRight())

    def _outline(self, painter: QPainter, cell: QRect) -> None:
        pen = painter.pen()
        pen.setColor(self._colour("accent"))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRect(cell.adjusted(1, 1, -1, -1))
        pen.setWidth(1)
        painter.setPen(pen)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        model = self._model
        cell, state = option.rect, option.state
        marked = state & _MARKED
        if marked and state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, self._colour("accent_soft"))
        painter.setPen(self._colour("line"))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        room = cell.adjusted(self._padding, 0, -self._padding, 0)
        column = model.columns[index.column()]
        self._paint_words(painter, room, column, model.records[index.row()])
        if marked:
            self._show_keyboard(painter, cell, index, state)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of the whole text with its sign and remark, for a table that asks."""
        model = self._model
        column, record = model.columns[index.column()], model.records[index.row()]
        metrics, words = self._metrics[column.strong(record)], column.text(record)
        width = metrics.horizontalAdvance(words) + 2 * self._padding + 2
        if remark := column.remark(record):
            width += metrics.horizontalAdvance(remark) + self._gap
        if column.sign(record):
            width += theme.px(16) + self._gap
        return QSize(width, metrics.height())

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = self.tip(index.row(), index.column(), view.visualRect(index).width())
        if words:
            QToolTip.showText(event.globalPos() + QPoint(0, theme.px(8)), words, view)
        else:
            QToolTip.hideText()
        return True

    def tip(self, row: int, number: int, width: int) -> str:
        """Return what hovering a cell of this width says: its tip, else a text that is cut."""
        model = self._model
        column, record = model.columns[number], model.records[row]
        if tip := column.tip(record):
            return tip
        words = " ".join(filter(None, (column.text(record), column.remark(record))))
        metrics: QFontMetrics = self._metrics[column.strong(record)]
        needed = metrics.horizontalAdvance(words) + 2 * self._padding
        return words if needed > width else ""
