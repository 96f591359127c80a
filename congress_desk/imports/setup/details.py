"""The sheet "Đại hội": one item a row, its value in the next filled cell."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.setup.layout import CONGRESS
from congress_desk.domain.setup.words import (
    CONGRESS_KIND_LABELS,
    CONGRESS_KIND_WORDS,
    DEFAULT_RULE_SET,
)
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Refusal
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.rule_sets import load_rule_set
from congress_desk.imports.setup.headers import Header
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.workbook.cells import moment, text_of
from congress_desk.imports.workbook.sheets import CellValue, Row, Sheet, column_letter

_HEADINGS = frozenset({"muc", "noidung", "thongtin", "stt", "tt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    row: int
    column: int
    value: CellValue | None


def read_details(
    sheet: Sheet, rule_set_ids: Collection[str], problems: ImportProblems
) -> tuple[CongressDetails, str]:
    """Return the details of the congress and the id of its rule set (190 when none is given)."""
    items = _items(sheet, problems)
    lines = {column.key: _line(column.key, items, sheet, problems) for column in CONGRESS.columns}
    kind = lines["kind"].choice(
        "kind", CONGRESS_KIND_WORDS, CONGRESS_KIND_LABELS, "import_congress_kind_unknown"
    )
    details = CongressDetails(
        name=lines["name"].text("name"),
        superior=lines["superior"].text("superior"),
        body=lines["body"].text("body"),
        ordinal=lines["ordinal"].text("ordinal"),
        term=lines["term"].text("term"),
        kind=kind or CongressKind.DELEGATES,
        place=lines["place"].text("place"),
        starts=lines["starts"].read("starts", moment, "import_cell_not_a_moment") or "",
        ends=lines["ends"].read("ends", moment, "import_cell_not_a_moment") or "",
    )
    if details.starts and details.ends and details.ends < details.starts[: len(details.ends)]:
        problems.refuse("import_congress_ends_before_start", lines["ends"].place("ends"))
    return details, _rule_set(lines["rules"], rule_set_ids)


def _rule_set(line: Line, rule_set_ids: Collection[str]) -> str:
    """Return the id of the rule set meant, by its name in the drop-down or by its id."""
    known = {each: load_rule_set(each) for each in rule_set_ids}
    titles = {
        rules.short_title: each for each, rules in known.items() if not isinstance(rules, Refusal)
    }
    words = {**{each: each for each in known}, **titles}
    chosen = line.choice("rules", words, titles, "import_rule_set_unknown")
    return chosen or DEFAULT_RULE_SET


def _items(sheet: Sheet, problems: ImportProblems) -> dict[str, _Item]:
    """Return the items by key; an unknown one is noted, one given twice refused."""
    found: dict[str, _Item] = {}
    value_column = _value_column(sheet)
    for row in sheet.rows:
        key, column = _item_key(row)
        if not key:
            _note_unknown(row, sheet, problems)
            continue
        if key in found:
            place = Place(sheet=sheet.name, row=row.number, column=column_letter(column))
            problems.refuse("import_congress_item_twice", place, first=found[key].row)
        right = next((c for c in sorted(row.cells) if c > column), column + 1)
        at = value_column if value_column > column else right
        found.setdefault(key, _Item(row=row.number, column=at, value=row.cells.get(at)))
    return found


def _value_column(sheet: Sheet) -> int:
    """Return the column headed "Giá trị", 0 without one: then the next filled cell is the value."""
    cells = (cell for row in sheet.rows for cell in row.cells.items())
    return next((column for column, value in cells if fold(text_of(value)) == "giatri"), 0)


def _item_key(row: Row) -> tuple[str, int]:
    """Return the key of the first cell that names an item, and its column; ("", 0) without one."""
    names = {fold(c.label): c.key for c in reversed(CONGRESS.columns)}
    for column in CONGRESS.columns:
        for synonym in column.synonyms:
            names.setdefault(fold(synonym), column.key)
    for column_number, value in sorted(row.cells.items()):
        if key := names.get(fold(text_of(value))):
            return key, column_number
    return "", 0


def _note_unknown(row: Row, sheet: Sheet, problems: ImportProblems) -> None:
    texts = [text_of(value) for _, value in sorted(row.cells.items())]
    if len(texts) > 1 and fold(texts[0]) not in _HEADINGS:
        place = Place(sheet=sheet.name, row=row.number)
        problems.note("import_congress_item_unknown", place, value=shown(texts[0]))


def _line(key: str, items: dict[str, _Item], sheet: Sheet, problems: ImportProblems) -> Line:
    item = items.get(key)
    return Line(
        number=item.row if item else 0,
        cells={item.column: item.value} if item and item.value is not None else {},
        header=Header(
            row=0,
            last_row=0,
            columns={key: (item.column,)} if item else {},
            titles={},
            unknown=(),
        ),
        layout=CONGRESS,
        sheet=sheet.name,
        problems=problems,
    )
