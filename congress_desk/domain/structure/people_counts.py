"""A set of people on a day, and the ways to count it: by what is said, by years, by a scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from congress_desk.domain.people.ages import Years, possible_days, years_since
from congress_desk.domain.people.person import Person
from congress_desk.domain.structure.figures import (
    Average,
    Band,
    Division,
    Extreme,
    Figure,
    Part,
    People,
    Span,
)
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.name_order import NameKey, syllable_key


class PeopleCounts:
    """People on a day, and the ways to count them."""

    def __init__(self, people: People, day: str) -> None:
        self.people = people
        self.ages = [years_since(person.born, day) for person in people]
        self.party_ages = [years_since(person.joined, day) for person in people]

    def figure(self, counted: Iterable[Person], unknown: Iterable[Person] = ()) -> Figure:
        return Figure(people=tuple(counted), of=len(self.people), unknown=tuple(unknown))

    def said(self, field: Callable[[Person], str], holds: Callable[[str], bool]) -> Figure:
        """Count those of whom the register says so; whoever has an empty field is unknown."""
        values = {field(person) for person in self.people}
        empty = {value for value in values if not written(value)}
        holding = {value for value in values - empty if holds(value)}
        return self.figure(
            (person for person in self.people if field(person) in holding),
            (person for person in self.people if field(person) in empty),
        )

    def aged(self, band: Band) -> Figure:
        """Count those whose age is in the band, and name those who may be on its other side."""
        return self._in_band(self.ages, band)

    def _in_band(self, all_years: Sequence[Years | None], band: Band) -> Figure:
        counted: list[Person] = []
        perhaps_not: list[Person] = []
        perhaps: list[Person] = []
        unknown: list[Person] = []
        for person, years in zip(self.people, all_years, strict=True):
            if years is None:
                unknown.append(person)
                continue
            surely = band.holds(years.counted) == band.holds(years.least)
            if band.holds(years.counted):
                counted.append(person)
                perhaps_not.extend(() if surely else (person,))
            elif not surely:
                perhaps.append(person)
        return Figure(
            people=tuple(counted),
            of=len(self.people),
            perhaps_not=tuple(perhaps_not),
            perhaps=tuple(perhaps),
            unknown=tuple(unknown),
        )

    def span(
        self,
        all_years: Sequence[Years | None],
        bands: Sequence[Band],
        date: Callable[[Person], str],
    ) -> Span:
        """Return bands, extremes and average of these years, whose dates are `date`."""
        pairs = zip(self.people, all_years, strict=True)
        known = [(person, years) for person, years in pairs if years is not None]
        parts = (Part(key=band.key, figure=self._in_band(all_years, band)) for band in bands)
        missing = (p for p, y in zip(self.people, all_years, strict=True) if y is None)
        total = sum(years.counted for _, years in known)
        return Span(
            bands=Division(parts=tuple(parts), unknown=self.figure(missing)),
            most=_extreme(known, date, latest=False),
            least=_extreme(known, date, latest=True),
            average=Average(total=total, people=len(known)) if known else None,
            open=tuple(person for person, years in known if not years.certain),
        )

    def division(self, field: Callable[[Person], str]) -> Division:
        """Divide by what is written, in the order met; capitals and where a tone stands are one."""
        return self.scaled(field, lambda _: "", ())

    def scaled(
        self, field: Callable[[Person], str], level: Callable[[str], str], scale: Iterable[str]
    ) -> Division:
        """Divide by the levels of a scale that occur, then by what the scale does not know."""
        levels: dict[str, list[Person]] = {code: [] for code in scale}
        others: dict[NameKey, list[Person]] = {}
        groups: dict[str, list[Person]] = {}
        for person in self.people:
            said = field(person)
            if said not in groups:
                code = level(said)
                groups[said] = levels[code] if code in levels else others.setdefault(_key(said), [])
            groups[said].append(person)
        unknown = others.pop((), [])
        parts = [Part(key=code, figure=self.figure(of)) for code, of in levels.items() if of]
        parts += [Part(written=field(of[0]), figure=self.figure(of)) for of in others.values()]
        return Division(parts=tuple(parts), unknown=self.figure(unknown))


def _extreme(
    known: Sequence[tuple[Person, Years]], date: Callable[[Person], str], *, latest: bool
) -> Extreme | None:
    """Return those of whom nobody surely has an earlier (or later) date."""
    if not known:
        return None
    days = [(possible_days(date(person)), person, years.counted) for person, years in known]
    if latest:
        bound = max(first for (first, _), _, _ in days)
        found = [entry for entry in days if entry[0][1] >= bound]
        found.sort(key=lambda entry: entry[0], reverse=True)
    else:
        bound = min(last for (_, last), _, _ in days)
        found = [entry for entry in days if entry[0][0] <= bound]
        found.sort(key=lambda entry: entry[0])
    return Extreme(people=tuple(person for _, person, _ in found), years=found[0][2])


def written(text: str) -> str:
    """Return what a cell says; a dash or a dot says nothing."""
    return text if fold(text) else ""


def _key(text: str) -> NameKey:
    return tuple(syllable_key(word) for word in written(text).split())
