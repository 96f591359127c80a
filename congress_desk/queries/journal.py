"""The journal as people read it: when, who, what."""

from __future__ import annotations

from congress_desk.domain.journal import JournalLine
from congress_desk.i18n import act_text, label
from congress_desk.storage import reading
from congress_desk.storage.act import about_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal import Line


def journal(file: CongressFile) -> tuple[JournalLine, ...]:
    """Return every line, oldest first."""
    return tuple(journal_line(line) for line in file.journal_lines())


def head(file: CongressFile) -> JournalLine:
    """Return the newest line; its short code is printed on every sheet."""
    return journal_line(reading.last_line(file))


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
