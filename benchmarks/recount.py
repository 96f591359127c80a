"""A whole recount from the file: what it takes, and how it grows with ballots."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from benchmarks.congresses import make_congress, record_round
from benchmarks.measured import Measured
from congress_desk.queries.elections.rounds import round_sheet

PROVINCE = (63, 55)
LONG_LIST = (220, 180)


def run(folder: Path, short: bool) -> list[Measured]:
    """Recount a province; then a long list, and a third of it: linear is a ratio near 3."""
    whole = 600 if short else 1500
    province = _recount(folder, *PROVINCE, whole)
    few, many = (_recount(folder, *LONG_LIST, count) for count in (whole // 3, whole))
    print(f"  recount of {whole} × {LONG_LIST[0]}: {many * 1000:.0f} ms")
    bound = 30 * whole / 1500
    return [
        Measured(what=f"recount of {whole} × {PROVINCE[0]}, from the rows to what is shown",
                 value=province * 1000, bound=bound, unit="ms"),
        Measured(what="recount, 3 times the ballots ÷ once", value=many / few, bound=3.6, unit="×"),
    ]  # fmt: skip


def _recount(folder: Path, names: int, seats: int, count: int) -> float:
    """Return the processor time of a recount, which a busy machine does not hide."""
    file = make_congress(folder / f"recount-{names}-{count}.congress", names, seats)
    round_id = record_round(file, names, seats, count, count)
    times = []
    for _ in range(7):
        start = time.process_time()
        sheet = round_sheet(file, round_id)
        times.append(time.process_time() - start)
        assert sheet.tally.entered == count
    file.close()
    return median(times)
