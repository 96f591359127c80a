"""Where things stand at the check-in desk: line and answer at the left, the hall at the right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import button_row
from congress_desk.ui.widgets.flow_layout import FlowLayout
from congress_desk.ui.widgets.scrolled import scrolled
from congress_desk.ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from congress_desk.ui.desks.checkin.desk import CheckInDesk

DOOR_WIDTH = 180
SIDE_WIDTH = 340


def lay_out(desk: CheckInDesk) -> None:
    """Put the parts of the desk in their places, the line first in the order of Tab."""
    desk.answer.addWidget(desk.card)
    desk.answer.addWidget(desk.choices)
    desk.answer.setFixedHeight(desk.card.height())
    page = QVBoxLayout(desk)
    page.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
    page.setSpacing(theme.px(8))
    page.addLayout(_head(desk))
    page.addWidget(desk.notice)
    sides = SideBySide(_door_side(desk), desk.presence, side_width=SIDE_WIDTH, room=720)
    page.addWidget(scrolled(sides), 1)
    in_order: tuple[QWidget, ...] = (
        desk.entry,
        desk.mode.switch,
        desk.card.change,
        desk.passages,
        desk.signed_list,
        desk.export,
        desk.merge,
        desk.presence.table,
        desk.presence.names,
        desk.door,
        desk.sound,
    )
    for before, after in pairwise(in_order):
        QWidget.setTabOrder(before, after)


def _head(desk: CheckInDesk) -> QHBoxLayout:
    title = QVBoxLayout()
    title.setSpacing(theme.px(2))
    title.addWidget(theme.heading(tr("Check-in")))
    title.addWidget(
        theme.subtitle(
            tr("Scan each card; the answer says who may come in. Ctrl+Z undoes the last.")
        )
    )
    door = QLabel(tr("Door"))
    door.setBuddy(desk.door)
    desk.door.setFixedWidth(theme.px(DOOR_WIDTH))
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addLayout(title, 1)
    row.addLayout(button_row(door, desk.door, desk.sound))
    return row


def _door_side(desk: CheckInDesk) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    column.addWidget(desk.mode)
    column.addWidget(desk.entry)
    column.addWidget(desk.answer)
    column.addWidget(theme.caption(tr("Last passages")))
    column.addWidget(desk.passages, 1)
    lists = QWidget()
    row = FlowLayout(lists)
    for button in (desk.signed_list, desk.export, desk.merge):
        row.addWidget(button)
    column.addWidget(lists)
    return side
