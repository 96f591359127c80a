"""A whole recount from the file, and how it grows with ballots."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from benchmarks.congresses import make_congress, record_round
from benchmarks.measured import Measured
from congress_desk.queries.elections.rounds import round_sheet

NAMES, SEATS = 220, 180


def run(folder: Path, short: bool) -> list[Measured]:
    """Recount 1,500 ballots of 220 names, and a third of them: linear is a ratio near 3."""
    whole = 600 if short else 1500
    seconds = {}
    for count in (whole // 3, whole):
        file = make_congress(folder / f"recount-{count}.congress", NAMES, SEATS)
        round_id = record_round(file, NAMES, SEATS, count, count)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            sheet = round_sheet(file, round_id)
            times.append(time.perf_counter() - start)
        assert sheet.tally.entered == count
        seconds[count] = median(times)
        file.close()
    print(f"  recount of {whole} × {NAMES}: {seconds[whole] * 1000:.0f} ms")
    growth = seconds[whole] / seconds[whole // 3]
    return [Measured(what="recount, 3 times the ballots ÷ once", value=growth, bound=3.6, unit="×")]
