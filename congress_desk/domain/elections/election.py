"""An election: the posts to fill and the people on its list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A person on the list of one election; `role` is the person's office (chức vụ)."""

    id: int = 0
    name: str
    born: str = ""
    gender: str = ""
    role: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """One kind of post to fill; `candidates` in ballot order."""

    id: int = 0
    code: str
    title: str
    seats: int
    frozen: bool = False
    candidates: tuple[Candidate, ...] = ()
