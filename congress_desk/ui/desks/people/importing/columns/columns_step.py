"""The second step: which column goes to which field of the register, and how it is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from congress_desk.domain.people.register_layout import GROUP, NAME, REGISTER
from congress_desk.i18n import label, tr
from congress_desk.imports.register.date_order import DATES
from congress_desk.ui.desks.people.importing.columns.sheet_column import SheetColumn, taken_twice
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, grid_in, row_in, row_of
from congress_desk.ui.widgets.layout.pages import clear_layout, scrolling
from congress_desk.ui.widgets.notice import Notice

_MOST_TITLED = 2
_COMBO_WIDTH = 260
# Discussion groups are formed at their own desk; a list brings none.
KEYS = ("", *(column.key for column in REGISTER if column.key != GROUP))
NAMED_BY = frozenset({NAME, "given_name"})


class ColumnsStep(QWidget):
    """`edited` when a field or an option was changed by hand."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.combos: dict[int, QComboBox] = {}
        self._guessed: Mapping[int, str] = {}
        self._columns: tuple[SheetColumn, ...] = ()
        self._titles: dict[int, QLabel] = {}
        self.notice = Notice()
        self.summary = QLabel()
        self.name_case = QCheckBox(tr("Turn names in CAPITALS into Ordinary Capitals"))
        self.attendance = QCheckBox(tr("Take attendance from the list as well"))
        self.attendance_says = QLabel(wordWrap=True)
        self.turn = TurnDates()
        self._lay_out()
        self.name_case.toggled.connect(self.edited)
        self.attendance.toggled.connect(self.edited)
        self.turn.toggled.connect(self.edited)

    @property
    def chosen(self) -> dict[int, str]:
        """Return the key of the field of each column, "" where it is not taken."""
        return {number: KEYS[combo.currentIndex()] for number, combo in self.combos.items()}

    def show_columns(
        self,
        columns: Sequence[SheetColumn],
        chosen: Mapping[int, str],
        *,
        guessed: Mapping[int, str],
        remembered: bool,
    ) -> None:
        """Show the columns of a list and the fields they go to; `edited` is silent."""
        self._columns, self._guessed = tuple(columns), guessed
        self._fill_grid(chosen)
        self.turn.show_columns(columns, chosen)
        self.notice.hide()
        if remembered:
            self.notice.say(
                "accent",
                tr("The choice of fields is that of the last import of such a list. Check it once"
                   " more before you go on."),
            )  # fmt: skip
        self._on_chosen()

    def show_attendance(self, *, wanted: bool, checked_in: bool) -> None:
        """Say whether attendance is taken at first, and why not once somebody was checked in."""
        self.attendance.blockSignals(True)
        self.attendance.setChecked(wanted)
        self.attendance.blockSignals(False)
        words = tr("Somebody was checked in already: the attendance in the file is left alone"
                   " unless you tick this.")  # fmt: skip
        self.attendance_says.setText(words)
        self.attendance_says.setVisible(checked_in)

    def refuse_choice(self) -> bool:
        """Say why one cannot go on with these fields, and go there; False when nothing is wrong."""
        twice = taken_twice(self.chosen, self._guessed)
        if twice is not None:
            self._refuse_twice(twice)
        elif not NAMED_BY & set(self.chosen.values()):
            words = tr(
                "No column goes to “{field}”. Choose the column that holds the names.",
                field=label("register_field", NAME),
            )
            self._refuse(words, next(iter(self.combos), 0))
        else:
            return False
        return True

    def _refuse_twice(self, twice: tuple[int, int]) -> None:
        first, second = (next(c for c in self._columns if c.number == n) for n in twice)
        words = tr(
            "“{field}” is taken by column {first} and by column {second}. Choose another field"
            " for one of them, or do not take it.",
            field=self.combos[second.number].currentText(),
            first=first.letter,
            second=second.letter,
        )
        self._refuse(words, second.number)

    def _refuse(self, words: str, column: int) -> None:
        self.notice.say("wrong", words)
        if column in self.combos:
            theme.set_property(self.combos[column], "wrong", True)
            self._go_to(column)

    def take_keyboard(self) -> None:
        """Put the keyboard on the first column that goes nowhere, else on the first one."""
        open_ones = [number for number, key in self.chosen.items() if not key]
        first = (open_ones or list(self.combos))[:1]
        for number in first:
            self._go_to(number)

    def _go_to(self, column: int) -> None:
        """Put the keyboard on the field of a column, in sight."""
        self.combos[column].setFocus(Qt.FocusReason.OtherFocusReason)
        # A step that comes up has its size only then.
        QTimer.singleShot(0, self._area, lambda: self._show(column))

    def _show(self, column: int) -> None:
        if column in self.combos:
            self._area.ensureWidgetVisible(self.combos[column])

    def _fill_grid(self, chosen: Mapping[int, str]) -> None:
        clear_layout(self._grid)
        self.combos, self._titles = {}, {}
        words = [tr("– not taken –"), *(label("register_field", key) for key in KEYS[1:])]
        shared = QStringListModel(words, self)
        for place, title in enumerate(self._captions()):
            self._grid.addWidget(title, 0, place)
        for line, column in enumerate(self._columns, start=1):
            combo = self._combo(column, shared)
            key = chosen.get(column.number, "")
            combo.setCurrentIndex(KEYS.index(key) if key in KEYS else 0)
            combo.currentIndexChanged.connect(self._on_combo)
            self._add_line(line, column, combo)
        self._grid.setRowStretch(len(self._columns) + 1, 1)

    def _captions(self) -> list[QLabel]:
        words = (tr("Column"), tr("Title in the list"), tr("For example"), tr("Goes to the field"))
        return [theme.caption(text) for text in words]

    def _combo(self, column: SheetColumn, shared: QStringListModel) -> QComboBox:
        combo = _QuietCombo()
        combo.setModel(shared)
        combo.setObjectName(f"field{column.letter}")
        combo.setAccessibleName(
            tr("Field for column {letter}, {title}", letter=column.letter, title=column.title)
        )
        combo.setAccessibleDescription("; ".join(column.samples))
        combo.setMinimumWidth(theme.px(_COMBO_WIDTH))
        combo.setMaxVisibleItems(30)
        self.combos[column.number] = combo
        return combo

    def _add_line(self, line: int, column: SheetColumn, combo: QComboBox) -> None:
        letter = theme.label(column.letter, tone="muted")
        title = ElidedLabel(column.title or tr("(no title)"))
        self._titles[column.number] = title
        samples = ElidedLabel("  ·  ".join(column.samples) or tr("(empty)"))
        theme.set_tone(samples, "muted")
        for place, widget in enumerate((letter, title, samples, combo)):
            self._grid.addWidget(widget, line, place)

    def _on_combo(self) -> None:
        self._on_chosen()
        self.edited.emit()

    def _on_chosen(self) -> None:
        """Show which columns are taken; a refusal goes once there is no field taken twice."""
        chosen = self.chosen
        self.turn.show_chosen(chosen)
        twice = taken_twice(chosen, self._guessed)
        for number, combo in self.combos.items():
            theme.set_property(combo, "wrong", bool(twice) and number in (twice or ()))
            theme.set_property(self._titles[number], "role", "strong" if chosen[number] else "")
            theme.set_tone(self._titles[number], "" if chosen[number] else "muted")
        if twice is None and self.notice.property("tone") == "wrong":
            self.notice.hide()
        taken = sum(bool(key) for key in chosen.values())
        self.summary.setText(
            tr("{taken} columns are taken, {left} are not.", taken=taken, left=len(chosen) - taken)
        )

    def _lay_out(self) -> None:
        self.notice.setObjectName("columnsNotice")
        self.name_case.setObjectName("nameCase")
        self.attendance.setObjectName("takeAttendance")
        for words in (self.summary, self.attendance_says):
            words.setTextFormat(Qt.TextFormat.PlainText)
            theme.set_tone(words, "muted")
        page = QWidget()
        self._grid = grid_in(page, across=16, down=6, margins=(0, 0, 8, 0))
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)
        self._area: QScrollArea = scrolling(page)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column_in(self, self.notice, (self._area, 1), self.summary, self._options(), spacing=12)

    def _options(self) -> QVBoxLayout:
        taking = row_of(self.attendance, (self.attendance_says, 1), spacing=12)
        return column_of(self.name_case, self.turn, taking, spacing=4)


