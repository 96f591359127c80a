"""One line of the journal, and the short code that papers carry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """One act in the journal: `act` is its name in words, `summary` its sentence.

    `code` is the short form of its hash that papers carry.
    """

    seq: int
    at: str
    actor: str
    act: str
    summary: str
    hash: str

    @property
    def code(self) -> str:
        return short_code(self.hash)


def short_code(digest: str) -> str:
    """Return the code printed on papers for a journal hash: the first 8 hex digits, "7F3A-91C2"."""
    return f"{digest[:4]}-{digest[4:8]}".upper()
