"""The columns of a table: how wide each is, which are left out, and the menu that chooses them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from heapq import nlargest
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QToolButton

from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.cells import PADDING
from congress_desk.ui.records.tables.column_choice import remembered
from congress_desk.ui.records.tables.column_widths import column_widths, columns_with_room

WIDTH = 68
LOOKED_AT = 12
WIDEST = 260
READABLE = 190
LEAST_LONG = 140
SIGNED = 144
ARROW = 14
FEW_LETTERS = 64


class ColumnFitting(QObject):
    """Shares the width of a table among its columns; `fitted` after the user chose others.

    `long` are the columns that share what the others leave; those of them without any text are left
    out, but the first. A `large` table measures by its longest texts alone and leaves none out; the
    first of its long ones is at least `first_long` wide, or as its texts. Columns without room give
    way, those needed first and those with signs last, and the head says so; a table that goes
    `sideways`, or was asked to by that mark, scrolls instead.
    """

    fitted = Signal()

    def __init__(
        self,
        table: QTableView,
        model: RecordTableModel,
        *,
        long: Sequence[int],
        large: bool,
        first_long: int,
        sideways: bool,
    ) -> None:
        super().__init__(table)
        self._table, self._records = table, model
        self._large, self._sideways, self._first_long = large, sideways, first_long
        self._natural: list[int] = []
        self._titles: list[int] = []
        self._tight = False
        self._least: list[int] = []
        self._signed: frozenset[int] = frozenset()
        self._no_room: set[int] = set()
        self._empty: set[int] = set()
        self._squeezed: set[int] = set()
        self.share_among(long)
        self.menu = QMenu(tr("Columns"), table)
        self.menu.aboutToShow.connect(self._fill_menu)
        header = table.horizontalHeader()
        self._mark = HiddenColumnsMark(header, self._on_all)
        self._all = False
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.menu.popup(header.mapToGlobal(at))
        )

    def share_among(self, long: Sequence[int]) -> None:
        """Let these columns share the width that the others leave, once all are measured anew."""
        self._long = tuple(long) or (0,)
        self._natural, self._squeezed, self._empty = [], set(), set()

    def leave_out(self, column: int, hide: bool) -> None:
        """Leave a column out where there is no room for it, or let it come back."""
        (self._no_room.add if hide else self._no_room.discard)(column)
        self._show_column(column)

    def measure(self) -> None:
        """Take the widths of the texts that are shown now, and share the room among them."""
        columns, table = range(self._records.columnCount()), self._table
        for column in columns:
            # Left out, a column has no width of its own to be measured.
            QTableView.setColumnHidden(table, column, False)
        beside = theme.px(ARROW if self._large else 4)
        self._titles = [self._title_width(c) + beside for c in columns]
        self._least = list(self._titles)
        natural = self._longest_text if self._large else table.sizeHintForColumn
        self._natural = [max(natural(c), self._least[c]) for c in columns]
        if self._large and self._natural:
            self._keep_long_readable()
        self._signed = frozenset(filter(self._has_signs, columns))
        for column in () if self._large else self._long[1:]:
            texts = (self._records.columns[column].text(r) for r in self._records.records)
            empty = bool(self._records.records) and not any(texts)
            (self._empty.add if empty else self._empty.discard)(column)
        for column in columns:
            self._show_column(column)
        self.fit()

    def fit(self) -> None:
        """Share the width of the table among its columns; those without room give way."""
        self._squeeze()
        table = self._table
        shown = [c for c in range(len(self._natural)) if not table.isColumnHidden(c)]
        natural = [self._natural_now(c, shown) for c in range(len(self._natural))]
        widths = self._shared(shown, natural)
        if sum(widths) > table.viewport().width() and not self._goes_sideways:
            # Those with signs give way to the others before anything scrolls.
            for column in self._signed:
                natural[column] = min(natural[column], self._floor(column))
            widths = self._shared(shown, natural)
            if sum(widths) > table.viewport().width():
                # Too narrow even for titles: one may be cut rather than the table scroll sideways.
                widths = self._shared(shown, natural, titled=False)
        for column, width in zip(shown, widths, strict=True):
            table.setColumnWidth(column, width)

    def _shared(
        self, shown: Sequence[int], natural: Sequence[int], *, titled: bool = True
    ) -> list[int]:
        """Return the widths of the columns that are shown, of what each of all would take."""
        long = [shown.index(column) for column in self._long if column in shown]
        last = shown[-1] if shown else -1
        beside = {last: self._room_of_mark(last, natural)} if shown else {}
        return column_widths(
            [natural[c] + beside.get(c, 0) for c in shown],
            least=[self._least_now(c, titled=titled) + beside.get(c, 0) for c in shown],
            # Where all that share the room are left out, the first column takes it.
            long=long or [0][: len(shown)],
            room=self._table.viewport().width(),
            widest=theme.px(WIDEST),
            readable=theme.px(WIDEST if self._large or self._is_whole else READABLE),
        )

    @property
    def _is_whole(self) -> bool:
        return any(c.whole for c in self._records.columns[self._long[0] : self._long[0] + 1])

    @property
    def _goes_sideways(self) -> bool:
        return self._sideways or self._all

    def _squeeze(self) -> None:
        left_out = self._left_out()
        wanted = [c for c in range(len(self._natural)) if c not in left_out]
        room, kept = self._table.viewport().width(), wanted
        if not self._goes_sideways and wanted and room >= theme.px(LEAST_LONG):
            needed = [self._floor(c) for c in range(len(self._natural))]
            kept, self._tight = self._with_room(wanted, needed, room)
            if kept != wanted:
                # The mark stands in the head of the last column, beside its title.
                last = kept[-1]
                beside = max(self._titles[last] + theme.px(WIDTH) - needed[last], 0)
                kept, self._tight = self._with_room(wanted, needed, room - beside)
            kept = self._with_titles(kept, wanted, room)
        self._squeezed = set(wanted) - set(kept)
        for column in wanted:
            self._show_column(column)
        titles = (self._records.columns[column].title for column in sorted(self._squeezed))
        self._mark.show_titles([title for title in titles if title], whole=self._all)
        marked = max(kept, default=None) if self._squeezed or self._all else None
        self._records.put_mark_beside(marked)

    def _on_all(self) -> None:
        """Show all columns, the table scrolling sideways, or again those that have room."""
        self._all = not self._all
        self.measure()
        if not self._all:
            self._table.horizontalScrollBar().setValue(0)
        self.fitted.emit()

    def _with_room(self, wanted: list[int], needed: list[int], room: int) -> tuple[list[int], bool]:
        """Return the columns with room, and whether even they have too little."""
        main, columns = self._long[0], self._records.columns
        late = [column for column in wanted if columns[column].needed]
        kept = columns_with_room(wanted, needed, main=main, kept=self._signed, late=late, room=room)
        return kept, sum(needed[column] for column in kept) > room

    def _with_titles(self, kept: list[int], wanted: list[int], room: int) -> list[int]:
        """Leave out signs too, the last first, where not even the titles and the mark have room."""
        mark = theme.px(WIDTH) if len(kept) < len(wanted) else 0
        while len(kept) > 2 and sum(self._titles[c] for c in kept) + mark > room:
            last = next((c for c in reversed(kept[1:]) if c not in self._long), None)
            if last is None:
                break
            kept = [column for column in kept if column != last]
            mark = theme.px(WIDTH)
        return kept

    def _room_of_mark(self, column: int, natural: Sequence[int]) -> int:
        """Return what the last column needs more, so that the mark hides nothing of its title."""
        if not self._squeezed and not self._all:
            return 0
        return max(self._titles[column] + theme.px(WIDTH) - natural[column], 0)

    def _natural_now(self, column: int, shown: Sequence[int]) -> int:
        """Return the width a column takes; where even few have no room each has an equal share."""
        natural = self._natural[column]
        if not self._tight or self._goes_sideways or column in self._long:
            return natural
        # The narrow ones keep what they take, the others share what those and the long ones leave.
        beside = sorted((c for c in shown if c not in self._long), key=self._natural.__getitem__)
        left = self._table.viewport().width()
        left -= sum(self._least_now(c) for c in shown if c in self._long)
        for done, each in enumerate(beside):
            width = min(self._natural[each], max(left // (len(beside) - done), 0))
            if each == column:
                return width
            left -= width
        return natural

    def _least_now(self, column: int, *, titled: bool = True) -> int:
        """Return the least width of a column; where all is too narrow its title must do."""
        if self._goes_sideways:
            return self._least[column] if self._sideways else self._floor(column)
        few = max(theme.px(FEW_LETTERS), self._titles[column] if titled else 0)
        return min(self._least[column], few if self._tight else self._floor(column))

    def _floor(self, column: int) -> int:
        """Return the width in which a column can still be read."""
        natural = self._natural[column]
        if column in self._signed and column not in self._long:
            return min(natural, max(theme.px(SIGNED), self._titles[column]))
        if column not in self._long:
            return min(natural, theme.px(WIDEST))
        enough = READABLE if column == self._long[0] else LEAST_LONG
        return min(natural, max(theme.px(enough), self._titles[column]))

    def _keep_long_readable(self) -> None:
        for i, column in enumerate(self._long):
            enough = theme.px(self._first_long if i == 0 else LEAST_LONG)
            least = max(self._least[column], min(self._natural[column], enough))
            self._least[column] = least

    def _title_width(self, column: int) -> int:
        return self._table.horizontalHeader().sectionSizeHint(column)

    def _longest_text(self, column: int) -> int:
        return longest_text(self._records.columns[column], self._records.records)

    def _has_signs(self, column: int) -> bool:
        shown = self._records.columns[column]
        return any(shown.sign(record) for record in self._records.records)

    def _left_out(self) -> set[int]:
        """Return the columns that are not to be seen, however much room there is."""
        chosen = remembered.left_out(self._table.objectName())
        titles = enumerate(column.title for column in self._records.columns)
        return self._no_room | self._empty | {c for c, title in titles if title in chosen}

    def _show_column(self, column: int) -> None:
        hide = column in self._left_out() | self._squeezed
        QTableView.setColumnHidden(self._table, column, hide)

    def _fill_menu(self) -> None:
        """Offer every column with a title; what the rows are about stays."""
        self.menu.clear()
        if self._squeezed or self._all:
            whole = self.menu.addAction(tr("All columns, scrolling sideways"))
            whole.setCheckable(True)
            whole.setChecked(self._all)
            whole.triggered.connect(lambda _: self._on_all())
            self.menu.addSeparator()
        left_out = remembered.left_out(self._table.objectName())
        for place, column in enumerate(self._records.columns):
            if not column.title:
                continue
            action = self.menu.addAction(column.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(column.title not in left_out)
            action.setEnabled(place != self._long[0])
            action.toggled.connect(partial(self._on_column_chosen, place))

    def _on_column_chosen(self, place: int, shown: bool) -> None:
        title = self._records.columns[place].title
        remembered.leave_out(self._table.objectName(), title, left_out=not shown)
        self._show_column(place)
        self.fit()
        self.fitted.emit()


def longest_text(column: TableColumn, records: Sequence[Any]) -> int:
    """Return the width of a column, in pixels, by the longest of its texts."""
    bold = any(column.strong(record) for record in records)
    measure = QFontMetrics(theme.font("table", bold=bold))
    texts = {f"{column.text(r)} {column.remark(r)}".strip() for r in records}
    widest = max(map(measure.horizontalAdvance, nlargest(LOOKED_AT, texts, key=len)), default=0)
    signed = any(column.sign(record) for record in records)
    remarked = any(column.remark(record) for record in records)
    beside = theme.px(24 if signed else 4) + theme.px(8 if remarked else 0)
    return widest + beside + 2 * theme.px(PADDING)


class HiddenColumnsMark(QToolButton):
    """Stands at the right end of a head; a click shows all columns, or again those with room."""

    def __init__(self, head: QHeaderView, turn: Callable[[], None]) -> None:
        super().__init__(head)
        self._head = head
        self.setObjectName("columnsWithoutRoom")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda: turn())
        head.installEventFilter(self)
        self.hide()

    def show_titles(self, titles: Sequence[str], *, whole: bool) -> None:
        """Say how many columns have no room, and in the tip which; `whole`: all are shown now."""
        self.setVisible(whole or bool(titles))
        words = tr("No room for: {titles}. A click shows all columns.", titles=", ".join(titles))
        if whole:
            words = tr("All columns are shown. A click leaves out those without room.")
        self.setText(tr("fit") if whole else tr("+{count} more", count=len(titles)))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._place()

    def _place(self) -> None:
        head = self._head
        self.setGeometry(head.width() - theme.px(WIDTH), 0, theme.px(WIDTH), head.height() - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._head and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
