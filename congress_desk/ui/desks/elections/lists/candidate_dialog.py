"""The form of a person on the list of an election."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.list_checks import MAX_NAME
from congress_desk.actions.elections.lists import add_candidate, edit_candidate
from congress_desk.domain.elections.election import Candidate, PlannedPost
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.dates import partial_date, vietnamese_date
from congress_desk.errors import Refusal
from congress_desk.i18n import label, tr
from congress_desk.ui.desks.elections.lists.election_view import register
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.register_names import RegisterNames
from congress_desk.ui.widgets.screen_acts import Acts

LONGEST = 500
GENDERS = ("", "nam", "nữ")


class CandidateDialog(FormDialog):
    """Changes one person, or adds person after person until it is closed."""

    def __init__(
        self, acts: Acts, election_id: int, candidate: Candidate | None, parent: QWidget | None
    ) -> None:
        title = tr("Change a person on the list") if candidate else tr("Add people to the list")
        submit = tr("Save the person") if candidate else tr("Add to the list")
        super().__init__(title, submit, parent, acts=acts, leave=tr("Close"))
        self._election_id, self._candidate = election_id, candidate
        self.name = self.add_line(tr("Full name"), "candidateName", longest=MAX_NAME)
        self.born = self.add_line(tr("Born"), "candidateBorn", hint="05/06/1975")
        genders = [(gender or tr("not given"), gender) for gender in GENDERS]
        self.gender = self.add_choice(tr("Gender"), "candidateGender", genders)
        self.role = self.add_line(tr("Office, unit"), "candidateRole", longest=LONGEST)
        self.note = self.add_line(tr("Note"), "candidateNote", longest=LONGEST)
        posts = [(label("planned_post", post.name.casefold()), post.value) for post in PlannedPost]
        self.planned = self.add_choice(tr("Meant to be"), "candidatePlanned", posts)
        self.wrong = {"candidate_name_wrong": self.name, "candidate_twice": self.born}
        if candidate:
            self._show(candidate)
        else:
            self._names = RegisterNames(self.name)
            self._names.person_chosen.connect(self._on_person_chosen)
            acts.session.ask(register, done=self._on_register)
        self.submitted.connect(self._on_submitted)

    def _on_register(self, people: tuple[Person, ...]) -> None:
        self._names.set_people(people)
        if people:
            self.name.setPlaceholderText(tr("type some letters to choose from the register"))

    def _on_person_chosen(self, person: Person) -> None:
        self.born.setText(vietnamese_date(person.born))
        self._choose_gender(person.gender)
        self.role.setText(person.position)
        self.submit.setFocus()

    def _show(self, candidate: Candidate) -> None:
        self.name.setText(candidate.name)
        self.born.setText(vietnamese_date(candidate.born))
        self._choose_gender(candidate.gender)
        self.role.setText(candidate.role)
        self.note.setText(candidate.note)
        self.planned.setCurrentIndex(self.planned.findData(candidate.planned.value))

    def _choose_gender(self, gender: str) -> None:
        if self.gender.findData(gender) < 0:
            self.gender.addItem(gender, gender)
        self.gender.setCurrentIndex(self.gender.findData(gender))

    def _on_submitted(self) -> None:
        born = partial_date(self.born.text()) if self.born.text().strip() else ""
        if born is None:
            words = tr("Type the date as 05/06/1975, 06/1975 or 1975")
            self.refuse_words(words, self.born)
            return
        typed = Candidate(
            id=self._candidate.id if self._candidate else 0,
            name=self.name.text(),
            born=born,
            gender=self.gender.currentData(),
            role=self.role.text(),
            note=self.note.text(),
            planned=PlannedPost(self.planned.currentData()),
            decision_id=self._candidate.decision_id if self._candidate else 0,
        )
        if self._candidate:
            self.run(edit_candidate, typed)
        else:
            self.run(add_candidate, self._election_id, typed)

    def finish(self, value: Any) -> None:
        """Close after a change; after somebody was added, wait for the next one."""
        if isinstance(value, Refusal) or self._candidate:
            super().finish(value)
        else:
            added = value.candidates[-1].name
            self._show(Candidate(name=""))
            self.clear_wrong()
            self.say(
                tr("{name} is on the list, now {count} names", name=added,
                   count=len(value.candidates)),
                "holds",
            )  # fmt: skip
            self.name.setFocus()
