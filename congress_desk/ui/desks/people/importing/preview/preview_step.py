"""The third step: what the list would change, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QScrollArea, QWidget

from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.commands import add_use
from congress_desk.ui.desks.people.importing.file_step import ROWS_MEASURED
from congress_desk.ui.desks.people.importing.preview.preview_row import (
    PreviewRow,
    RowKind,
    Tell,
    TellKind,
    rows_in,
    views,
)
from congress_desk.ui.desks.people.importing.preview.preview_words import (
    kind_word,
    preview_columns,
    view_sentence,
)
from congress_desk.ui.desks.people.importing.preview.view_tabs import ViewTabs
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import clear_layout, scrolling

_TONES = {TellKind.PROBLEM: "wrong", TellKind.NOTE: "look", TellKind.KEPT: "muted"}
_FIRST = frozenset({TellKind.PROBLEM, TellKind.NOTE})
_ANY = 16_777_215  # Qt's own bound of a size
_TOLD = 3
_DETAILS_WIDTH, _DETAILS_NARROW, _DETAILS_HEIGHT = 300, 200, 150
# Narrower than this, what is said of a row stands below the rows, which need the width, unless
# the step is so low that hardly a row would be left.
_SIDE_BY_SIDE, _LOW = 980, 400


class PreviewStep(QWidget):
    """Nothing here writes: the button of the frame does."""

    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PreviewRow, ...] = ()
        self.tabs = ViewTabs()
        self.sentence = theme.subtitle()
        model = RecordTableModel(preview_columns())
        self.table = DataTable("previewRows", tr("Rows of the list"), model, long=(_TOLD,))
        self.table.horizontalHeader().setResizeContentsPrecision(ROWS_MEASURED)
        self.details = RowDetails()
        self.again = make_button(
            tr("Read the file again"), self.again_wanted.emit, name="readAgain",
            icon="rotate-ccw", tip=use_name("renew"),
        )  # fmt: skip
        add_use(self, "renew", self.again.click)
        self.tabs.chosen.connect(self.show_view)
        self.table.current_changed.connect(self.details.show_row)
        self._lay_out()

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show a list as it was read: first what has a problem, else what is to be looked at."""
        self._rows = tuple(rows)
        found = views(rows)
        filled = {view.key for view in found if view.count}
        first = next((key for key in ("problem", "remarked") if key in filled), "all")
        self.tabs.show_views(found, first)
        self.show_view(first)
        self.table.setFocus()

    def show_view(self, key: str) -> None:
        """Show the rows of one choice."""
        self.sentence.setText(view_sentence(key))
        self.table.show_records(rows_in(self._rows, key))

    def _lay_out(self) -> None:
        self.sentence.setObjectName("viewSentence")
        self._rows_and_details = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows_and_details.setSpacing(theme.px(16))
        self._rows_and_details.addWidget(self.table, 1)
        self._rows_and_details.addWidget(self.details)
        said = row_of((self.sentence, 1), self.again, spacing=16)
        column_in(self, self.tabs, said, (self._rows_and_details, 1))
        self._place_details()

    def _place_details(self) -> None:
        wide, low = self.width() >= theme.px(_SIDE_BY_SIDE), self.height() < theme.px(_LOW)
        beside = wide or low
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._rows_and_details.setDirection(way)
        width, height = (
            theme.px(_DETAILS_WIDTH if wide else _DETAILS_NARROW),
            theme.px(_DETAILS_HEIGHT),
        )
        self.details.setMinimumSize(*((width, 0) if beside else (0, height)))
        self.details.setMaximumSize(*((width, _ANY) if beside else (_ANY, height)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_details()


class RowDetails(QWidget):
    """Shows a row, or says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rowDetails")
        self.setAccessibleName(tr("The row in full"))
        page = QWidget()
        self._lines = column_in(page, spacing=2, margins=(0, 0, 8, 0))
        area: QScrollArea = scrolling(page)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column_in(self, area, spacing=None)

    @property
    def text(self) -> str:
        """Return all that is shown, line by line."""
        items = (self._lines.itemAt(i) for i in range(self._lines.count()))
        labels = (item.widget() for item in items if item and item.widget())
        return "\n".join(label.text() for label in labels if isinstance(label, QLabel))

    def show_row(self, row: PreviewRow | None) -> None:
        """Show a row; None empties the place."""
        clear_layout(self._lines)
        if row is None:
            self.setAccessibleDescription("")
            return
        self._add_head(row)
        # What is wrong or to be looked at stands first: low windows show little more.
        for tell in sorted(row.tells, key=lambda tell: tell.kind not in _FIRST):
            self._add_tell(tell)
        self._lines.addStretch(1)
        self.setAccessibleDescription(self.text)

    def _add_head(self, row: PreviewRow) -> None:
        place = tr("Row {row}", row=row.place) if row.row else tr("In the register")
        words = kind_word(row.kind)
        self._add(words if row.kind is RowKind.LIST else f"{place} · {words}", tone="muted")
        if row.name:
            self._add(row.name, role="section")
        self._lines.addSpacing(theme.px(8))

    def _add_tell(self, tell: Tell) -> None:
        if tell.is_over:
            self._lines.addSpacing(theme.px(4))
            self._add(_change_title(tell), role="caption")
            self._add(tell.before or tr("(empty)"), tone="muted")
            self._add("→ " + (tell.text or tr("(empty)")), role="strong")
        else:
            self._add(tell.line, tone=_TONES.get(tell.kind, ""))

    def _add(self, words: str, *, role: str = "", tone: str = "") -> None:
        label = QLabel(
            words, wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
        )
        label.setProperty("role", role)
        label.setProperty("tone", tone)
        self._lines.addWidget(label)


def _change_title(tell: Tell) -> str:
    match tell.kind:
        case TellKind.CONVERTED:
            return tr("{field}, from an old font", field=tell.field)
        case TellKind.CASED:
            return tr("{field}, out of capitals", field=tell.field)
    return tell.field
