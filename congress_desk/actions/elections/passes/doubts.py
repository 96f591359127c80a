"""Acts that put a sheet aside for the board: in one's own pass, or while a bundle is settled."""

from __future__ import annotations

from congress_desk.actions.elections.ballots import check_room
from congress_desk.actions.elections.doubts import check_doubt, write_doubt
from congress_desk.actions.elections.passes.checks import own_pass, round_of_passes, worker
from congress_desk.actions.elections.passes.settling import place_to_settle, resolver_pass
from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal
from congress_desk.queries.elections.incremental_count import carry_on, incremental_count
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import doubts as reading_doubts


@guarded
def set_aside_in_pass(
    file: CongressFile,
    round_id: int,
    number: int,
    cause: DoubtCause,
    note: str = "",
    *,
    operator: str,
) -> BundlePasses | Refusal:
    """Put the next sheet of one's own open pass aside; it keeps its place in the pass.

    In a first pass it stands in the pile at once; in a later one only where no other pass turns
    out to have put the same sheet aside.
    """
    found = round_of_passes(file, round_id)
    if isinstance(found, Refusal):
        return found
    row = own_pass(file, round_id, number, operator)
    if isinstance(row, Refusal):
        return row
    note = clean_text(note)
    refusal = check_doubt(cause, note) or check_room(row, row["bundle_number"], 1)
    if refusal:
        return refusal
    kept = incremental_count(file, round_id)
    with file.act(
        "set_aside_in_pass",
        actor=worker(file, operator).name,
        round_id=round_id,
        bundle=number,
        number=row["number"],
        sequence=row["last"] + 1,
        cause=f"doubt_cause.{cause.value}",
    ) as act:
        write_doubt(
            act,
            row["id"],
            row["last"] + 1,
            number=reading_doubts.last_number(file, round_id) + 1,
            cause=cause,
            note=note,
            by=operator,
            standing=row["number"] == 1,
        )
    carry_on(file, round_id, kept)
    return _read_again(file, round_id, number)


@guarded
def set_place_aside(
    file: CongressFile,
    round_id: int,
    number: int,
    place: int,
    cause: DoubtCause,
    note: str = "",
    *,
    operator: str,
    together: str = "",
) -> BundlePasses | Refusal:
    """Put a sheet aside for the board that was to be typed from the paper."""
    found = place_to_settle(file, round_id, number, place, operator, together)
    if isinstance(found, Refusal):
        return found
    note = clean_text(note)
    refusal = check_doubt(cause, note)
    if refusal:
        return refusal
    kept = incremental_count(file, round_id)
    with file.act(
        "set_place_aside",
        actor=found.names,
        round_id=round_id,
        bundle=number,
        place=place,
        cause=f"doubt_cause.{cause.value}",
    ) as act:
        write_doubt(
            act,
            resolver_pass(file, act, found.bundle, found.names),
            place,
            number=reading_doubts.last_number(file, round_id) + 1,
            cause=cause,
            note=note,
            by=found.names,
        )
    carry_on(file, round_id, kept)
    return _read_again(file, round_id, number)


def _read_again(file: CongressFile, round_id: int, number: int) -> BundlePasses:
    found = bundle_of(file, round_id, number)
    assert found is not None
    return found
