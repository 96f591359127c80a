"""The structure (cơ cấu) of any set of people: every figure with the people it counts.

`structure(people, day)` serves the register, a list of candidates and the elected alike; screens,
papers and workbooks all read it:

    found = structure(people, "2025-06-05")
    found.women.number, found.women.percent, found.women.ids          # 48, "38.71", (2, 5, …)
    found.under_35.people, found.under_35.uncertain                   # whom a year leaves open
    found.age.bands.parts[0].key, .figure.number                      # "<30", 7 (AGE_BANDS)
    found.age.most.people, found.age.most.years, found.age.average.text   # oldest, 78, "47.3"
    found.degree.parts                                                # domain/people/education.py

How incomplete dates are counted is in docs/decisions/0010-structure.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from congress_desk.domain.people.education import (
    DEGREES,
    SCHOOLINGS,
    THEORIES,
    degree_level,
    schooling_level,
    theory_level,
)
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.structure.figures import Band, Division, Figure, People, Span
from congress_desk.domain.structure.people_counts import PeopleCounts
from congress_desk.domain.text.clean_text import fold

# The bands of the credentials report (congress.md): <30, 30–40, 41–50, 51–60, 61–70, >70.
AGE_BANDS: Final = (
    *(Band(None, 29), Band(30, 40), Band(41, 50)),
    *(Band(51, 60), Band(61, 70), Band(71, None)),
)
PARTY_BANDS: Final = (Band(None, 9), Band(10, 20), Band(21, 30), Band(31, 40), Band(41, None))

WOMAN: Final = "nữ"
MAN: Final = "nam"
RE_ELECTED: Final = "re_elected"
FIRST_TIME: Final = "first"
KINH: Final = "kinh"
NO_RELIGION: Final = "none"
_MAJORITY_PEOPLE: Final = frozenset({"kinh", "viet", "kinhviet", "dantockinh", "nguoikinh"})
_NO_RELIGION: Final = frozenset(
    {
        "khong",
        "khongco",
        "khongtheo",
        "khongtongiao",
        "khongtheotongiao",
        "khongtheodao",
        "k",
        "o",
        "0",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The structure of `people` on `day` (YYYY-MM-DD, "" when no day is known: no ages then).

    Every band is a part of its division; of the others what occurs, the highest
    or the first met first.
    `ethnic` has the Kinh under the code `KINH`, `religion` those without one under `NO_RELIGION`.
    """

    day: str
    people: People
    women: Figure
    men: Figure
    gender_unknown: Figure
    under_35: Figure
    under_40: Figure
    age: Span
    party_age: Span
    minority: Figure
    ethnic: Division
    religious: Figure
    religion: Division
    schooling: Division
    degree: Division
    theory: Division
    titles: Division
    re_elected: Figure
    first_time: Figure
    delegations: Division
    kinds: Division

    @property
    def number(self) -> int:
        return len(self.people)

    def under(self, years: int) -> Figure:
        """Return who is younger than this many years, 35 or 40."""
        return {35: self.under_35, 40: self.under_40}[years]


def structure(
    people: Sequence[Person],
    day: str,
    *,
    age_bands: Sequence[Band] = AGE_BANDS,
    party_bands: Sequence[Band] = PARTY_BANDS,
) -> Structure:
    """Count the structure of `people` on `day`; shares are exact and of all of them.

    A year alone counts as the difference of the years; whoever it leaves open is named.
    """
    counts = PeopleCounts(tuple(people), day)
    return Structure(
        day=day,
        people=counts.people,
        women=counts.said(lambda p: p.gender, lambda gender: gender == WOMAN),
        men=counts.said(lambda p: p.gender, lambda gender: gender == MAN),
        gender_unknown=counts.figure(p for p in counts.people if not p.gender),
        under_35=counts.aged(Band(None, 34)),
        under_40=counts.aged(Band(None, 39)),
        age=counts.span(counts.ages, age_bands, lambda p: p.born),
        party_age=counts.span(counts.party_ages, party_bands, lambda p: p.joined),
        minority=counts.said(lambda p: p.ethnic, is_minority),
        ethnic=counts.scaled(lambda p: p.ethnic, _majority_people, (KINH,)),
        religious=counts.said(lambda p: p.religion, is_religious),
        religion=counts.scaled(lambda p: p.religion, _no_religion, (NO_RELIGION,)),
        schooling=counts.scaled(lambda p: p.schooling, schooling_level, SCHOOLINGS),
        degree=counts.scaled(lambda p: p.degree, degree_level, DEGREES),
        theory=counts.scaled(lambda p: p.theory, theory_level, THEORIES),
        titles=counts.division(lambda p: p.titles),
        re_elected=counts.said(lambda p: p.incumbent, lambda said: said == RE_ELECTED),
        first_time=counts.said(lambda p: p.incumbent, lambda said: said == FIRST_TIME),
        delegations=counts.division(lambda p: p.delegation),
        kinds=counts.scaled(lambda p: p.kind, str, tuple(PersonKind)),
    )


def is_minority(ethnic: str) -> bool:
    """Say whether this is another people than the Kinh; nothing written is not known."""
    return bool(ethnic) and fold(ethnic) not in _MAJORITY_PEOPLE


def is_religious(religion: str) -> bool:
    """Say whether this is a religion; nothing written is not known."""
    return bool(religion) and fold(religion) not in _NO_RELIGION


def _majority_people(ethnic: str) -> str:
    return KINH if ethnic and not is_minority(ethnic) else ""


def _no_religion(religion: str) -> str:
    return NO_RELIGION if religion and not is_religious(religion) else ""
