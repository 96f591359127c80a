"""`python -m congress_desk` and the console script `congress-desk`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line."""
    from congress_desk.cli import main as run

    return run()


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # The readers of scanned ballots are processes of the built program itself.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
