"""What a code on a paper stands for, in words: its state, what was done since, the chain."""

from __future__ import annotations

from datetime import datetime

from congress_desk.i18n import tr
from congress_desk.queries.history.found_code import FoundCode


def code_title(found: FoundCode) -> str:
    """Return which state the paper shows."""
    line = found.line
    return tr(
        "Code {code}: printed after line {line}, {moment} — {what}",
        code=line.code,
        line=line.seq,
        moment=_moment(line.at),
        what=line.summary,
    )


def code_lines(found: FoundCode) -> list[str]:
    """Return how many acts came after, what each concerns, and whether the chain is whole."""
    lines = [_since(found)]
    if found.subjects:
        told = [
            tr("{subject}: {count}", subject=subject.words, count=count)
            for subject, count in found.subjects
        ]
        lines.append(tr("What they concern: {subjects}.", subjects="; ".join(told)))
        lines.append(
            tr("What a paper tells of a subject that is not named here still stands as printed.")
        )
    lines.append(
        tr("The chain of the journal is whole up to this line.")
        if found.whole
        else tr("The chain of the journal is BROKEN before this line: run the check of the file.")
    )
    if found.others:
        lines.append(tr("{count} earlier lines carry the same code.", count=found.others))
    return lines


def _since(found: FoundCode) -> str:
    if not found.since:
        return tr("Nothing was done since: this is the newest state.")
    return tr("{count} acts were recorded since.", count=len(found.since))


def _moment(iso: str) -> str:
    try:
        return f"{datetime.fromisoformat(iso):%H:%M %d/%m/%Y}"
    except ValueError:
        return iso
