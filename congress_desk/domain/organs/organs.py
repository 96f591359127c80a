"""The organs of a congress from their members: which there are, who sits in them, who is who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.clean_text import without_accents
from congress_desk.domain.text.name_order import NameKey, name_key

# How the title of the one who leads an organ begins, without accents; a deputy's begins otherwise.
_HEADS = ("truong ", "chu tich", "chu toa", "chu tri", "to truong")
_LEADERLESS = frozenset({Organ.PRESIDIUM})

Who = int | NameKey


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganKey:
    """Which organ: a free one by its name, a counting board by its election (0 is for all)."""

    organ: Organ
    name: str = ""
    election_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganGroup:
    """An organ with its members in order; `left` are those who are members no more."""

    key: OrganKey
    members: tuple[Duty, ...]
    left: tuple[Duty, ...] = ()

    @property
    def head(self) -> Duty | None:
        """Return who leads it, None when nobody is said to."""
        return next((duty for duty in self.members if is_head(duty.title)), None)

    @property
    def needs_head(self) -> bool:
        """Say whether somebody has to lead it: no presidium, nor a secretary who is alone."""
        alone = self.key.organ is Organ.SECRETARIAT and len(self.members) == 1
        return not alone and self.key.organ not in _LEADERLESS


def organ_key(duty: Duty) -> OrganKey:
    """Return the organ of a membership."""
    free = duty.organ is Organ.FREE
    board = duty.organ is Organ.COUNTING_BOARD
    return OrganKey(
        organ=duty.organ,
        name=duty.organ_name if free else "",
        election_id=duty.election_id if board else 0,
    )


def organ_groups(duties: Iterable[Duty]) -> tuple[OrganGroup, ...]:
    """Return the organs as they are named in the programme, the free ones last."""
    found: dict[OrganKey, tuple[list[Duty], list[Duty]]] = {}
    for duty in duties:
        current, left = found.setdefault(organ_key(duty), ([], []))
        (left if duty.until else current).append(duty)
    order = list(Organ)
    groups = (
        OrganGroup(key=key, members=tuple(current), left=tuple(left))
        for key, (current, left) in found.items()
    )
    return tuple(
        sorted(groups, key=lambda group: (order.index(group.key.organ), group.key.election_id))
    )


def is_head(title: str) -> bool:
    """Say whether a title is that of the one who leads an organ: "Trưởng ban", "Tổ trưởng"."""
    return f"{without_accents(title).casefold().strip()} ".startswith(_HEADS)


def leader_of(members: Sequence[Duty]) -> str:
    """Return who signs for an organ: who leads it, or its only member; "" where several can."""
    heads = [duty for duty in members if is_head(duty.title)]
    meant = heads or members
    return meant[0].name if len(meant) == 1 else ""


def leaders_of(duties: Iterable[Duty]) -> dict[str, str]:
    """Return who signs for presidium and secretariat, by organ, where just one can be meant."""
    listed = tuple(duties)
    return {
        organ.value: leader_of([duty for duty in listed if duty.organ is organ])
        for organ in (Organ.PRESIDIUM, Organ.SECRETARIAT)
    }


def post_of(title: str) -> str:
    """Return what an election fills, of a title that says so or not: "Bầu BCH" -> "BCH"."""
    rest = title[4:] if title.casefold().startswith("bầu ") else title
    return rest.strip() or title


def counting_board(duties: Iterable[Duty], election_id: int) -> tuple[Duty, ...]:
    """Return who counts an election: its own board where there is one, else the board for all."""
    boards = [duty for duty in duties if duty.organ is Organ.COUNTING_BOARD]
    own = tuple(duty for duty in boards if duty.election_id == election_id)
    return own or tuple(duty for duty in boards if not duty.election_id)


def counting_board_at(
    duties: Sequence[Duty], election_id: int, declared_at: str
) -> tuple[Duty, ...]:
    """Return who counted a round: as the board was when it was declared, "" as it is now.

    A board that was written down only after the declaration is taken as it is now.
    """
    if declared_at:
        then = counting_board(sitting_at(duties, declared_at), election_id)
        if then:
            return then
    return counting_board((duty for duty in duties if not duty.until), election_id)


def sitting_at(duties: Iterable[Duty], at: str) -> tuple[Duty, ...]:
    """Return who was a member at an ISO time; a membership without times began with the file."""
    moment = _wall_clock(at)
    return tuple(
        duty
        for duty in duties
        if (not duty.since or _wall_clock(duty.since) <= moment)
        and (not duty.until or _wall_clock(duty.until) >= moment)
    )


def person_links(duties: Iterable[Duty], people: Sequence[Person]) -> dict[int, int]:
    """Return the number of each member in the register by membership; who is not sure is left out.

    A member that nobody linked is the one person of this name; of namesakes somebody must choose.
    """
    named = _by_name(people)
    known = {person.id for person in people}
    links: dict[int, int] = {}
    for duty in duties:
        same = named.get(name_key(duty.name), ())
        if duty.person_id in known:
            links[duty.id] = duty.person_id
        elif len(same) == 1:
            links[duty.id] = same[0].id
    return links


def namesakes(name: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Return everybody of the register who has this name."""
    key = name_key(name)
    return tuple(person for person in people if name_key(person.name) == key)


def who(duty: Duty, links: Mapping[int, int]) -> Who:
    """Return what tells whether two memberships are of one person: the number, else the name."""
    return links.get(duty.id) or name_key(duty.name)


def _by_name(people: Iterable[Person]) -> dict[NameKey, list[Person]]:
    named: dict[NameKey, list[Person]] = {}
    for person in people:
        named.setdefault(name_key(person.name), []).append(person)
    return named


def _wall_clock(iso: str) -> datetime:
    return datetime.fromisoformat(iso).replace(tzinfo=None)
