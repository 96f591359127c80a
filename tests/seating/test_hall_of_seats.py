"""The hall as seats before the hall itself: there once a plan is, followed at each arrival."""

from __future__ import annotations

import pytest
from congress_files import granted
from people_files import ACTOR, a_register
from seating_acts import a_seated_hall

from congress_desk.actions.people.checkin import check_in
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.queries.hall import hall_choices, hall_content, lasting_contents
from congress_desk.reports.hall.content import HallSeats, SeatTone
from congress_desk.reports.hall.measuring import LEAST
from congress_desk.reports.hall.page import BoxMark
from congress_desk.reports.hall.page_layout import WIDE, laid_out

SEATS, ARRIVALS = Subject(kind=SubjectKind.SEATING), Subject(kind=SubjectKind.ARRIVALS)


@pytest.fixture
def file(tmp_path):
    made = a_seated_hall(tmp_path)
    yield made
    made.close()


def tones(file) -> list[SeatTone]:
    part = next(p for p in hall_content(file, SEATS).parts if isinstance(p, HallSeats))
    return [tone for _, _, tone in part.places]


def test_that_the_hall_sees_seats_only_where_there_is_a_plan(tmp_path):
    file = a_register(tmp_path)
    assert SEATS not in [choice.subject for choice in hall_choices(file)]
    assert hall_content(file, SEATS) is None
    assert not any(isinstance(p, HallSeats) for p in hall_content(file, ARRIVALS).parts)
    file.close()


def test_that_an_arrival_fills_its_seat_and_the_presidium_leaves_its_own_empty(file):
    assert tones(file).count(SeatTone.THERE) == 0 and tones(file).count(SeatTone.AWAITED) == 7
    granted(check_in(file, 1, actor=ACTOR))
    granted(check_in(file, 2, actor=ACTOR))
    assert tones(file).count(SeatTone.THERE) == 2
    assert tones(file).count(SeatTone.ON_STAGE) == 1
    assert hall_content(file, ARRIVALS).parts[-1] == hall_content(file, SEATS).parts[0]
    assert SEATS not in [content.subject for content in lasting_contents(file)]


def test_that_the_page_is_one_with_every_word_read_from_the_last_row(file):
    granted(check_in(file, 1, actor=ACTOR))
    page, arrived = (
        laid_out(
            hall_content(file, subject), WIDE, lambda text, bold: len(text) * 0.55, file.clock()
        )
        for subject in (SEATS, ARRIVALS)
    )
    page = page.pages
    assert len(arrived.pages) == 2 and arrived.first == 0
    assert len(page) == 1 and page[0].smallest >= LEAST
    boxes = [mark for mark in page[0].marks if isinstance(mark, BoxMark)]
    assert len(boxes) > 15
    for box in boxes:
        assert box.x >= 0 and box.x + box.width <= WIDE and box.y + box.height <= 1000
