"""What may be chosen of a ballot: paper, columns, papers to a sheet, colour, how many."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from congress_desk.domain.ballot_papers.ballot_print import MOST_COPIES
from congress_desk.i18n import message, tr, with_decimal_mark
from congress_desk.papers.ballot_run import BallotView
from congress_desk.reports.ballot_papers.forms import (
    BallotForm,
    Colour,
    ColourKind,
    PaperSize,
    sheet_of,
)
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.layout.layouts import column_in

_NONE = ""


class FormChoices(QWidget):
    """`changed` says that the ballot must be laid out anew."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        automatic = (tr("automatic: the largest type"), _NONE)
        sizes = [(size.value, size.value) for size in reversed(PaperSize)]
        self.paper = _choice("ballotSize", [automatic, *sizes])
        self.columns = _choice(
            "ballotColumns",
            [(tr("automatic"), _NONE), (tr("one column"), "1"), (tr("two columns"), "2")],
        )
        self.on_sheet = _choice("ballotsOnSheet", [(tr("automatic"), _NONE)])
        self.colour = _choice("ballotColour", [(_colour(c), c.value) for c in Colour])
        self.kind = _choice(
            "ballotColourKind",
            [
                (tr("on paper of this colour"), ColourKind.PAPER.value),
                (tr("with a printed band"), ColourKind.BAND.value),
            ],
        )
        self.copies = WholeNumber()
        self.copies.setObjectName("ballotCopies")
        self.copies.setRange(1, MOST_COPIES)
        self.copies.setKeyboardTracking(False)
        self.said = theme.label(tone="muted", wrap=True)
        self._typed = False
        self._lay_out()
        self._connect()

    def form(self) -> BallotForm:
        """Return what is chosen."""
        size, columns, on_sheet = (
            str(combo.currentData()) for combo in (self.paper, self.columns, self.on_sheet)
        )
        return BallotForm(
            size=PaperSize(size) if size else None,
            columns=int(columns) if columns else None,
            on_sheet=int(on_sheet) if on_sheet else None,
            colour=Colour(self.colour.currentData()),
            colour_kind=ColourKind(self.kind.currentData()),
        )

    def wanted_copies(self) -> int | None:
        """Return how many ballots were asked for, None while nobody typed a number."""
        return self.copies.value() if self._typed else None

    def start_anew(self) -> None:
        """Forget a number that was typed for another election."""
        self._typed = False

    def show_view(self, view: BallotView) -> None:
        """Show what was made of the choices."""
        ballots = view.ballots
        self.kind.setEnabled(self.form().colour is not Colour.WHITE)
        if ballots is None:
            self.said.clear()
            return
        self._offer_sheets(ballots.layout.size)
        if not self.copies.hasFocus():
            with QSignalBlocker(self.copies):
                self.copies.setValue(ballots.copies)
        layout = ballots.layout
        sides = tr("printed on both sides") if len(layout.pages) > 1 else tr("printed on one side")
        self.said.setText(
            tr(
                "{size}, type {type}, {sides}. {sheets} sheets {sheet} with {copies} ballots:"
                " {needed} voters, {reserve} in reserve.",
                size=layout.size.value,
                type=with_decimal_mark(f"{layout.type_size:g}"),
                sides=sides,
                sheets=ballots.sheets,
                sheet=ballots.sheet.size.value,
                copies=ballots.copies,
                needed=view.needed,
                reserve=ballots.copies - view.needed,
            )
        )

    def _offer_sheets(self, size: PaperSize) -> None:
        """Offer only as many ballots on a sheet as a printer's paper holds."""
        offered = [(tr("automatic"), _NONE)]
        for count in (1, 2, 4):
            sheet = sheet_of(size, count)
            if sheet is not None:
                words = tr("{count} on a sheet {sheet}", count=count, sheet=sheet.size.value)
                offered.append((words, str(count)))
        before = self.on_sheet.currentData()
        with QSignalBlocker(self.on_sheet):
            self.on_sheet.clear()
            for words, value in offered:
                self.on_sheet.addItem(words, value)
            self.on_sheet.setCurrentIndex(max(self.on_sheet.findData(before), 0))

    def _on_copies(self) -> None:
        self._typed = True
        self.changed.emit()

    def _connect(self) -> None:
        for combo in (self.paper, self.columns, self.on_sheet, self.colour, self.kind):
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.copies.valueChanged.connect(lambda _: self._on_copies())

    def _lay_out(self) -> None:
        column = column_in(self, spacing=4)
        for words, field in (
            (tr("Paper"), self.paper),
            (tr("Names"), self.columns),
            (tr("Ballots on a sheet"), self.on_sheet),
            (tr("Colour"), self.colour),
            (_NONE, self.kind),
            (tr("Ballots to print"), self.copies),
        ):
            if words:
                label = QLabel(words)
                label.setBuddy(field)
                field.setAccessibleName(words)
                column.addWidget(label)
            column.addWidget(field)
        self.kind.setAccessibleName(tr("How the colour is shown"))
        column.addWidget(self.said)


def _colour(colour: StrEnum) -> str:
    return message(f"ballot_colour.{colour.value}")


def _choice(name: str, entries: list[tuple[str, str]]) -> QComboBox:
    combo = ChoiceBox()
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for words, value in entries:
        combo.addItem(words, value)
    return combo
