"""The sheets of a sample, one after the other: each typed from the paper, then held against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.checks.sample import compare_sheet
from congress_desk.domain.elections.checks.sample import Sample, SampleSheet, SheetState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.ballot_form import BallotForm
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
            self.saved.emit(words)
            self.accept()
            return
        self.ballot.line.clear()
        self._show_place()
        self.say(words, tone)
        self.ballot.line.setFocus()
