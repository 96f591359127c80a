"""Forms about one name: nominate somebody, record support, replace a counter."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.duties.board import replace_counter
from congress_desk.actions.elections.list_checks import MAX_NAME
from congress_desk.actions.nomination.names import (
    nominate,
    record_support,
    say_source,
)
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.shares.shares import SHARE_DIGITS
from congress_desk.domain.nomination.nominee import Nominee, Source
from congress_desk.domain.people.person import Person
from congress_desk.domain.rules.rule_set import VotesBy
from congress_desk.domain.rules.threshold import Compare, share_text
from congress_desk.domain.text.dates import partial_date, vietnamese_date
from congress_desk.errors import Refusal
from congress_desk.i18n import grouped, tr
from congress_desk.queries.nomination import NominationView
from congress_desk.ui.desks.elections.lists.candidate_dialog import GENDERS, LONGEST
from congress_desk.ui.desks.elections.lists.election_view import register
from congress_desk.ui.desks.elections.lists.origin_fields import OriginFields
from congress_desk.ui.desks.elections.vote_lines import number_line
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.number_field import DIGITS
from congress_desk.ui.widgets.inputs.register_names import RegisterNames
from congress_desk.ui.widgets.screen_acts import Acts


class NomineeDialog(FormDialog):
    """Puts person after person forward until it is closed."""

    def __init__(self, acts: Acts, view: NominationView, parent: QWidget) -> None:
        super().__init__(tr("Nominate"), tr("Put forward"), parent, acts=acts, leave=tr("Close"))
        self._view, self._election_id = view, view.facts.election.id
        self.name = self.add_line(tr("Full name"), "nomineeName", longest=MAX_NAME)
        self.born = self.add_line(tr("Born"), "nomineeBorn", hint="05/06/1975")
        genders = [(gender or tr("not given"), gender) for gender in GENDERS]
        self.gender = self.add_choice(tr("Gender"), "nomineeGender", genders)
        self.role = self.add_line(tr("Office, unit"), "nomineeRole", longest=LONGEST)
        self.origin = OriginFields(self, chosen=Source.DELEGATES)
        self._names = RegisterNames(self.name)
        self._names.person_chosen.connect(self._on_person_chosen)
        self.wrong = {
            "candidate_name_wrong": self.name,
            "candidate_twice": self.name,
            "candidate_is_counter": self.name,
            "nominator_is_bound": self.origin.by,
        }
        acts.session.ask(register, done=self._on_register)
        self.submitted.connect(self._on_submitted)

    def _on_register(self, people: tuple[Person, ...]) -> None:
        self._names.set_people(people)
        self.origin.set_people(people)

    def _on_person_chosen(self, person: Person) -> None:
        self.born.setText(vietnamese_date(person.born))
        if self.gender.findData(person.gender) >= 0:
            self.gender.setCurrentIndex(self.gender.findData(person.gender))
        self.role.setText(person.position)
        self.origin.source.setFocus()

    def _on_submitted(self) -> None:
        born = partial_date(self.born.text()) if self.born.text().strip() else ""
        if born is None:
            self.refuse_words(tr("Type the date as 05/06/1975, 06/1975 or 1975"), self.born)
            return
        typed = Candidate(
            name=self.name.text(),
            born=born,
            gender=self.gender.currentData(),
            role=self.role.text(),
        )
        self.run(nominate, self._election_id, [typed], self.origin.origin)

    def finish(self, value: Any) -> None:
        """Wait for the next name after one was put forward; a counter is replaced first."""
        if isinstance(value, Refusal):
            super().finish(value)
            if value.first.code == "candidate_is_counter":
                leaving = str(value.first.params["name"])
                counter = CounterDialog(self.acts, self._view, self, leaving=leaving)
                counter.saved.connect(self._on_submitted)
                counter.open()
            return
        added = self.name.text()
        for line in (self.name, self.born, self.role):
            line.clear()
        self.clear_wrong()
        self.say(tr("{name} is put forward", name=added), "holds")
        self.name.setFocus()


class SourceDialog(FormDialog):
    """Says where names come from that are in the file already."""

    def __init__(
        self, acts: Acts, view: NominationView, names: tuple[Nominee, ...], parent: QWidget
    ) -> None:
        super().__init__(tr("Where do these names come from?"), tr("Say the source"), parent,
                         acts=acts)  # fmt: skip
        self._ids = [nominee.candidate.id for nominee in names]
        self._election_id = view.facts.election.id
        if len(names) == 1:
            self.tell(names[0].candidate.name, "strong")
        else:
            self.tell(tr("{count} names", count=len(names)), "strong")
        first = names[0].source
        self.origin = OriginFields(self, chosen=first or Source.COMMITTEE)
        self.wrong = {"": self.origin.by}
        acts.session.ask(register, done=self.origin.set_people)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.run(say_source, self._election_id, self._ids, self.origin.origin)


class SupportDialog(FormDialog):
    """Records by a show of hands how many agree to consider a name."""

    def __init__(self, acts: Acts, view: NominationView, nominee: Nominee, parent: QWidget) -> None:
        rules = view.facts.rules
        shares = rules.votes is VotesBy.SHARES
        title = tr("Support by shares") if shares else tr("Support by a show of hands")
        super().__init__(title, tr("Record the support"), parent, acts=acts)
        self._nominee = nominee
        self.tell(nominee.candidate.name, "strong")
        share, article = share_text(rules.floor_nominee_support), rules.article("floor_nominee")
        if shares:
            needed = tr("Holders of {number} of the {total} shares have to nominate — {article}",
                        number=grouped(rules.floor_support.needed(view.support_of)),
                        total=grouped(view.support_of), article=article)  # fmt: skip
        elif rules.floor_nominee_compare is Compare.MORE:
            needed = tr("More than {share} of those taking part have to agree — {article}",
                      share=share, article=article)  # fmt: skip
        else:
            needed = tr("At least {share} of those taking part have to agree — {article}",
                      share=share, article=article)  # fmt: skip
        self.tell(needed)
        titles = (tr("Agree"), tr("Taking part"))
        if shares:
            titles = (tr("Shares that nominate"), tr("All shares"))
        digits = SHARE_DIGITS if shares else DIGITS
        self.agree = number_line(self, titles[0], "supportAgree", digits=digits)
        self.of = number_line(self, titles[1], "supportOf", view.support_of or None, digits=digits)
        self.wrong = {"": self.agree}
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        agree = self.agree.value()
        if agree is None:
            self.refuse_words(tr("Type how many agree"), self.agree)
            return
        number = self._nominee.candidate.id
        self.run(record_support, number, in_favour=agree, of=self.of.value() or 0)


class CounterDialog(FormDialog):
    """Replaces somebody of the counting board who is on the list it counts, or is `leaving` it."""

    def __init__(
        self, acts: Acts, view: NominationView, parent: QWidget, *, leaving: str = ""
    ) -> None:
        super().__init__(tr("Replace a counter"), tr("Replace"), parent, acts=acts)
        facts = view.facts
        listed = {duty.id for duty in facts.counters_listed}
        board = sorted(facts.board, key=lambda duty: duty.id not in listed)
        choices = [(duty.name, duty.id) for duty in board]
        self.leaving = self.add_choice(tr("Who leaves the board"), "counterLeaves", choices)
        self.name = self.add_line(tr("Who comes in"), "counterName", longest=MAX_NAME)
        self.reason = self.add_line(tr("Reason"), "counterReason")
        if leaving:
            self.leaving.setCurrentIndex(max(self.leaving.findText(leaving), 0))
            self.reason.setText(tr("stands in this election"))
        elif listed:
            self.reason.setText(tr("is on the list of this election"))
        self._person = 0
        self._names = RegisterNames(self.name)
        self._names.person_chosen.connect(self._on_person)
        self.name.textEdited.connect(self._on_typed)
        self.name.setFocus()
        self.wrong = {"": self.name, "reason_missing": self.reason}
        acts.session.ask(register, done=self._names.set_people)
        self.submitted.connect(self._on_submitted)

    def _on_person(self, person: Person) -> None:
        self._person = person.id

    def _on_typed(self) -> None:
        self._person = 0

    def _on_submitted(self) -> None:
        self.run(
            replace_counter,
            self.leaving.currentData(),
            name=self.name.text(),
            person_id=self._person,
            reason=self.reason.text(),
        )
