"""The form of a name that the congress lets in after a round: who it is, and who put it forward."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.actions.nomination.later_names import MAX_NAME, add_later_name
from congress_desk.domain.decisions.decision import Decision
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.shares.shares import SHARE_DIGITS
from congress_desk.domain.nomination.nominee import OUTSIDE, Source, Support, support_base
from congress_desk.domain.people.person import Person
from congress_desk.domain.rules.rule_set import VotesBy
from congress_desk.domain.text.dates import partial_date, vietnamese_date
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.decisions.view import AfterView
from congress_desk.ui.desks.elections.decisions.words import support_needed
from congress_desk.ui.desks.elections.lists.candidate_dialog import GENDERS, LONGEST
from congress_desk.ui.desks.elections.lists.election_view import register
from congress_desk.ui.desks.elections.lists.origin_fields import OriginFields
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.inputs.register_names import RegisterNames
from congress_desk.ui.widgets.screen_acts import Acts


class NewNameDialog(FormDialog):
    """Adds a name to the next list; who is not of the committee's list needs support."""

    def __init__(self, acts: Acts, decided: Decision, view: AfterView, parent: QWidget) -> None:
        super().__init__(tr("A new name"), tr("Add to the next list"), parent, acts=acts)
        self._decided, of = decided, support_base(view.rules, view.base)
        shares = view.rules.votes is VotesBy.SHARES
        self.name = self.add_line(tr("Full name"), "laterName", longest=MAX_NAME)
        self.born = self.add_line(tr("Born"), "laterBorn", hint="05/06/1975")
        genders = [(gender or tr("not given"), gender) for gender in GENDERS]
        self.gender = self.add_choice(tr("Gender"), "laterGender", genders)
        self.role = self.add_line(tr("Office, unit"), "laterRole", longest=LONGEST)
        self.origin = OriginFields(self, chosen=Source.DELEGATES)
        titles = (tr("Agree to consider"), tr("Taking part"))
        if shares:
            titles = (tr("Shares that nominate"), tr("All shares"))
        self.agree = self._number(titles[0], "laterAgree")
        self.of = self._number(titles[1], "laterOf", of or None)
        if shares:
            for field in (self.agree, self.of):
                field.take_digits(SHARE_DIGITS)
        if of:
            numbers = {"needed": support_needed(view), "present": of}
            article = view.rules.article("floor_nominee")
            self.tell(
                tr("{needed} of {present} shares must nominate a name; {article}",
                   **numbers, article=article)
                if shares
                else tr("{needed} of {present} must agree to consider a name from the hall;"
                        " {article}", **numbers, article=article),
                "subtitle",
            )  # fmt: skip
        self.note = self.add_line(tr("Note"), "laterNote", longest=LONGEST)
        self._names = RegisterNames(self.name)
        self._names.person_chosen.connect(self._on_person_chosen)
        self.origin.source.currentIndexChanged.connect(self._on_source)
        self.wrong = {
            "": self.name,
            "candidate_twice": self.born,
            "nominator_is_bound": self.origin.by,
            "nominee_without_support": self.agree,
            "nominee_support_short": self.agree,
            "nominee_without_shares": self.agree,
            "support_wrong": self.agree,
        }
        acts.session.ask(register, done=self._on_register)
        self.submitted.connect(self._on_submitted)

    def _number(self, title: str, name: str, value: int | None = None) -> NumberField:
        field = NumberField()
        theme.set_property(field, "compact", False)
        field.setFixedWidth(theme.px(120))
        field.show_saved(value)
        self.add_field(title, field, name)
        return field

    def _on_register(self, people: tuple[Person, ...]) -> None:
        self._names.set_people(people)
        self.origin.set_people(people)

    def _on_person_chosen(self, person: Person) -> None:
        self.born.setText(vietnamese_date(person.born))
        self.gender.setCurrentIndex(max(self.gender.findData(person.gender), 0))
        self.role.setText(person.position)
        self.origin.source.setFocus()

    def _on_source(self) -> None:
        """Ask for support of whoever is not of the committee's list alone."""
        for field in (self.agree, self.of):
            field.setEnabled(self._is_outside)

    @property
    def _is_outside(self) -> bool:
        return self.origin.origin.source in OUTSIDE

    def _on_submitted(self) -> None:
        born = partial_date(self.born.text()) if self.born.text().strip() else ""
        if born is None:
            self.refuse_words(tr("Type a date such as 05/06/1975, or only the year"), self.born)
            return
        candidate = Candidate(
            name=self.name.text(),
            born=born,
            gender=self.gender.currentData(),
            role=self.role.text(),
            note=self.note.text(),
        )
        agree, of = self.agree.value(), self.of.value()
        support = Support(number=agree, of=of) if agree is not None and of else None
        self.run(
            add_later_name,
            self._decided.id,
            candidate,
            origin=self.origin.origin,
            support=support if self._is_outside else None,
        )
