"""What was made of each row of a list below its header."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from congress_desk.domain.people.register_layout import NAMES, NUMBER
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.reading import SkipReason
from congress_desk.imports.register.sections import ordinal, start_of
from congress_desk.imports.workbook.sheets import CellValue, Fault, Row


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A row below the header, the table it was read by, and what was made of it.

    With neither a `line` nor a `reason` it is a problem that is told.
    """

    row: Row
    table: RegisterTable
    line: RegisterLine | None = None
    reason: SkipReason | None = None

    @cached_property
    def mapped(self) -> dict[int, CellValue]:
        """Return the cells that stand in columns of some field."""
        cells, mapping = self.row.cells, self.table.mapping
        return {c: v for c, v in cells.items() if c in mapping and not isinstance(v, Fault)}

    def values(self, *keys: str) -> list[CellValue]:
        return [v for c, v in self.mapped.items() if self.table.mapping[c] in keys]

    @cached_property
    def name(self) -> str:
        """Return what stands in the columns of names."""
        return " ".join(map(start_of, self.values(*NAMES)))

    @cached_property
    def number(self) -> int | None:
        """Return the number of the row in its list, None without one."""
        return next(map(ordinal, self.values(NUMBER)), None)

    def follows(self, after: Taken) -> bool:
        """Say whether the number of another row comes next."""
        return after.number == (self.number or 0) + 1

    @property
    def counts(self) -> bool:
        """Say whether the row is a person, or a problem that may be one."""
        return self.line is not None or self.reason in (None, SkipReason.UNCLEAR)
