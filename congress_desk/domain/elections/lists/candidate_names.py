"""How the people of a list are named wherever they are printed: namesakes distinguished."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.dates import is_older, vietnamese_date
from congress_desk.domain.text.name_order import NameKey, name_key

_Remark = Callable[[Candidate], str]


def candidate_names(*lists: Iterable[Candidate]) -> Mapping[int, str]:
    """Return the printed name of each candidate by id; only namesakes carry more than the name.

    "Nguyễn Văn An (05/06/1975)", or with the office or unit where dates of birth do not tell them
    apart, or with both; whom nothing known tells apart carries the place among those given. Give
    every list on which they may stand together: a name must not change between papers.
    """
    everybody = list({candidate.id: candidate for each in lists for candidate in each}.values())
    namesakes: dict[NameKey, list[Candidate]] = defaultdict(list)
    for candidate in everybody:
        namesakes[name_key(candidate.name)].append(candidate)
    places = {candidate.id: place for place, candidate in enumerate(everybody, start=1)}
    names = {candidate.id: candidate.name for candidate in everybody}
    for alike in namesakes.values():
        if len(alike) > 1:
            names |= _apart(alike, places)
    return names


def _apart(alike: Sequence[Candidate], places: Mapping[int, int]) -> dict[int, str]:
    if _ages_differ(alike):
        remark: _Remark = _born
    elif _differ(alike, _office):
        remark = _office
    elif _differ(alike, _born_and_office):
        remark = _born_and_office
    else:
        return {
            c.id: f"{c.name} ({_joined(_born_and_office(c), str(places[c.id]))})" for c in alike
        }
    return {c.id: f"{c.name} ({remark(c)})" for c in alike}


def _born(candidate: Candidate) -> str:
    return vietnamese_date(candidate.born)


def _office(candidate: Candidate) -> str:
    return candidate.role


def _born_and_office(candidate: Candidate) -> str:
    return _joined(_born(candidate), candidate.role)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _ages_differ(alike: Sequence[Candidate]) -> bool:
    """Say whether it is known of every two who is the older."""
    return all(is_older(a.born, b.born) is not None for a, b in combinations(alike, 2))


def _differ(alike: Sequence[Candidate], remark: _Remark) -> bool:
    remarks = {fold(remark(candidate)) for candidate in alike}
    return len(remarks) == len(alike) and "" not in remarks
