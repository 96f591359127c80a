"""The open congress as the screens see it: ask, act, and one signal that something changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from congress_desk.domain.kinds import Kinds
from congress_desk.errors import NOT_SAVED, Refusal
from congress_desk.settings import SettingsStore, documents_folder
from congress_desk.storage.safety.lock import user_name
from congress_desk.ui.background import Background, deliver

if TYPE_CHECKING:
    from congress_desk.storage.congress_file import CongressFile
    from congress_desk.storage.noted_kinds import NotedKinds

T = TypeVar("T")
S = TypeVar("S", bound="Shared")


class Shared(QObject):
    """What all windows of one file share: made with a session, stopped with the file."""

    def __init__(self, session: Session) -> None:
        super().__init__()

    def stop(self) -> None:
        """End whatever is under way."""


class _Outcome(NamedTuple):
    value: Any
    read: Kinds
    changed: Kinds


class Session(QObject):
    """Questions and acts on one open file, all run in order on the worker that owns the file.

    `changed` carries the kinds of data that an act wrote, in whatever window it was done.
    `failed` carries an unexpected exception, `noted` problems beside an act that was done: a copy
    or a second journal that could not be written. Each kind is reported once. `unsaved` carries the
    refusal of an act that the file did not take, after the screen that did it heard of it.
    `operator_named` says that another name was given in some window of this file.
    """

    changed = Signal(object)
    failed = Signal(object)
    noted = Signal(object)
    unsaved = Signal(object)
    operator_named = Signal()

    def __init__(
        self,
        background: Background,
        file: CongressFile,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._file = file
        self._settings = settings
        self._announced = {note.code for note in file.notes}
        self._open = True
        self._peers = [self]
        self._keeps_open = True
        self._shared: dict[str, Any] = {}
        background.failed.connect(self.failed)

    @property
    def path(self) -> Path:
        """Return where the open file is."""
        return Path(self._file.path)

    @property
    def exports_folder(self) -> Path:
        """Return the folder that papers are saved in: the one chosen, else that of the congress.

        The practice congress lies beside the settings, where nobody would look for a paper.
        """
        chosen = self._settings.values.exports
        if chosen and Path(chosen).is_dir():
            return Path(chosen)
        beside_settings = self.path.parent == self._settings.folder
        return documents_folder() if beside_settings else self.path.parent

    @property
    def settings(self) -> SettingsStore:
        return self._settings

    @property
    def operator(self) -> str:
        """Return the name of the person at the keyboard; the computer's user until one is given.

        Where operators are defined, only whoever signed in is somebody.
        """
        if self.has_operators:
            return self._file.signed_in.name or user_name()
        return self._settings.values.operator or user_name()

    @operator.setter
    def operator(self, name: str) -> None:
        self._settings.change(operator=name)
        for session in (self, *(peer for peer in self._peers if peer is not self)):
            session.operator_named.emit()

    @property
    def has_operators(self) -> bool:
        """Say whether people sign in here under a PIN; known once somebody asked who may."""
        return bool(self._file.signed_in.needed)

    @property
    def has_password(self) -> bool:
        """Say whether the file has a password."""
        return self._file.key is not None

    @property
    def signed_in(self) -> str:
        """Return the name of who signed in, "" of nobody."""
        return str(self._file.signed_in.name)

    def ask(
        self,
        query: Callable[..., T],
        *args: Any,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        reads: Callable[[Kinds], None] | None = None,
        **kwargs: Any,
    ) -> None:
        """Run query(file, *args, **kwargs) on the worker; `done` gets the answer.

        `failed` gets an unexpected exception instead, beside the one handler. `reads` gets, before
        `done`, the kinds of data that the answer was truly read from.
        """

        def finish(outcome: _Outcome) -> None:
            if reads is not None:
                deliver(reads, outcome.read)
            deliver(done, outcome.value)
            if outcome.changed:
                self._tell_changed(outcome.changed)

        self._run(lambda: query(self._file, *args, **kwargs), finish, failed)

    def act(
        self,
        action: Callable[..., T | Refusal],
        *args: Any,
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

        def finish(outcome: _Outcome) -> None:
            deliver(done, outcome.value)
            if outcome.changed or not isinstance(outcome.value, Refusal):
                self._tell_changed(outcome.changed)
            elif outcome.value.first.code in NOT_SAVED:
                self.unsaved.emit(outcome.value)

        self._run(work, finish)

    def idle(self) -> bool:
        """Say whether no question and no act is under way."""
        return self._background.idle()

    def sibling(self, parent: QObject | None = None) -> Session:
        """Return a session of another window on the same open file; each tells of all changes."""
        made = Session(self._background, self._file, self._settings, parent)
        made._announced = self._announced
        made._peers, made._shared = self._peers, self._shared
        self._peers.append(made)
        return made

    def shared(self, kind: type[S]) -> S:
        """Return the one object of a class that all windows of this file share.

        It is made with a session of its own when it is asked for first, and told to `stop` when the
        last window leaves the file.
        """
        if kind.__name__ not in self._shared:
            follower = self.sibling()
            follower._keeps_open = False
            self._shared[kind.__name__] = kind(follower)
        found: S = self._shared[kind.__name__]
        return found

    def known_shared(self, class_name: str) -> Any:
        """Return the shared object of a class, None while nobody asked for it.

        By name, for those who must not load the class before somebody else does.
        """
        return self._shared.get(class_name)

    def renewed(self) -> Session:
        """Return a new session on the same file, for screens that are built anew."""
        made = self.sibling(self.parent())
        self._leave()
        return made

    def close(self, done: Callable[[], object]) -> None:
        """Leave the file after all that was asked before; the last one closes it, then `done`."""
        others = any(peer._keeps_open for peer in self._peers if peer is not self)
        if not others:
            self._end_shared()
        self._run(_nothing if others else self._file.close, lambda _: done())
        self._leave()

    def _end_shared(self) -> None:
        for each in self._shared.values():
            each.stop()
            each.deleteLater()
        self._shared.clear()
        for follower in [peer for peer in self._peers if not peer._keeps_open]:
            follower._leave()

    def _leave(self) -> None:
        self._open = False
        self._peers.remove(self)

    def _tell_changed(self, kinds: Kinds) -> None:
        others = [peer for peer in self._peers if peer is not self]
        for session in (self, *others):
            session.changed.emit(kinds)

    def _tell_notes(self) -> None:
        new = [note for note in self._file.notes if note.code not in self._announced]
        if new:
            self._announced.update(note.code for note in new)
            self.noted.emit(new)

    def _run(
        self,
        work: Callable[[], Any],
        finish: Callable[[_Outcome], object],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        if self._open:
            self._background.run(partial(_noted, self._file.kinds, work), finish, failed)


def _noted(kinds: NotedKinds, work: Callable[[], Any]) -> _Outcome:
    """Do the work with the kinds it read and those that acts changed, on the worker."""
    kinds.take_read()
    value = work()
    return _Outcome(value, kinds.take_read(), kinds.take_changed())


def _nothing() -> None:
    """Take a turn on the worker: what was asked before is answered then."""
