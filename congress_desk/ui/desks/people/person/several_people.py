"""What is asked about people who are selected: a field for all of them, and one to be removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.people.register import edit_people, remove_person
from congress_desk.domain.people.person import Person
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.fields import card_fields
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.desks.people.people_words import names_text
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.records.forms.record_dialog import BulkDialog
from congress_desk.ui.widgets.screen_acts import Acts

# Each person has their own code, name and place: nobody sets those for many.
_OWN = ("code", "name", "seat")


def bulk_dialog(
    acts: Acts, view: PeopleView, people: tuple[Person, ...], parent: QWidget
) -> BulkDialog:
    """Return the form that sets one field of all these people."""
    fields = [field for field in card_fields(view) if field.name not in _OWN]
    title = tr("Set a field for {count} people", count=len(people))
    ids = [person.id for person in people]

    def act(name: str, value: Any) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        beside = {"group_role": ""} if name == "group_id" else {}
        return edit_people, (ids, {name: value} | beside)

    who = (tr("Who"), names_text(people))
    return BulkDialog(acts, title, fields, people, act, parent, who=who, first="delegation")


def remove_dialog(acts: Acts, person: Person, parent: QWidget) -> ReasonDialog:
    """Return the question whether somebody goes out of the register, and why."""
    return ReasonDialog(
        acts,
        tr("Remove {name}?", name=names_text((person,))),
        tr(
            "The person goes out of the register and out of D; number {number} is not given"
            " again. The journal keeps who it was. Whoever only stays away needs a status"
            " instead.",
            number=person.id,
        ),
        tr("Remove the person"),
        remove_person,
        person.id,
        parent=parent,
        danger=True,
    )
