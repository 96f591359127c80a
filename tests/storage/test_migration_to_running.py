"""A file of version 1 is prepared, programmed, staffed, voted and reported in like a new one."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from congress_files import granted

from congress_desk.actions.agenda.items import add_item, apply_template, edit_item
from congress_desk.actions.agenda.undo import recognise_items
from congress_desk.actions.duties.assignments import assign
from congress_desk.actions.duties.members import add_member, end_membership
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.motions import add_motion, begin_vote, record_vote
from congress_desk.actions.obstacles import add_obstacle
from congress_desk.actions.preparation.indicators import add_indicator
from congress_desk.actions.preparation.template import apply_preparation
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.motions import Hands, MotionDraft, MotionKind
from congress_desk.domain.obstacles import Obstacle
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.papers import export_papers
from congress_desk.queries.agenda.items import agenda_templates, agenda_view
from congress_desk.queries.congress import agenda, duties
from congress_desk.queries.duties import duties_view
from congress_desk.queries.preparation import preparation_templates
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file

KEPT = Path(__file__).parent / "kept" / "v1.congress"


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "v1.congress"
    shutil.copy(KEPT, path)
    file = granted(open_file(path))
    yield file
    file.close()


def _use_every_desk(file: CongressFile) -> None:
    granted(edit_item(file, replace(agenda(file)[0], time="08:00"), actor="TK"))
    added = granted(add_item(file, AgendaItem(content="Mới", minutes=5), actor="TK"))
    granted(apply_template(file, agenda_templates()[0], actor="TK"))
    granted(apply_preparation(file, preparation_templates()[0], actor="TK"))
    granted(add_indicator(file, Indicator(name="Hộ nghèo"), actor="TK"))
    new = granted(add_member(file, Duty(organ=Organ.PRESIDIUM, name="Mới Vào"), actor="TK"))
    granted(assign(file, new.id, what="Điều hành", item_id=added.id, actor="TK"))
    granted(end_membership(file, duties(file)[0].id, reason="ốm", actor="TK"))
    motion = MotionDraft(kind=MotionKind.AGENDA, matter="Thông qua chương trình")
    held = granted(add_motion(file, motion, begin=False, actor="TK"))
    granted(begin_vote(file, held.id, base=10, present=10, actor="TK"))
    granted(record_vote(file, held.id, Hands(in_favour=10), actor="TK"))
    granted(add_obstacle(file, Obstacle(what="Mất điện", item_id=added.id), actor="TK"))


def test_that_every_desk_works_on_a_file_of_version_1_and_the_journal_stays_sound(old, tmp_path):
    _use_every_desk(old)
    assert old.check() == []
    assert duties_view(old).findings
    assert granted(export_papers(old, tmp_path / "x", (), written=lambda path: None)) > 30
    old.close()
    assert check_closed_file(old.path, recount_problems) == []


def test_that_the_kinds_of_an_older_programme_are_recognised_in_one_act(old):
    assert {item.kind for item in agenda(old)} == {ItemKind.WORK}
    assert granted(recognise_items(old, actor="TK")) == 2
    assert [item.kind for item in agenda(old)] == [ItemKind.OPENING, ItemKind.ELECTION]
    assert "agenda_no_opening" not in {warning.code for warning in agenda_view(old).warnings}
    assert old.check() == []
