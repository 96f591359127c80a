"""A ballot that is agreed already, typed again from the paper: a new record with its reason."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.actions.elections.passes.settling import correct_agreed
from congress_desk.domain.elections.entry_line import (
    EntryContext,
    EntryKind,
    paper_so_far,
    read_entry,
)
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.queries.elections.rounds import ballot_rules
from congress_desk.ui.desks.elections.counting.ballot_words import verdict_words
from congress_desk.ui.desks.elections.counting.line.typed_acts import new_uid
from congress_desk.ui.desks.elections.operator_acts import by_operator
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.screen_acts import Acts


class CorrectDialog(FormDialog):
    """Asks for the sheet, the whole ballot as it is on the paper, and why it is corrected."""

    def __init__(
        self, acts: Acts, sheet: RoundSheet, bundle: BundlePasses, together: str, parent: QWidget
    ) -> None:
        title = tr("Correct an agreed ballot of bundle {bundle}", bundle=bundle.number)
        super().__init__(title, tr("Record the correction"), parent, acts=acts)
        self._sheet, self._bundle, self._together = sheet, bundle, together
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
        self.line = self.add_line(
            tr("The paper reads"), "correctLine", hint=tr("as on the entry line: 03 12, 0, *4")
        )
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.form.addRow("", self.verdict)
        self.reason = self.add_line(tr("Reason"), "correctReason")
        self.wrong = {
            "": self.line,
            "place_not_agreed": self.place,
            "reason_missing": self.reason,
            "text_too_long": self.reason,
        }
        self.line.textChanged.connect(self._show_verdict)
        self.place.finished.connect(self.submitted)
        self.submitted.connect(self._on_submitted)

    @property
    def _context(self) -> EntryContext:
        found = self._sheet.round
        return EntryContext(names=len(found.candidates), mode=found.mode)

    def _show_verdict(self) -> None:
        text = self.line.text()
        rules = ballot_rules(self._sheet.round, self._sheet.congress.rules)
        paper = paper_so_far(text, self._context)
        words = verdict_words(paper, rules.judge(paper), rules)
        self.verdict.setText(words.sentence if text else "")

    def _on_submitted(self) -> None:
        place = self.place.value()
        if not place:
            self.refuse_words(tr("Write which sheet it is, counted from the top"), self.place)
            return
        entry = read_entry(self.line.text(), self._context)
        if isinstance(entry, Refusal):
            self.refuse_words(problem_text(entry.first), self.line)
            return
        if entry.kind is not EntryKind.PAPER:
            self.refuse_words(tr("Type the whole ballot"), self.line)
            return
        ids = {n: c.id for n, c in enumerate(self._sheet.round.candidates, start=1)}
        self.run(
            by_operator(correct_agreed),
            self._sheet.round.id,
            self._bundle.number,
            place,
            entry.paper.with_keys(ids.__getitem__),
            new_uid(),
            reason=self.reason.text(),
            together=self._together,
        )
