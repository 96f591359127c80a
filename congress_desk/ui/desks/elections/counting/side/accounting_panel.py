"""People and papers of the round, what is entered, and the check of the votes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.domain.elections.ballots import InvalidReason
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.tally import Tally
from congress_desk.errors import Refusal
from congress_desk.i18n import grouped, label, problem_text, tr
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.look import theme
from congress_desk.ui.parts.election_words import base_title
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.state_row import StateRow

FIELDS = ("convened", "present", "issued", "returned")


class AccountingPanel(QFrame):
    """Each number is saved by Enter or by leaving its field; another D asks why, and so does a
    number put right that made the round void.

    `left` gives the keyboard back to the entry line.
    """

    left = Signal()

    def __init__(self, state: CountingState) -> None:
        super().__init__()
        self.setObjectName("accountingPanel")
        self.setProperty("role", "card")
        self._state = state
        self._wanted: Accounting = state.count.sheet.round.accounting
        self._asked = ""
        self._pending: tuple[str, int | None] | None = None
        self._fields = {name: self._field(name) for name in FIELDS}
        self._reason = QLineEdit()
        self._reason.setObjectName("convenedReason")
        self._reason.setPlaceholderText(tr("Why is it another number?"))
        theme.set_property(self._reason, "compact", True)
        self._problem = theme.label(tone="wrong", name="accountingProblem", wrap=True)
        self._numbers = {name: _number() for name in ("entered", "valid", "invalid")}
        self._reasons = theme.label(tone="muted", name="invalidReasons", wrap=True)
        self._register = theme.label(tone="muted", name="fromRegister", wrap=True)
        self._check = StateRow()
        self._check.setObjectName("voteCheck")
        self._reason_for = "convened"
        self._grid = QGridLayout()
        self._reason.returnPressed.connect(self._save_with_reason)
        self._lay_out()

    def refresh(self) -> None:
        """Show the accounting as it is saved and the totals as they run."""
        sheet, tally = self._state.count.sheet, self._state.count.tally
        self._wanted = sheet.round.accounting
        for name, field in self._fields.items():
            if not (name == self._reason_for and self._reason.isVisible()):
                field.show_saved(getattr(self._wanted, name))
            of_register = name in self._state.of_register
            field.setReadOnly(self._state.closed or of_register)
            field.setToolTip(tr("From the issue register: changed there") if of_register else "")
        self._register.setText(
            tr("Issued and returned come from the issue register.")
            if "returned" in self._state.of_register
            else tr("Issued comes from the issue register.")
        )
        self._register.setVisible(bool(self._state.of_register))
        for name, number in (
            ("entered", tally.entered),
            ("valid", tally.valid),
            ("invalid", tally.invalid),
        ):
            self._numbers[name].setText(grouped(number))
        reasons = invalid_lines(tally)
        self._reasons.setText("\n".join(reasons))
        self._reasons.setVisible(bool(reasons))
        if sheet.tally.entered == tally.entered:  # else the file's answer is on its way
            here, there = total_votes(sheet, tally), total_votes(sheet, sheet.tally)
            of_one_pass = self._state.count.own is None
            text = check_text(here, there) if of_one_pass else agreed_text(here)
            self._check.show_state("holds" if here == there else "wrong", text)

    def focus_field(self) -> None:
        """Go to the first number that is not known yet, or to the number convened."""
        missing = (field for field in self._fields.values() if field.value() is None)
        field = next(missing, self._fields["convened"])
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _field(self, name: str) -> NumberField:
        field = NumberField()
        field.setObjectName(f"{name}Field")
        field.setAccessibleName(self._title(name))
        field.setPlaceholderText("?")
        field.setFixedWidth(theme.px(64))
        field.committed.connect(lambda value: self._on_committed(name, value))
        field.finished.connect(lambda: self._on_finished(name))
        return field

    def _on_committed(self, name: str, value: int | None) -> None:
        if self._pending == (name, value):  # Enter sent it; now its field is left
            return
        self._say("", "")
        if name == "convened":
            if value is None:
                self._fields[name].restore()
            else:
                self._ask_reason("convened")
            return
        changed: dict[str, Any] = {name: value}
        self._send(name, replace(self._wanted, **changed))

    def _on_finished(self, name: str) -> None:
        if name == self._reason_for and self._reason.isVisible():
            self._reason.setFocus()
            return
        after = FIELDS.index(name) + 1
        if after < len(FIELDS):
            self._fields[FIELDS[after]].setFocus()
        else:
            self.left.emit()

    def _ask_reason(self, name: str) -> None:
        """Ask under a field why its number changes."""
        self._reason_for = name
        why = tr("Why the base D is changed") if name == "convened" else tr("Why it is corrected")
        self._reason.setAccessibleName(why)
        self._grid.addWidget(self._reason, FIELDS.index(name) * 2 + 1, 0, 1, 2)
        self._reason.clear()
        self._reason.show()
        self._reason.setFocus()

    def _save_with_reason(self) -> None:
        name = self._reason_for
        value = self._fields[name].value()
        if value is not None:
            changed: dict[str, Any] = {name: value}
            self._send(name, replace(self._wanted, **changed), reason=self._reason.text())

    def _send(
        self, name: str, accounting: Accounting, reason: str = "", *, void_meant: bool = False
    ) -> None:
        self._asked = name
        self._wanted = accounting
        self._pending = (name, getattr(accounting, name))
        self._state.session.act(
            edit_accounting,
            self._state.count.sheet.round.id,
            accounting,
            done=self._on_saved,
            actor=self._state.session.operator,
            reason=reason,
            void_meant=void_meant,
        )

    def _ask_void(self, why: Refusal) -> None:
        """Ask before a round is annulled by a number: a slip of a digit must not do it."""
        wanted, name = self._wanted, self._asked

        def answered(yes: bool) -> None:
            self._pending = None
            if yes:
                self._send(name, wanted, self._reason.text(), void_meant=True)
            else:
                self._fields[name].restore()
                self._fields[name].setFocus()

        self._state.messages.ask(
            self,
            tr("Make this round void?"),
            problem_text(why.first),
            tr("Make the round void"),
            answered,
            danger=True,
        )

    def _on_saved(self, value: object) -> None:
        name = self._asked
        if isinstance(value, Refusal) and value.first.code == "accounting_makes_void":
            self._ask_void(value)
            return
        self._pending = None
        if isinstance(value, Refusal) and value.first.code == "void_change_needs_reason":
            self._ask_reason(name)
            self._say("", problem_text(value.first))
            return
        if isinstance(value, Refusal):
            self._wanted = self._state.count.sheet.round.accounting
            self._say(name, problem_text(value.first))
        elif name == self._reason_for and self._reason.isVisible():
            had_focus = self._reason.hasFocus()
            self._reason.hide()
            self._say("", "")
            if had_focus:
                self._on_finished(name)

    def _say(self, name: str, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        for field_name, field in self._fields.items():
            field.set_wrong(field_name == name)

    def give_up(self) -> None:
        """Forget a number that is not saved, as Esc does."""
        self._reason.hide()
        self._say("", "")
        for field in self._fields.values():
            field.restore()

    def _title(self, name: str) -> str:
        return {
            "convened": base_title(self._state.count.sheet.result.majority.base),
            "present": tr("Present at the vote"),
            "issued": tr("Issued"),
            "returned": tr("Returned"),
            "entered": tr("Entered"),
            "valid": tr("Valid"),
            "invalid": tr("Invalid"),
        }[name]

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(3))
        grid.setColumnStretch(0, 1)
        for row, name in enumerate(FIELDS):
            caption = QLabel(self._title(name))
            caption.setBuddy(self._fields[name])
            grid.addWidget(caption, row * 2, 0)
            grid.addWidget(self._fields[name], row * 2, 1)
        grid.addWidget(self._reason, 1, 0, 1, 2)
        grid.addWidget(self._problem, 2 * len(FIELDS), 0, 1, 2)
        for row, name in enumerate(self._numbers, start=2 * len(FIELDS) + 1):
            grid.addWidget(QLabel(self._title(name)), row, 0)
            grid.addWidget(self._numbers[name], row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(8))
        layout.setSpacing(theme.px(4))
        layout.addWidget(theme.caption(tr("Ballot accounting")))
        layout.addLayout(grid)
        layout.addWidget(self._register)
        layout.addWidget(self._reasons)
        layout.addWidget(self._check)
        self._reason.hide()
        self._problem.hide()


def _number() -> QLabel:
    made = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    made.setProperty("role", "strong")
    made.setContentsMargins(0, 0, theme.px(9), 0)
    return made


def invalid_lines(tally: Tally) -> list[str]:
    """Return each reason with how many ballots are invalid for it."""
    return [
        tr("· {reason}: {ballots}", reason=label("reason", reason.value), ballots=grouped(number))
        for reason in InvalidReason
        if (number := tally.invalid_by_reason[reason])
    ]


def total_votes(sheet: RoundSheet, tally: Tally) -> int:
    """Return the votes of all names together."""
    return sum(tally.votes(candidate.id) for candidate in sheet.round.candidates)


def agreed_text(votes: int) -> str:
    """Return the check line of a round of several passes: what is agreed, and nothing else."""
    return tr("{votes} votes in all, of agreed ballots alone", votes=grouped(votes))


def check_text(here: int, there: int) -> str:
    """Return the check line: votes as the screen counted them, and as the file did."""
    if here == there:
        return tr("{votes} votes in all: screen and file agree", votes=grouped(here))
    return tr(
        "Votes in all: {here} on the screen, {there} in the file",
        here=grouped(here),
        there=grouped(there),
    )
