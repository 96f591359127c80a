"""The discussion in groups for tests: two groups, a text of two parts, some opinions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from congress_files import a_congress, granted

from congress_desk.actions import discussions
from congress_desk.actions.people.groups import add_group, assign_group, set_group_role
from congress_desk.actions.preparation.texts import add_text
from congress_desk.domain.discussions.opinion import GroupMeeting, Opinion, Part, Stance
from congress_desk.domain.preparation.text import CongressText
from congress_desk.storage.congress_file import CongressFile

ACTOR = "Thư ký"
TITLE, FIRST, SECOND = "Báo cáo chính trị", "Phần I. Kết quả", "Phần II. Phương hướng"
ROADS = Opinion(
    group_id=1, part=Part(1, 2), speaker="Ngô An", gist="Làm đường hẻm 12", stance=Stance.ADD
)


def a_discussion(folder: Path) -> CongressFile:
    """Return a file with groups 1 and 2, text 1 of parts 1 and 2, four opinions."""
    file = a_congress(folder)
    for name in ("Tổ 1", "Tổ 2"):
        granted(add_group(file, name, actor=ACTOR))
    granted(assign_group(file, [1, 2, 3], 1, actor=ACTOR))
    granted(assign_group(file, [4, 5], 2, actor=ACTOR))
    granted(set_group_role(file, 1, "head", actor=ACTOR))
    granted(set_group_role(file, 2, "secretary", actor=ACTOR))
    granted(add_text(file, CongressText(title=TITLE), actor=ACTOR))
    granted(discussions.set_chapters(file, 1, [FIRST, SECOND], actor=ACTOR))
    for group, part, gist, stance in (
        (1, Part(1, 1), "Nhất trí với đánh giá", Stance.AGREE),
        (1, Part(1, 2), ROADS.gist, Stance.ADD),
        (2, Part(1, 2), "Bổ sung chỉ tiêu làm đường hẻm", Stance.ADD),
        (2, Part(), "Kiến nghị xây trường mới", Stance.PROPOSAL),
    ):
        opinion = Opinion(group_id=group, part=part, gist=gist, stance=stance, speaker="Ngô An")
        granted(discussions.add_opinion(file, opinion, actor=ACTOR))
    meeting = GroupMeeting(
        group_id=1, where="Phòng họp A", opened="2020-06-05T14:00", closed="2020-06-05T16:30",
        present=3,
    )  # fmt: skip
    granted(discussions.set_meeting(file, meeting, actor=ACTOR))
    return file


def discussion_ready(folder: Path, name: str) -> CongressFile:
    """Return a discussion in which the act of this name can be done."""
    file = a_discussion(folder)
    if name == "part_opinions":
        granted(discussions.merge_opinions(file, [2, 3], "Làm đường", actor=ACTOR))
    return file


DISCUSSION_ACTS = {
    "set_chapters": lambda f: discussions.set_chapters(
        f, 1, [FIRST, "Phần II", "Phần III"], actor=ACTOR
    ),
    "set_meeting": lambda f: discussions.set_meeting(
        f, GroupMeeting(group_id=2, where="Phòng B", present=2), actor=ACTOR
    ),
    "add_opinion": lambda f: discussions.add_opinion(f, ROADS, actor=ACTOR),
    "edit_opinion": lambda f: discussions.edit_opinion(
        f, replace(ROADS, id=2, gist="Làm đường hẻm 14"), actor=ACTOR
    ),
    "edit_opinion_field": lambda f: discussions.edit_opinion_field(
        f, 1, "answer", "Ghi nhận", actor=ACTOR
    ),
    "remove_opinion": lambda f: discussions.remove_opinion(f, 4, actor=ACTOR),
    "merge_opinions": lambda f: discussions.merge_opinions(f, [2, 3], "Làm đường hẻm", actor=ACTOR),
    "part_opinions": lambda f: discussions.part_opinions(f, [3], actor=ACTOR),
    "write_opinion_list": lambda f: discussions.write_opinion_list(
        f, [ROADS], source="to-1.xlsx", actor=ACTOR
    ),
}
