"""Seven congresses of every kind, held to their end through the program's own acts.

`python tests/seven_congresses.py FOLDER` writes every paper of each, to be read by eye.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.item_words import kind_of
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import CongressKind, Person, PersonKind, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.storage.congress_file import CongressFile

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Lý")
_MIDDLE = ("Thị Thanh", "Văn", "Ngọc", "Minh", "Thị Kim", "Quốc", "Hữu", "Thị Hồng", "Đức", "Xuân")
_GIVEN = (
    *("An", "Bình", "Châu", "Dũng", "Đào", "Giang", "Hạnh", "Khánh", "Liên", "Mai", "Nghĩa"),
    *("Oanh", "Phúc", "Quyên", "Sơn", "Tâm", "Uyên", "Việt", "Xuyến", "Yến", "Ánh", "Phượng"),
)
_POSTS = (
    "Bí thư chi bộ",
    "Phó Bí thư chi bộ, Trưởng ban công tác Mặt trận",
    "Chủ tịch Hội Liên hiệp Phụ nữ",
    "Chuyên viên",
    "Hiệu trưởng Trường Tiểu học Nguyễn Thị Minh Khai",
)


@dataclass(frozen=True, kw_only=True)
class Held:
    """An election: its names, seats, and the votes of each of its rounds, in ballot order."""

    code: str
    title: str
    names: int
    seats: int
    votes: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One of the seven: `convened` are called in; `away` stay away, `first` and `last` its days."""

    key: str
    rules: str
    details: CongressDetails
    convened: int
    away: int
    units: tuple[str, ...]
    elections: tuple[Held, ...]
    guests: int = 5
    probationary: int = 0
    alternates: int = 0
    party: bool = True
    heads: Sequence[str] = ("Trưởng ban",)
    programme: tuple[tuple[str, str, str, int, str, str], ...] = field(default=())


