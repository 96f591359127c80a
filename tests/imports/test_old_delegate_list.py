"""A real list of an office: 88 numbered lines, old fonts, dates of every form; nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.people.person import PersonKind
from congress_desk.domain.people.register_changes import compare_register
from congress_desk.imports.register.reading import SkipReason

from .books import reading_of, said_of, table_of, unmatched

DATA = Path(__file__).parent.parent / "data"
LIST = DATA / "danh-sach-dai-bieu-cu.xlsx"


@pytest.fixture(scope="module")
def reading():
    return reading_of(LIST)


@pytest.fixture(scope="module")
def people(reading):
    return {line.row: line.person for line in reading.lines}


def test_that_the_table_is_found_with_its_two_header_rows():
    sheet, table = table_of(LIST)
    assert sheet.name == "DS DB (moi)"
    assert (table.first_row, table.last_row, unmatched(table)) == (4, 5, ())
    assert table.mapping == {
        1: "number", 2: "name", 3: "born_male", 4: "born_female", 5: "delegation", 6: "joined",
        7: "degree", 8: "theory", 9: "note",
    }  # fmt: skip


def test_that_each_of_the_88_lines_is_accounted_for(reading):
    assert len(reading.lines) == 88
    assert reading.problems == ()
    assert [(s.row, s.reason) for s in reading.skipped] == [
        (36, SkipReason.BLANK), (67, SkipReason.BLANK), (96, SkipReason.TOTAL),
    ]  # fmt: skip
    rows = [line.row for line in reading.lines] + [s.row for s in reading.skipped]
    assert sorted(rows) == list(range(6, 97))


def test_that_87_people_come_in_and_the_one_typed_twice_is_told(reading):
    changes = compare_register((), reading.lines, attendance=True)
    assert len(changes.new) == 87
    assert said_of(changes.problems) == [(95, "person_twice")]
    assert changes.problems[0].params["first"] == 9
    assert [p.code for p in changes.new] == [f"D{n:03d}" for n in range(1, 88)]


def test_that_names_of_old_fonts_are_right(reading, people):
    names = {
        7: "Lý Anh Lan", 9: "Ngô Quốc Uyên", 10: "Vũ Gia Ân", 18: "Hồ Gia Tú", 21: "Phan Xuân Đức",
        30: "Hồ Văn Hạnh", 32: "Vũ Gia Đạt", 54: "Lê Đức Uyên", 56: "Đặng Xuân Trí",
        59: "Đỗ Thanh Ly", 70: "Huỳnh Anh Ân", 73: "Vũ Anh Yến", 76: "Lê Thanh Thủy",
        78: "Huỳnh Minh Uyên", 81: "Dương Thị Bảo", 86: "Huỳnh Xuân Trí",
    }  # fmt: skip
    assert {row: people[row].name for row in names} == names
    assert {c.place.row for c in reading.before_after} == set(names) - {7}
    assert all(c.how == "tcvn3" for c in reading.before_after)
    assert (people[93].name, people[22].name) == ("Võ Anh Yến", "LÊ KIM TOÀN")


def test_that_dates_and_genders_are_right(people):
    born = {
        6: ("1966-02-14", "nữ"), 7: ("1963-12-08", "nữ"), 8: ("1967", "nữ"), 9: ("1973", "nam"),
        13: ("1946-12-13", "nam"), 16: ("1946-01-05", "nam"), 45: ("1954-02-17", "nam"),
        95: ("1973-09-01", "nam"),
    }  # fmt: skip
    assert {row: (people[row].born, people[row].gender) for row in born} == born
    joined = {6: "1989-09-03", 7: "1995-03-07", 11: "1976-09", 12: "1999", 32: "1975-02-19"}
    assert {row: people[row].joined for row in joined} == joined
    assert all(person.born and person.joined and person.gender for person in people.values())


def test_that_notes_give_kinds_and_faulty_cells_are_named(reading, people):
    kinds = [row for row, person in people.items() if person.kind is PersonKind.EX_OFFICIO]
    told = said_of(reading.notes)
    assert [row for row, code in told if code == "kind_from_note"] == kinds
    assert len(kinds) == 14
    faulty = [row for row, code in told if code == "cell_without_value"]
    assert faulty[:3] == [6, 7, 16]
    assert len(faulty) == 16
    assert len([row for row, code in told if code == "absence_in_note"]) == 8
    assert all(people[row].note == "" for row in faulty)


def test_that_the_same_list_as_xls_gives_the_same_people(people):
    old = {line.row: line.person for line in reading_of(DATA / "danh-sach-dai-bieu-cu.xls").lines}
    assert old.keys() == people.keys()
    for row, person in people.items():
        assert (old[row].name, old[row].born, old[row].joined) == (
            person.name, person.born, person.joined,
        )  # fmt: skip


def test_that_importing_it_again_changes_nothing(reading):
    first = compare_register((), reading.lines, attendance=True)
    register = [
        type(person)(**{f: getattr(person, f) for f in person.__slots__ if f != "id"}, id=i)
        for i, person in enumerate(first.new, start=1)
    ]
    again = compare_register(register, reading.lines, attendance=True)
    assert (len(again.same), again.new, again.changed, again.missing) == (87, (), (), ())
