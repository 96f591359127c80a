"""Where things stand at the gate: the names scroll, those who confirm never leave the sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.gate.confirmation_form import ConfirmationForm
from congress_desk.ui.desks.elections.gate.seal_question import SealQuestion
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.layout.side_by_side import TALL, SideBySide

SIDE_WIDTH = 340
# Narrower than this those who confirm stand below the names.
BESIDE = 700
LEAST_IN_SIGHT = 24


class ConfirmPanel(QWidget):
    """The two who confirm, the button and what is missing: a column, or two rows `in_rows`."""

    def __init__(self, form: ConfirmationForm, declare: QPushButton, missing: QLabel) -> None:
        super().__init__()
        self._form = form
        self._title = theme.section(tr("Two people confirm"))
        self._last = QBoxLayout(TALL)
        self._last.setSpacing(theme.px(6))
        self._last.addWidget(declare)
        self._last.addWidget(missing)
        column_in(self, self._title, form, self._last, spacing=6)

    def in_rows(self, rows: bool) -> None:
        """Stand in two rows below the names, or in a column beside them."""
        self._form.arrange(beside=rows)
        # What is missing at the left of the button, as in every foot.
        self._last.setDirection(QBoxLayout.Direction.RightToLeft if rows else TALL)
        self._last.setStretch(0, 1)
        self._last.setStretch(1, 1)
        self._title.setVisible(not rows)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words need: what is above scrolls, this never gives way."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(max(layout.totalHeightForWidth(self.width()), 0))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class GateLayout(QWidget):
    """`resized` carries the height in which names are in sight.

    `alone` whether the last question has the whole page now.

    The checks stand above those who confirm, or below the names where the window is narrow.
    """

    resized = Signal(int)
    alone = Signal(bool)

    def __init__(
        self,
        names: QVBoxLayout,
        checks: QWidget,
        confirm: ConfirmPanel,
        question: SealQuestion,
        back: QWidget,
    ) -> None:
        super().__init__()
        self._checks, self.confirm, self.question, self._names = checks, confirm, question, names
        content = QWidget()
        content.setLayout(names)
        self.names = scrolling(content)
        inside = QWidget()
        self._above = QVBoxLayout(inside)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._checked = scrolling(inside)
        self._holder = QWidget()
        column_in(self._holder, confirm, back, spacing=None)
        beside = QWidget()
        self._side = column_in(beside, (self._checked, 1), self._holder, spacing=12)
        for area in (self.names, self._checked):
            area.setMinimumHeight(theme.px(LEAST_IN_SIGHT))
        self._sides = SideBySide(self.names, beside, side_width=SIDE_WIDTH, share=40, room=BESIDE)
        self._sides.turned.connect(self._on_turned)
        self._whole = column_in(self, (self._sides, 1), spacing=None)
        question.hide()
        self._on_turned(self._sides.wide)

    @property
    def is_asking(self) -> bool:
        """Say whether the last question is open."""
        return not self.question.isHidden()

    def show_question(self, asking: bool) -> None:
        """Let the last question stand in the place of those who confirm, or take it back."""
        self.question.setVisible(asking)
        self._arrange()

    def show_whole(self, part: QWidget) -> None:
        """Scroll to a part that may be out of sight."""
        for area in (self.names, self._checked):
            if area.isAncestorOf(part):
                area.ensureWidgetVisible(part)

    def _arrange(self) -> None:
        asking, wide = self.is_asking, self._sides.wide
        self._checked.setVisible(wide and not asking)
        self._holder.setVisible(not asking)
        # In a narrow window the last question has the page.
        self._sides.setVisible(wide or not asking)
        self.alone.emit(asking and not wide)

    def _on_turned(self, wide: bool) -> None:
        asking = self.is_asking
        if wide:
            self._above.insertWidget(0, self._checks)
            self._side.addWidget(self.question, 1)
        else:
            self._names.insertWidget(self._names.count() - 1, self._checks)
            self._whole.addWidget(self.question, 1)
        self.question.setVisible(asking)
        self._checks.show()
        self.confirm.in_rows(not wide)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.names.viewport().height())
