"""The papers on seats: whole, by block, by delegation, on labels; and a list that is read again."""

from __future__ import annotations

import pytest
from congress_files import granted
from people_files import ACTOR
from programme_papers import pdf_text
from seating_acts import HALL, a_seated_hall

from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.seating.plans import change_seating_plan
from congress_desk.actions.seating.seats import free_seats
from congress_desk.domain.seating.plan import StageSide
from congress_desk.domain.seating.seat_list import listed_seats
from congress_desk.imports.setup.seats import read_seat_book
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.overview import overview_facts
from congress_desk.queries.people import register
from congress_desk.queries.seating import seating
from congress_desk.reports.seating.plan_pages import seat_ranges

KINDS = ("seating-plan", "seating-plan-a3", "seat-labels", "seating")


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    made = a_seated_hall(tmp_path_factory.mktemp("papers"))
    yield made
    made.close()


def drafts(file):
    return {p.kind: make_paper(file, p) for p in available(file) if p.kind in KINDS}


def test_that_the_plan_is_printed_whole_block_by_block_and_by_delegation(file, tmp_path):
    pages = drafts(file)["seating-plan"].content
    assert [page.title for page in pages.pages] == [
        "Toàn hội trường", "Trên sân khấu", "Khu 1", "Khu 2",
    ]  # fmt: skip
    assert pages.pages[0].sums == "Tổng số ghế: 15; đã xếp: 7; còn trống: 8."
    assert pages.pages[1].sums == "Tổng số ghế: 3; đã xếp: 1; còn trống: 2."
    assert [(c.name, c.seats, c.count) for c in pages.companies] == [
        ("Chi bộ 2", "B1–B2", "2"), ("Chi bộ 3", "B3–B4", "2"),
        ("Chi bộ 4", "C1", "1"), ("Chi bộ 1", "C2", "1"),
    ]  # fmt: skip
    for name, draft in drafts(file).items():
        if name != "seating":
            path = tmp_path / f"{name}.pdf"
            assert write_paper(draft, path) is None
            said = pdf_text(path)
            assert all(person.name.split()[-1] in said for person in register(file)[:6]), name


@pytest.mark.parametrize("side", StageSide)
def test_that_the_stage_is_on_its_side_of_the_page(file, side):
    plan = seating(file, 1).plan
    granted(
        change_seating_plan(
            file,
            HALL.__class__(id=1, name=plan.name, session=plan.session, stage=side),
            actor=ACTOR,
        )
    )
    page = drafts(file)["seating-plan"].content.pages[0]
    places = {cell.label: (cell.across, cell.down) for cell in page.cells}
    nearer = {
        StageSide.TOP: lambda a, b: a[1] < b[1],
        StageSide.BOTTOM: lambda a, b: a[1] > b[1],
        StageSide.LEFT: lambda a, b: a[0] < b[0],
        StageSide.RIGHT: lambda a, b: a[0] > b[0],
    }[side]
    assert nearer(places["ĐCT-2"], places["A1"]) and nearer(places["A1"], places["C1"])
    assert len(set(places.values())) == len(places)


def test_that_labels_name_who_sits_there_and_whom_a_free_seat_is_kept_for(file):
    cards = {card.seat: card for card in drafts(file)["seat-labels"].content.cards}
    assert (cards["B1"].name, cards["B1"].about) == ("Trần Thị Bình D1", "Chi bộ 2")
    assert (cards["ĐCT-2"].name, cards["ĐCT-1"].about) == ("Trần Thị Bình D1", "Đoàn chủ tịch")
    assert (cards["A1"].name, cards["A1"].about, cards["C4"].about) == ("", "Khách mời", "")


def test_that_the_list_of_seats_is_read_again_as_it_was(file, tmp_path):
    path = tmp_path / "ds.xlsx"
    assert write_paper(drafts(file)["seating"], path) is None
    found, book = seating(file, 1), granted(read_seat_book(path))
    assert len(book.rows) == 15
    assert granted(listed_seats(found.plan, book.rows, found.people)).changes == {}


def test_that_seats_beside_each_other_are_said_together(file):
    seats = [s for s in seating(file, 1).plan.seats if s.row in ("B", "C") and s.number != 3]
    assert seat_ranges(seats) == ["B1–B2", "B4", "C1–C2", "C4"]


def test_that_cards_tell_the_seat_and_the_overview_who_has_none(file):
    sheets = make_paper(file, next(p for p in available(file) if p.kind == "cards")).content
    assert "Ghế ĐCT-2 / B1" in " ".join(sheets.cards[0].lines + sheets.cards[1].lines)
    assert overview_facts(file).without_seat == 0
    seat = next(s for s in seating(file, 1).plan.seats if s.label == "C1")
    granted(free_seats(file, 1, [seat.id], actor=ACTOR))
    granted(check_in(file, 2, actor=ACTOR))
    assert overview_facts(file).without_seat == 1
