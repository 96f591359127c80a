"""A congress file made again from its second journal, when the file itself is lost."""

from __future__ import annotations

import codecs
import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.journal_text import JournalText, text_of
from congress_desk.storage.journal.lines import Line, Replay, sound_beginning
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.opening import empty_file
from congress_desk.storage.password.key import Key
from congress_desk.storage.password.keyring import needs_password
from congress_desk.storage.safety.disk_errors import why_not_created
from congress_desk.storage.safety.lock import user_name
from congress_desk.storage.safety.partial_recovery import RECOVERED_IN_PART
from congress_desk.storage.schema import added_columns, table_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What was made: from how many lines, what was left out of the file, and what else to say."""

    lines: int
    left_out: Problem | None = None
    notes: tuple[Problem, ...] = ()


def recover(journal: Path, target: Path) -> Recovered | Refusal:
    """Write what the lines of a second journal tell to a new file.

    A torn last line was never acknowledged and costs nothing. At any other line that cannot be
    read, or that does not follow from the one before, the file ends: what is left out is named.
    """
    if not journal.is_file():
        return refuse("file_missing", path=str(journal))
    try:
        # An editor that saved the text again puts this mark before it.
        text = text_of(journal.read_bytes().removeprefix(codecs.BOM_UTF8))
    except OSError as error:
        return refuse("system", detail=error.strerror or str(error))
    if needs_password(journal):
        return refuse("password_needed", path=journal.name)
    if not text.lines and text.left_out > 1 and text.later:
        count = len(text.later)
        return refuse("second_journal_headless", path=journal.name, count=count)
    if not text.lines and not text.later:
        return refuse("second_journal_empty", path=journal.name)
    lines = [*text.lines, *(text.later if text.left_out == 1 else ())]
    replay, kept = _replayed(lines)
    if not kept:
        return refuse("journal_broken", seq=1)
    torn = (
        problem("journal_line_torn", seq=kept + 1) if kept == len(lines) and text.is_torn else None
    )
    left_out = None if torn else _left_out(journal, text, lines, kept)
    notes = _write(target, replay, lines[:kept], left_out, text.form.key)
    if isinstance(notes, Refusal):
        return notes
    return Recovered(lines=kept, left_out=left_out, notes=(*((torn,) if torn else ()), *notes))


def _replayed(lines: Sequence[Line]) -> tuple[Replay, int]:
    """Return the rows that the lines tell, up to the first that does not fit, and that number."""
    replay = Replay(table_keys(SCHEMA_VERSION), added_columns(SCHEMA_VERSION))
    sound = sound_beginning(lines)
    for place, line in enumerate(lines[:sound]):
        try:
            replay.apply(line)
        except (KeyError, ValueError, TypeError, IndexError, AttributeError):
            return _replayed(lines[:place])
    return replay, sound


def _left_out(journal: Path, text: JournalText, lines: Sequence[Line], kept: int) -> Problem | None:
    count = len(text.lines) + text.left_out - kept
    if not count:
        return None
    later = [*lines[kept:], *text.later]
    return problem(
        "journal_left_out",
        path=journal.name, seq=kept + 1, count=count, since=later[-1].at if later else "?",
    )  # fmt: skip


def _write(
    target: Path,
    replay: Replay,
    lines: Sequence[Line],
    left_out: Problem | None,
    key: Key | None,
) -> tuple[Problem, ...] | Refusal:
    file = empty_file(target, key=key)
    if isinstance(file, Refusal):
        return file
    try:
        _restore(file, replay, lines)
    except sqlite3.Error as error:
        file.close()
        with contextlib.suppress(OSError):
            target.unlink(missing_ok=True)
        return why_not_created(error, target)
    file.reconcile_second_journal()
    if left_out is not None:
        _note_part(file, left_out)
    file.close()
    return tuple(file.notes)


def _note_part(file: CongressFile, left_out: Problem) -> None:
    """Let the file itself remember that it is a part: which lines are missing, and since when."""
    first, count = int(left_out.params["seq"]), int(left_out.params["count"])
    with file.act(
        RECOVERED_IN_PART,
        actor=user_name(),
        first=first,
        last=first + count - 1,
        since=left_out.params["since"],
    ):
        pass


def _restore(file: CongressFile, replay: Replay, lines: Sequence[Line]) -> None:
    file.db.execute("BEGIN IMMEDIATE")
    file.db.execute("PRAGMA defer_foreign_keys = ON")
    # Ballots go in before their rounds: the triggers of sealed rounds find none to seal.
    for table in sorted(replay.tables, key=lambda name: (name == "round", name)):
        file.db.table(table).insert_all(replay.tables[table].values())
    file.db.table("journal").insert_all(line.as_row() for line in lines)
    file.db.execute("COMMIT")
