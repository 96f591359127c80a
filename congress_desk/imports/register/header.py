"""Where the table of a list begins, in one header row or two, and what its columns say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from congress_desk.domain.people.register_layout import ANSWERED, NAME
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.dates import date_text
from congress_desk.imports.name_cells import is_unit
from congress_desk.imports.register.cells import READERS, gender_value, is_mark, is_nothing
from congress_desk.imports.register.filled_columns import (
    addressed_names,
    filled_as_meant,
    parts_of_birth,
    read_off_cells,
)
from congress_desk.imports.register.header_candidates import (
    DEEPEST,
    FEWEST_TITLES,
    header_candidates,
)
from congress_desk.imports.register.lists_by_titles import lists_by_titles
from congress_desk.imports.register.name_columns import (
    merged_names,
    settled_names,
    untitled_given_names,
)
from congress_desk.imports.register.sections import ordinal
from congress_desk.imports.register.titles import ANSWER, EXACT, body_joined, meaning
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import (
    MAX_COLUMNS,
    Merge,
    Row,
    Sheet,
)

_NEAR = 2
_ROWS_BELOW, _FEWEST_TURNED = 12, 2
_FEWEST_BELOW = 2
# Several columns of these are one thing; of any other field the first column is taken.
_SEVERAL = frozenset({"born", "joined", "official_on"})
_JOINED = frozenset({"position", "hometown"})
_NAMES = frozenset({NAME, "surname"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTable:
    """The header of a list: its rows, the titles of its columns, and what each column is taken for.

    A title of two rows is joined by " – ". `score` says how sure the whole is. Of lists that stand
    beside the first, `mapping` has the columns too; `lists` are the columns in which they begin.
    """

    first_row: int
    last_row: int
    titles: Mapping[int, str]
    mapping: Mapping[int, str]
    score: int
    lists: tuple[int, ...] = ()

    def corrected(self, mapping: Mapping[int, str]) -> RegisterTable:
        """Return the same table with what somebody says its columns are; "" for not used."""
        return replace(self, mapping={column: key for column, key in mapping.items() if key})


def find_register_table(sheet: Sheet, file: str = "") -> RegisterTable | Refusal:
    """Return the header that tells most, within the first 40 filled rows; one must be of names.

    Of several lists one under the other it is that of the uppermost. Titles above it are
    passed over, and merged cells stand over all columns they cover.
    """
    rows = list(header_candidates(sheet.rows))
    # Of equal ones the one that reads more of its rows: a header merged downwards covers them all.
    found = [(each, table_at(sheet, each)) for each in sorted(rows, key=len, reverse=True)]
    whole = [table for each, table in found if _reads_all_of_it(sheet, each, table)]
    tables = whole or [table for _, table in found]
    named = [table for table in tables if _NAMES & set(table.mapping.values())]
    if not named:
        return refuse("register_without_header", Place(file=file, sheet=sheet.name))
    best = max(named, key=_likeness)
    best = _first_of_its_kind(best, named)
    above = [table for table in named if _begins_before(table, best, sheet)]
    if above:
        first = min(table.first_row for table in above)
        best = max((table for table in above if table.first_row == first), key=_likeness)
    if _is_turned(best, sheet):
        return refuse("register_transposed", Place(file=file, sheet=sheet.name))
    return _with_parts(best, sheet)


def _is_turned(table: RegisterTable, sheet: Sheet) -> bool:
    """Say whether right below the title of the names stand others, as where people are columns.

    Forms one below the other are so too, a line for each thing asked.
    """
    column = next(c for c, key in table.mapping.items() if key in _NAMES)
    below = islice((row for row in sheet.rows if row.number > table.last_row), _ROWS_BELOW)
    titles = [text_of(row.cells[column]) for row in below if isinstance(row.cells.get(column), str)]
    run = takewhile(lambda found: found[1] >= EXACT, (meaning("", title) for title in titles))
    asked = {key for key, _, _ in run if key in READERS or key in ANSWERED}
    return len(asked - {"kind"}) >= _FEWEST_TURNED


def _with_parts(table: RegisterTable, sheet: Sheet) -> RegisterTable:
    """Return the table with the row below it, where that tells the parts of merged titles alone.

    Nobody knows what such parts mean: sessions below "Điểm danh", years below "Xếp loại".
    """
    header = [row for row in sheet.rows if table.first_row <= row.number <= table.last_row]
    below = next((row for row in sheet.rows if row.number == table.last_row + 1), None)
    parted = {
        column
        for merge in sheet.merges
        if table.first_row <= merge.first_row and merge.last_row == table.last_row
        for column in range(merge.first_column, min(merge.last_column, MAX_COLUMNS) + 1)
        if merge.last_column > merge.first_column
    }
    if below is None or len(header) >= DEEPEST or not below.cells.keys() <= parted:
        return table
    said = [text_of(value) for value in below.cells.values() if isinstance(value, str)]
    if len(said) < len(below.cells) or not all(map(_may_head, said)):
        return table
    whole = table_at(sheet, [*header, below])
    return whole if _NAMES & set(whole.mapping.values()) else table


def _may_head(text: str) -> bool:
    unit = is_unit(text) and meaning("", text)[1] < EXACT
    return not unit and not is_mark(text) and not is_nothing(text) and gender_value(text) is None


def _likeness(table: RegisterTable) -> tuple[int, int]:
    return table.score, -_height(table)


def _first_of_its_kind(best: RegisterTable, tables: Sequence[RegisterTable]) -> RegisterTable:
    """Return the uppermost header with these titles: each page of a list may repeat it."""
    alike = [t for t in tables if t.titles == best.titles and _height(t) == _height(best)]
    first = min(alike, key=lambda table: table.first_row)
    return replace(best, first_row=first.first_row, last_row=first.last_row)


def _reads_all_of_it(sheet: Sheet, rows: Sequence[Row], table: RegisterTable) -> bool:
    """Say whether no row with titles stands unread between these rows and the last of the header.

    A cell merged down over three rows covers titles of its neighbours.
    """
    unread = range(rows[-1].number + 1, table.last_row + 1)
    return not unread or all(row.number not in unread for row in sheet.rows)


def _begins_before(table: RegisterTable, best: RegisterTable, sheet: Sheet) -> bool:
    """Say whether this is the header of a list above that of the best, which is read after it."""
    if table.last_row >= best.first_row - 1 or table.score < FEWEST_TITLES * EXACT:
        return False
    row = next(row for row in sheet.rows if row.number == best.first_row)
    return table_within(row, table) is not None or _are_alike(table, best)


def _are_alike(table: RegisterTable, best: RegisterTable) -> bool:
    """Say whether two headers mean the same columns in other words: pages of one list."""
    same = [key for column, key in table.mapping.items() if best.mapping.get(column) == key]
    return len(same) >= FEWEST_TITLES and not _NAMES.isdisjoint(same)


def _height(table: RegisterTable) -> int:
    return table.last_row - table.first_row


def table_at(sheet: Sheet, rows: Sequence[Row]) -> RegisterTable:
    """Return the table whose header is these rows, whatever they hold."""
    merges = {(m.first_row, m.first_column): m for m in sheet.merges}
    levels = [dict(_level(row, merges)) for row in rows]
    columns = sorted({column for level in levels for column in level})
    paths = {column: _path(levels, column) for column in columns}
    found = {column: meaning(above, title) for column, (above, title) in paths.items()}
    last = max([rows[-1].number, *_bottoms(rows, merges)])
    mapping, lists = dict[int, str](), list[int]()
    for titles, first, read in lists_by_titles(_chosen(found, paths), found, paths):
        if not read:
            break
        meant = {column: found[column] for column in titles}
        taken = filled_as_meant(_chosen(meant, titles), meant, titles, sheet, last)
        taken.update(merged_names(taken, rows, merges))
        taken.update(untitled_given_names(taken, paths, sheet, last))
        taken.update(addressed_names(taken, sheet, last))
        taken.update(parts_of_birth(taken, paths))
        taken = settled_names(taken)
        taken.update(read_off_cells(taken, titles, sheet, last))
        mapping.update(taken)
        lists += [first] if first else []
    return RegisterTable(
        first_row=rows[0].number,
        last_row=last,
        titles={column: " – ".join(filter(None, paths[column])) for column in columns},
        mapping=mapping,
        score=_score(found, mapping),
        lists=tuple(lists),
    )


def table_within(row: Row, table: RegisterTable) -> RegisterTable | None:
    """Return the table that a row within another begins, its columns being others; else None.

    What the columns of the first are taken for holds wherever a title is the same.
    """
    named = [row.cells[c] for c, key in table.mapping.items() if key in _NAMES and c in row.cells]
    # Hồ is a family name, Họ a title: whoever has a number or a birth is no header.
    if any(ordinal(v) is not None or date_text(v, birth=True) for v in row.cells.values()):
        return None
    if len(row.cells) < _FEWEST_BELOW or not all(meaning("", text_of(v))[0] for v in named):
        return None
    titles = {column: text_of(value) for column, value in row.cells.items()}
    found = {column: meaning("", title) for column, title in titles.items()}
    if not _are_titles(titles, found):
        return None
    known = {title: table.mapping.get(column, "") for column, title in table.titles.items()}
    paths = {column: ("", title) for column, title in titles.items()}
    mapping = settled_names(_chosen(found, paths)) | {
        column: known[title] for column, title in titles.items() if known.get(title)
    }
    if not _NAMES & set(mapping.values()) or not any(
        mapping.get(column) != table.mapping.get(column)
        and titles[column] not in table.titles.get(column, "").split(" – ")
        for column, (_, how, _) in found.items()
        if how >= EXACT
    ):
        return None
    return RegisterTable(
        first_row=row.number,
        last_row=row.number,
        titles=titles,
        mapping=mapping,
        score=_score(found, mapping),
    )


def _are_titles(titles: Mapping[int, str], found: Mapping[int, tuple[str, int, int]]) -> bool:
    """Say whether three cells of a row head columns, or two where the row has no third."""
    sure = {key for key, how, _ in found.values() if how >= EXACT}
    whole = any(fold(title).startswith(("hovaten", "hoten")) for title in titles.values())
    return len(sure) >= FEWEST_TITLES or (whole and len(sure) == len(titles) > 1)


def with_second_row(table: RegisterTable, sheet: Sheet, rows: Sequence[Row]) -> RegisterTable:
    """Return the table of these two rows where the second is part of the header, else `table`."""
    first, *below = rows
    if not below or below[0].number != first.number + 1:
        return table
    if not all(meaning("", text_of(value))[0] for value in below[0].cells.values()):
        return table
    both = table_at(sheet, rows)
    return both if both.score > table.score and _NAMES & set(both.mapping.values()) else table


def _score(found: Mapping[int, tuple[str, int, int]], mapping: Mapping[int, str]) -> int:
    """Add up how sure each field is; several columns of one field count once."""
    sure: dict[str, int] = {}
    for column, key in mapping.items():
        sure[key] = max(sure.get(key, 0), found[column][1] if column in found else 0)
    return sum(sure.values())


def _level(row: Row, merges: Mapping[tuple[int, int], Merge]) -> Iterator[tuple[int, str]]:
    """Yield the text over each column of one header row: merged cells cover several."""
    for column, value in sorted(row.cells.items()):
        merge = merges.get((row.number, column))
        last = min(merge.last_column, MAX_COLUMNS) if merge else column
        for covered in range(column, last + 1):
            yield covered, text_of(value)


def _path(levels: Sequence[Mapping[int, str]], column: int) -> tuple[str, str]:
    """Return what stands above a column and its own title."""
    own = [level[column] for level in levels if level.get(column)]
    if len(levels) > 1 and column not in levels[0] and own:
        own.insert(0, _spilled(levels, column))
    own = [text for text in own if text]
    return (" ".join(own[:-1]), own[-1]) if len(own) > 1 else ("", own[0] if own else "")


def _spilled(levels: Sequence[Mapping[int, str]], column: int) -> str:
    """Return the title to the left that covers a column without being merged over it."""
    left = [c for c in levels[0] if c < column]
    nearest = max(left, default=0)
    between = range(nearest + 1, column)
    covered = nearest and nearest in levels[1] and all(c in levels[1] for c in between)
    return levels[0][nearest] if covered else ""


def _chosen(
    found: Mapping[int, tuple[str, int, int]], paths: Mapping[int, tuple[str, str]]
) -> dict[int, str]:
    """Give each field the column that names it most surely; several only where these are one."""
    mapping: dict[int, str] = {}
    order = sorted(found, key=lambda column: (-found[column][1], found[column][2], column))
    for column in order:
        key, sure, rank = found[column]
        taken = [other for other, known in mapping.items() if known == key]
        if not key:
            continue
        together = (
            (key in _SEVERAL and sure >= EXACT and _is_one_date(key, column, taken, paths))
            or (key in _JOINED and sure > EXACT)
            or (bool(taken) and rank == ANSWER == found[taken[0]][2])
        )
        if not taken or together:
            mapping[column] = key
    return dict(sorted(mapping.items()))


def _is_one_date(
    key: str, column: int, taken: Sequence[int], paths: Mapping[int, tuple[str, str]]
) -> bool:
    """Say whether a column is beside those of its date, not of another body somebody joined."""
    if key == "born":
        return True
    near = any(abs(column - other) <= _NEAR for other in taken)
    return near and len({body_joined(" ".join(paths[c])) for c in (column, *taken)}) == 1


def _bottoms(rows: Sequence[Row], merges: Mapping[tuple[int, int], Merge]) -> Iterator[int]:
    """Yield the last row of each header cell that is merged downwards by a row or two."""
    for row in rows:
        for column in row.cells:
            merge = merges.get((row.number, column))
            if merge and merge.last_row - rows[0].number < DEEPEST:
                yield merge.last_row
