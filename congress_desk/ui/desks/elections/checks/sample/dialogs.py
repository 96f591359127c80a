"""The dialogs of a sample: drawn by a seed, then its sheets typed from the paper one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.checks.sample import compare_sheet, draw_sample
from congress_desk.domain.elections.checks.sample import (
    CONFIDENCES,
    Sample,
    SampleSheet,
    SheetState,
    sheets_needed,
)
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.ballot_form import BallotForm
from congress_desk.ui.desks.elections.operator_acts import by_operator
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts

USUAL = 95


class SheetDialog(FormDialog):
    """What is recorded is never shown; only whether it is the same, once the paper is typed.

    `compared` carries how the last sheet stands: the tone, and the words.
    """

    compared = Signal(str, str)

    def __init__(
        self, acts: Acts, sheet: RoundSheet, left: Sequence[SampleSheet], parent: QWidget
    ) -> None:
        super().__init__(
            tr("Compare with the paper"), tr("Compare"), parent, acts=acts, leave=tr("Stop here")
        )
        self._left = list(left)
        self.place = self.tell("", "section")
        self.place.setObjectName("samplePlace")
        self.tell(
            tr(
                "Take this sheet out of its bundle and type the whole ballot. What is recorded is"
                " not shown."
            )
        )
        self.ballot = BallotForm(self, sheet, "sampleLine")
        self.wrong = {"": self.ballot.line}
        self.submitted.connect(self._on_submitted)
        self._show_place()

    def finish(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value)
            return
        self._go_on(value)

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

    def _on_submitted(self) -> None:
        paper = self.ballot.paper()
        if paper is not None:
            self.clear_wrong()
            self.run(by_operator(compare_sheet), self._left[0].id, paper)

    def _go_on(self, sample: Sample) -> None:
        """Say how the sheet stands, and ask for the next one."""
        done = self._left.pop(0)
        now = next(sheet for sheet in sample.sheets if sheet.id == done.id)
        place = {"bundle": done.bundle, "place": done.place}
        if now.state is SheetState.DIFFERS:
            words, tone = (
                tr("Ballot {place} of bundle {bundle} is NOT as on the paper.", **place),
                "wrong",
            )
        else:
            words, tone = (
                tr("Ballot {place} of bundle {bundle} is as on the paper.", **place),
                "holds",
            )
        if not self._left:
            self.compared.emit(tone, words)
            self.accept()
            return
        self.ballot.line.clear()
        self._show_place()
        self.say(words, tone)
        self.ballot.line.setFocus()


class DrawDialog(FormDialog):
    """Says how many sheets it will be while the numbers are chosen."""

    def __init__(self, acts: Acts, sheet: RoundSheet, parent: QWidget) -> None:
        super().__init__(tr("Draw a sample"), tr("Draw"), parent, acts=acts)
        by_totals = sum(totals.sheets for totals in sheet.totals.values())
        self._round_id, self._ballots = sheet.round.id, sheet.result.entered - by_totals
        self.tell(
            tr(
                "Throw the dice before everybody and write what they show: the places follow from"
                " it, and anybody can work them out again."
            )
        )
        if by_totals:
            self.tell(
                tr(
                    "{count} ballots were entered by totals: none of them can be drawn.",
                    count=by_totals,
                )
            )
        self.seed = self.add_line(
            tr("Thrown by lot"), "sampleSeed", hint="3-5-1-6-2-2", longest=NAME_LIMIT
        )
        choices = [(f"{each}%", each) for each in CONFIDENCES]
        self.confidence = self.add_choice(tr("Confidence"), "sampleConfidence", choices, USUAL)
        self.few = WholeNumber()
        self.few.setRange(1, max(self._ballots, 1))
        # One in a hundred: fewer than that hardly decide who is elected.
        self.few.setValue(max(1, -(-self._ballots // 100)))
        self.few.setFixedWidth(theme.px(120))
        self.add_field(tr("Wrong ballots not to be missed"), self.few, "sampleWrong")
        self.size_words = theme.label(name="sampleSize", wrap=True)
        self.form.addRow("", self.size_words)
        self.wrong = {"": self.seed, "sample_wrong_outside": self.few}
        self.confidence.currentIndexChanged.connect(self._show_size)
        self.few.valueChanged.connect(self._show_size)
        self.submitted.connect(self._on_submitted)
        self._show_size()

    def _show_size(self) -> None:
        confidence = int(self.confidence.currentData())
        count = sheets_needed(self._ballots, self.few.value(), confidence)
        self.size_words.setText(
            tr("{count} of {ballots} ballots are drawn.", count=count, ballots=self._ballots)
        )

    def _on_submitted(self) -> None:
        self.run(
            draw_sample,
            self._round_id,
            self.seed.text(),
            int(self.confidence.currentData()),
            self.few.value(),
        )
