"""The two who confirm at the gate where operators are defined: those who unlock the round."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.operators.unlock import Unlock
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.gate.confirmation_form import ConfirmationForm
from congress_desk.ui.desks.elections.gate.view import GateView
from congress_desk.ui.parts.operators.unlock_dialog import ask_two
from congress_desk.ui.widgets.screen_acts import Acts

# Other people are to unlock it; whoever is only without an office says why.
_OVER = frozenset(
    {
        "unlock_needed", "unlock_over", "two_names_needed", "confirmer_is_candidate",
        "confirmer_name_unclear",
    }
)  # fmt: skip


class GateUnlocking(QObject):
    """`opened` once two people typed their PINs; their names stand on the form then."""

    opened = Signal()

    def __init__(self, acts: Acts, form: ConfirmationForm, gate: QWidget) -> None:
        super().__init__(gate)
        self._acts, self._form, self._gate = acts, form, gate
        self._round_id, self._needed = 0, False
        self.unlock: Unlock | None = None

    @property
    def locked(self) -> bool:
        """Say whether two people have to unlock the round before it is declared."""
        return self._needed and self.unlock is None

    @property
    def missing(self) -> str:
        """Return what is said while it is locked."""
        return tr("Two people unlock it first; nothing is sealed yet.") if self.locked else ""

    def begin(self, round_id: int) -> None:
        """Let another round be locked."""
        self._round_id, self.unlock = round_id, None

    def show_view(self, view: GateView) -> None:
        """Ask for names, or show who unlocked the round."""
        self._needed = view.needs_unlock
        names = (self.unlock.first, self.unlock.second) if self.unlock else ("", "")
        self._form.be_unlocked_by(names if self._needed else None)

    def ask(self) -> None:
        """Ask two people for their PINs."""
        ask_two(self._acts, "declare_result", self._round_id, self._gate, self._on_unlocked)

    def follow(self, refusal: Refusal) -> None:
        """Be locked again where these two cannot seal the round, or it took them too long."""
        if refusal.first.code in _OVER:
            self.unlock = None

    def _on_unlocked(self, opened: Unlock) -> None:
        self.unlock = opened
        self._form.be_unlocked_by((opened.first, opened.second))
        self.opened.emit()
