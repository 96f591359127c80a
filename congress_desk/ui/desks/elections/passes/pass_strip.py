"""The passes of a bundle drawn under each other: a box a sheet, gaps where a pass has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.domain.elections.passes.comparison import BundleComparison, StretchKind
from congress_desk.i18n import tr
from congress_desk.ui.look import theme

BOX_WIDTH, BOX_HEIGHT, GAP, ROW_GAP, LINE_GAP, CORNER = 26, 28, 4, 10, 18, 4
NAMES = 74
_DASHED = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """One sheet as the passes have it: its number in each, None where a pass has none."""

    kind: StretchKind
    numbers: tuple[int | None, ...]


def sheet_columns(comparison: BundleComparison) -> list[SheetColumn]:
    """Return the sheets of a bundle in order, each with its number in every pass."""
    return list(_columns(comparison))


def _columns(comparison: BundleComparison) -> Iterator[SheetColumn]:
    for stretch in comparison.stretches:
        for offset in range(stretch.most):
            yield SheetColumn(
                kind=stretch.kind,
                numbers=tuple(
                    before + offset + 1 if offset < length else None
                    for before, length in zip(stretch.before, stretch.lengths, strict=True)
                ),
            )


class PassStrip(QWidget):
    """Draws as many sheets beside each other as there is room for, the rest in lines below."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("passStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._columns: Sequence[SheetColumn] = ()
        self._passes = 0
        theme.changed.connect(self.update)

    def show_comparison(self, comparison: BundleComparison | None, spoken: str) -> None:
        """Draw the passes of a bundle; nothing without a comparison."""
        self._columns = sheet_columns(comparison) if comparison else ()
        self._passes = len(comparison.counts) if comparison else 0
        self.setAccessibleName(tr("The passes sheet by sheet"))
        self.setAccessibleDescription(spoken)
        self.setVisible(bool(self._columns))
        self._fit()
        self.update()

    @property
    def columns(self) -> Sequence[SheetColumn]:
        return self._columns

    @property
    def _in_a_line(self) -> int:
        room = self.width() - theme.px(NAMES)
        return max(1, (room + theme.px(GAP)) // theme.px(BOX_WIDTH + GAP))

    @property
    def _line_height(self) -> int:
        rows = self._passes * theme.px(BOX_HEIGHT) + (self._passes - 1) * theme.px(ROW_GAP)
        return rows + theme.px(LINE_GAP)

    def _fit(self) -> None:
        lines = -(-len(self._columns) // self._in_a_line)
        self.setFixedHeight(max(0, lines * self._line_height - theme.px(LINE_GAP)) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(NAMES + 4 * (BOX_WIDTH + GAP)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        in_a_line = self._in_a_line
        for place, column in enumerate(self._columns):
            line, at = divmod(place, in_a_line)
            top = line * self._line_height + 1
            if at == 0:
                self._paint_names(painter, top)
            self._paint_column(
                painter, column, theme.px(NAMES) + at * theme.px(BOX_WIDTH + GAP), top
            )
        painter.end()

    def _paint_names(self, painter: QPainter, top: int) -> None:
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.colour("text"))
        for row in range(self._passes):
            area = QRectF(0, self._row_top(top, row), theme.px(NAMES), theme.px(BOX_HEIGHT))
            painter.drawText(
                area, Qt.AlignmentFlag.AlignVCenter, tr("Pass {number}", number=row + 1)
            )

    def _row_top(self, top: int, row: int) -> int:
        return top + row * theme.px(BOX_HEIGHT + ROW_GAP)

    def _paint_column(self, painter: QPainter, column: SheetColumn, left: int, top: int) -> None:
        alike = column.kind is StretchKind.SAME
        for row, number in enumerate(column.numbers):
            box = QRectF(left, self._row_top(top, row), theme.px(BOX_WIDTH), theme.px(BOX_HEIGHT))
            self._paint_box(painter, box, column.kind, number)
            if alike and row:
                middle = box.center().x()
                painter.setPen(QPen(theme.colour("holds"), 1))
                above = box.top() - theme.px(ROW_GAP)
                painter.drawLine(round(middle), round(above), round(middle), round(box.top()))

    def _paint_box(
        self, painter: QPainter, box: QRectF, kind: StretchKind, number: int | None
    ) -> None:
        tone = {StretchKind.SAME: "holds", StretchKind.BOARD: "accent"}.get(kind, "look")
        if kind is StretchKind.SAME:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            style = Qt.PenStyle.SolidLine if number is not None else Qt.PenStyle.DashLine
            painter.setPen(QPen(theme.colour(tone), _DASHED, style))
        painter.setBrush(
            theme.colour(f"{tone}_soft") if number is not None else Qt.BrushStyle.NoBrush
        )
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(CORNER), theme.px(CORNER))
        if number is not None:
            painter.setFont(theme.font("table", bold=kind is not StretchKind.SAME))
            painter.setPen(theme.colour(tone if kind is not StretchKind.SAME else "holds"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
