"""Words offered while typing: any part of them, in any case, without accents too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from congress_desk.domain.text.clean_text import without_accents

_PLAIN = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 8


class OfferedWords(QCompleter):
    """Looks for what was typed without accents; what is taken over are the words as they are.

    The list to look in is made at the first letter: a form has many such fields, few are typed in.
    """

    def __init__(self, words: Sequence[str], parent: QWidget) -> None:
        self._words = QStandardItemModel()
        super().__init__(self._words, parent)
        self.setCompletionRole(_PLAIN)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_ROWS)
        self.words: tuple[str, ...] = ()
        self._listed = False
        self.offer(words)

    def offer(self, words: Sequence[str]) -> None:
        """Offer these words from now on, in this order."""
        if self.words == tuple(words):
            return
        self.words = tuple(words)
        self._words.clear()
        self._listed = False

    def splitPath(self, path: str) -> list[str]:
        self._list()
        return [_plain(path)]

    def _list(self) -> None:
        if self._listed:
            return
        self._listed = True
        for each in self.words:
            item = QStandardItem(each)
            item.setData(_plain(each), _PLAIN)
            self._words.appendRow(item)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


def _plain(text: str) -> str:
    return without_accents(text).casefold()
