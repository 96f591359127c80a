"""How v7.congress was made: `PYTHONPATH=tests:tests/kit:. python tests/storage/kept/make_v7.py`.

Run only while version 7 is not released; from then on the file itself is what must open.
"""

from __future__ import annotations

import io
import json
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from congress_files import Clock, a_congress, a_round, an_election, granted
from motion_acts import AGENDA, a_begun_motion
from pass_acts import both_passes
from PIL import Image
from station_acts import at_station, handed
from storage.test_file_format import results_of

from congress_desk.actions.congress import edit_rules
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.actions.elections.shares import set_holding
from congress_desk.actions.elections.stations.taking import take_station_result
from congress_desk.actions.hall import set_hall_picture
from congress_desk.actions.motions import record_vote
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.hall.pictures import HallPicture
from congress_desk.domain.motions import Hands
from congress_desk.domain.rules.rule_file import write_rules
from congress_desk.domain.rules.rule_set import MotionBase
from congress_desk.imports.station_result import read_station_result
from congress_desk.queries.congress import congress

KEPT = Path(__file__).with_name("v7.congress")
A = "Thư ký"


def make(path: Path) -> None:
    """Write a sheet settled at a station, one still out, a motion by shares and a picture."""
    file = a_congress(path, an_election("BCH"), an_election("BT", 2, 2))
    file.clock = Clock()
    for person_id, shares in enumerate((1_000, 2_000, 500), start=1):
        granted(set_holding(file, person_id, shares=shares, proxy_id=0, actor=A))
    rules = replace(congress(file).rules, motion_base=MotionBase.SHARES)
    granted(edit_rules(file, write_rules(rules), actor=A))
    granted(set_entry_settings(file, EntrySettings(passes=2), actor=A))
    found = a_round(file, "BCH", papers=9)
    both_passes(file, found, [[4], [2], [4]], [[4], [3], [4]])
    both_passes(file, found, [[4], [4], [1]], [[4], [4], [2]], bundle=2)
    back = at_station(handed(file, found, 1), (1, [[2]]), by="Ba", clock=file.clock)
    granted(take_station_result(file, granted(read_station_result(back)), actor=A))
    handed(file, found, 2, name="Trạm 2")
    begun = a_begun_motion(file, AGENDA)
    granted(record_vote(file, begun.id, Hands(in_favour=3_000, against=500), actor=A))
    granted(set_hall_picture(file, HallPicture.EMBLEM, _a_picture(), actor=A))
    assert file.check() == []
    granted(file.copy_to(KEPT))
    results = results_of(file)
    KEPT.with_suffix(".json").write_text(
        json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    file.close()


def _a_picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (32, 32), "teal").save(drawn, "PNG")
    return drawn.getvalue()


if __name__ == "__main__":
    KEPT.unlink(missing_ok=True)
    folder = tempfile.mkdtemp()
    make(Path(folder) / "dh.congress")
    sys.exit(shutil.rmtree(folder))
