"""How fast the ballots of a round come in, over all passes and stations together."""

from __future__ import annotations

from datetime import datetime, timedelta

from congress_desk.domain.elections.checks.pace import EntryPace
from congress_desk.domain.elections.round import Accounting
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import checks as reading_checks
from congress_desk.storage.reading.elections import lists as reading_lists
from congress_desk.storage.reading.elections import totals as reading_totals

# Long enough to even out a bundle that is fetched, short enough to follow a station more.
WINDOW = timedelta(minutes=10)


def entry_pace(file: CongressFile, round_id: int) -> EntryPace:
    """Return how many sheets are entered of all passes, and how many in the last ten minutes.

    KeyError for an id that is no round.
    """
    found = reading_lists.round_by_id(file, round_id)
    if found is None:
        raise KeyError(round_id)
    times = reading_checks.entry_times(file, round_id)
    counted = reading_totals.counted_totals(file, found)
    by_totals = sum(totals.sheets for totals in counted.values())
    # A sheet that one pass left out or took twice is settled with its bundle: nothing is to come.
    slips = sum(
        bundle.agreed * bundle.wanted - sum(each.taken for each in bundle.passes)
        for bundle in bundle_list(file, round_id)
        if found.passes > 1 and bundle.agreed and not bundle.by_totals
    )
    now = file.clock().replace(tzinfo=None)
    recent = [_time(since) for since, at in times if now - WINDOW <= _time(at) <= now]
    return EntryPace(
        entered=len(times) + by_totals * found.passes + slips,
        wanted=_papers(found.accounting) * found.passes,
        recent=len(recent),
        seconds=int((now - max(min(recent), now - WINDOW)).total_seconds()) if recent else 0,
    )


def _papers(accounting: Accounting) -> int:
    known = (accounting.returned, accounting.issued, accounting.present, accounting.convened)
    return next((number for number in known if number is not None), 0)


def _time(iso: str) -> datetime:
    return datetime.fromisoformat(iso).replace(tzinfo=None)
