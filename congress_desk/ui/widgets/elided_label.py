"""A label of one line that is shortened to fit and says the whole on hovering."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from congress_desk.ui.look import theme
from congress_desk.ui.widgets.soft_wrap import whole_terms

LEAST = 80
MOST_LINES = 3


class ElidedLabel(QLabel):
    """Takes the width it is given; `whole` is the text before it was shortened.

    One that wraps its words is shortened only beyond three lines, and breaks no "2025 - 2030". One
    that `gives_way` asks for the width of its whole text and takes less where there is less.
    """

    def __init__(
        self,
        text: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        *,
        gives_way: bool = False,
        role: str = "",
        name: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        if role:
            self.setProperty("role", role)
        self._mode = mode
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred if gives_way else policy.Ignored, policy.Preferred)
        self.set_whole(text)

    @property
    def whole(self) -> str:
        return self._whole

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        mode, room = self._mode, self.width()
        if self.wordWrap():
            mode, room = Qt.TextElideMode.ElideRight, room * MOST_LINES
        shown = self.fontMetrics().elidedText(self._whole, mode, room)
        if self.wordWrap():
            shown = whole_terms(shown)
        if shown != self.text():
            self.setText(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = min(theme.px(LEAST), self.sizeHint().width())
        return QSize(least, super().minimumSizeHint().height())
