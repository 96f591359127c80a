"""The open congress as the screens see it: ask, act, and one signal that something changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from congress_desk.errors import Refusal
from congress_desk.settings import SettingsStore
from congress_desk.storage.lock import user_name
from congress_desk.ui.background import Background, deliver

T = TypeVar("T")


class Session(QObject):
    """Questions and acts on one open file, all run in order on the worker that owns the file.

    `changed` carries a frozenset of kinds: "congress", "elections", "rounds", "ballots", "people".
    `failed` carries an unexpected exception, `noted` problems beside an act that was done: a copy
    or a second journal that could not be written. Each kind is told once.
    """

    changed = Signal(object)
    failed = Signal(object)
    noted = Signal(object)

    def __init__(
        self,
        background: Background,
        file: Any,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._file = file
        self._settings = settings
        self._told = {note.code for note in file.notes}
        self._open = True
        self._peers = [self]
        background.failed.connect(self.failed)

    @property
    def path(self) -> Path:
        """Return where the open file is."""
        return Path(self._file.path)

    @property
    def settings(self) -> SettingsStore:
        return self._settings

    @property
    def operator(self) -> str:
        """Return the name of the person at the keyboard; the computer's user until one is given."""
        return self._settings.values.operator or user_name()

    @operator.setter
    def operator(self, name: str) -> None:
        self._settings.change(operator=name)

    def ask(
        self,
        query: Callable[..., T],
        *args: Any,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        **kwargs: Any,
    ) -> None:
        """Run query(file, *args, **kwargs) on the worker; `done` gets the answer.

        `failed` gets an unexpected exception instead, beside the one handler.
        """
        self._run(lambda: query(self._file, *args, **kwargs), done, failed)

    def act(
        self,
        action: Callable[..., T | Refusal],
        *args: Any,
        kinds: frozenset[str],
        done: Callable[[T | Refusal], None],
        **kwargs: Any,
    ) -> None:
        """Run action(file, *args, **kwargs) on the worker; call `done`, then emit `changed`.

        Nothing changed, and no signal, when the action returns a Refusal; an act that the disk
        did not take is a Refusal too.
        """

        def work() -> T | Refusal:
            from congress_desk.storage.congress_file import NotSaved

            try:
                return action(self._file, *args, **kwargs)
            except NotSaved as error:
                return Refusal((error.problem,))
            finally:
                self._tell_notes()

        def finish(value: T | Refusal) -> None:
            deliver(done, value)
            if not isinstance(value, Refusal):
                self._tell_changed(kinds)

        self._run(work, finish)

    def idle(self) -> bool:
        """Say whether no question and no act is under way."""
        return self._background.idle()

    def sibling(self, parent: QObject | None = None) -> Session:
        """Return a session of another window on the same open file; each tells of all changes."""
        made = Session(self._background, self._file, self._settings, parent)
        made._told = self._told
        made._peers = self._peers
        self._peers.append(made)
        return made

    def renewed(self) -> Session:
        """Return a new session on the same file, for screens that are built anew."""
        made = self.sibling(self.parent())
        self._leave()
        return made

    def close(self, done: Callable[[], None]) -> None:
        """Leave the file after all that was asked before; the last one closes it, then `done`."""
        others = len(self._peers) > 1
        self._run(_nothing if others else self._file.close, lambda _: done())
        self._leave()

    def _leave(self) -> None:
        self._open = False
        self._peers.remove(self)

    def _tell_changed(self, kinds: frozenset[str]) -> None:
        others = [peer for peer in self._peers if peer is not self]
        for session in (self, *others):
            session.changed.emit(kinds)

    def _tell_notes(self) -> None:
        new = [note for note in self._file.notes if note.code not in self._told]
        if new:
            self._told.update(note.code for note in new)
            self.noted.emit(new)

    def _run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        if self._open:
            self._background.run(work, done, failed)


def _nothing() -> None:
    """Take a turn on the worker: what was asked before is answered then."""
