"""The lines of the palette as they are drawn: groups, what was typed in colour, keys, reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from congress_desk.i18n import tr
from congress_desk.ui.look import icons, theme
from congress_desk.ui.shell.palette.palette_line import Group, PaletteLine, marks

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
LINE_ROLE = Qt.ItemDataRole.UserRole
ROW, WITH_REASON, HEADING = 44, 60, 34
SIDE, TEXT_AT = 24, 64


class PaletteModel(QAbstractListModel):
    """Headings, which cannot be chosen, and lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[PaletteLine | Group, ...] = ()
        self.typed = ""

    def show_lines(self, lines: Sequence[PaletteLine], typed: str) -> None:
        """Show these lines, each group under its heading."""
        self.beginResetModel()
        rows: list[PaletteLine | Group] = []
        for line in lines:
            if not rows or self._group(rows[-1]) is not line.group:
                rows.append(line.group)
            rows.append(line)
        self.rows, self.typed = tuple(rows), typed
        self.endResetModel()

    def _group(self, row: PaletteLine | Group) -> Group:
        return row.group if isinstance(row, PaletteLine) else row

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == LINE_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaletteList(QListView):
    """`step` goes on to the next line that is one; headings are passed over."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = PaletteModel(self)
        self.setModel(self.lines)
        self.setObjectName("paletteList")
        self.setAccessibleName(tr("What was found"))
        self.setProperty("role", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Painter(self))

    @property
    def chosen(self) -> PaletteLine | None:
        """Return the line that Enter is for."""
        found = self.currentIndex().data(LINE_ROLE)
        return found if isinstance(found, PaletteLine) else None

    def show_lines(self, lines: Sequence[PaletteLine], typed: str) -> None:
        """Show lines, the first that is allowed chosen."""
        self.lines.show_lines(lines, typed)
        rows = self.lines.rows
        places = [at for at, row in enumerate(rows) if isinstance(row, PaletteLine)]
        # What is looked up in the help stands last, and is chosen where nothing else is found.
        asked = [at for at in places if self._line(at).group is not Group.HELP]
        free = [at for at in asked if not self._line(at).refused]
        if places:
            self.setCurrentIndex(self.lines.index((free or asked or places)[0]))
            self.scrollToTop()

    def step(self, by: int) -> None:
        """Choose the next line in a direction, round the ends."""
        count, row = len(self.lines.rows), self.currentIndex().row()
        for _ in range(count):
            row = (row + by) % count
            if isinstance(self.lines.rows[row], PaletteLine):
                self.setCurrentIndex(self.lines.index(row))
                heading = self.lines.index(max(row - 1, 0))
                self.scrollTo(heading if by < 0 else self.currentIndex())
                self.scrollTo(self.currentIndex())
                return

    def step_page(self, by: int) -> None:
        """Choose a line some lines on, at the end the last one."""
        at = self.currentIndex().row()
        rows = [i for i, row in enumerate(self.lines.rows) if isinstance(row, PaletteLine)]
        if rows:
            place = rows.index(at) + by if at in rows else 0
            self.setCurrentIndex(self.lines.index(rows[min(max(place, 0), len(rows) - 1)]))

    def _line(self, row: int) -> PaletteLine:
        found = self.lines.rows[row]
        assert isinstance(found, PaletteLine)
        return found


class _Painter(QStyledItemDelegate):
    """Draws one row of the palette."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(LINE_ROLE)
        if isinstance(row, Group):
            return QSize(0, theme.px(HEADING))
        return QSize(0, theme.px(WITH_REASON if row.refused else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, area = index.data(LINE_ROLE), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Group):
            painter.setFont(theme.font(bold=True))
            painter.setPen(theme.colour("muted"))
            words = area.adjusted(theme.px(SIDE), 0, 0, -theme.px(4))
            painter.drawText(words, _BOTTOM, _headings()[row])
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, theme.colour("accent_soft"))
            model = index.model()
            typed = model.typed if isinstance(model, PaletteModel) else ""
            self._paint_line(painter, area, row, typed)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, line: PaletteLine, typed: str) -> None:
        tone = "muted" if line.refused else "text"
        first = QRect(area)
        if line.refused:
            first.setBottom(area.top() + area.height() * 6 // 10)
        if line.icon:
            side = theme.px(18)
            at = QPoint(area.left() + theme.px(SIDE), first.center().y() - side // 2)
            picture = icons.pixmap(line.icon, "disabled" if line.refused else tone)
            painter.drawPixmap(at, picture)
        right = (
            self._paint_end(painter, first, line)
            if line.refused
            else self._paint_caps(painter, area, line)
        )
        words = first.adjusted(theme.px(TEXT_AT), 0, 0, 0)
        words.setRight(right - theme.px(12))
        end = self._paint_words(painter, words, line, typed, tone)
        self._paint_aside(painter, words, end, line)
        if line.refused:
            below = QRect(words)
            below.setTop(first.bottom() - theme.px(2))
            below.setBottom(area.bottom() - theme.px(6))
            below.setRight(area.right() - theme.px(SIDE))
            self._paint_reason(painter, below, line.refused)

    def _paint_words(
        self, painter: QPainter, area: QRect, line: PaletteLine, typed: str, tone: str
    ) -> int:
        """Draw the words, what was typed in bold and in colour; return where they end."""
        plain, bold = theme.font("table"), theme.font("table", bold=True)
        text = QFontMetrics(bold).elidedText(line.words, Qt.TextElideMode.ElideRight, area.width())
        x = area.left()
        for part, marked in _pieces(text, marks(line, typed)):
            font: QFont = bold if marked else plain
            painter.setFont(font)
            painter.setPen(theme.colour("accent" if marked and not line.refused else tone))
            wide = QFontMetrics(font).horizontalAdvance(part)
            painter.drawText(QRect(x, area.top(), wide + 2, area.height()), _LEFT, part)
            x += wide
        return x

    def _paint_aside(self, painter: QPainter, area: QRect, begin: int, line: PaletteLine) -> None:
        room = area.right() - begin
        if not line.aside or room < theme.px(40):
            return
        painter.setFont(theme.font())
        painter.setPen(theme.colour("muted"))
        said = QFontMetrics(theme.font()).elidedText(
            f" · {line.aside}", Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(QRect(begin, area.top(), room, area.height()), _LEFT, said)

    def _paint_reason(self, painter: QPainter, area: QRect, reason: str) -> None:
        side = theme.px(14)
        sign = icons.pixmap("triangle-alert", "look", 14)
        painter.drawPixmap(area.left(), area.center().y() - side // 2, sign)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("look"))
        words = area.adjusted(side + theme.px(6), 0, 0, 0)
        said = QFontMetrics(theme.font()).elidedText(
            reason, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, _LEFT, said)

    def _paint_end(self, painter: QPainter, area: QRect, line: PaletteLine) -> int:
        """Draw what Enter does with a refused line; return where that begins."""
        painter.setFont(theme.font())
        painter.setPen(theme.colour("accent"))
        words, end = tr("Why?"), area.right() - theme.px(SIDE)
        wide = QFontMetrics(theme.font()).horizontalAdvance(words)
        painter.drawText(QRect(end - wide, area.top(), wide + 2, area.height()), _LEFT, words)
        return end - wide

    def _paint_caps(self, painter: QPainter, area: QRect, line: PaletteLine) -> int:
        """Draw the keys at the right, one cap each; return where they begin."""
        painter.setFont(theme.font())
        measure, x = QFontMetrics(theme.font()), area.right() - theme.px(SIDE)
        for cap in reversed(line.caps):
            wide = max(measure.horizontalAdvance(cap) + theme.px(12), theme.px(22))
            box = QRect(x - wide, area.center().y() - theme.px(10), wide, theme.px(20))
            painter.setPen(theme.colour("edge"))
            painter.setBrush(theme.colour("paper"))
            painter.drawRoundedRect(box, theme.px(4), theme.px(4))
            painter.setPen(theme.colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
            x -= wide + theme.px(4)
        return x


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BOTTOM = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


def _headings() -> dict[Group, str]:
    return {
        Group.DO: tr("Do"),
        Group.GO: tr("Go to"),
        Group.FOUND: tr("Found in"),
        Group.HELP: tr("Help"),
    }


def _spoken(row: PaletteLine | Group) -> str:
    if isinstance(row, Group):
        return _headings()[row]
    return " · ".join(filter(None, (row.words, row.aside, row.refused)))


def _pieces(text: str, found: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    """Part a text into what is marked and what is not."""
    pieces, at = [], 0
    for begin, end in found:
        if begin >= at and begin < len(text):
            pieces += [(text[at:begin], False), (text[begin:end], True)]
            at = end
    pieces.append((text[at:], False))
    return [piece for piece in pieces if piece[0]]
