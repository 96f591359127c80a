"""The gate: every sum holds or a named person wrote why, two people confirm, then it is sealed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.actions.elections.declaring import declare_result
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.errors import Refusal
from congress_desk.i18n import label, problem_text, tr
from congress_desk.ui.desks.elections.gate.check_line import CheckLine
from congress_desk.ui.desks.elections.gate.check_words import closed_words
from congress_desk.ui.desks.elections.gate.checks import CheckState, checks
from congress_desk.ui.desks.elections.gate.confirmation_form import ConfirmationForm
from congress_desk.ui.desks.elections.gate.preview import ResultPreview
from congress_desk.ui.desks.elections.gate.view import GateView, gate_view
from congress_desk.ui.desks.elections.gate.waiver_form import WaiverForm
from congress_desk.ui.look import theme
from congress_desk.ui.reader import Reader
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.acts import Acts
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.page_head import PageHead
from congress_desk.ui.widgets.pages import (
    clear_layout,
    column,
    has_keyboard,
    lay_out_page,
    scrolling,
    take_keyboard,
)
from congress_desk.ui.widgets.side_by_side import SideBySide

CHECKS_WIDTH = 820


class GateScreen(QWidget):
    """`left` goes back to the count; `declared` carries the round that is sealed now."""

    left = Signal(int)
    declared = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = Reader(session, self, self.refresh)
        self._acts = Acts(session, self)
        self._view: GateView | None = None
        self._round_id = 0
        self.head = PageHead(self, tr("Back to the count"))
        self.head.back.connect(self._on_back)
        self.notice = Notice()
        self.waiver = WaiverForm(self._acts)
        self.waiver.closed.connect(self._give_keyboard)
        self.confirmation = ConfirmationForm()
        self.confirmation.confirmed.connect(self._on_declare)
        self.preview = ResultPreview()
        self.closed = theme.subtitle()
        self.declare = make_button("", self._on_declare, name="declareResult", role="primary")
        self._acts.busy_changed.connect(self._show_declare)
        self._checks = QVBoxLayout()
        self._checks.setSpacing(0)
        self._checked = column(theme.section(tr("Sums that must hold")), self._checks)
        self._confirm = column(theme.section(tr("Two people confirm")), self.confirmation)
        self._checked.setMaximumWidth(theme.px(CHECKS_WIDTH))
        side = column(self.preview, self._confirm, spacing=24)
        self._body = scrolling(SideBySide(self._checked, side, side_width=420, room=860))
        self.count = make_button(
            tr("To the counting desk"), self._on_left, name="toCount", icon="arrow-left"
        )
        theme.changed.connect(self._on_theme_changed)
        foot = button_row(self.closed, self.count, self.declare)
        foot.setStretch(0, 1)
        lay_out_page(self, self.head, self.notice, self._body, foot, body=self._body)

    def show_round(self, round_id: int) -> None:
        """Show the gate of a round."""
        self._round_id = round_id
        self._view = None
        self.notice.hide()
        self.waiver.close_form()
        self.refresh()

    def refresh(self) -> None:
        """Read and recount the round again."""
        self._reader.ask(gate_view, self._round_id, done=self._on_read)

    def _on_read(self, view: GateView) -> None:
        if view.sheet.round.id != self._round_id:
            return
        first = self._view is None
        on_a_line = has_keyboard(self._checked) and self.waiver.finding is None
        self._view = view
        sheet = view.sheet
        self.head.show_words(
            tr("Declare round {number} · {title}", number=sheet.round.number,
               title=sheet.election.title),
            self._sentence(sheet),
        )  # fmt: skip
        self._show_checks(sheet)
        self.preview.show_sheet(sheet)
        self.confirmation.show_names(view.names, keep=not first)
        self._confirm.setVisible(not sheet.blocking)
        self._show_declare()
        if first or on_a_line:
            self._give_keyboard()

    def _sentence(self, sheet: RoundSheet) -> str:
        if sheet.result.outcome is RoundOutcome.VOID:
            article = sheet.congress.rules.article("void")
            return tr("{what} — {article}", what=label("next_step", "vote_again_void"),
                      article=article)  # fmt: skip
        return tr("Once declared, the round is sealed and its minutes can be printed.")

    def _show_checks(self, sheet: RoundSheet) -> None:
        asked = self.waiver.finding
        self._checks.removeWidget(self.waiver)
        clear_layout(self._checks)
        for check in checks(sheet):
            line = CheckLine(check)
            line.waive_wanted.connect(self._on_waive_wanted)
            line.count_wanted.connect(self._on_left)
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

    def _show_declare(self) -> None:
        if self._view is None:
            return
        sheet = self._view.sheet
        void = sheet.result.outcome is RoundOutcome.VOID
        words = tr("Record that the round is void") if void else tr("Declare the result")
        self.declare.setText(words)
        self.closed.setText(closed_words(sheet))
        self.count.setVisible(bool(sheet.blocking))
        self.declare.setDisabled(bool(sheet.blocking) or self._acts.busy)

    def _give_keyboard(self) -> None:
        """Go to what has to be done next: an error, else the first name."""
        if self._view is None:
            return
        lines = [line for line in self.findChildren(CheckLine) if not line.isHidden()]
        wrong = [line for line in lines if line.check.state is CheckState.WRONG]
        if not self._view.sheet.blocking:
            take_keyboard(self, self.confirmation.first)
        elif wrong:
            take_keyboard(self, wrong[0].keyboard_target)

    def _on_waive_wanted(self, line: CheckLine) -> None:
        """Ask right under the line what it is about."""
        if self._view is None or line.check.finding is None:
            return
        self._checks.removeWidget(self.waiver)
        self._checks.insertWidget(self._checks.indexOf(line) + 1, self.waiver)
        self.waiver.ask(self._round_id, line.check.finding, self._view.names)
        self._body.ensureWidgetVisible(self.waiver)

    def _on_declare(self) -> None:
        if self._view is None or not self.declare.isEnabled():
            return
        self.notice.hide()
        self.confirmation.clear()
        first, second = self.confirmation.names
        self._acts.run(
            declare_result,
            self._round_id,
            first=first,
            second=second,
            done=self._on_declared,
        )

    def _on_declared(self, value: Any) -> None:
        if not isinstance(value, Refusal):
            self.declared.emit(self._round_id)
        elif value.first.code == "two_names_needed":
            self.confirmation.refuse(problem_text(value.first))
        else:
            self.notice.say_problems(value.problems)
            self.refresh()

    def _on_back(self) -> None:
        """Close the form that is open first; Escape once more leaves the gate."""
        if self.waiver.finding is not None:
            self.waiver.close_form()
        else:
            self._on_left()

    def _on_left(self) -> None:
        self.left.emit(self._round_id)
