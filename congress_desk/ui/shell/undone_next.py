"""What an undo would take back at a place, as the journal says it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from congress_desk.actions.agenda.undo import last_change
from congress_desk.actions.running.undo import last_step
from congress_desk.actions.seating.seats import last_seating
from congress_desk.actions.undo_change import UNDONE_AT
from congress_desk.actions.undo_change import last_change as last_of_a_list
from congress_desk.queries.journal import unmarked_line

if TYPE_CHECKING:
    from congress_desk.storage.congress_file import CongressFile
    from congress_desk.storage.journal.lines import Line

_LAST: dict[str, Callable[[CongressFile], Line | None]] = {
    "programme": last_change,
    "running": last_step,
    "seats": last_seating,
    **{place: partial(last_of_a_list, place=place) for place in sorted(UNDONE_AT)},
}


def undone_next(place: str) -> Callable[[CongressFile], str] | None:
    """Return what asks the file for the sentence, "" of nothing; None where no journal says it."""
    last = _LAST.get(place)
    return None if last is None else partial(_sentence, last)


def _sentence(last: Callable[[CongressFile], Line | None], file: CongressFile) -> str:
    line = last(file)
    return unmarked_line(line).summary if line is not None else ""
