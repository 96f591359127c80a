"""How the items of the programme go along with their parts while it runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from congress_desk.domain.agenda.item import AgendaItem, ItemState
from congress_desk.domain.congress import CongressState
from congress_desk.domain.running.clock import following
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.running.programme_track import track_of
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile

_OVER = (ItemState.DONE, ItemState.SKIPPED)


def runnable_or_refusal(
    file: CongressFile, items: Sequence[AgendaItem], item_id: int
) -> AgendaItem | Refusal:
    """Return an item that can begin: it has no parts and is neither held nor done."""
    found = next((item for item in items if item.id == item_id), None)
    if found is None:
        return refuse("agenda_item_unknown")
    if congress(file).state is CongressState.CLOSED:
        return refuse("running_congress_closed")
    if any(item.parent_id == item_id for item in items):
        return refuse("running_item_has_parts")
    if found.state is ItemState.RUNNING:
        return refuse("running_item_running")
    if found.state is ItemState.DONE:
        return refuse("running_item_done")
    return found


def running_item(items: Sequence[AgendaItem]) -> AgendaItem | None:
    """Return the item that is being held, never one that is held through its parts."""
    parents = {item.parent_id for item in items}
    held = [i for i in items if i.state is ItemState.RUNNING and i.id not in parents]
    return max(held, key=lambda item: item.started_at, default=None)


def waiting_item(file: CongressFile) -> AgendaItem | None:
    """Return what comes next in the programme."""
    found = following(track_of(file))
    return found.item if found else None


def open_parents(act: Act, items: Sequence[AgendaItem], found: AgendaItem) -> None:
    """Let the items that one is a part of be held from now on."""
    for parent in _parents(items, found):
        if parent.state is not ItemState.RUNNING:
            act.update(
                "agenda_item",
                parent.id,
                state=ItemState.RUNNING.value,
                started_at=parent.started_at or act.at,
                finished_at="",
                skip_reason="",
            )


def close_parents(
    act: Act, items: Sequence[AgendaItem], found: AgendaItem
) -> tuple[AgendaItem, ...]:
    """End the items one is a part of when none of their parts is left; return all as they are."""
    for parent in _parents(items, found):
        states = [item.state for item in items if item.parent_id == parent.id]
        if not all(state in _OVER for state in states) or parent.state in _OVER:
            break
        held = ItemState.DONE in states
        state = ItemState.DONE if held else ItemState.SKIPPED
        ended = {"finished_at": act.at} if held else {}
        act.update("agenda_item", parent.id, state=state.value, **ended)
        items = [replace(i, state=state) if i.id == parent.id else i for i in items]
    return tuple(items)


def _parents(items: Sequence[AgendaItem], found: AgendaItem) -> Iterator[AgendaItem]:
    """Yield the items one is a part of, the nearest first."""
    by_id = {item.id: item for item in items}
    parent_id = found.parent_id
    while parent_id in by_id:
        yield by_id[parent_id]
        parent_id = by_id[parent_id].parent_id
