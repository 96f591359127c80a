"""The files opened lately, in the menu, and the line that forgets them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from congress_desk.i18n import tr
from congress_desk.settings import SettingsStore


class RecentMenu(QObject):
    """Filled when shown, newest first; `chosen` carries a path, `forgotten` that they went."""

    chosen = Signal(object)
    forgotten = Signal()

    def __init__(self, menu: QMenu, settings: SettingsStore) -> None:
        super().__init__(menu)
        self._menu, self._settings = menu, settings
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        paths = self._settings.values.recent
        self._menu.clear()
        for path in paths:
            action = self._menu.addAction(Path(path).name.replace("&", "&&"))
            action.setToolTip(path)
            action.triggered.connect(lambda _=False, path=path: self.chosen.emit(Path(path)))
        self._menu.addSeparator()
        self._menu.addAction(tr("Forget these files")).triggered.connect(self._forget)
        self._menu.setEnabled(bool(paths))

    def _forget(self) -> None:
        self._settings.change(recent=())
        self.forgotten.emit()
