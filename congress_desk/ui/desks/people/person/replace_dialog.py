"""An alternate takes a delegate's seat, or the delegate gets it back: D is shown before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.actions.people.statuses import replace_delegate, restore_delegate
from congress_desk.domain.people.person import VOTING_KINDS, BaseSum, Person, PersonKind, Status
from congress_desk.i18n import tr
from congress_desk.queries.people import what_if, what_if_replaced
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.desks.people.person.what_if_panel import WhatIfPanel
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.widgets.inputs.person_choice import PersonChoice
from congress_desk.ui.widgets.screen_acts import Acts


class ReplaceDialog(FormDialog):
    """Chooses a delegate, an alternate and the reason; confirmed only with all three."""

    def __init__(
        self, acts: Acts, view: PeopleView, chosen: Person | None, parent: QWidget | None
    ) -> None:
        title = tr("An alternate replaces a delegate")
        super().__init__(title, tr("Replace the delegate"), parent, acts=acts)
        self.delegate = PersonChoice(p for p in view.people if _can_be_replaced(view, p))
        self.alternate = PersonChoice(p for p in view.people if _can_replace(p))
        self.what_if = WhatIfPanel(view.congress.rules)
        self.what_if.hide()
        self.add_field(tr("Delegate"), self.delegate, "delegateField")
        self.add_field(tr("Alternate"), self.alternate, "alternateField")
        self.reason = self.add_line(tr("Reason"), "reasonField")
        self.form.addRow(self.what_if)
        for field in (self.delegate, self.alternate):
            field.chosen_changed.connect(self._on_chosen)
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)
        if chosen is not None:
            field = self.alternate if _can_replace(chosen) else self.delegate
            field.choose(chosen.id)
            self._start(self.delegate if field is self.alternate else self.alternate)

    def _start(self, field: QWidget) -> None:
        field.setFocus()

    def _on_chosen(self) -> None:
        delegate, alternate = self.delegate.chosen, self.alternate.chosen
        if delegate and alternate:
            self.acts.session.ask(what_if_replaced, delegate.id, alternate.id, done=self._on_sums)
        else:
            self.what_if.hide()

    def _on_sums(self, found: tuple[BaseSum, BaseSum]) -> None:
        self.what_if.show_sums(found)
        self.what_if.show()
        self.fit()

    def _on_submitted(self) -> None:
        delegate, alternate = self.delegate.chosen, self.alternate.chosen
        if delegate is None:
            self.refuse_words(tr("Choose the delegate who is away."), self.delegate)
        elif alternate is None:
            self.refuse_words(tr("Choose the alternate who takes the seat."), self.alternate)
        elif not self.reason.text().strip():
            self.refuse_words(tr("Write why: the reason is kept in the journal."), self.reason)
        else:
            self.run(replace_delegate, delegate.id, alternate.id, reason=self.reason.text())


class RestoreDialog(ReasonDialog):
    """Gives a delegate the seat back that an alternate had."""

    def __init__(
        self, acts: Acts, view: PeopleView, delegate: Person, parent: QWidget | None
    ) -> None:
        super().__init__(
            acts,
            tr("Give the delegate the seat back"),
            _restored_words(delegate, view.alternate_of(delegate)),
            tr("Give the seat back"),
            restore_delegate,
            delegate.id,
            parent=parent,
        )
        self.what_if = WhatIfPanel(view.congress.rules)
        self.form.addRow(self.what_if)
        acts.session.ask(what_if, {delegate.id: Status.ABSENT}, done=self._on_sums)

    def _on_sums(self, found: tuple[BaseSum, BaseSum]) -> None:
        self.what_if.show_sums(found)
        self.fit()


def _restored_words(delegate: Person, alternate: Person | None) -> str:
    if alternate is None:
        return tr(
            "{delegate} has a vote again and is noted as absent until checked in.",
            delegate=delegate.name,
        )
    return tr(
        "{delegate} has a vote again and is noted as absent until checked in;"
        " {alternate} has none any more.",
        delegate=delegate.name,
        alternate=alternate.name,
    )


def delegate_to_restore(view: PeopleView, person: Person) -> Person | None:
    """Return the delegate whose seat an act on this person would give back, None without one."""
    if person.status is Status.REPLACED:
        return person
    return view.person(person.replaces) if person.replaces else None


def _can_be_replaced(view: PeopleView, person: Person) -> bool:
    if person.kind not in VOTING_KINDS or person.status in (Status.PRESENT, Status.SUSPENDED):
        return False
    return person.status is not Status.REPLACED or view.alternate_of(person) is None


def _can_replace(person: Person) -> bool:
    free = person.kind is PersonKind.ALTERNATE and not person.replaces
    return free and person.status in (Status.PRESENT, Status.ABSENT)
