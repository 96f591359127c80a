"""Obstacles, tasks and times of the ward's congress, for golden texts and printed pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from builders import a_motion

from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.item import AgendaItem, ItemKind, ItemState
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.motions import Hands, MotionKind
from congress_desk.domain.obstacles import Gravity, Obstacle, ObstacleState
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.reports.obstacles.lessons_learned import LessonsFacts
from congress_desk.reports.obstacles.report import ObstacleFacts

from . import scenes, sheets

NOW = datetime(2020, 3, 13, 10, 20)
BALLOTS = Obstacle(
    id=1,
    what="Thu về 118 phiếu trong khi phát ra 117 phiếu bầu Ban Chấp hành.",
    where_in="bàn kiểm phiếu số 2",
    since="2020-03-13T09:35",
    gravity=Gravity.BLOCKING,
    answerable="Phan Kim Ngân",
    asked="Ban Tổ chức Quận ủy Bình Thạnh",
    asked_at="2020-03-13T09:41:00+07:00",
    procedure=True,
    actor="Đỗ Xuân Chi",
)
BIRTH = Obstacle(
    id=2,
    what="Hai người trong danh sách bầu cử chưa có ngày sinh để xét khi bằng phiếu",
    since="2020-03-13T08:05",
    gravity=Gravity.HIGH,
    answerable="Hoàng Hồng Minh",
    asked="Đảng ủy bộ phận Khu phố 3",
    asked_at="2020-03-13T08:10:00+07:00",
    answer="Đã tra lại hồ sơ, gửi bản chụp trước 11 giờ.",
    answered_at="2020-03-13T08:50:00+07:00",
    decision="Tiếp tục, bổ sung vào trích ngang.",
    state=ObstacleState.ANSWERED,
    procedure=True,
)
SOUND = Obstacle(
    id=3, what="Loa bên trái hội trường bị rè", since="2020-03-13T10:00", gravity=Gravity.LOW
)
POWER = Obstacle(
    id=4,
    what="Mất điện hội trường",
    since="2020-03-12T14:02",
    gravity=Gravity.BLOCKING,
    answerable="Văn phòng Đảng ủy",
    decision="Chạy máy phát dự phòng; kiểm tra lại nguồn trước mỗi phiên.",
    state=ObstacleState.RESOLVED,
    resolved_at="2020-03-12T14:19:40+07:00",
)
LATE_GUEST = Obstacle(
    id=5,
    what="Đại biểu cấp trên đến muộn, chưa khai mạc được đúng giờ",
    since="2020-03-12T13:30",
    gravity=Gravity.MEDIUM,
    answer="Quận ủy đồng ý cho khai mạc trước.",
    state=ObstacleState.RESOLVED,
    resolved_at="2020-03-12T13:45:00+07:00",
    reopen_reason="khách mời phiên chính thức cũng báo muộn",
)
PLACES = {
    1: "Bầu Ban Chấp hành Đảng bộ – bàn kiểm phiếu số 2",
    2: "Bầu cử",
    4: "Khai mạc phiên trù bị",
}
WARD = (BALLOTS, BIRTH, SOUND, POWER, LATE_GUEST)


def facts(obstacles: tuple[Obstacle, ...] = WARD, **changes: object) -> ObstacleFacts:
    """Return what a report on these obstacles is made of."""
    made = ObstacleFacts(
        congress=sheets.CONGRESS, obstacles=obstacles, places=PLACES, head=sheets.HEAD, now=NOW
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def many(number: int = 60) -> tuple[Obstacle, ...]:
    """Return many obstacles that are all in the way, with long words in every field."""
    long = "Danh sách trích ngang của đoàn đại biểu khối trường học in thiếu hai cột so với mẫu, "
    return tuple(
        replace(
            (BALLOTS, BIRTH, SOUND)[key % 3],
            id=100 + key,
            what=f"{long * (1 + key % 4)}phải in lại trước phiên chiều ({key + 1})",
        )
        for key in range(number)
    )


REPORTS: Mapping[str, ObstacleFacts] = {
    "ward": facts(),
    "clear": facts((POWER, LATE_GUEST)),
    "answered": facts((BIRTH,)),
    "urgent": facts((BALLOTS,)),
    "youth": facts((SOUND, POWER), congress=sheets.youth_congress()),
}


def _item(key: int, content: str, minutes: int, **fields: object) -> AgendaItem:
    times = {
        name: f"2020-03-{fields.pop(name)}:00+07:00"
        for name in ("started_at", "finished_at")
        if name in fields
    }
    return AgendaItem(id=key, content=content, minutes=minutes, **{**fields, **times})


_FIRST = {"day": "2020-03-12", "session": "Phiên trù bị"}
_SECOND = {"day": "2020-03-13", "session": "Phiên chính thức"}
AGENDA = (
    _item(1, "Chào cờ, khai mạc phiên trù bị", 20, **_FIRST, time="13:30",
          started_at="12T13:45", finished_at="12T14:00"),
    _item(2, "Bầu Đoàn chủ tịch, Đoàn thư ký, Ban thẩm tra tư cách đại biểu", 30, **_FIRST,
          started_at="12T14:20", finished_at="12T14:45"),
    _item(3, "Thông qua chương trình, quy chế làm việc, nội quy đại hội", 30, **_FIRST,
          started_at="12T14:45", finished_at="12T15:30"),
    _item(4, "Khai mạc phiên chính thức", 60, **_SECOND, time="07:30",
          started_at="13T07:30", finished_at="13T08:20"),
    _item(5, "Chào cờ, tuyên bố lý do", 15, **_SECOND, parent_id=4,
          started_at="13T07:30", finished_at="13T07:40"),
    _item(6, "Giải lao", 15, **_SECOND, kind=ItemKind.BREAK),
    _item(7, "Bầu Ban Chấp hành Đảng bộ Phường 19, nhiệm kỳ 2020 - 2025", 120, **_SECOND,
          kind=ItemKind.ELECTION, started_at="13T08:50"),
    _item(8, "Phát biểu chúc mừng của thiếu nhi", 10, **_SECOND, state=ItemState.SKIPPED),
    _item(9, "Bế mạc", 20, **_SECOND, kind=ItemKind.CLOSING),
)  # fmt: skip
TASKS = (
    Task(title="Dự thảo báo cáo chính trị", answerable="Hoàng Hồng Minh", due="2020-02-20",
         state=TaskState.DONE, done_at="2020-02-26T16:00:00+07:00"),
    Task(title="In phiếu bầu", answerable="Ngô Đức Thư", due="2020-03-10",
         state=TaskState.DONE, done_at="2020-03-09T10:00:00+07:00"),
    Task(title="Mời đại biểu cấp trên", due="2020-03-11"),
    Task(title="Thuê xe đón đại biểu", due="2020-03-01", state=TaskState.DROPPED),
)  # fmt: skip
_REPEATED = a_motion(id=2, base=150, present=148, matter="Lùi giờ bế mạc.",
                     hands=Hands(in_favour=75, other=3))  # fmt: skip
MOTIONS = (
    a_motion(base=150, present=148, hands=Hands(in_favour=147, against=1)),
    _REPEATED,
    replace(_REPEATED, id=3, repeats=2, repeat_reason="thảo luận thêm",
            hands=Hands(in_favour=140, other=3)),
    a_motion(id=4, kind=MotionKind.FREE, base=150, present=148, matter="Kéo dài phiên chiều",
             hands=Hands(in_favour=60)),
)  # fmt: skip


def lessons(**changes: object) -> LessonsFacts:
    """Return what the lessons of the ward's congress are made of."""
    cancelled = scenes.cancelled()
    made = LessonsFacts(
        congress=sheets.CONGRESS,
        planned=plan(AGENDA, starts=sheets.DETAILS.starts),
        tasks=TASKS,
        obstacles=WARD,
        sheets=(scenes.complete(), scenes.secretary()),
        cancelled=((cancelled.election, replace(cancelled.round, state=RoundState.CANCELLED)),),
        motions=MOTIONS,
        head=sheets.HEAD,
        now=NOW,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


_NOTHING = {
    "planned": (),
    "tasks": (),
    "obstacles": (),
    "sheets": (),
    "cancelled": (),
    "motions": (),
}
LESSONS: Mapping[str, LessonsFacts] = {
    "ward": lessons(),
    "nothing": lessons(**_NOTHING),
    "union": lessons(congress=sheets.union_congress(), planned=plan(AGENDA[:3], starts="")),
}
