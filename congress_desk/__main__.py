"""`python -m congress_desk` and the console script `congress-desk`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line."""
    from congress_desk.cli import main as run

    return run()


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # Writers of papers and readers of scans are processes of the built program itself.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
