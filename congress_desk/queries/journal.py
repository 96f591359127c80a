"""The journal as people read it: when, who, what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from congress_desk.domain.journal import JournalLine
from congress_desk.i18n import act_text, label, tr
from congress_desk.storage.act import about_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line
from congress_desk.storage.reading import journal as reading_journal

# Acts on single ballots.
_BALLOTS = frozenset(
    {
        "enter_ballots", "correct_ballot", "take_back_ballot", "undo", "record_ballots",
        "enter_in_pass", "correct_in_pass", "take_back_in_pass", "undo_in_pass", "resolve_place",
    }
)  # fmt: skip


def journal(file: CongressFile) -> tuple[JournalLine, ...]:
    """Return every line, oldest first."""
    return tuple(journal_line(line) for line in file.journal_lines())


def printed_journal(file: CongressFile) -> tuple[JournalLine, ...]:
    """Return the journal as papers tell it: of ballots only how many acts there were in a row.

    When a ballot came in, and what stood on it, could be held against who went to the box.
    """
    printed: list[JournalLine] = []
    for of_ballots, lines in groupby(file.journal_lines(), key=lambda line: line.act in _BALLOTS):
        if of_ballots:
            printed.append(_folded(list(lines)))
        else:
            printed += [journal_line(line) for line in lines]
    return tuple(printed)


def _folded(lines: Sequence[Line]) -> JournalLine:
    last = lines[-1]
    return JournalLine(
        seq=last.seq,
        at="",
        actor="",
        act=label("act_name", "enter_ballots"),
        summary=tr(
            "{count} entries and corrections of ballots, not told one by one", count=len(lines)
        ),
        hash=last.hash,
    )


def head(file: CongressFile) -> JournalLine:
    """Return the newest line; its short code is printed on every sheet."""
    return journal_line(reading_journal.last_line(file))


def journal_line(line: Line) -> JournalLine:
    """Return a line with its sentence in the language in use."""
    return JournalLine(
        seq=line.seq,
        at=line.at,
        actor=line.actor,
        act=label("act_name", line.act),
        summary=act_text(line.act, about_of(line)),
        hash=line.hash,
    )
