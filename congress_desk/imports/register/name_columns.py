"""Names that stand in several columns of a list: what each column is, where its title says half."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from congress_desk.domain.people.register_layout import NAME
from congress_desk.imports.name_cells import no_name
from congress_desk.imports.register.cells import is_mark
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import MAX_COLUMNS, Merge, Row, Sheet

_LOOKED_AT = 200
_FEWEST = 2


def merged_names(
    mapping: Mapping[int, str], rows: Sequence[Row], merges: Mapping[tuple[int, int], Merge]
) -> dict[int, str]:
    """Give a header of names merged over two columns both: surname left, given name right."""
    for column, key in mapping.items():
        for row in rows:
            merge = merges.get((row.number, column))
            if merge and any(mapping.get(c, key) != key for c in _covered(merge)):
                continue
            if key == NAME and merge and merge.last_column == column + 1:
                return {column: "surname", column + 1: "given_name"}
            if key == NAME and merge and merge.last_column == column + 2:
                parts = ("surname", "middle_name", "given_name")
                return dict(zip(range(column, column + 3), parts, strict=True))
    return {}


def _covered(merge: Merge) -> range:
    return range(merge.first_column, min(merge.last_column, MAX_COLUMNS) + 1)


def untitled_given_names(
    mapping: Mapping[int, str], paths: Mapping[int, tuple[str, str]], sheet: Sheet, last_row: int
) -> dict[int, str]:
    """Give a header of names the column to its right that has none, where given names stand in it.

    They are one word each, beside every name.
    """
    for column, key in mapping.items():
        right = column + 1
        if key != NAME or any(paths.get(right, ("", ""))):
            continue
        title = paths[column][1]
        rows = [row for row in sheet.rows if row.number > last_row and _is_name(row, column, title)]
        given = [row for row in islice(rows, _LOOKED_AT) if right in row.cells]
        words = [text_of(row.cells[right]) for row in given]
        most = len(given) >= _FEWEST and 4 * len(given) >= 3 * len(rows[:_LOOKED_AT])
        if most and all(word.isalpha() and not is_mark(word) for word in words):
            return {column: "surname", right: "given_name"}
    return {}


def _is_name(row: Row, column: int, title: str) -> bool:
    """Say whether a cell may be a name: not the title again, nor the number of the column."""
    text = text_of(row.cells[column]) if column in row.cells else ""
    return any(map(str.isalpha, text)) and text != title and no_name(text) is None


def settled_names(mapping: dict[int, str]) -> dict[int, str]:
    """Tell a column of given names from one of whole names: it has surnames to its left, or not."""
    columns = {key: column for column, key in mapping.items()}
    if "given_name" in columns and "surname" not in columns:
        if NAME not in columns:
            return {**mapping, columns["given_name"]: NAME}
        if columns[NAME] + 1 == columns["given_name"]:
            return {**mapping, columns[NAME]: "surname"}
    return mapping
