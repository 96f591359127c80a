"""Forms that put a matter of the way to the ballot to the vote, with the hands or without them."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.actions.elections.list_checks import MAX_SEATS
from congress_desk.actions.nomination.votes import (
    Vote,
    ask_withdrawal,
    vote_board,
    vote_list,
    vote_number,
)
from congress_desk.domain.nomination.nominee import Nominee
from congress_desk.i18n import tr
from congress_desk.queries.nomination import NominationView
from congress_desk.ui.desks.elections.vote_lines import VoteLines
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts


class VoteForm(FormDialog):
    """The hands counted, or a tick that they are counted later on the desk of motions.

    D and who is present are typed only where the register does not tell them.
    """

    def __init__(self, acts: Acts, view: NominationView, title: str, parent: QWidget) -> None:
        super().__init__(title, tr("Record the vote"), parent, acts=acts)
        self._view = view

    def add_hands(self) -> None:
        """Add the fields of the vote, below those of the matter."""
        self.lines = VoteLines(self, self._view.hall, self._view.facts.rules.motion_base)
        self.in_favour = self.lines.in_favour
        self.announced = self.add_line(tr("Announced by"), "voteAnnounced")
        self.later = QCheckBox(tr("Only prepare the motion, count the hands later"))
        self.add_field("", self.later, "voteLater")
        self.later.toggled.connect(self._on_later)
        self.wrong = {"": self.in_favour, **self.wrong}

    def vote(self) -> Vote | None:
        """Return the hands typed, None where they are counted later."""
        if self.later.isChecked():
            return None
        lines = self.lines
        return Vote(hands=lines.hands, announced_by=self.announced.text(), by_hand=lines.by_hand)

    def complete(self) -> bool:
        """Say whether the hands are typed where they are wanted; go there where not."""
        return self.later.isChecked() or self.lines.complete()

    def _on_later(self, later: bool) -> None:
        self.lines.set_disabled(later)
        self.announced.setDisabled(later)
        self.submit.setText(tr("Prepare the motion") if later else tr("Record the vote"))


class NumberDialog(VoteForm):
    """Puts the number to elect and the structure wanted to the vote; carried it sets the seats."""

    def __init__(self, acts: Acts, view: NominationView, parent: QWidget) -> None:
        super().__init__(acts, view, tr("Number and structure to elect"), parent)
        self.seats = WholeNumber()
        self.seats.setRange(1, MAX_SEATS)
        self.seats.setValue(view.facts.election.seats)
        self.add_field(tr("Seats to fill"), self.seats, "numberSeats")
        hint = tr("such as: women from 15%, under 40 from 10%; may stay empty")
        self.structure = self.add_line(tr("Structure wanted"), "numberStructure", hint=hint)
        self.add_hands()
        self.wrong |= {"election_seats_wrong": self.seats, "text_too_long": self.structure}
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        if self.complete():
            self.run(
                vote_number,
                self._view.facts.election.id,
                seats=self.seats.value(),
                structure=self.structure.text(),
                vote=self.vote(),
            )


class ListVoteDialog(VoteForm):
    """Puts number and list of an election, or the board that counts it, to the vote."""

    def __init__(self, acts: Acts, view: NominationView, parent: QWidget, *, board: bool) -> None:
        title = tr("Vote on the counting board") if board else tr("Vote on the list")
        super().__init__(acts, view, title, parent)
        self._act = vote_board if board else vote_list
        facts = view.facts
        if board:
            names = ", ".join(duty.name for duty in facts.board)
            matter = tr("A counting board of {count}: {names}", count=len(facts.board), names=names)
        else:
            matter = tr("{names} names for {seats} seats", names=len(facts.election.candidates),
                      seats=facts.election.seats)  # fmt: skip
        self.tell(matter, "strong")
        self.add_hands()
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        if self.complete():
            self.run(self._act, self._view.facts.election.id, vote=self.vote())


class WithdrawalDialog(VoteForm):
    """Records the wish of somebody to be taken off the list, and how the congress decided."""

    def __init__(self, acts: Acts, view: NominationView, nominee: Nominee, parent: QWidget) -> None:
        super().__init__(acts, view, tr("Withdrawal"), parent)
        self._nominee = nominee
        self.tell(tr("{name} wishes to be taken off the list; the congress decides.",
                     name=nominee.candidate.name), "strong")  # fmt: skip
        self.reason = self.add_line(tr("Reason given"), "withdrawalReason")
        self.add_hands()
        self.wrong["reason_missing"] = self.reason
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        if self.complete():
            self.run(
                ask_withdrawal,
                self._nominee.candidate.id,
                reason=self.reason.text(),
                vote=self.vote(),
            )
