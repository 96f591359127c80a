"""One line of the journal, and the short code that papers carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

# Acts on single ballots: when one came in could be held against who went to the box.
OF_SINGLE_BALLOTS = frozenset(
    {
        "enter_ballots", "correct_ballot", "take_back_ballot", "undo", "record_ballots",
        "enter_in_pass", "correct_in_pass", "take_back_in_pass", "undo_in_pass", "resolve_place",
    }
)  # fmt: skip
_CODE = re.compile(r"([0-9a-f]{4})[-–\s]?([0-9a-f]{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """One act in the journal: `act` is its name in words, `summary` its sentence.

    `code` is the short form of its hash that papers carry. `kind` is the act by its name, `undoes`
    the number of the line it takes back, 0 of none; `reason` is why, where one was given. `first`
    is the first of lines that were put together into one, 0 where it is one. `signed` is the code
    of the key with which the congress was signed last, "" of one that is not.
    """

    seq: int
    at: str
    actor: str
    act: str
    summary: str
    hash: str
    kind: str = ""
    undoes: int = 0
    reason: str = ""
    first: int = 0
    signed: str = ""

    @property
    def code(self) -> str:
        return short_code(self.hash)


def short_code(digest: str) -> str:
    """Return the code printed on papers for a journal hash: the first 8 hex digits, "7F3A-91C2"."""
    return f"{digest[:4]}-{digest[4:8]}".upper()


def typed_code(text: str) -> str:
    """Return a code as it may be typed from a paper ("7f3a 91c2"), "" of anything else."""
    found = _CODE.fullmatch(text.strip())
    return "-".join(found.groups()).upper() if found else ""


def to_the_minute(at: str) -> str:
    """Return a moment of the journal without its seconds; what is none stays as it is."""
    try:
        return datetime.fromisoformat(at).replace(second=0, microsecond=0).isoformat()
    except ValueError:
        return at
