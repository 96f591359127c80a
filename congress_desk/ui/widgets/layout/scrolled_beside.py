"""A part that scrolls in itself beside another, and not where the page scrolls with both."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import scrolling


class ScrolledBeside(QWidget):
    """Follows `SideBySide.turned`: of two bars the wheel finds the wrong one."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._area = scrolling(content)
        self._box = column_in(self, self._area, spacing=None)

    def follow(self, wide: bool) -> None:
        """Scroll beside the other part, or stand whole above or below it; the keyboard stays."""
        if wide is not (self._area.widget() is None):
            return
        holder = QApplication.focusWidget()
        if wide:
            self._area.setWidget(self._content)
        else:
            self._area.takeWidget()
            self._box.addWidget(self._content)
        self._area.setVisible(wide)
        self._content.show()
        if holder is not None and self._content.isAncestorOf(holder):
            holder.setFocus()
