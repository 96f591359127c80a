"""The forms of a doubtful ballot: what is doubtful about it, and what the whole board decided."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.doubts import check_board
from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause, DoubtfulBallot
from congress_desk.domain.elections.entry_line import EntryKind, read_entry
from congress_desk.errors import Refusal
from congress_desk.i18n import label, problem_text, tr
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.desks.elections.counting.line.typed_acts import DecideDoubt, GiveBack
from congress_desk.ui.desks.elections.counting.side.doubt_queue import doubt_words
from congress_desk.ui.desks.elections.counting.side.help_panel import partial_strike_note
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.inputs.number_field import NumberField

LONGEST_NOTE = 500


class SetAsideDialog(FormDialog):
    """`described` carries the cause and the note of the ballot that is put aside."""

    described = Signal(object, str)

    def __init__(self, number: int, bundle: int, place: int, parent: QWidget) -> None:
        super().__init__(tr("Put aside for the board"), tr("Put aside"), parent)
        self.tell(
            tr(
                "Bundle {bundle}, ballot {place}: put it on the pile with a slip that says"
                " {number}. The whole board decides on it before the result is declared.",
                bundle=bundle,
                place=place,
                number=number,
            )
        )
        causes = [(label("doubt_cause", cause.value), cause.value) for cause in DoubtCause]
        self.cause = self.add_choice(tr("What is doubtful"), "doubtCause", causes)
        self.note = self.add_line(tr("Note"), "doubtNote", longest=LONGEST_NOTE)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        cause = DoubtCause(self.cause.currentData())
        if cause is DoubtCause.OTHER and not self.note.text().strip():
            self.refuse_words(tr("Say what is doubtful"), self.note)
            return
        self.described.emit(cause, self.note.text())
        self.accept()


class DecideDialog(FormDialog):
    """`decided` carries the act: the paper as the board reads it, or given back to its bundle."""

    decided = Signal(object)

    def __init__(self, doubt: DoubtfulBallot, state: CountingState, parent: QWidget) -> None:
        title = tr("The board decides · number {number}", number=doubt.number)
        super().__init__(title, tr("Record the decision"), parent)
        self._doubt, self._state = doubt, state
        self.tell(doubt_words(doubt), "section")
        if state.mode is MarkMode.STRIKE:
            self.tell(partial_strike_note(), "subtitle")
        self.line = self.add_line(
            tr("The paper reads"), "doubtLine", hint=tr("as on the entry line: 03 12, 0, *4")
        )
        self.verdict = theme.label(name="doubtVerdict", wrap=True)
        self.form.addRow("", self.verdict)
        self.line.textChanged.connect(self._show_verdict)
        board = len(state.count.sheet.board)
        self.board = self._number(tr("Board members"), "doubtBoard", board or None)
        self.in_favour = self._number(tr("In favour"), "doubtAgree", board or None)
        self.article = self.add_line(tr("Article"), "doubtArticle", longest=200)
        self.reason = self.add_line(tr("Reason"), "doubtReason")
        back = make_button(tr("Give it back to its bundle"), self._give_back, name="giveBack",
                           role="link")  # fmt: skip
        self.form.addRow("", back)
        self.submitted.connect(self._on_submitted)
        self._show_verdict()

    def _number(self, title: str, name: str, number: int | None) -> NumberField:
        field = NumberField()
        theme.set_property(field, "compact", False)
        field.setFixedWidth(theme.px(96))
        field.setText("" if number is None else str(number))
        self.add_field(title, field, name)
        return field

    def _paper(self) -> Paper | Refusal:
        entry = read_entry(self.line.text(), self._state.plain_context())
        if isinstance(entry, Refusal):
            return entry
        assert entry.kind is EntryKind.PAPER
        return self._state.count.by_id(entry.paper)

    def _show_verdict(self) -> None:
        """Say at once what the marks make of the ballot, and cite what that rests on."""
        paper = self._paper() if self.line.text() else None
        if paper is None or isinstance(paper, Refusal):
            words = problem_text(paper.first) if paper else tr("– not read yet")
            self.verdict.setText(words)
            theme.set_tone(self.verdict, "look" if paper else "muted")
            return
        verdict = self._state.count.rules.judge(paper)
        if verdict.reason is None:
            self.verdict.setText(tr("valid, {kept} names kept", kept=verdict.kept))
        else:
            reason = label("reason", verdict.reason.value)
            self.verdict.setText(tr("invalid: {reason}", reason=reason))
        theme.set_tone(self.verdict, "holds" if verdict.valid else "look")
        if not self.article.isModified():
            self.article.setText(verdict.article)

    def _on_submitted(self) -> None:
        paper = self._paper()
        board, in_favour = self.board.value() or 0, self.in_favour.value() or 0
        if isinstance(paper, Refusal):
            self.refuse_words(problem_text(paper.first), self.line)
        elif refusal := check_board(board, in_favour):
            self.refuse_words(problem_text(refusal.first), self.in_favour)
        elif not self.article.text().strip():
            self.refuse_words(tr("Say by which article"), self.article)
        elif not self.reason.text().strip():
            self.refuse_words(tr("Say why: it stands in the minutes"), self.reason)
        else:
            self.decided.emit(
                DecideDoubt(
                    operator=self._state.session.operator,
                    doubt=self._doubt,
                    paper=paper,
                    board=board,
                    in_favour=in_favour,
                    article=self.article.text(),
                    reason=self.reason.text(),
                )
            )
            self.accept()

    def _give_back(self) -> None:
        self.decided.emit(GiveBack(operator=self._state.session.operator, doubt=self._doubt))
        self.accept()
