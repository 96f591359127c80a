"""The hall as seats on a page of the hall: who has come, seen from the last row."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.congress import Congress
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.seating.plan import StageSide
from congress_desk.domain.seating.seating import Seating, SeatState
from congress_desk.i18n import grouped
from congress_desk.reports.document.head import congress_wording, stamp_text
from congress_desk.reports.hall.content import (
    Figure,
    HallContent,
    HallSeats,
    SeatTone,
    Tone,
)
from congress_desk.reports.hall.measuring import LEADING, LEAST, Measure, Room, broken
from congress_desk.reports.hall.page import HOLDS, LINE, QUIET, Align, BoxMark, Mark, TextMark
from congress_desk.reports.hall.signs import COLOURS

_HIGH, _GAP, _LEGEND, _STAGE = 0.8, 0.14, 70.0, 14.0
# The share of the width that the numbers take, and how large they are.
_BESIDE, _NUMBER = 0.21, 112.0
_TONES = {
    SeatState.PRESENT: SeatTone.THERE,
    SeatState.AWAITED: SeatTone.AWAITED,
    SeatState.ELSEWHERE: SeatTone.ON_STAGE,
}


def seats_content(congress: Congress, base: BaseSum, seating: Seating) -> HallContent:
    """Return the plan in force with who has come, under how many are there and D by now."""
    words, plan = congress_wording(congress), seating.plan
    drawn = plan.drawing()
    figures = (
        Figure(value=grouped(base.present), words=words.say("hall.present"), tone=Tone.HOLDS),
        Figure(value=grouped(base.convened), words=words.say("hall.convened")),
        Figure(value=grouped(base.base), words=words.say("hall.base")),
    )
    places = tuple(
        (*drawn(seat.line, seat.column), _TONES.get(seating.states[seat.id], SeatTone.FREE))
        for seat in plan.seats
    )
    tones = {tone for _, _, tone in places}
    return HallContent(
        subject=Subject(kind=SubjectKind.SEATING),
        title=words.say("hall.seating"),
        parts=(
            HallSeats(
                figures=figures,
                places=places,
                stage=plan.stage,
                legend=tuple(
                    (tone, words.say(f"hall.seats.{tone.value}"))
                    for tone in SeatTone
                    if tone in tones and tone is not SeatTone.FREE
                ),
            ),
        ),
        stamp=stamp_text(congress, words),
    )


def draw_seats(part: HallSeats, room: Room, measure: Measure) -> Iterator[Mark]:
    """Draw the hall as large as it can be beside the numbers, the legend below it."""
    yield from _figures(part, room, measure)
    beside = room.width * _BESIDE
    hall = room._replace(left=room.left + beside, width=room.width - beside)
    yield from _hall(part, hall)
    yield from _legend(part, room, measure)


def _figures(part: HallSeats, room: Room, measure: Measure) -> Iterator[Mark]:
    """Draw the numbers under each other, each over its words."""
    width = room.width * _BESIDE - LEAST
    each = (room.height - _LEGEND) / len(part.figures)
    for place, figure in enumerate(part.figures):
        y = room.top + place * each + _NUMBER
        yield TextMark(
            x=room.left,
            y=y,
            text=figure.value,
            size=_NUMBER,
            bold=True,
            colour=COLOURS[figure.tone],
        )
        for line in broken(figure.words, width / LEAST, measure):
            y += LEAST * LEADING
            yield TextMark(x=room.left, y=y, text=line, size=LEAST, colour=QUIET)


def _hall(part: HallSeats, room: Room) -> Iterator[Mark]:
    across = max(x for x, _, _ in part.places) + 1
    down = max(y for _, y, _ in part.places) + 1
    wide, high = room.width - 4 * _STAGE, room.height - _LEGEND - 4 * _STAGE
    cell = min(wide / across, high / down / _HIGH)
    tall = cell * _HIGH
    left, top = room.middle - across * cell / 2, room.top + 2 * _STAGE
    yield _stage(part.stage, left, top, across * cell, down * tall)
    for x, y, tone in part.places:
        yield _seat(left + x * cell, top + y * tall, cell, tone)


def _seat(x: float, y: float, cell: float, tone: SeatTone) -> BoxMark:
    gap = cell * _GAP
    fill, edge = {
        SeatTone.THERE: (HOLDS, ""),
        SeatTone.AWAITED: ("", QUIET),
        SeatTone.ON_STAGE: ("", HOLDS),
        SeatTone.FREE: ("", LINE),
    }[tone]
    return BoxMark(
        x=x + gap / 2,
        y=y + gap / 2,
        width=cell - gap,
        height=cell * _HIGH - gap,
        fill=fill,
        edge=edge,
        stroke=2.0,
        radius=min(cell * 0.1, 4),
    )


def _stage(side: StageSide, left: float, top: float, width: float, height: float) -> BoxMark:
    """Return the stage: a bar on its side of the hall."""
    x, y, wide, high = {
        StageSide.TOP: (left, top - 1.6 * _STAGE, width, _STAGE),
        StageSide.BOTTOM: (left, top + height + 0.6 * _STAGE, width, _STAGE),
        StageSide.LEFT: (left - 1.6 * _STAGE, top, _STAGE, height),
        StageSide.RIGHT: (left + width + 0.6 * _STAGE, top, _STAGE, height),
    }[side]
    return BoxMark(x=x, y=y, width=wide, height=high, fill=LINE)


def _legend(part: HallSeats, room: Room, measure: Measure) -> Iterator[Mark]:
    """Draw what the seats mean, in the least size that is read from the last row."""
    box, gap = LEAST * 1.2, LEAST * 0.5
    widths = [box + gap + measure(words, False) * LEAST for _, words in part.legend]
    x = room.middle - (sum(widths) + 2 * LEAST * (len(widths) - 1)) / 2
    base = room.bottom - LEAST * 0.35
    for (tone, words), width in zip(part.legend, widths, strict=True):
        yield _seat(x, base - LEAST * 0.85, box, tone)
        yield TextMark(
            x=x + box + gap, y=base, text=words, size=LEAST, colour=QUIET, align=Align.LEFT
        )
        x += width + 2 * LEAST
