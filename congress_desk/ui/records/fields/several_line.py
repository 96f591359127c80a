"""A line that names several, apart by a sign; each is offered after some of its letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from congress_desk.ui.records.fields.offered_words import OfferedWords

LONGEST = 500


class SeveralLine(QLineEdit):
    """`apart` is the sign between two names."""

    def __init__(self, apart: str) -> None:
        super().__init__()
        self._apart = apart
        self.setMaxLength(LONGEST)
        self._offered = OfferedWords((), self)
        self._offered.setWidget(self)
        self._offered.activated.connect(self._on_chosen)
        self.textEdited.connect(self._on_edited)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names from now on."""
        self._offered.offer(names)

    def _on_edited(self, text: str) -> None:
        part = text.rpartition(self._apart)[2].strip()
        self._offered.setCompletionPrefix(part)
        if len(part) < 2 or not self._offered.completionCount():
            popup = self._offered.popup()
            if popup is not None:
                popup.hide()
            return
        self._offered.complete()

    def _on_chosen(self, name: str) -> None:
        before = self.text().rpartition(self._apart)[0].strip()
        self.setText(f"{before}{self._apart} {name}" if before else name)
