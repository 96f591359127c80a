"""What the commands of the way to the ballot open: forms about a name, a poll, a vote."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.nomination.names import leave_off, put_on_list, take_out
from congress_desk.actions.nomination.polls import cancel_poll
from congress_desk.domain.nomination.nominee import Nominee, Source
from congress_desk.domain.nomination.opinion_poll import OpinionPoll
from congress_desk.i18n import tr
from congress_desk.queries.nomination import NominationView
from congress_desk.ui.desks.elections.lists.many_candidates_dialog import ManyCandidatesDialog
from congress_desk.ui.desks.elections.nomination.name_forms import (
    CounterDialog,
    NomineeDialog,
    SourceDialog,
    SupportDialog,
)
from congress_desk.ui.desks.elections.nomination.poll_forms import PollCountDialog, PollDialog
from congress_desk.ui.desks.elections.nomination.vote_form import (
    ListVoteDialog,
    NumberDialog,
    WithdrawalDialog,
)
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.widgets.screen_acts import Acts

Done = Callable[[Any], object]


class NominationForms:
    """Opens each form over `page` for what is shown there; `done` gets what an act returned."""

    def __init__(self, acts: Acts, messages: Messages, page: QWidget, done: Done) -> None:
        self._acts, self._messages, self._page, self._done = acts, messages, page, done

    def number(self, view: NominationView) -> None:
        """Vote on number and structure."""
        NumberDialog(self._acts, view, self._page).open()

    def nominate(self, view: NominationView) -> None:
        """Put somebody forward."""
        NomineeDialog(self._acts, view, self._page).open()

    def many(self, view: NominationView) -> None:
        """Put many names forward at once, of the committee where nothing else is chosen."""
        ManyCandidatesDialog(
            self._acts,
            view.facts.election,
            self._page,
            source=Source.COMMITTEE,
            there=view.facts.nominees,
        ).open()

    def source(self, view: NominationView, names: tuple[Nominee, ...]) -> None:
        """Say where names come from."""
        if names:
            SourceDialog(self._acts, view, names, self._page).open()

    def support(self, view: NominationView, nominee: Nominee) -> None:
        """Record the support of a name by a show of hands."""
        SupportDialog(self._acts, view, nominee, self._page).open()

    def put(self, view: NominationView, nominee: Nominee) -> None:
        """Put a name on the list."""
        election, ids = view.facts.election.id, [nominee.candidate.id]
        self._acts.run(put_on_list, election, ids, done=self._done)

    def leave(self, nominee: Nominee) -> None:
        """Say why a name is not put on the list."""
        ReasonDialog(
            self._acts,
            tr("Not on the list: {name}", name=nominee.candidate.name),
            tr("The name stays in the papers with the reason."),
            tr("Leave off"),
            leave_off,
            nominee.candidate.id,
            parent=self._page,
        ).open()

    def withdraw(self, view: NominationView, nominee: Nominee) -> None:
        """Record a wish to withdraw and its vote."""
        WithdrawalDialog(self._acts, view, nominee, self._page).open()

    def remove(self, nominee: Nominee) -> None:
        """Take a name out that was typed by mistake, after a question."""

        def answered(yes: bool) -> None:
            if yes:
                self._acts.run(take_out, nominee.candidate.id, done=self._done)

        self._messages.ask(
            self._page,
            tr("Take {name} out?", name=nominee.candidate.name),
            tr("Only for a name that was typed by mistake; the journal keeps it."),
            tr("Take out"),
            answered,
            danger=True,
        )

    def poll(self, view: NominationView, waiting: OpinionPoll | None) -> None:
        """Record the count of the poll that waits, or prepare one."""
        if waiting is not None:
            PollCountDialog(self._acts, waiting, self._page).open()
        else:
            PollDialog(self._acts, view, self._page).open()

    def cancel_poll(self, waiting: OpinionPoll) -> None:
        """Cancel the poll that waits for its count."""
        ReasonDialog(
            self._acts,
            tr("Cancel opinion poll {number}?", number=waiting.number),
            tr("It stays in the file and counts no more; another can be prepared."),
            tr("Cancel the poll"),
            cancel_poll,
            waiting.id,
            leave=tr("Keep the poll"),
            danger=True,
            parent=self._page,
        ).open()

    def vote_list(self, view: NominationView) -> None:
        """Vote on number and list."""
        ListVoteDialog(self._acts, view, self._page, board=False).open()

    def board(self, view: NominationView) -> None:
        """Replace a counter who is on the list, else vote on the board."""
        if view.facts.counters_listed:
            CounterDialog(self._acts, view, self._page).open()
        else:
            ListVoteDialog(self._acts, view, self._page, board=True).open()
