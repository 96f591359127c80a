import os
from dataclasses import replace
from pathlib import Path

import pytest
from document_text import document_text

from congress_desk.domain.elections.election import Election
from congress_desk.domain.people.person import Person
from congress_desk.reports.document.document import Document, PageBreak, Table
from congress_desk.reports.elections.profile_list import profile_list
from congress_desk.reports.people.people_list import people_list
from congress_desk.reports.people.people_order import Order, by_number, companies
from congress_desk.reports.people.sign_in import sign_in_lists

from . import crowds, sheets
from .pages import MM, page_letters, page_texts, printed, said, squeezed

GOLDEN = Path(__file__).parent / "golden"
FORTY = crowds.register(40)


def listed(people=FORTY, congress=sheets.CONGRESS, **fields) -> Document:
    return people_list(congress, people, sheets.HEAD, groups=crowds.GROUPS, **fields)


def signed(people=FORTY, congress=sheets.CONGRESS) -> Document:
    return sign_in_lists(congress, people, sheets.HEAD)


def profiles(people=FORTY[:18], congress=sheets.CONGRESS, **fields) -> Document:
    election = Election(
        id=1, code="BCH", title="Bầu Ban Chấp hành", seats=15, **{"frozen": True} | fields
    )
    return profile_list(congress, election, people, sheets.HEAD)


DOCUMENTS = {
    "list": listed(),
    "list-by-name": listed(order=Order.NAME, private=True),
    "list-union": listed(crowds.register(9), sheets.union_congress()),
    "list-nobody": listed(()),
    "sign-in": signed(),
    "sign-in-youth": signed(crowds.register(9), sheets.youth_congress()),
    "profiles": profiles(),
    "profiles-union": profiles(crowds.register(3), sheets.union_congress(), frozen=False),
}
HARD = {
    "list of 300": listed(crowds.register(300), order=Order.NAME, private=True),
    "hostile list": listed(crowds.hostile(), private=True),
    "hostile sign-in": signed(crowds.hostile()),
    "hostile profiles": profiles(crowds.hostile()),
    "sign-in of 300": signed(crowds.register(300)),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_lists_read_as_kept(name):
    golden, text = GOLDEN / f"people-{name}.txt", document_text(DOCUMENTS[name])
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8", newline="\n")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("name", [*DOCUMENTS, *HARD])
def test_that_the_page_says_all_within_its_margins(name):
    document = {**DOCUMENTS, **HARD}[name]
    data = printed(document)
    text = squeezed("".join(page_texts(data)))
    short = [part for part in said(document) if 0 < len(part) <= 40]
    clean = [squeezed(part.replace("\x00", " ").replace("\x0b", " ")) for part in short]
    assert [part for part in clean if part not in text] == []
    width = 297 if document.landscape else 210
    for letters in page_letters(data):
        assert min(x.left for x in letters) >= document.form.margin_left * MM - 1.2
        assert max(x.right for x in letters) <= (width - document.form.margin_right) * MM + 1.2


@pytest.mark.parametrize("order", Order)
def test_that_dates_of_birth_and_notes_are_left_out_unless_chosen(order):
    plain = document_text(listed(order=order))
    private = document_text(listed(order=order, private=True))
    dates = {"/".join(reversed(p.born.split("-"))) for p in FORTY if len(p.born) == 10}
    assert not any(date in plain for date in dates)
    assert all(date in private for date in dates)
    assert "Ghi riêng" not in plain
    assert "Ghi riêng" in private
    assert not any(date in document_text(signed()) for date in dates)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("order", Order)
def test_that_everybody_is_listed_once_with_guests_at_the_end(order):
    rows = [row for table in tables(listed(order=order)) for row in table.rows]
    assert [row[0] for row in rows] == [str(n) for n in range(1, 41)]
    assert sorted(int(row[1]) for row in rows) == [p.id for p in FORTY]
    kinds = ["khách mời" in row for row in rows]
    assert kinds == sorted(kinds)
    assert any(kinds)


def test_that_each_delegation_begins_a_page_to_sign_and_guests_stand_apart():
    document = signed()
    texts = page_texts(printed(document))
    groups = companies(FORTY, by_number)
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == len(groups) - 1
    assert len(texts) == len(groups)
    for company, text in zip(groups, texts, strict=True):
        assert (company.name or "Khách mời") in text
        assert all(squeezed(p.name) in squeezed(text) for p in company.people)
    assert groups[-1].guests


def test_that_there_is_room_to_sign_in_every_row():
    for document in (signed(), HARD["hostile sign-in"]):
        assert all(table.row_height >= 9 for table in tables(document))
        assert all(row[-1] == "" for table in tables(document) for row in table.rows)


def test_that_namesakes_are_pointed_out_with_their_numbers():
    people = (FORTY[0], replace(FORTY[1], name=FORTY[0].name), *FORTY[2:])
    for document in (listed(people), signed(people)):
        text = document_text(document)
        assert f"Trùng họ tên – xin đối chiếu số: {FORTY[0].name}: số 1 (" in text
        assert ", số 2 (" in text
    assert "Trùng họ tên" not in document_text(signed())


def test_that_profiles_keep_the_order_of_the_ballot_and_every_column():
    (table,) = tables(profiles())
    assert [row[1] for row in table.rows] == [p.name for p in FORTY[:18]]
    titles = [(column.group, column.title) for column in table.columns]
    assert ("Ngày sinh", "Nữ") in titles
    assert ("Trình độ", "LLCT") in titles
    assert ("Ngày vào Đảng", "Chính thức") in titles
    assert [title for group, title in titles if not group] == [
        "TT", "Họ và tên", "Quê quán", "Dân tộc", "Tôn giáo", "Chức vụ, đơn vị",
        "Tái cử / lần đầu", "Ghi chú",
    ]  # fmt: skip


def test_that_profiles_of_a_list_not_frozen_are_a_draft():
    assert profiles(frozen=False).stamp
    assert not profiles().stamp


def test_that_a_person_of_whom_little_is_known_has_a_row_all_the_same():
    (table,) = tables(profiles([Person(code="", name="Lê An")]))
    assert table.rows == (("1", "Lê An", ""),)
    assert [column.title for column in table.columns] == ["TT", "Họ và tên", "Chức vụ, đơn vị"]


def test_that_a_list_of_thousand_is_printed_in_seconds_not_minutes():
    texts = page_texts(printed(listed(crowds.register(1000))))
    assert "1000" in texts[-1]
