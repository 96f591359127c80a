"""Opening a round although something is missing: who decides, why, and the act of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from congress_desk.domain.opening.facts import GoingOn
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Problem
from congress_desk.i18n import label, problem_text, tr
from congress_desk.ui.desks.elections.gate.name_choice import NameChoice
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field_widgets import Prose
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in

REASON_HEIGHT = 84


class GoingOnForm(QWidget):
    """`going_on` carries who decides and why; nothing is offered before both are written."""

    going_on = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("goingOnForm")
        self._known: frozenset[str] = frozenset()
        self._busy = False
        self.name = NameChoice("goingOnName", tr("Who decides"))
        self._office = _muted()
        self.reason = Prose(REASON_HEIGHT)
        self.reason.setObjectName("goingOnReason")
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("Write at least a sentence"))
        self.button = make_button("", self._on_pressed, name="openAnyway", role="danger")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._missing = _muted()
        self._missing.setObjectName("goingOnMissing")
        self.name.editTextChanged.connect(self._show_missing)
        self.name.line.returnPressed.connect(self.reason.setFocus)
        self.reason.textChanged.connect(self._show_missing)
        self.reason.entered.connect(self._after_reason)
        column_in(
            self,
            theme.label(tr("Open although something is missing?"), "section", wrap=True),
            _muted(
                tr(
                    "Somebody answers for it and says why. Both go into the journal, the findings"
                    " and the counting minutes."
                )
            ),
            QLabel(tr("Who decides")),
            self.name,
            self._office,
            QLabel(tr("Reason")),
            self.reason,
            self.button,
            self._missing,
            spacing=6,
            margins=(0, 8, 0, 0),
        )

    def show_missing(self, codes: Collection[str], presidium: Sequence[Duty]) -> None:
        """Offer the presidium; what was typed stays. `codes` are what is missing in this round."""
        offices = {duty.name: _office_of(duty) for duty in presidium}
        self.name.keep_name(list(offices), offices)
        self._office.setText(
            tr("Of the presidium") if presidium else tr("Whole name: the file has no presidium")
        )
        self._known = frozenset(codes)
        self.button.setText(tr("Open without the {count} missing", count=len(codes)))
        self._show_missing()

    def clear(self) -> None:
        """Forget who decided and why: this is another round."""
        self.name.clearEditText()
        self.reason.clear()

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_missing()

    def refuse(self, problem: Problem) -> None:
        """Say what is wrong with who decides, the keyboard on it."""
        self._missing.setText(problem_text(problem))
        theme.set_tone(self._missing, "wrong")
        self.name.setFocus()

    def _after_reason(self) -> None:
        (self.button if self.button.isEnabled() else self.name).setFocus()

    def _show_missing(self) -> None:
        name, reason = clean_text(self.name.currentText()), clean_text(self.reason.text())
        self.button.setDisabled(not name or not reason or self._busy)
        what = tr("who decides") if reason else tr("who decides and the reason")
        if name:
            what = "" if reason else tr("the reason")
        self._missing.setText(tr("Missing: {what}", what=what) if what else "")
        theme.set_tone(self._missing, "look")

    def _on_pressed(self) -> None:
        self.going_on.emit(
            GoingOn(
                name=clean_text(self.name.currentText()),
                reason=clean_text(self.reason.text()),
                known=self._known,
            )
        )


def _office_of(duty: Duty) -> str:
    organ = label("organ", duty.organ.value)
    return f"{duty.title} · {organ}" if duty.title else organ


def _muted(text: str = "") -> QLabel:
    return theme.label(text, tone="muted", wrap=True)
