"""The whole ballot of a sheet typed from the paper in a form: its line, and what it comes to."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.entry_line import (
    EntryContext,
    EntryKind,
    paper_so_far,
    read_entry,
)
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.queries.elections.rounds import ballot_rules
from congress_desk.ui.desks.elections.counting.ballot_words import verdict_words
from congress_desk.ui.records.forms.form_dialog import FormDialog


class BallotForm:
    """Adds the line to a form, with its verdict below while it is typed."""

    def __init__(self, form: FormDialog, sheet: RoundSheet, name: str) -> None:
        self._form, self._sheet = form, sheet
        self._context = EntryContext(names=len(sheet.round.candidates), mode=sheet.round.mode)
        self._rules = ballot_rules(sheet.round, sheet.congress.rules)
        self.line = form.add_line(
            tr("The paper reads"), name, hint=tr("as on the entry line: 03 12, 0, *4")
        )
        self.verdict = QLabel(wordWrap=True)
        form.form.addRow("", self.verdict)
        self.line.textChanged.connect(self._show_verdict)

    def paper(self) -> Paper | None:
        """Return the ballot as typed, by candidate ids; None where it is none: the form says so."""
        entry = read_entry(self.line.text(), self._context)
        if isinstance(entry, Refusal):
            self._form.refuse_words(problem_text(entry.first), self.line)
            return None
        if entry.kind is not EntryKind.PAPER:
            self._form.refuse_words(tr("Type the whole ballot"), self.line)
            return None
        ids = {n: c.id for n, c in enumerate(self._sheet.round.candidates, start=1)}
        return entry.paper.with_keys(ids.__getitem__)

    def _show_verdict(self, text: str) -> None:
        paper = paper_so_far(text, self._context)
        words = verdict_words(paper, self._rules.judge(paper), self._rules)
        self.verdict.setText(words.sentence if text else "")
