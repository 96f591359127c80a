"""Items of the programme as rows, and back."""

from __future__ import annotations

from congress_desk.domain.agenda.item import AgendaItem, ItemKind, ItemState
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_AGENDA_TEXTS = ("session", "day", "time", "content", "executor", "started_at", "finished_at")
_AGENDA_PROSE = ("script", "note")
_AGENDA_LINKS = ("parent_id", "election_id", "motion_id", "text_id")


def agenda_row(item: AgendaItem) -> Row:
    """Return the columns of an agenda item without id and place."""
    return {
        **text_columns(item, _AGENDA_TEXTS),
        **{name: getattr(item, name) for name in _AGENDA_PROSE},
        **{name: getattr(item, name) or None for name in _AGENDA_LINKS},
        "minutes": item.minutes,
        "kind": item.kind.value,
        "anchored": int(item.anchored),
        "state": item.state.value,
    }


def agenda_of(row: Row) -> AgendaItem:
    """Return an agenda item."""
    links: Row = {name: row[name] or 0 for name in _AGENDA_LINKS}
    texts: Row = {name: row[name] for name in (*_AGENDA_TEXTS, *_AGENDA_PROSE)}
    return AgendaItem(
        id=row["id"],
        minutes=row["minutes"],
        kind=ItemKind(row["kind"]),
        anchored=bool(row["anchored"]),
        state=ItemState(row["state"]),
        **texts,
        **links,
    )
