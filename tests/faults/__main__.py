"""`python -m tests.faults`: what no fault may take away. Exit code 0 when every line holds.

--long          every kind of act, many runs of each; without it a sample in seconds
--thin          every kind of act, a few runs of each
--only WORD     one part: kills, cuts, errors, around
--subject WORD  what has this in its name: an act, a file, a surrounding
--seed N        the same choices as in an earlier run
--jobs N        processes beside each other
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "kit")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Run what was asked for and print the table."""
    from faults.shim import can_be_built, run_preloaded

    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--thin", action="store_true")
    parser.add_argument("--only", default="", choices=("", "kills", "cuts", "errors", "around"))
    parser.add_argument("--subject", default="")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    if "DISK_SHIM" not in os.environ and can_be_built():
        return run_preloaded(sys.argv[1:])
    seed = options.seed or random.SystemRandom().randrange(1, 1_000_000)
    print(f"--seed {seed}", flush=True)
    from faults.programme import run
    from faults.tally import print_table

    room = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=room, prefix="faults-") as folder:
        tallies = run(Path(folder), seed, options)
    return 0 if print_table(tallies) else 1


if __name__ == "__main__":
    raise SystemExit(main())
