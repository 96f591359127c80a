"""The printed sign-in list ticked in by ranges: first what it would do, then one act."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.people.register import TickedIn
from congress_desk.domain.text.number_ranges import number_ranges, ranges_text
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.state_row import StateRow

REST_MS = 200


class SignedListDialog(FormDialog):
    """`plan_wanted` carries the numbers to look up; `submitted` once there are new ones.

    Enter pressed before they were looked up waits for it, and then asks for a second look only
    where one of the numbers is nobody's or is barred.
    """

    plan_wanted = Signal(object)

    def __init__(self, parent: QWidget | None) -> None:
        title = tr("Check in from the signed list")
        super().__init__(title, tr("Check in"), parent, leave=tr("Close"))
        self.setObjectName("signedListDialog")
        self.numbers: tuple[int, ...] = ()
        self._enter_waits = False
        self.field = self.add_line(tr("Numbers that signed"), "signedNumbers", hint="1-40, 43")
        self.rows = {name: StateRow() for name in ("entered", "already", "unknown", "forbidden")}
        for name, row in self.rows.items():
            row.setObjectName(f"signed_{name}")
            row.hide()
        self.say(
            tr("Numbers and ranges as on the list: 1-40, 43. Nothing is recorded yet."), "muted"
        )
        self.add_states(self.rows.values())
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.submit.setEnabled(False)

    def show_plan(self, plan: TickedIn) -> None:
        """Say what would become of the numbers."""
        count = len(plan.entered)
        self._tell(
            "entered",
            "holds",
            tr("{count} to check in: {numbers}", **_params(plan.entered)),
        )
        self._tell(
            "already",
            "muted",
            tr("{count} in already: {numbers}", **_params(plan.already)),
        )
        self._tell(
            "unknown",
            "look",
            tr("{count} that nobody has: {numbers}", **_params(plan.unknown)),
        )
        self._tell(
            "forbidden",
            "look",
            tr(
                "{count} whose status forbids it, change it first: {numbers}",
                **_params(plan.forbidden),
            ),
        )
        for name, row in self.rows.items():
            row.setVisible(bool(getattr(plan, name)))
        self.submit.setEnabled(count > 0)
        self.submit.setText(tr("Check in {count} people", count=count) if count else tr("Check in"))
        self.say("" if count else tr("There is nobody new in these numbers."), "look")
        waited, self._enter_waits = self._enter_waits, False
        if waited and count and not plan.unknown and not plan.forbidden:
            self.submit.click()

    def _tell(self, name: str, tone: str, words: str) -> None:
        self.rows[name].show_state(tone, words)

    def _on_text_changed(self) -> None:
        self._enter_waits = False
        self.submit.setEnabled(False)
        self._rest.start()

    def _on_return_pressed(self) -> None:
        """Enter typed faster than the numbers were looked up is not lost: it waits for that."""
        self._enter_waits = not self.submit.isEnabled()
        if self._rest.isActive():
            self._rest.stop()
            self._on_rested()

    def _on_rested(self) -> None:
        text = self.field.text()
        for row in self.rows.values():
            row.hide()
        found = number_ranges(text)
        if isinstance(found, Refusal):
            self._enter_waits = False
            self.refuse(found) if text.strip() else self.say("", "muted")
            return
        self.numbers = found
        self.say("", "muted")
        self.plan_wanted.emit(found)


def _params(numbers: tuple[int, ...]) -> dict[str, str | int]:
    text = ranges_text(numbers)
    return {"count": len(numbers), "numbers": text if len(text) <= 160 else f"{text[:160]}…"}
