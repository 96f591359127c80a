"""An election: the posts to fill and the people on its list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.rules.election_kind import ElectionKind


class PlannedPost(StrEnum):
    """The post somebody on the list of a committee is meant for afterwards; false of none."""

    NONE = ""
    SECRETARY = "secretary"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A person on the list of one election; `role` is the person's office (chức vụ).

    `planned` is the post the person is meant for by the superior; `decision_id` is the decision
    after a round that let the name in, 0 of a name on the first list.
    """

    id: int = 0
    name: str
    born: str = ""
    gender: str = ""
    role: str = ""
    note: str = ""
    planned: PlannedPost = PlannedPost.NONE
    decision_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """One kind of post to fill; `candidates` in ballot order.

    `kind_said` tells a kind that somebody chose from one that was read out of the title.
    `alternates` is how many alternates are elected beside the seats; `among_id` is the election
    whose elected alone may stand, 0 where anybody may.
    """

    id: int = 0
    code: str
    title: str
    seats: int
    kind: ElectionKind = ElectionKind.OTHER
    kind_said: bool = False
    frozen: bool = False
    alternates: int = 0
    among_id: int = 0
    candidates: tuple[Candidate, ...] = ()
