"""Why a command of the running congress is refused as it stands, and what it is called."""

from __future__ import annotations

from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.running.clock import Standing, TrackItem
from congress_desk.i18n import tr
from congress_desk.ui.desks.running.words import link_words


def why_not(name: str, found: Standing, chosen: TrackItem | None) -> str:
    """Return why a command is refused, "" when it is not; `chosen` is the item in the table."""
    if name in ("go", "skip"):
        return tr("All items are done") if found.next is None else ""
    if name == "finish":
        return tr("No item is in progress") if found.current is None else ""
    if name == "begin":
        held = chosen is None or chosen.item.state is ItemState.RUNNING
        return tr("Choose an item that is not in progress") if held else ""
    if name == "times":
        held_once = chosen is not None and bool(chosen.started) and not chosen.parts
        return "" if held_once else tr("The item chosen has not been held")
    if name == "subject":
        about = link_words(found.current or found.next)
        return "" if about else tr("It is about no election and no motion")
    return ""


def called(name: str, found: Standing) -> str:
    """Return what a command is called just now, "" for its usual words."""
    if name == "go" and (found.current is None or found.next is None):
        return tr("Begin")
    return link_words(found.current or found.next) if name == "subject" else ""
