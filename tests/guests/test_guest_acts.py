"""Guests and letters: who is written to and answered, the order of welcome; the rota."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from congress_files import code_of, granted
from guest_acts import DAY, a_congress_with_guests, guest_numbers
from people_files import ACTOR, a_register, by_code

from congress_desk.actions.guests.letters import (
    record_answers,
    remark_on_letter,
    send_letters,
    unsend_letters,
)
from congress_desk.actions.guests.rota import add_turn, edit_turn_field, fill_rota, remove_turns
from congress_desk.actions.guests.welcome import add_guest, edit_invitee_field, order_guests
from congress_desk.actions.people.register import edit_person, remove_person
from congress_desk.domain.guests.invitation import Answer, Standing, counts, heads_coming
from congress_desk.domain.guests.rota import RotaKind, RotaTurn, timed, turns_for
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.people.register_changes import compare_register
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.queries.guests import guests_asked, guests_view
from congress_desk.queries.people import register


@pytest.fixture
def file(tmp_path):
    made = a_congress_with_guests(tmp_path)
    yield made
    made.close()


def names(found):
    return [each.name for each in found]


def test_that_guests_stand_in_the_order_of_their_welcome_before_who_is_summoned(file):
    first, second, third = guest_numbers(file)
    other = next(p.id for p in register(file) if p.code == "K001")
    granted(order_guests(file, [third, first, second, other], actor=ACTOR))
    view = guests_view(file)
    assert names(view.guests)[:2] == ["Hòa thượng Thích Thiện Tâm", "Lê Thị Sáu"]
    assert [each.id for each in view.summoned] == [1, 2, 3, 4, 5, 6]
    late = granted(add_guest(file, Person(code="", name="Mai Muộn"), actor=ACTOR))
    assert late.kind is PersonKind.GUEST
    assert names(guests_view(file).guests)[-1] == "Mai Muộn"
    assert order_guests(file, [first], actor=ACTOR).first.code == "order_changed_meanwhile"


def test_that_an_alternate_is_summoned_only_in_a_seat_and_no_replaced_delegate_is(file):
    people = {p.code: p for p in register(file)}
    assert people["T001"].id not in {each.id for each in guests_view(file).invited}
    assert code_of(send_letters(file, [people["T001"].id], DAY, actor=ACTOR)) == "letter_to_nobody"
    assert code_of(send_letters(file, [99], DAY, actor=ACTOR)) == "person_unknown"
    assert code_of(send_letters(file, [1], "10/11/2026", actor=ACTOR)) == "letter_day_wrong"


def test_that_letters_are_counted_by_where_they_stand(file):
    first, second, third = guest_numbers(file)
    view = guests_view(file)
    assert counts(view.guests) == {
        Standing.NOT_SENT: 2, Standing.SILENT: 1, Standing.COMING: 1, Standing.DECLINED: 0,
    }  # fmt: skip
    assert heads_coming(view.guests) == 3
    assert send_letters(file, [first, second, third], "2026-11-12", actor=ACTOR) == 1
    assert code_of(unsend_letters(file, [first], actor=ACTOR)) == "letter_answered"
    granted(record_answers(file, [second], Answer.DECLINED, "2026-11-15", actor=ACTOR))
    granted(remark_on_letter(file, second, "cử Phó Chủ tịch đi thay", actor=ACTOR))
    sent = {each.id: each for each in guests_view(file).guests}
    assert (sent[first].sent_on, sent[third].sent_on) == (DAY, "2026-11-12")
    assert sent[second].standing is Standing.DECLINED
    assert sent[second].remark == "cử Phó Chủ tịch đi thay"
    granted(record_answers(file, [second], Answer.NONE, "2026-11-16", actor=ACTOR))
    assert {e.id: e for e in guests_view(file).guests}[second].answered_on == ""


def test_that_a_letter_that_says_nothing_any_more_is_no_row(file):
    granted(unsend_letters(file, [1], actor=ACTOR))
    assert not file.rows("SELECT 1 FROM invitation WHERE person_id = 1")


def test_that_a_guest_written_to_by_mistake_can_be_removed_with_the_letter(file):
    second = guest_numbers(file)[1]
    granted(remove_person(file, second, reason="trùng", actor=ACTOR))
    assert second not in {each.id for each in guests_view(file).invited}
    assert file.check() == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("companions", 100, "person_companions_wrong"),
        ("welcome", -1, "person_welcome_wrong"),
        ("room", "x" * 501, "text_too_long"),
        ("remark", "x" * 501, "text_too_long"),
    ],
)
def test_that_a_wrong_field_is_refused(file, name, value, code):
    day = date(2026, 11, 10)
    assert code_of(edit_invitee_field(file, 1, name, value, day=day, actor=ACTOR)) == code


def test_that_a_small_congress_asks_for_nothing_of_this(tmp_path):
    file = a_register(tmp_path)
    assert not guests_asked(file)
    granted(edit_person(file, replace(by_code(file, "D001"), phone="0912"), actor=ACTOR))
    assert not guests_asked(file)
    granted(edit_person(file, replace(by_code(file, "D001"), room="P. 1"), actor=ACTOR))
    assert guests_asked(file)
    file.close()


def test_that_new_people_of_a_list_of_guests_are_guests_unless_it_says_otherwise():
    lines = [
        RegisterLine(row=2, person=Person(code="", name="Lý Mới"), given=frozenset({"name"})),
        RegisterLine(row=3, person=Person(code="", name="Mạc Mới", kind=PersonKind.ALTERNATE),
                     given=frozenset({"name", "kind"})),
        RegisterLine(row=4, person=Person(code="D1", name="Ngô An"), given=frozenset({"name"})),
    ]  # fmt: skip
    known = Person(id=1, code="D1", name="Ngô An", status=Status.PRESENT)
    changes = compare_register([known], lines, attendance=True, newcomers=PersonKind.GUEST)
    assert [p.kind for p in changes.new] == [PersonKind.GUEST, PersonKind.ALTERNATE]
    assert changes.same == (known,)


def test_that_a_turn_follows_the_one_before_and_one_too_early_is_told():
    turns = [
        RotaTurn(who="Chi bộ 1", time="23:55", minutes=4),
        RotaTurn(who="Chi bộ 1", kind=RotaKind.FLOWERS, minutes=2),
        RotaTurn(who="Chi bộ 2", minutes=4),
        RotaTurn(who="Chi bộ 3", time="23:58", minutes=3),
    ]
    found = timed(turns)
    assert [(t.begins, t.ends, t.early) for t in found] == [
        ("23:55", "23:59", False), ("", "", False), ("23:59", "00:03", False),
        ("23:58", "00:01", True),
    ]  # fmt: skip
    units = turns_for(("A", "B"), RotaKind.FLOWERS, time="07:30", minutes=2, spot="Hội trường")
    assert [(t.who, t.time, t.spot) for t in units] == [
        ("A", "07:30", "Hội trường"), ("B", "", "Hội trường"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("turn", "code"),
    [
        (RotaTurn(who=" "), "turn_who_missing"),
        (RotaTurn(who="Chi bộ 3", time="7h30"), "turn_time_wrong"),
        (RotaTurn(who="Chi bộ 3", minutes=0), "turn_minutes_wrong"),
        (RotaTurn(who="x" * 501), "text_too_long"),
    ],
)
def test_that_a_wrong_turn_is_refused_and_nothing_is_written(file, turn, code):
    good = RotaTurn(who="Chi bộ 3")
    assert code_of(add_turn(file, turn, actor=ACTOR)) == code
    assert code_of(fill_rota(file, [good, turn], actor=ACTOR)) == code
    assert len(guests_view(file).turns) == 2
    assert code_of(edit_turn_field(file, 9, "who", "A", actor=ACTOR)) == "turn_unknown"
    assert code_of(remove_turns(file, [1, 9], actor=ACTOR)) == "turn_unknown"
