"""The list of bundles: a mark, the number, the state in a word, entered and expected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPixmap,
    QPolygon,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from congress_desk.domain.elections.cover_code import begins_cover_code
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Bundle
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.bundles.bundle_model import (
    BundleListModel,
    BundleRole,
)
from congress_desk.ui.look import icons, theme
from congress_desk.ui.model_index import Index
from congress_desk.ui.parts.pass_words import CornerSign
from congress_desk.ui.records.table_model import Sign

CORNER = 24
# The number pad has these two beside the digits; the keys of the commands work as well.
_ASKED = {Qt.Key.Key_Plus: "add", Qt.Key.Key_Asterisk: "cover"}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BundleList(QListView):
    """`chosen` carries the number of the bundle to go on with; + and * ask to `add` and `cover`."""

    chosen = Signal(int)
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bundleList")
        self.setAccessibleName(tr("Bundles"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.bundles = BundleListModel()
        self.setModel(self.bundles)
        self.setItemDelegate(BundleDelegate(self))
        self.clicked.connect(self._choose)
        theme.changed.connect(self.doItemsLayout)

    def show_bundles(
        self,
        bundles: tuple[Bundle, ...],
        in_hand: int | None,
        passes: tuple[BundlePasses, ...] = (),
    ) -> None:
        """Show the bundles; the one in hand stays in sight."""
        self.bundles.show(bundles, in_hand, passes)
        row = self.bundles.row_of(in_hand) if in_hand is not None else -1
        if row >= 0 and not self.hasFocus():
            self.setCurrentIndex(self.bundles.index(row))
            self.scrollTo(self.bundles.index(row))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        # Every row is as high as the others: Qt would lay the list out anew, and paint all of it.
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    @property
    def current(self) -> int | None:
        """Return the number of the bundle that is marked, None without any."""
        number = self.currentIndex().data(BundleRole.NUMBER)
        return None if number is None else int(number)

    def _choose(self, index: Index) -> None:
        number = index.data(BundleRole.NUMBER)
        if number is not None:
            self.chosen.emit(int(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.text() and begins_cover_code(event.text()):
            event.ignore()  # a scanned cover goes to the entry line
        elif key in _ASKED:
            self.wanted.emit(_ASKED[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # What stands below the list takes its room after the bundles were shown.
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class BundleDelegate(QStyledItemDelegate):
    """Paints a mark, the number with entered / expected, and the state below.

    In a narrow column the state shows by the mark and the tooltip alone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmaps: dict[tuple[str, str], QPixmap] = {}
        theme.changed.connect(self._pixmaps.clear)

    def _pixmap(self, name: str, tone: str) -> QPixmap:
        if (name, tone) not in self._pixmaps:
            self._pixmaps[name, tone] = icons.pixmap(name, tone, 16)
        return self._pixmaps[name, tone]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        in_hand = bool(index.data(BundleRole.IN_HAND))
        whole = option.rect.adjusted(1, 1, -1, -1)
        self._paint_ground(painter, option, whole, in_hand)
        sign: Sign = index.data(BundleRole.SIGN)
        pixmap = self._pixmap(sign.icon, sign.tone)
        side = round(pixmap.width() / pixmap.devicePixelRatio())
        left = whole.left() + theme.px(8)
        painter.drawPixmap(left, whole.center().y() - side // 2, pixmap)
        words = whole.adjusted(theme.px(16) + side, theme.px(4), -theme.px(8), -theme.px(4))
        self._paint_words(painter, words, index, in_hand)
        corner: CornerSign | None = index.data(BundleRole.CORNER)
        if corner is not None:
            _paint_corner(painter, whole, corner)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, whole: QRect, in_hand: bool
    ) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(theme.colour("accent") if focused else Qt.PenStyle.NoPen)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "accent_soft" if in_hand else "hover" if hovered or focused else ""
        painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        if ground or focused:
            painter.drawRoundedRect(whole, theme.px(6), theme.px(6))

    def _paint_words(self, painter: QPainter, area: QRect, index: Index, in_hand: bool) -> None:
        plain, bold = theme.font(), theme.font("table", bold=True)
        title, counts = str(index.data()), str(index.data(BundleRole.COUNTS))
        upper, lower = QRect(area), QRect(area)
        upper.setBottom(area.center().y())
        lower.setTop(area.center().y() + 1)
        wide = QFontMetrics(plain).horizontalAdvance(counts)
        roomy = QFontMetrics(bold).horizontalAdvance(title) + wide + theme.px(6) <= area.width()
        painter.setFont(plain)
        painter.setPen(theme.colour("text" if in_hand else "muted"))
        painter.drawText(upper if roomy else lower, _RIGHT if roomy else _LEFT, counts)
        if roomy:
            painter.setPen(theme.colour("accent" if in_hand else "muted"))
            word = str(index.data(BundleRole.STATE_WORD))
            if index.data(BundleRole.CORNER) is not None:
                lower.setRight(lower.right() - theme.px(CORNER) + theme.px(8))
            painter.drawText(lower, _LEFT, _elided(plain, word, lower.width()))
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        painter.drawText(upper, _LEFT, _elided(bold, title, upper.width()))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(46))


def _paint_corner(painter: QPainter, whole: QRect, corner: CornerSign) -> None:
    """Paint the corner that the sheet on the pile has: its colour and its sign."""
    side = theme.px(CORNER)
    right, bottom = whole.right() + 1, whole.bottom() + 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(corner.tone))
    points = (QPoint(right, bottom - side), QPoint(right, bottom), QPoint(right - side, bottom))
    painter.drawPolygon(QPolygon(points))
    area = QRect(right - side * 6 // 10, bottom - side * 6 // 10, side * 6 // 10, side * 6 // 10)
    painter.setPen(theme.colour("on_accent"))
    painter.setFont(theme.font("table", bold=True))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, corner.sign)


def _elided(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
