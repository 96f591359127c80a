"""Above the journal: what is typed filters at each key, three lists narrow it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.ui.desks.journal.row import JournalRow, searched
from congress_desk.ui.records.tables.filter_line import FilterLine
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.turning_row import stand_below

ANY = "*"
# Narrower than this many unscaled pixels the lists stand below the line.
BESIDE = 640
_LINE_NUMBER = re.compile(r"#\s*(\d{1,9})")


class LineFilter(QWidget):
    """`changed` at each key and choice; `left` when the keyboard is to go to the table."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = FilterLine(
            "journalFilter",
            tr("Filter the journal"),
            tr("Who, what, #line, or the code on a paper; no accents needed"),
        )
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.left.connect(self.left)
        self.people = self._make_list("journalWho", tr("Who"))
        self.acts = self._make_list("journalAct", tr("Kind of act"))
        self.days = self._make_list("journalDay", tr("Day"))
        self._all = {
            self.people: tr("Everybody"), self.acts: tr("Every kind"), self.days: tr("Every day"),
        }  # fmt: skip
        self._row = row_of((self.line, 5), *((each, 2) for each in self._all))
        self._below = row_of()
        column_in(self, self._row, self._below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lists = tuple((each, 2) for each in self._all)
        stand_below(lists, self._row, self._below, at=1, room=event.size().width(), least=BESIDE)

    @property
    def active(self) -> bool:
        """Say whether any line may be left out."""
        return bool(self.line.text().strip()) or any(
            each.currentData() not in (None, ANY) for each in self._all
        )

    def clear(self) -> None:
        """Leave nothing out."""
        for each in self._all:
            each.setCurrentIndex(0)
        self.line.clear()

    def offer(self, rows: Sequence[JournalRow]) -> None:
        """Offer who acted, in what way and on which day; what is chosen stays."""
        newest_first = list(dict.fromkeys(row.day for row in rows))
        self._fill(self.people, sorted({row.line.actor for row in rows}, key=searched))
        self._fill(self.acts, sorted({row.act for row in rows}, key=searched))
        self._fill(self.days, newest_first)

    def kept(self, rows: Iterable[JournalRow], *, typed: str) -> tuple[JournalRow, ...]:
        """Return the rows that are not left out; `typed` is what the line filters by."""
        who, act, day = (each.currentData() for each in self._all)
        kept = list(rows)
        if who not in (None, ANY):
            kept = [row for row in kept if row.line.actor == who]
        if act not in (None, ANY):
            kept = [row for row in kept if row.act == act]
        if day not in (None, ANY):
            kept = [row for row in kept if row.day == day]
        number = _LINE_NUMBER.fullmatch(typed.strip())
        if number is not None:
            return tuple(row for row in kept if row.line.seq == int(number[1]))
        # One pass for each word: a key must be painted at once, with thousands of lines.
        for word in searched(typed).split():
            kept = [row for row in kept if word in row.folded]
        return tuple(kept)

    def _fill(self, box: ChoiceBox, values: Sequence[str]) -> None:
        if [box.itemData(i) for i in range(1, box.count())] == list(values):
            return
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(self._all[box], ANY)
        for value in values:
            box.addItem(value or "–", value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(False)

    def _make_list(self, name: str, title: str) -> ChoiceBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        return box
