"""The line of steps over an election: what is done, what is missing, and a jump to each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from congress_desk.domain.nomination.steps import NominationStep, Stop, first_missing
from congress_desk.i18n import label, tr
from congress_desk.ui.desks.elections.lists.words import (
    SIGNS,
    step_name,
    step_sentence,
    step_tip,
)
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.layouts import column_in


class StepsLine(QWidget):
    """`chosen` carries the step to go to; a congress that records none sees one quiet link.

    `page_wanted` asks for the page of the steps.
    """

    chosen = Signal(object)
    page_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.quiet = make_button(
            tr("Steps before the ballot…"),
            self.page_wanted.emit,
            name="beforeBallot",
            role="link",
            icon="list-checks",
            tip=tr(
                "Number, nominations, opinion poll, list, board: for a congress that records these"
                " steps; a plain list works without them"
            ),
        )
        self._stops = QWidget()
        flow = FlowLayout(self._stops, spacing=4, line_gap=0)
        self.buttons = {stop: self._button(stop) for stop in Stop}
        for button in self.buttons.values():
            flow.addWidget(button)
        self.missing = theme.subtitle()
        column_in(self, self.quiet, self._stops, self.missing, spacing=2)
        self.steps: tuple[NominationStep, ...] = ()
        theme.changed.connect(self._draw)

    def show_steps(self, steps: tuple[NominationStep, ...], *, recorded: bool) -> None:
        """Show how each step stands, and the first that is missing with its article."""
        self.steps = steps
        self.quiet.setVisible(not recorded)
        self._stops.setVisible(recorded)
        missing = first_missing(steps) if recorded else None
        self.missing.setVisible(missing is not None)
        if missing is not None:
            self.missing.setText(tr("Missing: {what}", what=step_tip(missing)))
        self._draw()

    def _draw(self) -> None:
        for step in self.steps:
            button, sign = self.buttons[step.stop], SIGNS[step.state]
            icons.set_icon(button, sign.icon, sign.tone, 16)
            button.setToolTip(step_tip(step))
            state = label("nomination_stop_state", step.state.value)
            button.setAccessibleName(f"{step_name(step.stop)}: {state}")
            button.setAccessibleDescription(step_sentence(step))

    def _button(self, stop: Stop) -> QPushButton:
        act = partial(self.chosen.emit, stop)
        return make_button(step_name(stop), act, name=f"step_{stop.value}", role="link",
                           icon="circle")  # fmt: skip
