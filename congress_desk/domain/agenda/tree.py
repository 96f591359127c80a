"""The programme as a tree: items with their parts, and what moving one of them makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from congress_desk.domain.agenda.item import AgendaItem

DEEPEST = 3


class Move(StrEnum):
    """Where an item goes: before or after its neighbour, into the item above, or out of it."""

    UP = "up"
    DOWN = "down"
    INDENT = "indent"
    OUTDENT = "outdent"


@dataclass(slots=True)
class Branch:
    """An item with its parts, in order."""

    item: AgendaItem
    parts: list[Branch] = field(default_factory=list)


def branches(items: Sequence[AgendaItem]) -> list[Branch]:
    """Return the items that are of no other; a part of an unknown item stands on its own."""
    of_item = {item.id: Branch(item) for item in items if item.id}
    parents = {item.id: item.parent_id for item in items}
    roots: list[Branch] = []
    for item in items:
        branch = of_item.get(item.id) or Branch(item)
        parent = of_item.get(item.parent_id)
        if parent is None or _goes_round(parents, item.id):
            roots.append(branch)
        else:
            parent.parts.append(branch)
    return roots


def in_order(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return the items each before its parts, of no unknown parent, parts on the day of theirs."""
    return tuple(_flat(branches(items), None))


def with_parts(items: Sequence[AgendaItem], item_id: int) -> tuple[AgendaItem, ...]:
    """Return an item and all its parts, of items that are in order; empty when it is unknown."""
    inside = {item_id}
    for item in items:
        if item.parent_id in inside:
            inside.add(item.id)
    return tuple(item for item in items if item.id in inside)


def moved(items: Sequence[AgendaItem], item_id: int, how: Move) -> tuple[AgendaItem, ...] | None:
    """Return the items after an item was moved with its parts; None when it cannot go there."""
    items = in_order(items)
    item = next((i for i in items if i.id == item_id), None)
    if item is None:
        return None
    beside = [i for i in items if i.parent_id == item.parent_id]
    at = beside.index(item)
    match how:
        case Move.UP:
            return _swapped(items, beside, at, at - 1)
        case Move.DOWN:
            return _swapped(items, beside, at, at + 1)
        case Move.INDENT:
            return _indented(items, beside[at - 1] if at else None, item)
    return _outdented(items, item)


def moved_before(
    items: Sequence[AgendaItem], item_id: int, before: int
) -> tuple[AgendaItem, ...] | None:
    """Return the items with an item put before another one, beside it; before 0 is at the end.

    None when an item would become a part of itself, or lie too deep.
    """
    items = in_order(items)
    block = with_parts(items, item_id)
    inside = {item.id for item in block}
    target = next((i for i in items if i.id == before), None)
    if not block or before in inside or (before and target is None):
        return None
    if target and _depth(items, target) + _height(block) > DEEPEST:
        return None
    rest = [item for item in items if item.id not in inside]
    place = rest.index(target) if target else len(rest)
    beside = target or (rest[-1] if rest else block[0])
    parent = target.parent_id if target else 0
    return (*rest[:place], *_settled_at(block, beside, parent), *rest[place:])


def _swapped(
    items: tuple[AgendaItem, ...], beside: list[AgendaItem], at: int, to: int
) -> tuple[AgendaItem, ...] | None:
    """Let two neighbours change places; at the edge of a day the item goes over to the next."""
    if not 0 <= to < len(beside):
        return None
    item, other = beside[at], beside[to]
    if (item.day, item.session) != (other.day, other.session):
        over = {i.id: i for i in _settled_at(with_parts(items, item.id), other, item.parent_id)}
        return tuple(over.get(i.id, i) for i in items)
    first, second = (other, item) if to < at else (item, other)
    return moved_before(items, second.id, first.id)


def _indented(
    items: tuple[AgendaItem, ...], above: AgendaItem | None, item: AgendaItem
) -> tuple[AgendaItem, ...] | None:
    """Make an item the last part of its neighbour above, on the same day."""
    if above is None or (above.day, above.session) != (item.day, item.session):
        return None
    if _depth(items, above) + _height(with_parts(items, item.id)) >= DEEPEST:
        return None
    return tuple(replace(i, parent_id=above.id) if i.id == item.id else i for i in items)


def _outdented(items: tuple[AgendaItem, ...], item: AgendaItem) -> tuple[AgendaItem, ...] | None:
    """Put an item after the one it is a part of."""
    parent = next((i for i in items if i.id == item.parent_id), None)
    if parent is None:
        return None
    block = with_parts(items, item.id)
    inside = {i.id for i in block}
    rest = [i for i in items if i.id not in inside]
    place = rest.index(with_parts(rest, parent.id)[-1]) + 1
    return (*rest[:place], *_settled_at(block, parent, parent.parent_id), *rest[place:])


def _settled_at(
    block: Sequence[AgendaItem], beside: AgendaItem, parent_id: int
) -> Iterator[AgendaItem]:
    """Return an item with its parts, on the day of what it stands beside, as part of `parent`."""
    for item in block:
        parent = parent_id if item is block[0] else item.parent_id
        yield replace(item, parent_id=parent, day=beside.day, session=beside.session)


def _flat(roots: Iterable[Branch], parent: AgendaItem | None) -> Iterator[AgendaItem]:
    for branch in roots:
        item = branch.item
        if parent is not None:
            item = replace(item, day=parent.day, session=parent.session)
        elif item.parent_id:
            item = replace(item, parent_id=0)
        yield item
        yield from _flat(branch.parts, item)


def _depth(items: Sequence[AgendaItem], item: AgendaItem) -> int:
    """Return how deep an item lies: 1 for one of its own."""
    by_id = {i.id: i for i in items}
    depth = 1
    while item.parent_id in by_id:
        item, depth = by_id[item.parent_id], depth + 1
    return depth


def _height(block: Sequence[AgendaItem]) -> int:
    """Return how many levels an item with its parts has beside its own."""
    level = {block[0].id: 0}
    for item in block[1:]:
        level[item.id] = level[item.parent_id] + 1
    return max(level.values())


def _goes_round(parents: dict[int, int], item_id: int) -> bool:
    """Say whether an item is, through others, a part of itself."""
    seen, at = {item_id}, parents[item_id]
    while at in parents:
        if at in seen:
            return True
        seen.add(at)
        at = parents[at]
    return False
