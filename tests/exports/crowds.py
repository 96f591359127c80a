"""Registers of people with everything a paper can say, and what papers are made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from congress_desk.domain.congress import Congress, CongressState
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import CongressKind, Person, PersonKind, Status
from congress_desk.domain.people.register import Direction, Passage
from congress_desk.domain.structure.structure import structure
from congress_desk.domain.structure.target_text import shipped_targets
from congress_desk.domain.structure.targets import judge
from congress_desk.paths import resource
from congress_desk.reports.document.book import Book
from congress_desk.reports.people.cards import CardSheets, Symbol, card_sheets
from congress_desk.reports.people.credentials import Credentials
from congress_desk.reports.people.people_book import PeopleFacts, people_book

from . import sheets

DAY = "2020-03-12"
GROUPS = {1: "Tổ 1", 2: "Tổ 2", 3: "Tổ 3"}
HEADS = (Duty(organ=Organ.CREDENTIALS, name="Hồ Thị Trưởng", title="Trưởng ban"),)
LONG = "Nguyễn Thị Hoàng Phương Thảo " * 7
HOSTILE = ("<b>Trần</b> & Văn A", "=1+1", "W" * 200, LONG[:200].strip(), "Lê\x00 \x0bVăn\tB")

_POSITIONS = (
    "Bí thư chi bộ",
    "Phó Bí thư chi bộ, Trưởng ban công tác Mặt trận khu phố",
    "",
    "Đảng ủy viên, Chủ tịch Hội Liên hiệp Phụ nữ phường",
    "Chi ủy viên",
)
_JOINED = ("1985-02-03", "1999-05", "2010", "2015-09-02", "1976-12-30", "")


def _pick(values: Sequence[str], number: int) -> str:
    return values[number % len(values)]


@cache
def register(count: int) -> tuple[Person, ...]:
    """Return `count` people in seven delegations: delegates, a few alternates and guests."""
    return tuple(_person(number, count) for number in range(1, count + 1))


def _person(number: int, count: int) -> Person:
    known = sheets.candidate(number)
    kind = PersonKind.EX_OFFICIO if number % 11 == 0 else PersonKind.OFFICIAL
    if number % 29 == 0:
        kind = PersonKind.APPOINTED
    if count > 20 and number > count * 92 // 100:
        kind = PersonKind.GUEST if number > count * 95 // 100 else PersonKind.ALTERNATE
    guest = kind is PersonKind.GUEST
    return Person(
        id=number,
        code=f"DB{number:03d}",
        name=known.name,
        born=known.born if number % 13 else known.born[: 4 * (number % 2)],
        gender=known.gender if number % 31 else "",
        ethnic=_pick(("Kinh", "Kinh", "Kinh", "Hoa", "Kinh", "Khmer", ""), number),
        religion=_pick(("Không", "Không", "Phật giáo", "Không", "Công giáo"), number),
        delegation="" if guest else f"Chi bộ Khu phố {1 + number * 7 // (count + 1)}",
        position=_pick(_POSITIONS, number),
        joined=_pick(_JOINED, number),
        degree=_pick(("Đại học", "ĐH Luật", "Thạc sĩ", "Cao đẳng", "Trung cấp", ""), number),
        theory=_pick(("Cao cấp", "Trung cấp", "Sơ cấp", "Cử nhân", ""), number),
        kind=kind,
        status=Status.PRESENT if number % 9 else Status.ABSENT,
        note="Ghi riêng" if number % 17 == 0 else "",
        hometown=_pick(("Bình Định", "Gò Công, Tiền Giang", "Thừa Thiên Huế"), number),
        official_on=_pick(("1986-02-03", "2011", ""), number),
        schooling=_pick(("12/12", "10/10", "9/12"), number),
        language=_pick(("Anh B", ""), number),
        titles="Nhà giáo ưu tú" if number % 19 == 0 else "",
        incumbent=_pick(("", "re_elected", "first"), number),
        committee=number % 11 == 0,
        delegation_role="head" if number % 17 == 1 else "",
        seat=f"{'ABCDEF'[number % 6]}{number // 6 + 1}",
        group_id=1 + number % 3,
    )


def with_changes(people: Sequence[Person]) -> tuple[Person, ...]:
    """Let an alternate of another delegation replace number 11, excuse 21 and suspend 22."""
    alternate = next(p.id for p in people if p.kind is PersonKind.ALTERNATE)
    changes = {
        11: {"status": Status.REPLACED},
        21: {"status": Status.ABSENT_THROUGHOUT_EXCUSED},
        22: {"status": Status.SUSPENDED},
        alternate: {"status": Status.PRESENT, "replaces": 11},
    }
    return tuple(replace(p, **changes.get(p.id, {})) for p in people)


def hostile(count: int = 9) -> tuple[Person, ...]:
    """Return people whose names, positions and codes look like markup, or never end."""
    made = list(register(count))
    for place, name in enumerate(HOSTILE):
        made[place] = replace(
            made[place], name=name, position=f"{name} {'Ủy viên ' * 20}", delegation=name
        )
    return tuple(made)


def voters(people: Sequence[Person]) -> list[Person]:
    return [p for p in people if p.has_vote and p.status is not Status.REPLACED]


def members_congress() -> Congress:
    """Return the congress of a Party cell whose members all meet, on one day."""
    details = replace(
        sheets.DETAILS, name="Đại hội Chi bộ Khu phố 1", kind=CongressKind.PARTY_MEMBERS,
        ends="2020-03-12T17:00",
    )  # fmt: skip
    return replace(sheets.CONGRESS, details=details, state=CongressState.REHEARSAL)


def credentials(
    people: Sequence[Person],
    congress: Congress = sheets.CONGRESS,
    *,
    day: str = DAY,
    duties: tuple[Duty, ...] = HEADS,
    **fields,
) -> Credentials:
    return Credentials(
        congress=congress,
        people=tuple(people),
        structure=structure(voters(people), day),
        duties=duties,
        head=sheets.HEAD,
        **fields,
    )


def cards(people: Sequence[Person], **fields) -> CardSheets:
    options = {"groups": GROUPS, "photos": {}, "symbol": Symbol.QR} | fields
    return card_sheets(sheets.CONGRESS, people, sheets.HEAD, **options)


def passages(people: Sequence[Person]) -> tuple[Passage, ...]:
    """Let everybody present in, the first two out again, and take back one arrival."""
    there = [p for p in people if p.status is Status.PRESENT]
    found = [
        _passage(n, p.id, Direction.IN, f"{DAY}T07:{n % 60:02d}:00+07:00")
        for n, p in enumerate(there, start=1)
    ]
    found += [
        _passage(len(found) + n, p.id, Direction.OUT, f"{DAY}T09:1{n}:00+07:00")
        for n, p in enumerate(there[:2], start=1)
    ]
    return (*found[:-1], *(replace(p, undone=True) for p in found[-1:]))


def _passage(number: int, person: int, direction: Direction, at: str) -> Passage:
    return Passage(
        id=number, uid=f"u{number}", person_id=person, direction=direction, at=at, door="Cửa A",
        actor="TK", before=Status.ABSENT, undone=False,
    )  # fmt: skip


def book(people: Sequence[Person], *, day: str = DAY, private: bool = False) -> Book:
    found = structure(voters(people), day)
    targets = shipped_targets(
        resource("structure", "targets.toml").read_text("utf-8"), sheets.RULES
    )
    facts = PeopleFacts(
        congress=sheets.CONGRESS,
        people=tuple(people),
        groups=GROUPS,
        passages=passages(people),
        structure=found,
        targets=targets,
        judgements=judge(found, targets),
        head=sheets.HEAD,
        reasons={21: "ốm nặng"},
    )
    return people_book(facts, private=private)
