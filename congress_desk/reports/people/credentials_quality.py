"""The quality of delegates in the report on credentials: every figure of the structure."""

from __future__ import annotations

from collections.abc import Iterable

from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.structure.figures import Division, Extreme, Figure, People, Span
from congress_desk.domain.structure.structure import KINH, NO_RELIGION, Structure
from congress_desk.reports.document.date_words import day_text
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Heading,
    Paragraph,
    Table,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.people_words import band_words, names_words, part_words, year_of

_MOST_EXTREMES = 6

Line = tuple[str, Figure]
Group = tuple[str, list[Line]]


def quality_section(found: Structure, words: Wording) -> tuple[Block, ...]:
    """Return the table of the structure, and who is oldest, youngest, longest in the Party."""
    if not found.people:
        return ()
    return (
        Heading(title=words.say("credentials.quality.heading")),
        Paragraph(
            runs=words.runs(_basis_key(found, words), number=found.number, day=_day(found, words))
        ),
        _table(quality_groups(found, words), words),
        *_ages(found, words),
        *(_party_ages(found, words) if _asks_party_age(words) else ()),
    )


def _asks_party_age(words: Wording) -> bool:
    return "party_age" in words.lists["quality.asked"]


def quality_groups(found: Structure, words: Wording) -> tuple[Group, ...]:
    """Return the figures by groups, in the order of the report; only what is known of somebody."""

    def title(key: str) -> str:
        return words.say(f"credentials.quality.{key}")

    groups: list[Group] = [
        (title("gender"), _gender(found, words)),
        (title("ethnic"), _ethnic(found, words)),
        (title("religion"), _religion(found, words)),
    ]
    asked = words.lists["quality.asked"]
    if found.age.average:
        groups.append((title("age"), _bands(found.age, "years", words)))
    if found.party_age.average and "party_age" in asked:
        groups.append((title("party_age"), _bands(found.party_age, "party_years", words)))
    for key, division in (
        ("schooling", found.schooling),
        ("degree", found.degree),
        ("theory", found.theory),
    ):
        if division.parts:
            groups.append((title(key), _parts(key, division, words)))
    if found.titles.parts:
        groups.append((title("titles"), [(p.written, p.figure) for p in found.titles.parts]))
    if found.re_elected.number + found.first_time.number:
        groups.append((title("incumbent"), _incumbents(found, words)))
    return tuple(groups)


def _table(groups: Iterable[Group], words: Wording) -> Table:
    rows: list[tuple[str, ...]] = []
    heads: set[int] = set()
    for title, lines in groups:
        heads.add(len(rows))
        rows.append((title, "", ""))
        rows += [
            (_capital(name), str(figure.number), decimal_comma(figure.percent))
            for name, figure in lines
        ]
    numbers = (
        Column(title=words.say(f"credentials.quality.{key}"), width=28, align=Align.CENTER)
        for key in ("number", "percent")
    )
    item = Column(title=words.say("credentials.quality.item"))
    return Table(columns=(item, *numbers), rows=tuple(rows), bold_rows=frozenset(heads))


def _gender(found: Structure, words: Wording) -> list[Line]:
    lines = [
        (words.say("people.gender.men"), found.men),
        (words.say("people.gender.women"), found.women),
    ]
    return lines + _unknown(found.gender_unknown, words)


def _ethnic(found: Structure, words: Wording) -> list[Line]:
    lines = _majority(found.ethnic, KINH, words.say("people.kinh"))
    lines.append((words.say("credentials.quality.minority"), found.minority))
    lines += _written(found.ethnic, "ethnic_part", words)
    return lines + _unknown(found.ethnic.unknown, words)


def _religion(found: Structure, words: Wording) -> list[Line]:
    lines = [(words.say("credentials.quality.religious"), found.religious)]
    lines += _written(found.religion, "religion_part", words)
    lines += _majority(found.religion, NO_RELIGION, words.say("people.no_religion"))
    return lines + _unknown(found.religion.unknown, words)


def _majority(division: Division, key: str, name: str) -> list[Line]:
    return [(name, part.figure) for part in division.parts if part.key == key]


def _written(division: Division, key: str, words: Wording) -> list[Line]:
    return [
        (words.say(f"credentials.quality.{key}", name=part.written), part.figure)
        for part in division.parts
        if part.written
    ]


def _bands(span: Span, key: str, words: Wording) -> list[Line]:
    lines = [
        (words.say(f"credentials.quality.{key}", band=band_words(p.key, words)), p.figure)
        for p in span.bands.parts
    ]
    if "all" not in words.lists["quality.bands"]:
        while lines and not lines[0][1].number:
            lines.pop(0)
        while lines and not lines[-1][1].number:
            lines.pop()
    return lines + _unknown(span.bands.unknown, words)


def _parts(group: str, division: Division, words: Wording) -> list[Line]:
    lines = [(part_words(group, p, words), p.figure) for p in division.parts]
    return lines + _unknown(division.unknown, words)


def _incumbents(found: Structure, words: Wording) -> list[Line]:
    lines = [
        (words.say("people.incumbent.re_elected"), found.re_elected),
        (words.say("people.incumbent.first"), found.first_time),
    ]
    named = {person.id for _, figure in lines for person in figure.people}
    silent = tuple(person for person in found.people if person.id not in named)
    return lines + _unknown(Figure(people=silent, of=found.number), words)


def _unknown(figure: Figure, words: Wording) -> list[Line]:
    """Return the line of those of whom nothing is known, so that the lines add up to all."""
    return [(words.say("people.not_known"), figure)] if figure.number else []


def _ages(found: Structure, words: Wording) -> Iterable[Block]:
    span = found.age
    if span.most and span.least and span.average:
        for key, extreme in (("oldest", span.most), ("youngest", span.least)):
            yield _extreme(key, "born", extreme, [p.born for p in extreme.people], words)
        average = decimal_comma(span.average.text)
        yield Bullet(runs=words.runs("credentials.quality.average", average=average))
        yield from _open("open_ages", span.open, words)
    if found.day:
        yield from _open("no_birth", span.bands.unknown.people, words)


def _party_ages(found: Structure, words: Wording) -> Iterable[Block]:
    span = found.party_age
    if span.most and span.least and span.average:
        for key, extreme in (("party_most", span.most), ("party_least", span.least)):
            yield _extreme(key, "joined", extreme, [p.joined for p in extreme.people], words)
        average = decimal_comma(span.average.text)
        yield Bullet(runs=words.runs("credentials.quality.party_average", average=average))
        yield from _open("open_party_ages", span.open, words)


def _extreme(key: str, one: str, extreme: Extreme, dates: list[str], words: Wording) -> Bullet:
    names = [
        words.say(f"credentials.quality.{one}", name=person.name, year=year_of(date))
        for person, date in zip(extreme.people, dates, strict=True)
    ]
    names_text = names_words(names, words, _MOST_EXTREMES)
    return Bullet(
        runs=words.runs(f"credentials.quality.{key}", names=names_text, years=extreme.years)
    )


def _open(key: str, people: People, words: Wording) -> Iterable[Block]:
    if people:
        names = names_words([person.name for person in people], words)
        yield Bullet(runs=words.runs(f"credentials.quality.{key}", count=len(people), names=names))


def _basis_key(found: Structure, words: Wording) -> str:
    if not found.day:
        return "credentials.quality.no_day"
    party = found.party_age.average and _asks_party_age(words)
    return f"credentials.quality.{'of_all' if party else 'of_all_party_less'}"


def _day(found: Structure, words: Wording) -> str:
    return day_text(found.day, words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
