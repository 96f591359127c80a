"""The state a paper was printed from: found by its code, with what was done since."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from congress_desk.domain.journal import JournalLine, typed_code
from congress_desk.queries.history.places import Subject, subject_of
from congress_desk.queries.journal import unmarked_line
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import sound_beginning
from congress_desk.storage.reading import journal_records as records


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCode:
    """The line after which a paper was printed, and the acts since.

    `whole` says whether the chain up to there follows line by line; `since` is the subject of each
    later act by its number, `others` how many more lines carry the same code.
    """

    line: JournalLine
    whole: bool
    since: dict[int, Subject]
    others: int = 0

    @property
    def subjects(self) -> tuple[tuple[Subject, int], ...]:
        """Return what was changed since, with how many acts, the most first."""
        return tuple(Counter(self.since.values()).most_common())


def find_code(file: CongressFile, typed: str) -> FoundCode | None:
    """Return the state a code stands for, None when no line carries it."""
    code = typed_code(typed)
    found = records.lines_with_code(file, code) if code else []
    if not found:
        return None
    line = found[-1]
    later = records.changes_after(file, line.seq)
    return FoundCode(
        line=unmarked_line(line),
        whole=sound_beginning(file.journal_lines()[: line.seq]) == line.seq,
        since={seq: subject_of(file, json.loads(changes)) for seq, changes in later},
        others=len(found) - 1,
    )
