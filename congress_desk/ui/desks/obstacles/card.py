"""Beside the list: one obstacle with all that is known of it, and what can be done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.obstacles import ObstacleState, is_in_the_way
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.desks.obstacles.fields import card_facts
from congress_desk.ui.desks.obstacles.words import (
    GRAVITY_SIGNS,
    ObstacleRow,
    gravity_words,
    state_sign,
    state_words,
)
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.record_facts import RecordFacts
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.flow_layout import flowing
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.soft_wrap import breakable


class ObstacleCard(QWidget):
    """`answer_wanted`, `resolve_wanted` and `reopen_wanted` are its buttons."""

    answer_wanted = Signal()
    resolve_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.gravity, self.state = theme.pill(), theme.pill()
        self.what = theme.section()
        self.what.setObjectName("obstacleTitle")
        self.what.setWordWrap(True)
        self.what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = RecordFacts("card")
        self.answer = make_button(
            tr("Answer…"), self.answer_wanted.emit, name="answerObstacle", tip=use_name("go_on")
        )
        self.resolve = make_button(
            tr("Resolved"),
            self.resolve_wanted.emit,
            name="resolveObstacle",
            icon="check",
            tip=use_name("tick"),
        )
        self.reopen = make_button(
            tr("Reopen…"), self.reopen_wanted.emit, name="reopenObstacle", icon="rotate-ccw"
        )
        self._lay_out()

    def show_row(self, row: ObstacleRow, now: datetime) -> None:
        """Show an obstacle as it stands at `now`; what is not known of it is left out."""
        found = row.obstacle
        self.what.setText(breakable(found.what))
        self.gravity.setText(gravity_words(found.gravity))
        theme.set_tone(self.gravity, GRAVITY_SIGNS[found.gravity].tone)
        self.state.setText(state_words(found))
        theme.set_tone(self.state, state_sign(row).tone)
        self.facts.show_record(card_facts(now), row)
        self.resolve.setVisible(is_in_the_way(found))
        self.reopen.setVisible(found.state is not ObstacleState.OPEN)

    def _lay_out(self) -> None:
        content = QWidget()
        column = column_in(content, spacing=12, margins=(0, 0, 8, 0))
        pills = row_of(self.gravity, self.state, None)
        column.addLayout(pills)
        column.addWidget(self.what)
        column.addWidget(self.facts)
        column.addStretch(1)
        buttons = flowing(self.answer, self.resolve, self.reopen)
        column_in(self, (scrolling(content), 1), buttons)
