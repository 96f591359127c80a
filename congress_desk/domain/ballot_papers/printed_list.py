"""The list of a round as ballots carry it: what is printed, and the hash that it is known by."""

from __future__ import annotations

import base64
import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.elections.ballots import MarkMode, mark_mode
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.text.clean_text import clean_text

# Ten letters of five bits: two lists of a congress never share them by chance.
_CODE_LETTERS = 10


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A line of the list: who is meant, and the name as it stands on the paper."""

    candidate_id: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedList:
    """Everything on a ballot that a voter's choice depends on; `names` in ballot order.

    Namesakes carry their date of birth or unit in `names`. `round_number` counts the votes of the
    election, without rounds that were cancelled.
    """

    election_id: int
    round_number: int
    kind: RoundKind
    title: str
    seats: int
    names: tuple[PrintedName, ...]

    @property
    def mode(self) -> MarkMode:
        return mark_mode(len(self.names), self.seats)

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the list in hexadecimal: any change of it gives another."""
        printed = [
            self.election_id,
            self.round_number,
            self.kind.value,
            self.title,
            self.seats,
            [[name.candidate_id, name.text] for name in self.names],
        ]
        text = json.dumps(printed, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    @property
    def code(self) -> str:
        """Return the short form of the hash that every copy bears: "K7Q2M9X4W3"."""
        return short_code(self.digest)


def short_code(digest: str) -> str:
    """Return the ten letters and digits that stand for a hash given in hexadecimal."""
    return base64.b32encode(bytes.fromhex(digest)).decode("ascii")[:_CODE_LETTERS]


def printed_list(
    election: Election,
    *,
    round_number: int,
    kind: RoundKind,
    seats: int,
    candidates: Sequence[Candidate],
) -> PrintedList:
    """Return the list of a round as it is printed, every text composed (NFC) and on one line."""
    names = candidate_names(election.candidates, candidates)
    return PrintedList(
        election_id=election.id,
        round_number=round_number,
        kind=kind,
        title=clean_text(election.title),
        seats=seats,
        names=tuple(PrintedName(c.id, _composed(names[c.id])) for c in candidates),
    )


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", clean_text(text))
