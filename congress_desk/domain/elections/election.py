"""An election: the posts to fill and the people on its list."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.rules.election_kind import ElectionKind


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
    """One kind of post to fill; `candidates` in ballot order.

    `kind_said` tells a kind that somebody chose from one that was read out of the title.
    """

    id: int = 0
    code: str
    title: str
    seats: int
    kind: ElectionKind = ElectionKind.OTHER
    kind_said: bool = False
    frozen: bool = False
    candidates: tuple[Candidate, ...] = ()
