"""Where each seat of a plan is drawn, for any size of a seat."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize

from congress_desk.domain.seating.plan import HallSeat, SeatingPlan, StageSide

# A seat is this much less high than its place is wide; gaps are a share of it too.
HIGH, GAP = 0.8, 0.1
_EDGE = 0.4
_STAGE, _ROWS = 1.2, 1.2


class SeatLayout:
    """Places of seats in pixels: `cell` is how wide the place of one is."""

    def __init__(self, plan: SeatingPlan) -> None:
        self.plan, self.seats = plan, plan.seats
        self.cell = 24
        self._by_id = {seat.id: seat for seat in plan.seats}
        self._drawn = plan.drawing()
        self._by_place = {self._drawn(s.line, s.column): s for s in plan.seats}
        lines, columns = plan.size
        self._sideways = plan.stage in (StageSide.LEFT, StageSide.RIGHT)
        self._across, self._down = (lines, columns) if self._sideways else (columns, lines)
        # The stage takes room on its side, the names of rows on the side where they begin.
        self._left = _EDGE + {StageSide.LEFT: _STAGE}.get(
            plan.stage, 0 if self._sideways else _ROWS
        )
        self._top = _EDGE + {StageSide.TOP: _STAGE}.get(plan.stage, _ROWS if self._sideways else 0)
        self._right = _EDGE + (_STAGE if plan.stage is StageSide.RIGHT else 0)
        self._bottom = _EDGE + (_STAGE if plan.stage is StageSide.BOTTOM else 0)
        self._places: dict[int, QRectF] = {}

    @property
    def size(self) -> QSize:
        """Return how large the drawn plan is."""
        return QSize(
            round((self._left + self._across + self._right) * self.cell),
            round((self._top + self._down + self._bottom) * self.high),
        )

    @property
    def high(self) -> int:
        """Return how high the place of a seat is."""
        return max(round(self.cell * HIGH), 1)

    def fitting(self, room: QSize) -> float:
        """Return how wide a place may be so that the whole plan has room."""
        wide = room.width() / (self._left + self._across + self._right)
        return min(wide, room.height() / (self._top + self._down + self._bottom) / HIGH)

    def arrange(self, cell: float) -> None:
        """Place all seats anew."""
        # Whole pixels: edges of seats are drawn sharp, and all alike.
        self.cell = cell = max(int(cell), 1)
        gap = max(round(cell * GAP), 1)
        self._places = {
            seat.id: QRectF(
                round((self._left + x) * cell) + gap // 2,
                round((self._top + y) * self.high) + gap // 2,
                cell - gap,
                self.high - gap,
            )
            for (x, y), seat in self._by_place.items()
        }

    def seat(self, seat_id: int) -> HallSeat | None:
        """Return the seat with this id."""
        return self._by_id.get(seat_id)

    def place(self, seat_id: int) -> QRectF | None:
        """Return where a seat is drawn."""
        return self._places.get(seat_id)

    def at(self, point: QPointF) -> HallSeat | None:
        """Return the seat at a point."""
        x = int(point.x() / self.cell - self._left) if point.x() >= self._left * self.cell else -1
        high = self.high
        y = int(point.y() / high - self._top) if point.y() >= self._top * high else -1
        found = self._by_place.get((x, y))
        place = self._places.get(found.id) if found else None
        return found if place is not None and place.contains(point) else None

    def beside(self, seat_id: int, across: int, down: int, *, far: bool = False) -> HallSeat | None:
        """Return the next seat that way, over aisles; the last one where it is to be `far`."""
        seat = self._by_id.get(seat_id)
        if seat is None:
            return None
        x, y = self._drawn(seat.line, seat.column)
        along = [
            ((px - x) * across + (py - y) * down, abs(px - x) if down else abs(py - y), found)
            for (px, py), found in self._by_place.items()
        ]
        ahead = [each for each in along if each[0] > 0 and (down or each[1] == 0)]
        if not ahead:
            return None
        if far:
            return max(ahead, key=lambda each: each[0])[2]
        return min(ahead, key=lambda each: (each[0], each[1]))[2]

    def within(self, band: QRectF) -> list[int]:
        """Return the seats that a band touches."""
        return [seat_id for seat_id, place in self._places.items() if place.intersects(band)]

    def between(self, first: int, second: int) -> list[int]:
        """Return the seats between two, across lines and columns."""
        one, other = self.seat(first), self.seat(second)
        if one is None or other is None:
            return []
        lines = sorted((one.line, other.line))
        columns = sorted((one.column, other.column))
        return [
            seat.id
            for seat in self.seats
            if lines[0] <= seat.line <= lines[1] and columns[0] <= seat.column <= columns[1]
        ]

    @property
    def stage_place(self) -> QRectF:
        """Return where the stage is drawn."""
        width, height, high = self.size.width(), self.size.height(), self.high
        inner_left, inner_top = self._left * self.cell, self._top * high
        inner = QRectF(inner_left, inner_top, self._across * self.cell, self._down * high)
        edge, deep = self.cell * 0.3, self.cell * 0.85
        if self.plan.stage is StageSide.TOP:
            return QRectF(inner.left(), edge * HIGH, inner.width(), deep * HIGH)
        if self.plan.stage is StageSide.BOTTOM:
            return QRectF(inner.left(), height - (edge + deep) * HIGH, inner.width(), deep * HIGH)
        if self.plan.stage is StageSide.LEFT:
            return QRectF(edge, inner.top(), deep, inner.height())
        return QRectF(width - edge - deep, inner.top(), deep, inner.height())

    def row_places(self) -> list[tuple[str, QRectF]]:
        """Return the name of each row, and where it is written: before its first seat."""
        first: dict[int, HallSeat] = {}
        for seat in self.seats:
            first.setdefault(seat.line, seat)
        found = []
        for line, seat in first.items():
            x, y = self._drawn(line, 0)
            high = self.high
            if self._sideways:
                place = QRectF((self._left + x) * self.cell, high * _EDGE, self.cell, high * _ROWS)
            else:
                place = QRectF(0, (self._top + y) * high, (_ROWS + _EDGE) * self.cell, high)
            found.append((seat.row or seat.block, place))
        return found
