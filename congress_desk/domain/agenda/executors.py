"""Who executes an item: the organs and people named in its text, and whether they can."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organ_words import ORGAN_LABELS, ORGAN_WORDS
from congress_desk.domain.organs.organs import counting_board
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.text.clean_text import fold, without_accents
from congress_desk.errors import Problem, problem

_APART = re.compile(r"[,;&\n]|\s+và\s+|\s+-\s+|\s+–\s+")
_ADDRESS = re.compile(r"^(đồng chí|đ/c|ông|bà|anh|chị)\s+", re.IGNORECASE)
# What begins like this is a body where it is nobody's name; words without accents.
_BODIES = (
    "ban ", "doan ", "to ", "cac ", "hoi ", "dang ", "chi ", "thu ky", "chu toa", "dai bieu",
    "dai hoi", "lanh dao", "van phong", "toan the", "uy ban", "mat tran", "cong doan", "dai dien",
    "truong ", "khach",
)  # fmt: skip
# What a programme names beside the organs; it has no members to look for.
_HOSTS = "Ban Tổ chức"


@dataclass(frozen=True, slots=True, kw_only=True)
class Executors:
    """The organs with their members and the register, as the text of an item names them.

    `in_session` says that a person who is just absent cannot execute anything now. A counting
    board is that of an election: `election_id` is what the item is about, 0 for none.
    """

    organs: Mapping[str, Organ]
    duties: tuple[Duty, ...]
    names: frozenset[str]
    people: Mapping[str, tuple[Person, ...]]
    in_session: bool = False
    offered: tuple[str, ...] = ()

    def problems(self, executor: str, election_id: int = 0) -> Iterator[Problem]:
        """Yield what is wrong with those a text names."""
        for part in executor_parts(executor):
            organ = self.organs.get(fold(part))
            if organ is not None:
                if not self._members(organ, election_id):
                    yield problem("agenda_organ_empty", organ=part)
            elif found := self._problem_of(part):
                yield found

    def named(self, executor: str, election_id: int = 0) -> tuple[str, ...]:
        """Return the people a text names: members of its organs, and those by name."""
        found: list[str] = []
        for part in executor_parts(executor):
            organ = self.organs.get(fold(part))
            if organ is not None:
                found += self._members(organ, election_id)
            elif self._is_known(part) or not _is_body(part):
                found.append(_bare(part))
        return tuple(dict.fromkeys(found))

    def _members(self, organ: Organ, election_id: int) -> list[str]:
        if organ is Organ.COUNTING_BOARD and election_id:
            return [duty.name for duty in counting_board(self.duties, election_id)]
        return [duty.name for duty in self.duties if duty.organ is organ]

    def _problem_of(self, part: str) -> Problem | None:
        meant = self.people.get(fold(_bare(part)), ())
        if not meant:
            is_stranger = self.people and not self._is_known(part) and not _is_body(part)
            return problem("agenda_executor_unknown", name=_bare(part)) if is_stranger else None
        # Of several people of one name any may be meant.
        if all(self._is_away(person) for person in meant):
            return problem("agenda_executor_absent", name=meant[0].name)
        return None

    def _is_away(self, person: Person) -> bool:
        if person.status is Status.ABSENT:
            return self.in_session
        return person.status is not Status.PRESENT

    def _is_known(self, part: str) -> bool:
        key = fold(_bare(part))
        return key in self.people or key in self.names


def executors(
    duties: Sequence[Duty],
    people: Sequence[Person],
    *,
    in_session: bool = False,
    called: Sequence[str] = (),
) -> Executors:
    """Return who may be named, in the order they are offered: organs, members, everybody.

    `called` is what the body that meets calls its organs.
    """
    organs = {fold(label): organ for label, organ in {**ORGAN_WORDS, **ORGAN_LABELS}.items()}
    free = [duty.organ_name for duty in duties if duty.organ is Organ.FREE and duty.organ_name]
    offered = (*called, _HOSTS, *free, *(d.name for d in duties), *(p.name for p in people))
    return Executors(
        organs=organs,
        duties=tuple(duties),
        names=frozenset(map(fold, [*(duty.name for duty in duties), *free])),
        people=_by_name(people),
        in_session=in_session,
        offered=tuple(dict.fromkeys(offered)),
    )


def _by_name(people: Sequence[Person]) -> dict[str, tuple[Person, ...]]:
    named: dict[str, tuple[Person, ...]] = {}
    for person in people:
        key = fold(person.name)
        named[key] = (*named.get(key, ()), person)
    return named


@lru_cache(maxsize=1024)
def executor_parts(executor: str) -> tuple[str, ...]:
    """Return the organs and people named in a text, as they are written."""
    return tuple(part.strip() for part in _APART.split(executor) if part.strip())


def _bare(name: str) -> str:
    return _ADDRESS.sub("", name)


def _is_body(part: str) -> bool:
    return without_accents(part).casefold().startswith(_BODIES)
