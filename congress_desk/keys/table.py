"""Every place of the window with what can be done there: the one table of commands.

A place has what stands there and what the places around it have.
"""

from __future__ import annotations

from congress_desk.keys.election_commands import ELECTION_PLACES
from congress_desk.keys.hall_commands import HALL_PLACES
from congress_desk.keys.holding_commands import HOLDING_PLACES
from congress_desk.keys.place import CommandPlace, Line
from congress_desk.keys.preparing_commands import PREPARING_PLACES
from congress_desk.keys.recording_commands import RECORDING_PLACES
from congress_desk.keys.window_commands import WINDOW_PLACES

PLACES: dict[str, CommandPlace] = {
    **WINDOW_PLACES,
    **PREPARING_PLACES,
    **HOLDING_PLACES,
    **ELECTION_PLACES,
    **RECORDING_PLACES,
    **HALL_PLACES,
}


def line_of(place: str, name: str) -> Line:
    """Return the command of this name at a place; KeyError when there is none."""
    for line in PLACES[place].lines:
        if line.name == name:
            return line
    raise KeyError(f"{place}.{name}")
