"""What is to be looked at in the programme; Enter or a click goes to the item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from congress_desk.domain.agenda.checks import AgendaWarning
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.look import icons, theme


class WarningsList(QWidget):
    """`wanted` carries the id of the item to go to."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[int, str], ...] = ()
        self.title = theme.caption(tr("To review"))
        self.calm = QLabel(tr("Nothing to review: the programme is consistent"))
        self.calm.setWordWrap(True)
        theme.set_tone(self.calm, "holds")
        self.list = QListWidget()
        self.list.setObjectName("agendaWarnings")
        self.list.setAccessibleName(tr("To review"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.title)
        column.addWidget(self.calm)
        column.addWidget(self.list, 1)
        theme.changed.connect(self._draw)

    def show_warnings(self, warnings: Sequence[AgendaWarning], numbers: dict[int, str]) -> None:
        """Show these warnings; `numbers` are those of the items by their id."""
        shown = tuple((w.item_id, _sentence(w, numbers)) for w in warnings)
        if shown != self._shown:
            self._shown = shown
            self._draw()

    def _draw(self) -> None:
        self.list.clear()
        self.list.setIconSize(QSize(theme.px(16), theme.px(16)))
        for item_id, words in self._shown:
            line = QListWidgetItem(icons.icon("triangle-alert", "look", 16), words)
            line.setData(Qt.ItemDataRole.UserRole, item_id)
            self.list.addItem(line)
        count = len(self._shown)
        self.title.setText(tr("To review ({count})", count=count) if count else tr("To review"))
        self.list.setVisible(bool(count))
        self.calm.setVisible(not count)

    def _on_chosen(self, line: QListWidgetItem) -> None:
        self.wanted.emit(int(line.data(Qt.ItemDataRole.UserRole)))


def _sentence(warning: AgendaWarning, numbers: dict[int, str]) -> str:
    number = numbers.get(warning.item_id, "")
    sentence = problem_text(warning.problem)
    return f"{number.rstrip('.')} · {sentence}" if number else sentence
