"""Whether what was read of a list agrees with what the list says of itself; where not, a note.

The readers decide what a cell and a row are. Here nothing is decided again: every cell of a person
must be found in that person, no row that is nobody's may look like somebody, and the numbers, the
sums and the columns of a list must say the same as the people that came of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import pairwise

from congress_desk.domain.people.register_layout import (
    COLUMNS,
    GROUP,
    MARKS,
    NAMES,
    NUMBER,
)
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Problem, problem
from congress_desk.imports.dates import date_text
from congress_desk.imports.import_problems import shown
from congress_desk.imports.legacy.syllables import is_syllable
from congress_desk.imports.name_cells import could_be_name, is_unit, no_name
from congress_desk.imports.register.cell_looks import cells_of_other_fields
from congress_desk.imports.register.cells import (
    READERS,
    is_ditto,
    is_mark,
    is_nothing,
    is_sign,
    is_unknown,
    tidied,
)
from congress_desk.imports.register.date_order import DATES
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.name_additions import bare_name
from congress_desk.imports.register.person_name import BESIDE_NAME
from congress_desk.imports.register.reading import SkipReason
from congress_desk.imports.register.sections import ordinal, section_text, start_of
from congress_desk.imports.register.stated_sums import sums_that_differ
from congress_desk.imports.register.taken import Taken
from congress_desk.imports.register.units_told import PlaceOf, units_alike, units_left_out
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import CellValue, Fault, Row, column_letter

# A long number that a program shows rounded: 8.4912E+10.
_ROUNDED = re.compile(r"\d[Ee]\+\d")
_TWO, _FEW, _MANY = 2, 3, 4
_LAST_YEAR = 9999
_MOST_ALIKE = 3
_PART = re.compile(r"[^\W_]+")
_NO_SIGN_OF_NAMES = re.compile(
    r"[^\w\s'’().,–-]|,(?!\s*(?:tức|bí danh|còn gọi|thường gọi)\b)|\d(?!\)?$)"
)
# Who shows how a list is filled in.
_ANYBODY = re.compile("(?:Nguyễn|Trần|Lê|Phạm) (?:Văn|Thị) [ABCX]")
_MIDDLE = frozenset({"thị", "văn"})
_SURNAMES = frozenset(
    {"nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ"}
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What may stand with a name and says nothing of the person, or only what follows is.
_BESIDE_NAMES = frozenset(
    {"d", "c", "dc", "dong", "chi", "ong", "ba", "anh", "o", "b", "so", "dt", "sdt", "sinh", "nam"}
    | {"ngay", "sn", "ns", "n", "s", "mr", "mrs", "ms", "miss", "cu", "thay", "co", "bac", "chu"}
)
# What may stand with a date: words of days and months, the years by their signs.
_BESIDE_DATES = re.compile(
    r"[a-z]|.*\d.*|[ivx]+|[ap]m|sa|ch|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*"
    r"|ngay|thang|nam|sinh|ngaysinh|m[uo]ng|khoang|tuoi|sn|ns|am|duong|lich|thg|thu|cn|gieng|mot"
    r"|hai|ba|bon|tu|sau|bay|tam|chin|muoi|chap|db|ct|dubi|chinhthuc|giap|at|binh|dinh|mau|ky|canh|tan"
    r"|nham|quy|ty|suu|dan|ma?o|meo|thin|ti|ngo|mui|than|dau|tuat|hoi"
)
# What a mark behind a name means, which the name alone does not say: (*) đại biểu dự khuyết.
_FOOTNOTE_OF_KIND = re.compile(
    r"\W*[*¹²³].*\b(?:dự khuyết|đương nhiên|chỉ định|khách mời|dự bị|vắng|rút|thôi)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\W*(?:trang|danh sách|(?:xem |còn )?tiếp)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,3}\s*[.)]\s*\w")
_ASIDE = re.compile(r"\([^()]*\)")


_NOBODYS = frozenset(SkipReason) - {SkipReason.JOINED, SkipReason.UNCLEAR}


def reckon(
    taken: Sequence[Taken],
    rows: Sequence[Row],
    table: RegisterTable,
    told: Collection[Problem],
    place_of: PlaceOf,
) -> Iterator[Problem]:
    """Yield a note on whatever does not agree; `rows` are all of the sheet, `table` its header.

    `told` are the notes of the readers: what they say is not said again.
    """
    above = [row for row in rows if row.number < table.first_row]
    people = [each for each in taken if each.line is not None]
    yield from _cells(people, told, place_of)
    yield from _rows_above(rows, table, place_of)
    yield from _rows(taken, people, place_of)
    yield from _rows_between(taken, people, place_of)
    yield from _numbers(taken, place_of)
    yield from sums_that_differ(taken, above, place_of)
    yield from cells_of_other_fields(people, place_of)
    yield from _names(people, {(note.place.row, note.code) for note in told}, place_of)
    yield from units_left_out(people, above, place_of)
    yield from units_alike(people, place_of)


def _cells(
    people: Sequence[Taken], told: Collection[Problem], place_of: PlaceOf
) -> Iterator[Problem]:
    """Tell of each cell of a person that no field of the person says."""
    noted = {(note.place.row, note.place.column.partition(" ")[0]) for note in told} | {
        note.place.row for note in told if note.code == "register_marks_differ"
    }
    for each in people:
        assert each.line is not None
        person, given = each.line.person, each.line.given
        said = "\n".join(str(getattr(person, key)) for key in given).casefold()
        for column, value in each.mapped.items():
            key = each.table.mapping[column]
            late = isinstance(value, int) and value > _LAST_YEAR
            year = late and fold(each.table.titles.get(column, "")) == "namsinh"
            rounded = key == "phone" and _ROUNDED.search(text_of(value)) is not None
            if rounded or year:
                # A day as Excel counts it, or a year with a digit too many: 19745.
                label, place = COLUMNS[key].label, place_of(each.row.number, column)
                yield problem("register_cell_doubtful", place, value=str(value), label=label)
            if key in (NUMBER, GROUP) or _is_said(key, value, given, said):
                continue
            # Of two marks that differ the first is told.
            if not noted.isdisjoint({(each.row.number, column_letter(column)), each.row.number}):
                continue
            place = place_of(each.row.number, column)
            yield problem("register_cell_not_taken", place, value=shown(text_of(value)))


def _is_said(key: str, value: CellValue, given: Collection[str], said: str) -> bool:
    """Say whether what a cell says stands in the fields of a person, or is nothing."""
    text = tidied(key, text_of(value), value)
    if text.casefold() in said:
        return True
    field = MARKS[key][0] if key in MARKS else key
    numbers = text[-4:] in said and text.replace("/", "").isdigit()
    day = field in given and (numbers or isinstance(value, date))
    if day or not fold(text):
        return True
    if is_nothing(value) or is_unknown(value) or is_sign(value):
        return True
    if is_ditto(value):
        return field in given
    if key in MARKS or key in READERS or is_mark(value):
        beside = _ASIDE.sub("", text) if field in DATES else ""
        return (
            field in given
            and all(year in said for year in _YEAR.findall(text))
            and all(map(_BESIDE_DATES.fullmatch, map(fold, _PART.findall(beside))))
        )
    words = {fold(word) for word in _PART.findall(said)}
    aside = _BESIDE_NAMES if key in NAMES else ()
    parts = [fold(word).strip("¹²³⁰⁴⁵⁶⁷⁸⁹") for word in _PART.findall(text)]
    lost = [part for part in parts if part not in words and part not in aside]
    named = key in NAMES and all(part.isdigit() for part in lost)
    return not lost or named or fold(text) in fold(said)


def _rows_above(rows: Sequence[Row], table: RegisterTable, place_of: PlaceOf) -> Iterator[Problem]:
    """Tell of rows of the header, or above it, that are somebody with a number."""
    for row in rows:
        if row.number > table.last_row:
            return
        said = [start_of(value) for value in row.cells.values() if not isinstance(value, Fault)]
        numbered = any(ordinal(text) is not None or _NUMBERED.match(text) for text in said[:_TWO])
        for text in said[:_FEW] if numbered else ():
            name = bare_name(text, {}, addressed=True)
            if could_be_name(name) and name.istitle() and len(name.split()) >= _FEW:
                place = place_of(row.number, 0)
                yield problem("register_row_like_person", place, value=shown(name))


def _rows(taken: Sequence[Taken], people: Sequence[Taken], place_of: PlaceOf) -> Iterator[Problem]:
    """Tell of rows that look like a person and are nobody's, and of people who look like no row."""
    for each in taken:
        if each.reason in _NOBODYS and _looks_like_person(each):
            place = place_of(each.row.number, 0)
            yield problem("register_row_like_person", place, value=shown(each.name))
    numbered = sum(each.number is not None for each in people)
    if len(people) < _MANY or _MANY * numbered < _FEW * len(people):
        return
    odd = [each for each in people if each.number is None]
    for each in odd if len(odd) <= _MOST_ALIKE else ():
        place = place_of(each.row.number, 0)
        yield problem("register_person_unnumbered", place, value=shown(each.name))


