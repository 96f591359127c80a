"""How a seat looks in each state: a colour, and a sign for whoever does not see it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QStaticText

from congress_desk.domain.seating.plan import HallSeat
from congress_desk.domain.seating.seating import Seating, SeatState
from congress_desk.ui.desks.people.seats.seat_layout import SeatLayout
from congress_desk.ui.look import theme, tokens

# Ground and edge of each state. A bar at the foot of the seat says that somebody is there.
GROUNDS = {
    SeatState.FREE: ("paper", "line"),
    SeatState.FOR_GUESTS: ("hover", "line"),
    SeatState.AWAITED: ("paper", "edge"),
    SeatState.PRESENT: ("holds_soft", "holds"),
    SeatState.ELSEWHERE: ("look_soft", "look"),
    SeatState.NOT_COMING: ("ground", "wrong"),
    SeatState.CLOSED: ("line", "line"),
}
_NAMED, _NUMBERED, _BAR = 52, 17, 0.2


def paint_states(painter: QPainter, layout: SeatLayout, states: Mapping[int, SeatState]) -> None:
    """Paint every seat in the colour of its state: a call a state, not one a seat."""
    places: dict[SeatState, list[QRectF]] = {state: [] for state in SeatState}
    for seat_id, state in states.items():
        place = layout.place(seat_id)
        if place is not None:
            places[state].append(place)
    small = layout.cell < theme.px(_NUMBERED)
    for state, found in places.items():
        ground, edge = GROUNDS[state]
        solid = small and state in (SeatState.PRESENT, SeatState.ELSEWHERE)
        painter.setBrush(theme.colour(edge if solid else ground))
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.drawRects(found)
        _paint_signs(painter, state, found, bare=small)


def state_picture(state: SeatState, side: int) -> QPixmap:
    """Return one seat in a state, for the legend."""
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    place = QRectF(1, 1, side - 2, side - 2)
    ground, edge = GROUNDS[state]
    painter.setBrush(theme.colour(ground))
    painter.setPen(QPen(theme.colour(edge), 1))
    painter.drawRect(place)
    _paint_signs(painter, state, [place], bare=False)
    painter.end()
    return made


def _paint_signs(painter: QPainter, state: SeatState, places: list[QRectF], *, bare: bool) -> None:
    colour = theme.colour(GROUNDS[state][1])
    if state in (SeatState.PRESENT, SeatState.ELSEWHERE) and not bare:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRects([_bar(place, half=state is SeatState.ELSEWHERE) for place in places])
    elif state is SeatState.NOT_COMING:
        painter.setPen(QPen(colour, 1))
        painter.drawLines([QLineF(place.topLeft(), place.bottomRight()) for place in places])


def _bar(place: QRectF, *, half: bool) -> QRectF:
    high = max(place.height() * _BAR, 2.0)
    width = place.width() / 2 if half else place.width()
    return QRectF(place.left(), place.bottom() - high, width, high)


def names_people(layout: SeatLayout) -> bool:
    """Say whether seats are so large that they name who sits there."""
    return layout.cell >= theme.px(_NAMED)


def paint_labels(
    painter: QPainter, layout: SeatLayout, seating: Seating, stage: str, within: QRectF
) -> None:
    """Paint the words of a plan: the stage, the rows, and of each seat within a rectangle."""
    _paint_stage(painter, layout, stage)
    painter.setFont(_font(layout.cell * 0.42))
    painter.setPen(theme.colour("muted"))
    for name, place in layout.row_places():
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
    if names_people(layout):
        for seat in layout.seats:
            at = layout.place(seat.id)
            if at is not None and at.intersects(within):
                _paint_named(painter, seat, at, seating)
    elif layout.cell >= theme.px(_NUMBERED):
        _paint_numbers(painter, layout, seating)


def _paint_numbers(painter: QPainter, layout: SeatLayout, seating: Seating) -> None:
    """Paint the numbers of all seats; each is set once, however many rows have it."""
    painter.setFont(_font(layout.cell * 0.38))
    texts: dict[int, QStaticText] = {}
    # Those of seats that are taken stand out: two pens, not one a seat.
    for taken, colour in ((True, "text"), (False, "muted")):
        painter.setPen(theme.colour(colour))
        for seat in layout.seats:
            at = layout.place(seat.id)
            if at is None or (seating.sitter(seat) is not None) is not taken:
                continue
            text = texts.get(seat.number)
            if text is None:
                text = texts[seat.number] = QStaticText(str(seat.number))
                text.prepare(font=painter.font())
            size, high = text.size(), at.height() * (1 - _BAR)
            left = at.left() + (at.width() - size.width()) / 2
            painter.drawStaticText(QPointF(left, at.top() + (high - size.height()) / 2), text)


def _paint_named(painter: QPainter, seat: HallSeat, place: QRectF, seating: Seating) -> None:
    """Paint what a seat is called, and the last words of who sits there."""
    person = seating.sitter(seat)
    font = _font(place.width() * 0.18)
    painter.setFont(font)
    painter.setPen(theme.colour("muted"))
    inner = place.adjusted(2, 0, -2, -place.height() * _BAR)
    upper = QRectF(inner.left(), inner.top() + 1, inner.width(), inner.height() * 0.36)
    painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, seat.label)
    if person is None:
        return
    painter.setPen(theme.colour("text"))
    lower = inner.adjusted(0, inner.height() * 0.36, 0, 0)
    said = _fitting_name(person.name, QFontMetricsF(font), lower.width())
    painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, said)


def _fitting_name(name: str, metrics: QFontMetricsF, width: float) -> str:
    """Return as many of the last words of a name as have room; the given name stays longest."""
    words = name.split()
    for begin in range(len(words)):
        said = " ".join(words[begin:])
        if metrics.horizontalAdvance(said) <= width:
            return said
    return metrics.elidedText(words[-1], Qt.TextElideMode.ElideRight, width) if words else ""


def _paint_stage(painter: QPainter, layout: SeatLayout, words: str) -> None:
    place = layout.stage_place
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(QColor(theme.colour("hover")))
    painter.drawRect(place)
    painter.setPen(theme.colour("muted"))
    upright = place.height() <= place.width()
    painter.setFont(_font(min(place.height(), place.width()) * 0.55))
    if upright:
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return
    painter.save()
    painter.translate(place.center())
    painter.rotate(-90)
    turned = QRectF(-place.height() / 2, -place.width() / 2, place.height(), place.width())
    painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def _font(size: float) -> QFont:
    made = QFont(tokens.FAMILY)
    made.setPixelSize(max(round(size), 6))
    return made
