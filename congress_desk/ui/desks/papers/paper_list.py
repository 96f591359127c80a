"""The list of papers on the papers desk: titles over as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from congress_desk.i18n import tr
from congress_desk.papers.elections import COUNTING_MINUTES
from congress_desk.papers.paper import CARDS, Paper
from congress_desk.ui.desk import PaperWish
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.soft_wrap import whole_terms

_WIDTH, _WIDTH_MOST, _PADDING = 340, 420, 76


class PaperList(QListWidget):
    """Shows papers; its rows emit nothing while it is filled."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paperList")
        self.setAccessibleName(tr("Documents"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(list_width())
        self._papers: tuple[Paper, ...] = ()
        theme.changed.connect(self._on_theme_changed)

    def show_papers(self, papers: Sequence[Paper], row: int) -> None:
        """Show papers and choose one of them."""
        self._papers = tuple(papers)
        self.setIconSize(icons.spaced_size())
        with QSignalBlocker(self):
            self.clear()
            for paper in papers:
                self.addItem(self._item(paper))
            self.setCurrentRow(min(row, len(papers) - 1))

    def _on_theme_changed(self) -> None:
        self.setFixedWidth(list_width())
        self.show_papers(self._papers, self.currentRow())

    def _item(self, paper: Paper) -> QListWidgetItem:
        title = whole_terms(paper.title)
        item = QListWidgetItem(title)
        # Qt forgets the padding of the style sheet when it works out where long titles break.
        room = QRect(0, 0, list_width() - theme.px(_PADDING), theme.px(400))
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, title)
        item.setSizeHint(QSize(0, words.height() + theme.px(18)))
        name = "file-spreadsheet" if paper.is_workbook else "file-text"
        item.setIcon(icons.icon(name, "accent", spaced=True))
        item.setToolTip(paper.file_name)
        return item

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The choices below take room when they appear: the chosen paper stays in view.
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())


def list_width() -> int:
    """Return the width of the column beside the preview in pixels."""
    return min(theme.px(_WIDTH), _WIDTH_MOST)


def is_wished(paper: Paper, wish: PaperWish) -> bool:
    """Say whether a paper is the one another desk asked for."""
    if wish.round_id:
        # A round has papers after its minutes too: it is asked for by these, unless said.
        return (paper.round_id, paper.kind) == (wish.round_id, wish.kind or COUNTING_MINUTES)
    if wish.election_id and paper.election_id != wish.election_id:
        return False
    if wish.part and paper.part != wish.part:
        return False
    return paper.kind == (CARDS if wish.people else wish.kind)
