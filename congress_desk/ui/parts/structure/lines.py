"""The structure in a few lines: how each target stands, and the way to the whole of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.structure.targets import Judgement, Measure
from congress_desk.i18n import tr
from congress_desk.queries.structure import StructureView
from congress_desk.ui.look import theme
from congress_desk.ui.parts.structure.words import (
    judgement_sentence,
    measure_words,
    standing_sign,
)
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.state_row import StateRow


class StructureLines(QWidget):
    """Beside a list or a result; `wanted` asks for the panel with every figure."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        # The surplus is judged by the rules beside the list, once.
        self._rows = {m: StateRow() for m in Measure if m is not Measure.SURPLUS}
        self.button = make_button(
            tr("Every figure and the names"),
            self.wanted.emit,
            name="openStructure",
            icon="chart-bar",
            role="link",
        )
        column_in(
            self, theme.section(tr("Structure")), *self._rows.values(), self.button, spacing=4
        )
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return what is said of each target in sight."""
        return tuple(row.text for row in self._rows.values() if not row.isHidden())

    def show_view(self, view: StructureView | None) -> None:
        """Show how the targets of a set stand; nothing of a set without people."""
        if view is None or not view.structure.number:
            self.hide()
            return
        judged = {judgement.measure: judgement for judgement in view.judgements}
        for measure, row in self._rows.items():
            judgement = judged.get(measure)
            row.setVisible(judgement is not None)
            if judgement is not None:
                row.show_state(standing_sign(judgement).tone, _sentence(judgement, view))
        self.button.setAccessibleName(tr("Structure: every figure and the names"))
        self.show()


def _sentence(judgement: Judgement, view: StructureView) -> str:
    if judgement.measure is Measure.YOUNG and not view.structure.day:
        what = measure_words(judgement.measure, view.targets)
        return tr("{what}: not known, the congress has no first day yet", what=what)
    return judgement_sentence(judgement, view.targets)
