"""An act whose commit failed: whether it is in the file is looked up, never guessed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from congress_desk.domain.kinds import Kinds
from congress_desk.storage.journal.lines import Line
from congress_desk.storage.schema import user_version


@dataclass(slots=True)
class Doubt:
    """The act and what it changed; `stored` is None while nobody knows whether it is there."""

    line: Line
    kinds: Kinds
    stored: bool | None = None

    def look_up(self, db: Database) -> bool:
        """Find out, in the file opened again, and keep the answer; sqlite3.Error if it fails.

        What is found is on the disk for good only once a commit of the file as it is succeeds.
        """
        found = db.execute("SELECT 1 FROM journal WHERE act_id = ?", [self.line.act_id]).fetchone()
        version = user_version(db)
        db.execute("BEGIN IMMEDIATE")
        db.execute(f"PRAGMA user_version = {version}")
        db.execute("COMMIT")
        self.stored = found is not None
        return self.stored


def holds_line(db: Database, known: tuple[int, str] | None) -> bool:
    """Say whether a file tells the line of this number and hash: the one acknowledged last."""
    if known is None or known[0] == 0:
        return True
    found = db.execute("SELECT hash FROM journal WHERE seq = ?", [known[0]]).fetchone()
    return found is not None and bool(found[0] == known[1])
