"""Columns beside each other; in a narrow window the later ones share one behind tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabBar, QVBoxLayout, QWidget

from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.turning_row import is_narrow

# Narrower than this parts share a column behind tabs.
FOLDED = 760
Part = tuple[str, QWidget, int]


class FoldingColumns(QWidget):
    """Parts with a title and a share of the width; `folded` says whether some stand behind tabs.

    Below `room` unscaled pixels only the first `kept` of them stand for themselves. Above it the
    first `stacked` stand under each other; in a narrow room all that stand for themselves do.
    """

    folded = Signal(bool)

    def __init__(
        self, parts: Sequence[Part], *, room: int = FOLDED, kept: int = 1, stacked: int = 0
    ) -> None:
        super().__init__()
        self._kept, self._folded, self._room = parts[:kept], parts[kept:], room
        self._narrow = False
        self.tabs = QTabBar()
        self.tabs.setObjectName("foldedParts")
        self.tabs.setExpanding(False)
        for title, _, _ in self._folded:
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(lambda _: self._show())
        self._shared = QWidget()
        self._inside = QVBoxLayout(self._shared)
        self._inside.setContentsMargins(theme.px(8) if kept else 0, 0, 0, 0)
        self._inside.setSpacing(theme.px(4))
        self._inside.addWidget(self.tabs)
        self._shared.hide()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._stacked = stacked
        self._stack = QSplitter(Qt.Orientation.Vertical)
        self._stack.setChildrenCollapsible(False)
        self._stack.setVisible(bool(stacked))
        self._spread(parts)
        column_in(self, self._split, spacing=None)

    def show_part(self, part: QWidget) -> None:
        """Have a part in sight: it is about to be typed into."""
        for place, (_, each, _) in enumerate(self._folded):
            if each is part or each.isAncestorOf(part):
                self.tabs.setCurrentIndex(place)

    def go_to(self, field: QWidget) -> None:
        """Have the part of a field in sight, and the keyboard on the field."""
        self.show_part(field)
        field.setFocus()

    def _spread(self, parts: Sequence[Part]) -> None:
        """Put parts beside each other, the first of them under each other where they stack."""
        upper, rest = parts[: self._stacked], parts[self._stacked :]
        if upper:
            for _, part, _ in upper:
                self._stack.addWidget(part)
            self._add(self._stack, upper[0][2])
        for _, part, share in rest:
            self._add(part, share)
        shares = [share for _, _, share in (*upper[:1], *rest)]
        self._split.setSizes([100 * share for share in shares])

    def _add(self, part: QWidget, share: int) -> None:
        self._split.addWidget(part)
        self._split.setStretchFactor(self._split.count() - 1, share)

    def _turn(self) -> None:
        if self._narrow:
            for _, part, _ in self._folded:
                self._inside.addWidget(part, 1)
            # One of them is in sight at a time.
            shared = max(share for _, _, share in self._folded)
            self._add(self._shared, shared)
            self._split.setSizes([100 * share for _, _, share in (*self._kept, ("", self, shared))])
        else:
            self._shared.setParent(self)
            self._spread([*self._kept, *self._folded])
        self._stack.setVisible(bool(self._stacked) and not self._narrow)
        self._shared.setVisible(self._narrow)
        self._show()
        self.folded.emit(self._narrow)

    def _show(self) -> None:
        for place, (_, part, _) in enumerate(self._folded):
            part.setVisible(not self._narrow or place == self.tabs.currentIndex())

    def sizeHint(self) -> QSize:
        """Ask for no more height than is needed: tables and cards take what a page has left."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme.when_dressed(self, self._fit)

    def _fit(self) -> None:
        tall = is_narrow(self.width())
        self._split.setOrientation(Qt.Orientation.Vertical if tall else Qt.Orientation.Horizontal)
        narrow = self.width() < theme.px(self._room)
        if narrow != self._narrow:
            self._narrow = narrow
            self._turn()
