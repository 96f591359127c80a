"""The buttons over the programme."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.flow_layout import FlowLayout


class AgendaToolbar(QWidget):
    """Each button calls the act of its name in `acts`."""

    def __init__(
        self, acts: Mapping[str, Callable[[], object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._row = FlowLayout(self)
        self._add("add", tr("Add an item"), "plus", "Insert")
        self._of_item = [
            self._add("copy", tr("Double"), "copy", "Ctrl+D"),
            self._add("remove", tr("Leave out…"), "trash-2", "Delete"),
            self._add("up", "", "arrow-up", tr("Up (Alt+↑)")),
            self._add("down", "", "arrow-down", tr("Down (Alt+↓)")),
            self._add("outdent", "", "chevron-left", tr("Out of its item (Alt+←)")),
            self._add("indent", "", "chevron-right", tr("Into the item above (Alt+→)")),
        ]
        self._add("template", tr("Take over a programme…"), "layers", "F4")
        self._add("recognise", tr("Recognise kinds"), "search", recognise_tip())
        self._add("undo", tr("Undo"), "undo-2", "Ctrl+Z")

    def show_for(self, *, item: bool) -> None:
        """Say whether an item is chosen."""
        for button in self._of_item:
            button.setEnabled(item)

    def _add(self, act: str, text: str, icon: str, tip: str) -> QPushButton:
        button = make_button(text, self._acts[act], name=f"{act}Item", icon=icon, tip=tip)
        if not text:
            button.setAccessibleName(tip)
        self._row.addWidget(button)
        return button


def recognise_tip() -> str:
    """Return what recognising does."""
    return tr("Reads kind, election and motion of each item off its words; what is set stays")
