"""Parting people into discussion groups of even size, with women and men in each alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from congress_desk.domain.people.person import Person
from congress_desk.domain.text.name_order import name_key

WOMAN = "nữ"
# A group may be this much larger than an even share so that a delegation need not be parted.
SLACK_PERCENT = 10
_NOBODY: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitGroup:
    """A discussion group as it would be: its people by given name."""

    name: str
    people: tuple[Person, ...]

    @property
    def women(self) -> int:
        return sum(person.gender == WOMAN for person in self.people)

    @property
    def delegations(self) -> tuple[tuple[str, int], ...]:
        """Return each delegation in the group with its number, the largest first."""
        counts = Counter(person.delegation for person in self.people)
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


@dataclass(slots=True)
class _Filling:
    """A group while people are put into it."""

    name: str
    people: list[Person] = field(default_factory=list)

    def of_gender(self, gender: str) -> int:
        return sum(person.gender == gender for person in self.people)

    def of_delegation(self, delegation: str) -> int:
        return sum(person.delegation == delegation for person in self.people)


def split_people(
    people: Iterable[Person],
    names: Sequence[str],
    *,
    together: bool,
    settled: Mapping[int, str] = _NOBODY,
) -> tuple[SplitGroup, ...]:
    """Part people into the groups of these names; the same people always give the same groups.

    `settled` says by the person's number who stays in which group: heads and secretaries.
    With `together` a delegation stays whole while its group is at most SLACK_PERCENT above an even
    share; a larger one is parted into as few pieces as that allows. Without it every delegation and
    either gender is dealt evenly, and groups differ by one person at the most, but for the settled.
    """
    ordered = sorted(people, key=lambda person: (name_key(person.name), person.id))
    groups = [_Filling(name) for name in names]
    free = _place_settled(ordered, groups, settled)
    if together:
        _fill_together(free, groups, -(-len(ordered) // len(groups)))
    else:
        _deal(free, groups)
    return tuple(
        SplitGroup(name=group.name, people=tuple(sorted(group.people, key=_by_name)))
        for group in groups
    )


def _place_settled(
    people: Sequence[Person], groups: Sequence[_Filling], settled: Mapping[int, str]
) -> list[Person]:
    """Put who is settled into their group; return the others."""
    by_name = {group.name: group for group in groups}
    free = []
    for person in people:
        group = by_name.get(settled.get(person.id, ""))
        if group is None:
            free.append(person)
        else:
            group.people.append(person)
    return free


def _deal(people: Sequence[Person], groups: Sequence[_Filling]) -> None:
    """Deal people out: women first, then men, delegation after delegation."""
    strata = sorted(people, key=lambda person: (person.gender != WOMAN, person.delegation))
    for person in strata:
        least = min(
            groups,
            key=lambda group, person=person: (  # type: ignore[misc]
                len(group.people),
                group.of_gender(person.gender),
                group.of_delegation(person.delegation),
            ),
        )
        least.people.append(person)


def _fill_together(people: Sequence[Person], groups: Sequence[_Filling], share: int) -> None:
    """Put whole delegations where there is room, the largest first; part what has none."""
    most = share + max(1, share * SLACK_PERCENT // 100) if share > 1 else share
    for members in _delegations(people):
        left = members
        while left:
            group = _roomiest(left, groups, most)
            # What does not fit whole fills the group up to an even share, never beyond.
            room = most if len(group.people) + len(left) <= most else share
            taken = _taken(left, max(1, room - len(group.people)))
            group.people.extend(taken)
            left = [person for person in left if person not in taken]


def _delegations(people: Sequence[Person]) -> list[list[Person]]:
    """Return the delegations, the largest first; who has none is alone."""
    by_name: dict[str, list[Person]] = {}
    for person in people:
        by_name.setdefault(person.delegation or f"\x00{person.id}", []).append(person)
    return [by_name[name] for name in sorted(by_name, key=lambda n: (-len(by_name[n]), n))]


def _roomiest(members: Sequence[Person], groups: Sequence[_Filling], most: int) -> _Filling:
    """Return the group of their own people if all fit there, else the emptiest one."""
    women = sum(person.gender == WOMAN for person in members)

    def order(group: _Filling) -> tuple[bool, int, int]:
        home = group.of_delegation(members[0].delegation) if members[0].delegation else 0
        fits = len(group.people) + len(members) <= most
        return not (home and fits), len(group.people), women and group.of_gender(WOMAN)

    return min(groups, key=order)


def _taken(members: Sequence[Person], room: int) -> list[Person]:
    """Return as many as there is room for, women in the same share as in the whole."""
    if room >= len(members):
        return list(members)
    women = [person for person in members if person.gender == WOMAN]
    men = [person for person in members if person.gender != WOMAN]
    of_women = min(len(women), max(room * len(women) // len(members), room - len(men)))
    return women[:of_women] + men[: room - of_women]


def _by_name(person: Person) -> tuple[object, int]:
    return name_key(person.name), person.id
