"""A programme as offices lay it out, made the table that is read: Từ, Đến, sessions as headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from congress_desk.domain.setup.layout import AGENDA
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.register.sections import ROMAN
from congress_desk.imports.setup.headers import Header, find_header
from congress_desk.imports.workbook.cells import clock, day_of, text_of, whole_number
from congress_desk.imports.workbook.sheets import MAX_COLUMNS, CellValue, Fault, Row, Sheet

_FROM = frozenset({"tu", "tugio", "batdau", "giobatdau"})
_UNTIL = frozenset({"den", "dengio", "ketthuc", "gioketthuc"})
_NUMBER = r"(?:(?:[ivx]+|[a-zđ]|\d{1,2})\s*[.)/–-]\s*)?"
_SESSION = re.compile(
    _NUMBER + r"(?:phiên (?:họp |trù bị|chính thức|nội bộ|bế mạc|thứ|\d+)|ngày (?:thứ|\d+)"
    r"|buổi (?:sáng|chiều|tối)|(?:sáng|chiều|tối)(?= *(?:$|:|,|\(|\d|ngày|thứ))|trù bị$)"
    r"[^:]{0,90}:?",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:thứ \w+,?\s*)?(?:ngày\s*)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
    r"|(?:ngày\s*)?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})",
    re.IGNORECASE,
)


def laid_out(sheet: Sheet, problems: ImportProblems) -> Sheet:
    """Return the sheet with begin and end of each item in one cell, and with its session and day.

    A text alone in its row that names a session or a day stands for the items below it, and is
    noted in `problems`.
    """
    header = find_header(sheet, AGENDA)
    return sheet if header is None else _under_sessions(_with_ranges(sheet, header), problems)


def _with_ranges(sheet: Sheet, header: Header) -> Sheet:
    """Put an end in a column of its own beside its begin: 7h30 – 8h00."""
    near = [row for row in sheet.rows if header.row <= row.number <= header.row + 1]
    titles = {fold(text_of(v)): c for row in near for c, v in row.cells.items()}
    until = next((titles[title] for title in titles if title in _UNTIL), 0)
    begin = next((titles[title] for title in titles if title in _FROM), 0)
    time = begin or header.columns.get("time", (0,))[0]
    if not until or not time:
        return sheet
    titled = near[-1].number
    if not {fold(text_of(v)) for v in near[-1].cells.values()} <= _FROM | _UNTIL:
        titled = header.row
    rows = [row for row in sheet.rows if row.number < header.row]
    cells = {c: v for c, v in near[0].cells.items() if c != until}
    rows.append(replace(near[0], cells={**cells, time: AGENDA.column("time").label}))
    below = (row for row in sheet.rows if row.number > titled)
    rows += [replace(row, cells=dict(_in_one(row.cells, time, until))) for row in below]
    parts = {time, until}
    merges = tuple(m for m in sheet.merges if m.first_row > titled or m.first_column not in parts)
    return replace(sheet, rows=tuple(rows), merges=merges)


def _in_one(
    cells: Mapping[int, CellValue], time: int, until: int
) -> Iterator[tuple[int, CellValue]]:
    both = [cells.get(time, Fault.NO_VALUE), cells.get(until, Fault.NO_VALUE)]
    clocks = [None if isinstance(value, Fault) else clock(value) for value in both]
    for column, value in cells.items():
        if column == time and all(clocks):
            yield column, f"{clocks[0]} – {clocks[1]}"
        elif column != until or not all(clocks):
            yield column, value


def _under_sessions(sheet: Sheet, problems: ImportProblems) -> Sheet:
    """Give the items below a heading its session and its day, where their own cells are empty."""
    header = find_header(sheet, AGENDA)
    below = [row for row in sheet.rows if header and row.number > header.last_row]
    headed = {row.number for row in below if _heads(row)}
    last = max((max(row.cells) for row in sheet.rows), default=0)
    if header is None or not headed or last + 2 > MAX_COLUMNS:
        return sheet
    session = header.columns.get("session", (last + 1,))[0]
    day = header.columns.get("day", (last + 2,))[0]
    titles = {session: AGENDA.column("session").label, day: AGENDA.column("day").label}
    rows, said = list[Row](), dict[int, CellValue]()
    for row in sheet.rows:
        if row.number in headed:
            said = _said(row, session, day, said)
            place = Place(sheet=sheet.name, row=row.number)
            problems.note_row("import_heading", place, value=shown(_texts(row)[0]))
        elif row.number == header.last_row:
            rows.append(replace(row, cells={**titles, **row.cells}))
        else:
            own = {**said, **row.cells} if row.number > header.last_row else row.cells
            rows.append(replace(row, cells=own))
            if session in row.cells:
                said = {}
    return replace(sheet, rows=tuple(rows))


def _heads(row: Row) -> bool:
    """Say whether a row is one text that names a session, beside a number at most."""
    said = _texts(row)
    return len(said) == 1 and _SESSION.fullmatch(said[0]) is not None


def _texts(row: Row) -> list[str]:
    said = [text_of(value) for value in row.cells.values() if not isinstance(value, Fault)]
    beside = (text for text in said if fold(text) and whole_number(text) is None)
    return [text for text in beside if not ROMAN.fullmatch(text)]


def _said(
    row: Row, session: int, day: int, before: Mapping[int, CellValue]
) -> dict[int, CellValue]:
    """Return what a heading says: a session, a day, or both; a new day ends the session."""
    text = re.sub(_NUMBER, "", _texts(row)[0], count=1, flags=re.IGNORECASE).strip(" :")
    found = _DATE.search(text)
    written = found and (found[1] or f"{found[2]}/{found[3]}/{found[4]}")
    said = {day: before[day]} if day in before else {}
    if found and written and day_of(written):
        said[day] = written
        text = (text[: found.start()] + text[found.end() :]).replace("()", "")
    name = re.sub(r"\s+(?=\))", "", text).strip(" :,;–-")
    return {**said, session: name} if fold(name) else said
