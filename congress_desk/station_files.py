"""Files that go between the congress and its stations: handed out, brought back, taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from congress_desk.actions.elections.stations.handing_out import hand_to_station, prepare_station
from congress_desk.actions.elections.stations.station_file import write_station_file
from congress_desk.actions.elections.stations.taking import take_station_result
from congress_desk.atomic_congress import make_whole
from congress_desk.domain.elections.stations.station import SUFFIX, Station, TakenIn
from congress_desk.errors import Refusal, refuse
from congress_desk.exports.station_result import write_station_result
from congress_desk.imports.station_result import read_station_result
from congress_desk.queries.elections.stations.stations import station_order, station_result
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of the files that were taken in, and a refusal for each other file."""

    results: tuple[TakenIn, ...]
    refusals: tuple[Refusal, ...]

    @property
    def stations(self) -> tuple[Station, ...]:
        """Return the stations that brought something."""
        return tuple(result.station for result in self.results)


def hand_out(
    file: CongressFile,
    round_id: int,
    numbers: Sequence[int],
    *,
    name: str,
    target: Path,
    actor: str,
) -> Station | Refusal:
    """Write a station file for these bundles, then lock them here.

    In this order: a stick that is pulled between leaves a file that nobody knows, and no bundle
    that is locked for a file that does not exist.
    """
    if target.suffix != SUFFIX:
        return refuse("station_suffix", path=target.name, suffix=SUFFIX)
    prepared = prepare_station(file, round_id, numbers, name=name)
    if isinstance(prepared, Refusal):
        return prepared
    made = make_whole(target, lambda path: write_station_file(path, prepared, file.key))
    if isinstance(made, Refusal):
        return made
    return hand_to_station(file, prepared, actor=actor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a result tells: how many sheets, of which bundles; `left` are not full yet."""

    sheets: int
    bundles: tuple[int, ...]
    left: tuple[int, ...]


def bring_back(file: CongressFile, target: Path) -> Brought | Refusal:
    """Write the signed result of a station file: the bundles that are full so far."""
    counted = station_result(file)
    if isinstance(counted, Refusal):
        return counted
    order = station_order(file)
    assert order is not None
    result, signature = counted
    refusal = write_station_result(target, result, signature)
    bundles = tuple(bundle.number for bundle in result.bundles)
    return refusal or Brought(
        sheets=sum(len(bundle.sheets) for bundle in result.bundles),
        bundles=bundles,
        left=tuple(number for number, _ in order.bundles if number not in bundles),
    )


def take_in(
    file: CongressFile,
    paths: Sequence[Path],
    *,
    actor: str,
    told: Callable[[int], None] = lambda count: None,
) -> Taken:
    """Take in results, each wholly or not at all; `told` hears how many are done.

    A file that is refused does not keep the others out.
    """
    taken: list[TakenIn] = []
    refusals: list[Refusal] = []
    for count, path in enumerate(paths, start=1):
        done = take_one(file, path, actor=actor)
        if isinstance(done, Refusal):
            refusals.append(done)
        else:
            taken.append(done)
        told(count)
    if taken:
        file.copy_now()
    return Taken(results=tuple(taken), refusals=tuple(refusals))


def take_one(file: CongressFile, path: Path, *, actor: str) -> TakenIn | Refusal:
    """Take in one result; of many in a row whoever does so makes one copy at the end."""
    signed = read_station_result(path)
    if isinstance(signed, Refusal):
        return signed
    return take_station_result(file, signed, actor=actor)


def copy_after_taking(file: CongressFile, *, actor: str) -> None:
    """Make the one copy after results were taken in."""
    file.copy_now()
