"""Below how many ballots of a round no workbook shows them one by one: chosen by two people."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.checks.secrecy import set_fewest_ballots
from congress_desk.domain.elections.checks.secrecy import FEWEST_LIMIT
from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.parts.operators.two_names import TwoNames
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts


class SmallRoundDialog(FormDialog):
    """Asks for the number and for two names."""

    def __init__(self, acts: Acts, fewest: int, parent: QWidget) -> None:
        super().__init__(tr("Secrecy of small rounds"), tr("Save"), parent, acts=acts)
        self.tell(
            tr(
                "The results workbook shows every ballot, without a voter. Of a round of fewer"
                " ballots than this it shows none: so few may tell who voted how."
            )
        )
        self.fewest = WholeNumber()
        self.fewest.setRange(0, FEWEST_LIMIT)
        self.fewest.setValue(fewest)
        self.fewest.setFixedWidth(theme.px(120))
        self.add_field(tr("Fewest ballots shown"), self.fewest, "fewestBallots")
        self.two = TwoNames(self)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.two.run(set_fewest_ballots, self.fewest.value(), subject=0)
