"""The sheets "Chương trình" and "Phân công": what happens when, and who answers for what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.item_words import kind_of, unnumbered
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organ_words import ORGAN_LABELS, ORGAN_WORDS
from congress_desk.domain.setup.layout import AGENDA, DUTIES
from congress_desk.domain.text.clean_text import fold
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.programme_sheet import laid_out
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.cells import clock, day_of, minutes, text_of
from congress_desk.imports.workbook.sheets import CellValue, Sheet

_TO = re.compile(r"\s*(?:[–—÷~→-]+>?|đến)\s*", re.IGNORECASE)
_ORGANS = {**{o.value: o for o in Organ if o is not Organ.FREE}, **ORGAN_WORDS}
# How the name of an organ of one's own begins, and what is a slip in that of another.
_OWN = re.compile(r"(?:ban|tiểu ban|tổ|đoàn|đội|nhóm|bộ phận|hội đồng)\s+\w", re.IGNORECASE)
_NEAR = 0.8


def read_agenda(sheet: Sheet, problems: ImportProblems) -> tuple[AgendaItem, ...]:
    """Return the items of the programme in the order of the sheet."""
    lines = read_lines(laid_out(sheet, problems), AGENDA, problems)
    return _without_numbers(tuple(map(_item, lines)), lines)


def _without_numbers(items: tuple[AgendaItem, ...], lines: list[Line]) -> tuple[AgendaItem, ...]:
    """Take off the numbers that the items were written with, where most of them have one.

    The printed programme numbers its items; a number kept in the text would stand there twice.
    """
    bare = [unnumbered(item.content) for item in items]
    numbered = [n for n, item in enumerate(items) if bare[n] != item.content]
    if not numbered or 2 * len(numbered) < len(items):
        return items
    for place in numbered:
        line = lines[place]
        said = shown(items[place].content)
        line.problems.note("import_agenda_numbers_dropped", line.place("content"), value=said)
    return tuple(replace(item, content=text) for item, text in zip(items, bare, strict=True))


def read_duties(sheet: Sheet, problems: ImportProblems) -> tuple[Duty, ...]:
    """Return the members of organs as the sheet orders them; a line without organ is a problem."""
    duties: list[Duty] = []
    for line in read_lines(sheet, DUTIES, problems):
        duty = _duty(line, duties)
        if duty is not None:
            duties.append(duty)
    return tuple(duties)


def _item(line: Line) -> AgendaItem:
    content = line.text("content")
    begin, length = line.read("time", _hours, "import_cell_not_a_time") or ("", None)
    given = line.read("minutes", minutes, "import_cell_not_minutes")
    return AgendaItem(
        session=line.text("session"),
        day=line.read("day", day_of, "import_cell_not_a_day") or "",
        time=begin,
        minutes=length if given is None else given,
        content=content,
        executor=line.text("executor"),
        kind=kind_of(content),
    )


def _hours(value: CellValue) -> tuple[str, int | None] | None:
    """Return when an item begins and how long it is: of "8h00 - 8h10" both, else the hour alone."""
    if not isinstance(value, str):
        begin = clock(value)
        return None if begin is None else (begin, None)
    said = text_of(value).casefold().removeprefix("từ ")
    hours = [clock(part.strip()) for part in _TO.split(said, maxsplit=1)]
    if None in hours:
        return None
    begin, end = str(hours[0]), str(hours[-1])
    length = _minute_of(end) - _minute_of(begin)
    return begin, length if length > 0 else None


def _minute_of(hour: str) -> int:
    return int(hour[:2]) * 60 + int(hour[3:])


def _duty(line: Line, above: Sequence[Duty]) -> Duty | None:
    """Return a member; an organ that is written once stands for the lines below it, which is said.

    Merged cells and ditto marks are filled in before.
    """
    organ_name = ""
    if above and line.value("organ") is None and line.value("name") is not None:
        organ: Organ | None = above[-1].organ
        organ_name = above[-1].organ_name
        label = organ_name or _label(above[-1].organ)
        line.problems.note("import_organ_as_above", line.place("organ"), organ=label)
    elif _is_own(line.value("organ")):
        organ, organ_name = Organ.FREE, _own_name(line, above)
    else:
        organ = line.choice("organ", _ORGANS, ORGAN_LABELS, "import_organ_unknown")
    name, title, duty = line.name(), line.text("title"), line.text("duty")
    if organ is None:
        return None
    return Duty(organ=organ, organ_name=organ_name, name=name, title=title, duty=duty)


def _is_own(value: CellValue | None) -> bool:
    """Say whether a cell names an organ that this congress has beside the usual ones.

    What is nearly the name of a usual one is taken for a slip in it.
    """
    if not isinstance(value, str) or not _OWN.match(text_of(value)):
        return False
    return not get_close_matches(fold(text_of(value)), map(fold, _ORGANS), n=1, cutoff=_NEAR)


def _own_name(line: Line, above: Sequence[Duty]) -> str:
    """Return the name of such an organ, as it was written first; the first time it is said."""
    name = line.text("organ")
    for duty in above:
        if duty.organ is Organ.FREE and fold(duty.organ_name) == fold(name):
            return duty.organ_name
    line.problems.note("import_organ_own", line.place("organ"), organ=shown(name))
    return name


def _label(organ: Organ) -> str:
    return next((label for label, known in ORGAN_LABELS.items() if known is organ), organ.value)
