"""The hall of 1,600 seats: drawn, and recoloured as people come, in less than a frame.

Processor time of the thread that paints. "Drawn" has every word anew, as after a zoom; "recoloured"
is what an arrival costs, whether one seat has changed or all of them.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from benchmarks.congresses import FAMILIES, GIVEN, granted
from benchmarks.measured import Measured, percentile
from benchmarks.waiting import the_app
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.seating.hall_shape import HallShape, drawn_hall
from congress_desk.domain.seating.plan import SeatingPlan
from congress_desk.domain.seating.seating import Seating
from congress_desk.ui.desks.people.seats.seat_map import SeatMap
from congress_desk.ui.look import theme

SHAPE = HallShape(rows=40, blocks=(10, 20, 10), cross_aisles=(10, 20, 30))
ROOM = QSize(1200, 900)
FRAME_MS = 16


def run(folder: Path, short: bool) -> list[Measured]:
    """Show the hall as it fills: nobody, then more with each picture."""
    app = the_app()
    theme.load_fonts()
    theme.apply(app, "light", 100)
    plan, people = _hall()
    shown = SeatMap("benchSeats", "Hall")
    shown.fit_in(ROOM)
    times = 20 if short else 100
    views = [Seating(plan=plan, people=_arrived(people, n * 16)) for n in range(times)]
    shown.show_seating(views[0])
    picture = QPixmap(shown.size())
    shown.render(picture)
    drawn, coloured = [], []
    for view in views:
        coloured.append(_timed(shown, view, picture))
    for view in views[:20]:
        shown.zoom(0)
        drawn.append(_timed(shown, view, picture))
    all_at_once = [
        _timed(shown, Seating(plan=plan, people=_arrived(people, n % 2 * len(people))), picture)
        for n in range(20)
    ]
    return [
        _measured("1,600 seats drawn, every word anew", drawn),
        _measured("1,600 seats recoloured, sixteen arrivals", coloured),
        _measured("1,600 seats recoloured, everybody at once", all_at_once),
    ]


def _timed(shown: SeatMap, view: Seating, picture: QPixmap) -> float:
    began = time.thread_time()
    shown.show_seating(view)
    shown.render(picture)
    return (time.thread_time() - began) * 1000


def _measured(what: str, times: list[float]) -> Measured:
    return Measured(
        what=f"{what}, 95th percentile", value=percentile(times, 0.95), bound=FRAME_MS, unit="ms"
    )


def _hall() -> tuple[SeatingPlan, tuple[Person, ...]]:
    seats = granted(drawn_hall(SHAPE, ""))
    numbered = tuple(replace(seat, id=n, person_id=n) for n, seat in enumerate(seats, start=1))
    people = tuple(
        Person(
            id=n,
            code=f"D{n:04}",
            name=f"{FAMILIES[n % len(FAMILIES)]} Văn {GIVEN[n % len(GIVEN)]}",
            delegation=f"Đoàn {n % 40}",
        )
        for n in range(1, len(seats) + 1)
    )
    return SeatingPlan(name="Hội trường", seats=numbered), people


def _arrived(people: tuple[Person, ...], count: int) -> tuple[Person, ...]:
    return tuple(
        replace(person, status=Status.PRESENT) if person.id <= count else person
        for person in people
    )
