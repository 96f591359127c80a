"""How ballots are entered, and below how many of a round no workbook shows them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.checks.secrecy import set_fewest_ballots
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.domain.elections.checks.secrecy import FEWEST_LIMIT
from congress_desk.domain.elections.passes.bundle_passes import MOST_PASSES
from congress_desk.domain.elections.passes.settings import (
    LEAST_BUNDLE,
    MOST_BUNDLE,
    EntrySettings,
)
from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.parts.operators.two_names import TwoNames
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts


class EntrySettingsDialog(FormDialog):
    """Asks for the number of passes and the size of a bundle."""

    def __init__(self, acts: Acts, entry: EntrySettings, parent: QWidget) -> None:
        super().__init__(tr("How ballots are entered"), tr("Save"), parent, acts=acts)
        self.tell(
            tr(
                "Entered twice or three times, each time by somebody else who sees nothing of the"
                " others, wrong keys are found before the result. A round that is open keeps what"
                " it was opened with."
            )
        )
        self.passes = ChoiceBox()
        for number in range(1, MOST_PASSES + 1):
            self.passes.addItem(passes_words(number), number)
        self.passes.setCurrentIndex(entry.passes - 1)
        self.bundle = WholeNumber()
        self.bundle.setRange(LEAST_BUNDLE, MOST_BUNDLE)
        self.bundle.setValue(entry.bundle_size)
        self.bundle.setFixedWidth(theme.px(120))
        self.add_field(tr("Every ballot is entered"), self.passes, "entryPasses")
        self.add_field(tr("Ballots in a bundle"), self.bundle, "entryBundleSize")
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        passes, size = int(self.passes.currentData()), self.bundle.value()
        self.run(set_entry_settings, EntrySettings(passes=passes, bundle_size=size))


def passes_words(passes: int) -> str:
    """Say how often ballots are entered."""
    return {
        1: tr("once"),
        2: tr("twice, by two people"),
        3: tr("three times, by three people"),
    }[passes]


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
