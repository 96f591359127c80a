"""Everything the preview says of one row, each thing in lines of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.desks.people.importing.preview.preview_row import (
    PreviewRow,
    RowKind,
    Tell,
    TellKind,
)
from congress_desk.ui.desks.people.importing.preview.preview_words import kind_word
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import clear_layout, scrolling

_TONES = {TellKind.PROBLEM: "wrong", TellKind.NOTE: "look", TellKind.KEPT: "muted"}


class RowDetails(QWidget):
    """Shows a row, or says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rowDetails")
        self.setAccessibleName(tr("The row in full"))
        page = QWidget()
        self._lines = column_in(page, spacing=2, margins=(0, 0, 8, 0))
        area: QScrollArea = scrolling(page)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column_in(self, area, spacing=None)

    @property
    def text(self) -> str:
        """Return all that is shown, line by line."""
        items = (self._lines.itemAt(i) for i in range(self._lines.count()))
        labels = (item.widget() for item in items if item and item.widget())
        return "\n".join(label.text() for label in labels if isinstance(label, QLabel))

    def show_row(self, row: PreviewRow | None) -> None:
        """Show a row; None empties the place."""
        clear_layout(self._lines)
        if row is None:
            self.setAccessibleDescription("")
            return
        self._add_head(row)
        for tell in row.tells:
            self._add_tell(tell)
        self._lines.addStretch(1)
        self.setAccessibleDescription(self.text)

    def _add_head(self, row: PreviewRow) -> None:
        place = tr("Row {row}", row=row.place) if row.row else tr("In the register")
        words = kind_word(row.kind)
        self._add(words if row.kind is RowKind.LIST else f"{place} · {words}", tone="muted")
        if row.name:
            self._add(row.name, role="section")
        self._lines.addSpacing(theme.px(8))

    def _add_tell(self, tell: Tell) -> None:
        if tell.is_over:
            self._lines.addSpacing(theme.px(4))
            self._add(_change_title(tell), role="caption")
            self._add(tell.before or tr("(empty)"), tone="muted")
            self._add("→ " + (tell.text or tr("(empty)")), role="strong")
        else:
            self._add(tell.line, tone=_TONES.get(tell.kind, ""))

    def _add(self, words: str, *, role: str = "", tone: str = "") -> None:
        label = QLabel(
            words, wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
        )
        label.setProperty("role", role)
        label.setProperty("tone", tone)
        self._lines.addWidget(label)


def _change_title(tell: Tell) -> str:
    match tell.kind:
        case TellKind.CONVERTED:
            return tr("{field}, from an old font", field=tell.field)
        case TellKind.CASED:
            return tr("{field}, out of capitals", field=tell.field)
    return tell.field
