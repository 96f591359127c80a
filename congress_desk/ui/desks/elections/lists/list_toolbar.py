"""The buttons over the list of an election; which of them are there depends on its state."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.lists.election_view import ElectionView
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.flow_layout import FlowLayout


class ListToolbar(QWidget):
    """Each button calls the act of its name in `acts`."""

    def __init__(
        self, acts: dict[str, Callable[[], object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._row = FlowLayout(self)
        self.add = self._button("add", tr("Add people…"), "plus", "Insert")
        self.edit = self._button("edit", tr("Change…"), "pencil", "F2, Enter")
        self.remove = self._button("remove", tr("Take off…"), "trash-2", "Delete")
        self.up = self._arrow("up", tr("Up"), "arrow-up", "Alt+↑")
        self.down = self._arrow("down", tr("Down"), "arrow-down", "Alt+↓")
        self.sort = self._button(
            "sort",
            tr("Sort by given name"),
            "arrow-down-a-z",
            tr("In the order of the rules: given name, middle, family"),
        )
        self.fix = self._button(
            "fix", tr("Fix the list…"), "lock", tr("Before ballots are printed")
        )
        self.unfix = self._button("unfix", tr("Open the list again"), "lock-open", "")
        self.profile = self._button(
            "profile",
            tr("Profile…"),
            "file-text",
            tr("Who of the register it is, and what the list tells (F4)"),
        )

    def show_for(self, view: ElectionView) -> None:
        """Show what can be done with this list."""
        open_list, names = not view.election.frozen, len(view.election.candidates)
        for button in (self.add, self.edit, self.remove, self.fix):
            button.setVisible(open_list and names > 0)
        for button in (self.up, self.down, self.sort):
            button.setVisible(open_list and names > 1)
        self.unfix.setVisible(view.election.frozen and not view.held)
        self.setVisible(names > 0)

    def _arrow(self, act: str, words: str, icon: str, key: str) -> QPushButton:
        arrow = self._button(act, "", icon, f"{words} ({key})")
        arrow.setAccessibleName(words)
        return arrow

    def _button(self, act: str, text: str, icon: str, tip: str) -> QPushButton:
        button = make_button(text, self._acts[act], icon=icon, tip=tip, name=f"{act}Candidate")
        self._row.addWidget(button)
        return button