def person(number: int, plan: Plan, kind: PersonKind = PersonKind.OFFICIAL) -> Person:
    """Return number `number` of the register."""
    guest = kind is PersonKind.GUEST
    middle = _MIDDLE[(number * 7) % 10]
    return Person(
        id=number,
        code=f"{number:03d}",
        name=f"{_FAMILY[number % 12]} {middle} {_GIVEN[(number * 5) % 22]}",
        born=""
        if guest
        else f"19{62 + number * 3 % 38}-{1 + number % 12:02d}-{1 + number % 28:02d}",
        gender="nữ" if middle.startswith("Thị") else "nam",
        ethnic=("Kinh", "Kinh", "Kinh", "Hoa", "Khmer")[number % 5],
        religion=("Không", "Không", "Phật giáo", "Công giáo")[number % 4],
        delegation="" if guest else plan.units[number * len(plan.units) // (plan.convened + 20)],
        position=_POSTS[number % 5] if not guest else "Phó Chủ tịch Ủy ban nhân dân",
        joined=f"20{1 + number % 19:02d}-0{1 + number % 9}-03" if plan.party else "",
        official_on=f"20{2 + number % 19:02d}-0{1 + number % 9}-03" if plan.party else "",
        degree=("Đại học", "Thạc sĩ", "Cao đẳng", "Trung cấp")[number % 4],
        theory=("Cao cấp", "Trung cấp", "Sơ cấp")[number % 3] if plan.party else "",
        schooling="12/12",
        hometown=("Tiền Giang", "Bình Định", "Thừa Thiên Huế", "Hà Nam")[number % 4],
        incumbent="re_elected" if number % 3 else "first",
        kind=kind,
        status=Status.PRESENT,
    )


def _born(number: int) -> str:
    return f"19{62 + number * 3 % 38}-{1 + number % 12:02d}-{1 + number % 28:02d}"


def register(plan: Plan) -> tuple[Person, ...]:
    """Return the register of a congress: those convened, then alternates, members, guests."""
    kinds = [PersonKind.OFFICIAL] * plan.convened
    if plan.details.kind is CongressKind.DELEGATES and plan.party:
        kinds[: plan.convened // 9] = [PersonKind.EX_OFFICIO] * (plan.convened // 9)
        kinds[-2:] = [PersonKind.APPOINTED] * 2
    kinds += [PersonKind.ALTERNATE] * plan.alternates
    kinds += [PersonKind.PROBATIONARY] * plan.probationary
    kinds += [PersonKind.GUEST] * plan.guests
    return tuple(person(number, plan, kind) for number, kind in enumerate(kinds, start=1))


def setup(plan: Plan) -> Setup:
    """Return the congress as its workbook would give it."""
    people = register(plan)
    names = [p.name for p in people]
    duties = _duties(plan, names)
    # Nobody who counts is a candidate.
    free = people[len(duties) : plan.convened]
    listed, place = [], 0
    for held in plan.elections:
        chosen = [free[(place + i * 3) % len(free)] for i in range(held.names)]
        place += 5
        candidates = tuple(
            Candidate(name=p.name, born=p.born, gender=p.gender, role=p.position,
                      note="Tái cử" if i % 2 else "")
            for i, p in enumerate(chosen)
        )  # fmt: skip
        listed.append(
            Election(code=held.code, title=held.title, seats=held.seats, candidates=candidates)
        )
    days = {"1": plan.details.starts[:10], "2": plan.details.ends[:10]}
    agenda = tuple(
        AgendaItem(session=session, day=days[day], time=at, minutes=minutes, content=content,
                   executor=executor, kind=kind_of(content))
        for session, day, at, minutes, content, executor in _programme(plan)
    )  # fmt: skip
    return Setup(
        details=plan.details,
        rule_set_id=plan.rules,
        people=people,
        agenda=agenda,
        duties=tuple(duties),
        elections=tuple(listed),
    )


def _duties(plan: Plan, names: Sequence[str]) -> list[Duty]:
    small = plan.convened < 30
    organs = (
        (Organ.PRESIDIUM, 1 if small else 5, "" if small else "Ủy viên"),
        (Organ.SECRETARIAT, 1 if small else 2, "" if small else "Trưởng đoàn"),
        (Organ.CREDENTIALS, 0 if small else 3, "Trưởng ban"),
        (Organ.COUNTING_BOARD, 3 if small else 11, "Trưởng ban"),
    )
    made, place = [], 0
    for organ, count, title in organs:
        for index in range(count):
            made.append(Duty(organ=organ, name=names[place], title=title if not index else ""))
            place += 1
    return made


def _programme(plan: Plan) -> tuple[tuple[str, str, str, int, str, str], ...]:
    """Return session, day, hour, minutes, content and who does it."""
    return plan.programme or _TWO_SESSIONS


_HOSTS, _CHAIR, _CREDENTIALS = "Ban Tổ chức", "Đoàn chủ tịch", "Ban thẩm tra tư cách đại biểu"
_MATTERS = "Đề án nhân sự; biểu quyết số lượng và danh sách; bầu Ban kiểm phiếu"
_ORGANS = "3. Bầu Đoàn chủ tịch, Đoàn thư ký, Ban thẩm tra tư cách đại biểu"
_TWO_SESSIONS = (
    ("Trù bị", "1", "13:30", 30, "1. Đón tiếp đại biểu", _HOSTS),
    ("Trù bị", "1", "14:00", 10, "2. Ổn định tổ chức, điểm danh, tuyên bố lý do", _HOSTS),
    ("Trù bị", "1", "14:10", 20, _ORGANS, _HOSTS),
    ("Trù bị", "1", "14:30", 15, "4. Thông qua chương trình đại hội", _CHAIR),
    ("Trù bị", "1", "14:45", 15, "5. Thông qua quy chế bầu cử, nội quy đại hội", _CHAIR),
    ("Chính thức", "2", "07:30", 15, "Chào cờ", _HOSTS),
    ("Chính thức", "2", "07:45", 15, "Diễn văn khai mạc", _CHAIR),
    ("Chính thức", "2", "08:00", 10, "Báo cáo thẩm tra tư cách đại biểu", _CREDENTIALS),
    ("Chính thức", "2", "08:10", 25, "Báo cáo chính trị", _CHAIR),
    ("Chính thức", "2", "08:35", 20, "Báo cáo kiểm điểm của Ban Chấp hành", _CHAIR),
    ("Chính thức", "2", "08:55", 35, "Thảo luận các văn kiện", _CHAIR),
    ("Chính thức", "2", "09:30", 15, "Nghỉ giữa giờ", ""),
    ("Chính thức", "2", "09:45", 25, _MATTERS, _CHAIR),
    ("Chính thức", "2", "10:10", 35, "Bầu Ban Chấp hành", "Ban kiểm phiếu"),
    ("Chính thức", "2", "10:45", 15, "Tặng hoa, khen thưởng", _CHAIR),
    ("Chính thức", "2", "11:00", 10, "Công bố kết quả bầu Ban Chấp hành", "Ban kiểm phiếu"),
    ("Chính thức", "2", "11:10", 15, "Bầu đại biểu dự đại hội cấp trên", "Ban kiểm phiếu"),
    ("Chính thức", "2", "11:25", 10, "Phát biểu của lãnh đạo cấp trên", "Đại diện cấp trên"),
    ("Chính thức", "2", "11:35", 10, "Thông qua nghị quyết đại hội", "Đoàn thư ký"),
    ("Chính thức", "2", "11:45", 10, "Diễn văn bế mạc", _CHAIR),
)  # fmt: skip
_BRANCH = (
    ("", "1", "07:30", 10, "Chào cờ, tuyên bố lý do, giới thiệu đại biểu", "Chi ủy"),
    ("", "1", "07:40", 10, "Bầu chủ tọa, thư ký đại hội", "Chi ủy"),
    ("", "1", "07:50", 10, "Thông qua chương trình, quy chế bầu cử", "Chủ tọa"),
    ("", "1", "08:00", 10, "Khai mạc đại hội", "Chủ tọa"),
    ("", "1", "08:10", 25, "Báo cáo chính trị của chi bộ", "Chủ tọa"),
    ("", "1", "08:35", 30, "Thảo luận", "Chủ tọa"),
    ("", "1", "09:05", 10, "Phát biểu của cấp trên", ""),
    ("", "1", "09:15", 15, "Biểu quyết số lượng và danh sách; bầu tổ kiểm phiếu", "Chủ tọa"),
    ("", "1", "09:30", 25, "Bầu chi ủy", "Ban kiểm phiếu"),
    ("", "1", "09:55", 10, "Công bố kết quả bầu chi ủy", "Ban kiểm phiếu"),
    ("", "1", "10:05", 15, "Bầu bí thư chi bộ", "Ban kiểm phiếu"),
    ("", "1", "10:20", 10, "Thông qua nghị quyết đại hội", "Thư ký"),
    ("", "1", "10:30", 10, "Bế mạc", "Chủ tọa"),
)  # fmt: skip

SEVEN = (
    Plan(
        key="chi-bo",
        rules="dang-190-2024",
        details=CongressDetails(
            name="Đại hội Chi bộ Khu phố 4, nhiệm kỳ 2025 - 2027",
            superior="Đảng ủy Phường Bình Thạnh", body="Chi bộ Khu phố 4", term="2025 - 2027",
            kind=CongressKind.PARTY_MEMBERS, place="Nhà văn hóa Khu phố 4",
            starts="2025-02-06T07:30", ends="2025-02-06T11:00",
        ),
        convened=21, away=2, probationary=2, guests=2, units=("Tổ đảng 1", "Tổ đảng 2"),
        elections=(
            Held(code="CU", title="Bầu chi ủy Chi bộ Khu phố 4, nhiệm kỳ 2025 - 2027",
                 names=4, seats=3, votes=((18, 17, 14, 6),)),
            Held(code="BT", title="Bầu bí thư chi bộ, nhiệm kỳ 2025 - 2027",
                 names=1, seats=1, votes=((18,),)),
        ),
        programme=_BRANCH,
    ),
    Plan(
        key="phuong",
        rules="dang-190-2024",
        details=CongressDetails(
            name="Đại hội đại biểu Đảng bộ Phường Bình Thạnh lần thứ I, nhiệm kỳ 2025 - 2030",
            superior="Đảng bộ Thành phố Hồ Chí Minh", body="Đảng bộ Phường Bình Thạnh",
            ordinal="I", term="2025 - 2030",
            place="Hội trường Ủy ban nhân dân Phường Bình Thạnh",
            starts="2025-07-24T13:30", ends="2025-07-25T11:55",
        ),
        convened=120, away=3, alternates=3,
        units=tuple(f"Chi bộ Khu phố {n}" for n in range(1, 13)),
        elections=(
            Held(code="BCH", names=17, seats=15,
                 title="Ban Chấp hành Đảng bộ Phường Bình Thạnh, nhiệm kỳ 2025 - 2030",
                 votes=((110, 108, 105, 104, 103, 100, 99, 98, 97, 95, 94, 90, 88, 87, 70, 70, 52),
                        (61, 54))),
            Held(code="DB", names=10, seats=8,
                 votes=((110, 109, 108, 107, 106, 104, 101, 90, 45, 30),),
                 title="Bầu đại biểu dự Đại hội đại biểu Đảng bộ Thành phố lần thứ I"),
        ),
    ),
    Plan(
        key="tinh",
        rules="dang-190-2024",
        details=CongressDetails(
            name="Đại hội đại biểu Đảng bộ tỉnh An Giang lần thứ I, nhiệm kỳ 2025 - 2030",
            superior="Ban Chấp hành Trung ương Đảng", body="Đảng bộ tỉnh An Giang",
            ordinal="I", term="2025 - 2030", place="Nhà hát tỉnh, phường Rạch Giá",
            starts="2025-10-01T13:30", ends="2025-10-02T11:55",
        ),
        convened=348, away=4, alternates=6,
        units=tuple(f"Đảng bộ xã {name}" for name in (
            "Vĩnh Xương", "Phú Hữu", "An Biên", "Châu Phong", "Tân An", "Long Điền", "Hòn Đất",
            "Giồng Riềng", "U Minh Thượng", "Kiên Lương", "Tịnh Biên", "Óc Eo")),
        elections=(
            Held(code="BCH", names=60, seats=52,
                 title="Ban Chấp hành Đảng bộ tỉnh An Giang khóa I, nhiệm kỳ 2025 - 2030",
                 votes=(tuple(sorted((340 - i * 3 for i in range(50)), reverse=True))
                        + (170, 168, 160, 120, 100, 90, 80, 60, 50, 40),
                        (300, 210, 90))),
        ),
    ),
    Plan(
        key="doan",
        rules="doan-tncs",
        details=CongressDetails(
            name="Đại hội đại biểu Đoàn TNCS Hồ Chí Minh Phường Bình Thạnh lần thứ I, "
                 "nhiệm kỳ 2025 - 2030",
            superior="Thành Đoàn Thành phố Hồ Chí Minh",
            body="Đoàn TNCS Hồ Chí Minh Phường Bình Thạnh", ordinal="I", term="2025 - 2030",
            place="Nhà thiếu nhi Phường Bình Thạnh", starts="2025-11-08T13:30",
            ends="2025-11-09T11:55",
        ),
        convened=90, away=4, units=tuple(f"Chi đoàn Khu phố {n}" for n in range(1, 10)),
        elections=(
            Held(code="BCH", names=18, seats=15,
                 votes=((80, 79, 78, 77, 76, 75, 74, 73, 72, 71, 70, 69, 66, 65, 40, 38, 36, 30),
                        (60, 41)),
                 title="Ban Chấp hành Đoàn Phường Bình Thạnh, nhiệm kỳ 2025 - 2030"),
        ),
        party=False,
    ),
    Plan(
        key="cong-doan",
        rules="cong-doan",
        details=CongressDetails(
            name="Đại hội Công đoàn Công ty TNHH May Bình Thạnh lần thứ V, nhiệm kỳ 2025 - 2030",
            superior="Liên đoàn Lao động Thành phố Hồ Chí Minh",
            body="Công đoàn Công ty TNHH May Bình Thạnh", ordinal="V", term="2025 - 2030",
            kind=CongressKind.MEMBERS, place="Hội trường Công ty",
            starts="2025-05-17", ends="2025-05-17",
        ),
        convened=64, away=3, units=("Tổ công đoàn Cắt", "Tổ công đoàn May 1", "Văn phòng"),
        elections=(
            Held(code="BCH", names=9, seats=7, votes=((58, 57, 55, 54, 50, 45, 38, 33, 20),),
                 title="Ban Chấp hành Công đoàn Công ty, nhiệm kỳ 2025 - 2030"),
        ),
        party=False,
    ),
    Plan(
        key="phu-nu",
        rules="phu-nu",
        details=CongressDetails(
            name="Đại hội đại biểu Hội Liên hiệp Phụ nữ Phường Bình Thạnh lần thứ I, "
                 "nhiệm kỳ 2025 - 2030",
            superior="Hội Liên hiệp Phụ nữ Thành phố Hồ Chí Minh",
            body="Hội Liên hiệp Phụ nữ Phường Bình Thạnh", ordinal="I", term="2025 - 2030",
            place="Hội trường Phường", starts="2025-11-15T13:30", ends="2025-11-16T11:55",
        ),
        convened=100, away=2, units=tuple(f"Chi hội Phụ nữ {n}" for n in range(1, 9)),
        elections=(
            Held(code="BCH", names=15, seats=15,
                 votes=((96, 95, 94, 94, 93, 93, 92, 92, 91, 91, 90, 90, 89, 88, 87),),
                 title="Ban Chấp hành Hội Liên hiệp Phụ nữ Phường, nhiệm kỳ 2025 - 2030"),
        ),
        party=False,
    ),
    Plan(
        key="hiep-hoi",
        rules="generic",
        details=CongressDetails(
            name="Đại hội Hiệp hội Du lịch Thành phố lần thứ III, nhiệm kỳ 2025 - 2030",
            body="Hiệp hội Du lịch Thành phố", ordinal="III", term="2025 - 2030",
            kind=CongressKind.MEMBERS, place="Khách sạn Bến Nghé",
            starts="2025-09-19T13:30", ends="2025-09-20T11:55",
        ),
        convened=75, away=6, units=("Chi hội Lữ hành", "Chi hội Khách sạn"),
        elections=(
            Held(code="BCH", names=12, seats=11,
                 votes=((65, 64, 63, 62, 61, 60, 59, 58, 57, 50, 44, 30),),
                 title="Ban Chấp hành Hiệp hội nhiệm kỳ 2025 - 2030"),
        ),
        party=False,
    ),
)  # fmt: skip


def main(folder: Path) -> None:
    """Write the congresses and every paper of each."""
    from seven_courses import hold

    from congress_desk.papers import export_papers

    for plan in SEVEN:
        target = folder / plan.key
        target.mkdir(parents=True, exist_ok=True)
        path = folder / f"{plan.key}.congress"
        path.unlink(missing_ok=True)
        file: CongressFile = hold(plan, path)
        told = export_papers(file, target, (), written=lambda _: None, private=True)
        print(plan.key, told)
        file.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
