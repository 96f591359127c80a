"""How v8.congress was made: `PYTHONPATH=tests:tests/kit:. python tests/storage/kept/make_v8.py`.

Run only while version 8 is not released; from then on the file itself is what must open.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from congress_files import Clock, a_congress, a_round, granted
from pass_acts import both_passes
from preparation_acts import REPORT
from station_acts import at_station, handed
from storage.test_file_format import results_of

from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.actions.elections.stations.taking import take_station_result
from congress_desk.actions.preparation.copies import (
    give_copy_up,
    hand_out_copies,
    number_copies,
    take_back_copy,
)
from congress_desk.actions.preparation.texts import add_text
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.imports.station_result import read_station_result
from congress_desk.queries.congress import people

KEPT = Path(__file__).with_name("v8.congress")
A = "Thư ký"


def make(path: Path) -> None:
    """Write bundles that two stations type at once, one of them back, and numbered copies."""
    file = a_congress(path)
    file.clock = Clock()
    granted(set_entry_settings(file, EntrySettings(passes=2), actor=A))
    found = a_round(file, "BCH", papers=9)
    both_passes(file, found, [[4], [2], [4]], [[4], [3], [4]])
    first = handed(file, found, 2, 3)
    handed(file, found, 2, 3, name="Trạm 2")
    back = at_station(first, (2, [[4], [1], [2]]), by="Ba", clock=file.clock)
    granted(take_station_result(file, granted(read_station_result(back)), actor=A))
    text = granted(add_text(file, REPORT, actor=A)).id
    convened = len(people(file))
    granted(number_copies(file, text, convened, comes_back=True, actor=A))
    granted(hand_out_copies(file, text, actor=A))
    granted(take_back_copy(file, text, 1, actor=A))
    granted(give_copy_up(file, text, 2, reason="Mất trên đường", actor=A))
    assert file.check() == []
    granted(file.copy_to(KEPT))
    results = results_of(file)
    KEPT.with_suffix(".json").write_text(
        json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    file.close()


if __name__ == "__main__":
    KEPT.unlink(missing_ok=True)
    folder = tempfile.mkdtemp()
    make(Path(folder) / "dh.congress")
    sys.exit(shutil.rmtree(folder))
