"""What the gate shows of a round, read in one question."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.duties.duty import Organ
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.text.clean_text import fold
from congress_desk.queries.congress import duties
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class GateView:
    """A round with the names that may answer for it: the counting board first, its head ahead."""

    sheet: RoundSheet
    names: tuple[str, ...]


def gate_view(file: CongressFile, round_id: int) -> GateView:
    """Return a round at its gate; KeyError when there is none of this id."""
    sheet = round_sheet(file, round_id)
    heads = [duty for duty in sheet.board if fold(duty.title).startswith("truong")]
    presidium = [duty for duty in duties(file) if duty.organ is Organ.PRESIDIUM]
    names = (duty.name for duty in (*heads, *sheet.board, *presidium))
    return GateView(sheet=sheet, names=tuple(dict.fromkeys(names)))
