"""Acts on the programme while it runs: start, finish, skip, insert, correct times, notes, undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from congress_desk.actions.agenda.rows import (
    INSERTED_AS,
    add_rows,
    check_item,
    item_or_refusal,
    write_items,
)
from congress_desk.actions.running.states import (
    close_parents,
    open_parents,
    runnable_or_refusal,
    running_item,
    waiting_item,
)
from congress_desk.actions.text_limits import no_reason, shortened
from congress_desk.domain.agenda.item import AgendaItem, ItemState
from congress_desk.domain.agenda.times import settled
from congress_desk.domain.agenda.tree import in_order, with_parts
from congress_desk.domain.running.clock import wall_clock
from congress_desk.domain.text.clean_text import clean_lines, clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import agenda, congress
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import agenda as reading_agenda

NOTE_LIMIT = 20_000


def start_item(file: CongressFile, item_id: int, *, actor: str) -> AgendaItem | Refusal:
    """Begin an item now; refused while another one is being held.

    One that was skipped is held after all; the items it is a part of begin with it.
    """
    items = agenda(file)
    found = runnable_or_refusal(file, items, item_id)
    if isinstance(found, Refusal):
        return found
    held = running_item(items)
    if held is not None:
        return refuse("running_item_open", content=shortened(held.content))
    with file.act("start_item", actor=actor, content=shortened(found.content)) as act:
        _start(act, items, found)
    return _item(file, item_id)


def finish_item(file: CongressFile, item_id: int, *, actor: str) -> AgendaItem | Refusal:
    """End an item now; nothing else begins by itself.

    The items it is a part of end with their last part.
    """
    items = agenda(file)
    found = item_or_refusal(file, item_id)
    if isinstance(found, Refusal):
        return found
    if found.state is not ItemState.RUNNING:
        return refuse("running_item_not_running")
    with file.act("finish_item", actor=actor, content=shortened(found.content)) as act:
        _finish(act, items, found)
    return _item(file, item_id)


def finish_and_start_next(
    file: CongressFile, item_id: int = 0, *, actor: str
) -> AgendaItem | Refusal:
    """End the item that is being held and begin another in one act; return what began.

    `item_id` is the item that begins, 0 the next one of the programme. Begins it alone when nothing
    is being held.
    """
    items = agenda(file)
    held = running_item(items)
    following = waiting_item(file) if not item_id else None
    if not item_id and following is None:
        return refuse("running_nothing_next")
    found = runnable_or_refusal(file, items, item_id or (following.id if following else 0))
    if isinstance(found, Refusal):
        return found
    held_words = shortened(held.content) if held else "–"
    with file.act(
        "finish_and_start_next", actor=actor, before=held_words, content=shortened(found.content)
    ) as act:
        if held is not None:
            items = _finish(act, items, held)
        _start(act, items, found)
    return _item(file, found.id)


def skip_item(file: CongressFile, item_id: int, *, reason: str, actor: str) -> AgendaItem | Refusal:
    """Leave out an item that was not begun, with all its parts, with a reason."""
    found = item_or_refusal(file, item_id)
    if isinstance(found, Refusal):
        return found
    if found.state is not ItemState.PLANNED:
        return refuse("running_item_begun")
    reason = clean_text(reason)
    refusal = no_reason(reason)
    if refusal:
        return refusal
    items = agenda(file)
    block = with_parts(in_order(items), item_id)
    with file.act("skip_item", actor=actor, content=shortened(found.content), reason=reason) as act:
        for item in block:
            if item.state is ItemState.PLANNED:
                act.update(
                    "agenda_item", item.id, state=ItemState.SKIPPED.value, skip_reason=reason
                )
                items = _with(items, replace(item, state=ItemState.SKIPPED))
        close_parents(act, items, found)
    return _item(file, item_id)


def insert_item_now(
    file: CongressFile, content: str, minutes: int | None, *, executor: str = "", actor: str
) -> AgendaItem | Refusal:
    """Put a new item right after the one that is being held, else before the next one.

    It is marked as inserted: the adopted programme keeps its times, and the congress gets late by
    it. `minutes` is None or 0 to 1440.
    """
    refusal = check_item(file, AgendaItem(content=content, minutes=minutes, executor=executor))
    if refusal:
        return refusal
    starts = congress(file).details.starts
    items = settled(in_order(agenda(file)), starts=starts)
    held, following = running_item(items), waiting_item(file)
    place, beside = _insertion(items, held, following)
    new = AgendaItem(
        content=content,
        minutes=minutes,
        executor=executor,
        day=beside.day if beside else "",
        session=beside.session if beside else "",
        parent_id=beside.parent_id if beside else 0,
    )
    ordered = (*items[:place], replace(new, id=INSERTED_AS), *items[place:])
    with file.act("insert_item_now", actor=actor, content=shortened(content)) as act:
        (added,) = add_rows(act, [new], [len(items) + 1])
        act.update("agenda_item", added, inserted_at=act.at)
        write_items(
            act, file, [replace(i, id=added) if i.id == INSERTED_AS else i for i in ordered]
        )
    return _item(file, added)


def set_item_times(
    file: CongressFile, item_id: int, *, started: str, finished: str, actor: str
) -> AgendaItem | Refusal:
    """Put right when an item really began and ended, as ISO times; `finished` "" of one held."""
    found = item_or_refusal(file, item_id)
    if isinstance(found, Refusal):
        return found
    if found.state not in (ItemState.RUNNING, ItemState.DONE):
        return refuse("running_item_not_begun")
    begin, end = wall_clock(started), wall_clock(finished)
    done = found.state is ItemState.DONE
    if begin is None or (end is None) == done or (end is not None and end < begin):
        return refuse("running_times_wrong")
    with file.act("set_item_times", actor=actor, content=shortened(found.content)) as act:
        act.update(
            "agenda_item",
            item_id,
            started_at=_zoned(begin, act.at),
            finished_at=_zoned(end, act.at) if end else "",
        )
    return _item(file, item_id)


def note_item(file: CongressFile, item_id: int, text: str, *, actor: str) -> AgendaItem | Refusal:
    """Keep the secretary's notes on an item as they are now."""
    found = item_or_refusal(file, item_id)
    if isinstance(found, Refusal):
        return found
    text = clean_lines(text)
    if len(text) > NOTE_LIMIT:
        return refuse("text_too_long", length=len(text), most=NOTE_LIMIT)
    if text == found.note:
        return found
    with file.act("note_item", actor=actor, content=shortened(found.content)) as act:
        act.update("agenda_item", item_id, note=text)
    return _item(file, item_id)


