"""How v6.congress was made: `PYTHONPATH=tests:tests/kit:. python tests/storage/kept/make_v6.py`.

Run only while version 6 is not released; from then on the file itself is what must open.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from congress_files import Clock, a_congress, a_round, an_election, granted, striking
from operator_acts import CHAIR, HEAD, define_everybody, sits
from pass_acts import FIRST, SECOND, a_pass, both_passes
from station_acts import at_station, handed

from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.actions.elections.passes.settling import count_by_hand, resolve_place
from congress_desk.actions.elections.stations.taking import take_station_result
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.round import Round
from congress_desk.imports.station_result import read_station_result
from congress_desk.storage.congress_file import CongressFile

KEPT = Path(__file__).with_name("v6.congress")


def make(path: Path) -> None:
    """Write a round declared after two passes, and one of which a station has a bundle."""
    file = a_congress(path, an_election("BCH"), an_election("BT", 2, 2), an_election("DB"))
    file.clock = Clock()
    granted(set_entry_settings(file, EntrySettings(passes=2), actor="TK"))
    _declare(file, a_round(file, "BCH"))
    granted(set_entry_settings(file, EntrySettings(passes=1), actor="TK"))
    _ask_stations(file, a_round(file, "DB", papers=9))
    define_everybody(file)
    sits(file, HEAD)
    granted(file.copy_to(KEPT))
    file.close()


def _declare(file: CongressFile, found: Round) -> None:
    """Enter a bundle whose passes agree and one in which a sheet is resolved, and declare."""
    a_pass(file, found, [4], [4], [3], by=FIRST)
    a_pass(file, found, [4], [4], [3], by=SECOND)
    both_passes(file, found, [[4], [2], [4]], [[4], [3], [4]], bundle=2)
    granted(count_by_hand(file, found.id, 2, 3, operator=HEAD))
    uid = "0123456789abcdef"
    granted(resolve_place(file, found.id, 2, 2, striking(found, [3]), uid, operator=HEAD))
    granted(declare_result(file, found.id, first=HEAD, second=CHAIR, reason="thử", actor="TK"))


def _ask_stations(file: CongressFile, found: Round) -> None:
    """Take one bundle in from a station; another is still at one."""
    back = at_station(handed(file, found, 1), (1, [[4], [4], [3]]), clock=file.clock)
    granted(take_station_result(file, granted(read_station_result(back)), actor="TK"))
    handed(file, found, 2, name="Trạm 2")


if __name__ == "__main__":
    KEPT.unlink(missing_ok=True)
    folder = tempfile.mkdtemp()
    make(Path(folder) / "dh.congress")
    sys.exit(shutil.rmtree(folder))
