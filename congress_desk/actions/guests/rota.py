"""Acts on the rota of photographs and flowers: filled, added to, changed, ordered, removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from congress_desk.actions.row_order import insert_after, order_refusal, write_order
from congress_desk.actions.text_limits import shortened, too_long
from congress_desk.domain.guests.rota import MOST_MINUTES, RotaTurn
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, TEXT_LIMIT
from congress_desk.domain.text.typed_times import read_time
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import guests as reading_guests
from congress_desk.storage.rows.guests import turn_row

_LIMITS = {"who": TEXT_LIMIT, "spot": TEXT_LIMIT, "note": LONG_TEXT_LIMIT}


def fill_rota(file: CongressFile, turns: Sequence[RotaTurn], *, actor: str) -> int | Refusal:
    """Add many turns at the end, in their order, all of them or none; return how many."""
    refusal = next(filter(None, map(_check, turns)), None)
    if refusal or not turns:
        return refusal or 0
    first = 1 + max(reading_guests.rota_places(file).values(), default=0)
    with file.act("fill_rota", actor=actor, count=len(turns)) as act:
        for place, turn in enumerate(turns, start=first):
            act.insert("rota_turn", place=place, **turn_row(turn))
    return len(turns)


def import_rota(
    file: CongressFile, turns: Sequence[RotaTurn], *, anew: bool, source: str, actor: str
) -> int | Refusal:
    """Write the turns of a list behind those there are, or `anew` in their stead; all or none."""
    refusal = next(filter(None, map(_check, turns)), None)
    if refusal or not turns:
        return refusal or refuse("rota_list_empty")
    places = reading_guests.rota_places(file)
    first = 1 if anew else 1 + max(places.values(), default=0)
    with file.act("import_rota", actor=actor, source=clean_text(source), count=len(turns)) as act:
        for number in places if anew else ():
            act.delete("rota_turn", number)
        for place, turn in enumerate(turns, start=first):
            act.insert("rota_turn", place=place, **turn_row(turn))
    return len(turns)


def add_turn(
    file: CongressFile, turn: RotaTurn, *, after: int = 0, actor: str
) -> RotaTurn | Refusal:
    """Add a turn after another one; `after` 0 is at the end."""
    refusal = _check(turn)
    if refusal:
        return refusal
    with file.act("add_turn", actor=actor, who=shortened(turn.who)) as act:
        places = reading_guests.rota_places(file)
        added = insert_after(act, "rota_turn", turn_row(turn), after, places)
    return turn_or_refusal(file, added)


def edit_turn_field(
    file: CongressFile, turn_id: int, name: str, value: Any, *, actor: str
) -> RotaTurn | Refusal:
    """Set one field of a turn as the file has it now."""
    found = turn_or_refusal(file, turn_id)
    if isinstance(found, Refusal) or getattr(found, name) == value:
        return found
    after = replace(found, **{name: value})
    refusal = _check(after)
    if refusal:
        return refusal
    with file.act("edit_turn", actor=actor, who=shortened(after.who)) as act:
        act.update("rota_turn", turn_id, **turn_row(after))
    return turn_or_refusal(file, turn_id)


def remove_turns(file: CongressFile, ids: Sequence[int], *, actor: str) -> int | Refusal:
    """Take turns out of the rota; return how many."""
    known = {turn.id: turn for turn in reading_guests.rota(file)}
    wanted = list(dict.fromkeys(ids))
    if not wanted or any(number not in known for number in wanted):
        return refuse("turn_unknown")
    with file.act("remove_turns", actor=actor, count=len(wanted)) as act:
        act.tell(who=shortened(known[wanted[0]].who))
        for number in wanted:
            act.delete("rota_turn", number)
    return len(wanted)


def order_turns(file: CongressFile, ids: Sequence[int], *, actor: str) -> int | Refusal:
    """Put the turns in this order: every one of them once."""
    places = reading_guests.rota_places(file)
    refusal = order_refusal(ids, places)
    if refusal:
        return refusal
    with file.act("order_turns", actor=actor, count=len(ids)) as act:
        write_order(act, "rota_turn", ids, places)
    return len(ids)


def turn_or_refusal(file: CongressFile, turn_id: int) -> RotaTurn | Refusal:
    """Return a turn of the rota; refused when there is none of this id, or it was removed."""
    found = next((turn for turn in reading_guests.rota(file) if turn.id == turn_id), None)
    return found or refuse("turn_unknown")


def _check(turn: RotaTurn) -> Refusal | None:
    """Refuse a turn of nobody, at no time of the day, or of no minutes."""
    if not clean_text(turn.who):
        return refuse("turn_who_missing")
    if read_time(turn.time) != turn.time:
        return refuse("turn_time_wrong", time=turn.time)
    if not 1 <= turn.minutes <= MOST_MINUTES:
        return refuse("turn_minutes_wrong", most=MOST_MINUTES)
    limits = (too_long(getattr(turn, name), most) for name, most in _LIMITS.items())
    return next(filter(None, limits), None)
