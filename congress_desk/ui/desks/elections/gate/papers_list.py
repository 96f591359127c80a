"""The papers of a round in four lines: issued, returned, valid, invalid and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.elections.result import RoundResult
from congress_desk.i18n import label, tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import grid_in
from congress_desk.ui.widgets.layout.pages import clear_layout


class PapersList(QWidget):
    """Each number at the right of its name."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = grid_in(self, down=4, wide=0)

    def show_result(self, result: RoundResult) -> None:
        """Show the papers of this round."""
        clear_layout(self._grid)
        self._grid.addWidget(theme.caption(tr("Ballots")), 0, 0, 1, 2)
        accounting = result.accounting
        reasons = ", ".join(
            f"{label('reason', reason.value)} {count}"
            for reason, count in result.invalid_by_reason.items()
        )
        invalid = tr("Invalid · {reasons}", reasons=reasons) if reasons else tr("Invalid")
        for row, (title, number) in enumerate(
            (
                (tr("Issued"), accounting.issued),
                (tr("Returned"), accounting.returned),
                (tr("Valid"), result.valid),
                (invalid, result.invalid),
            ),
            start=1,
        ):
            words = QLabel(title, wordWrap=True)
            figure = theme.label("–" if number is None else str(number), "strong")
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignRight)
