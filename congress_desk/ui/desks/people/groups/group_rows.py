"""Delegations and discussion groups as rows: how many, how many women, who leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congress_desk.domain.people.groups import WOMAN
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.name_order import name_key, title_key
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.fields import (
    NAMESAKE,
    kind_words,
    namesakes_text,
    vote_remark,
)
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.records.table_model import TableColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A delegation or a discussion group with its people; `key` is its name or its id.

    `key` is "" or 0 for those who are in none.
    """

    key: str | int
    name: str
    people: tuple[Person, ...]
    head: str = ""
    second: str = ""

    @property
    def of_groups(self) -> bool:
        """Say whether this is a discussion group, and no delegation."""
        return isinstance(self.key, int)

    @property
    def women(self) -> int:
        return sum(person.gender == WOMAN for person in self.people)


def delegation_rows(view: PeopleView) -> tuple[Gathering, ...]:
    """Return the delegations by name, those without one last."""
    found: dict[str, list[Person]] = {}
    for person in view.people:
        found.setdefault(person.delegation, []).append(person)
    names = sorted(found, key=lambda name: (not name, title_key(name)))
    return tuple(
        Gathering(
            key=name,
            name=name or tr("(no delegation)"),
            people=_by_name(found[name]),
            head=_holding(found[name], "delegation_role", "head"),
            second=_holding(found[name], "delegation_role", "deputy"),
        )
        for name in names
    )


def group_rows(view: PeopleView) -> tuple[Gathering, ...]:
    """Return the discussion groups in their order, those in none last."""
    found: dict[int, list[Person]] = {group.id: [] for group in view.groups}
    for person in view.people:
        found.setdefault(person.group_id, []).append(person)
    names = [*((group.id, group.name) for group in view.groups)]
    if found.get(0) and view.groups:
        names.append((0, tr("(in no group)")))
    return tuple(
        Gathering(
            key=number,
            name=name,
            people=_by_name(found[number]),
            head=_holding(found[number], "group_role", "head"),
            second=_holding(found[number], "group_role", "secretary"),
        )
        for number, name in names
    )


def gathering_columns(title: str, second: str) -> tuple[TableColumn, ...]:
    """Return the columns of delegations or of groups."""
    return (
        TableColumn(
            title=title,
            text=lambda row: row.name,
            tone=lambda row: "" if row.key else "muted",
        ),
        TableColumn(title=tr("People"), text=lambda row: str(len(row.people)), number=True),
        TableColumn(title=tr("Women"), text=lambda row: str(row.women), number=True),
        TableColumn(title=tr("Head"), text=lambda row: row.head),
        TableColumn(title=second, text=lambda row: row.second),
    )


def member_columns(view: PeopleView) -> tuple[TableColumn, ...]:
    """Return the columns of the people in a delegation or a group."""
    return (
        TableColumn(title=tr("No."), text=lambda p: str(p.id), number=True),
        TableColumn(
            title=tr("Full name"),
            text=lambda p: p.name,
            strong=lambda p: p.id in view.voters,
            sign=lambda p: NAMESAKE if p.id in view.same else None,
            remark=lambda p: tr("same name") if p.id in view.same else "",
            tip=lambda p: namesakes_text(view, p),
        ),
        TableColumn(title=tr("Delegation"), text=lambda p: p.delegation, tone=_muted),
        TableColumn(title=tr("In group"), text=view.group_of),
        TableColumn(title=tr("Gender"), text=lambda p: p.gender),
        TableColumn(
            title=tr("Kind"),
            text=lambda p: kind_words(p.kind),
            tone=lambda p: "" if p.id in view.voters else "muted",
            remark=lambda p: vote_remark(view, p),
        ),
    )


def same_gathering(before: Gathering, after: Gathering) -> bool:
    """Say whether two rows are the same delegation or group at two moments."""
    return before.key == after.key


def _muted(person: Person) -> str:
    return "muted"


def _holding(people: Iterable[Person], field: str, role: str) -> str:
    return ", ".join(person.name for person in people if getattr(person, field) == role)


def _by_name(people: list[Person]) -> tuple[Person, ...]:
    return tuple(sorted(people, key=lambda person: (name_key(person.name), person.id)))
