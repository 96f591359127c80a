"""What an act on ballots notes of how fast and how surely its operator types."""

from __future__ import annotations

from congress_desk.domain.operators.figures import LONGEST_ENTRY
from congress_desk.domain.operators.operator import named
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.operators import operators

_TABLE = "desk_operator_pace"


def note_entries(file: CongressFile, act: Act, count: int) -> None:
    """Note ballots of whoever is signed in; those entered one by one give the speed."""
    operator_id = file.signed_in.operator_id
    if not operator_id:
        return
    seconds = file.signed_in.seconds_since_entry(file.clock(), LONGEST_ENTRY)
    timed = 1 if seconds is not None and count == 1 else 0
    act.add_untold(
        _TABLE,
        {"operator_id": operator_id},
        ballots=count,
        timed=timed,
        seconds=seconds or 0 if timed else 0,
        corrected=0,
    )


def note_correction(file: CongressFile, act: Act, name: str) -> None:
    """Note that a ballot which somebody of this name entered was put right."""
    operator = named(operators(file), name)
    if operator is not None:
        key = {"operator_id": operator.id}
        act.add_untold(_TABLE, key, ballots=0, timed=0, seconds=0, corrected=1)
