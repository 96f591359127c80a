"""Beside the list: what the rules say of it, and the rounds of the election."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from congress_desk.domain.elections.findings import Severity
from congress_desk.domain.elections.round import RoundState
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.election_screen import round_place, screen_place
from congress_desk.ui.desks.elections.lists.election_view import ElectionView, RoundLine
from congress_desk.ui.desks.elections.lists.stages import round_sign, round_words
from congress_desk.ui.desks.elections.lists.words import (
    finding_words,
    kind_words,
    papers_words,
)
from congress_desk.ui.look import theme
from congress_desk.ui.parts.structure.lines import StructureLines
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in, column_of
from congress_desk.ui.widgets.layout.pages import clear_layout
from congress_desk.ui.widgets.state_row import StateRow

_TONES = {Severity.ERROR: "wrong", Severity.WARNING: "look", Severity.INFO: "accent"}


class ElectionSide(QWidget):
    """`place_wanted` carries where a round or its issue register is seen.

    `cancel_wanted` carries a round to be cancelled, `structure_wanted` asks for every figure of the
    list's structure.
    """

    place_wanted = Signal(object)
    cancel_wanted = Signal(object)
    structure_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rules, self._rounds = QVBoxLayout(), QVBoxLayout()
        layout = column_in(self, theme.section(tr("What the rules say")), self._rules)
        layout.addSpacing(theme.px(16))
        self.structure = StructureLines()
        self.structure.wanted.connect(self.structure_wanted)
        layout.addWidget(self.structure)
        layout.addSpacing(theme.px(16))
        layout.addWidget(theme.section(tr("Ballot papers")))
        self._papers = StateRow()
        layout.addWidget(self._papers)
        self._papers_button = QHBoxLayout()
        layout.addLayout(self._papers_button)
        layout.addSpacing(theme.px(16))
        layout.addWidget(theme.section(tr("Rounds")))
        layout.addLayout(self._rounds)
        self._appointment = QHBoxLayout()
        layout.addLayout(self._appointment)
        layout.addStretch(1)

    def add_appointment(self, button: QPushButton) -> None:
        """Put the button that records an appointment by the superior under the rounds."""
        self._appointment.addWidget(button)
        self._appointment.addStretch(1)

    def add_ballots(self, button: QPushButton) -> None:
        """Put the button that shows the ballot papers under what is known of them."""
        self._papers_button.addWidget(button)
        self._papers_button.addStretch(1)

    def show_view(self, view: ElectionView) -> None:
        """Show findings and rounds of an election."""
        clear_layout(self._rules)
        clear_layout(self._rounds)
        self._rules.addWidget(theme.subtitle(tr("Kind: {kind}", kind=kind_words(view.election))))
        self.structure.show_view(view.structure)
        self._papers.show_state(*papers_words(view.ballots))
        findings = view.findings if view.election.candidates else ()
        for finding in findings:
            row = StateRow()
            row.show_state(_TONES[finding.severity], finding_words(finding))
            self._rules.addWidget(row)
        if not findings:
            self._rules.addWidget(self._no_findings(view))
        for line in view.rounds:
            self._rounds.addLayout(self._round_row(line))
        if not view.rounds:
            self._rounds.addWidget(theme.subtitle(tr("No round has been opened yet.")))

    def _no_findings(self, view: ElectionView) -> QWidget:
        if not view.election.candidates:
            return theme.subtitle(tr("The list is checked as soon as somebody is on it."))
        row = StateRow()
        if not view.surplus.has_rules(view.rules):
            row.show_state("holds", tr("The rules ask for no surplus of this kind of election"))
            return row
        words = tr("The list follows the rules — {article}", article=view.rules.article("surplus"))
        row.show_state("holds", words)
        return row

    def _round_row(self, line: RoundLine) -> QVBoxLayout:
        number, sign, state = line.round.number, round_sign(line), StateRow()
        state.show_state(sign.tone, round_words(line))
        name = tr("Round {number}", number=number)
        if line.round.is_recount:
            name = tr("Recount of round {number}", number=number)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        if line.round.state is RoundState.CANCELLED:
            row.addWidget(theme.caption(name))
        else:
            row.addWidget(
                make_button(
                    name,
                    partial(self.place_wanted.emit, round_place(line.round)),
                    role="link",
                    icon="chevron-right",
                    name=f"round{number}",
                )
            )
        row.addWidget(state, 1, Qt.AlignmentFlag.AlignVCenter)
        return column_of(row, self._round_links(line), spacing=0)

    def _round_links(self, line: RoundLine) -> QHBoxLayout:
        """Return what else there is of a round, under it: its issue register, its cancelling."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        if line.round.state is not RoundState.CANCELLED and not line.round.is_recount:
            row.addWidget(
                make_button(
                    tr("Issue register"),
                    partial(self.place_wanted.emit, screen_place("issue", line.round.id)),
                    role="link",
                    name=f"issueRegister{line.round.number}",
                    tip=tr("Papers handed out, the box, what came back"),
                )
            )
        if line.round.state is RoundState.COUNTING:
            row.addWidget(
                make_button(
                    tr("Cancel…"),
                    lambda: self.cancel_wanted.emit(line),
                    role="link",
                    name="cancelRound",
                    tip=tr("For a round that was opened in error"),
                )
            )
        row.addStretch(1)
        return row
