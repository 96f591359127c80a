"""How the acts on the programme check an item and write the rows of its order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from congress_desk.actions.text_limits import too_long
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.dates import is_of_our_time
from congress_desk.domain.text.limits import TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import agenda
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import agenda as reading_agenda
from congress_desk.storage.rows.agenda import agenda_row

# The id of an item in an order that is worked out before its row is written.
INSERTED_AS = -1
MOST_MINUTES = 24 * 60
_LINKS = {
    "election_id": "agenda_election_unknown",
    "motion_id": "agenda_motion_unknown",
    "text_id": "agenda_text_unknown",
}


def item_or_refusal(file: CongressFile, item_id: int) -> AgendaItem | Refusal:
    """Return an item of the programme; refused when it is unknown or was removed."""
    found = next((item for item in agenda(file) if item.id == item_id), None)
    return found or refuse("agenda_item_unknown")


def check_item(file: CongressFile, item: AgendaItem) -> Refusal | None:
    """Refuse an item without content, with a text too long, or a day, time or length that is none.

    Minutes are None or 0 to 1440.
    """
    if not clean_text(item.content):
        return refuse("agenda_content_missing")
    if item.minutes is not None and not 0 <= item.minutes <= MOST_MINUTES:
        return refuse("agenda_minutes_wrong", minutes=item.minutes, most=MOST_MINUTES)
    if item.day and not _is_day(item.day):
        return refuse("agenda_day_wrong", day=item.day)
    if item.time and not _is_time(item.time):
        return refuse("agenda_time_wrong", time=item.time)
    texts = (item.content, item.executor, item.session)
    long = next(filter(None, (too_long(text, TEXT_LIMIT) for text in texts)), None)
    return long or check_links(file, item)


def check_links(file: CongressFile, item: AgendaItem) -> Refusal | None:
    """Refuse an item that is about something the file does not have."""
    known = reading_agenda.links(file)
    for name, code in _LINKS.items():
        linked = getattr(item, name)
        if linked and linked not in known[name]:
            return refuse(code)
    return None


def add_rows(act: Act, items: Sequence[AgendaItem], places: Sequence[int]) -> list[int]:
    """Insert items at these places and return their ids."""
    return [
        act.insert("agenda_item", place=place, **agenda_row(item))
        for item, place in zip(items, places, strict=True)
    ]


def write_items(act: Act, file: CongressFile, items: Sequence[AgendaItem]) -> None:
    """Write the items in this order, from place 1 on; what is the same is left as it is."""
    stored = {item.id: item for item in agenda(file)}
    places = reading_agenda.places(file)
    for place, item in enumerate(items, start=1):
        if places[item.id] != place or stored.get(item.id) != item:
            act.update("agenda_item", item.id, place=place, **agenda_row(item))


def _is_day(text: str) -> bool:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return str(day) == text and is_of_our_time(day)


def _is_time(text: str) -> bool:
    try:
        return f"{time.fromisoformat(text):%H:%M}" == text
    except ValueError:
        return False
