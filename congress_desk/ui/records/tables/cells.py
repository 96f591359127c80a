"""Cells of a table, painted straight from its records: a page of them within a key press."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionRange,
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
    QPen,
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
# As a number: flags of Qt are dear when they are compared themselves.
_SELECTED = QStyle.StateFlag.State_Selected.value
# The inside of a cell: left, top, width, height.
_Room = tuple[int, int, int, int]
# A column in sight: left edge, width, the column itself, its number.
_Column = tuple[int, int, TableColumn, int]
# A text laid out, how wide it is, and how high.
_Words = tuple[QStaticText, float, float]


class Cells(QStyledItemDelegate):
    """Paints sign, text and remark of a cell, and which row or cell has the keyboard.

    Asking the model for seven roles a cell and the style to draw them takes four times as long.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.begin()

    def begin(self) -> None:
        """Ask once for what all cells share that are painted next; each question has its price."""
        model, at = self._model, self._table.currentIndex()
        self._columns, self._records = model.columns, model.records
        edited = any(column.editable for column in self._columns)
        # The row to be lined, and the one cell of it where cells are typed into; -1 is none.
        self._lined = at.row() if self._table.hasFocus() else -1
        self._outlined = at.column() if edited else -1
        self._row, self._selected = -1, False
        # What the painter has by now: it is told what changes alone.
        self._pen = ""
        self._bold: bool | None = None

    def _on_theme_changed(self) -> None:
        self._font, self._strong = theme.font("table"), theme.font("table", bold=True)
        self._metrics = {False: QFontMetrics(self._font), True: QFontMetrics(self._strong)}
        self._colours: dict[str, QColor] = {}
        self._laid_out: dict[tuple[str, int, bool, bool], _Words] = {}
        self._padding, self._gap = theme.px(PADDING), theme.px(GAP)

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

    def _words(self, text: str, width: int, strong: bool, whole: bool = False) -> _Words:
        """Return a text laid out as it fits, a `whole` one on as many lines as it takes.

        The same cells come again at the next key.
        """
        key = (text, width, strong, whole)
        found = self._laid_out.get(key)
        if found is None:
            if len(self._laid_out) > REMEMBERED:
                self._laid_out.clear()
            mode, measure = Qt.TextElideMode.ElideRight, self._metrics[strong]
            words = QStaticText(text if whole else measure.elidedText(text, mode, width))
            words.setTextFormat(Qt.TextFormat.PlainText)
            if whole and measure.horizontalAdvance(text) > width:
                words.setTextOption(_LINES)
                words.setTextWidth(width)
            words.prepare(font=self._strong if strong else self._font)
            size = words.size()
            found = self._laid_out[key] = words, size.width(), size.height()
        return found

    def height(self, row: int, number: int, width: int) -> int:
        """Return the height of a whole cell of this width, in pixels, with the room around it."""
        model = self._model
        column, record = model.columns[number], model.records[row]
        parts = self._lines(width - 2 * self._padding, column, record)
        return round(sum(part[2] for part in parts if part)) + 2 * self._gap

    def _lines(
        self, width: int, column: TableColumn, record: object
    ) -> tuple[_Words | None, _Words | None]:
        """Return text and remark of a whole cell; a remark that is there stands below the text.

        The remark is None where it has room beside the text: then it is drawn as in other cells.
        """
        strong, text, remark = column.strong(record), column.text(record), column.remark(record)
        width = max(width - self._beside(column, record), 1)
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
        self, painter: QPainter, room: _Room, column: TableColumn, record: object
    ) -> bool:
        """Paint a whole cell that takes several lines; say whether it does."""
        left, top, width, height = room
        words, remark = self._lines(width, column, record)
        if remark is None and (words is None or words[0].textWidth() < 0):
            return False
        self._paint_sign(painter, room, column, record)
        self._set_font(painter, column.strong(record))
        parts = [(words, column.tone(record) or "text"), (remark, "look")]
        y = top + (height - sum(part[2] for part, _ in parts if part)) / 2
        for part, tone in parts:
            if part:
                self._set_pen(painter, tone)
                painter.drawStaticText(QPointF(left + self._beside(column, record), y), part[0])
                y += part[2]
        return True

    def _paint_sign(
        self, painter: QPainter, room: _Room, column: TableColumn, record: object
    ) -> int:
        """Paint the sign of a cell; return the width it takes, 0 without one."""
        sign = column.sign(record)
        if not sign:
            return 0
        picture = sign_picture(sign)
        side = round(picture.height() / picture.devicePixelRatio())
        left, top, _, height = room
        painter.drawPixmap(left, round(top + height / 2) - side // 2 - 1, picture)
        return side + self._gap

    def _remark(self, column: TableColumn, record: object, room: int) -> str:
        """Return the remark of a cell, "" where it would cut the text and a sign says it too."""
        remark = column.remark(record)
        if not remark or not column.sign(record):
            return remark
        wide = self._metrics[column.strong(record)].horizontalAdvance
        return remark if wide(column.text(record)) + wide(remark) + self._gap <= room else ""

    def _paint_words(
        self, painter: QPainter, room: _Room, column: TableColumn, record: object
    ) -> None:
        if column.whole and self._paint_lines(painter, room, column, record):
            return
        taken = self._paint_sign(painter, room, column, record)
        start, top, width, height = room
        left, right, middle = float(start + taken), start + width, top + height / 2
        strong, remark = column.strong(record), self._remark(column, record, int(right - left))
        self._set_font(painter, strong)
        beside = self._words(remark, int(right - left), strong) if remark else None
        least = beside[1] + self._gap if beside else 0
        text = column.text(record)
        if text:
            words, wide, high = self._words(text, max(0, int(right - left - least)), strong)
            x = right - wide - least if column.number else left
            self._set_pen(painter, column.tone(record) or "text")
            painter.drawStaticText(QPointF(x, middle - high / 2), words)
            left = x + wide + self._gap
        if beside:
            self._set_pen(painter, "look" if taken else "muted")
            painter.drawStaticText(QPointF(left, middle - beside[2] / 2), beside[0])

    def _set_pen(self, painter: QPainter, tone: str) -> None:
        if tone != self._pen:
            self._pen = tone
            painter.setPen(self._colour(tone))

    def _set_font(self, painter: QPainter, strong: bool) -> None:
        if strong != self._bold:
            self._bold = strong
            painter.setFont(self._strong if strong else self._font)

    def _show_keyboard(self, painter: QPainter, cell: QRect, number: int) -> None:
        """Draw a line over and under the current row, or all around the cell that is typed into."""
        if self._outlined >= 0:
            if number == self._outlined:
                self._outline(painter, cell)
        else:
            self._set_pen(painter, "accent")
            painter.drawLine(cell.topLeft(), cell.topRight())
            painter.drawLine(cell.bottomLeft(), cell.bottomRight())

    def _outline(self, painter: QPainter, cell: QRect) -> None:
        self._pen = ""
        painter.setPen(QPen(self._colour("accent"), 2))
        painter.drawRect(cell.adjusted(1, 1, -1, -1))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        cell, row, number = option.rect, index.row(), index.column()
        if row != self._row:  # cells come row by row, and a row is selected whole
            self._row, self._selected = row, bool(option.state.value & _SELECTED)
        box: _Room = cell.getRect()  # type: ignore[assignment]
        left, top, width, height = box
        self._paint_ground(painter, box, selected=self._selected)
        room = (left + self._padding, top, width - 2 * self._padding, height)
        self._paint_words(painter, room, self._columns[number], self._records[row])
        if row == self._lined:
            self._show_keyboard(painter, cell, number)

    def paint_all(self, painter: QPainter, part: QRect, *, spanned: bool) -> None:
        """Paint all cells in a part of the viewport: asked for each, Qt takes as long again.

        Only where the table is `spanned` may a cell go over those at its right.
        """
        table, padding = self._table, self._padding
        columns = list(self._columns_in(table.viewport().rect() if spanned else part))
        if not columns:
            return
        begin, end = columns[0][0], columns[-1][0] + columns[-1][1]
        chosen: Iterable[QItemSelectionRange] = table.selectionModel().selection()  # type: ignore[assignment]
        ranges = [(each.top(), each.bottom()) for each in chosen]
        lowest = table.rowAt(part.bottom())
        count = len(self._records)
        first, last = table.rowAt(part.top()), lowest if lowest >= 0 else count - 1
        for row in range(first, last + 1) if first >= 0 else ():
            top, height = table.rowViewportPosition(row), table.rowHeight(row)
            if not height:
                continue
            selected = any(upper <= row <= lower for upper, lower in ranges)
            self._paint_ground(painter, (begin, top, end - begin, height), selected=selected)
            record = self._records[row]
            cells = self._spanned(columns, row) if spanned else columns
            for left, width, column, _ in cells:
                room = (left + padding, top, width - 2 * padding, height)
                self._paint_words(painter, room, column, record)
            if row == self._lined:
                for left, width, _, number in cells:
                    self._show_keyboard(painter, QRect(left, top, width, height), number)

    def _spanned(self, columns: Sequence[_Column], row: int) -> list[_Column]:
        """Return the cells of a row as wide as they go over others; those are left out."""
        cells, covered = list[_Column](), 0
        for left, width, column, number in columns:
            if number >= covered:
                covered = number + (over := self._table.columnSpan(row, number))
                if over > 1:
                    width = sum(each[1] for each in columns if number <= each[3] < covered)
                cells.append((left, width, column, number))
        return cells

    def _columns_in(self, part: QRect) -> Iterator[_Column]:
        """Yield left edge, width and number of the columns in a part of the viewport, in order."""
        table, head = self._table, self._table.horizontalHeader()
        for place in range(len(self._columns)):
            number = head.logicalIndex(place)
            left, width = table.columnViewportPosition(number), table.columnWidth(number)
            if width and left <= part.right() and left + width > part.left():
                yield left, width, self._columns[number], number

    def _paint_ground(self, painter: QPainter, box: _Room, *, selected: bool) -> None:
        """Paint what is behind the words: the colour of what is selected, and the hairline."""
        left, top, width, height = box
        if selected:
            painter.fillRect(left, top, width, height, self._colour("accent_soft"))
        painter.fillRect(left, top + height - 1, width, 1, self._colour("line"))

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
