"""Large numbers that choose which rows are in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.desks.people.importing.preview.preview_row import View
from congress_desk.ui.desks.people.importing.preview.preview_words import (
    VIEW_TONES,
    view_sentence,
    view_word,
)
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import row_in
from congress_desk.ui.widgets.layout.pages import clear_layout

_HEIGHT, _LINE, _USUAL, _NARROWEST, _BAR = 76, 18, 76, 60, 3
_SIDES = 12


class ViewTabs(QWidget):
    """One is always chosen; the arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._row = row_in(self, spacing=4)
        self.tabs: dict[str, ViewTab] = {}

    @property
    def current(self) -> str:
        """Return the key of the choice in use."""
        return next((key for key, tab in self.tabs.items() if tab.isChecked()), "")

    def show_views(self, views: Sequence[View], current: str) -> None:
        """Show these numbers; `chosen` is silent."""
        for tab in self.tabs.values():
            self._group.removeButton(tab)
        clear_layout(self._row)
        self.tabs = {view.key: ViewTab(view) for view in views}
        for key, tab in self.tabs.items():
            tab.setChecked(key == current)
            tab.toggled.connect(self._on_toggled)
            self._group.addButton(tab)
            self._row.addWidget(tab, 1)

    def _on_toggled(self, checked: bool) -> None:
        if checked:
            self.chosen.emit(self.current)


class ViewTab(QAbstractButton):
    """A number and what it counts, underlined while its rows are in sight.

    Where there is little room the words stand on two lines: none of them is cut.
    """

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        self._two_lines = False
        word = view_word(view.key)
        self.setObjectName(f"view_{view.key}")
        self.setAccessibleName(tr("{count} {what}", count=view.count, what=word))
        self.setToolTip(view_sentence(view.key))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self.updateGeometry)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        tone = VIEW_TONES.get(self.view.key, "text") if self.view.count else "muted"
        upper = QRect(0, theme.px(6), self.width(), theme.px(38))
        font = theme.font("page", bold=True)
        font.setPixelSize(theme.px(30))
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(self.view.count))
        painter.setFont(theme.font(bold=self.isChecked()))
        painter.setPen(theme.colour("text" if self.isChecked() else "muted"))
        high = theme.px(22) + (theme.px(_LINE) if self._two_lines else 0)
        lower = QRect(0, upper.bottom(), self.width(), high)
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(lower, wrapped, view_word(self.view.key))
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() and not self.isChecked():
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), theme.px(6), theme.px(6))
        if self.isChecked():
            bar = self.rect().adjusted(theme.px(10), self.height() - theme.px(_BAR), 0, 0)
            painter.fillRect(bar.adjusted(0, 0, -theme.px(10), 0), theme.colour("accent"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inside = self.rect().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inside, theme.px(6), theme.px(6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        two_lines = self._wide(view_word(self.view.key)) > self.width()
        if two_lines is not self._two_lines:
            self._two_lines = two_lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = max(self._wide(view_word(self.view.key)), theme.px(_USUAL))
        return QSize(wide, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        words = view_word(self.view.key).split(" ")
        halves = (
            max(self._wide(" ".join(words[:at])), self._wide(" ".join(words[at:])))
            for at in range(1, len(words))
        )
        wide = min(halves, default=self._wide(words[0]))
        high = theme.px(_HEIGHT) + (theme.px(_LINE) if self._two_lines else 0)
        return QSize(max(wide, theme.px(_NARROWEST)), high)

    def _wide(self, words: str) -> int:
        font = QFontMetrics(theme.font(bold=True))
        return font.horizontalAdvance(words) + theme.px(_SIDES)
