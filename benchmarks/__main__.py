"""Run every benchmark and print its figures; exits non-zero only when something is not correct."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

# Takes minutes: run when it is asked for by its name.
ALONE = ("long_session",)


def main() -> int:
    """Print each figure beside its bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--short", action="store_true", help="small inputs, as in CI")
    parser.add_argument("--only", default="", help="one benchmark by its name")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks import (
        agenda_clock,
        ballot_act,
        ballot_papers,
        cards,
        careless_typist,
        check_in,
        command_line,
        copies,
        entry_accuracy,
        entry_minutes,
        entry_passes,
        filter_people,
        growth,
        hall_screen,
        letters,
        long_session,
        minutes,
        nomination,
        recount,
        register_import,
        results_book,
        running_view,
        scan_reading,
        seat_map,
        typing_speed,
        window_start,
    )

    for bench in (
        ballot_act,
        careless_typist,
        entry_accuracy,
        entry_minutes,
        entry_passes,
        recount,
        command_line,
        copies,
        filter_people,
        growth,
        window_start,
        typing_speed,
        check_in,
        register_import,
        cards,
        letters,
        ballot_papers,
        agenda_clock,
        running_view,
        minutes,
        results_book,
        nomination,
        hall_screen,
        seat_map,
        scan_reading,
        long_session,
    ):
        name = bench.__name__.removeprefix("benchmarks.")
        if options.only != name and (options.only or name in ALONE):
            continue
        print(name)
        with tempfile.TemporaryDirectory() as folder:
            os.environ["CONGRESS_DESK_CONFIG"] = folder
            for measured in bench.run(Path(folder), options.short):
                print("  " + measured.line())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
