"""What people type or paste into fields, as acts take it: in, or refused in one sentence."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from congress_files import a_congress, a_round, granted

from congress_desk.actions.agenda.items import add_item, set_script
from congress_desk.actions.congress import edit_congress, edit_rules
from congress_desk.actions.duties.members import add_member, end_membership
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.motions import add_motion, cancel_motion
from congress_desk.actions.obstacles import add_obstacle
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.register import add_person, edit_person
from congress_desk.actions.preparation.tasks import add_task
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.domain.motions import MotionDraft, MotionKind
from congress_desk.domain.obstacles import Obstacle
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import Person
from congress_desk.domain.preparation.task import Task
from congress_desk.domain.rules.rule_file import write_rules
from congress_desk.errors import Refusal
from congress_desk.queries.congress import congress
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file

from .hostile import text
from .watch import Faulty

_ONES = 250
# Not typed but chosen.
_CHOSEN = ("incumbent", "_role")


def fields_typed(folder: Path) -> Callable[[Random], object]:
    """Return a trial: one act with odd texts; now and then the file is checked and begun anew."""
    held: list[tuple[CongressFile, int, int]] = []

    def trial(chance: Random) -> object:
        if not held or held[0][2] >= _ONES:
            _checked(held)
            shutil.rmtree(folder / "mở", ignore_errors=True)
            (folder / "mở").mkdir()
            file = a_congress(folder / "mở" / "dh.congress")
            held.append((file, a_round(file).id, 0))
        file, round_id, count = held.pop()
        held.append((file, round_id, count + 1))
        result = chance.choice(_ACTS)(file, round_id, chance)
        if not isinstance(result, Refusal) and file.db.conn.in_transaction:
            raise Faulty("an act left its transaction open")
        return result

    return trial


def _checked(held: list[tuple[CongressFile, int, int]]) -> None:
    if held:
        file, _, _ = held.pop()
        problems = file.check()
        path = file.path
        file.close()
        if problems:
            raise Faulty(f"the file is not whole after odd texts: {problems[0]}")
        granted(open_file(path)).close()


def _odd(record: Any, chance: Random) -> Any:
    """Return a record in which some of the texts are odd."""
    changed = {
        field.name: text(chance)
        for field in fields(record)
        if type(getattr(record, field.name)) is str
        and not field.name.endswith(_CHOSEN)
        and chance.random() < 0.4
    }
    assert is_dataclass(record)
    return replace(record, **changed)


_ACTS: tuple[Callable[[CongressFile, int, Random], object], ...] = (
    lambda f, _, c: add_person(
        f, _odd(Person(code=f"X{c.random()}", name="Lê C"), c), actor=text(c)
    ),
    lambda f, _, c: edit_person(f, _odd(Person(id=1, code="001", name="Lê C"), c), actor=text(c)),
    lambda f, _, c: add_motion(
        f, _odd(MotionDraft(kind=MotionKind.FREE, matter="x"), c), actor="TK"
    ),
    lambda f, _, c: cancel_motion(f, c.randrange(1, 4), reason=text(c), actor="TK"),
    lambda f, _, c: add_obstacle(f, _odd(Obstacle(what="x", where_in="y"), c), actor="TK"),
    lambda f, _, c: add_member(
        f, _odd(Duty(organ=c.choice(tuple(Organ)), name="Lê C"), c), actor="TK"
    ),
    lambda f, _, c: end_membership(f, 1, reason=text(c), actor="TK"),
    lambda f, _, c: add_task(f, _odd(Task(title="x", section="y"), c), actor="TK"),
    lambda f, _, c: add_item(
        f, replace(_odd(AgendaItem(content="x"), c), script="", note=""), actor="TK"
    ),
    lambda f, _, c: set_script(f, 1, text(c), actor="TK"),
    lambda f, _, c: check_in(f, c.randrange(1, 8), door=text(c), actor=text(c)),
    lambda f, _, c: edit_congress(f, _odd(congress(f).details, c), actor="TK"),
    lambda f, r, c: enter_ballots(
        f,
        r,
        c.choice((1, 2, 99_999)),
        [Paper(board_reason=BoardReason.OTHER, board_text=text(c))],
        [uuid.UUID(int=c.getrandbits(128)).hex],
        operator=text(c),
    ),
    lambda f, _, c: edit_rules(
        f, write_rules(congress(f).rules).replace("Quy chế", text(c)), actor="TK"
    ),
)
