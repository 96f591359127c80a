"""Several boxes to tick in one field, two beside each other where their words are short."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.ui.widgets.layout.layouts import grid_in

_ACROSS = 2
_SHORT = 32  # letters


class TickBoxes(QWidget):
    """Boxes by key, in the order they were added."""

    def __init__(self, choices: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {key: QCheckBox(words) for key, words in choices}
        layout = grid_in(self, across=16, down=4)
        across = 1 if any(len(box.text()) > _SHORT for box in self.boxes.values()) else _ACROSS
        for place, box in enumerate(self.boxes.values()):
            layout.addWidget(box, *divmod(place, across))

    @property
    def ticked(self) -> tuple[str, ...]:
        """Return the keys of the boxes that are ticked."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def tick(self, keys: Iterable[str]) -> None:
        """Tick these boxes and no other."""
        wanted = set(keys)
        for key, box in self.boxes.items():
            box.setChecked(key in wanted)
