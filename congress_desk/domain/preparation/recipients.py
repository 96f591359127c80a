"""Who gets a text of the congress, as the office words it, and how many copies that makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from congress_desk.domain.preparation.copies import MOST_COPIES
from congress_desk.domain.preparation.text import CongressText
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.errors import Problem, Refusal, problem

BETWEEN: Final = "; "
RECIPIENTS_LIMIT: Final = 8000
_SHOWN = 60
# "Lưu hồ sơ: 2 bản": so many for somebody who is none of the lists.
_COUNTED = re.compile(
    r"(?P<who>.*\S)\s*[:：]\s*(?P<copies>\d{1,5})\s*(?:bản|bộ|tờ|cuốn|copies)?\.?"
)
_WITH_CODE = re.compile(r"(?P<name>.*\S)\s*\((?P<code>[^()]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """Somebody who gets one copy; `number` is that of the card, 0 of who is not in the register.

    `unit` is the delegation, of a guest that they are one.
    """

    number: int = 0
    code: str = ""
    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivingPart:
    """People who are named by one word: all delegates, an organ, a delegation, a group."""

    words: str
    also: tuple[str, ...] = ()
    receivers: tuple[Receiver, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One thing of what is said of who gets a text.

    `receivers` are the people meant, `copies` how many somebody else gets who is no list of people.
    `wrong` is why nobody is meant.
    """

    words: str
    receivers: tuple[Receiver, ...] = ()
    copies: int = 0
    wrong: Problem | None = None


@dataclass(frozen=True, kw_only=True)
class Distribution:
    """Who gets a text: everybody once, in whichever lists they are, and copies beyond that."""

    recipients: tuple[Recipient, ...] = ()

    @cached_property
    def receivers(self) -> tuple[Receiver, ...]:
        """Return everybody who gets a copy, each once, in the order in which they are named."""
        each = (r for recipient in self.recipients for r in recipient.receivers)
        return tuple({_who(receiver): receiver for receiver in each}.values())

    @property
    def beside(self) -> tuple[Recipient, ...]:
        """Return who gets copies beside those for people."""
        return tuple(each for each in self.recipients if each.copies)

    @property
    def copies(self) -> int:
        """Return how many copies there must be."""
        return len(self.receivers) + sum(each.copies for each in self.recipients)

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """Return what of it means nobody any more: a name changed, a group removed."""
        return tuple(each.wrong for each in self.recipients if each.wrong)

    @property
    def text(self) -> str:
        """Return it as it is kept, each once."""
        return BETWEEN.join(dict.fromkeys(each.words for each in self.recipients))

    def of_unit(self, unit: str) -> int:
        """Return how many people of a delegation get a copy."""
        return sum(receiver.unit == unit for receiver in self.receivers)


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributedText:
    """A text of the congress with who gets it."""

    text: CongressText
    gets: Distribution


class RecipientReader:
    """Knows the parts of a congress and its people, and reads who gets a text."""

    def __init__(self, parts: Sequence[ReceivingPart], people: Iterable[Receiver]) -> None:
        self.parts = tuple(parts)
        self.people = tuple(people)
        self._parts: dict[str, ReceivingPart] = {}
        for part in self.parts:
            for words in (part.words, *part.also):
                self._parts.setdefault(fold(words), part)
        self._named: dict[str, list[Receiver]] = {}
        self._coded: dict[str, Receiver] = {}
        for person in self.people:
            self._named.setdefault(fold(person.name), []).append(person)
            if person.code:
                self._coded[fold(person.code)] = person

    def read(self, text: str) -> Distribution:
        """Return who gets it; what means nobody is kept with the reason."""
        return Distribution(recipients=tuple(self._each(text)))

    def checked(self, text: str) -> Distribution | Refusal:
        """Return who gets it, refused where a word means nobody, or several people."""
        found = self.read(text)
        return Refusal(found.wrong) if found.wrong else found

    def words_of(self, person: Receiver) -> str:
        """Return what names one person: the name, and the code where two have it."""
        alone = len(self._named.get(fold(person.name), ())) == 1
        alone = alone and fold(person.name) not in self._parts
        return person.name if alone or not person.code else f"{person.name} ({person.code})"

    def _each(self, text: str) -> Iterator[Recipient]:
        for piece in re.split(r"[;\n]", text):
            words = clean_text(piece).strip(" .-+•")
            if not words:
                continue
            found = self._recipient(words)
            pieces = [clean_text(part).strip(" .") for part in words.split(",")]
            if found.wrong and len(pieces) > 1:
                several = [self._recipient(part) for part in pieces if part]
                if not any(each.wrong for each in several):
                    yield from several
                    continue
            yield found

    def _recipient(self, words: str) -> Recipient:
        counted = _COUNTED.fullmatch(words)
        if counted is not None:
            return self._counted(clean_text(counted["who"]), int(counted["copies"]))
        part = self._parts.get(fold(words))
        if part is not None:
            return Recipient(words=part.words, receivers=part.receivers)
        named = self._people(words)
        if len(named) == 1:
            return Recipient(words=self.words_of(named[0]), receivers=(named[0],))
        shown = words[:_SHOWN]
        if named:
            codes = ", ".join(person.code for person in named)
            wrong = problem("recipient_several", name=shown, codes=codes[:_SHOWN])
        else:
            wrong = problem("recipient_unknown", name=shown)
        return Recipient(words=words, wrong=wrong)

    def _counted(self, who: str, copies: int) -> Recipient:
        words = f"{who}: {copies}"
        if not 1 <= copies <= MOST_COPIES:
            return Recipient(words=words, wrong=problem("copies_wrong", most=MOST_COPIES))
        return Recipient(words=words, copies=copies)

    def _people(self, words: str) -> list[Receiver]:
        """Return whom a name, a code, or a name with its code means."""
        named = self._named.get(fold(words), [])
        with_code = _WITH_CODE.fullmatch(words)
        if not named and with_code is not None:
            coded = self._coded.get(fold(with_code["code"]))
            return [coded] if coded and fold(coded.name) == fold(with_code["name"]) else []
        if not named and fold(words) in self._coded:
            return [self._coded[fold(words)]]
        return named


def _who(receiver: Receiver) -> int | str:
    return receiver.number or fold(receiver.name)
