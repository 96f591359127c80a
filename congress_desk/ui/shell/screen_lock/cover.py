"""What stands over a window while the screen is locked: nothing of it can be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.widgets.layout.empty_state import EmptyState


class Cover(QWidget):
    """Covers all of a window, also when that is resized; what is typed below stays as it is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("screenCover")
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        sentence = tr("The screen of the hall goes on; nothing typed is lost.")
        # In the upper third: what opens the screen stands in the middle, and lay over the words.
        layout.addWidget(EmptyState("lock", tr("The screen is locked"), sentence), 1)
        layout.addStretch(2)
        window.installEventFilter(self)
        self._fill()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fill()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.setGeometry(self._window.rect())
