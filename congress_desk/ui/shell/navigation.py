"""The list of desks at the left: in groups, each with its keys, found by its first letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from congress_desk.domain.text.clean_text import without_accents
from congress_desk.i18n import tr
from congress_desk.keys.uses import desk_key
from congress_desk.ui.desks import DeskEntry
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.navigation_badge import GAP, GROUP_ROLE, BadgeDelegate

# Lines that do not fit even at their least scroll, and then need not stand so close.
LINE, LEAST_LINE, SCROLLED_LINE = 36, 20, 28


class Navigation(QListWidget):
    """Typing letters goes to the next desk that begins so, with accents or without."""

    def __init__(self, entries: Sequence[DeskEntry]) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self.setObjectName("navigation")
        self.setAccessibleName(tr("Desks"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = BadgeDelegate(self)
        self.setItemDelegate(self._lines)
        for row, entry in enumerate(self._entries):
            item = QListWidgetItem(tr(entry.title))
            item.setToolTip(f"{tr(entry.title)} ({desk_key(row)})")
            item.setData(GROUP_ROLE, entry.begins_group)
            self.addItem(item)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def row_of(self, key: str) -> int:
        """Return the place of the desk of this key; ValueError when there is none."""
        return [entry.key for entry in self._entries].index(key)

    def show_icons_alone(self, alone: bool) -> None:
        """Show each desk by its icon; its name is the tip, and what the first letters find."""
        if alone != self._lines.icons_alone:
            self._lines.icons_alone = alone
            self.scheduleDelayedItemsLayout()
            self.viewport().update()

    def show_in_bold(self, row: int) -> None:
        """Show one desk as the one in use."""
        for place in range(self.count()):
            font = self.font()
            font.setBold(place == row)
            self.item(place).setFont(font)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next desk that begins with a letter; typed quickly, letters are a word."""
        wanted = _plain(search)
        begins_anew = len(wanted) == 1
        count, row = self.count(), self.currentRow()
        first = row + 1 if begins_anew else row
        for place in (*range(first, count), *range(first)):
            if wanted and _plain(self.item(place).text()).startswith(wanted):
                self.setCurrentRow(place)
                return

    def _on_theme_changed(self) -> None:
        self.setIconSize(QSize(theme.px(18), theme.px(18)))
        for row, entry in enumerate(self._entries):
            self.item(row).setIcon(icons.icon(entry.icon_name))
        self._fit()

    def _fit(self) -> None:
        """Let the lines stand closer where the window is too low for them."""
        gaps = sum(entry.begins_group for entry in self._entries) * theme.px(GAP)
        room = (self.viewport().height() - gaps) // max(self.count(), 1)
        least = theme.px(LEAST_LINE if room >= theme.px(LEAST_LINE) else SCROLLED_LINE)
        self._lines.line_height = min(theme.px(LINE), max(room, least))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _plain(text: str) -> str:
    return without_accents(text).casefold()
