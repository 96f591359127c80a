"""Where things stand on the check-in desk: the head of the page, and the side of the door."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import button_row
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, row_of

DOOR_WIDTH = 180


def head_of(door: QWidget, sound: QWidget) -> QHBoxLayout:
    """Return the title with what is to do here, the name of the door and the switch of sounds."""
    title = column_of(
        theme.heading(tr("Check-in")),
        theme.subtitle(
            tr(
                "Scan each card; the answer says who may come in. {key} undoes the last.",
                key=use_name("undo"),
            )
        ),
        spacing=2,
    )
    words = QLabel(tr("Door"))
    words.setBuddy(door)
    door.setFixedWidth(theme.px(DOOR_WIDTH))
    return row_of((title, 1), button_row(words, door, sound))


def door_side(above: Sequence[QWidget], passages: QWidget, lists: Sequence[QWidget]) -> QWidget:
    """Return the side of the door: `above` the last passages, and the buttons of lists below."""
    side = QWidget()
    column = column_in(side, *above, theme.caption(tr("Last passages")), (passages, 1))
    below = QWidget()
    row = FlowLayout(below)
    for button in lists:
        row.addWidget(button)
    column.addWidget(below)
    return side
