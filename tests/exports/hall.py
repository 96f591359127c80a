"""A congress that was held, as plain facts, for golden texts of its papers in every style."""

from __future__ import annotations

from dataclasses import replace

from builders import HALF

from congress_desk.domain.agenda.item import AgendaItem, ItemKind, ItemState
from congress_desk.domain.congress import Congress, CongressState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.motions import Hands, Motion, MotionKind, MotionMajority, MotionState
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import BaseSum, Status
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.rules.rule_set import MotionBase
from congress_desk.domain.running.speech import Speech, SpeechState
from congress_desk.reports.minutes.congress_facts import CongressFacts

from .scenes import SCENES

PRESENCE = BaseSum(
    convened=119,
    deductions=((Status.ABSENT_THROUGHOUT_NO_ALTERNATE, 1),),
    alternates=0,
    present=117,
    replaced_unfilled=0,
)
DUTIES = (
    Duty(organ=Organ.PRESIDIUM, name="Trần Xuân Dũng", title="Chủ tọa"),
    Duty(organ=Organ.PRESIDIUM, name="Lê Kim Bình", title="Thành viên"),
    Duty(organ=Organ.PRESIDIUM, name="Ngô Thanh Bảo", title="Thành viên"),
    Duty(organ=Organ.SECRETARIAT, name="Phan Ngọc Chi", title="Trưởng đoàn"),
    Duty(organ=Organ.SECRETARIAT, name="Hồ Văn Hùng"),
    Duty(organ=Organ.CREDENTIALS, name="Đặng Thanh Đạt", title="Trưởng ban"),
    Duty(organ=Organ.PRESIDIUM, name="Vũ Văn Ý", until="2020-03-13T09:00:00",
         until_reason="sức khỏe"),
)  # fmt: skip


def item(number: int, content: str, kind: ItemKind, **more: str) -> AgendaItem:
    hour = 7 + number
    return AgendaItem(
        id=number,
        session=more.pop("session", "Chính thức"),
        content=content,
        kind=kind,
        state=ItemState.DONE,
        started_at=f"2020-03-13T{hour:02}:00:00",
        finished_at=f"2020-03-13T{hour:02}:45:00",
        **more,
    )


AGENDA = (
    replace(
        item(0, "Chào cờ, tuyên bố lý do", ItemKind.OPENING, executor="Ban Tổ chức"),
        session="Trù bị",
    ),
    item(1, "Diễn văn khai mạc", ItemKind.OPENING, executor="Trần Xuân Dũng"),
    item(2, "Báo cáo thẩm tra tư cách đại biểu", ItemKind.CREDENTIALS_REPORT,
         executor="Đặng Thanh Đạt"),
    item(3, "Báo cáo chính trị.", ItemKind.REPORT, executor="Lê Kim Bình",
         note="Đề nghị bổ sung số liệu thu ngân sách {2019}"),
    item(4, "Giải lao", ItemKind.BREAK),
    item(5, "Thảo luận", ItemKind.DISCUSSION, note="Có 02 ý kiến gửi bằng văn bản"),
    item(6, "Bế mạc", ItemKind.CLOSING, executor="Ngô Thanh Bảo"),
)  # fmt: skip
SPEECHES = (
    Speech(id=1, speaker="Bùi Thị Hoa", delegation="Chi bộ Khu phố 1",
           topic="Công tác phát triển đảng",
           state=SpeechState.DONE, started_at="2020-03-13T12:05:00",
           gist="Đề nghị giao chỉ tiêu cho từng chi bộ\nCần thêm kinh phí."),
    Speech(id=2, speaker="Lâm Văn Nam", state=SpeechState.DONE, started_at="2020-03-13T12:15:00"),
    Speech(id=3, speaker="Chờ Mãi", state=SpeechState.REQUESTED),
)  # fmt: skip
INDICATORS = (
    Indicator(name="Kết nạp đảng viên mới", unit="người", last_result="60", own_target="75"),
    Indicator(name="Thu ngân sách hằng năm", unit="tỷ đồng", last_result="21,5", own_target="25"),
)


def motion(number: int, kind: MotionKind, matter: str, hands: Hands, **more: object) -> Motion:
    made = Motion(
        majority=MotionMajority(of=MotionBase.CONVENED, threshold=HALF),
        id=number, place=number, kind=kind, matter=matter, state=MotionState.VOTED, base=118,
        present=117, hands=hands, announced_by="Trần Xuân Dũng", note="", repeats=0,
        election_id=0, at="2020-03-13T08:00:00", voted_at=f"2020-03-13T08:{number:02}:00",
        roll_id=0, repeat_reason="", cancel_reason="", change_reason="",
    )  # fmt: skip
    return replace(made, **more)


MOTIONS = (
    motion(1, MotionKind.PRESIDIUM, "Bầu Đoàn chủ tịch", Hands(in_favour=117)),
    motion(2, MotionKind.AGENDA, "Thông qua chương trình đại hội", Hands(in_favour=50, against=60)),
    motion(3, MotionKind.AGENDA, "Thông qua chương trình đại hội",
           Hands(in_favour=110, against=4, other=1), repeats=2, repeat_reason="giải trình thêm"),
    motion(4, MotionKind.CREDENTIALS_REPORT, "Thông qua báo cáo thẩm tra tư cách",
           Hands(in_favour=117)),
    motion(5, MotionKind.COUNTING_BOARD, "Bầu Ban kiểm phiếu gồm 3 người", Hands(in_favour=116)),
    motion(6, MotionKind.RESOLUTION, "Thông qua nghị quyết đại hội",
           Hands(in_favour=115, against=1, other=1)),
    motion(7, MotionKind.FREE, "Việc không biểu quyết", Hands(in_favour=0),
           state=MotionState.CANCELLED, cancel_reason="rút"),
)  # fmt: skip


def facts(
    congress: Congress | None = None, *scenes: str, closed: bool = True, **more: object
) -> CongressFacts:
    """Return a congress with every kind of record; `scenes` are the rounds it held."""
    held = replace(congress or SCENES["complete"]().congress, state=CongressState.IN_SESSION)
    rounds = tuple(_renamed(SCENES[name](), name) for name in scenes or ("complete",))
    agenda = AGENDA if closed else AGENDA[:-1]
    made = CongressFacts(
        congress=held,
        attended=PRESENCE,
        guests=12,
        agenda=agenda,
        duties=DUTIES,
        motions=MOTIONS,
        speeches=SPEECHES,
        sheets=rounds,
        indicators=INDICATORS,
        head=rounds[0].head,
    )
    return replace(made, **more)


def _renamed(sheet: RoundSheet, name: str) -> RoundSheet:
    return replace(sheet, election=replace(sheet.election, code=name.upper()))
