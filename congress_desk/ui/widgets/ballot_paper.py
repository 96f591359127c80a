"""The ballot drawn as the paper looks: numbers and names, struck or ticked as it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.i18n import grouped, tr
from congress_desk.ui.look import theme, tokens
from congress_desk.ui.widgets.ballot_layout import BallotLayout, Box, lay_out

LARGEST_TYPE = 26
# Smaller than this nobody reads a name in passing: the ballot scrolls to what is typed instead.
LEAST_TYPE = 10
# A long name is set narrower before it is shortened, in per cent.
NARROWEST = 62
_BAR = 5
_EM = 100
_EMPTY = Paper()


class BallotPaper(QWidget):
    """Draws the names of one list and the marks of one ballot; positions count from 1."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ballotPreview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Ballot"))
        self._names: tuple[str, ...] = ()
        self._ems: list[float] = []
        self._mode = MarkMode.STRIKE
        self._paper = _EMPTY
        self._begun = True
        self._layout: BallotLayout | None = None
        self._font = QFont()
        self._shown: list[str] = []
        self._widths: list[float] = []
        self._lines: list[QRect] = []
        self._narrow: dict[int, QFont] = {}
        self._top = 0.0
        theme.changed.connect(self._lay_out_again)

    @property
    def paper(self) -> Paper:
        """Return what is drawn."""
        return self._paper

    @property
    def placed(self) -> BallotLayout:
        """Return where everything stands at the present size."""
        if self._layout is None:
            self._lay_out()
        assert self._layout is not None
        return self._layout

    def set_list(self, names: Sequence[str], mode: MarkMode) -> None:
        """Draw another list; nothing is marked on it."""
        self._names, self._mode, self._paper = tuple(names), mode, _EMPTY
        measure = QFontMetricsF(_font(_EM))
        self._ems = [measure.horizontalAdvance(name) / _EM for name in self._names]
        self._lay_out_again()

    @property
    def begun(self) -> bool:
        """Say whether a ballot is drawn, and not the sheet before anything is marked."""
        return self._begun

    def set_paper(self, paper: Paper, *, begun: bool = True) -> None:
        """Draw these marks, only the changed lines again; nothing at all before it is `begun`."""
        if begun != self._begun and self._mode is MarkMode.TICK:
            self.update()
        self._begun = begun
        if paper == self._paper:
            return
        changed = _marked(paper) ^ _marked(self._paper)
        newest = max(changed - _marked(self._paper) or changed, default=None)
        self._paper = paper
        if newest is not None and self._bring_into_sight(newest[0]):
            self.update()
            return
        for position in {position for position, _ in changed}:
            line = _rect(self.placed.line(position - 1)).translated(0, -self._top).toAlignedRect()
            self.update(line.adjusted(-6, -1, 6, 1))

    @property
    def scrolled(self) -> float:
        """Return by how many pixels the ballot is scrolled down."""
        return self._top

    def _scroll_to(self, top: float) -> bool:
        """Scroll a ballot that is too high for its room; say whether it moved."""
        wanted = min(max(top, 0.0), max(self.placed.height - self.height(), 0.0))
        moved = wanted != self._top
        self._top = wanted
        return moved

    def _bring_into_sight(self, position: int) -> bool:
        """Scroll to the line that was typed last, with one more above and below it."""
        placed = self.placed
        line = placed.line(position - 1)
        above = line.y - line.height - placed.top
        below = line.y + 2 * line.height - self.height()
        return self._scroll_to(min(max(self._top, below), above))

    def shown_name(self, position: int) -> str:
        """Return a name as it is drawn, shortened when it does not fit."""
        self.placed  # noqa: B018 - lays out when nothing is laid out yet
        return self._shown[position - 1]

    def _lay_out_again(self) -> None:
        self._layout = None
        self.update()

    def _lay_out(self) -> None:
        scale = theme.scale() / 100
        layout = lay_out(
            self._ems,
            self.width(),
            self.height(),
            ticked=self._mode is not MarkMode.STRIKE,
            largest=round(LARGEST_TYPE * max(scale, 1.0)),
            scale=scale,
            least=theme.px(LEAST_TYPE),
        )
        self._layout, self._font = layout, _font(layout.type_size)
        self._shown, self._widths, self._narrow = [], [], {}
        lines = (_rect(layout.line(index)) for index in range(len(self._names)))
        self._lines = [line.toAlignedRect().adjusted(-4, -1, 4, 1) for line in lines]
        usual = QFontMetricsF(self._font)
        for index, name in enumerate(self._names):
            measure, room = usual, layout.name(index).width
            if (wide := usual.horizontalAdvance(name)) > room:
                self._narrow[index] = font = _font(layout.type_size)
                font.setStretch(max(int(100 * room / wide) - 1, NARROWEST))
                measure = QFontMetricsF(font)
            shown = measure.elidedText(name, Qt.TextElideMode.ElideRight, room + 1)
            self._shown.append(shown)
            self._widths.append(measure.horizontalAdvance(shown))
        self._scroll_to(self._top)

    def _paint_line(self, painter: QPainter, index: int, layout: BallotLayout) -> None:
        position, line = index + 1, layout.line(index)
        struck = position in self._paper.struck
        painter.setPen(theme.colour("muted"))
        number = QRectF(line.x, line.y, layout.number - layout.type_size * 0.7, line.height)
        painter.drawText(number, _RIGHT, str(position))
        gone = struck and self._mode is MarkMode.STRIKE
        painter.setPen(theme.colour("disabled" if gone else "text"))
        painter.setFont(self._narrow.get(index, self._font))
        painter.drawText(_rect(layout.name(index)), _LEFT, self._shown[index])
        painter.setFont(self._font)
        if gone:
            self._paint_strike(painter, layout.name(index), self._widths[index])
        if self._mode is MarkMode.TICK:
            self._paint_boxes(painter, position, layout.line(index), layout)
        if self._mode is MarkMode.CUMULATIVE:
            self._paint_votes(painter, position, line, layout)
        if line.height >= layout.type_size * 1.5:
            painter.setPen(theme.colour("line"))
            below = line.y + line.height - 0.5
            painter.drawLine(QPointF(line.x, below), QPointF(line.x + line.width, below))

    def _paint_strike(self, painter: QPainter, name: Box, width: float) -> None:
        painter.setPen(QPen(theme.colour("wrong"), max(2.0, self.placed.type_size / 7)))
        middle = name.y + name.height / 2 + self.placed.type_size * 0.06
        painter.drawLine(QPointF(name.x - 3, middle), QPointF(name.x + width + 3, middle))

    def _paint_boxes(
        self, painter: QPainter, position: int, line: Box, layout: BallotLayout
    ) -> None:
        against = position in self._paper.struck or position in self._paper.both
        neither = position in self._paper.blank
        agree = self._begun and not neither and position not in self._paper.struck
        uncounted = neither or position in self._paper.both
        for column, crossed in enumerate((agree, against)):
            centre = line.x + line.width - layout.boxes * (0.75 - 0.5 * column)
            side = min(layout.box_side, line.height - 3)
            box = QRectF(centre - side / 2, line.y + (line.height - side) / 2, side, side)
            painter.setPen(QPen(theme.colour("look" if uncounted else "edge"), 1.2))
            painter.setBrush(theme.colour("look_soft" if uncounted else "paper"))
            painter.drawRect(box)
            if crossed:
                mark = "look" if uncounted else "wrong" if column else "text"
                painter.setPen(QPen(theme.colour(mark), max(2.0, side / 8)))
                inside = box.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2)
                painter.drawLine(inside.topLeft(), inside.bottomRight())
                painter.drawLine(inside.topRight(), inside.bottomLeft())

    def _paint_votes(
        self, painter: QPainter, position: int, line: Box, layout: BallotLayout
    ) -> None:
        """Write the votes that a name was given at the right, in the room of both boxes."""
        votes = dict(self._paper.given).get(position)
        if votes:
            painter.setPen(theme.colour("text"))
            right = line.x + line.width - layout.boxes
            box = QRectF(right, line.y, layout.boxes - 4, line.height)
            painter.drawText(box, _RIGHT | Qt.TextFlag.TextDontClip, grouped(votes))

    def _paint_heads(self, painter: QPainter, layout: BallotLayout) -> None:
        painter.setFont(_font(layout.head_type))
        painter.setPen(theme.colour("muted"))
        for column in range(layout.columns):
            head = layout.head(column)
            if self._mode is MarkMode.CUMULATIVE:
                box = QRectF(head.x, head.y, head.width - 4, head.height)
                painter.drawText(box, _RIGHT, tr("Votes"))
                continue
            half = head.width / 2
            for title, x in ((tr("Agree"), head.x), (tr("Disagree"), head.x + half)):
                painter.drawText(QRectF(x, head.y, half, head.height), _HEAD, title)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._shortened_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _shortened_at(self, point: QPointF) -> str:
        """Return the whole name under `point` when it is drawn shortened, else ""."""
        for position, name in enumerate(self._names, start=1):
            line = _rect(self.placed.line(position - 1)).translated(0, -self._top)
            if line.contains(point):
                return name if self.shown_name(position) != name else ""
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self.placed
        # Not its bounds: the marks of one ballot stand far from each other.
        dirty = event.region().translated(0, round(self._top))
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        painter.translate(0, -self._top)
        for index, line in enumerate(self._lines):
            if dirty.intersects(line):
                self._paint_line(painter, index, layout)
        painter.translate(0, self._top)
        if self._mode is not MarkMode.STRIKE:
            painter.fillRect(QRectF(0, 0, self.width(), layout.top), theme.colour("paper"))
            self._paint_heads(painter, layout)
        if layout.height > self.height() + 1:
            self._paint_bar(painter, layout)
        painter.end()

    def _paint_bar(self, painter: QPainter, layout: BallotLayout) -> None:
        """Show which part of the ballot is in sight."""
        high = self.height() * self.height() / layout.height
        top = self.height() * self._top / layout.height
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("edge"))
        wide = theme.px(_BAR)
        painter.drawRoundedRect(QRectF(self.width() - wide, top, wide, high), wide / 2, wide / 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._scroll_to(self._top - event.angleDelta().y() / 2):
            self.update()
            event.accept()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._layout = None
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(220), theme.px(150))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), theme.px(360))


_HEAD = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


def _marked(paper: Paper) -> set[tuple[int, str]]:
    return (
        {(position, "struck") for position in paper.struck}
        | {(position, "both") for position in paper.both}
        | {(position, "blank") for position in paper.blank}
        | {(position, str(votes)) for position, votes in paper.given}
    )


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _font(pixels: int) -> QFont:
    made = QFont(tokens.FAMILY)
    made.setPixelSize(pixels)
    return made
