"""Every act on people, on a register where each of them can be done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from congress_files import granted
from people_files import ACTOR, a_register, by_code

from congress_desk.actions import congress_settings, hall, motions, papers
from congress_desk.actions.elections import profiles
from congress_desk.actions.people import (
    checkin,
    delegations,
    groups,
    one_field,
    register,
    statuses,
    undo_import,
)
from congress_desk.domain.hall.pictures import HallPicture
from congress_desk.domain.hall.queue import Prepared
from congress_desk.domain.motions import Hands, MotionDraft, MotionKind
from congress_desk.domain.papers import Imprint, Office
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.people.register import Direction, DoorLine, Roll
from congress_desk.domain.people.register_changes import RegisterChanges
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.motions import motions as motions_of
from congress_desk.queries.people import rolls
from congress_desk.storage.congress_file import CongressFile

NEW = Person(code="M1", name="Mai Văn Út", seat="A1")
ON_LINE = DoorLine(
    uid="a" * 32, code="D005", name="", direction=Direction.IN, at="2026-11-22T07:00:00", door="2"
)


def a_busy_register(folder: Path) -> CongressFile:
    """Return a file with a group, a delegate who is in, one replaced, and motions at each stage."""
    file = a_register(folder)
    granted(groups.add_group(file, "Tổ 1", actor=ACTOR))
    granted(groups.assign_group(file, [1, 2], 1, actor=ACTOR))
    granted(checkin.check_in(file, 1, actor=ACTOR))
    granted(statuses.replace_delegate(file, 2, 7, reason="ốm", actor=ACTOR))
    granted(profiles.set_profile(file, _candidate(file), person_id=3, profile=NEW, actor=ACTOR))
    draft = MotionDraft(kind=MotionKind.AGENDA, matter="Chương trình")
    for _ in range(3):
        granted(motions.add_motion(file, draft, begin=False, actor=ACTOR))
    voted = motions_of(file)[0].id
    hands = Hands(in_favour=1, against=0, other=0)
    granted(motions.record_vote(file, voted, hands, announced_by="A", actor=ACTOR))
    granted(motions.begin_vote(file, motions_of(file)[2].id, actor=ACTOR))
    granted(register.add_person(file, replace(NEW, code="Z", name="Mai Thừa"), actor=ACTOR))
    listed = RegisterChanges(new=(replace(NEW, code="L", name="Mai Nhập"),))
    granted(register.import_register(file, listed, source="ds.xlsx", actor=ACTOR))
    return file


def _candidate(file: CongressFile) -> int:
    return elections(file)[0].candidates[0].id


def _motion(file: CongressFile, place: int) -> int:
    return motions_of(file)[place].id


_DRAFT = MotionDraft(kind=MotionKind.FREE, matter="Việc khác")
_HANDS = Hands(in_favour=0, against=1, other=0)
PEOPLE_ACTS = {
    "undo_import": lambda f: undo_import.undo_import(f, actor=ACTOR),
    "add_person": lambda f: register.add_person(f, NEW, actor=ACTOR),
    "edit_person": lambda f: register.edit_person(
        f, replace(by_code(f, "D003"), name="Khác", seat="B1"), actor=ACTOR
    ),
    "edit_people": lambda f: register.edit_people(f, [3, 4], {"titles": "TS"}, actor=ACTOR),
    "edit_field": lambda f: one_field.edit_field(f, 3, "name", "Khác", actor=ACTOR),
    "remove_person": lambda f: register.remove_person(f, 10, reason="trùng", actor=ACTOR),
    "set_photo": lambda f: register.set_photo(f, 3, b"jpeg", actor=ACTOR),
    "import_register": lambda f: register.import_register(
        f, RegisterChanges(new=(NEW, replace(NEW, code="M2"))), source="ds.xlsx", actor=ACTOR
    ),
    "set_status": lambda f: statuses.set_status(
        f, [3, 4], Status.SUSPENDED, reason="khởi tố", actor=ACTOR
    ),
    "replace_delegate": lambda f: statuses.replace_delegate(f, 3, 8, reason="ốm", actor=ACTOR),
    "restore_delegate": lambda f: statuses.restore_delegate(f, 2, reason="đến", actor=ACTOR),
    "check_in": lambda f: checkin.check_in(f, 3, actor=ACTOR),
    "let_in": lambda f: checkin.let_in(f, 5, reason="đã đến", door="1", actor=ACTOR),
    "undo_passage": lambda f: checkin.undo_passage(f, 1, actor=ACTOR),
    "tick_in": lambda f: checkin.tick_in(f, [3, 4], door="Ký", actor=ACTOR),
    "merge_door": lambda f: checkin.merge_door(f, [ON_LINE], source="cua.csv", actor=ACTOR),
    "add_group": lambda f: groups.add_group(f, "Tổ 2", actor=ACTOR),
    "rename_group": lambda f: groups.rename_group(f, 1, "Tổ A", actor=ACTOR),
    "remove_group": lambda f: groups.remove_group(f, 1, actor=ACTOR),
    "assign_group": lambda f: groups.assign_group(f, [3, 4], 1, actor=ACTOR),
    "apply_split": lambda f: groups.apply_split(f, {1: "Tổ 1", 3: "Tổ 2"}, actor=ACTOR),
    "set_group_role": lambda f: groups.set_group_role(f, 1, "head", actor=ACTOR),
    "set_delegation_role": lambda f: delegations.set_delegation_role(f, 3, "head", actor=ACTOR),
    "set_congress_setting": lambda f: congress_settings.set_congress_setting(
        f, "structure.day", "2020-06-05", actor=ACTOR
    ),
    "set_hall_picture": lambda f: hall.set_hall_picture(
        f, HallPicture.EMBLEM, b"\x89PNG\r\n\x1a\n", actor=ACTOR
    ),
    "prepare_hall": lambda f: hall.prepare_hall(f, Prepared(messages=("Nghỉ",)), actor=ACTOR),
    "set_imprint": lambda f: papers.set_imprint(
        f, "minutes", Imprint(number="1"), Office(place="Huế"), actor=ACTOR
    ),
    "set_profile": lambda f: profiles.set_profile(
        f, _candidate(f), person_id=4, profile=NEW, actor=ACTOR
    ),
    "clear_profile": lambda f: profiles.clear_profile(f, _candidate(f), actor=ACTOR),
    "add_motion": lambda f: motions.add_motion(f, _DRAFT, actor=ACTOR),
    "add_motions": lambda f: motions.add_motions(f, [_DRAFT, _DRAFT], actor=ACTOR),
    "edit_motion": lambda f: motions.edit_motion(f, _motion(f, 1), _DRAFT, actor=ACTOR),
    "order_motions": lambda f: motions.order_motions(
        f, [m.id for m in reversed(motions_of(f))], actor=ACTOR
    ),
    "begin_vote": lambda f: motions.begin_vote(f, _motion(f, 1), actor=ACTOR),
    "put_off_vote": lambda f: motions.put_off_vote(f, _motion(f, 2), actor=ACTOR),
    "record_vote": lambda f: motions.record_vote(f, _motion(f, 1), _HANDS, actor=ACTOR),
    "change_vote": lambda f: motions.change_vote(
        f, _motion(f, 0), _HANDS, announced_by="B", reason="đếm lại", actor=ACTOR
    ),
    "repeat_motion": lambda f: motions.repeat_motion(
        f, _motion(f, 0), reason="biểu quyết lại", actor=ACTOR
    ),
    "cancel_motion": lambda f: motions.cancel_motion(f, _motion(f, 1), reason="rút", actor=ACTOR),
}


def roll_of_round(file: CongressFile, round_id: int) -> Roll | None:
    """Return the roll frozen when a round was opened, None in a round older than rolls."""
    return next((roll for roll in rolls(file) if roll.round_id == round_id), None)
