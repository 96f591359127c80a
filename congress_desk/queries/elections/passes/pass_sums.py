"""How many valid ballots keep how many names, kept by the process that enters a pass.

Held against the stored rows of another pass it is a witness that knows nothing of these rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from congress_desk.domain.elections.ballots import Verdict
from congress_desk.domain.kinds import NOTHING
from congress_desk.storage.congress_file import CongressFile

_NAME = "pass_sums"
_INVALID = -1

# By bundle and number of the pass: how many ballots keep k names, under -1 those that are invalid.
PassSums = dict[tuple[int, int], Counter[int]]


def pass_sums(file: CongressFile, round_id: int) -> Mapping[tuple[int, int], Counter[int]]:
    """Return the sums of passes that were kept from their first ballot on."""
    found: PassSums = file.read_cache.recalled(_NAME, round_id) or {}
    return found


def begin_sums(file: CongressFile, round_id: int, bundle: int, number: int) -> None:
    """Begin with a pass that was just opened."""
    kept = {**pass_sums(file, round_id), (bundle, number): Counter[int]()}
    file.read_cache.keep(_NAME, round_id, kept, NOTHING)


def carry_sums_on(
    file: CongressFile,
    round_id: int,
    place: tuple[int, int],
    *,
    entered: Iterable[Verdict] = (),
    taken_out: Iterable[Verdict] = (),
) -> None:
    """Carry the sums of a pass (bundle, number) on by an act that is now in the file."""
    counted = pass_sums(file, round_id).get(place)
    if counted is None:
        return
    counted.update(map(kept_names, entered))
    counted.subtract(map(kept_names, taken_out))


def drop_sums(file: CongressFile, round_id: int, bundle: int, number: int | None = None) -> None:
    """Forget a pass whose rows were changed in another way; all of a bundle without a number."""
    kept = {
        place: counted
        for place, counted in pass_sums(file, round_id).items()
        if place[0] != bundle or number not in (None, place[1])
    }
    file.read_cache.keep(_NAME, round_id, kept, NOTHING)


def kept_names(verdict: Verdict) -> int:
    """Return how many names a ballot keeps, -1 of one that is invalid."""
    return verdict.kept if verdict.valid else _INVALID
