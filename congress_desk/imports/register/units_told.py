"""What is to be said of the units of a list: people without one, one written in two ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Problem, problem, row_in_sheet
from congress_desk.imports.import_problems import shown
from congress_desk.imports.register.sections import section_text
from congress_desk.imports.register.taken import Taken
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import Row

PlaceOf = Callable[[int, int], Place]

_ASIDE = re.compile(r"\([^()]*\)")
_STATED_UNIT = re.compile(
    r"^(?:tên )?(?:đơn vị|chi bộ|chi hội|chi đoàn|đoàn đại biểu|đoàn)\s*:\s*(\w.*)"
    r"|^(?:danh sách )?đoàn đại biểu ((?!(?:đi )?dự\b|tham dự\b).*)",
    re.IGNORECASE,
)
_NAMES_PEOPLE = re.compile(r":|\bđ/c\b|\bđồng chí\b|[\d)] (?:người|đại biểu)\b", re.IGNORECASE)

_MANY = 4


def _between(delegates: Sequence[tuple[Taken, Person]]) -> list[Taken]:
    """Return who has no unit between others who have one: not a list, or a kind, of its own."""
    told = [place for place, (_, person) in enumerate(delegates) if person.delegation]
    return [each for each, person in delegates[told[0] : told[-1]] if not person.delegation]


def units_left_out(
    people: Sequence[Taken], above: Sequence[Row], place_of: PlaceOf
) -> Iterator[Problem]:
    """Tell of people without a unit where others have one, and of a unit that stands above all."""
    delegates = [
        (each, each.line.person)
        for each in people
        if each.line and each.line.person.kind is not PersonKind.GUEST
    ]
    without = [each for each, person in delegates if not person.delegation]
    if delegates and len(without) == len(delegates):
        for row in above:
            stated = _STATED_UNIT.match(section_text(row)) or next(
                filter(None, (_STATED_UNIT.match(text_of(v)) for v in row.cells.values())), None
            )
            if stated:
                place = place_of(row.number, 0)
                yield problem("register_unit_above", place, value=shown(stated[1] or stated[2]))
    elif without := without if _MANY * len(without) <= len(delegates) else _between(delegates):
        rows = ", ".join(str(row_in_sheet(each.row.number)) for each in without)
        place = place_of(without[0].row.number, 0)
        yield problem("register_unit_missing", place, cells=len(without), rows=shown(rows))


def units_alike(people: Sequence[Taken], place_of: PlaceOf) -> Iterator[Problem]:
    """Tell of a unit that is another in other letters or with an addition, or names people too."""
    known: dict[str, str] = {}
    told = set[str]()
    for each in people:
        unit = each.line.person.delegation if each.line else ""
        key = fold(_ASIDE.sub("", unit)) or fold(unit)
        if not unit or unit in told:
            continue
        place = place_of(each.row.number, 0)
        if _NAMES_PEOPLE.search(unit):
            told.add(unit)
            yield problem("register_unit_odd", place, value=shown(unit))
        elif known.setdefault(key, unit) != unit:
            told.add(unit)
            yield problem("register_units_alike", place, value=shown(unit), other=shown(known[key]))
