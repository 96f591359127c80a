"""Export to Excel, edit there, import back: the same register, and only what was edited."""

from __future__ import annotations

import pytest
from congress_files import a_congress, granted
from openpyxl import load_workbook
from people_files import export_people

from congress_desk.actions.people.groups import add_group
from congress_desk.actions.people.register import add_person, import_register
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.people.register_changes import compare_register
from congress_desk.queries.people import register

from .books import reading_of

FULL = Person(
    code="Q-12",
    name="Đặng Thị =Hòa",
    born="1975-06",
    gender="nữ",
    ethnic="Tày",
    religion="Không",
    delegation="Chi bộ Khu phố 1",
    position="Bí thư, Chủ tịch",
    joined="1998",
    official_on="1999-03-07",
    schooling="12/12",
    degree="Đại học",
    theory="Cao cấp",
    language="Anh B",
    titles="Nhà giáo ưu tú",
    incumbent="re_elected",
    committee=True,
    delegation_role="deputy",
    seat="A-01",
    hometown="Huế",
    kind=PersonKind.EX_OFFICIO,
    salutation="Đồng chí",
    rank="Lãnh đạo cấp trên",
    welcome=3,
    companions=2,
    contact="Lê Thị Sáu",
    phone="0912 345 678",
    room="P. 204",
    car="51A-123.45",
    meals="ăn chay",
    dress="áo dài",
    note="=1+1; -x",
)
PEOPLE = [
    FULL,
    Person(code="0007", name="Lê Văn An", born="1970-01-02", incumbent="first", seat="12"),
    Person(
        code="X2", name="Lê Văn An", born="1970-01-02", delegation="CB 2", delegation_role="head"
    ),
    Person(code="X3", name="LÊ VĂN AN", kind=PersonKind.ALTERNATE),
    Person(code="X4", name="H'Wing Niê", kind=PersonKind.GUEST, status=Status.PRESENT),
    Person(code="X5", name="Tổng Cộng", kind=PersonKind.PROBATIONARY),
    Person(code="X6", name="Lý Anh", kind=PersonKind.APPOINTED, status=Status.SUSPENDED),
]


@pytest.fixture
def file(tmp_path):
    """A congress with every field of the register filled by somebody."""
    file = a_congress(tmp_path)
    group = granted(add_group(file, "Tổ 1", actor="TK"))
    for person in PEOPLE:
        granted(add_person(file, person, actor="TK"))
    yield file, group
    file.close()


def test_that_an_exported_register_comes_back_the_same(file, tmp_path):
    congress, _ = file
    path = tmp_path / "dai-bieu.xlsx"
    assert export_people(congress, path, private=True) is None
    people = register(congress)
    reading = reading_of(path)
    assert (reading.problems, reading.before_after) == ((), ())
    changes = compare_register(people, reading.lines, attendance=True)
    assert changes.problems == ()
    assert [(c.before.name, c.fields) for c in changes.changed] == []
    assert changes.same == people


def test_that_without_private_columns_nothing_is_erased(file, tmp_path):
    congress, _ = file
    path = tmp_path / "dai-bieu.xlsx"
    assert export_people(congress, path, private=False) is None
    people = register(congress)
    changes = compare_register(people, reading_of(path).lines, attendance=True)
    assert changes.same == people


def test_that_edits_come_back_and_nothing_else(file, tmp_path):
    congress, _ = file
    path = tmp_path / "dai-bieu.xlsx"
    export_people(congress, path, private=True)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == "H'Wing Niê")
    cell.value = "H'Wing Niê Kdăm"
    book.save(path)
    people = register(congress)
    changes = compare_register(people, reading_of(path).lines, attendance=True)
    assert [(c.after.name, c.fields) for c in changes.changed] == [("H'Wing Niê Kdăm", ("name",))]
    assert len(changes.same) == len(people) - 1
    granted(import_register(congress, changes, source=path.name, actor="TK"))
    again = compare_register(register(congress), reading_of(path).lines, attendance=True)
    assert len(again.same) == len(people)
