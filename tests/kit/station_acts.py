"""Stations for tests: bundles handed out, entered in a station file, and brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from congress_files import a_congress, a_round, fresh_uids, granted, round_of, striking

from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.doubts import set_aside
from congress_desk.actions.elections.stations.handing_out import (
    call_station_back,
    hand_to_station,
    prepare_station,
)
from congress_desk.actions.elections.stations.taking import take_station_result
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.domain.elections.round import Round
from congress_desk.imports.station_result import read_station_result
from congress_desk.queries.elections.stations.stations import round_at_station
from congress_desk.station_files import bring_back, hand_out
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file

A = "Thư ký"
Sheets = Sequence[Paper | Sequence[int] | str]


def handed(file: CongressFile, found: Round, *numbers: int, name: str = "Trạm 1") -> Path:
    """Hand bundles to a station; return where its file is."""
    target = file.path.parent / f"{name}.station"
    granted(hand_out(file, found.id, numbers, name=name, target=target, actor="Trưởng ban"))
    return target


def at_station(
    path: Path,
    *bundles: tuple[int, Sheets],
    by: str = "Người trạm",
    clock: Callable[[], datetime] = datetime.now,
) -> Path:
    """Enter papers (positions struck, or "aside") at a station; return where its result is."""
    file = granted(open_file(path, clock=clock))
    found = round_at_station(file)
    for number, papers in bundles:
        for paper in papers:
            if isinstance(paper, str):
                granted(set_aside(file, found.id, number, DoubtCause.TORN, operator=by))
                continue
            marked = paper if isinstance(paper, Paper) else striking(found, paper)
            granted(enter_ballots(file, found.id, number, [marked], fresh_uids(1), operator=by))
    target = path.with_suffix(".station-result.json")
    granted(bring_back(file, target))
    assert not file.check()
    file.close()
    return target


def station_ready(folder: Path, name: str) -> CongressFile:
    """Return a round in which the act of this name can be done with station 1."""
    file = a_congress(folder)
    found = a_round(file)
    if name in ("call_station_back", "take_station_result"):
        path = handed(file, found, 1)
        if name == "take_station_result":
            at_station(path, (1, [[4], [4], [3]]))
    return file


def _result_of(file: CongressFile) -> Path:
    return file.path.parent / "Trạm 1.station-result.json"


STATION_ACTS = {
    "hand_to_station": lambda f: hand_to_station(
        f, granted(prepare_station(f, round_of(f).id, [1], name="Trạm 1")), actor=A
    ),
    "call_station_back": lambda f: call_station_back(f, 1, reason="máy hỏng", actor=A),
    "take_station_result": lambda f: take_station_result(
        f, granted(read_station_result(_result_of(f))), actor=A
    ),
}
