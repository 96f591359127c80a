"""People in the sentences of papers: their names in a row, coded values in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.people.person import CongressKind, Person
from congress_desk.domain.structure.figures import Part
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.document import Paragraph
from congress_desk.reports.document.wording import Wording

_NAMES_TOLD = 12


def of_members(congress: Congress) -> bool:
    """Say whether all members meet, so that nobody was elected or appointed to come."""
    return congress.details.kind is not CongressKind.DELEGATES


def names_words(
    names: Sequence[str],
    words: Wording,
    most: int = _NAMES_TOLD,
    *,
    between_key: str = "people.names_between",
) -> str:
    """Return names in a row; of many the first ones, and how many more there are."""
    between = words.say(between_key)
    if len(names) <= most + 1:
        return between.join(names)
    first_names = between.join(names[:most])
    return words.say("people.and_others", names=first_names, count=len(names) - most)


def band_words(key: str, words: Wording) -> str:
    """Return a band of years in words: "dưới 30", "30–40", "trên 70"."""
    if key.startswith("<"):
        return words.say("people.under", years=key[1:])
    if key.startswith(">"):
        return words.say("people.over", years=key[1:])
    return key


def part_words(group: str, part: Part, words: Wording) -> str:
    """Return what a part of a division is called: its code in words, or as it is written."""
    return words.say(f"people.{group}.{part.key}") if part.key else part.written


def year_of(partial: str) -> str:
    """Return the year of a partial date."""
    return partial[:4]


def date_words(partial: str) -> str:
    """Return a partial date as an office writes it."""
    return vietnamese_date(partial) if partial else ""


def namesakes_remark(
    people: Iterable[Person], namesakes: Mapping[int, tuple[Person, ...]], words: Wording
) -> tuple[Paragraph, ...]:
    """Return the remark on people of a list whose name another person of the register bears."""
    remarks: dict[frozenset[int], str] = {}
    for person in people:
        others = namesakes.get(person.id, ())
        key = frozenset({person.id, *(other.id for other in others)})
        if others and key not in remarks:
            remarks[key] = _same_name((person, *others), words)
    if not remarks:
        return ()
    runs = words.runs("people.same_name", names="; ".join(remarks.values()))
    return (Paragraph(runs=runs, small=True),)


def _same_name(people: Iterable[Person], words: Wording) -> str:
    alike = sorted(people, key=lambda person: person.id)
    described = (
        words.say(
            "people.same_name_person" if person.delegation else "people.same_name_bare",
            number=person.id,
            **({"delegation": person.delegation} if person.delegation else {}),
        )
        for person in alike
    )
    return words.say("people.same_name_one", name=alike[0].name, people=", ".join(described))
