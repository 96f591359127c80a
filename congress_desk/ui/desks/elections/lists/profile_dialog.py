"""The profile (trích ngang) of a candidate: who of the register it is, and what the list tells."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.profiles import MOST, clear_profile, set_profile
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.dates import partial_date, vietnamese_date
from congress_desk.i18n import label, tr
from congress_desk.queries.elections.profiles import CandidateLink
from congress_desk.ui.desks.elections.lists.election_view import register
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.inputs.register_names import RegisterNames
from congress_desk.ui.widgets.screen_acts import Acts

NOBODY = 0
_DATES = ("joined", "official_on")
_INCUMBENT = ("", "re_elected", "first")


def field_titles() -> dict[str, str]:
    """Return the fields of a profile with their titles, in the order of the paper."""
    return {
        "hometown": tr("Home town"),
        "ethnic": tr("Ethnic group"),
        "religion": tr("Religion"),
        "delegation": tr("Unit"),
        "schooling": tr("Schooling"),
        "degree": tr("Professional degree"),
        "theory": tr("Political theory"),
        "language": tr("Foreign languages"),
        "joined": tr("Joined"),
        "official_on": tr("Official member on"),
    }


class ProfileDialog(FormDialog):
    """Links a candidate to one person of the register; fields that are filled go before it."""

    def __init__(self, acts: Acts, link: CandidateLink, parent: QWidget | None) -> None:
        title = tr("Profile of {name}", name=link.candidate.name)
        super().__init__(title, tr("Save the profile"), parent, acts=acts)
        self._link = link
        self._people: dict[int, Person] = {}
        self._sentence = self.tell("", "subtitle")
        self.person = self.add_choice(tr("Linked to"), "profilePerson")
        self.other = self.add_line(
            tr("Somebody else there"),
            "profileOther",
            hint=tr("type some letters to choose from the register"),
        )
        self.fields = {
            name: self.add_line(words, f"profile_{name}", longest=MOST)
            for name, words in field_titles().items()
        }
        self.incumbent = self.add_choice(tr("Re-elected"), "profileIncumbent")
        self._names = RegisterNames(self.other)
        self._names.person_chosen.connect(self._on_person_found)
        self._fill(link)
        self._add_forget(link)
        self.person.activated.connect(self._on_person_chosen)
        acts.session.ask(register, done=self._names.set_people)
        self.submitted.connect(self._on_submitted)

    def _fill(self, link: CandidateLink) -> None:
        self.person.addItem(tr("nobody: only what is written below"), NOBODY)
        for person in (*link.namesakes, *((link.linked,) if link.linked else ())):
            self._offer(person)
        self.person.setCurrentIndex(self.person.findData(link.linked.id if link.linked else NOBODY))
        for name, field in self.fields.items():
            value = getattr(link.own, name)
            field.setText(vietnamese_date(value) if name in _DATES else value)
        for code in _INCUMBENT:
            self.incumbent.addItem(label("incumbent", code) if code else "", code)
        self.incumbent.setCurrentIndex(self.incumbent.findData(link.own.incumbent))
        self._on_person_chosen()

    def _offer(self, person: Person) -> None:
        if person.id not in self._people:
            self._people[person.id] = person
            self.person.addItem(person_words(person), person.id)

    def _on_person_found(self, person: Person) -> None:
        self._offer(person)
        self.person.setCurrentIndex(self.person.findData(person.id))
        self._on_person_chosen()
        self.fields["hometown"].setFocus()

    def _on_person_chosen(self) -> None:
        """Show in every empty field what the register tells there."""
        chosen = self._people.get(self.person.currentData())
        for name, field in self.fields.items():
            registered = getattr(chosen, name) if chosen else ""
            field.setPlaceholderText(vietnamese_date(registered) if name in _DATES else registered)
        registered = chosen.incumbent if chosen else ""
        nothing = (
            tr("as on the register: {what}", what=label("incumbent", registered))
            if registered
            else ""
        )
        self.incumbent.setItemText(0, nothing or tr("not given"))
        self._sentence.setText(_sentence(self._link, chosen))

    def _add_forget(self, link: CandidateLink) -> None:
        if not link.by_hand:
            return
        forget = make_button(
            tr("Remove this profile; the register is used again"), self._on_forget,
            name="forgetProfile", role="link",
        )  # fmt: skip
        self.form.addRow("", forget)

    def _on_forget(self) -> None:
        self.run(clear_profile, self._link.candidate.id)

    def _on_submitted(self) -> None:
        typed: dict[str, Any] = {name: field.text() for name, field in self.fields.items()}
        for name in _DATES:
            date = partial_date(typed[name]) if typed[name].strip() else ""
            if date is None:
                words = tr("Type the date as 05/06/1975, 06/1975 or 1975")
                self.refuse_words(words, self.fields[name])
                return
            typed[name] = date
        self.run(
            set_profile,
            self._link.candidate.id,
            person_id=self.person.currentData() or None,
            profile=replace(self._link.own, **typed, incumbent=self.incumbent.currentData()),
        )


def person_words(person: Person) -> str:
    """Return who a person of the register is: name, birth date, delegation, code."""
    parts = (person.name, vietnamese_date(person.born), person.delegation, person.code)
    return " · ".join(part for part in parts if part)


def _sentence(link: CandidateLink, chosen: Person | None) -> str:
    if chosen is None and len(link.namesakes) > 1:
        return tr("{count} people of the register have this name: choose by the date of birth.",
                  count=len(link.namesakes))  # fmt: skip
    if chosen is None:
        return tr("Nobody of the register is meant: write the profile below.")
    return tr("An empty field is filled from the register, as shown in it.")
