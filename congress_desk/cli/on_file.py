"""What a call does on a congress file: opened, worked on, and closed whatever happens."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from congress_desk.errors import Place, Refusal, refuse
from congress_desk.i18n import message, problem_text, use_words
from congress_desk.queries.congress import words_of_body
from congress_desk.queries.elections.stations.stations import station_order
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file
from congress_desk.storage.read_only import CANNOT_WRITE, open_to_read


def on_file(
    options: argparse.Namespace,
    work: Callable[[CongressFile], int | Refusal],
    *,
    at_station: bool = False,
    reads: bool = False,
) -> int | Refusal:
    """Do work on the file of a call; the file of a station is refused unless it works `at_station`.

    One that only `reads` takes a file that cannot be written too, and says so.
    """
    file = open_file(options.file, take_over=options.take_over)
    if isinstance(file, Refusal) and reads and file.first.code in CANNOT_WRITE:
        file = open_to_read(options.file)
        if not isinstance(file, Refusal):
            _tell_read_only(file)
    if isinstance(file, Refusal):
        return file
    try:
        if not at_station and station_order(file) is not None:
            return refuse("station_enters_only", Place(file=file.path.name))
        use_words(words_of_body(file))
        return work(file)
    finally:
        for note in file.notes:
            print(problem_text(note), file=sys.stderr)
        file.close()


def _tell_read_only(file: CongressFile) -> None:
    """Say beside the answer that the file takes no act here."""
    print(message("cli.read_only", path=file.path.name), file=sys.stderr)
