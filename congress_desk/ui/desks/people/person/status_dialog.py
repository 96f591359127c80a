"""Changing the status of people: what it does to D is shown before it is confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.actions.people.statuses import set_status
from congress_desk.domain.congress import Congress
from congress_desk.domain.people.person import BaseSum, CongressKind, Person, Status
from congress_desk.domain.people.register import needs_reason
from congress_desk.i18n import label, tr
from congress_desk.queries.people import what_if
from congress_desk.ui.desks.people.people_words import names_text
from congress_desk.ui.desks.people.person.what_if_panel import WhatIfPanel
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.person_choice import choice_text
from congress_desk.ui.widgets.screen_acts import Acts

_OF_MEMBERS = (Status.ELSEWHERE, Status.EXEMPT_NOT_PRESENT)


class StatusDialog(FormDialog):
    """Sets one status for the people it was opened for, with a reason where the rules want one."""

    def __init__(
        self,
        acts: Acts,
        people: Sequence[Person],
        congress: Congress,
        parent: QWidget | None,
    ) -> None:
        super().__init__(tr("Change the status"), tr("Change the status"), parent, acts=acts)
        self._people = tuple(people)
        self.what_if = WhatIfPanel(congress.rules)
        self.form.addRow(tr("Who"), _names_label(self._people))
        offered = [
            (label("status", s.value), s)
            for s in offered_statuses(congress.details.kind, self._people)
        ]
        self.status = self.add_choice(tr("Status"), "statusField", offered)
        self.reason = self.add_line(tr("Reason"), "reasonField")
        self.wrong = {"status_needs_reason": self.reason}
        self.form.addRow(self.what_if)
        self._show_current()
        self.status.currentIndexChanged.connect(self._on_chosen)
        self.submitted.connect(self._on_submitted)
        self._on_chosen()

    @property
    def chosen(self) -> Status:
        return Status(self.status.currentData())

    @property
    def reason_needed(self) -> bool:
        """Say whether the change of anybody here must be explained."""
        return any(needs_reason(person.status, self.chosen) for person in self._people)

    def _show_current(self) -> None:
        """Offer first what is most likely: the other of present and absent."""
        first = self._people[0].status
        likely = Status.ABSENT if first is Status.PRESENT else Status.PRESENT
        self.status.setCurrentIndex(max(self.status.findData(likely), 0))

    def _on_chosen(self) -> None:
        hint = tr("needed: this status touches D") if self.reason_needed else tr("not needed")
        self.reason.setPlaceholderText(hint)
        self.clear_wrong()
        self.say("", "wrong")
        changes = {person.id: self.chosen for person in self._people}
        self.acts.session.ask(what_if, changes, done=self._on_sums)

    def _on_sums(self, found: tuple[BaseSum, BaseSum]) -> None:
        self.what_if.show_sums(found)
        self.say("", "wrong")

    def _on_submitted(self) -> None:
        if self.reason_needed and not self.reason.text().strip():
            self.refuse_words(tr("Write why: the reason is kept in the journal."), self.reason)
            return
        ids = [person.id for person in self._people]
        self.run(set_status, ids, self.chosen, reason=self.reason.text())


def offered_statuses(kind: CongressKind, people: Sequence[Person]) -> list[Status]:
    """Return the statuses that fit this kind of congress; a seat taken over has its own act."""
    held = {person.status for person in people}
    left_out = {Status.REPLACED}
    if kind is CongressKind.DELEGATES:
        left_out |= set(_OF_MEMBERS) - held
    else:
        left_out |= {Status.ABSENT_THROUGHOUT_NO_ALTERNATE} - held
    return [status for status in Status if status not in left_out]


def _names_label(people: Sequence[Person]) -> QLabel:
    # One person is named with code and delegation: there may be another of the same name.
    made = theme.label(
        choice_text(people[0]) if len(people) == 1 else names_text(people), "strong", wrap=True
    )
    made.setMinimumHeight(theme.px(30))
    return made
