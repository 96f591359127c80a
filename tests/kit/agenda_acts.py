"""Every act on the programme, on a programme where each of them can be done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from congress_files import a_setup, an_election, granted

from congress_desk.actions.agenda import items as agenda
from congress_desk.actions.agenda import undo as agenda_undo
from congress_desk.actions.agenda.adoption import put_programme_to_vote
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.agenda.tree import Move
from congress_desk.new_congress import new_congress
from congress_desk.queries.agenda.items import agenda_templates
from congress_desk.queries.congress import agenda as items_of
from congress_desk.storage.congress_file import CongressFile

ACTOR = "Thư ký"
DAYS = ("2020-03-12", "2020-03-13")
NEW = AgendaItem(content="Nghỉ giải lao", minutes=15, kind=ItemKind.BREAK)
PROGRAMME = (
    AgendaItem(session="Trù bị", day=DAYS[0], time="13:30", minutes=30, content="Đón tiếp"),
    AgendaItem(session="Trù bị", day=DAYS[0], minutes=20, content="Thông qua chương trình"),
    AgendaItem(session="Chính thức", day=DAYS[1], time="07:30", minutes=15, content="Khai mạc"),
    AgendaItem(session="Chính thức", day=DAYS[1], minutes=45, content="Bầu BCH"),
    AgendaItem(session="Chính thức", day=DAYS[1], minutes=10, content="Bế mạc"),
)


def a_programme(folder: Path, *items: AgendaItem) -> CongressFile:
    """Return a new file with two sessions on two days, or with these items; ids count from 1."""
    setup = replace(a_setup(an_election("BCH"), people=8), agenda=items or PROGRAMME)
    return granted(new_congress(folder / "dh.congress", setup, actor=ACTOR))


def a_changed_programme(folder: Path) -> CongressFile:
    """Return a programme with a change that can be undone."""
    file = a_programme(folder)
    granted(agenda.move_item(file, 2, Move.UP, actor=ACTOR))
    return file


def link_item(file, item_id, **links):
    """Say which election, motion or text an item is about."""
    found = next(item for item in items_of(file) if item.id == item_id)
    granted(agenda.edit_item(file, replace(found, **links), actor=ACTOR))


AGENDA_ACTS = {
    "add_item": lambda f: agenda.add_item(f, NEW, after=1, actor=ACTOR),
    "edit_item": lambda f: agenda.edit_item(
        f, replace(PROGRAMME[0], id=1, content="Đón khách", minutes=40), actor=ACTOR
    ),
    "move_item": lambda f: agenda.move_item(f, 4, Move.UP, actor=ACTOR),
    "place_item": lambda f: agenda.place_item(f, 5, 4, actor=ACTOR),
    "remove_item": lambda f: agenda.remove_item(f, 4, actor=ACTOR),
    "set_script": lambda f: agenda.set_script(f, 3, "Kính thưa {đại hội}!", actor=ACTOR),
    "apply_template": lambda f: agenda.apply_template(f, agenda_templates()[0], actor=ACTOR),
    "recognise_items": lambda f: agenda_undo.recognise_items(f, actor=ACTOR),
    "undo_agenda": lambda f: agenda_undo.undo_agenda(f, actor=ACTOR),
    "put_programme_to_vote": lambda f: put_programme_to_vote(f, actor=ACTOR),
}
AGENDA_WRITTEN_AS = {
    "add_item": "add_agenda_item",
    "edit_item": "edit_agenda_item",
    "move_item": "move_agenda_item",
    "place_item": "move_agenda_item",
    "remove_item": "remove_agenda_item",
    "set_script": "set_agenda_script",
    "apply_template": "apply_agenda_template",
    "recognise_items": "recognise_agenda",
    "put_programme_to_vote": "add_motion",
}
