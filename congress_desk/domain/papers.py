"""What the office sets on its papers: place, addressee, who signs; and number and day of one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

Signers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What the office writes on all papers of a congress; "" is not set.

    `place` stands before the date, reports go up to `addressee`, `signers` are who signs, by organ.
    """

    place: str = ""
    addressee: str = ""
    signers: Signers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What is set on one paper: its number in the register, or a number typed with its sign.

    `day` is a partial date. What is "" stays as the congress has it.
    """

    number: str = ""
    day: str = ""
    place: str = ""
    signers: Signers = ()


def office_text(office: Office) -> str:
    """Return an office as it is kept; "" of one in which nothing is set."""
    return _text(office, Office())


def read_office(text: str) -> Office:
    """Return an office from what was kept."""
    return Office(**_fields(text))


def imprint_text(imprint: Imprint) -> str:
    """Return an imprint as it is kept; "" of one in which nothing is set."""
    return _text(imprint, Imprint())


def read_imprint(text: str) -> Imprint:
    """Return an imprint from what was kept."""
    return Imprint(**_fields(text))


def next_number(imprints: Iterable[Imprint]) -> int:
    """Return the number after the last one given: one register for all papers of a congress."""
    given = (int(each.number) for each in imprints if each.number.isdecimal())
    return max(given, default=0) + 1


def _text(kept: Office | Imprint, empty: Office | Imprint) -> str:
    if kept == empty:
        return ""
    values = {key: value for key, value in asdict(kept).items() if value}
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _fields(text: str) -> dict[str, Any]:
    values = json.loads(text) if text else {}
    if "signers" in values:
        values["signers"] = tuple((organ, name) for organ, name in values["signers"])
    return values
