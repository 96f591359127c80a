"""The sheets "Chương trình" and "Phân công": what happens when, and who answers for what."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.item_words import kind_of, unnumbered
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organ_words import ORGAN_LABELS, ORGAN_WORDS
from congress_desk.domain.setup.layout import AGENDA, DUTIES
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.cells import clock, day_of, minutes
from congress_desk.imports.workbook.sheets import Sheet

_ORGANS = {**{organ.value: organ for organ in Organ}, **ORGAN_WORDS}


def read_agenda(sheet: Sheet, problems: ImportProblems) -> tuple[AgendaItem, ...]:
    """Return the items of the programme in the order of the sheet."""
    lines = read_lines(sheet, AGENDA, problems)
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
    duties = (_duty(line) for line in read_lines(sheet, DUTIES, problems))
    return tuple(duty for duty in duties if duty is not None)


def _item(line: Line) -> AgendaItem:
    content = line.text("content")
    return AgendaItem(
        session=line.text("session"),
        day=line.read("day", day_of, "import_cell_not_a_day") or "",
        time=line.read("time", clock, "import_cell_not_a_time") or "",
        minutes=line.read("minutes", minutes, "import_cell_not_minutes"),
        content=content,
        executor=line.text("executor"),
        kind=kind_of(content),
    )


def _duty(line: Line) -> Duty | None:
    organ = line.choice("organ", _ORGANS, ORGAN_LABELS, "import_organ_unknown")
    name, title, duty = line.name(), line.text("title"), line.text("duty")
    return Duty(organ=organ, name=name, title=title, duty=duty) if organ else None
