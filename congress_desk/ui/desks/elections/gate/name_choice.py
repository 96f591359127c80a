"""A field for the name of a person: typed, or chosen from those who hold an office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy

from congress_desk.i18n import tr

LONGEST = 200
LEAST_LETTERS = 18


class NameChoice(QComboBox):
    """Empty until somebody chooses or types: a name is never put there by program or wheel."""

    def __init__(self, object_name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(title)
        self.setEditable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(tr("Choose (↓) or type a name"))
        self.setLineEdit(self.line)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def show_names(self, names: Sequence[str], offices: Mapping[str, str] | None = None) -> None:
        """Offer these names; the field is empty again."""
        self.clear()
        for row, name in enumerate(names):
            self.addItem(name)
            office = (offices or {}).get(name, "")
            self.setItemData(row, office, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(-1)
        self.clearEditText()

    def keep_name(self, names: Sequence[str], offices: Mapping[str, str] | None = None) -> None:
        """Offer these names and leave what stands in the field."""
        typed = self.currentText()
        self.show_names(names, offices)
        self.setEditText(typed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever answers for a result is not chosen in passing, not even with the keyboard here.
        event.ignore()