def _looks_like_person(each: Taken) -> bool:
    """Say whether a row has a name with a birth or a number, or is a whole name that heads others.

    With a birth any two words may be a name, with a number they have to have something beside them.
    """
    name = bare_name(each.name, {}, addressed=True)
    words = len(name.split()) >= _TWO and no_name(name) is None
    others = [v for c, v in each.mapped.items() if each.table.mapping[c] not in (*NAMES, NUMBER)]
    if any(date_text(value, birth=True) for value in others):
        return words and (each.number is not None or not each.values(NUMBER))
    whole = could_be_name(name) and (name.istitle() or name.isupper())
    told = any(isinstance(value, str) and ordinal(value) is None for value in others)
    heads = each.reason is SkipReason.SECTION and name.istitle() and len(name.split()) >= _FEW
    return words and ((each.number is not None and (whole or told)) or (whole and heads))


def _rows_between(
    taken: Sequence[Taken], people: Sequence[Taken], place_of: PlaceOf
) -> Iterator[Problem]:
    """Tell of each text between the people of one table that is used for nobody."""
    last = {id(each.table): each.row.number for each in people}
    begun = set[int]()
    for each in taken:
        if each.line:
            begun.add(id(each.table))
        lost = each.reason is SkipReason.NOTE and each.row.number < last.get(id(each.table), 0)
        text = section_text(each.row) if each.reason is SkipReason.NOTE else ""
        if _FOOTNOTE_OF_KIND.match(text):
            place = place_of(each.row.number, 0)
            said = shown(text_of(next(iter(each.row.cells.values()))))
            yield problem("register_footnote_not_used", place, value=said)
        elif lost and (id(each.table) in begun or is_unit(text)) and not _BESIDE.match(text):
            place = place_of(each.row.number, 0)
            yield problem("register_row_not_used", place, value=shown(text))


