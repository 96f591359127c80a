"""A line for a name: those of the organs and the register are offered, without accents too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from congress_desk.domain.text.clean_text import without_accents
from congress_desk.domain.text.limits import NAME_LIMIT

_FOLDED = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 8


class NameField(QLineEdit):
    """Any name can be typed; a part of a known one offers the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(NAME_LIMIT)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names from now on, in this order."""
        model = QStandardItemModel(self)
        for name in names:
            item = QStandardItem(name)
            item.setData(_folded(name), _FOLDED)
            model.appendRow(item)
        completer = _Completer(self)
        completer.setModel(model)
        completer.setCompletionRole(_FOLDED)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_MOST_ROWS)
        self.setCompleter(completer)


class _Completer(QCompleter):
    """Looks for what was typed without accents; what is taken over is the name as it is."""

    def splitPath(self, path: str) -> list[str]:
        return [_folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


def _folded(text: str) -> str:
    return without_accents(text).casefold()
