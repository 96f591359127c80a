"""Sees to it, in time, that a change is copied though nobody does anything more, and tells how."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from congress_desk.errors import Problem, problem
from congress_desk.ui.session import Session

if TYPE_CHECKING:
    from congress_desk.storage.congress_file import CongressFile

EVERY_MS = 30_000
# How soon it is asked whether a copy that somebody waits for is there.
SOON_MS = 500


class CopyState(NamedTuple):
    """When the last copy of this session was made, "" of none; what is wrong, if anything.

    `name` is that of its file.
    """

    made: str
    problem: Problem | None
    name: str = ""


class BackupWatch(QObject):
    """Asks on the worker every half minute; `told` carries a CopyState."""

    told = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(EVERY_MS)
        self.follow_settings()

    def follow_settings(self) -> None:
        """Use the second place and the minutes of the settings."""
        values = self._session.settings.values
        folder = Path(values.backup_folder) if values.backup_folder else None
        self._session.ask(_use, folder, values.backup_minutes, done=self.told.emit)

    def copy_now(self) -> None:
        """Make a copy at once."""
        self._session.ask(_copy_now, done=self._await)

    def _await(self, before: str, left: int = 60) -> None:
        """Ask soon and again until there is another copy than before, or it failed."""

        def asked(state: CopyState) -> None:
            self.told.emit(state)
            if left and state.name == before and state.problem is None:
                self._await(before, left - 1)

        QTimer.singleShot(SOON_MS, self, lambda: self._session.ask(_state, done=asked))

    def _look(self) -> None:
        self._session.ask(_copy_if_due, done=self.told.emit)


def _use(file: CongressFile, folder: Path | None, minutes: int) -> CopyState:
    file.backups.use(folder, minutes, file.first_hash())
    return _state(file)


def _copy_now(file: CongressFile) -> str:
    """Begin a copy; return the name of the one before."""
    before = _state(file).name
    if not file.read_only:
        file.copy_now()
    return before


def _copy_if_due(file: CongressFile) -> CopyState:
    if not file.read_only:
        file.copy_if_due()
    return _state(file)


def _state(file: CongressFile) -> CopyState:
    backups = file.backups
    if file.read_only:
        return CopyState("", problem("file_opened_to_read", path=file.path.name))
    problem_now = backups.problem or backups.place_problem
    return CopyState(backups.made_at, problem_now, backups.made.name if backups.made else "")
