"""The right side of the desk: the preview, what the hall sees now, and the queue."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from congress_desk.i18n import tr
from congress_desk.reports.hall.page import HallPage
from congress_desk.reports.hall.page_layout import WIDE
from congress_desk.ui.desks.projector.words import queue_columns
from congress_desk.ui.look import theme
from congress_desk.ui.parts.hall.painter import painted
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.layout.layouts import column_in, row_of

LEAST = 200
_QUEUE_ROWS, _SEEN = 2, 200


class HallSide(QWidget):
    """Three parts under each other, each with its caption."""

    def __init__(self) -> None:
        super().__init__()
        self.preview = PagePicture(tr("Preview"), "hallPreview")
        self.seen = PagePicture(tr("The hall sees"), "hallSeen")
        self.about_preview, self.about_seen = QLabel(), QLabel()
        self.queue = DataTable(
            "hallQueue", tr("Queue"), RecordTableModel(queue_columns()), long=(0,)
        )
        self.queue.show_at_least(_QUEUE_ROWS)
        layout = column_in(self, spacing=4)
        for about in (self.about_preview, self.about_seen):
            about.setWordWrap(True)
            theme.set_tone(about, "muted")
        self.seen.setMaximumWidth(theme.px(_SEEN))
        now = row_of((self.seen, 2), (self.about_seen, 1), spacing=12)
        layout.addWidget(theme.caption(tr("Preview")))
        layout.addWidget(self.preview)
        layout.addWidget(self.about_preview)
        layout.addWidget(theme.caption(tr("The hall sees")))
        layout.addLayout(now)
        layout.addWidget(self.queue, 1)


class PagePicture(QWidget):
    """Shows one page; without one it says `words` why."""

    def __init__(self, title: str, object_name: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self._title = title
        self.page: HallPage | None = None
        self.words = ""
        self._picture: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(theme.px(LEAST))
        self.show_page(None)

    def show_page(self, page: HallPage | None, words: str = "") -> None:
        """Show a page, or say why there is none."""
        if page == self.page and words == self.words and self._picture is not None:
            return
        self.page, self.words, self._picture = page, words, None
        self.setAccessibleName(self._title)
        said = " ".join(mark.text for mark in page.texts) if page else words
        self.setAccessibleDescription(said or tr("The emblem"))
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.update()

    def heightForWidth(self, width: int) -> int:
        return round(width * 1000 / (self.page.width if self.page else WIDE))

    def sizeHint(self) -> QSize:
        width = theme.px(LEAST * 2)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.page is None:
            painter.fillRect(self.rect(), theme.colour("ground"))
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.font())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            inside = self.rect().adjusted(*[theme.px(12)] * 2, *[-theme.px(12)] * 2)
            painter.drawText(inside, int(flags), self.words)
        else:
            ratio = self.devicePixelRatioF()
            if self._picture is None:
                wide, high = round(self.width() * ratio), round(self.height() * ratio)
                self._picture = painted(self.page, wide, high)
                self._picture.setDevicePixelRatio(ratio)
            painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(QColor(theme.colour("line")), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
