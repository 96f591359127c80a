"""What is wrong with a drawn ballot, held against list and register before it is printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.lists.candidate_list import in_list_order
from congress_desk.domain.rules.rule_set import RuleSet


@dataclass(frozen=True, slots=True)
class ReadName:
    """A row of a ballot as it was read back from the drawn page: its number and its name."""

    position: str
    text: str


def drawn_findings(read: Sequence[ReadName], listed: Sequence[Candidate]) -> list[Finding]:
    """Return where the drawn ballot is not the list of the file.

    Each row is to bear its number and the name of the file, letter by letter; what a namesake is
    told apart by stands in brackets behind it.
    """
    found = []
    if len(read) != len(listed):
        found.append(_error("proof_count", printed=len(read), listed=len(listed)))
    for place, candidate in enumerate(listed, start=1):
        drawn = read[place - 1] if place <= len(read) else ReadName("", "")
        text = " ".join(drawn.text.split())
        if drawn.position.strip() != str(place):
            found.append(_error("proof_number", place=place, printed=drawn.position.strip()))
        if not (text == candidate.name or text.startswith(f"{candidate.name} (")):
            found.append(_error("proof_name", place=place, printed=text, listed=candidate.name))
        elif unicodedata.normalize("NFC", text) != text:
            found.append(_error("proof_not_composed", place=place, name=candidate.name))
    return found


def spelling_findings(
    listed: Sequence[Candidate], register_names: Mapping[int, str]
) -> list[Finding]:
    """Return who is written otherwise in the register; its names by the candidate's id."""
    return [
        _warning("proof_spelling", name=c.name, register=register_names[c.id])
        for c in listed
        if register_names.get(c.id, c.name) != c.name
    ]


def order_findings(listed: Sequence[Candidate], rules: RuleSet) -> list[Finding]:
    """Return the first two who do not stand as the rules ask; the congress may want it so."""
    place = {c.id: number for number, c in enumerate(in_list_order(listed, rules.list_order))}
    for one, other in pairwise(listed):
        if place[one.id] > place[other.id]:
            return [_information("proof_order", first=one.name, second=other.name)]
    return []


def _error(code: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, params=params)


def _warning(code: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, params=params)


def _information(code: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.INFO, params=params)
