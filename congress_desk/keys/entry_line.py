"""What is typed on the entry line of ballots: characters of a line, fixed by the contract."""

from __future__ import annotations

from congress_desk.domain.elections.entry_line import REASONS
from congress_desk.i18n import tr


def entry_line_keys() -> tuple[tuple[str, str], ...]:
    """Return what can be typed, with what it means."""
    return (
        ("03 12 16",
         tr("Two digits a name in a list of 10 or more; no separator needed: 031216")),
        ("7-9", tr("From one number to another")),
        ("0 Enter", tr("The untouched ballot: nothing struck, or agree with all")),
        ("Enter", tr("Record the ballot; an empty line records nothing")),
        ("+ Enter", tr("The same as the ballot before; +12 Enter: twelve more of them")),
        (f"*1 … *{max(REASONS)}", tr("Invalid, with the digit of the reason")),
        ("/12  //12", tr("X in both boxes of a line, or in neither")),
        ("-", tr("On an empty line: take back the last ballot")),
        ("↑ ↓", tr("reopens a recorded ballot")),
    )  # fmt: skip
