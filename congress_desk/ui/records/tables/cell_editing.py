"""Typing into the cells of a table: a letter, F2, Enter or a double click begins, Enter ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from congress_desk.ui.commands import is_pressed
from congress_desk.ui.model_index import Index
from congress_desk.ui.records.fields.offered_words import OfferedWords
from congress_desk.ui.records.table_model import Roles
from congress_desk.ui.records.tables.cells import Cells
from congress_desk.ui.records.tables.data_table import DataTable

LONGEST = 500
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# They carry a text as well, and would begin an edit with it.
_NO_LETTERS = (Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class CellEditing(QObject):
    """`edited` carries record, column and the text typed, when it is another one than before.

    `beyond` is an Enter or a double click on a cell that cannot be typed into. `ended` comes after
    every edit, also one that was left with Escape.
    """

    edited = Signal(object, int, str)
    beyond = Signal(object, int)
    ended = Signal()

    def __init__(
        self,
        table: DataTable,
        suggestions: Callable[[int], Sequence[str]] = lambda column: (),
    ) -> None:
        super().__init__(table)
        self._table = table
        self._cells = _EditedCells(table, suggestions)
        self._cells.committed.connect(self._on_committed)
        self._cells.closeEditor.connect(self._on_closed)
        table.setItemDelegate(self._cells)
        # A letter, also one that an input method makes, begins and is typed over what is there.
        table.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        table.doubleClicked.connect(self._on_double_clicked)
        table.installEventFilter(self)

    @property
    def under_way(self) -> bool:
        """Say whether a cell is being typed into."""
        return self._table.state() is QAbstractItemView.State.EditingState

    def begin(self) -> None:
        """Type into the current cell, or tell that it is for another form."""
        index = self._table.currentIndex()
        if not index.isValid():
            return
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._table.edit(index)
        else:
            self.beyond.emit(index.data(Roles.RECORD), index.column())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.begin()

    def _on_committed(self, index: QModelIndex, text: str) -> None:
        if text != index.data(Qt.ItemDataRole.EditRole):
            self.edited.emit(index.data(Roles.RECORD), index.column(), text)

    def _on_closed(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        index = self._table.currentIndex()
        below = index.siblingAtRow(index.row() + 1)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache and below.isValid():
            self._table.setCurrentIndex(below)
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if (plain and event.key() in _ENTER) or is_pressed(event, "change"):
                # The Enter that ends an edit comes by here as well.
                if not event.isAutoRepeat() and not self.under_way:
                    self.begin()
                return True
            if not self.under_way and event.key() in _NO_LETTERS:
                event.ignore()
                return True
        return super().eventFilter(watched, event)


class _EditedCells(Cells):
    """Paints cells, and puts a line over one that is typed into."""

    committed = Signal(QModelIndex, str)

    def __init__(self, table: DataTable, suggestions: Callable[[int], Sequence[str]]) -> None:
        super().__init__(table)
        self._suggestions = suggestions

    def _on_return(self, line: QLineEdit, completer: OfferedWords) -> None:
        """End the edit as well when Enter went to the suggestions, which keep it from us."""
        offered = completer.popup()
        if offered is not None and offered.isVisible():
            QTimer.singleShot(0, line, lambda: self._end(line))

    def _end(self, line: QLineEdit) -> None:
        self.commitData.emit(line)
        self.closeEditor.emit(line, QAbstractItemDelegate.EndEditHint.SubmitModelCache)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setObjectName("cellEditor")
        line.setMaxLength(LONGEST)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        line.setAccessibleName(str(title))
        if words := list(self._suggestions(index.column())):
            completer = OfferedWords(words, line)
            line.setCompleter(completer)
            line.returnPressed.connect(lambda: self._on_return(line, completer))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        line: Any = editor
        line.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        line: Any = editor
        self.committed.emit(index, line.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        cell = option.rect
        wide = max(cell.width(), editor.sizeHint().width())
        room = self._table.viewport().width() - cell.left()
        cell.setWidth(min(wide, max(room, cell.width())))
        editor.setGeometry(cell)
