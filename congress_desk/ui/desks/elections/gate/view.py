"""What the gate shows of a round, read in one question."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.confirmers import Confirmer
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import label
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.operators import are_defined
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class GateView:
    """A round with those who may answer for it: the counting board first, its head ahead.

    `needs_unlock` says that the two who confirm are those who unlock it with their PINs.
    """

    sheet: RoundSheet
    needs_unlock: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(confirmer.name for confirmer in self.sheet.confirmers)


def gate_view(file: CongressFile, round_id: int) -> GateView:
    """Return a round at its gate; KeyError when there is none of this id."""
    return GateView(sheet=round_sheet(file, round_id), needs_unlock=are_defined(file))


def office_words(confirmer: Confirmer) -> str:
    """Return title and organ of who confirms, the organ once: "Trưởng ban · Ban kiểm phiếu"."""
    duty = confirmer.duty
    organ = label("organ", duty.organ.value)
    return f"{duty.title} · {organ}" if duty.title else organ
