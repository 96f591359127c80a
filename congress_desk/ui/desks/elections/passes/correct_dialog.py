"""A ballot that is agreed already, typed again from the paper: a new record with its reason."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.passes.settling import correct_agreed
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.ballot_form import BallotForm
from congress_desk.ui.desks.elections.counting.line.typed_acts import new_uid
from congress_desk.ui.desks.elections.operator_acts import by_operator
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.screen_acts import Acts


class CorrectDialog(FormDialog):
    """Asks for the sheet, the whole ballot as it is on the paper, and why it is corrected.

    A ballot that no pass has is asked for once more, with the line empty.
    """

    def __init__(
        self, acts: Acts, sheet: RoundSheet, bundle: BundlePasses, together: str, parent: QWidget
    ) -> None:
        title = tr("Correct an agreed ballot of bundle {bundle}", bundle=bundle.number)
        super().__init__(title, tr("Record the correction"), parent, acts=acts)
        self._sheet, self._bundle, self._together = sheet, bundle, together
        self._typed: tuple[int, Paper] | None = None
        self._untold: tuple[int, Paper] | None = None
        self.tell(
            tr(
                "Every pass stays as it was entered. The ballot is typed whole, from the paper;"
                " the journal keeps both, with the reason."
            )
        )
        self.place = NumberField()
        theme.set_property(self.place, "compact", False)
        self.place.setFixedWidth(theme.px(96))
        self.add_field(tr("Sheet from the top"), self.place, "correctPlace")
        self.ballot = BallotForm(self, sheet, "correctLine")
        self.reason = self.add_line(tr("Reason"), "correctReason")
        self.wrong = {
            "": self.ballot.line,
            "place_not_agreed": self.place,
            "reason_missing": self.reason,
            "text_too_long": self.reason,
        }
        self.place.finished.connect(self.submitted)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        place = self.place.value()
        if not place:
            self.refuse_words(tr("Write which sheet it is, counted from the top"), self.place)
            return
        paper = self.ballot.paper()
        if paper is None:
            return
        self._typed = (place, paper)
        self.run(
            by_operator(correct_agreed),
            self._sheet.round.id,
            self._bundle.number,
            place,
            paper,
            new_uid(),
            reason=self.reason.text(),
            together=self._together,
            twice=self._typed == self._untold,
        )

    def finish(self, value: Any) -> None:
        if isinstance(value, Refusal) and value.first.code == "sheet_told_by_no_pass":
            self._untold = self._typed
            self.ballot.line.clear()
        super().finish(value)