def _start(act: Act, items: Sequence[AgendaItem], found: AgendaItem) -> None:
    open_parents(act, items, found)
    act.update(
        "agenda_item",
        found.id,
        state=ItemState.RUNNING.value,
        started_at=act.at,
        finished_at="",
        skip_reason="",
    )


def _finish(act: Act, items: Sequence[AgendaItem], found: AgendaItem) -> tuple[AgendaItem, ...]:
    """End an item; return the items with their states after it."""
    act.update("agenda_item", found.id, state=ItemState.DONE.value, finished_at=act.at)
    return close_parents(act, _with(items, replace(found, state=ItemState.DONE)), found)


def _insertion(
    items: Sequence[AgendaItem], held: AgendaItem | None, following: AgendaItem | None
) -> tuple[int, AgendaItem | None]:
    """Return the place of an inserted item, and the item on whose day and level it is."""
    if held is not None:
        return [item.id for item in items].index(held.id) + 1, held
    if following is not None:
        return [item.id for item in items].index(following.id), following
    return len(items), items[-1] if items else None


def _with(items: Sequence[AgendaItem], changed: AgendaItem) -> tuple[AgendaItem, ...]:
    return tuple(changed if item.id == changed.id else item for item in items)


def _zoned(at: datetime, like: str) -> str:
    """Return a wall-clock time as ISO in the zone of another ISO time."""
    zone = datetime.fromisoformat(like).tzinfo
    return at.replace(tzinfo=zone).isoformat(timespec="seconds")


def _item(file: CongressFile, item_id: int) -> AgendaItem:
    found = reading_agenda.item(file, item_id)
    assert found is not None
    return found
