"""The forms of what the congress decides: its motion, its vote, its lot."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from congress_desk.actions.elections.decisions import (
    propose_decision,
    record_lot,
    vote_on_decision,
)
from congress_desk.domain.decisions.choices import Choice
from congress_desk.domain.decisions.decision import Decision, DecisionKind
from congress_desk.domain.motions import hall_of
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.decisions.view import AfterView
from congress_desk.ui.desks.elections.decisions.words import (
    choice_title,
    motion_words,
    printed_names,
)
from congress_desk.ui.desks.elections.vote_lines import VoteLines
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts

NAME_ROOM, TEXT_LINES = 200, 4
_MAY_BE_FEWER = (DecisionKind.LOWER_NUMBER, DecisionKind.NEXT_ROUND)


class MotionDialog(FormDialog):
    """Puts what was chosen as a motion; its words can be changed, and a lower number chosen:

    of the election, or of those to elect in the next round.
    """

    def __init__(self, acts: Acts, choice: Choice, view: AfterView, parent: QWidget) -> None:
        super().__init__(tr("Make the motion"), tr("Put to a vote"), parent, acts=acts)
        self._choice, self._view = choice, view
        self.tell(choice_title(choice, view), "section")
        self.number: WholeNumber | None = None
        least, most = 1, choice.seats
        if choice.kind is DecisionKind.LOWER_NUMBER:
            least, most = len(view.course.elected), view.course.seats - 1
        if choice.kind in _MAY_BE_FEWER and least < most:
            self.number = WholeNumber()
            self.number.setRange(least, most)
            self.number.setValue(choice.seats)
            self.number.valueChanged.connect(self._on_number)
            lower = choice.kind is DecisionKind.LOWER_NUMBER
            title = tr("The new number") if lower else tr("Seats in this round")
            self.add_field(title, self.number, "newNumber")
        self.matter = QPlainTextEdit(motion_words(choice, view))
        self.matter.setTabChangesFocus(True)
        self.matter.setFixedHeight(theme.px(24 * TEXT_LINES))
        self.add_field(tr("The congress votes on"), self.matter, "motionMatter")
        self.tell(tr("Nothing is opened yet: the decision stands once the motion is carried."))
        self.wrong = {"": self.matter}
        self.submitted.connect(self._on_submitted)

    def _on_number(self, number: int) -> None:
        self.matter.setPlainText(motion_words(self._choice, self._view, seats=number))

    def _on_submitted(self) -> None:
        self.run(
            propose_decision,
            self._view.course.election.id,
            self._choice.kind,
            matter=self.matter.toPlainText(),
            seats=self.number.value() if self.number else None,
        )


class VoteDialog(FormDialog):
    """Records how the congress voted on a decision; D and presence by hand without a register."""

    def __init__(self, acts: Acts, decided: Decision, view: AfterView, parent: QWidget) -> None:
        super().__init__(tr("Record the vote"), tr("Record the vote"), parent, acts=acts)
        self._decided = decided
        self.tell(f"“{decided.matter}”", "section")
        of = view.rules.motion_base
        self.lines = VoteLines(self, hall_of(view.base, of), of)
        self.in_favour = self.lines.in_favour
        self.wrong = {"": self.in_favour}
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        if self.lines.complete():
            self.run(
                vote_on_decision, self._decided.id, self.lines.hands, by_hand=self.lines.by_hand
            )


class LotDialog(FormDialog):
    """Records for whom the lot was drawn, who drew it, and two who saw it."""

    def __init__(self, acts: Acts, decided: Decision, view: AfterView, parent: QWidget) -> None:
        super().__init__(tr("Record the lot"), tr("Record the lot"), parent, acts=acts)
        self._decided = decided
        self.tell(tr("The lot gives {seats} of these a post:", seats=decided.seats or 0), "section")
        self.names: list[tuple[QCheckBox, int]] = []
        tied = view.course.last.tied if view.course.last else ()
        for candidate_id, name in printed_names(view, tied).items():
            box = QCheckBox(name)
            self.add_field("", box, f"lot_{candidate_id}")
            box.setAccessibleName(name)
            self.names.append((box, candidate_id))
        self.drawn_by = self.add_line(tr("Drawn by"), "lotDrawnBy", longest=NAME_ROOM)
        self.first = self.add_line(tr("Seen by"), "lotFirst", longest=NAME_ROOM)
        self.second = self.add_line(tr("and by"), "lotSecond", longest=NAME_ROOM)
        self.wrong = {
            "lot_drawn_by_missing": self.drawn_by,
            "two_names_needed": self.first,
        }
        if self.names:
            self.wrong["lot_names_wrong"] = self.names[0][0]
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.run(
            record_lot,
            self._decided.id,
            [candidate_id for box, candidate_id in self.names if box.isChecked()],
            drawn_by=self.drawn_by.text(),
            first=self.first.text(),
            second=self.second.text(),
        )
