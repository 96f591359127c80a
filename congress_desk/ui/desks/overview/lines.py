"""Lists of the overview: frozen lines, each on one row or with its text wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from congress_desk.ui.look import icons, theme
from congress_desk.ui.model_index import NOWHERE, Index
from congress_desk.ui.records.table_model import Sign

_LINE = Qt.ItemDataRole.UserRole + 1
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignTop)
_AT_LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
ROOM, ICON, APART = 6, 16, 10
LEAD = "00:00"
UNBOUNDED = 16_777_215


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line: `lead` stands before its text, `aside` at the right; Enter goes to its place.

    A `heading` is read, not chosen. `desk` is "" where there is nowhere to go.
    """

    text: str
    sign: Sign | None = None
    lead: str = ""
    aside: str = ""
    aside_tone: str = "muted"
    strong: bool = False
    faded: bool = False
    heading: bool = False
    desk: str = ""
    record: int = 0
    part: str = ""


class LineModel(QAbstractListModel):
    """Frozen lines, replaced as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines from now on."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.lead, line.text, line.aside) if part)
        return None


class LineList(QListView):
    """`chosen` carries a line; `left` and `passed` say that the arrows go beside or beyond it.

    Where it does not wrap, a text that has no room beside what stands at its right has it below.
    """

    chosen = Signal(object)
    left = Signal(int)
    passed = Signal(int)

    def __init__(self, name: str, title: str, *, wraps: bool = False) -> None:
        super().__init__()
        self.wraps = wraps
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("role", "bare")
        self.setModel(LineModel(self))
        self.setItemDelegate(_LineDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._on_chosen)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._model().lines

    @property
    def current(self) -> Line | None:
        """Return the line the keyboard is on."""
        index = self.currentIndex()
        return self.lines[index.row()] if index.isValid() else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the keyboard stays on the same place, else on the first line."""
        if tuple(lines) == self.lines:
            return
        before, row = self.current, self.currentIndex().row()
        self._model().show_lines(lines)
        self._go_to(_same_place(lines, before, row))
        self.updateGeometry()

    def enter(self, step: int = 0) -> None:
        """Take the keyboard: at the first line (1), at the last (-1), or where it was (0)."""
        rows = [row for row, line in enumerate(self.lines) if not line.heading]
        if rows and step:
            self._go_to(rows[0 if step > 0 else -1])
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def height_of_all(self) -> int:
        """Return how high all lines are together."""
        return sum(self.sizeHintForRow(row) for row in range(len(self.lines)))

    def _go_to(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self.model().index(row, 0))

    def _model(self) -> LineModel:
        model = self.model()
        assert isinstance(model, LineModel)
        return model

    def _on_chosen(self, index: QModelIndex) -> None:
        line = self.lines[index.row()]
        if line.desk:
            self.chosen.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        rows = [row for row, line in enumerate(self.lines) if not line.heading]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._on_chosen(index)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.left.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Up and (not rows or index.row() <= rows[0]):
            self.scrollToTop()
            self.passed.emit(-1)
        elif key == Qt.Key.Key_Down and (not rows or index.row() >= rows[-1]):
            self.passed.emit(1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.enter(1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(40))


def _same_place(lines: Sequence[Line], before: Line | None, row: int) -> int:
    rows = [place for place, line in enumerate(lines) if not line.heading]
    if before is not None:
        for place in rows:
            line = lines[place]
            if (line.desk, line.record, line.part, line.text) == (
                before.desk, before.record, before.part, before.text,
            ):  # fmt: skip
                return place
    later = [place for place in rows if place >= row]
    return (later or rows[-1:] or [-1])[0] if row >= 0 else (rows or [-1])[0]


class _LineDelegate(QStyledItemDelegate):
    """Paints icon, lead, wrapped text, and what stands at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(_LINE)
        view = self.parent()
        assert isinstance(view, LineList)
        width = view.viewport().width()
        parts = _Parts(QRect(0, 0, width, UNBOUNDED), line, wraps=view.wraps)
        return QSize(width, parts.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(_LINE)
        view = self.parent()
        assert isinstance(view, LineList)
        painter.save()
        self._paint_ground(painter, option, focused=view.hasFocus())
        parts = _Parts(option.rect, line, wraps=view.wraps)
        if line.sign is not None:
            picture = icons.pixmap(line.sign.icon, line.sign.tone, ICON)
            painter.drawPixmap(parts.icon.topLeft(), picture)
        painter.setFont(theme.font("table"))
        painter.setPen(theme.colour("muted"))
        painter.drawText(parts.lead, _AT_LEFT, line.lead)
        painter.setFont(parts.font)
        tone = line.sign.tone if line.heading and line.sign else "text"
        painter.setPen(theme.colour("muted" if line.faded else tone))
        painter.drawText(parts.text, _WRAP, line.text)
        painter.setFont(theme.font())
        painter.setPen(theme.colour(line.aside_tone))
        painter.drawText(parts.aside, parts.aside_flags, line.aside)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, focused: bool
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and focused
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        if not enabled or not (chosen or hovered):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("accent") if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft" if chosen else "hover"))
        radius = theme.px(6)
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), radius, radius)


class _Parts:
    """Where the parts of a line are within its rectangle."""

    def __init__(self, rect: QRect, line: Line, *, wraps: bool) -> None:
        room, icon, apart = theme.px(ROOM), theme.px(ICON), theme.px(APART)
        self.font = theme.font("body" if line.heading else "table", bold=line.strong)
        metrics, small = QFontMetrics(self.font), QFontMetrics(theme.font())
        inside = rect.adjusted(apart, room, -apart, -room)
        if line.heading:
            inside.setTop(inside.top() + room)
        self.icon = QRect(inside.left(), inside.top() + theme.px(2), icon, icon)
        left = inside.left() + (icon + apart if line.sign else 0)
        wide = QFontMetrics(theme.font("table")).horizontalAdvance(LEAD) + apart
        self.lead = QRect(left, inside.top(), wide, metrics.height())
        left += wide if line.lead else 0
        width = max(inside.right() - left, 1)
        beside = small.horizontalAdvance(line.aside) + (apart if line.aside else 0)
        under = (
            not wraps and bool(line.aside) and metrics.horizontalAdvance(line.text) + beside > width
        )
        free = width - metrics.horizontalAdvance(line.text)
        beside = 0 if under else min(beside, max(width * 45 // 100, free))
        text = metrics.boundingRect(QRect(0, 0, width - beside, UNBOUNDED), _WRAP, line.text)
        self.text = QRect(left, inside.top(), width - beside, text.height())
        below = small.boundingRect(QRect(0, 0, width, UNBOUNDED), _WRAP, line.aside).height()
        if under:
            self.aside = QRect(left, self.text.bottom() + 1, width, below)
        else:
            top = inside.top() + (metrics.height() - small.height()) // 2
            self.aside = QRect(left + width - beside, top, beside, small.height())
        self.aside_flags = _WRAP if under else _AT_RIGHT
        self.height = text.height() + (below if under else 0)
        self.height += 2 * room + (room if line.heading else 0)