def _numbers(taken: Sequence[Taken], place_of: PlaceOf) -> Iterator[Problem]:
    """Tell where the numbers of a list leave one out, repeat one, or begin anew for no reason."""
    counted, headed = list[Taken](), set[int]()
    for each in taken:
        awaited = each.reason is SkipReason.NUMBERING and counted and counted[-1].follows(each)
        if each.number is not None and (each.counts or awaited):
            counted.append(each)
        elif each.reason in (SkipReason.SECTION, SkipReason.HEADER, SkipReason.TOTAL):
            headed.add(len(counted))
    if len(counted) < _FEW:
        return
    found = []
    for place, (before, after) in enumerate(pairwise(counted), start=1):
        last, number = before.number or 0, after.number or 0
        if before.follows(after) or before.table is not after.table:
            continue
        if place in headed and number == 1:
            continue
        if number == 1 and _unit_of(before) != _unit_of(after):
            continue
        code = "register_numbers_anew" if number <= last else "register_numbers_left_out"
        at_row = place_of(after.row.number, 0)
        found.append(problem(code, at_row, before=last, after=number))
    if len(found) <= max(_MOST_ALIKE, len(counted) // 10):
        yield from found
    elif found:
        yield problem("register_numbers_in_disorder", found[0].place, cells=len(found))


def _unit_of(each: Taken) -> str:
    return each.line.person.delegation if each.line else ""


def _names(
    people: Sequence[Taken], told: Collection[tuple[int, str]], place_of: PlaceOf
) -> Iterator[Problem]:
    """Tell of names of one word, with signs in them, and of those that end with the surname."""
    named = [(each, each.line.person.name) for each in people if each.line]
    short = [each for each, name in named if len(_PART.findall(name)) < _TWO]
    if _TWO * len(short) > len(named) >= _FEW:
        place = place_of(short[0].row.number, 0)
        yield problem("register_names_short", place, cells=len(short))
    else:
        for each in short[:_MOST_ALIKE]:
            place = place_of(each.row.number, 0)
            yield problem("register_name_short", place, value=shown(each.name))
    for each, name in named:
        if (each.row.number, "register_name_odd") not in told and _is_more_than_name(name):
            place = place_of(each.row.number, 0)
            yield problem("register_name_odd", place, value=shown(name))
    turned = [each for each, name in named if _are_turned(name.casefold().split())]
    if len(named) >= _FEW and _TWO * len(turned) > len(named):
        place = place_of(turned[0].row.number, 0)
        yield problem("register_names_turned", place, value=shown(turned[0].name))


def _is_more_than_name(name: str) -> bool:
    """Say whether a name has signs, or goes on in small letters: Lê Thị Bình xin rút."""
    if name.istitle() and name.replace(" ", "").isalpha():
        return _ANYBODY.fullmatch(name) is not None
    words = BESIDE_NAME.sub("", name).split()
    small = [word for word in words if word[:1].islower() and word not in _MIDDLE]
    mixed = bool(small) and len(words) - len(small) >= _TWO
    return mixed or _NO_SIGN_OF_NAMES.search(name) is not None


def _are_turned(words: Sequence[str]) -> bool:
    """Say whether the surname stands later in a name, or what stands within it at its end."""
    later = not _SURNAMES.isdisjoint(words[1:]) and words[0] not in _SURNAMES
    # Before the surname may stand a saint's name: Giuse Nguyễn Văn Hòa.
    return len(words) > 1 and ((later and is_syllable(words[0])) or words[-1] in _MIDDLE)
