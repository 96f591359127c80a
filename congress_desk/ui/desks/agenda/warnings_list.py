"""What is to be looked at in the programme; Enter or a click goes to the item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from congress_desk.domain.agenda.checks import AgendaWarning
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.layouts import column_in

BESIDE_WORDS, ABOVE_WORDS = 24, 8
UNBOUNDED = 10_000


class _Sentences(QListWidget):
    """As high as its sentences are at the width it gets."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Give each line the height of its words: the style sheet's own sum forgets its padding."""
        metrics = self.fontMetrics()
        width = self.viewport().width() - self.iconSize().width() - theme.px(BESIDE_WORDS)
        for place in range(self.count()):
            line = self.item(place)
            room = QRect(0, 0, max(width, 1), UNBOUNDED)
            high = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, line.text()).height()
            line.setSizeHint(QSize(0, high + theme.px(ABOVE_WORDS)))
        self.doItemsLayout()
        self.updateGeometry()


class WarningsList(QWidget):
    """`wanted` carries the id of the item to go to."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[int, str], ...] = ()
        self.title = theme.caption(tr("To review"))
        self.calm = theme.label(
            tr("Nothing to review: the programme is consistent"), tone="holds", wrap=True
        )
        self.list = _Sentences()
        self.list.setObjectName("agendaWarnings")
        self.list.setAccessibleName(tr("To review"))
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        column_in(self, self.title, self.calm, (self.list, 1), spacing=6)
        theme.changed.connect(self._draw)

    def show_warnings(self, warnings: Sequence[AgendaWarning], numbers: dict[int, str]) -> None:
        """Show these warnings; `numbers` are those of the items by their id."""
        shown = tuple((w.item_id, _sentence(w, numbers)) for w in warnings)
        if shown != self._shown:
            self._shown = shown
            self._draw()

    def _draw(self) -> None:
        self.list.clear()
        self.list.setIconSize(icons.spaced_size(16))
        for item_id, words in self._shown:
            line = QListWidgetItem(icons.icon("triangle-alert", "look", 16, spaced=True), words)
            line.setData(Qt.ItemDataRole.UserRole, item_id)
            self.list.addItem(line)
        self.list.fit()
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
