"""What may be chosen of a paper before it is printed or saved; only what fits it is shown."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from congress_desk.domain.text.number_ranges import number_ranges, ranges_text
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.papers.paper import CARDS, MAY_BE_PRIVATE, Paper, PaperChoices
from congress_desk.reports.people.cards import Symbol
from congress_desk.reports.people.people_order import Order
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.layouts import column_in

CREDENTIALS = "credentials"
ORDERED = "people-list"


class ChoicesPanel(QWidget):
    """`changed` says that the paper must be made anew.

    `complained` carries what the credentials committee wrote of complaints.
    """

    changed = Signal()
    complained = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._complaints = ""
        self.private = QCheckBox(tr("With dates of birth and notes"))
        self.private.setObjectName("withPrivate")
        self.format = _choice("paperFormat", [(tr("PDF"), ".pdf"), (tr("DOCX (Word)"), ".docx")])
        self.order = _choice(
            "peopleOrder",
            [(tr("By delegation"), Order.DELEGATION), (tr("By given name"), Order.NAME)],
        )
        self.symbol = _choice(
            "cardSymbol", [(tr("QR code"), Symbol.QR), (tr("Code 128"), Symbol.CODE_128)]
        )
        self.numbers = _field("cardNumbers", tr("all"))
        self.complaints = _field("complaints", tr("to be filled in by hand"))
        self._rows: dict[str, tuple[QWidget, ...]] = {}
        self._lay_out()
        self._connect()

    @property
    def suffix(self) -> str:
        """Return ".pdf" or ".docx", as it was chosen for documents."""
        return str(self.format.currentData())

    def choices(self) -> PaperChoices | Refusal:
        """Return what is chosen; a Refusal of numbers that are none."""
        text = self.numbers.text().strip()
        numbers = number_ranges(text) if text else ()
        if isinstance(numbers, Refusal):
            return numbers
        return PaperChoices(
            private=self.private.isChecked(),
            order=Order(self.order.currentData()),
            symbol=Symbol(self.symbol.currentData()),
            people=frozenset(numbers),
        )

    def show_for(self, paper: Paper | None) -> None:
        """Show the choices that this paper has."""
        kind = paper.kind if paper else ""
        if kind not in MAY_BE_PRIVATE:
            # What is out of sight must not go along when all papers are saved.
            with QSignalBlocker(self.private):
                self.private.setChecked(False)
        self._show("private", kind in MAY_BE_PRIVATE)
        self._show("order", kind == ORDERED)
        self._show("symbol", kind == CARDS)
        self._show("numbers", kind == CARDS)
        self._show("complaints", kind == CREDENTIALS)
        self._show("format", paper is not None and paper.has_docx)

    def show_complaints(self, text: str) -> None:
        """Show what the file keeps of complaints, unless somebody is writing there."""
        if not self.complaints.hasFocus():
            self._complaints = text
            self.complaints.setText(text)

    def choose_people(self, numbers: tuple[int, ...]) -> None:
        """Choose whose cards are printed."""
        with QSignalBlocker(self.numbers):
            self.numbers.setText(ranges_text(numbers))

    def _show(self, name: str, shown: bool) -> None:
        for widget in self._rows[name]:
            widget.setVisible(shown)

    def _connect(self) -> None:
        self.private.toggled.connect(lambda _: self.changed.emit())
        for choice in (self.order, self.symbol):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.numbers.editingFinished.connect(self._on_numbers)
        self.complaints.editingFinished.connect(self._on_complaints)

    def _on_numbers(self) -> None:
        if self.numbers.isModified():
            self.numbers.setModified(False)
            self.changed.emit()

    def _on_complaints(self) -> None:
        text = self.complaints.text().strip()
        if text != self._complaints:
            self._complaints = text
            self.complained.emit(text)

    def _lay_out(self) -> None:
        column = column_in(self, self.private, spacing=4)
        self._rows["private"] = (self.private,)
        for name, words, field in (
            ("order", tr("Order"), self.order),
            ("symbol", tr("Symbol on the card"), self.symbol),
            ("numbers", tr("Numbers, such as 1-40, 43"), self.numbers),
            ("complaints", tr("Complaints about credentials"), self.complaints),
            ("format", tr("Save as"), self.format),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(field)
            self._rows[name] = (label, field)


def _choice(name: str, entries: list[tuple[str, str]]) -> QComboBox:
    combo = ChoiceBox()
    combo.setObjectName(name)
    for words, value in entries:
        combo.addItem(words, str(value))
    return combo


def _field(name: str, when_empty: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setPlaceholderText(when_empty)
    return field
