"""Acts on the table of targets (chỉ tiêu): add, change, move and remove one."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.actions.row_order import insert_after, order_refusal, write_order
from congress_desk.actions.text_limits import shortened, too_long
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import preparation as reading_preparation
from congress_desk.storage.rows.preparation import indicator_row

UNIT_LIMIT, NUMBER_LIMIT = 60, 200
_LIMITS = {
    "name": TEXT_LIMIT,
    "unit": UNIT_LIMIT,
    "last_result": NUMBER_LIMIT,
    "superior_target": NUMBER_LIMIT,
    "superior_unit": UNIT_LIMIT,
    "own_target": NUMBER_LIMIT,
    "note": LONG_TEXT_LIMIT,
}


def add_indicator(
    file: CongressFile, indicator: Indicator, *, after: int = 0, actor: str
) -> Indicator | Refusal:
    """Add a target after another one; `after` 0 is at the end."""
    refusal = _check(indicator)
    if refusal:
        return refusal
    row, places = (
        indicator_row(indicator),
        reading_preparation.places(file, "indicator"),
    )
    with file.act("add_indicator", actor=actor, name=shortened(indicator.name)) as act:
        added = insert_after(act, "indicator", row, after, places)
    return indicator_or_refusal(file, added)


def edit_indicator(file: CongressFile, indicator: Indicator, *, actor: str) -> Indicator | Refusal:
    """Change a target."""
    found = indicator_or_refusal(file, indicator.id)
    refusal = found if isinstance(found, Refusal) else _check(indicator)
    if refusal:
        return refusal
    with file.act("edit_indicator", actor=actor, name=shortened(indicator.name)) as act:
        act.update("indicator", indicator.id, **indicator_row(indicator))
    return indicator_or_refusal(file, indicator.id)


def remove_indicator(file: CongressFile, indicator_id: int, *, actor: str) -> Indicator | Refusal:
    """Take a target out of the table; the journal keeps it."""
    found = indicator_or_refusal(file, indicator_id)
    if isinstance(found, Refusal):
        return found
    with file.act("remove_indicator", actor=actor, name=shortened(found.name)) as act:
        act.delete("indicator", indicator_id)
    return found


def order_indicators(file: CongressFile, ids: Sequence[int], *, actor: str) -> int | Refusal:
    """Put the targets in this order: every one of them once."""
    places = reading_preparation.places(file, "indicator")
    refusal = order_refusal(ids, places)
    if refusal:
        return refusal
    with file.act("order_indicators", actor=actor) as act:
        write_order(act, "indicator", ids, places)
    return len(ids)


def indicator_or_refusal(file: CongressFile, indicator_id: int) -> Indicator | Refusal:
    """Return a target; refused when there is none of this id, or it was removed."""
    known = (found for found in reading_preparation.indicators(file) if found.id == indicator_id)
    return next(known, None) or refuse("indicator_unknown")


def _check(indicator: Indicator) -> Refusal | None:
    if not clean_text(indicator.name):
        return refuse("indicator_name_missing")
    limits = (too_long(getattr(indicator, name), most) for name, most in _LIMITS.items())
    return next(filter(None, limits), None)
