"""One thread beside the window: jobs run in order, their results come back to the GUI thread."""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, QThread, Signal, Slot

STOP_PATIENCE_MS = 10_000
# Seconds after which the worker hands the interpreter over: a key must not wait for a recount.
TURN_S = 0.0005
_running: WeakSet[QThread] = WeakSet()

Report = Callable[[BaseException], None]
_report: Report | None = None


def report_unexpected_to(handler: Report | None) -> None:
    """Let one handler log and show what nobody expected, of every worker there is or will be."""
    global _report
    _report = handler


class _Job:
    """What is to be done and, once it was, what came of it."""

    __slots__ = ("done", "error", "failed", "value", "work")

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.value: Any = None
        self.error: Exception | None = None


# A job refers to widgets: by methods, closures, frames of an exception. Whoever lets go of it last
# ends them, and a widget must end in the GUI thread. So jobs lie here; the worker is told numbers,
# holds a job only while it runs, and the GUI thread alone takes one away.
_jobs: dict[int, _Job] = {}
_numbers = count(1)


class _Runner(QObject):
    """Lives in the other thread and does one job after the other."""

    finished = Signal(int)

    @Slot(int)
    def on_queued(self, number: int) -> None:
        _do(number)
        # By now no frame of this thread refers to the job any more.
        self.finished.emit(number)


def _do(number: int) -> None:
    job = _jobs[number]
    try:
        job.value = job.work()
    except Exception as error:  # noqa: BLE001 - the one handler shows it; the thread lives on
        job.error = error


class Background(QObject):
    """A queue of jobs on one thread of its own.

    An unexpected exception goes to the one handler; `failed` carries it to those that wait.
    """

    failed = Signal(object)
    busy_changed = Signal(bool)
    _queued = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending: set[int] = set()
        self._thread = QThread()
        self._runner = _Runner()
        self._runner.moveToThread(self._thread)
        self._queued.connect(self._runner.on_queued)
        self._runner.finished.connect(self._on_finished)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` after all jobs before it; `done` gets its value on the GUI thread.

        When `work` raises, `failed` gets the exception instead. Neither is called when it belongs
        to a widget that is gone.
        """
        if not self._thread.isRunning():
            sys.setswitchinterval(TURN_S)
            self._thread.start()
            _running.add(self._thread)
        number = next(_numbers)
        _jobs[number] = _Job(work, done, failed)
        self._pending.add(number)
        if len(self._pending) == 1:
            self.busy_changed.emit(True)
        self._queued.emit(number)

    def idle(self) -> bool:
        """Say whether no job waits or runs, and every `done` has been called."""
        return not self._pending

    def stop(self) -> None:
        """End the thread after the job at hand; for the end of the program and of a test."""
        if _stop(self._thread):
            for number in self._pending:
                del _jobs[number]
            self._pending.clear()

    @Slot(int)
    def _on_finished(self, number: int) -> None:
        job = _jobs.pop(number, None)
        if job is None:
            return
        error = job.error
        try:
            if error is None and job.done is not None:
                deliver(job.done, job.value)
        finally:
            self._pending.discard(number)
            if not self._pending:
                self.busy_changed.emit(False)
        if error is not None:
            self._tell(error, job.failed)

    def _tell(self, error: Exception, failed: Callable[[Exception], None] | None) -> None:
        if failed is not None:
            deliver(failed, error)
        self.failed.emit(error)
        if _report is not None:
            _report(error)


def deliver(done: Callable[[Any], object], value: Any) -> None:
    """Call `done` with `value`, unless it is the method of a widget that is gone."""
    owner = getattr(_called(done), "__self__", None)
    if not isinstance(owner, QObject) or shiboken6.isValid(owner):
        done(value)


def _called(done: Callable[[Any], object]) -> Callable[..., Any]:
    while isinstance(done, partial):
        done = done.func
    return done


def _stop(thread: QThread) -> bool:
    """Say whether the thread has ended, after waiting for the job it is at."""
    if not shiboken6.isValid(thread):
        return True
    thread.quit()
    return thread.wait(STOP_PATIENCE_MS)


@atexit.register
def _stop_all() -> None:
    # Qt ends the program hard when a thread object goes while its thread runs.
    for thread in tuple(_running):
        _stop(thread)
