"""One thread beside the window: jobs run in order, their results come back to the GUI thread."""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable
from typing import Any, NamedTuple
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, QThread, Signal, Slot

STOP_PATIENCE_MS = 10_000
# Seconds after which the worker hands the interpreter over: a key must not wait for a recount.
TURN_S = 0.0005
_running: WeakSet[QThread] = WeakSet()


class _Job(NamedTuple):
    work: Callable[[], Any]
    done: Callable[[Any], None] | None


class _Runner(QObject):
    """Lives in the other thread and does one job after the other."""

    returned = Signal(object, object)
    raised = Signal(object, object)

    @Slot(object)
    def on_queued(self, job: _Job) -> None:
        try:
            value = job.work()
        except Exception as error:  # noqa: BLE001 - the one handler shows it; the thread lives on
            self.raised.emit(job, error)
        else:
            self.returned.emit(job, value)


class Background(QObject):
    """A queue of jobs on one thread of its own. `failed` carries an unexpected exception."""

    failed = Signal(object)
    busy_changed = Signal(bool)
    _queued = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending = 0
        self._thread = QThread()
        self._runner = _Runner()
        self._runner.moveToThread(self._thread)
        self._queued.connect(self._runner.on_queued)
        self._runner.returned.connect(self._on_returned)
        self._runner.raised.connect(self._on_raised)

    def run(self, work: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        """Run `work` after all jobs before it; `done` gets its value on the GUI thread.

        `done` is not called when `work` raises, nor when it belongs to a widget that is gone.
        """
        if not self._thread.isRunning():
            sys.setswitchinterval(TURN_S)
            self._thread.start()
            _running.add(self._thread)
        self._pending += 1
        if self._pending == 1:
            self.busy_changed.emit(True)
        self._queued.emit(_Job(work, done))

    def idle(self) -> bool:
        """Say whether no job waits or runs, and every `done` has been called."""
        return self._pending == 0

    def stop(self) -> None:
        """End the thread after the job at hand; for the end of the program and of a test."""
        _stop(self._thread)

    @Slot(object, object)
    def _on_returned(self, job: _Job, value: Any) -> None:
        try:
            if job.done is not None:
                deliver(job.done, value)
        finally:
            self._finish()

    @Slot(object, object)
    def _on_raised(self, job: _Job, error: Exception) -> None:
        self._finish()
        self.failed.emit(error)

    def _finish(self) -> None:
        self._pending -= 1
        if self._pending == 0:
            self.busy_changed.emit(False)


def deliver(done: Callable[[Any], None], value: Any) -> None:
    """Call `done` with `value`, unless it is the method of a widget that is gone."""
    owner = getattr(done, "__self__", None)
    if not isinstance(owner, QObject) or shiboken6.isValid(owner):
        done(value)


def _stop(thread: QThread) -> None:
    if shiboken6.isValid(thread):
        thread.quit()
        thread.wait(STOP_PATIENCE_MS)


@atexit.register
def _stop_all() -> None:
    # Qt ends the program hard when a thread object goes while its thread runs.
    for thread in tuple(_running):
        _stop(thread)
