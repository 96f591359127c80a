"""A file that was recovered in part says so for ever: its own journal has a line of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from congress_desk.errors import Problem, problem
from congress_desk.storage.journal.lines import Line

RECOVERED_IN_PART = "recover_part"


def problems_of_parts(lines: Iterable[Line]) -> Iterator[Problem]:
    """Yield for each such line which acts are missing: numbers in the journal it came from."""
    for line in lines:
        if line.act == RECOVERED_IN_PART:
            about = json.loads(line.about)
            yield problem(
                "file_of_a_part",
                first=int(about["first"]),
                last=int(about["last"]),
                count=int(about["last"]) - int(about["first"]) + 1,
                since=str(about["since"]),
                moment=line.at,
            )
