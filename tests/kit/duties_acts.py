"""Every act on members of organs and their assignments, on a file where each can be done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from congress_files import granted
from people_files import a_register

from congress_desk.actions.duties import assignments
from congress_desk.actions.duties import members as duties
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.queries.congress import duties as members
from congress_desk.storage.congress_file import CongressFile

ACTOR = "Thư ký"
CHAIR = Duty(organ=Organ.PRESIDIUM, name="Bùi Văn Chủ", title="Chủ tịch", duty="Chủ trì")
SECOND = Duty(organ=Organ.PRESIDIUM, name="Cao Thị Hai", duty="Điều hành thảo luận")
SERVICE = Duty(organ=Organ.FREE, organ_name="Tổ phục vụ", name="Đinh Văn Ba", title="Tổ trưởng")
SPARE = Duty(organ=Organ.SECRETARIAT, name="Phí Thị Thừa")
OTHER = Duty(organ=Organ.SECRETARIAT, name="Mai Văn Ghi", title="Trưởng đoàn")


def some_duties(folder: Path) -> CongressFile:
    """Return a file with members 1 to 4; 1 has two assignments, the second is done by 2."""
    file = a_register(folder)
    for duty in (CHAIR, SECOND, SERVICE, SPARE):
        granted(duties.add_member(file, duty, actor=ACTOR))
    granted(assignments.assign(file, 1, what="Khai mạc", session="Chính thức", actor=ACTOR))
    granted(assignments.assign(file, 1, what="Bế mạc", session="Trù bị", actor=ACTOR))
    granted(assignments.relieve(file, [2], 2, reason="ốm", actor=ACTOR))
    return file


DUTIES_ACTS = {
    "add_member": lambda f: duties.add_member(f, OTHER, actor=ACTOR),
    "edit_member": lambda f: duties.edit_member(
        f, replace(members(f)[1], title="Phó chủ tịch"), actor=ACTOR
    ),
    "order_members": lambda f: duties.order_members(f, [4, 3, 2, 1], actor=ACTOR),
    "rename_organ": lambda f: duties.rename_organ(f, "Tổ phục vụ", "Tổ hậu cần", actor=ACTOR),
    "end_membership": lambda f: duties.end_membership(f, 1, reason="đi công tác", actor=ACTOR),
    "remove_member": lambda f: duties.remove_member(f, 4, actor=ACTOR),
    "assign": lambda f: assignments.assign(f, 3, what="Nước", session="Chính thức", actor=ACTOR),
    "edit_assignment": lambda f: assignments.edit_assignment(f, 1, what="Diễn văn", actor=ACTOR),
    "unassign": lambda f: assignments.unassign(f, 1, actor=ACTOR),
    "relieve": lambda f: assignments.relieve(f, [1], 2, reason="ốm", actor=ACTOR),
    "end_relief": lambda f: assignments.end_relief(f, [2], actor=ACTOR),
}
