"""The papers of duties: the list, a page for each person, name cards for the tables."""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from document_text import document_text

from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.duties.checks import DutyFacts
from congress_desk.domain.duties.view import DutiesView, view_of
from congress_desk.domain.elections.election import Election
from congress_desk.domain.organs.duty import Assignment, Duty, Organ
from congress_desk.domain.people.person import Person, Status
from congress_desk.exports.cards.table_cards import draw_table_cards, write_table_cards
from congress_desk.exports.docx.document import write_docx
from congress_desk.reports.document.document import Document, PageBreak
from congress_desk.reports.duties.duty_list import duty_list
from congress_desk.reports.duties.duty_pages import duty_pages
from congress_desk.reports.duties.table_cards import TableCards, table_cards

from . import sheets
from .pages import MADE, page_texts, printed, said, squeezed

GOLDEN = Path(__file__).parent / "golden"
P, S, C, B, F = (
    Organ.PRESIDIUM,
    Organ.SECRETARIAT,
    Organ.CREDENTIALS,
    Organ.COUNTING_BOARD,
    Organ.FREE,
)
MEMBERS = (
    Duty(id=1, organ=P, name="Hoàng Hồng Minh", title="Thành viên", duty="Chủ trì chung"),
    Duty(id=2, organ=P, name="Dương Quốc Sơn", duty="Điều hành thảo luận"),
    Duty(id=3, organ=S, name="Đỗ Xuân Chi", title="Trưởng ban", duty="Trưởng đoàn, tổng hợp"),
    Duty(id=4, organ=C, name="Nguyễn Văn Toàn", title="Trưởng ban"),
    Duty(id=5, organ=B, name="Phan Kim Ngân", title="Trưởng ban"),
    Duty(
        id=6, organ=B, name="Ngô Kim Hạnh", until="2020-03-13T09:00:00+07:00",
        until_reason="được đưa vào danh sách bầu",
    ),
    Duty(id=7, organ=B, name="Đỗ Xuân Chi", election_id=2, title="Trưởng ban kiểm phiếu"),
    Duty(id=8, organ=F, organ_name="Tổ phục vụ", name="Trần Thị Nước", title="Tổ trưởng"),
)  # fmt: skip
ITEMS = (
    AgendaItem(id=1, session="Trù bị", day="2020-03-12", time="13:30", minutes=30,
               content="Đón tiếp đại biểu", executor="Tổ phục vụ"),
    AgendaItem(id=2, session="Chính thức", day="2020-03-13", time="07:30", minutes=15,
               content="Chào cờ, khai mạc", executor="Đoàn chủ tịch"),
    AgendaItem(id=3, session="Chính thức", day="2020-03-13", minutes=30,
               content="Báo cáo chính trị", executor="đồng chí Dương Quốc Sơn"),
    AgendaItem(id=4, session="Chính thức", day="2020-03-13", minutes=45, election_id=1,
               content="Bầu Ban Chấp hành", executor="Đoàn chủ tịch, Ban kiểm phiếu"),
    AgendaItem(id=5, session="Chính thức", day="2020-03-13", minutes=20, election_id=2,
               content="Bầu Bí thư", executor="Ban kiểm phiếu"),
)  # fmt: skip
GIVEN = (
    Assignment(id=1, duty_id=1, session="Chính thức", what="Điều hành chung"),
    Assignment(id=2, duty_id=1, item_id=2, what="Đọc diễn văn"),
    Assignment(id=3, duty_id=2, session="Trù bị", what="Điều hành phiên trù bị", relieved_by=1,
               relieved_reason="họp quận"),
    Assignment(id=4, duty_id=3, session="Chính thức", what="Ghi biên bản",
               relieved_reason="ốm"),
    Assignment(id=5, duty_id=8, item_id=1),
)  # fmt: skip
ELECTIONS = (
    Election(id=1, code="BCH", title="Ban Chấp hành", seats=15),
    Election(id=2, code="BT", title="Bầu Bí thư Đảng ủy", seats=1),
)
PEOPLE = (
    Person(id=7, code="7", name="Hoàng Hồng Minh", position="Bí thư", delegation="Chi bộ 8",
           status=Status.PRESENT),
)  # fmt: skip


def shown(members=MEMBERS, given=GIVEN, items=ITEMS, congress=sheets.CONGRESS) -> DutiesView:
    facts = DutyFacts(
        duties=members,
        assignments=given,
        planned=plan(items, starts="2020-03-12T13:30:00"),
        elections=ELECTIONS,
        people=PEOPLE,
    )
    return view_of(congress, facts, sheets.HEAD)