class _QuietCombo(QComboBox):
    """Leaves the wheel to the page it is on, so that scrolling changes no field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TurnDates(QWidget):
    """Out of sight while no column of dates can be meant otherwise; `toggled` on each tick."""

    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[int, QCheckBox] = {}
        layout = row_in(self, QLabel(tr("Swap day and month in column")), spacing=12)
        self._boxes = QHBoxLayout()
        self._boxes.setSpacing(theme.px(12))
        layout.addLayout(self._boxes)
        layout.addStretch(1)

    @property
    def columns(self) -> frozenset[int]:
        """Return the columns that are ticked and hold dates by the fields now chosen."""
        return frozenset(
            number for number, box in self.boxes.items() if box.isChecked() and not box.isHidden()
        )

    def show_columns(self, columns: Sequence[SheetColumn], chosen: Mapping[int, str]) -> None:
        """Offer the columns of another list, none of them ticked."""
        for box in self.boxes.values():
            box.deleteLater()
        offered = [each for each in columns if each.ambiguous_dates]
        brief = len(offered) > _MOST_TITLED
        self.boxes = {each.number: self._box(each, brief=brief) for each in offered}
        self.show_chosen(chosen)

    def show_chosen(self, chosen: Mapping[int, str]) -> None:
        """Offer those columns alone that go to a field of dates."""
        for number, box in self.boxes.items():
            box.setVisible(chosen.get(number, "") in DATES)
        self.setVisible(any(not box.isHidden() for box in self.boxes.values()))

    def _box(self, column: SheetColumn, *, brief: bool) -> QCheckBox:
        """Return the box of a column; of many each says its letter alone, the title in its tip."""
        title = f"{column.letter} – {column.title}" if column.title else column.letter
        box = QCheckBox(column.letter if brief else title.replace("&", "&&"))
        box.setToolTip(title)
        box.setObjectName(f"turn{column.letter}")
        box.setAccessibleName(tr("Swap day and month in column {column}", column=title))
        box.toggled.connect(self.toggled)
        self._boxes.addWidget(box)
        return box
