"""A table model over frozen records: each column says how a record reads in it."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QPixmap

from congress_desk.ui.look import icons, theme
from congress_desk.ui.model_index import NOWHERE, Index

# Asked for every cell that is painted: made once.
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITED = _READ | Qt.ItemFlag.ItemIsEditable


class Roles(IntEnum):
    """What a cell says besides its text: the whole record of its row."""

    RECORD = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """An icon beside a word, in a tone of the theme: never a colour alone."""

    icon: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column: its title, the text of a record in it, and how that is shown.

    `remark` is a word beside the text that is not part of it: it is drawn, not copied. `tip` is
    shown on hovering before the text itself. An `editable` cell can be typed into (`CellEditing`).
    A column `needed` first gives way last where a table is too narrow. The texts of a `whole` one
    are never cut: their rows are as high as the lines they take.
    """

    title: str
    text: Callable[[Any], str]
    number: bool = False
    sign: Callable[[Any], Sign | None] = lambda record: None
    tone: Callable[[Any], str] = lambda record: ""
    strong: Callable[[Any], bool] = lambda record: False
    remark: Callable[[Any], str] = lambda record: ""
    tip: Callable[[Any], str] = lambda record: ""
    editable: bool = False
    needed: bool = False
    whole: bool = False


def text_columns(titles: Sequence[str], numbers: Container[int] = ()) -> tuple[TableColumn, ...]:
    """Return the columns of records that are rows of texts; `numbers` are at the right."""
    return tuple(
        TableColumn(title=title, text=itemgetter(place), number=place in numbers)
        for place, title in enumerate(titles)
    )


class RecordTableModel(QAbstractTableModel):
    """Rows are records, never changed here; `show_records` replaces them all.

    Rows of a `draggable` model can be picked up; the view says who was dropped where.
    `sorted_by` is the column that the records are in the order of, and whether it falls.
    """

    def __init__(self, columns: Sequence[TableColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._edited = any(column.editable for column in self.columns)
        self._records: tuple[Any, ...] = ()
        self.draggable = False
        self.sorted_by: tuple[int, bool] | None = None
        self._mark_beside: int | None = None

    @property
    def records(self) -> tuple[Any, ...]:
        return self._records

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records from now on."""
        self.beginResetModel()
        self._records = tuple(records)
        self.endResetModel()

    def show_columns(self, columns: Sequence[TableColumn]) -> None:
        """Show the records in other columns from now on."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._edited = any(column.editable for column in self.columns)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self._records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return column.text(record)
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(filter(None, (column.text(record), column.remark(record))))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(number=column.number)
            case Qt.ItemDataRole.ForegroundRole:
                tone = column.tone(record)
                return theme.colour(tone) if tone else None
            case Qt.ItemDataRole.FontRole:
                return theme.font("table", bold=True) if column.strong(record) else None
            case Qt.ItemDataRole.DecorationRole:
                sign = column.sign(record)
                return sign_picture(sign) if sign else None
            case Roles.RECORD:
                return record
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title + self._arrow(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            column = self.columns[section]
            return _alignment(number=column.number and section != self._mark_beside)
        return None

    def put_mark_beside(self, column: int | None) -> None:
        """Let the title of this column stand at its left: at its right is a mark of the head."""
        if column != self._mark_beside:
            self._mark_beside = column
            last = self.columnCount() - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def _arrow(self, section: int) -> str:
        if self.sorted_by is None or self.sorted_by[0] != section:
            return ""
        return " ↓" if self.sorted_by[1] else " ↑"

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self.draggable:
            return _EDITED if self._edited and self.columns[index.column()].editable else _READ
        found = super().flags(index)
        if self.draggable:
            found |= Qt.ItemFlag.ItemIsDropEnabled
            if index.isValid():
                found |= Qt.ItemFlag.ItemIsDragEnabled
        return found

    def roleNames(self) -> dict[int, Any]:
        return {**super().roleNames(), Roles.RECORD: b"record"}


def _alignment(*, number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def sign_picture(sign: Sign) -> QPixmap:
    """Return the icon of a sign in the theme in use."""
    return _picture(sign, theme.current().name, theme.scale())


@lru_cache(maxsize=64)
def _picture(sign: Sign, theme_name: str, scale: int) -> QPixmap:
    """Draw an icon once for each theme and scale."""
    return icons.pixmap(sign.icon, sign.tone, 16)
