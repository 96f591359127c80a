"""How fast and how surely each operator types: a page for the head of the board alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from congress_desk.domain.operators.figures import OperatorFigures
from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel, text_columns
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button

WIDTH, HEIGHT = 800, 420


class OperatorFiguresDialog(QDialog):
    """A table, one line an operator; nothing in it is kept after the closing."""

    def __init__(self, found: Sequence[OperatorFigures], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Speed and corrections"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = self.screen().availableSize()
        self.resize(min(theme.px(WIDTH), room.width()), min(theme.px(HEIGHT), room.height()))
        titles = (
            tr("Full name"), tr("Ballots"), tr("Ballots an hour"), tr("Corrected"),
            tr("Differing from what was agreed"),
        )  # fmt: skip
        model = RecordTableModel(text_columns(titles, numbers={1, 2, 3, 4}), self)
        self.table = DataTable("figuresTable", tr("Speed and corrections"), model)
        self.table.show_records([_row(line) for line in found])
        said = theme.subtitle(
            tr(
                "For the head of the board alone; on no paper, and deleted when the congress is"
                " closed. Whose votes they are is nowhere."
            )
        )
        said.setWordWrap(True)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[theme.px(24)] * 4)
        page.setSpacing(theme.px(12))
        page.addWidget(theme.section(tr("Speed and corrections")))
        page.addWidget(said)
        page.addWidget(self.table, 1)
        self.leave = make_button(tr("Close"), self.accept, name="leave")
        page.addLayout(button_row(None, self.leave))
        self.table.setFocus()


def _row(line: OperatorFigures) -> tuple[str, ...]:
    speed = line.pace.ballots_an_hour
    return (
        line.name,
        str(line.pace.ballots),
        "–" if speed is None else str(speed),
        str(line.pace.corrected),
        _differing(line),
    )


def _differing(line: OperatorFigures) -> str:
    """Return how many of the sheets that other passes checked were agreed otherwise."""
    checked = line.checked
    if not checked.sheets:
        return "–"
    return tr("{differing} of {sheets}", differing=checked.differing, sheets=checked.sheets)
