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
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QStaticText,
    QTextOption,
)
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
_LINES = QTextOption()
_LINES.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
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
        self._laid_out: dict[tuple[str, int, bool, bool], QStaticText] = {}
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

    def _words(self, text: str, width: int, strong: bool, whole: bool = False) -> QStaticText:
        """Return a text laid out as it fits, a `whole` one on as many lines as it takes.

        The same cells come again at the next key.
        """
        key = (text, width, strong, whole)
        found = self._laid_out.get(key)
        if found is None:
            if len(self._laid_out) > REMEMBERED:
                self._laid_out.clear()
            mode, measure = Qt.TextElideMode.ElideRight, self._metrics[strong]
            found = QStaticText(text if whole else measure.elidedText(text, mode, width))
            found.setTextFormat(Qt.TextFormat.PlainText)
            if whole and measure.horizontalAdvance(text) > width:
                found.setTextOption(_LINES)
                found.setTextWidth(width)
            found.prepare(font=self._strong if strong else self._font)
            self._laid_out[key] = found
        return found

    def height(self, row: int, number: int, width: int) -> int:
        """Return the height of a whole cell of this width, in pixels, with the room around it."""
        model = self._model
        column, record = model.columns[number], model.records[row]
        room = QRect(0, 0, width - 2 * self._padding, 1)
        words, remark = self._lines(room, column, record)
        high = (words.size().height() if words else 0) + (remark.size().height() if remark else 0)
        return round(high) + 2 * self._gap

    def _lines(
        self, room: QRect, column: TableColumn, record: object
    ) -> tuple[QStaticText | None, QStaticText | None]:
        """Return text and remark of a whole cell; a remark that is there stands below the text.

        The remark is None where it has room beside the text: then it is drawn as in other cells.
        """
        strong, text, remark = column.strong(record), column.text(record), column.remark(record)
        width = max(room.width() - self._beside(column, record), 1)
        measure = self._metrics[strong]
        taken = measure.horizontalAdvance(remark) + self._gap if remark else 0
        if measure.horizontalAdvance(text) + taken <= width:
            remark = ""
        words = self._words(text, width, strong, whole=True) if text else None
        return words, self._words(remark, width, strong) if remark else None

    def _beside(self, column: TableColumn, record: object) -> int:
        """Return what a sign takes before the text of a cell."""
        return theme.px(16) + self._gap if column.sign(record) else 0

    def _paint_lines(
        self, painter: QPainter, room: QRect, column: TableColumn, record: object
    ) -> bool:
        """Paint a whole cell that takes several lines; say whether it does."""
        words, remark = self._lines(room, column, record)
        if remark is None and (words is None or words.textWidth() < 0):
            return False
        left, middle = float(room.left() + self._beside(column, record)), room.center().y() + 0.5
        self._paint_sign(painter, room, column, record)
        painter.setFont(self._strong if column.strong(record) else self._font)
        parts = [(words, column.tone(record) or "text"), (remark, "look")]
        y = middle - sum(part.size().height() for part, _ in parts if part) / 2
        for part, tone in parts:
            if part:
                painter.setPen(self._colour(tone))
                painter.drawStaticText(QPointF(left, y), part)
                y += part.size().height()
        return True

    def _paint_sign(
        self, painter: QPainter, room: QRect, column: TableColumn, record: object
    ) -> int:
        """Paint the sign of a cell; return the width it takes, 0 without one."""
        sign = column.sign(record)
        if not sign:
            return 0
        picture = sign_picture(sign)
        side = round(picture.height() / picture.devicePixelRatio())
        middle = room.top() + room.height() / 2
        painter.drawPixmap(room.left(), round(middle) - side // 2 - 1, picture)
        return side + self._gap

    def _paint_words(
        self, painter: QPainter, room: QRect, column: TableColumn, record: object
    ) -> None:
        if column.whole and self._paint_lines(painter, room, column, record):
            return
        taken = self._paint_sign(painter, room, column, record)
        left, right = float(room.left() + taken), room.right() + 1
        middle = room.top() + room.height() / 2
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
            painter.setPen(self._colour("look" if taken else "muted"))
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
        if column.whole:
            return ""
        words = " ".join(filter(None, (column.text(record), column.remark(record))))
        metrics: QFontMetrics = self._metrics[column.strong(record)]
        needed = metrics.horizontalAdvance(words) + 2 * self._padding
        return words if needed > width else ""
