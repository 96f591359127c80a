"""Help beside the page: what the place in use is for, and on the other tab every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from congress_desk.help.why import Why
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.commands import add_part_keys, add_use
from congress_desk.ui.look import icons, theme
from congress_desk.ui.shell.help.help_browser import CONTENTS
from congress_desk.ui.shell.help.help_reader import HelpReader
from congress_desk.ui.shell.help.keys_page import keys_page, places_first
from congress_desk.ui.shell.help.saved_pages import save_page
from congress_desk.ui.shell.help.topic import refused_at, topic_here
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.layouts import column_in

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow

WIDTH = 480
NAME = "helpDrawer"


class HelpDrawer(QFrame):
    """Stands at the right of its window, as high as it is; scrolls by itself. Esc closes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before = QApplication.focusWidget()
        self.setObjectName(NAME)
        self.setAccessibleName(tr("Help"))
        self.setProperty("role", "drawer")
        self.reader = HelpReader()
        self.reader.print_wanted.connect(lambda name: save_page(window, name))
        self.keys = _keys_area(places_first(window))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Parts of this page"))
        self._lay_out()
        window.installEventFilter(self)
        window.language_changed.connect(self.close)
        add_use(self, "back", self.close)

    @staticmethod
    def switch(window: MainWindow, *, keys: bool = False) -> None:
        """Show the help of the place in use, or all keys; close what is shown."""
        shown = shown_drawer(window)
        if shown is None:
            refused = None if keys else refused_at(window, QApplication.widgetAt(QCursor.pos()))
            topic, why = refused or (topic_here(window), None)
            HelpDrawer(window).open(topic, keys=keys, why=why)
        elif keys and shown.tabs.currentWidget() is shown.reader:
            shown.tabs.setCurrentIndex(1)
        else:
            shown.close()

    @staticmethod
    def show_topic(window: MainWindow, topic: str, why: Why | None = None) -> None:
        """Show the help about a place or a command, in the drawer that is there or a new one."""
        (shown_drawer(window) or HelpDrawer(window)).open(topic, why=why)

    @staticmethod
    def show_page(window: MainWindow, address: str) -> None:
        """Show a page or a section, "counting#declare"; "" is the list of all pages."""
        (shown_drawer(window) or HelpDrawer(window)).open(address=address or CONTENTS)

    def open(
        self, topic: str = "", *, address: str = "", keys: bool = False, why: Why | None = None
    ) -> None:
        """Show what explains a place or a command, or an address; the arrow keys scroll."""
        self._fit()
        self.show()
        self.raise_()
        if topic:
            self.reader.show_topic(topic, why)
        else:
            self.reader.browser.show_section(address)
        self.tabs.setCurrentIndex(1 if keys else 0)
        self._take_keyboard()

    def close(self) -> bool:
        """Go away, the keyboard back where it was."""
        holder = QApplication.focusWidget()
        mine = holder is None or self.isAncestorOf(holder)
        self.setObjectName("")
        self.hide()
        self._window.removeEventFilter(self)
        before = self._before
        if mine and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()
        return True

    def _take_keyboard(self) -> None:
        if self.tabs.currentIndex() == 0:
            self.reader.take_keyboard()
        else:
            self.keys.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        bar = self._window.menuBar().height()
        width = min(theme.px(WIDTH), self._window.width() - theme.px(32))
        self.setGeometry(self._window.width() - width, bar, width, self._window.height() - bar)

    def _lay_out(self) -> None:
        close = QToolButton()
        close.setAccessibleName(tr("Close"))
        close.setToolTip(f"{tr('Close')} ({use_name('help')}, {use_name('back')})")
        icons.set_icon(close, "x")
        close.clicked.connect(self.close)
        self.tabs.setDocumentMode(True)
        self.tabs.setCornerWidget(close)
        self.tabs.addTab(self.reader, tr("Help"))
        self.tabs.addTab(self._keys_tab(), tr("Keys"))
        add_part_keys(self, self.tabs.tabBar(), self._show_tab)
        column_in(self, (self.tabs, 1), spacing=None, margins=(20, 8, 12, 12))

    def _show_tab(self, place: int) -> None:
        self.tabs.setCurrentIndex(place)
        self._take_keyboard()

    def _keys_tab(self) -> QWidget:
        foot = QHBoxLayout()
        foot.addWidget(command_button(self._window.commands, "print_keys", name="printKeys"))
        foot.addStretch(1)
        found = theme.label(
            tr("{key} finds what has no key", key=use_name("palette")), tone="muted"
        )
        foot.addWidget(found)
        page = QWidget()
        column_in(page, (self.keys, 1), foot, margins=(0, 8, 0, 0))
        return page

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)


def shown_drawer(window: MainWindow) -> HelpDrawer | None:
    """Return the drawer of a window while it is shown."""
    found = window.findChild(HelpDrawer, NAME)
    return found if found is not None and found.isVisible() else None


def _keys_area(places: tuple[str, ...]) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(tr("Keys"))
    area.setWidget(keys_page(places))
    return area
