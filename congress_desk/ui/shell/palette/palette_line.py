"""A line of the palette, and which lines answer to what was typed, without accents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from congress_desk.domain.text.clean_text import without_accents

SHOWN_OF_A_GROUP = 12


class Group(IntEnum):
    """What a line is for, in the order in which they stand."""

    DO = 0
    GO = 1
    FOUND = 2
    HELP = 3


# Too many to be listed before anything is typed.
_WHEN_TYPED = frozenset({Group.FOUND, Group.HELP})


@dataclass(frozen=True, kw_only=True)
class PaletteLine:
    """A line: its words, what stands `aside`, its keys one cap each, why it is refused.

    `act` is what Enter does, of a refused line the explanation; `near` lines stand before others
    that answer as well.
    """

    group: Group
    words: str
    act: Callable[[], object] = field(compare=False, default=lambda: None)
    aside: str = ""
    icon: str = ""
    caps: tuple[str, ...] = ()
    refused: str = ""
    near: int = 1

    @cached_property
    def plain(self) -> str:
        """Return the words as they are looked through, a letter for a letter."""
        return plain_letters(self.words)

    @cached_property
    def plain_aside(self) -> str:
        return plain_letters(self.aside)


def plain_letters(text: str) -> str:
    """Return a text of the same length without case and accents."""
    return "".join(_plain_letter(letter) for letter in text)


def _plain_letter(letter: str) -> str:
    plain = without_accents(letter).casefold()
    return plain if len(plain) == 1 else letter.casefold()[:1]


def answering(lines: Iterable[PaletteLine], typed: str) -> tuple[PaletteLine, ...]:
    """Return the lines that hold every word typed, group by group, the best of each first.

    Places stand before what can be done where their answer is better: whoever types the name of a
    desk wants to go there, not to blank the hall.
    """
    wanted = plain_letters(typed).split()
    groups: dict[Group, list[tuple[int, PaletteLine]]] = {}
    for line in lines:
        rank = _rank(line, wanted)
        if rank is not None and (wanted or line.group not in _WHEN_TYPED):
            groups.setdefault(line.group, []).append((rank, line))
    for of_group in groups.values():
        of_group.sort(key=lambda pair: (pair[0], pair[1].near))
    most = SHOWN_OF_A_GROUP if wanted else None
    order = sorted(groups, key=lambda group: (group > Group.GO, groups[group][0][0], group))
    return tuple(line for group in order for _, line in groups[group][:most])


def marks(line: PaletteLine, typed: str) -> tuple[tuple[int, int], ...]:
    """Return where the words typed stand in a line's words: begin and end of each."""
    found = []
    for word in plain_letters(typed).split():
        at = _where(line.plain, word)
        if at >= 0:
            found.append((at, at + len(word)))
    return tuple(sorted(found))


def _rank(line: PaletteLine, wanted: Sequence[str]) -> int | None:
    """Return how well a line answers, 0 best; None when it does not."""
    if not wanted:
        return 0
    whole = " ".join(wanted)
    if line.plain.startswith(whole):
        return 0
    if f" {whole}" in line.plain:
        return 1
    if all(_where(line.plain, word) >= 0 for word in wanted):
        return 2
    both = f"{line.plain} {line.plain_aside}" if line.group is Group.FOUND else line.plain
    return 3 if all(_where(both, word) >= 0 for word in wanted) else None


def _where(text: str, word: str) -> int:
    """Return where a word of the text begins so, else where it stands at all, -1 nowhere."""
    if text.startswith(word):
        return 0
    at = text.find(f" {word}")
    return at + 1 if at >= 0 else text.find(word)
