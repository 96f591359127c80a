"""What happened to a person: statuses with their reasons, and the ways through a door."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.people.register import Direction, Passage, StatusChange
from congress_desk.i18n import tr
from congress_desk.queries.people import passages, photo, status_changes
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.people.fields import status_words


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the card shows beside the fields."""

    changes: tuple[StatusChange, ...]
    passages: tuple[Passage, ...]
    photo: bytes


def history(file: CongressFile, number: int) -> History:
    """Read what happened to a person, and the photograph."""
    return History(
        changes=status_changes(file, number),
        passages=passages(file, number),
        photo=photo(file, number),
    )


def history_lines(found: History) -> list[str]:
    """Return what happened in one line each, the newest first.

    Changes and passages each keep the order of the journal; clocks only tell them into each other.
    """
    lines = [
        *_later_and_later((change.at, _change(change)) for change in found.changes),
        *_later_and_later((passage.at, _passage(passage)) for passage in found.passages),
    ]
    lines.sort(key=lambda line: line[0])
    return [text for _, text in reversed(lines)]


def _later_and_later(events: Iterable[tuple[str, str]]) -> Iterator[tuple[datetime, str]]:
    """Yield each line no earlier than the line before it, whatever the clock said."""
    latest: datetime | None = None
    for iso, text in events:
        at = datetime.fromisoformat(iso).astimezone()
        latest = at if latest is None else max(latest, at)
        yield latest, text


def _change(change: StatusChange) -> str:
    words = tr(
        "{moment}: {before} → {status}",
        moment=_moment(change.at),
        before=status_words(change.before),
        status=status_words(change.status),
    )
    details = " · ".join(part for part in (change.reason, change.actor) if part)
    return f"{words} ({details})" if details else words


def _passage(passage: Passage) -> str:
    way = tr("came in") if passage.direction is Direction.IN else tr("went out")
    if passage.undone:
        way = tr("{way}, taken back", way=way)
    door = f", {passage.door}" if passage.door else ""
    return f"{_moment(passage.at)}: {way}{door}"


def _moment(iso: str) -> str:
    try:
        return f"{datetime.fromisoformat(iso):%H:%M %d/%m/%Y}"
    except ValueError:
        return iso
