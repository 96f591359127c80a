"""One row of a table: its cells read by header, with whatever is wrong reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from congress_desk.domain.setup.layout import SheetLayout
from congress_desk.domain.text.clean_text import fold, has_invisible
from congress_desk.errors import Place
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.legacy.old_fonts import Trace, trace_of_old_font
from congress_desk.imports.name_cells import NoName, is_stand_in, no_name
from congress_desk.imports.register.name_additions import bare_name
from congress_desk.imports.setup.headers import Header
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import CellValue, Fault, column_letter

T = TypeVar("T")


_REFUSED_NAMES = {
    NoName.LOST: "import_name_lost",
    NoName.SEVERAL: "import_name_several",
    NoName.OPEN: "import_name_unusable",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a table. Every reader tells `problems` what is wrong and returns a stand-in."""

    number: int
    cells: Mapping[int, CellValue]
    header: Header
    layout: SheetLayout
    sheet: str
    problems: ImportProblems

    def value(self, key: str) -> CellValue | None:
        """Return what stands under a header; several cells under a merged one are joined."""
        columns = self.header.columns.get(key, ())
        filled = [self.cells[column] for column in columns if column in self.cells]
        if len(filled) > 1 and not any(isinstance(value, Fault) for value in filled):
            return " ".join(text_of(value) for value in filled)
        return filled[0] if filled else None

    def place(self, key: str) -> Place:
        """Return the place of a cell in its file, such as row 7, column "C – Số lượng bầu"."""
        column = self.header.columns.get(key)
        label = self.layout.column(key).label
        name = f"{column_letter(column[0])} – {label}" if column else label
        return Place(file=self.problems.file, sheet=self.sheet, row=self.number, column=name)

    def text(self, key: str) -> str:
        """Return the cleaned text of a cell, "" when it is empty."""
        value = self._sound_value(key)
        if value is None:
            return ""
        text = text_of(value)
        limit = self.layout.column(key).limit
        if len(text) > limit:
            self.problems.refuse(
                "import_cell_too_long", self.place(key), limit=limit, length=len(text)
            )
            return text[:limit]
        if isinstance(value, str) and has_invisible(value):
            self.problems.note("import_invisible_removed", self.place(key), value=shown(text))
        return text

    def name(self, key: str = "name") -> str:
        """Return a person's name, bare of Đ/c; what else stands with it is pointed out.

        Letters of an old font are refused, doubtful ones pointed out too.
        """
        beside: dict[str, object] = {}
        whole = self.text(key)
        text = bare_name(whole, beside, addressed=False)
        if beside:
            place = self.place(key)
            self.problems.note_row("register_cell_not_taken", place, value=shown(whole))
        trace = trace_of_old_font(text)
        if trace is Trace.SURE:
            self.problems.refuse("import_name_in_old_font", self.place(key), value=shown(text))
        elif trace is Trace.DOUBTFUL:
            self.problems.note(
                "import_name_with_foreign_letters", self.place(key), value=shown(text)
            )
        self._judge_name(key, text)
        return text

    def _judge_name(self, key: str, text: str) -> None:
        """Refuse what is no name of one person; a name with a number is pointed out."""
        value = self.value(key)
        why = no_name(value if isinstance(value, str) else text) if text else None
        if why is None:
            return
        if why in _REFUSED_NAMES:
            self.problems.refuse(_REFUSED_NAMES[why], self.place(key), value=shown(text))
        elif is_stand_in(text):
            self.problems.note("import_name_odd", self.place(key), value=shown(text))
        else:
            self.problems.refuse("import_name_unusable", self.place(key), value=shown(text))

    def read(
        self, key: str, reader: Callable[[CellValue], T | None], code: str, **params: str | int
    ) -> T | None:
        """Return what `reader` makes of a cell; None when empty, or refused with `code`."""
        value = self._sound_value(key)
        if value is None:
            return None
        result = reader(value)
        if result is None:
            text = shown(text_of(value))
            self.problems.refuse(code, self.place(key), value=text, **params)
        return result

    def choice(
        self, key: str, words: Mapping[str, T], labels: Iterable[str], code: str
    ) -> T | None:
        """Return what a word of a closed list stands for; None when empty, or refused."""
        known = {fold(word): meaning for word, meaning in words.items()}
        choices = "; ".join(labels)
        return self.read(key, lambda value: known.get(fold(text_of(value))), code, choices=choices)

    def _sound_value(self, key: str) -> CellValue | None:
        value = self.value(key)
        if isinstance(value, Fault):
            self.problems.refuse(value.value, self.place(key))
            return None
        if value is None and self.layout.column(key).required:
            label = self.layout.column(key).label
            self.problems.refuse("import_cell_missing", self.place(key), label=label)
        return value
