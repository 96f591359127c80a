"""The form of an election: its code, what is elected, of what kind, and how many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.lists import add_election, edit_election
from congress_desk.domain.elections.election import Election
from congress_desk.domain.rules.election_kind import ElectionKind, kind_meant
from congress_desk.i18n import label, tr
from congress_desk.queries.elections.lists import elections
from congress_desk.ui.records.forms.form_dialog import FormDialog, choice
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts

LONGEST_CODE, LONGEST_TITLE, MOST_SEATS = 40, 500, 999


class ElectionDialog(FormDialog):
    """Adds an election, or changes title and seats of one; closes when that is done."""

    def __init__(self, acts: Acts, election: Election | None, parent: QWidget | None) -> None:
        title = tr("Change the election") if election else tr("Add an election")
        submit = tr("Save the election") if election else tr("Add the election")
        super().__init__(title, submit, parent, acts=acts)
        self._election = election
        self.code = self.add_line(
            tr("Election code"), "electionCode", hint=tr("short, such as BCH"), longest=LONGEST_CODE
        )
        self.title = self.add_line(
            tr("What is elected"),
            "electionTitle",
            hint=tr("such as Executive Committee, term 2025 - 2030"),
            longest=LONGEST_TITLE,
        )
        self.seats = WholeNumber()
        self.seats.setRange(1, MOST_SEATS)
        self.seats.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.add_field(tr("Seats to fill"), self.seats, "electionSeats")
        self.kind = ChoiceBox()
        self.kind.addItem("", None)
        for kind in ElectionKind:
            words = label("election_kind", kind.value)
            self.kind.addItem(words[:1].upper() + words[1:], kind)
        self.title.textChanged.connect(self._say_what_the_title_tells)
        self.kind.currentIndexChanged.connect(self._say_what_the_title_tells)
        self.add_field(tr("Kind of election"), self.kind, "electionKind")
        self.alternates = WholeNumber()
        self.alternates.setRange(0, MOST_SEATS)
        self.alternates.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.add_field(tr("Alternates beside them"), self.alternates, "electionAlternates")
        self.among = choice([(tr("anybody on the list"), 0)])
        self.add_field(tr("Who may stand"), self.among, "electionAmong")
        acts.session.ask(elections, done=self._on_elections)
        if election:
            self.code.setText(election.code)
            self.code.setReadOnly(True)
            self.title.setText(election.title)
            self.seats.setValue(election.seats)
            self.alternates.setValue(election.alternates)
            if election.kind_said:
                self.kind.setCurrentIndex(self.kind.findData(election.kind))
            self.title.setFocus()
        self.wrong = {
            "election_code_missing": self.code,
            "election_code_twice": self.code,
            "election_title_missing": self.title,
            "election_seats_wrong": self.seats,
            "election_has_rounds": self.seats,
            "election_alternates_wrong": self.alternates,
            "election_among_unknown": self.among,
            "election_among_circle": self.among,
        }
        self.submitted.connect(self._on_submitted)
        self._say_what_the_title_tells()

    def _on_elections(self, found: tuple[Election, ...]) -> None:
        """Offer those elected in another election as the only ones who may stand."""
        own = self._election.id if self._election else 0
        for other in found:
            if other.id != own:
                self.among.addItem(tr("the elected of: {title}", title=other.title), other.id)
        if self._election:
            self.among.setCurrentIndex(max(self.among.findData(self._election.among_id), 0))

    def _say_what_the_title_tells(self) -> None:
        """Name in the first choice the kind that is taken when nobody chooses one.

        Alternates are asked for where delegates are elected.
        """
        kind = kind_meant(self.title.text())
        meant = label("election_kind", kind.value)
        self.kind.setItemText(0, tr("As the title says: {kind}", kind=meant))
        delegates = (self.kind.currentData() or kind) == ElectionKind.DELEGATES
        self.form.setRowVisible(self.alternates, delegates or self.alternates.value() > 0)

    def _on_submitted(self) -> None:
        title, seats, kind = self.title.text(), self.seats.value(), self.kind.currentData()
        posts = {"alternates": self.alternates.value(), "among_id": self.among.currentData()}
        if self._election is None:
            self.run(add_election, self.code.text(), title, seats, kind=kind, **posts)
        else:
            self.run(edit_election, self._election.id, title=title, seats=seats, kind=kind, **posts)
