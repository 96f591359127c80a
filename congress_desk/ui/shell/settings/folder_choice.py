"""A folder that is chosen, or left to its usual place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import row_in


class FolderChoice(QWidget):
    """`chosen` carries the folder as a text, "" for `usual`, which says in words where that is."""

    chosen = Signal(str)

    def __init__(self, messages: Messages, name: str, title: str, folder: str, usual: str) -> None:
        super().__init__()
        self._messages, self._title, self._usual = messages, title, usual
        self.said = ElidedLabel(gives_way=True)
        self.choose = make_button(tr("Choose…"), self._on_choose, name=f"{name}Choose")
        self.clear = make_button(tr("Use the default"), self._on_clear, name=f"{name}Usual")
        self.choose.setAccessibleDescription(title)
        self.clear.setAccessibleDescription(title)
        row_in(self, (self.said, 1), self.clear, self.choose)
        self.setFocusProxy(self.choose)
        self.show_folder(folder)

    def show_folder(self, folder: str) -> None:
        """Say which folder is chosen."""
        self.said.set_whole(folder or self._usual)
        theme.set_tone(self.said, "" if folder else "muted")
        self.clear.setVisible(bool(folder))

    def _on_choose(self) -> None:
        self._messages.choose_folder(self.window(), self._title, self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        self.show_folder(str(folder))
        self.chosen.emit(str(folder))

    def _on_clear(self) -> None:
        self.show_folder("")
        self.choose.setFocus()
        self.chosen.emit("")
