"""A number beside a line of the navigation, on a soft ground: how many of something wait there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from congress_desk.ui.look import theme

NUMBER_ROLE = Qt.ItemDataRole.UserRole + 1
TONE_ROLE = Qt.ItemDataRole.UserRole + 2
GROUP_ROLE = Qt.ItemDataRole.UserRole + 3
HEIGHT, SMALL, ROOM, BESIDE = 20, 15, 7, 10
# The room over the first line of a group.
GAP = 9


class BadgeDelegate(QStyledItemDelegate):
    """Draws a line as it is, and the number over its right end; a group begins after a gap."""

    line_height = 0
    icons_alone = False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        option = _below_gap(painter, option, index)
        super().paint(painter, option, index)
        text, tone = index.data(NUMBER_ROLE), str(index.data(TONE_ROLE) or "look")
        if not text:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("body", bold=True))
        height = theme.px(SMALL if self.icons_alone else HEIGHT)
        room = 0 if self.icons_alone else theme.px(ROOM)
        width = painter.fontMetrics().horizontalAdvance(str(text)) + 2 * room
        cell = QRectF(option.rect)
        badge = QRectF(0, 0, max(width, height), height)
        badge.moveCenter(cell.center())
        badge.moveRight(cell.right() - theme.px(BESIDE))
        if self.icons_alone:
            badge.moveTopRight(cell.topRight())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{tone}_soft"))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(theme.colour(tone))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(text))
        painter.restore()

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if self.icons_alone:
            option.text = ""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        gap = theme.px(GAP) if index.data(GROUP_ROLE) else 0
        width = 0 if self.icons_alone else super().sizeHint(option, index).width()
        return QSize(width, self.line_height + gap)


def _below_gap(
    painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
) -> QStyleOptionViewItem:
    """Return where a line is drawn; over the first of a group stands a hairline in a gap."""
    if not index.data(GROUP_ROLE):
        return option
    inside, gap = QStyleOptionViewItem(option), theme.px(GAP)
    middle, beside = option.rect.top() + gap // 2, theme.px(BESIDE)
    painter.setPen(theme.colour("line"))
    painter.drawLine(option.rect.left() + beside, middle, option.rect.right() - beside, middle)
    inside.rect = option.rect.adjusted(0, gap, 0, 0)
    return inside


def show_badge(item: QListWidgetItem, number: int, tone: str, said: str) -> None:
    """Show a number on a line, none for 0; `said` is the line for screen readers and hovering."""
    item.setData(NUMBER_ROLE, str(number) if number else "")
    item.setData(TONE_ROLE, tone)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
