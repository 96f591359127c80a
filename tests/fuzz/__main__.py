"""`python -m tests.fuzz`: what no file and no text may do. Exit code 0 when nothing crashed.

--inputs N     how many (1000000: some hours of one processor); shared among all kinds
--only WORDS   kinds with this in their names
--seed N       the same inputs as in an earlier run
--jobs N       processes beside each other
--one N        input N of one kind alone, with its traceback
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "kit")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Run what was asked for and print the table."""
    from fuzz.campaign import campaign, print_table
    from fuzz.kinds import KINDS
    from fuzz.watch import tried, watched

    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--one", type=int, default=None)
    options = parser.parse_args()
    if options.one is not None:
        kind = next(kind for kind in KINDS if options.only in kind.name)
        with tempfile.TemporaryDirectory() as folder:
            trial = kind.begin(Path(folder))
            chance = Random(f"{options.seed}/{kind.name}/{options.one}")
            with watched(Path(folder)):
                print(tried(lambda: trial(chance)))
        return 0
    print(f"--seed {options.seed}")
    return (
        0 if print_table(campaign(options.inputs, options.seed, options.only, options.jobs)) else 1
    )


if __name__ == "__main__":
    raise SystemExit(main())
