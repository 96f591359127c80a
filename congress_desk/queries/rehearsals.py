"""The rehearsals that were made of a congress: whether one of them came to a declared result."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

from congress_desk.domain.congress import CongressState
from congress_desk.domain.readiness.facts import RehearsalFacts
from congress_desk.errors import Refusal
from congress_desk.queries.congress import congress
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line
from congress_desk.storage.read_only import open_to_read
from congress_desk.storage.reading.journal import lines_left, newest_line_left

# Rehearsals that are looked for, the newest first.
_MOST = 5


def rehearsal_facts(file: CongressFile) -> RehearsalFacts:
    """Return when a rehearsal was made, and when a result was declared in one of them.

    Each is looked for where it was made, and beside the congress; one that is open elsewhere, or is
    gone, tells nothing.
    """
    lines = lines_left(file, "note_rehearsal", _MOST)
    if not lines:
        return RehearsalFacts()
    declared = [at for line in lines if (at := _declared_at(file.path.parent, line))]
    name = json.loads(lines[0].about)["path"]
    return RehearsalFacts(name=name, made_at=lines[0].at, declared_at=max(declared, default=""))


def _declared_at(beside: Path, line: Line) -> str:
    """Return when a result was declared in a rehearsal last, "" where none is found."""
    about = json.loads(line.about)
    folders = (Path(about["folder"]), beside) if "folder" in about else (beside,)
    for path in dict.fromkeys(folder / about["path"] for folder in folders):
        found = open_to_read(path, checked=False)
        if isinstance(found, Refusal):
            continue
        with closing(found):
            newest = newest_line_left(found, "declare_result")
            if newest and congress(found).state is CongressState.REHEARSAL:
                return newest.at
    return ""
