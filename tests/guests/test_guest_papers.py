"""The papers on guests: letters filled for each, the list, the words of the hall, sheets, rota."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import code_of, granted
from document_text import document_text
from guest_acts import a_congress_with_guests, guest_numbers
from people_files import ACTOR, a_register
from seating_acts import a_seated_hall

from congress_desk.actions.agenda.items import add_item
from congress_desk.actions.congress import edit_congress
from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.actions.guests.letters import (
    put_in_mailing,
    record_answers,
    send_letters,
    word_letters,
)
from congress_desk.actions.guests.rota import add_turn
from congress_desk.actions.guests.welcome import add_guest, order_guests
from congress_desk.actions.papers import set_imprint
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.one_field import edit_field
from congress_desk.actions.people.register import import_register
from congress_desk.actions.people.undo_import import undo_import
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.guests.invitation import Answer, Letter, invitees
from congress_desk.domain.guests.rota import RotaTurn
from congress_desk.domain.papers import Imprint, Office
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.people.register_changes import RegisterChanges, compare_register
from congress_desk.domain.seating.plan import seat_words
from congress_desk.imports.register.book import read_register_file
from congress_desk.imports.register.header import find_register_table
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.setup.rota import turn_file
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.congress import congress
from congress_desk.queries.guests import ASKED, guests_view
from congress_desk.queries.people import register
from congress_desk.queries.readiness import readiness_facts
from congress_desk.queries.seating import seating
from congress_desk.reports.document.wording import wording_of
from congress_desk.reports.guests.letters import addressed
from congress_desk.storage.reading.guests import rota

DAY = "2026-11-10"


@pytest.fixture
def file(tmp_path):
    made = a_congress_with_guests(tmp_path)
    details = replace(
        congress(made).details, body="Đảng bộ Phường 19", superior="Đảng bộ Quận 3",
        starts="2026-11-22T07:30", ends="2026-11-23T17:00", place="Hội trường phường",
    )  # fmt: skip
    granted(edit_congress(made, details, actor=ACTOR))
    others = [p.id for p in register(made) if p.code == "K001"]
    granted(order_guests(made, [*guest_numbers(made), *others], actor=ACTOR))
    yield made
    made.close()


def paper(file, kind, part=""):
    return next(p for p in available(file) if p.kind == kind and p.part == part)


def said(file, kind, part=""):
    return document_text(make_paper(file, paper(file, kind, part)).content).replace("**", "")


def test_that_a_letter_is_filled_for_each_and_says_nothing_that_is_not_known(file):
    found = make_paper(file, paper(file, "letters", "invitation")).content
    assert found.run
    text = document_text(found).replace("**", "")
    first, second, third, _ = text.split("Kính gửi: ")[1:]
    assert "Đồng chí Lê Thị Sáu" in first
    assert "Phó Bí thư Thường trực Quận ủy" in first
    assert "- Nơi nghỉ: P. 204." in first
    assert "Người phụ trách đón tiếp: Mai Văn Út." in first
    assert "đến 17 giờ 00 phút, ngày 23 tháng 11 năm 2026" in first
    assert "Nơi nghỉ" not in second
    assert third.startswith("Hòa thượng Thích Thiện Tâm")
    assert "kính mời Hòa thượng tới dự" in third
    assert "……" not in first.split("T/M")[0]
    assert [line.text for line in found.head.issuer] == ["ĐẢNG BỘ QUẬN 3", "ĐẢNG ỦY PHƯỜNG 19"]
    assert found.head.number == "Số ……-GM/……"


def test_that_all_letters_of_a_kind_bear_the_number_and_day_set_on_them(file):
    key = paper(file, "letters", "invitation").key
    granted(set_imprint(file, key, Imprint(number="7", day=DAY), Office(), actor=ACTOR))
    head = make_paper(file, paper(file, "letters", "invitation")).content.head
    assert (head.number, head.place_and_date) == (
        "Số 07-GM/ĐH", "Phường 19, ngày 10 tháng 11 năm 2026",
    )  # fmt: skip
    assert code_of(
        set_imprint(file, "minutes", Imprint(number="07"), Office(), actor=ACTOR)
    ) == "paper_number_taken"  # fmt: skip


def test_that_those_invited_later_alone_get_letters_of_another_number(file):
    late = guest_numbers(file)[2]
    granted(set_imprint(file, "letters:invitation", Imprint(number="12"), Office(), actor=ACTOR))
    assert code_of(put_in_mailing(file, [late], 0, actor=ACTOR)) == "letter_mailing_wrong"
    assert put_in_mailing(file, [late], 2, actor=ACTOR) == 1
    assert put_in_mailing(file, [late], 2, actor=ACTOR) == 0
    later = paper(file, "letters", "invitation-2")
    assert (later.title, later.file_name) == ("Giấy mời khách, đợt 2", "giay-moi-dot-2.pdf")
    granted(set_imprint(file, later.key, Imprint(number="13"), Office(), actor=ACTOR))
    text = said(file, "letters", "invitation-2")
    assert "Số 13-GM" in text and text.count("Kính gửi: ") == 1 and "Hòa thượng" in text
    first = said(file, "letters", "invitation")
    assert "Số 12-GM" in first and first.count("Kính gửi: ") == 3 and "Hòa thượng" not in first
    (sheet, *_) = make_paper(file, paper(file, "guest-book")).content.sheets
    assert "Đợt gửi giấy" in [column.title for column in sheet.columns]
    # Who is invited from now on is of the mailing in work; printed is what is not sent yet.
    last = granted(add_guest(file, Person(code="", name="Mai Khách"), actor=ACTOR)).id
    view = guests_view(file)
    by_number = {each.id: each for each in view.invited}
    assert by_number[last].mailing == 2
    assert [view.in_work(by_number[n]) for n in (guest_numbers(file)[0], last)] == [2, 2]
    listed = Person(code="K9", name="Lý Muộn", kind=PersonKind.GUEST)
    granted(import_register(file, RegisterChanges(new=(listed,)), source="k.xlsx", actor=ACTOR))
    assert {e.name: e.mailing for e in guests_view(file).invited}["Lý Muộn"] == 2
    granted(undo_import(file, actor=ACTOR))
    assert guests_view(file).invited == view.invited
    put_in_mailing(file, [last], 1, actor=ACTOR)
    put_in_mailing(file, [late], 1, actor=ACTOR)
    assert [p.part for p in available(file) if p.kind == "letters"] == ["invitation", "summons"]


def test_that_a_summons_goes_to_each_delegate_and_is_worded_by_the_office(file):
    text = "Triệu tập {xưng hô} {Họ và tên}.\n- Xe: {xe}.\nSố thẻ {số thẻ}."
    granted(word_letters(file, {Letter.SUMMONS: text}, actor=ACTOR))
    found = said(file, "letters", "summons")
    assert found.count("Kính gửi") == 6
    assert "Triệu tập đồng chí Trần Thị Bình D1." in found
    assert "Xe:" not in found
    refused = word_letters(file, {Letter.SUMMONS: "Mời {ông bà}"}, actor=ACTOR)
    assert code_of(refused) == "letter_field_unknown"
    granted(word_letters(file, {Letter.SUMMONS: ""}, actor=ACTOR))
    assert "GIẤY TRIỆU TẬP" in said(file, "letters", "summons")


def test_that_the_list_of_guests_counts_and_keeps_the_order_of_welcome(file):
    text = said(file, "guests")
    assert "Tổng số: 4 khách mời; nhận lời: 1; không dự được: 0; chưa trả lời: 1" in text
    assert "kể cả người đi cùng: 3." in text and "Đã có mặt" not in text
    granted(check_in(file, guest_numbers(file)[2], actor=ACTOR))
    assert "Đã có mặt: 1." in said(file, "guests")
    places = [text.index(name) for name in ("Lê Thị Sáu", "Trần Văn Bảy", "Thích Thiện Tâm")]
    assert places == sorted(places)


def test_that_the_words_of_the_hall_name_whom_the_door_let_in(file):
    first, second, third = guest_numbers(file)
    granted(record_answers(file, [second], Answer.DECLINED, DAY, actor=ACTOR))
    before = said(file, "guest-words")
    assert "Trần Văn Bảy" not in before
    assert "- Đồng chí Lê Thị Sáu, Phó Bí thư Thường trực Quận ủy." in before
    assert "Chưa điểm danh khách" in before
    granted(check_in(file, third, actor=ACTOR))
    after = said(file, "guest-words")
    assert "Giới thiệu 1 khách đã có mặt" in after
    assert "- Hòa thượng Thích Thiện Tâm, Trụ trì chùa Long Hoa." in after
    named, remark = after.split("(Giới thiệu")
    assert "Lê Thị Sáu" not in named
    assert "Lê Thị Sáu" in remark


def test_that_each_delegate_has_a_sheet_and_the_rota_its_clock(file):
    sheets = make_paper(file, paper(file, "person-sheets", "summons")).content
    assert sheets.run
    text = document_text(make_paper(file, paper(file, "person-sheets", "invitation")).content)
    assert "P. 204" in text
    assert "51A-123.45" in text
    early = RotaTurn(who="Đoàn đi sớm", time="08:00", minutes=2)
    granted(add_turn(file, early, actor=ACTOR))
    rota = said(file, "photo-rota")
    assert 0 < rota.index("08:00–08:02") < rota.index("09:33–09:36")
    assert "(3 lượt, 8 phút)" in rota


def test_that_the_workbook_of_guests_comes_in_again_unchanged(file, tmp_path):
    path = tmp_path / "khach.xlsx"
    assert write_paper(make_paper(file, paper(file, "guest-book")), path) is None
    book = granted(read_register_file(path))
    assert [sheet.name for sheet in book.sheets] == [
        "Khách mời", "Người được triệu tập", "Chụp ảnh, tặng hoa",
    ]  # fmt: skip
    sheet = book.sheets[0]
    table = granted(find_register_table(sheet, "khach.xlsx"))
    lines = read_register_lines(sheet, table, file="khach.xlsx", name_case=False).lines
    changes = compare_register(register(file), lines, attendance=False)
    assert (changes.new, changes.changed, len(changes.same)) == ((), (), 4)


def test_that_a_small_congress_has_none_of_these_papers(tmp_path):
    small = a_register(tmp_path)
    kinds = {p.kind for p in available(small)}
    assert kinds.isdisjoint({"letters", "guests", "guest-words", "person-sheets", "photo-rota"})
    assert readiness_facts(small).guests == 0
    small.close()


def test_that_readiness_counts_what_is_not_sent_and_not_answered(file):
    facts = readiness_facts(file)
    assert (facts.guests, facts.unsent, facts.unanswered, facts.summons_unsent) == (4, 2, 1, 5)
    granted(send_letters(file, [2, 3, 4, 5, 6], DAY, actor=ACTOR))
    assert readiness_facts(file).summons_unsent == 0
    for number, seat in ((2, "A 01"), (3, "a1"), (4, "A10")):
        granted(edit_field(file, number, "seat", seat, actor=ACTOR))
    (shared,) = readiness_facts(file).shared_seats
    assert (shared.seat, shared.person_id, len(shared.names)) == ("A 01", 3, 2)


@pytest.mark.parametrize(
    ("gender", "salutation", "addressed_as"),
    [
        ("nam", "", "Ông Lê An"), ("nữ", "", "Bà Lê An"), ("", "", "Ông (bà) Lê An"),
        ("nam", "Giáo sư", "Giáo sư Lê An"),
    ],
)  # fmt: skip
def test_that_where_nobody_is_a_comrade_people_are_addressed_by_gender(
    gender, salutation, addressed_as
):
    person = Person(id=1, code="1", name="Lê An", gender=gender, salutation=salutation,
                    kind=PersonKind.GUEST)  # fmt: skip
    (invited,) = invitees([person], {}, {})
    assert addressed(invited, wording_of("nd30")) == addressed_as
    assert addressed(invited, wording_of("party")).endswith("Lê An")


def test_that_a_sheet_and_a_letter_tell_the_seat_of_each_session(tmp_path):
    hall = a_seated_hall(tmp_path)
    for session in ("Phiên trù bị", "Phiên chính thức"):
        item = AgendaItem(session=session, day="2026-11-22", time="07:30", content="Khai mạc")
        granted(add_item(hall, item, actor=ACTOR))
    granted(set_congress_setting(hall, ASKED, "1", actor=ACTOR))
    seat = seat_words(seating(hall, 1).plan.seats_by_person[2])
    text = said(hall, "person-sheets", "summons")
    assert f"Phiên chính thức | 07:30 22/11/2026 | {seat}" in text
    assert "Phiên trù bị | 07:30 22/11/2026 | \n" in text
    assert f"- Chỗ ngồi: {seat}." in said(hall, "letters", "summons")
    hall.close()


def test_that_the_rota_of_the_workbook_comes_in_as_it_was(file, tmp_path):
    before = rota(file)
    path = tmp_path / "khach-moi.xlsx"
    assert write_paper(make_paper(file, paper(file, "guest-book")), path) is None
    found = granted(turn_file(file, path))
    assert [replace(turn, id=0) for turn in before] == list(found.turns)
