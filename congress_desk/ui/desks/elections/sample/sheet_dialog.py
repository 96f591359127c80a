"""The sheets of a sample, one after the other: each typed from the paper, then held against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.actions.elections.checks.sample import compare_sheet
from congress_desk.domain.elections.checks.sample import Sample, SampleSheet, SheetState
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
from congress_desk.ui.desks.elections.operator_acts import by_operator
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts


class SheetDialog(FormDialog):
    """What is recorded is never shown; only whether it is the same, once the paper is typed."""

    def __init__(
        self, acts: Acts, sheet: RoundSheet, left: Sequence[SampleSheet], parent: QWidget
    ) -> None:
        super().__init__(
            tr("Compare with the paper"), tr("Compare"), parent, acts=acts, leave=tr("Stop here")
        )
        self._sheet, self._left = sheet, list(left)
        self.place = self.tell("", "section")
        self.place.setObjectName("samplePlace")
        self.tell(
            tr(
                "Take this sheet out of its bundle and type the whole ballot. What is recorded is"
                " not shown."
            )
        )
        self.line = self.add_line(
            tr("The paper reads"), "sampleLine", hint=tr("as on the entry line: 03 12, 0, *4")
        )
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.form.addRow("", self.verdict)
        self.wrong = {"": self.line}
        self.line.textChanged.connect(self._show_verdict)
        self.submitted.connect(self._on_submitted)
        self._show_place()

    def finish(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value)
            return
        self._go_on(value)

    @property
    def _context(self) -> EntryContext:
        found = self._sheet.round
        return EntryContext(names=len(found.candidates), mode=found.mode)

    def _show_place(self) -> None:
        sheet = self._left[0]
        self.place.setText(
            tr(
                "Bundle {bundle}, sheet {place} from the top · {count} to compare",
                bundle=sheet.bundle,
                place=sheet.place,
                count=len(self._left),
            )
        )

    def _show_verdict(self) -> None:
        text = self.line.text()
        rules = ballot_rules(self._sheet.round, self._sheet.congress.rules)
        paper = paper_so_far(text, self._context)
        words = verdict_words(paper, rules.judge(paper), rules)
        self.verdict.setText(words.sentence if text else "")

    def _on_submitted(self) -> None:
        entry = read_entry(self.line.text(), self._context)
        if isinstance(entry, Refusal):
            self.refuse_words(problem_text(entry.first), self.line)
            return
        if entry.kind is not EntryKind.PAPER:
            self.refuse_words(tr("Type the whole ballot"), self.line)
            return
        ids = {n: c.id for n, c in enumerate(self._sheet.round.candidates, start=1)}
        self.clear_wrong()
        self.run(
            by_operator(compare_sheet), self._left[0].id, entry.paper.with_keys(ids.__getitem__)
        )

    def _go_on(self, sample: Sample) -> None:
        """Say how the sheet stands, and ask for the next one."""
        done = self._left.pop(0)
        now = next(sheet for sheet in sample.sheets if sheet.id == done.id)
        place = {"bundle": done.bundle, "place": done.place}
        if now.state is SheetState.DIFFERS:
            words, tone = tr("Ballot {bundle}–{place} is NOT as on the paper.", **place), "wrong"
        else:
            words, tone = tr("Ballot {bundle}–{place} is as on the paper.", **place), "holds"
        if not self._left:
            self.saved.emit(words)
            self.accept()
            return
        self.line.clear()
        self._show_place()
        self.say(words, tone)
        self.line.setFocus()
