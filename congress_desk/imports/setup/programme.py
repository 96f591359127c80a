"""The sheets "Chương trình" and "Phân công": what happens when, and who answers for what."""

from __future__ import annotations

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.item_words import kind_of
from congress_desk.domain.duties.duty import Duty, Organ
from congress_desk.domain.setup.layout import AGENDA, DUTIES
from congress_desk.domain.setup.words import ORGAN_LABELS, ORGAN_WORDS
from congress_desk.imports.import_problems import Remarks
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.cells import clock, day_of, minutes
from congress_desk.imports.workbook.sheets import Sheet

_ORGANS = {**{organ.value: organ for organ in Organ}, **ORGAN_WORDS}


def read_agenda(sheet: Sheet, remarks: Remarks) -> tuple[AgendaItem, ...]:
    """Return the items of the programme in the order of the sheet."""
    return tuple(_item(line) for line in read_lines(sheet, AGENDA, remarks))


def read_duties(sheet: Sheet, remarks: Remarks) -> tuple[Duty, ...]:
    """Return the members of the organs in the order of the sheet; a line without organ is told."""
    duties = (_duty(line) for line in read_lines(sheet, DUTIES, remarks))
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
