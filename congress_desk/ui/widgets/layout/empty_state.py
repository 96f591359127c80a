"""What a page says while there is nothing on it yet: what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.layouts import column_in


class EmptyState(QWidget):
    """An icon, a title, one sentence and the buttons that begin, in the room of a table."""

    def __init__(self, icon_name: str, title: str, sentence: str, *buttons: QWidget) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._symbol = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.words = theme.subtitle(sentence)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = theme.section(title)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading.setWordWrap(True)
        layout = column_in(self, None, self._symbol, heading, self.words, margins=None)
        if buttons:
            layout.addSpacing(theme.px(8))
        for button in buttons:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self._symbol.setPixmap(icons.pixmap(self._icon_name, "muted", 40))
