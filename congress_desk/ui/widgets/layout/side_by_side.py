"""Two parts of a page: beside each other where there is room, one under the other where not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from congress_desk.ui.look import theme

WIDE, TALL = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
SIDE_FIRST = QBoxLayout.Direction.BottomToTop
UNBOUNDED = 16_777_215
LEAST_SIDE = 220


class SideBySide(QWidget):
    """`main` takes what `side` leaves: `share` hundredths of the width, `side_width` at the most.

    Below `room` unscaled pixels they stand in one column; `turned` says whether they are beside
    each other now. `whole`, on a page that scrolls: the side is as high as its words need. `tall`
    is SIDE_FIRST where what is done first stands in the side.
    """

    turned = Signal(bool)

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        *,
        side_width: int = 320,
        share: int = 30,
        room: int = 760,
        whole: bool = False,
        tall: QBoxLayout.Direction = TALL,
    ) -> None:
        super().__init__()
        self._main, self._side, self._side_width, self._room = main, side, side_width, room
        self._share, self._whole, self._tall = share, whole, tall
        self._box = QBoxLayout(WIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(32))
        self._box.addWidget(main, 1)
        self._box.addWidget(side)
        self._box.addStretch(0)
        self._arrange(theme.px(room))

    @property
    def wide(self) -> bool:
        """Say whether the parts stand beside each other."""
        return self._box.direction() is WIDE

    def minimumSizeHint(self) -> QSize:
        """A column may be as narrow as its wider part, whatever the direction now."""
        narrow = max(part.minimumSizeHint().width() for part in (self._main, self._side))
        return QSize(narrow, self._least_height())

    def _least_height(self) -> int:
        """Return the least height: words that wrap ask for one line where nobody asks them more."""
        height, side = super().minimumSizeHint().height(), self._side
        if not self._whole:
            return height
        needed = side.heightForWidth(side.minimumWidth() if self.wide else self.width())
        if self.wide:
            return max(height, needed)
        return height + max(needed - side.minimumSizeHint().height(), 0)

    def _arrange(self, width: int) -> None:
        wide = width >= theme.px(self._room)
        before = self.wide
        self._box.setDirection(WIDE if wide else self._tall)
        self._box.setSpacing(theme.px(32 if wide else 24))
        fixed = min(
            theme.px(self._side_width), max(width * self._share // 100, theme.px(LEAST_SIDE))
        )
        self._side.setMinimumWidth(fixed if wide else 0)
        self._side.setMaximumWidth(fixed if wide else UNBOUNDED)
        if wide is not before:
            self.turned.emit(wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())
        if self._whole:
            self.updateGeometry()
