"""A tick for each column whose dates can be read both ways: day and month change over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from congress_desk.i18n import tr
from congress_desk.imports.register.date_order import DATES
from congress_desk.ui.desks.people.importing.columns.sheet_column import SheetColumn
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import row_in

_MOST_TITLED = 2


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
