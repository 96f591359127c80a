"""Acts on the programme: add, change, move, remove and link its items, in one order with times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congress_desk.actions.agenda.rows import (
    INSERTED_AS,
    add_rows,
    check_item,
    item_or_refusal,
    write_items,
)
from congress_desk.actions.text_limits import shortened, too_long
from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.item import AgendaItem, ItemState
from congress_desk.domain.agenda.template import AgendaTemplate, dated, election_of
from congress_desk.domain.agenda.times import settled, with_day_starts
from congress_desk.domain.agenda.tree import Move, in_order, moved, moved_before, with_parts
from congress_desk.domain.text.clean_text import clean_lines
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import agenda, congress
from congress_desk.queries.elections.lists import elections
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import agenda as reading_agenda

SCRIPT_LIMIT = 20_000


def add_item(
    file: CongressFile, item: AgendaItem, *, after: int = 0, actor: str
) -> AgendaItem | Refusal:
    """Add an item after another one and its parts, beside it; `after` 0 is at the end.

    Without a day and a session of its own it is of those of the item before it.
    """
    items = _items(file)
    refusal = check_item(file, item)
    before = next((i for i in items if i.id == after), items[-1] if items and not after else None)
    if refusal:
        return refusal
    if after and before is None:
        return refuse("agenda_item_unknown")
    new = _beside(item, before, at_end=not after)
    end = items.index(with_parts(items, after)[-1]) + 1 if after else len(items)
    ordered = (*items[:end], replace(new, id=INSERTED_AS), *items[end:])
    with file.act("add_agenda_item", actor=actor, content=shortened(item.content)) as act:
        (added,) = add_rows(act, [new], [len(items) + 1])
        ids = {INSERTED_AS: added}
        written = [replace(i, id=ids.get(i.id, i.id)) for i in ordered]
        write_items(act, file, _days_kept(file, items, written))
    return _item(file, added)


def edit_item(file: CongressFile, item: AgendaItem, *, actor: str) -> AgendaItem | Refusal:
    """Change what an item is, when and by whom; its state, times, script and notes stay.

    A time that differs from the clock holds the item. Its parts go with it to another day.
    """
    found = item_or_refusal(file, item.id)
    refusal = found if isinstance(found, Refusal) else check_item(file, item)
    if isinstance(found, Refusal) or refusal:
        return refusal or found
    changed = replace(
        item,
        parent_id=found.parent_id,
        state=found.state,
        started_at=found.started_at,
        finished_at=found.finished_at,
        script=found.script,
        note=found.note,
        anchored=bool(item.time) and (item.anchored or item.time != found.time),
    )
    items = _items(file)
    after = in_order([changed if i.id == item.id else i for i in items])
    with file.act("edit_agenda_item", actor=actor, content=shortened(item.content)) as act:
        write_items(act, file, after)
    return _item(file, item.id)


def move_item(
    file: CongressFile, item_id: int, how: Move, *, actor: str
) -> tuple[AgendaItem, ...] | Refusal:
    """Move an item with its parts by one place, into the item above it, or out of its own."""
    items = _items(file)
    return _reordered(file, item_id, items, moved(items, item_id, how), actor)


def place_item(
    file: CongressFile, item_id: int, before: int, *, actor: str
) -> tuple[AgendaItem, ...] | Refusal:
    """Put an item with its parts before another one, beside it; `before` 0 is at the end."""
    items = _items(file)
    return _reordered(file, item_id, items, moved_before(items, item_id, before), actor)


def remove_item(
    file: CongressFile, item_id: int, *, keep: bool = False, actor: str
) -> AgendaItem | Refusal:
    """Take an item with its parts off the programme.

    One that something was recorded of is refused, unless `keep`: then it is marked as removed and
    stays in the file with its records. Others are deleted.
    """
    found = item_or_refusal(file, item_id)
    if isinstance(found, Refusal):
        return found
    items = _items(file)
    block = with_parts(items, item_id)
    recorded = reading_agenda.items_with_records(file) & {item.id for item in block}
    if any(item.state is ItemState.RUNNING for item in block):
        return refuse("agenda_item_running")
    if recorded and not keep:
        return refuse("agenda_item_has_records", count=len(recorded))
    inside = {item.id for item in block}
    rest = tuple(item for item in items if item.id not in inside)
    with file.act("remove_agenda_item", actor=actor, content=shortened(found.content)) as act:
        write_items(act, file, _days_kept(file, items, rest))
        for item in reversed(block):
            if item.id in recorded:
                act.update("agenda_item", item.id, state=ItemState.REMOVED.value, parent_id=None)
        for item in reversed(block):
            if item.id not in recorded:
                act.delete("agenda_item", item.id)
    return found


def set_script(file: CongressFile, item_id: int, text: str, *, actor: str) -> AgendaItem | Refusal:
    """Keep what the chair says at an item, {places to fill} and all; empty: the usual words."""
    found = item_or_refusal(file, item_id)
    refusal = found if isinstance(found, Refusal) else too_long(text, SCRIPT_LIMIT)
    if isinstance(found, Refusal) or refusal:
        return refusal or found
    with file.act("set_agenda_script", actor=actor, content=shortened(found.content)) as act:
        act.update("agenda_item", item_id, script=clean_lines(text.strip()))
    return _item(file, item_id)


def apply_template(
    file: CongressFile, template: AgendaTemplate, *, actor: str
) -> tuple[AgendaItem, ...] | Refusal:
    """Add the items of a template at the end, on the days of the congress, elections linked."""
    if not template.items:
        return refuse("agenda_template_empty")
    items, held = _items(file), elections(file)
    with file.act("apply_agenda_template", actor=actor, title=template.title) as act:
        ids: dict[int, int] = {}
        for place, found in enumerate(dated(template, _starts(file)), start=len(items) + 1):
            item = replace(
                found.item,
                parent_id=ids.get(found.item.parent_id, 0),
                election_id=election_of(found.election, held),
            )
            (ids[found.item.id],) = add_rows(act, [item], [place])
        write_items(act, file, items)
        act.tell(count=len(ids))
    return agenda(file)


def _days_kept(
    file: CongressFile, before: Sequence[AgendaItem], after: Sequence[AgendaItem]
) -> tuple[AgendaItem, ...]:
    starts = _starts(file)
    return with_day_starts(plan(before, starts=starts), after, starts=starts)


def _reordered(
    file: CongressFile,
    item_id: int,
    before: Sequence[AgendaItem],
    after: tuple[AgendaItem, ...] | None,
    actor: str,
) -> tuple[AgendaItem, ...] | Refusal:
    found = item_or_refusal(file, item_id)
    if isinstance(found, Refusal):
        return found
    if after is None:
        return refuse("agenda_move_impossible")
    with file.act("move_agenda_item", actor=actor, content=shortened(found.content)) as act:
        write_items(act, file, _days_kept(file, before, after))
    return agenda(file)


def _items(file: CongressFile) -> tuple[AgendaItem, ...]:
    """Return the programme in order, where only times that hold an item are left."""
    return settled(in_order(agenda(file)), starts=_starts(file))


def _starts(file: CongressFile) -> str:
    return congress(file).details.starts


def _item(file: CongressFile, item_id: int) -> AgendaItem:
    found = reading_agenda.item(file, item_id)
    assert found is not None
    return found


def _beside(item: AgendaItem, before: AgendaItem | None, *, at_end: bool) -> AgendaItem:
    if before is None:
        return replace(item, parent_id=0, anchored=bool(item.time))
    parent = 0 if at_end else before.parent_id
    same_day = parent or not (item.day or item.session)
    day, session = (before.day, before.session) if same_day else (item.day, item.session)
    return replace(item, parent_id=parent, day=day, session=session, anchored=bool(item.time))
