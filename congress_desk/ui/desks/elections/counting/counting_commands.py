"""What can be done on the counting screen, and why not now; the screen hears its keys itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.counting.line.entry_controller import EntryController
from congress_desk.ui.desks.elections.counting.side.declare_panel import DeclarePanel

HEARD = ("undo", "take_back", "set_aside", "totals", "sounds", "back")

# In a station file there is the count alone.
_NOT_AT_STATION = frozenset(
    {"decide", "issue", "compare", "sample", "scan", "pace", "stations", "against", "leave"}
)


def counting_commands(
    screen: QWidget,
    acts: Mapping[str, Callable[[], object]],
    entry: EntryController,
    publish: DeclarePanel,
) -> Commands:
    """Return the commands of the screen: its own acts, those of the line, the way to the gate."""
    return Commands(
        "counting",
        screen,
        {**acts, "undo": entry.undo, "take_back": entry.drop},
        why_not=partial(_why_not, entry, publish),
        words=lambda name: publish.button.text() if name == "declare" else "",
        heard=HEARD,
    )


def _why_not(entry: EntryController, publish: DeclarePanel, name: str) -> str | None:
    """Return why a command is refused, "" while it is allowed, None where it is not there."""
    if entry.state.station is not None and name in _NOT_AT_STATION:
        return None
    if name in ("stations", "scan"):
        by_shares = entry.state.mode is MarkMode.CUMULATIVE
        return None if by_shares or entry.state.closed else ""
    if name == "declare":
        return publish.why_not
    if name == "set_aside":
        return entry.why_not_aside
    if name == "decide":
        waiting = any(doubt.waits for doubt in entry.state.count.sheet.doubts)
        return "" if waiting and not entry.state.closed else None
    if name == "compare":
        return "" if entry.state.count.sheet.round.passes > 1 else None
    if name == "against":
        return "" if publish.leads else None
    if name == "take_back":
        return "" if entry.is_correcting else tr("No ballot is being corrected")
    return entry.why_no_undo if name == "undo" else ""
