"""A list without a header: its columns named by hand, or guessed from what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from congress_desk.domain.people.register_layout import COLUMNS, NAME, NAMES, NUMBER
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.errors import Refusal, refuse
from congress_desk.imports.dates import read_date
from congress_desk.imports.import_problems import shown
from congress_desk.imports.name_cells import could_be_name, is_unit
from congress_desk.imports.register.cells import gender_value, kind_value
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.name_additions import bare_name
from congress_desk.imports.register.titles import PART, meaning
from congress_desk.imports.workbook.cells import text_of, whole_number
from congress_desk.imports.workbook.sheets import MAX_COLUMNS, CellValue, Fault, Sheet

_LETTER = re.compile(r"\s*([A-Za-z]{1,2})\s*=\s*(.*)")
_UNUSED = frozenset({"", "-", "–", "x"})
_LOOKED_AT = 100
ETHNIC = frozenset(
    [
        "kinh",
        "tay",
        "thai",
        "muong",
        "khmer",
        "hoa",
        "nung",
        "hmong",
        "mong",
        "dao",
        "giarai",
        "ede",
        "bana",
        "sanchay",
        "cham",
        "coho",
        "xodang",
        "sandiu",
        "hre",
        "raglai",
        "mnong",
        "xtieng",
        "thoivankieu",
        "tho",
        "giay",
        "cotu",
        "gietrieng",
        "ma",
        "khomu",
        "co",
        "ta-oi",
        "taoi",
        "choro",
        "khang",
        "xinhmun",
        "hani",
        "churu",
        "lao",
        "lachi",
        "laha",
        "phula",
        "lahu",
        "lu",
        "lolo",
        "chut",
        "mang",
        "pathen",
        "colao",
        "cong",
        "boy",
        "sila",
        "pupeo",
        "brau",
        "odu",
        "romam",
        "vankieu",
        "bruvankieu",
        "paco",
        "xinhmul",
        "sedang",
        "stieng",
        "caolan",
        *("hanhi", "ngai", "khome", "khomer", "jrai", "jarai", "bahnar", "koho", "kho", "raglay"),
        *("sanchi", "tarieng", "gie", "bru", "pako", "cor", "meo", "taynung", "chil"),
    ]
)


def named_columns(text: str, sheet: Sheet, table: RegisterTable | None) -> RegisterTable | Refusal:
    """Return the table whose columns somebody names: "STT; Họ và tên; Ngày sinh", or "B=Họ và tên".

    `table` is that of the header, where one was found: its rows stay no people.
    """
    sign = next((each for each in (";", "|") if each in text), ",")
    titles: dict[int, str] = {}
    for place, each in enumerate(text.split(sign), start=1):
        lettered = _LETTER.fullmatch(each)
        column = _column(lettered[1]) if lettered else place
        titles[column] = clean_text(lettered[2] if lettered else each)
    mapping: dict[int, str] = {}
    for column, title in titles.items():
        key, sure, _ = meaning("", title)
        if title.casefold() in _UNUSED:
            continue
        if sure < PART or column > MAX_COLUMNS:
            choices = "; ".join(known.label for known in COLUMNS.values())
            return refuse("register_column_name_unknown", value=shown(title), choices=choices)
        mapping[column] = key
    mapping = _with_whole_name(mapping)
    if not set(NAMES) & set(mapping.values()):
        return refuse("register_columns_without_name")
    return _table(sheet, mapping, titles, table)


def guessed_table(sheet: Sheet) -> RegisterTable | None:
    """Return the table of a list whose first row is a person, by what its columns hold."""
    mapping: dict[int, str] = {}
    columns = sorted({column for row in islice(sheet.rows, _LOOKED_AT) for column in row.cells})
    for column in columns[:MAX_COLUMNS]:
        cells = [row.cells[column] for row in islice(sheet.rows, _LOOKED_AT) if column in row.cells]
        key = next(
            (k for k, holds in _SIGNS if k not in mapping.values() and _mostly(cells, holds)), ""
        )
        if key:
            mapping[column] = key
    if NAME not in mapping.values():
        return None
    return _table(sheet, mapping, {}, None)


def columns_text(mapping: Mapping[int, str]) -> str:
    """Return a mapping as somebody would name its columns: STT; Họ và tên; -; Giới tính."""
    last = max(mapping, default=0)
    return "; ".join(
        COLUMNS[mapping[column]].label if column in mapping else "-"
        for column in range(1, last + 1)
    )


def _table(
    sheet: Sheet,
    mapping: Mapping[int, str],
    titles: Mapping[int, str],
    table: RegisterTable | None,
) -> RegisterTable:
    first = sheet.rows[0].number if sheet.rows else 1
    named = {column: titles.get(column) or COLUMNS[key].label for column, key in mapping.items()}
    return RegisterTable(
        first_row=table.first_row if table else first - 1,
        last_row=table.last_row if table else first - 1,
        titles=named,
        mapping=mapping,
        score=0,
    )


def _with_whole_name(mapping: dict[int, str]) -> dict[int, str]:
    """Take a lone column "Tên" for whole names."""
    keys = set(mapping.values())
    if "given_name" in keys and not keys & {"surname", NAME}:
        return {c: NAME if key == "given_name" else key for c, key in mapping.items()}
    return mapping


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _mostly(cells: list[CellValue], holds: Callable[[CellValue], Any]) -> bool:
    sound = [cell for cell in cells if not isinstance(cell, Fault)]
    return bool(sound) and 3 * sum(bool(holds(cell)) for cell in sound) >= 2 * len(sound)


def _is_birth(value: CellValue) -> bool:
    found = read_date(value, birth=True)
    return found is not None and (whole_number(value) is None or len(text_of(value)) == len("1975"))


_SIGNS: tuple[tuple[str, Callable[[CellValue], Any]], ...] = (
    (NUMBER, lambda value: (whole_number(value) or 0) in range(1, 1000)),
    (NAME, lambda value: could_be_name(bare_name(text_of(value), {}, addressed=True))),
    ("born", _is_birth),
    ("joined", _is_birth),
    ("gender", gender_value),
    ("kind", kind_value),
    ("ethnic", lambda value: fold(text_of(value)) in ETHNIC),
    (
        "delegation",
        lambda value: (
            is_unit(text_of(value)) or re.fullmatch(r"(CB|CĐ|CH|KP|TDP) ?\d+", text_of(value))
        ),
    ),
)