HOSTILE = tuple(
    replace(member, name="<b>&amp;" + "Người" * 30, duty="Ă" * 1500, title="<img src=x>")
    for member in MEMBERS[:3]
)
DOCUMENTS: dict[str, Document] = {
    "list": duty_list(shown()),
    "list-union": duty_list(shown(congress=sheets.union_congress())),
    "list-nobody": duty_list(shown((), (), ())),
    "pages": duty_pages(shown()),
    "pages-without-programme": duty_pages(shown(MEMBERS[:2], (), ())),
}
HARD = {
    "hostile list": duty_list(shown(HOSTILE, ())),
    "hostile pages": duty_pages(shown(HOSTILE, ())),
}


def cards_text(cards: TableCards) -> str:
    return "".join(f"{card.name} | {' / '.join(card.lines)}\n" for card in cards.cards)


def drawn(cards: TableCards) -> bytes:
    stream = io.BytesIO()
    draw_table_cards(cards, stream, MADE)
    return stream.getvalue()


def check_golden(name: str, text: str) -> None:
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8", newline="\n")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_papers_of_duties_read_as_kept(name):
    check_golden(f"duties-{name}", document_text(DOCUMENTS[name]))


def test_that_table_cards_read_as_kept():
    check_golden("table-cards", cards_text(table_cards(shown())))


@pytest.mark.parametrize("name", [*DOCUMENTS, *HARD])
def test_that_the_page_says_all(name):
    document = {**DOCUMENTS, **HARD}[name]
    text = squeezed("".join(page_texts(printed(document))))
    short = [part for part in said(document) if 0 < len(part) <= 40]
    assert [part for part in short if squeezed(part) not in text] == []


@pytest.mark.parametrize("name", [*DOCUMENTS, *HARD])
def test_that_the_docx_is_written(name, tmp_path):
    path = tmp_path / "a.docx"
    assert write_docx({**DOCUMENTS, **HARD}[name], path) is None
    assert path.stat().st_size > 5000


def test_that_everybody_has_one_page():
    view = shown()
    document = duty_pages(view)
    people = [duties[0].name for duties in view.persons()]
    assert people.count("Đỗ Xuân Chi") == 1 and len(people) == 6
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == 5
    pages = page_texts(printed(document))
    assert len(pages) == 6
    for name, page in zip(people, pages, strict=True):
        assert squeezed(name) in squeezed(page)
        assert squeezed("PHIẾU PHÂN CÔNG NHIỆM VỤ") in squeezed(page)


def test_that_a_page_of_three_days_leaves_the_organ_s_items_to_the_programme():
    more = tuple(replace(ITEMS[1], id=10 + n, time="", content=f"Nội dung {n}") for n in range(25))
    pages = page_texts(printed(duty_pages(shown(MEMBERS[:2], GIVEN[:2], (*ITEMS, *more)))))
    assert len(pages) == 2
    assert squeezed("Đọc diễn văn") in squeezed(pages[0])
    assert squeezed("Nội dung 7") not in squeezed(pages[0])
    assert squeezed("Ngoài ra, tham gia") in squeezed(pages[0])


@pytest.mark.parametrize(
    ("organ", "title", "office"),
    [
        (S, "Trưởng ban", "Trưởng đoàn thư ký"),
        (S, "Trưởng đoàn", "Trưởng đoàn thư ký"),
        (B, "Trưởng ban", "Trưởng ban kiểm phiếu"),
        (B, "Phó trưởng ban", "Phó trưởng ban kiểm phiếu"),
        (B, "Trưởng ban kiểm phiếu", "Trưởng ban kiểm phiếu"),
        (P, "Thành viên", "Đoàn chủ tịch"),
        (P, "", "Đoàn chủ tịch"),
    ],
)
def test_that_an_office_is_said_once(organ, title, office):
    member = Duty(id=1, organ=organ, name="A", title=title)
    card, _ = table_cards(shown((member, Duty(id=2, organ=organ, name="B")), ())).cards
    assert card.lines == (office,)


@pytest.mark.parametrize("title", ["Trưởng đoàn", "Trưởng ban", ""])
def test_that_nobody_leads_a_secretariat_of_one(title):
    view = shown((Duty(id=1, organ=S, name="Lý An", title=title),), ())
    assert table_cards(view).cards[0].lines == ("Đoàn thư ký",)
    for paper in (duty_list(view), duty_pages(view)):
        assert "Trưởng" not in document_text(paper)


@pytest.mark.parametrize("name", ["Ngô An", "Nguyễn Thị Hoàng Oanh", "<b>" + "Người Rất Dài " * 12])
def test_that_a_card_says_its_name_twice_on_one_sheet(name):
    cards = table_cards(shown((replace(MEMBERS[0], name=name),), ()))
    data = drawn(cards)
    assert data == drawn(cards)
    (page,) = page_texts(data)
    first = name.split()[0]
    assert page.count(first) >= 2


def test_that_cards_are_written_whole(tmp_path):
    path = tmp_path / "a.pdf"
    assert write_table_cards(table_cards(shown()), path) is None
    assert len(page_texts(path.read_bytes())) == 6
    assert len(page_texts(drawn(table_cards(shown((), ()))))) == 1
