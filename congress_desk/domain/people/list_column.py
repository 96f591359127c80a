"""One column of a list of people: what it fills, and what offices head it."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.text.limits import TEXT_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """One thing a column may say: its label, the headers people write, and how much text it takes.

    `titles` are whole headers, the surest first; `parts` are patterns found within a header, both
    without case, accents and spaces.
    """

    key: str
    label: str
    titles: tuple[str, ...] = ()
    parts: str = ""
    limit: int = TEXT_LIMIT
