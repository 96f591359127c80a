"""Numbered copies of a text: who has which, what came back, and what may be done with each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from congress_desk.domain.people.person import Person
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse

MOST_COPIES = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPrint:
    """How many copies of a text were printed, numbered from 1, and whether they come back."""

    text_id: int
    copies: int
    comes_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCopy:
    """One handing out of a copy; times are ISO, `returned_at` "" while it is out.

    `missing` is why a copy that is out will not come back.
    """

    id: int
    text_id: int
    number: int
    person_id: int
    handed_at: str
    returned_at: str = ""
    missing: str = ""

    @property
    def out(self) -> bool:
        """Say whether somebody has it, or had it last and will not bring it."""
        return not self.returned_at


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCopies:
    """The copies of one text: what was printed, and each handing out, oldest first."""

    printed: TextPrint
    handed: tuple[TextCopy, ...] = ()

    @property
    def out(self) -> tuple[TextCopy, ...]:
        """Return the copies that are out, by number, those that will not come back too."""
        return tuple(sorted((c for c in self.handed if c.out), key=lambda c: c.number))

    @property
    def waited_for(self) -> tuple[TextCopy, ...]:
        """Return the copies that are out and still to come back."""
        return tuple(c for c in self.out if not c.missing) if self.printed.comes_back else ()

    @property
    def missing(self) -> tuple[TextCopy, ...]:
        """Return the copies that will not come back."""
        return tuple(c for c in self.out if c.missing)

    @property
    def last_handed(self) -> tuple[TextCopy, ...]:
        """Return the last handing out of each copy, by number."""
        last = {copy.number: copy for copy in self.handed}
        return tuple(last[number] for number in sorted(last))

    @property
    def returned(self) -> int:
        """Return how many copies are back and not out again."""
        out = {c.number for c in self.out}
        return len({c.number for c in self.handed if not c.out} - out)

    @property
    def never_handed(self) -> int:
        """Return how many copies nobody has had yet."""
        return self.printed.copies - len({c.number for c in self.handed})

    @property
    def collected(self) -> bool:
        """Say whether collecting has begun."""
        return self.printed.comes_back and any(not c.out for c in self.handed)

    def holder(self, number: int) -> TextCopy | None:
        """Return the handing out of a copy that is out, None while it is not."""
        return next((c for c in self.out if c.number == number), None)

    def copy_of(self, person_id: int) -> TextCopy | None:
        """Return the copy that somebody has, None without one."""
        return next((c for c in self.out if c.person_id == person_id), None)

    def next_number(self, wanted: int = 0) -> int:
        """Return the number to hand out next: the one wanted if free, else the lowest; 0 none."""
        taken = {c.number for c in self.out}
        if 0 < wanted <= self.printed.copies and wanted not in taken:
            return wanted
        free = (n for n in range(1, self.printed.copies + 1) if n not in taken)
        return next(free, 0)


def check_number(copies: TextCopies, number: int | None) -> Refusal | None:
    """Refuse what is no number of a copy of this text."""
    if number is None or not 1 <= number <= copies.printed.copies:
        return refuse("copy_number_unknown", copies=copies.printed.copies)
    return None


def check_handing(
    copies: TextCopies, number: int | None, person: Person, holders: Sequence[Person]
) -> Refusal | None:
    """Refuse to hand out a copy that somebody has, or a second one to the same person."""
    refusal = check_number(copies, number)
    if refusal or number is None:
        return refusal
    there = copies.holder(number)
    if there is not None:
        name = next((p.name for p in holders if p.id == there.person_id), "")
        return refuse("copy_is_out", number=number, name=name)
    has = copies.copy_of(person.id)
    return refuse("copy_second", name=person.name, number=has.number) if has else None


def check_return(copies: TextCopies, number: int | None) -> Refusal | None:
    """Refuse to take back a copy that was never handed out, or that is back already."""
    refusal = check_number(copies, number)
    if refusal or number is None or copies.holder(number):
        return refusal
    was_out = any(c.number == number for c in copies.handed)
    return refuse("copy_returned" if was_out else "copy_never_handed", number=number)


def typed_copy(copies: TextCopies, text: str, people: Iterable[Person]) -> int | None | Refusal:
    """Return the number of a copy that was typed or scanned, of a card that of its owner's copy.

    None of neither; refused where the card's owner has none, or where the same signs are the number
    of one copy and the card of somebody who has another: a nought before it means the copy.
    """
    text = clean_text(text)
    number = int(text) if text.isascii() and text.isdecimal() else None
    owner = next((p for p in people if text and p.code.casefold() == text.casefold()), None)
    if owner is None:
        return number
    held = copies.copy_of(owner.id)
    if held is None:
        return refuse("copy_holder_without", name=owner.name) if number is None else number
    if number is None:
        return held.number
    if held.number != number and copies.holder(number) is not None:
        return refuse("copy_or_card", text=text, name=owner.name, number=held.number)
    return held.number


def handed_to_all(copies: TextCopies, people: Iterable[Person]) -> dict[int, int] | Refusal:
    """Return the number of a copy for each person without one, by their number.

    Each gets the number of their card where that copy is free. Refused when copies are too few.
    """
    without = [person for person in people if copies.copy_of(person.id) is None]
    taken = {c.number for c in copies.out}
    free = [n for n in range(1, copies.printed.copies + 1) if n not in taken]
    if len(free) < len(without):
        return refuse("copies_too_few", needed=len(without), free=len(free))
    given = {p.id: p.id for p in without if p.id in set(free)}
    rest = iter(n for n in free if n not in given)
    return {p.id: given.get(p.id) or next(rest) for p in without}
