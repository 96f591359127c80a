"""The gate: every sum holds or a named person wrote why, two people confirm, then it is sealed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from congress_desk.actions.elections.declaring import declare_result
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.errors import Refusal
from congress_desk.i18n import label, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.desks.elections.gate.check_line import CheckLine
from congress_desk.ui.desks.elections.gate.check_words import closed_words
from congress_desk.ui.desks.elections.gate.checks import CheckState, checks
from congress_desk.ui.desks.elections.gate.confirmation_form import ConfirmationForm
from congress_desk.ui.desks.elections.gate.folded_checks import FoldedChecks
from congress_desk.ui.desks.elections.gate.layout import ConfirmPanel, GateLayout
from congress_desk.ui.desks.elections.gate.papers_list import PapersList
from congress_desk.ui.desks.elections.gate.result_board import ResultBoard
from congress_desk.ui.desks.elections.gate.seal_question import SealQuestion
from congress_desk.ui.desks.elections.gate.unlocking import GateUnlocking
from congress_desk.ui.desks.elections.gate.view import GateView, gate_view
from congress_desk.ui.desks.elections.gate.waiver_form import WaiverForm
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.election_words import title_of_part
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.layouts import column_of
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import (
    clear_layout,
    column,
    has_keyboard,
    lay_out_page,
    take_keyboard,
)
from congress_desk.ui.widgets.notice import Notice

CHECKS_WIDTH = 820


class GateScreen(ElectionScreen):
    """What stands against a round, its result, and the two who confirm it before it is sealed."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self.setObjectName("declareGate")
        self._view: GateView | None = None
        self._round_id = 0
        self.head = PageHead(self, tr("Back to the count"))
        self.head.back.connect(self._on_back)
        self.notice = Notice()
        self.waiver = WaiverForm(self._acts)
        self.waiver.closed.connect(self._give_keyboard)
        self.board = ResultBoard()
        self.folded = FoldedChecks()
        self.papers = PapersList()
        self.commands = Commands(
            "gate",
            self,
            {"declare": self._on_declare, "count": self._on_left},
            why_not=self._why_not,
            words=self._words,
        )
        self.commands.refused.connect(self.notice.say_refused)
        self.declare = command_button(
            self.commands, "declare", name="declareButton", role="primary"
        )
        theme.set_property(self.declare, "control", "tall")
        self.declare.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.declare.setMinimumHeight(theme.px(42))
        self.confirmation = ConfirmationForm()
        self.confirmation.filled.connect(self.declare.setFocus)
        self.confirmation.edited.connect(self._show_missing)
        self.unlocking = GateUnlocking(self._acts, self.confirmation, self)
        self.unlocking.opened.connect(self._on_declare)
        self.missing = theme.label(name="declareMissing", wrap=True)
        self.count = command_button(self.commands, "count", name="toCount")
        self._acts.busy_changed.connect(self._show_declare)
        self.question = SealQuestion()
        self.question.left.connect(self._on_question_left)
        self.question.sealed.connect(self._on_sealed)
        self._lay_out()
        theme.changed.connect(self._on_theme_changed)

    def _lay_out(self) -> None:
        self._checks = QVBoxLayout()
        self._checks.setSpacing(0)
        self._checked = column(theme.section(tr("What stands against it")), self._checks)
        self._checked.setMaximumWidth(theme.px(CHECKS_WIDTH))
        names = column_of(self._checked, self.board, None, spacing=None)
        self._confirm = ConfirmPanel(self.confirmation, self.declare, self.missing)
        checks = column(self.folded, self.papers, spacing=16)
        self.frame = GateLayout(names, checks, self._confirm, self.question, self.count)
        self.frame.resized.connect(self.board.show_room)
        self.frame.alone.connect(self.head.setHidden)
        lay_out_page(self, self.head, self.notice, self.frame, body=self.frame)

    def show_record(self, number: int, at: str = "") -> None:
        """Show the gate of a round."""
        self._round_id = number
        self._view = None
        self.unlocking.begin(number)
        self.notice.hide()
        self.waiver.close_form()
        self.frame.show_question(False)
        # Not before it is known what stands at this gate; the last round shown may have been open.
        self.commands.refresh()
        self.refresh()

    def refresh(self) -> None:
        """Read and recount the round again."""
        self._reader.ask(gate_view, self._round_id, done=self._on_read)

    def _on_read(self, view: GateView) -> None:
        if view.sheet.round.id != self._round_id:
            return
        if view.sheet.round.state is not RoundState.COUNTING and not self._acts.busy:
            self._leave_settled(view.sheet.round)
            return
        first, before = self._view is None, self._view
        on_a_line = has_keyboard(self._checked) and self.waiver.finding is None
        self._view = view
        sheet = view.sheet
        recount, part = sheet.round.is_recount, sheet.round.part
        title = title_of_part(sheet.election.title, part)
        declare = (
            tr("Declare the recount of round {number} · {title}", number=sheet.round.number,
               title=title)
            if recount
            else tr("Declare round {number} · {title}", number=sheet.round.number, title=title)
        )  # fmt: skip
        self.head.show_words(
            declare,
            self._sentence(sheet),
        )  # fmt: skip
        self.head.sentence.setVisible(bool(self.head.sentence.text()))
        if before is not None and before.sheet != sheet and self._is_asking:
            self._on_question_left()
        self._show_checks(sheet)
        self._show_result(sheet)
        self.confirmation.show_known(sheet.confirmers, keep=not first)
        self.unlocking.show_view(view)
        self._show_declare()
        if first or on_a_line:
            self._give_keyboard()

    def _leave_settled(self, found: Round) -> None:
        """Go on where a round leads that another window declared or cancelled meanwhile."""
        if not self.isVisible():
            return
        sealed = found.state is RoundState.DECLARED
        self.go("result" if sealed else "counting", found.id)

    def _show_result(self, sheet: RoundSheet) -> None:
        """Show the result at the open gate alone."""
        shut = self._is_shut(sheet)
        self._checked.setVisible(bool(sheet.blocking))
        self.board.setVisible(not shut)
        if not shut:
            self.board.show_sheet(sheet)
        self.folded.show_sheet(sheet)
        self.papers.show_result(sheet.result)
        self._confirm.setVisible(not shut)

    def _is_shut(self, sheet: RoundSheet) -> bool:
        return bool(sheet.blocking) or sheet.result.outcome is RoundOutcome.INCOMPLETE

    @property
    def _is_asking(self) -> bool:
        return self.frame.is_asking

    def _sentence(self, sheet: RoundSheet) -> str:
        """Return why nothing can be declared; the open gate needs no sentence but its result."""
        closed = closed_words(sheet)
        if closed:
            return closed
        if sheet.result.outcome is RoundOutcome.VOID:
            article = sheet.congress.rules.article("void")
            return tr("{what} — {article}", what=label("next_step", "vote_again_void"),
                      article=article)  # fmt: skip
        return ""

    def _show_checks(self, sheet: RoundSheet) -> None:
        asked = self.waiver.finding
        self._checks.removeWidget(self.waiver)
        clear_layout(self._checks)
        for check in checks(sheet):
            if not sheet.blocking or check.state is CheckState.HOLDS:
                continue
            line = CheckLine(check)
            line.waive_wanted.connect(self._on_waive_wanted)
            line.count_wanted.connect(self._on_left)
            line.compare_wanted.connect(self._on_compare_wanted)
            self._checks.addWidget(line)
            line.show()
            if asked is not None and check.finding == asked:
                self._checks.addWidget(self.waiver)
        if self._checks.indexOf(self.waiver) < 0:
            self._checks.addWidget(self.waiver)
            self.waiver.close_form()

    def _on_theme_changed(self) -> None:
        if self._view is not None:
            self._show_checks(self._view.sheet)
            self.folded.show_sheet(self._view.sheet)

    def _show_declare(self) -> None:
        self.commands.refresh()
        self._show_missing()

    def _words(self, name: str) -> str:
        void = self._view is not None and self._view.sheet.result.outcome is RoundOutcome.VOID
        return tr("Record that the round is void…") if void and name == "declare" else ""

    def _why_not(self, name: str) -> str | None:
        """Return why a command is refused, "" while it is allowed, None where it is not there."""
        shut = self._view is None or self._is_shut(self._view.sheet)
        if name == "count":
            return "" if self._view is not None and shut else None
        if self._view is None or self._acts.busy:
            return tr("The round is being read")
        return closed_words(self._view.sheet) or tr("Not yet") if shut else ""

    def _show_missing(self) -> None:
        if self._view is None:
            return
        locked = self.unlocking.missing
        missing = "" if locked else self.confirmation.missing(self._view.sheet)
        said = (
            tr("Missing: {what}", what=missing)
            if missing
            else locked or tr("One last question comes; nothing is sealed yet.")
        )
        self.missing.setText(said)
        theme.set_tone(self.missing, "look" if missing else "muted")

    def _give_keyboard(self) -> None:
        """Go to what has to be done next: an error, else the first name."""
        if self._view is None:
            return
        lines = [line for line in self.findChildren(CheckLine) if not line.isHidden()]
        wrong = [line for line in lines if line.check.state is CheckState.WRONG]
        if not self._is_shut(self._view.sheet):
            locked = self.unlocking.locked
            take_keyboard(self, self.declare if locked else self.confirmation.first)
        elif wrong:
            take_keyboard(self, wrong[0].keyboard_target)

    def _on_compare_wanted(self) -> None:
        self.go("passes", self._round_id)

    def _on_waive_wanted(self, line: CheckLine) -> None:
        """Ask right under the line what it is about."""
        if self._view is None or line.check.finding is None:
            return
        self._checks.removeWidget(self.waiver)
        self._checks.insertWidget(self._checks.indexOf(line) + 1, self.waiver)
        self.waiver.ask(self._round_id, line.check.finding, self._view.names)
        self.frame.show_whole(self.waiver)

    def _on_declare(self) -> None:
        """Ask the last question; what is missing is gone to and said instead."""
        if self._view is None or not self.declare.isEnabled():
            return
        self.notice.hide()
        self.confirmation.clear()
        if self.unlocking.locked:
            self.unlocking.ask()
            return
        refusal = self.confirmation.refusal(self._view.sheet)
        if refusal is not None:
            self.unlocking.follow(refusal)
            self.confirmation.refuse(refusal.first)
            return
        self.frame.show_question(True)
        self.question.ask(self._view.sheet, self.confirmation.names, self.confirmation.offices)

    def _on_question_left(self) -> None:
        self.frame.show_question(False)
        self.declare.setFocus()

    def _on_sealed(self) -> None:
        if not self._acts.busy:
            first, second = self.confirmation.names
            self._acts.run(
                declare_result,
                self._round_id,
                first=first,
                second=second,
                reason=self.confirmation.why,
                unlocked=self.unlocking.unlock,
                done=self._on_declared,
            )

    def _on_declared(self, value: Any) -> None:
        if not isinstance(value, Refusal):
            self.go("result", self._round_id)
            return
        self.frame.show_question(False)
        self.unlocking.follow(value)
        if value.first.code.startswith(("two_names", "confirmer")):
            self.confirmation.refuse(value.first)
        else:
            self.notice.say_problems(value.problems)
            self.refresh()

    def _on_back(self) -> None:
        """Close what is open first; Escape once more leaves the gate."""
        if self._is_asking:
            self._on_question_left()
        elif self.waiver.finding is not None:
            self.waiver.close_form()
        else:
            self._on_left()

    def _on_left(self) -> None:
        self.go("counting", self._round_id)
