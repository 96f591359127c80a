"""Texts with {places to fill} named in plain words, however they are cased or spaced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.text.clean_text import clean_text

_PLACE = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A filled text. `unknown` are places of no known name; `missing` those with no value yet."""

    text: str
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def filled(template: str, values: Mapping[str, str], *, blank: str) -> Filled:
    """Return `template` with each {name} replaced; `blank` where there is no value yet.

    A name that begins with a capital letter begins its value with one. A name that is not known
    stays as it is written.
    """
    unknown: list[str] = []
    missing: list[str] = []

    def value(match: re.Match[str]) -> str:
        name = clean_text(match[1])
        key = name.casefold()
        if key not in values:
            unknown.append(name)
            return match[0]
        found = values[key]
        if not found:
            missing.append(key)
            return blank
        return found[:1].upper() + found[1:] if name[:1].isupper() else found

    text = _PLACE.sub(value, template)
    return Filled(text=text, unknown=_once(unknown), missing=_once(missing))


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
