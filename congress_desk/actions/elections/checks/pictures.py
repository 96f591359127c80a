"""Acts on the pictures of scanned ballots: looked at by the board, destroyed with the papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from congress_desk.actions.elections.decisions import check_two
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.operators.unlock import Unlock, spend, two_who_unlock
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.bundle_passes import PassSource
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.queries.operators import are_defined
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_lists
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections import scans as reading_scans


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedBallot:
    """A ballot of a scanned bundle: the file of its picture, its place in the pass, its record.

    The keys of `paper` are candidate ids; it is None of one that waited for the board.
    """

    name: str
    sequence: int
    paper: Paper | None


@guarded
def see_picture(
    file: CongressFile,
    round_id: int,
    number: int,
    sequence: int,
    *,
    first: str = "",
    second: str = "",
    actor: str,
) -> ScannedBallot | Refusal:
    """Return where the picture of a scanned ballot lies, for the board alone; the journal says who.

    With operators it is the head's; without, two people give their names. `sequence` is the place
    of the sheet in the scan, from the top.
    """
    first, second = clean_text(first), clean_text(second)
    if are_defined(file):
        first, second = actor, ""
    elif refusal := check_two(first, second):
        return refusal
    found = reading_lists.round_by_id(file, round_id)
    if found is None:
        raise KeyError(round_id)
    bundle = bundle_of(file, round_id, number)
    scans = [p for p in (bundle.passes if bundle else ()) if p.source is PassSource.SCAN]
    if bundle is None or not scans:
        return refuse("picture_not_scanned", bundle=number)
    if bundle.open_pass is not None and found.passes > 1:
        # Whoever types a pass of it sees no picture with a record beside it.
        return refuse("picture_while_typing", bundle=number)
    row = reading_scans.scan_file_of(file, scans[0].id)
    if row is None or row["destroyed_at"]:
        return refuse("picture_destroyed", bundle=number)
    sheets, _ = reading_passes.sheets_of_bundle(file, bundle.id)
    own = sheets.get(scans[0].number, [])
    if not 1 <= sequence <= len(own):
        return refuse("picture_no_sheet", bundle=number, most=len(own))
    with file.act(
        "see_picture",
        actor=actor,
        code=election(file, found.election_id).code,
        number=found.number,
        bundle=number,
        sequence=sequence,
        people=" – ".join(filter(None, (first, second))),
    ):
        pass
    return ScannedBallot(name=row["name"], sequence=sequence, paper=own[sequence - 1].paper)


@guarded
def destroy_pictures(
    file: CongressFile,
    round_id: int,
    *,
    first: str,
    second: str,
    actor: str,
    unlocked: Unlock | None = None,
) -> tuple[str, ...] | Refusal:
    """Record that the pictures of a round are destroyed with its papers; return their files.

    Not before the time that the rules keep the papers, counted from the declaration. The files are
    deleted afterwards by whoever calls; called again it returns those that are there still.
    """
    names = two_who_unlock(
        file, "destroy_pictures", round_id, unlocked, (clean_text(first), clean_text(second))
    )
    if isinstance(names, Refusal):
        return names
    refusal = check_two(*names)
    if refusal:
        return refusal
    found = reading_lists.round_by_id(file, round_id)
    if found is None:
        raise KeyError(round_id)
    if found.state is RoundState.COUNTING:
        return refuse("pictures_of_open_round", number=found.number)
    until = _kept_until(found.declared_at, congress(file).rules.retention_months)
    if until is not None and file.clock().date() < until:
        return refuse("pictures_kept", until=until.strftime("%d/%m/%Y"))
    rows = reading_scans.scan_files(file, round_id)
    if not rows:
        return refuse("pictures_none", number=found.number)
    left = [row for row in rows if not row["destroyed_at"]]
    if left:
        with file.act(
            "destroy_pictures",
            actor=actor,
            code=election(file, found.election_id).code,
            number=found.number,
            count=len(left),
            first=names[0],
            second=names[1],
        ) as act:
            for row in left:
                act.update("scan_file", row["id"], destroyed_at=act.at)
    spend(file, unlocked)
    return tuple(row["name"] for row in rows)


def _kept_until(declared_at: str, months: int) -> date | None:
    """Return from which day on the papers may be destroyed, None where nothing says so."""
    if not declared_at or not months:
        return None
    day = date.fromisoformat(declared_at[:10])
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, 28))
