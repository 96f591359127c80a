"""The right side of the desk: the preview, what the hall sees now, and the queue."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.desks.projector.page_picture import PagePicture
from congress_desk.ui.desks.projector.words import queue_columns
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.layout.layouts import column_in, row_of

_QUEUE_ROWS, _SEEN = 2, 240


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
