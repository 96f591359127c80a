"""Every act on guests, letters and the rota, on a congress where each of them can be done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from congress_files import granted
from people_files import ACTOR, a_register, some_people

from congress_desk.actions.guests import letters, rota, welcome
from congress_desk.actions.people import register
from congress_desk.domain.guests.invitation import Answer, Letter
from congress_desk.domain.guests.rota import RotaKind, RotaTurn, turns_for
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.storage.congress_file import CongressFile

DAY = "2026-11-10"
GUESTS = (
    Person(
        code="K1", name="Lê Thị Sáu", position="Phó Bí thư Thường trực Quận ủy",
        kind=PersonKind.GUEST,
        rank="Lãnh đạo cấp trên", salutation="đồng chí", companions=2, contact="Mai Văn Út",
        phone="0912 345 678", room="P. 204", car="51A-123.45", meals="Bàn 1", dress="Áo dài",
    ),
    Person(
        code="K2", name="Trần Văn Bảy", position="nguyên Bí thư Đảng ủy", kind=PersonKind.GUEST,
        rank="Nguyên lãnh đạo", salutation="đồng chí",
    ),
    Person(
        code="K3", name="Hòa thượng Thích Thiện Tâm", position="Trụ trì chùa Long Hoa",
        kind=PersonKind.GUEST, rank="Chức sắc tôn giáo", salutation="Hòa thượng",
    ),
)  # fmt: skip


def a_congress_with_guests(folder: Path) -> CongressFile:
    """Return a register with three guests: two are written to, one comes; and two turns."""
    file = a_register(folder, some_people())
    for guest in GUESTS:
        granted(register.add_person(file, guest, actor=ACTOR))
    first, second, _ = guest_numbers(file)
    granted(letters.send_letters(file, [first, second, 1], DAY, actor=ACTOR))
    granted(letters.record_answers(file, [first], Answer.COMING, DAY, actor=ACTOR))
    turns = turns_for(("Chi bộ 1", "Chi bộ 2"), RotaKind.PHOTOGRAPH, time="09:30", minutes=3)
    granted(rota.fill_rota(file, turns, actor=ACTOR))
    return file


def guest_numbers(file: CongressFile) -> tuple[int, ...]:
    """Return the numbers of these guests in the order of the register."""
    rows = file.rows("SELECT id FROM person WHERE code IN ('K1', 'K2', 'K3') ORDER BY id")
    return tuple(row["id"] for row in rows)


def _order(file: CongressFile) -> list[int]:
    rows = file.rows("SELECT id FROM person WHERE kind = 'guest' ORDER BY id DESC")
    return [row["id"] for row in rows]


GUEST_ACTS = {
    "send_letters": lambda f: letters.send_letters(f, [2, 3], DAY, actor=ACTOR),
    "unsend_letters": lambda f: letters.unsend_letters(f, [1], actor=ACTOR),
    "record_answers": lambda f: letters.record_answers(f, [1], Answer.DECLINED, DAY, actor=ACTOR),
    "date_letter": lambda f: letters.date_letter(f, 1, "2026-11-09", actor=ACTOR),
    "put_in_mailing": lambda f: letters.put_in_mailing(f, [2, 3], 2, actor=ACTOR),
    "word_letters": lambda f: letters.word_letters(
        f, {Letter.INVITATION: "Kính mời {xưng hô}."}, actor=ACTOR
    ),
    "remark_on_letter": lambda f: letters.remark_on_letter(f, 1, "đến muộn", actor=ACTOR),
    "add_guest": lambda f: welcome.add_guest(f, Person(code="", name="Mai Khách"), actor=ACTOR),
    "order_guests": lambda f: welcome.order_guests(f, _order(f), actor=ACTOR),
    "edit_invitee_field": lambda f: welcome.edit_invitee_field(
        f, 1, "room", "P. 9", day=date(2026, 11, 10), actor=ACTOR
    ),
    "fill_rota": lambda f: rota.fill_rota(
        f, turns_for(("Chi bộ 3",), RotaKind.FLOWERS, time="", minutes=2), actor=ACTOR
    ),
    "import_rota": lambda f: rota.import_rota(
        f, [RotaTurn(who="Chi bộ 3")], anew=True, source="lich.xlsx", actor=ACTOR
    ),
    "add_turn": lambda f: rota.add_turn(f, RotaTurn(who="Khách mời"), after=1, actor=ACTOR),
    "edit_turn_field": lambda f: rota.edit_turn_field(f, 1, "minutes", 5, actor=ACTOR),
    "remove_turns": lambda f: rota.remove_turns(f, [1], actor=ACTOR),
    "order_turns": lambda f: rota.order_turns(f, [2, 1], actor=ACTOR),
}
