"""Numbers of a tally sheet under each other: Tab and Enter go down them, column after column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from congress_desk.domain.elections.totals.bundle_totals import NameTotals
from congress_desk.domain.elections.totals.comparison import TotalKind, TotalPlace
from congress_desk.ui.desks.elections.totals.sheet_places import SheetLine
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.layout.layouts import grid_in

_FIELD_WIDTH = 76


class NumberGrid(QWidget):
    """`changed` by every figure typed, `finished` by Enter in the last field.

    `reached` carries the field that the keyboard has come to.
    """

    changed = Signal()
    finished = Signal()
    reached = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[tuple[TotalPlace, str], NumberField] = {}
        self._columns: dict[NumberField, int] = {}
        self._grid = grid_in(self, across=8, down=4, wide=0, margins=(0, 0, 4, 0))

    def add_lines(self, title: str, heads: Sequence[str], lines: Sequence[SheetLine]) -> None:
        """Add a part of the sheet with its title and the titles of its columns."""
        row = self._grid.rowCount()
        section = theme.section(title)
        section.setWordWrap(True)
        self._grid.addWidget(section, row, 0)
        for column, words in enumerate(heads, start=1):
            head = theme.caption(words)
            head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            head.setWordWrap(True)
            self._grid.addWidget(head, row, column)
        for place, line in enumerate(lines, start=row + 1):
            self._add_line(place, line, heads)

    def _add_line(self, row: int, line: SheetLine, heads: Sequence[str]) -> None:
        words = QLabel(line.words, wordWrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._grid.addWidget(words, row, 0)
        for column, name in enumerate(line.columns, start=1):
            field = NumberField()
            field.setFixedWidth(theme.px(_FIELD_WIDTH))
            said = f"{line.words}, {heads[column - 1]}" if len(heads) > 1 else line.words
            field.setAccessibleName(said)
            field.setObjectName(f"total_{len(self.fields)}")
            field.textChanged.connect(lambda _: self.changed.emit())
            field.finished.connect(partial(self._go_on, field))
            field.installEventFilter(self)
            self._grid.addWidget(field, row, column)
            self.fields[line.place, name] = field
            self._columns[field] = column

    def take_keyboard(self) -> None:
        """Give the keyboard to the first number."""
        next(iter(self.fields.values())).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, NumberField):
            self.reached.emit(watched)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and isinstance(watched, NumberField):
                self._go(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, field: NumberField, step: int) -> None:
        """Go to the field above or below, where there is one."""
        column = self._columns[field]
        beside = [each for each in self.fields.values() if self._columns[each] == column]
        place = beside.index(field) + step
        if 0 <= place < len(beside):
            beside[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _go_on(self, field: NumberField) -> None:
        order = list(self.fields.values())
        place = order.index(field) + 1
        if place < len(order):
            order[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()

    @property
    def first_empty_name(self) -> NumberField | None:
        """Return the first number that a sheet must have and has not: of a name, or the valid."""
        for (place, _), field in self.fields.items():
            if place.kind in (TotalKind.NAME, TotalKind.VALID) and field.value() is None:
                return field
        return None

    @property
    def missing(self) -> int:
        """Return how many of the numbers that a sheet must have are not typed yet."""
        needed = (TotalKind.NAME, TotalKind.VALID)
        return sum(
            place.kind in needed and field.value() is None
            for (place, _), field in self.fields.items()
        )

    @property
    def is_begun(self) -> bool:
        return any(field.text() for field in self.fields.values())

    def value(self, place: TotalPlace, column: str = "ballots") -> int:
        """Return a number as it is typed, 0 of an empty field."""
        field = self.fields.get((place, column))
        return (field.value() or 0) if field else 0

    def names(self, valid: int) -> Iterator[tuple[TotalPlace, NameTotals]]:
        """Yield the names; what a struck ballot does not keep is the rest of the valid ones."""
        for place in dict.fromkeys(place for place, _ in self.fields):
            if place.kind is not TotalKind.NAME:
                continue
            agree = self.value(place, "agree")
            if (place, "disagree") in self.fields:
                yield place, self._line(place)
            else:
                yield place, NameTotals(agree=agree, disagree=max(valid - agree, 0))

    def all_of_names(self) -> Iterator[tuple[TotalPlace, NameTotals]]:
        """Yield the names of which everything on the line is typed."""
        for place in dict.fromkeys(place for place, _ in self.fields):
            if place.kind is TotalKind.NAME:
                yield place, self._line(place)

    def _line(self, place: TotalPlace) -> NameTotals:
        return NameTotals(
            agree=self.value(place, "agree"),
            disagree=self.value(place, "disagree"),
            uncounted=self.value(place, "uncounted"),
        )

    def others(self) -> Iterator[tuple[TotalPlace, int]]:
        """Yield the places that are one number each."""
        for place, _ in self.fields:
            if place.kind is not TotalKind.NAME:
                yield place, self.value(place)
