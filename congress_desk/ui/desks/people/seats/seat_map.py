"""The hall, painted: a seat each with its state; chosen and swapped by mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from congress_desk.domain.seating.plan import HallSeat, SeatingPlan
from congress_desk.domain.seating.seating import Seating
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.seats.seat_layout import SeatLayout
from congress_desk.ui.desks.people.seats.seat_painting import (
    names_people,
    paint_labels,
    paint_states,
)
from congress_desk.ui.desks.people.seats.seat_words import seat_told
from congress_desk.ui.look import theme

LEAST_CELL, LARGEST_CELL, STEP = 8, 96, 1.25
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SeatMap(QWidget):
    """A plan with who sits where; one seat is current, several may be selected.

    The arrows move, with Shift they select; Enter or a double click `chosen`s the current seat.
    `dropped` carries two seats: who was dragged from the first to the second. `moved` says where
    the current seat is, for whoever has to bring it into sight; it is zoomed by Ctrl and the wheel.
    """

    chosen = Signal(object)
    current_changed = Signal()
    dropped = Signal(object, object)
    moved = Signal(QRect)

    def __init__(self, object_name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(title)
        self._title = title
        self._seating: Seating | None = None
        self._layout = SeatLayout(SeatingPlan(name=""))
        self._current = 0
        self._anchor = 0
        self._selected: frozenset[int] = frozenset()
        self._marked = 0
        self._labels: QPixmap | None = None
        self._words: tuple[str, ...] = ()
        self._room, self._zoom = QSize(0, 0), 0.0
        self._pressed: QPoint | None = None
        self._lifted, self._over, self._band = 0, 0, QRect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def seating(self) -> Seating | None:
        """Return what is shown, None while there is none."""
        return self._seating

    @property
    def current(self) -> HallSeat | None:
        """Return the current seat, None in a hall without any."""
        return self._layout.seat(self._current)

    @property
    def selected(self) -> tuple[HallSeat, ...]:
        """Return the selected seats, the current one where no others are."""
        wanted = self._selected or {self._current}
        return tuple(seat for seat in self._layout.seats if seat.id in wanted)

    def show_seating(self, seating: Seating) -> None:
        """Show a plan from now on; the same plan keeps its current seat and what is selected."""
        before, self._seating = self._seating, seating
        names = tuple(map(seating.sitter, seating.plan.seats))
        words = tuple(person.name if person else "" for person in names)
        if before is None or before.plan.seats != seating.plan.seats:
            self._layout = SeatLayout(seating.plan)
            known = {seat.id for seat in seating.plan.seats}
            self._selected &= known
            if self._current not in known:
                self._current = seating.plan.seats[0].id if seating.plan.seats else 0
            self._marked = self._marked if self._marked in known else 0
            self._fit()
        elif before.plan.stage is not seating.plan.stage:
            self._layout = SeatLayout(seating.plan)
            self._fit()
        if words != self._words:
            self._words, self._labels = words, None
        self._tell()
        self.update()

    def mark(self, seat_id: int) -> None:
        """Mark a seat whose sitter is about to change places; 0 ends that."""
        self._marked = seat_id
        self.update()

    @property
    def marked(self) -> HallSeat | None:
        """Return the seat that is marked, None while none is."""
        return self._layout.seat(self._marked)

    def go_to(self, seat_id: int) -> None:
        """Make a seat the current one, and have it in sight."""
        if self._layout.seat(seat_id) is not None:
            self._select(frozenset(), seat_id)

    def select_row(self) -> None:
        """Select the whole row of the current seat, of all blocks."""
        seat = self.current
        if seat is not None:
            row = {each.id for each in self._layout.seats if each.line == seat.line}
            self._select(frozenset(row), seat.id)

    def fit_in(self, room: QSize) -> None:
        """Fill this room while nobody has zoomed."""
        self._room = room
        self._fit()

    def zoom(self, steps: int) -> None:
        """Draw seats larger or smaller; 0 is as large as the room allows."""
        cell = self._layout.cell * STEP**steps
        self._zoom = min(max(cell, theme.px(LEAST_CELL)), theme.px(LARGEST_CELL)) if steps else 0.0
        self._fit()
        self._tell_place()

    def sizeHint(self) -> QSize:
        return self._layout.size

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(120))

    def _fit(self) -> None:
        cell = self._zoom or self._layout.fitting(self._room)
        cell = min(max(cell, theme.px(LEAST_CELL)), theme.px(LARGEST_CELL))
        self._layout.arrange(cell)
        self._labels = None
        self.setFixedSize(self._layout.size.expandedTo(QSize(1, 1)))
        self.update()

    def _select(self, seats: frozenset[int], current: int) -> None:
        self._selected, before, self._current = seats, self._current, current
        if not seats:
            self._anchor = current
        self.update()
        self.current_changed.emit()
        if before != current:
            self._tell()
        self._tell_place()

    def _tell_place(self) -> None:
        place = self._layout.place(self._current)
        if place is not None:
            self.moved.emit(place.toAlignedRect())

    def _tell(self) -> None:
        """Let screen readers say the current seat."""
        self.setAccessibleDescription(self.told(self.current) if self.current else "")
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )

    def told(self, seat: HallSeat) -> str:
        """Return in words who is to sit on a seat, and how it stands."""
        assert self._seating is not None
        return seat_told(self._seating, seat)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._seating is not None:
            paint_states(painter, self._layout, self._seating.states)
            self._paint_words(painter, QRectF(event.rect()))
            self._paint_chosen(painter)
        if not self._band.isNull():
            painter.setPen(QPen(theme.colour("accent"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._band)
        painter.end()

    def _paint_words(self, painter: QPainter, within: QRectF) -> None:
        """Paint the words in sight; small ones are drawn once and laid over the colours."""
        assert self._seating is not None
        if names_people(self._layout):
            paint_labels(painter, self._layout, self._seating, tr("STAGE"), within)
            return
        if self._labels is None:
            self._labels = self._drawn_labels()
        painter.drawPixmap(0, 0, self._labels)

    def _drawn_labels(self) -> QPixmap:
        assert self._seating is not None
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        paint_labels(painter, self._layout, self._seating, tr("STAGE"), QRectF(self.rect()))
        painter.end()
        return made

    def _paint_chosen(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
        chosen = [self._layout.place(seat) for seat in self._selected]
        painter.drawRects([place for place in chosen if place is not None])
        for seat_id, style in (
            (self._marked, Qt.PenStyle.DotLine),
            (self._lifted, Qt.PenStyle.DotLine),
            (self._over, Qt.PenStyle.DotLine),
            (self._current, Qt.PenStyle.SolidLine),
        ):
            place = self._layout.place(seat_id)
            if place is None or self.focusPolicy() is Qt.FocusPolicy.NoFocus:
                continue
            wide = theme.px(3) if self.hasFocus() or style is Qt.PenStyle.DotLine else theme.px(2)
            painter.setPen(QPen(theme.colour("accent_strong"), wide, style))
            painter.drawRect(place.adjusted(-2, -2, 2, 2))

    def _on_theme_changed(self) -> None:
        self._labels = None
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = event.position().toPoint()
        seat = self._layout.at(event.position())
        held = event.modifiers()
        if seat is None:
            return
        if held & Qt.KeyboardModifier.ControlModifier:
            self._select((self._selected or frozenset({self._current})) ^ {seat.id}, seat.id)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self._select(frozenset(self._layout.between(self._anchor, seat.id)), seat.id)
        elif seat.id not in self._selected:
            self._select(frozenset(), seat.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag whoever sits where the button was pressed; else draw a band around seats."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = event.position().toPoint() - self._pressed
        if far.manhattanLength() < QApplication.startDragDistance():
            return
        start = self._layout.at(QPointF(self._pressed))
        if start is not None and start.person_id and self._band.isNull():
            over = self._layout.at(event.position())
            self._lifted, self._over = start.id, over.id if over is not None else 0
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._band = QRect(self._pressed, event.position().toPoint()).normalized()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        band, self._band = self._band, QRect()
        start, over = self._layout.seat(self._lifted), self._layout.seat(self._over)
        self._pressed, self._lifted, self._over = None, 0, 0
        self.unsetCursor()
        self.update()
        if not band.isNull():
            found = self._layout.within(QRectF(band))
            if found:
                self._select(frozenset(found), next(iter(found)))
        elif start is not None and over is not None and start.id != over.id:
            self._select(frozenset(), over.id)
            self.dropped.emit(start, over)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._layout.at(event.position()) is not None:
            self.chosen.emit(self.current)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if key in _ARROWS and plain:
            self._step(*_ARROWS[key], more=bool(shift))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            self._step(-1 if key is Qt.Key.Key_Home else 1, 0, more=bool(shift), far=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.current is not None:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _step(self, across: int, down: int, *, more: bool, far: bool = False) -> None:
        seat = self._layout.beside(self._current, across, down, far=far)
        if seat is None:
            return
        if more:
            self._select(frozenset(self._layout.between(self._anchor, seat.id)), seat.id)
        else:
            self._select(frozenset(), seat.id)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            seat = self._layout.at(QPointF(event.pos()))
            if seat is not None and self._seating is not None:
                QToolTip.showText(event.globalPos(), self.told(seat), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._labels = None
        super().resizeEvent(event)
