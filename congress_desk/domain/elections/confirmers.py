"""Who may confirm a result before it is sealed: two people, of whom neither stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.findings import Finding, waivable_warning
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.organs.organs import is_head
from congress_desk.domain.text.name_order import name_key
from congress_desk.domain.text.same_name import bare_name, is_among, is_same_name
from congress_desk.errors import Refusal, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmer:
    """Somebody whose office lets them confirm: of the counting board, or of the presidium."""

    duty: Duty

    @property
    def name(self) -> str:
        return self.duty.name


def confirmers(
    board: Sequence[Duty], presidium: Sequence[Duty], candidates: Iterable[Candidate]
) -> tuple[Confirmer, ...]:
    """Return who may confirm, the head of the board first; no candidate of the election is."""
    stand = {name_key(candidate.name) for candidate in candidates}
    heads = [duty for duty in board if is_head(duty.title)]
    by_name = {name_key(duty.name): duty for duty in reversed((*heads, *board, *presidium))}
    ordered = dict.fromkeys(name_key(duty.name) for duty in (*heads, *board, *presidium))
    return tuple(Confirmer(duty=by_name[key]) for key in ordered if key not in stand)


def outsiders(names: Iterable[str], known: Iterable[Confirmer]) -> tuple[str, ...]:
    """Return those of these names that are of neither the board nor the presidium."""
    offices = [confirmer.name for confirmer in known]
    return tuple(name for name in names if not is_among(name, offices))


def check_confirmers(
    names: tuple[str, str],
    known: Sequence[Confirmer],
    candidates: Iterable[Candidate],
    reason: str,
) -> Refusal | None:
    """Say why these two cannot confirm; somebody without office may, for a reason."""
    first, second = names
    if not first or not second or is_same_name(first, second):
        return refuse("two_names_needed")
    stand = [candidate.name for candidate in candidates]
    for name in names:
        if is_among(name, stand):
            return refuse("confirmer_is_candidate", name=name)
    for name in outsiders(names, known):
        if not is_whole_name(name):
            return refuse("confirmer_name_unclear", name=name)
        if not reason:
            return refuse("confirmer_needs_reason", name=name)
    return None


def confirmer_findings(names: Iterable[str], known: Sequence[Confirmer]) -> list[Finding]:
    """Return those who confirmed without an office; why stands beside each."""
    return [
        waivable_warning("confirmer_outside", "", name=name) for name in outsiders(names, known)
    ]


def is_whole_name(name: str) -> bool:
    """Say whether this can be the name of a person: family name and given name."""
    words = bare_name(name).split()
    return len(words) >= 2 and sum(map(len, words)) >= 3 and not any(c.isdigit() for c in name)
