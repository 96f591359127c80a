"""The last step: what was taken in, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in


class DoneStep(QWidget):
    """A tick, a sentence, what was left as it is, and the way back: `undo_wanted`."""

    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._symbol = QLabel()
        self.sentence = theme.section()
        self.sentence.setObjectName("importedSentence")
        self.details = theme.subtitle()
        layout = column_in(self, None, spacing=12, margins=None)
        for label in (self._symbol, self.sentence, self.details):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        self.undo = make_button(
            tr("Undo the import"), self.undo_wanted.emit, name="undoImport", icon="undo-2"
        )
        layout.addSpacing(theme.px(12))
        layout.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        theme.changed.connect(self._draw)
        self._draw()

    def show_words(self, sentence: str, details: Sequence[str]) -> None:
        """Say what was done, and what was not."""
        self.sentence.setText(sentence)
        self.details.setText("\n".join(details))

    def _draw(self) -> None:
        self._symbol.setPixmap(icons.pixmap("circle-check", "holds", 48))
