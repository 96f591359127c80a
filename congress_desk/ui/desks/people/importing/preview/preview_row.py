"""A row of the preview: what would become of a line of the list, and everything it says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.errors import row_in_sheet
from congress_desk.i18n import tr


class RowKind(StrEnum):
    """What becomes of a line; what is said of the whole list has a line of its own.

    A missing one is a person of the register who is not in the list.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    PROBLEM = "problem"
    SKIPPED = "skipped"
    MISSING = "missing"
    LIST = "list"


class TellKind(StrEnum):
    """What kind of thing is said of a row.

    A field as it is taken, changed or kept; a text turned out of an old font or out of capitals;
    what is wrong, what to look at, why the row is left out.
    """

    TAKEN = "taken"
    CHANGE = "change"
    CONVERTED = "converted"
    CASED = "cased"
    KEPT = "kept"
    PROBLEM = "problem"
    NOTE = "note"
    REASON = "reason"


_OVER = (TellKind.CHANGE, TellKind.CONVERTED, TellKind.CASED)
_IN_FULL_ALONE = (TellKind.TAKEN, TellKind.KEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """One thing said of a row; `before` is what the register, or the list, says now."""

    kind: TellKind
    field: str = ""
    before: str = ""
    text: str = ""

    @property
    def is_over(self) -> bool:
        """Say whether it is about a text before and after."""
        return self.kind in _OVER

    @property
    def line(self) -> str:
        """Return it in one line."""
        if self.is_over:
            before, after = self.before or tr("(empty)"), self.text or tr("(empty)")
            return f"{self.field}: {before} → {after}"
        return f"{self.field}: {self.text}" if self.field else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One line of the list; `row` is its number in the sheet, 0 for somebody who is not in it.

    A run of blank lines is one row that goes to `last_row`.
    """

    kind: RowKind
    row: int
    last_row: int = 0
    name: str
    tells: tuple[Tell, ...] = ()

    @property
    def place(self) -> str:
        """Return the number or numbers of the row, "" for somebody who is not in the list."""
        first, last = row_in_sheet(self.row), row_in_sheet(self.last_row)
        if last > first:
            return f"{first}–{last}"
        return str(first) if first else ""

    @property
    def lines(self) -> int:
        """Return how many lines of the sheet this is."""
        return 0 if self.kind is RowKind.LIST else max(self.last_row - self.row, 0) + 1

    @property
    def converted(self) -> bool:
        return any(tell.kind is TellKind.CONVERTED for tell in self.tells)

    @property
    def remarked(self) -> bool:
        """Say whether there is something to look at in a row that is taken."""
        return any(tell.kind is TellKind.NOTE for tell in self.tells)

    @property
    def summary(self) -> str:
        """Return what matters of the row in one line; of a row as usual, what it says."""
        lines = "; ".join(tell.line for tell in self.tells if tell.kind not in _IN_FULL_ALONE)
        return lines or " · ".join(t.text for t in self.tells if t.kind is TellKind.TAKEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One choice of rows: all, those of one kind, those with converted texts or with remarks."""

    key: str
    count: int


def views(rows: Iterable[PreviewRow]) -> tuple[View, ...]:
    """Return the choices with how many rows each has; what need not be asked for is left out."""
    rows = tuple(rows)
    counts: Counter[RowKind] = Counter()
    for row in rows:
        counts[row.kind] += row.lines
    always = (RowKind.NEW, RowKind.CHANGED, RowKind.SAME, RowKind.SKIPPED, RowKind.PROBLEM)
    found = [View(key="all", count=counts.total() - counts[RowKind.MISSING])]
    found += [View(key=kind.value, count=counts[kind]) for kind in always]
    rare = {
        "remarked": sum(row.remarked for row in rows),
        "converted": sum(row.converted for row in rows),
        RowKind.MISSING.value: counts[RowKind.MISSING],
    }
    return (*found, *(View(key=key, count=count) for key, count in rare.items() if count))


def rows_in(rows: Iterable[PreviewRow], view: str) -> tuple[PreviewRow, ...]:
    """Return the rows of a choice, those of the register that the list lacks only when asked."""
    match view:
        case "all":
            return tuple(row for row in rows if row.kind is not RowKind.MISSING)
        case "remarked":
            return tuple(row for row in rows if row.remarked)
        case "converted":
            return tuple(row for row in rows if row.converted)
        case _:
            return tuple(row for row in rows if row.kind == view)
