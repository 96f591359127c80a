"""Two passes at three stations, every laptop a process of its own, files carried on a stick.

Each process has its own settings; nothing goes between them but the files in one folder. The stick
is pulled while a station types on it, and while a result is copied to it: nothing is lost, and
nothing is half taken.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from pass_acts import a_round_of_passes
from station_acts import handed

from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.station_files import take_in

# A laptop with the program on it: opens its station file, types the papers once it is told to, each
# again after a word where it could not be saved, and writes its result.
LAPTOP = """
import json, sys, uuid
from pathlib import Path
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.domain.elections.ballots import Paper
from congress_desk.errors import Refusal
from congress_desk.queries.elections.stations.stations import round_at_station
from congress_desk.settings import SettingsStore
from congress_desk.station_files import bring_back
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.opening import open_file

path, bundles, operator = Path(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3]
file = open_file(path)
assert not isinstance(file, Refusal), file
SettingsStore().change(operator=operator)
found = round_at_station(file)
print("open", flush=True)
sys.stdin.readline()
for number, sheets in bundles.items():
    for struck in sheets:
        papers = [Paper(struck=frozenset(found.candidates[n - 1].id for n in struck))]
        uids = [uuid.uuid4().hex]
        while True:
            try:
                done = enter_ballots(file, found.id, int(number), papers, uids, operator=operator)
                assert not isinstance(done, Refusal), done
                break
            except NotSaved:
                print("not saved", flush=True)
                sys.stdin.readline()
assert not isinstance(bring_back(file, path.with_suffix(".json")), Refusal)
file.close()
print("done", flush=True)
"""
PAPERS = {1: [[4], [3], [4]], 2: [[4], [1], [2]], 3: [[4], [4], [3]]}
# Both passes of each bundle, in a ring, and who sits there.
RING = (("Lâm Viết Hòa", (1, 3)), ("Mai Thị Diệu Lan", (2, 1)), ("Vũ Ba", (3, 2)))


class Laptop:
    """A process of the program on a station file, with a folder of settings of its own."""

    def __init__(self, station: Path, settings: Path, number: int) -> None:
        by, bundles = RING[number - 1]
        self.result = station.with_suffix(".json")
        self._process = subprocess.Popen(
            [sys.executable, "-c", LAPTOP, str(station),
             json.dumps({bundle: PAPERS[bundle] for bundle in bundles}), by],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=os.environ | {"CONGRESS_DESK_CONFIG": str(settings)},
        )  # fmt: skip

    def hears(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def goes_on(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("on\n")
        self._process.stdin.flush()

    def ends(self) -> None:
        assert self._process.wait(60) == 0
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()


def test_that_laptops_that_share_nothing_but_a_stick_come_to_one_count(tmp_path):
    file, found = a_round_of_passes(tmp_path, papers=9)
    stick, pulled = tmp_path / "stick", tmp_path / "pulled"
    stick.mkdir()
    laptops = []
    for number, (_, bundles) in enumerate(RING, start=1):
        station = handed(file, found, *bundles, name=f"T{number}")
        # The third works on the stick itself.
        place = stick if number == 3 else tmp_path / f"laptop-{number}"
        place.mkdir(exist_ok=True)
        station = Path(shutil.move(station, place))
        laptops.append(Laptop(station, tmp_path / f"settings-{number}", number))
    assert [laptop.hears() for laptop in laptops] == ["open"] * 3
    stick.rename(pulled)
    for laptop in laptops:
        laptop.goes_on()
    assert [laptop.hears() for laptop in laptops] == ["done", "done", "not saved"]
    pulled.rename(stick)
    laptops[2].goes_on()
    assert laptops[2].hears() == "done"
    for laptop in laptops:
        laptop.ends()
    results = [Path(shutil.copy(laptop.result, stick)) for laptop in laptops[:2]]
    whole = results[1].read_bytes()
    results[1].write_bytes(whole[: len(whole) // 2])  # pulled while it was copied
    taken = take_in(file, [*results, laptops[2].result], actor="TB")
    assert len(taken.results) == 2
    assert [r.first.place.file for r in taken.refusals] == [results[1].name]
    stick.rename(pulled)
    assert take_in(file, results[1:], actor="TB").refusals[0].first.code == "import_file_missing"
    pulled.rename(stick)
    results[1].write_bytes(whole)
    assert take_in(file, results[1:], actor="TB").results
    assert all(bundle.is_agreed for bundle in bundle_list(file, found.id))
    tally = round_sheet(file, found.id).tally
    assert [tally.votes(c.id) for c in found.candidates] == [8, 8, 7, 4]
    kept = [json.loads(path.read_text("utf-8")) for path in tmp_path.glob("settings-*/*.json")]
    assert {settings["operator"] for settings in kept} == {by for by, _ in RING}
    assert file.check() == []
    file.close()
