"""Where things stand on the counting screen: bundles left, paper and line in the middle."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QTabBar, QVBoxLayout, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.bundles.bundle_panel import BundlePanel
from congress_desk.ui.desks.elections.counting.operator_field import OperatorField
from congress_desk.ui.desks.elections.counting.paper_card import PaperCard
from congress_desk.ui.desks.elections.counting.side.side_column import SideColumn
from congress_desk.ui.desks.elections.counting.title_row import TitleRow
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, row_in
from congress_desk.ui.widgets.layout.turning_row import is_narrow

NARROW, LOW = 700, 440
# Less than this is left of a small screen at twice the type.
LEAST_HIGH, LEAST_WIDE = 330, 260

SHARES = (16, 57, 25)
# Least width in unscaled pixels and share of the screen in a hundred.
BUNDLES, SIDE = (140, 18), (224, 29)
IN_ONE = (176, 31)


class _Column(Protocol):
    @property
    def needed_width(self) -> int: ...

    def setMinimumWidth(self, width: int, /) -> None: ...


class Columns(QWidget):
    """Bundles, paper and accounts beside each other.

    In a narrow window bundles and accounts share one column behind tabs, and `said` stands below
    all: the paper keeps the room.
    """

    def __init__(
        self, bundles: BundlePanel, centre: QVBoxLayout, side: SideColumn, said: QWidget
    ) -> None:
        super().__init__()
        self._bundles, self._centre, self._side, self._said = bundles, centre, side, said
        self._place = centre.indexOf(said)
        self._narrow, self._room = False, 0
        self.tabs = QTabBar()
        self.tabs.setObjectName("columnTabs")
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.setExpanding(False)
        for title in (tr("Bundles"), tr("Figures")):
            self.tabs.addTab(title)
        self.tabs.setCurrentIndex(1)
        self.tabs.hide()
        self._shared = column_of(self.tabs, (side, 1), spacing=6)
        self._beside = QHBoxLayout()
        self._whole = column_in(self, (self._beside, 1))
        self._beside.addWidget(bundles, SHARES[0])
        self._beside.addLayout(centre, SHARES[1])
        self._beside.addLayout(self._shared, SHARES[2])
        self.tabs.currentChanged.connect(lambda _: self._show())
        side.currentChanged.connect(lambda _: self.show_side())
        bundles.edited.connect(self.show_bundles)
        theme.changed.connect(self._on_theme_changed)

    def show_bundles(self) -> None:
        """Have the bundles in sight."""
        self.tabs.setCurrentIndex(0)

    def focus_bundles(self) -> None:
        """Have the bundles in sight, the keyboard on them."""
        self.show_bundles()
        self._bundles.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_side(self) -> None:
        """Have accounting and checks in sight, or what stands in their place."""
        self.tabs.setCurrentIndex(1)

    def _show(self) -> None:
        bundles = self.tabs.currentIndex() == 0
        self._bundles.setVisible(bundles or not self._narrow)
        self._side.setVisible(not bundles or not self._narrow)

    def tighten(self, width: int) -> None:
        """Give each column its share of the screen, and never less than it needs."""
        self._room = width
        narrow = width < theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._turn()
        columns: tuple[tuple[_Column, tuple[int, int]], ...] = (
            (self._bundles, IN_ONE if narrow else BUNDLES),
            (self._side, IN_ONE if narrow else SIDE),
        )
        # Of one width where they share a column: the paper does not move when they change.
        both = max(column.needed_width for column, _ in columns) if narrow else 0
        for column, (least, share) in columns:
            wanted = min(theme.px(least), width * share // 100)
            column.setMinimumWidth(max(wanted, column.needed_width, both))
        self._beside.setSpacing(theme.px(8 if narrow else 16))

    def _on_theme_changed(self) -> None:
        """Larger type takes wider columns, in a window that stays as it is."""
        theme.when_dressed(self, lambda: self.tighten(self._room))

    def _turn(self) -> None:
        if self._narrow:
            self._shared.addWidget(self._bundles, 1)
            self._whole.addWidget(self._said)
        else:
            self._centre.insertWidget(self._place, self._said)
            self._beside.insertWidget(0, self._bundles, SHARES[0])
        self.tabs.setVisible(self._narrow)
        self._show()


def lay_out_columns(screen: QWidget, title: TitleRow, columns: Columns) -> None:
    """Put the columns under the title."""
    column_in(screen, title, (columns, 1), margins=None)
    tighten(screen, title, columns)


def tighten(screen: QWidget, title: TitleRow, columns: Columns) -> None:
    """Leave the room to the paper where the screen is narrow or low."""
    columns.tighten(screen.width())
    low = screen.height() < theme.px(LOW)
    title.be_low(low, one_line=screen.height() < theme.px(LEAST_HIGH))
    edge, above = (8 if screen.width() < theme.px(NARROW) else 20), (6 if low else 12)
    whole = screen.layout()
    if whole is not None:
        whole.setContentsMargins(theme.px(edge), theme.px(above), theme.px(edge), theme.px(above))


def place_operator(operator: OperatorField, title: TitleRow, card: PaperCard) -> None:
    """Name who types over the paper, and beside the title where the paper is too narrow for it."""
    line: QLayout = title.beside if is_narrow(title.width()) else card.head
    if line.indexOf(operator) < 0:
        line.addWidget(operator)


def record_button() -> QPushButton:
    """Return the button that does what Enter does; it never has the keyboard."""
    button = theme.primary(QPushButton(tr("Record ballot ⏎")))
    button.setObjectName("recordButton")
    button.setAccessibleName(button.text())
    button.setToolTip(button.text())
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


class _EntryRow(QWidget):
    """The line and its button, which says the key alone where there is no room for its words."""

    def __init__(self, line: QWidget, record: QPushButton) -> None:
        super().__init__()
        self._record = record
        row_in(self, (line, 1), record, spacing=12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self._record.accessibleName()
        self._record.setText(whole if event.size().width() >= theme.px(LEAST_WIDE) else whole[-1])


def entry_column(card: QWidget, line: QWidget, record: QPushButton, *below: QWidget) -> QVBoxLayout:
    """Return the paper, the line with its button, and what stands below them."""
    return column_of((card, 1), _EntryRow(line, record), *below)
