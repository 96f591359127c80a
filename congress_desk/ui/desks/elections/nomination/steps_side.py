"""Beside the names: every step with its sentence and article, and the command that does it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from congress_desk.domain.nomination.steps import NominationStep, Stop, StopState
from congress_desk.i18n import article_said, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.lists.words import (
    COMMANDS,
    SIGNS,
    step_name,
    step_sentence,
)
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import command_button, make_button
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.state_row import StateRow


class StepsSide(QWidget):
    """A row a step; its button is the command of the page, refused as that is.

    Where nobody said who nominated the names on the list, that is asked instead: `source_wanted`.
    """

    source_wanted = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.rows = {stop: StateRow() for stop in Stop}
        self.buttons: dict[Stop, QPushButton] = {
            stop: command_button(commands, name, name=f"do_{stop.value}", role="link")
            for stop, name in COMMANDS.items()
        }
        self.source = make_button(
            tr("Say the source…"),
            self.source_wanted.emit,
            name="do_source_of_list",
            icon="pencil",
            role="link",
        )
        layout = column_in(self, spacing=2)
        for place, stop in enumerate(Stop, start=1):
            layout.addWidget(theme.caption(f"{place}. {step_name(stop)}"))
            layout.addWidget(self.rows[stop])
            layout.addWidget(self.buttons[stop])
            if stop is Stop.COMMITTEE_LIST:
                layout.addWidget(self.source)
            layout.addSpacing(theme.px(6))

    def show_steps(self, steps: tuple[NominationStep, ...]) -> None:
        """Show how each step stands; what is done or not needed keeps a quieter row."""
        for step in steps:
            sentence = step_sentence(step)
            article = article_said(step.article)
            words = f"{sentence} — {article}" if article else sentence
            self.rows[step.stop].show_state(SIGNS[step.state].tone, words, article)
            unsaid = step.code == "committee_list_unknown"
            self.buttons[step.stop].setVisible(step.state is not StopState.DONE and not unsaid)
            if step.stop is Stop.COMMITTEE_LIST:
                self.source.setVisible(unsaid)

    def button_of(self, stop: Stop) -> QPushButton:
        """Return the button that does a step as it stands now."""
        to_source = stop is Stop.COMMITTEE_LIST and not self.source.isHidden()
        return self.source if to_source else self.buttons[stop]
