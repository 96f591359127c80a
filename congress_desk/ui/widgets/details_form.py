"""The form of a congress: its name, who holds it, which one, when and where."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.i18n import label, tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.inputs.date_input import moment_text, typed_moment

TEXT_LIMIT = 500


class DetailsForm(QWidget):
    """Fields for `CongressDetails`; `edited` when the user changed one."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(theme.px(16))
        self._layout.setVerticalSpacing(theme.px(8))
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.name = self._line("nameField", tr("Name of the congress"))
        self.superior = self._line("superiorField", tr("Superior body"))
        self.body = self._line("bodyField", tr("Held by"))
        self.ordinal = self._line("ordinalField", tr("Ordinal"), tr("such as XII"))
        self.term = self._line("termField", tr("Term"), tr("such as 2025 - 2030"))
        self.kind = self._kinds()
        self.place = self._line("placeField", tr("Venue"))
        self.starts = self._line("startsField", tr("Begins"), tr("day/month/year hour:minute"))
        self.ends = self._line("endsField", tr("Ends"), tr("day/month/year hour:minute"))
        self._fault = QLabel()
        self._fault.setWordWrap(True)
        theme.set_tone(self._fault, "wrong")
        self._fault.hide()
        self._layout.addRow("", self._fault)

    def show_details(self, details: CongressDetails) -> None:
        """Fill the fields; `edited` is silent."""
        for name in ("name", "superior", "body", "ordinal", "term", "place"):
            getattr(self, name).setText(getattr(details, name))
            # A name that is longer than its field is read from its beginning.
            getattr(self, name).setCursorPosition(0)
        self.kind.setCurrentIndex(self.kind.findData(details.kind))
        self.starts.setText(moment_text(details.starts))
        self.ends.setText(moment_text(details.ends))
        self._clear_fault()

    def add_row(self, title: str, field: QWidget) -> None:
        """Add one more field above the place where faults are told."""
        self._layout.insertRow(self._layout.rowCount() - 1, title, field)

    def details(self) -> CongressDetails | None:
        """Return what the fields say; None, and the first wrong field in red, when one is wrong."""
        self._clear_fault()
        if not clean_text(self.name.text()):
            self._refuse(self.name, tr("Give the congress a name"))
            return None
        moments = {}
        for field in (self.starts, self.ends):
            typed = typed_moment(field.text())
            if typed is None:
                self._refuse(field, tr("Type the time as 13/03/2020 07:30"))
                return None
            moments[field] = typed
        return CongressDetails(
            name=clean_text(self.name.text()),
            superior=clean_text(self.superior.text()),
            body=clean_text(self.body.text()),
            ordinal=clean_text(self.ordinal.text()),
            term=clean_text(self.term.text()),
            kind=CongressKind(self.kind.currentData()),
            place=clean_text(self.place.text()),
            starts=moments[self.starts],
            ends=moments[self.ends],
        )

    def _line(self, object_name: str, title: str, hint: str = "") -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(object_name)
        line.setAccessibleName(title)
        line.setPlaceholderText(hint)
        line.setMaxLength(TEXT_LIMIT)
        line.textEdited.connect(lambda _: self.edited.emit())
        self._layout.addRow(title, line)
        return line

    def _kinds(self) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName("kindField")
        combo.setAccessibleName(tr("Kind of congress"))
        for kind in CongressKind:
            combo.addItem(label("congress_kind", kind.value), kind)
        combo.activated.connect(lambda _: self.edited.emit())
        self._layout.addRow(tr("Kind of congress"), combo)
        return combo

    def _refuse(self, field: QLineEdit, why: str) -> None:
        theme.set_property(field, "wrong", True)
        self._fault.setText(why)
        self._fault.show()
        field.setFocus()

    def _clear_fault(self) -> None:
        for field in (self.name, self.starts, self.ends):
            theme.set_property(field, "wrong", False)
        self._fault.hide()
