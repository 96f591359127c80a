"""`congress-desk result` on a large congress: its time, and what it imports."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from benchmarks.congresses import make_congress, record_round
from benchmarks.measured import Measured, of_child, user_environment

CHECK = (
    "import sys; from congress_desk.cli import main; code = main(sys.argv[1:]);"
    "print(sorted(m for m in ('PySide6', 'reportlab', 'openpyxl') if m in sys.modules),"
    " file=sys.stderr); sys.exit(code)"
)


def run(folder: Path, short: bool) -> list[Measured]:
    """Run the command as a process of its own, as a script would."""
    path = folder / "line.congress"
    ballots = 300 if short else 1500
    file = make_congress(path, 63, 55)
    record_round(file, 63, 55, ballots, ballots)
    file.close()
    times = []
    for _ in range(3 if short else 7):
        took, done = of_child(
            [sys.executable, "-c", CHECK, "result", str(path), "BCH", "--json"],
            env=user_environment(),
        )
        times.append(took)
        if done.stderr.strip() != "[]":
            raise SystemExit(f"result imported {done.stderr.strip()}")
    return [
        Measured(what=f"result of {ballots} × 63", value=median(times), bound=0.5, unit="s"),
    ]
