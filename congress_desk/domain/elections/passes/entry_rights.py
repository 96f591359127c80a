"""Who may enter a pass of a bundle, and who may settle where its passes differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.domain.text.same_name import bare_name
from congress_desk.errors import Refusal, refuse

_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Vowels beside each other, with the marks that make another letter of them and with their tones.
_VOWELS: Final = re.compile("[aeiouy\u0302\u0306\u031b\u0300\u0301\u0303\u0309\u0323]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Somebody at a screen: the name, and the number they are signed in under, 0 of nobody."""

    name: str
    operator_id: int = 0

    def is_same(self, other: Worker) -> bool:
        """Say whether two are one person: signed in under one number, or of one name.

        Names are one without case and blanks, and wherever a keyboard puts the tone ("Hòa", "Hoà");
        accents tell people apart.
        """
        if self.operator_id and self.operator_id == other.operator_id:
            return True
        return _key(self.name) == _key(other.name)


def _key(name: str) -> str:
    letters = unicodedata.normalize("NFD", "".join(bare_name(name).casefold().split()))
    return _VOWELS.sub(_tones_last, letters)


def _tones_last(vowels: re.Match[str]) -> str:
    return "".join(sorted(vowels[0], key=_TONES.__contains__))


def check_typist(worker: Worker, others: Iterable[Worker], bundle: int) -> Refusal | None:
    """Say why somebody cannot enter a pass: no name, or another pass of the bundle is theirs."""
    if not _key(worker.name):
        return refuse("pass_operator_missing")
    if len(clean_text(worker.name)) > NAME_LIMIT:
        return refuse("text_too_long", length=len(clean_text(worker.name)), most=NAME_LIMIT)
    if any(worker.is_same(other) for other in others):
        return refuse("pass_operator_twice", bundle=bundle, name=clean_text(worker.name))
    return None


def check_resolver(
    resolver: Worker, together: Worker, typists: Iterable[Worker], bundle: int
) -> Refusal | None:
    """Say why these cannot settle a bundle: one of them must have typed none of its passes.

    `together` is somebody who sits beside the resolver, with an empty name where nobody has to.
    """
    known = tuple(typists)
    for worker in (resolver, together):
        if len(clean_text(worker.name)) > NAME_LIMIT:
            return refuse("text_too_long", length=len(clean_text(worker.name)), most=NAME_LIMIT)
    if not _key(resolver.name):
        return refuse("pass_operator_missing")
    if not any(resolver.is_same(typist) for typist in known):
        return None
    name = clean_text(resolver.name)
    third = bool(_key(together.name)) and not any(together.is_same(typist) for typist in known)
    if third and not together.is_same(resolver):
        return None
    return refuse("resolver_typed_a_pass", bundle=bundle, name=name)
