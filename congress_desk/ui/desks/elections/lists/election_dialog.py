"""The form of an election: its code, what is elected, and how many."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from congress_desk.actions.elections.lists import add_election, edit_election
from congress_desk.domain.elections.election import Election
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts

LONGEST_CODE, LONGEST_TITLE, MOST_SEATS = 40, 500, 999


class ElectionDialog(FormDialog):
    """Adds an election, or changes title and seats of one; closes when that is done."""

    def __init__(self, acts: Acts, election: Election | None, parent: QWidget | None) -> None:
        title = tr("Change the election") if election else tr("Add an election")
        submit = tr("Save the election") if election else tr("Add the election")
        super().__init__(title, submit, tr("Leave it as it was"), parent)
        self._acts, self._election = acts, election
        self.code, self.title, self.seats = QLineEdit(), QLineEdit(), QSpinBox()
        self.code.setMaxLength(LONGEST_CODE)
        self.code.setPlaceholderText(tr("short, such as BCH"))
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setPlaceholderText(tr("such as Executive Committee, term 2025 - 2030"))
        self.seats.setRange(1, MOST_SEATS)
        self.seats.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.add_field(tr("Election code"), self.code, "electionCode")
        self.add_field(tr("What is elected"), self.title, "electionTitle")
        self.add_field(tr("Seats to fill"), self.seats, "electionSeats")
        if election:
            self.code.setText(election.code)
            self.code.setReadOnly(True)
            self.title.setText(election.title)
            self.seats.setValue(election.seats)
            self.title.setFocus()
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.say("", "wrong")
        title, seats = self.title.text(), self.seats.value()
        if self._election is None:
            self._acts.run(add_election, self.code.text(), title, seats, done=self._on_done)
        else:
            found = self._election.id
            self._acts.run(edit_election, found, title=title, seats=seats, done=self._on_done)

    def _on_done(self, value: Any) -> None:
        if not isinstance(value, Refusal):
            self.accept()
            return
        fields: dict[str, QWidget] = {
            "election_code_missing": self.code,
            "election_code_twice": self.code,
            "election_title_missing": self.title,
            "election_seats_wrong": self.seats,
            "election_has_rounds": self.seats,
        }
        self.refuse(value, fields.get(value.first.code))
