"""Two people choose that the ballots of a round of few are in the workbook one by one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.checks.secrecy import show_matrix
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import tr
from congress_desk.ui.parts.operators.two_names import TwoNames
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts


class ShowFewDialog(FormDialog):
    """Says how few ballots there are, and asks for two names."""

    def __init__(self, acts: Acts, sheet: RoundSheet, fewest: int, parent: QWidget) -> None:
        title = tr("Show the ballots of round {number} one by one?", number=sheet.round.number)
        super().__init__(title, tr("Put them into the workbook"), parent, acts=acts)
        self._round_id = sheet.round.id
        self.tell(sheet.election.title, "section")
        self.tell(
            tr(
                "Only {ballots} ballots were cast; below {fewest} the workbook leaves them out,"
                " because so few may tell who voted how. Both names go into the journal.",
                ballots=sheet.result.entered,
                fewest=fewest,
            )
        )
        self.two = TwoNames(self)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.two.run(show_matrix, self._round_id, subject=self._round_id)
