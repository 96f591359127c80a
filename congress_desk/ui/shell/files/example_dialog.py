"""Asks which of the example congresses is wanted: a party cell, a ward, a province."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from congress_desk.example.sizes import DEFAULT, SIZES
from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.shell.start.choice_button import ChoiceButton
from congress_desk.ui.widgets.layout.layouts import column_in

_TITLES = {
    "chi-bo": "A party cell of {people} members…",
    "phuong": "A ward of {people} delegates…",
    "tinh": "A province of {people} delegates…",
}
_TEXTS = {
    "chi-bo": "One morning: 3 of 4 for the committee, the secretary being counted",
    "phuong": "Two days: 15 of 18 for the committee, the delegation being counted",
    "tinh": "Three days: 55 of 63 for the committee, 345 ballots",
}


class ExampleDialog(QDialog):
    """`chosen` carries the key of a size."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exampleSizes")
        self.setWindowTitle(tr("Example congress"))
        page = column_in(self, theme.section(tr("Which example?")), margins=(24, 16, 24, 16))
        for key, size in SIZES.items():
            title = tr(_TITLES[key], people=size.people)
            button = ChoiceButton("landmark", title, tr(_TEXTS[key]), primary=key == DEFAULT)
            button.setObjectName(f"example_{key}")
            button.clicked.connect(partial(self._choose, key))
            page.addWidget(button)
            if key == DEFAULT:
                button.setFocus()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        page.addWidget(buttons)
        self.setMinimumWidth(theme.px(460))

    def _choose(self, key: str) -> None:
        self.accept()
        self.chosen.emit(key)
