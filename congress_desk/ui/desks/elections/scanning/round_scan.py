"""Reading beside the window: one worker a round, whatever windows show it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os import SEEK_END
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from congress_desk.domain.elections.scans.bundle import Answer, ScannedSheet
from congress_desk.domain.elections.scans.feed import ScanState
from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.ui.background import Background
from congress_desk.ui.desks.elections.scanning.view import ScanView
from congress_desk.ui.session import Session, Shared

if TYPE_CHECKING:
    from congress_desk.scan.feeding import Feeding
    from congress_desk.scan.work import ScanWork

# How often the counters follow the reading, and a watched folder is looked through.
LIVE_MS, POLL_MS = 250, 1500
# A file is whole that nobody wrote to for so many looks; one that does not end as its kind does,
# as when paper jams in the scanner, for so many.
_STILL, _PATIENCE = 2, 40
# How files end that say so; pictures may have some bytes behind.
_ENDS = {".pdf": b"%%EOF", ".jpg": b"\xff\xd9", ".jpeg": b"\xff\xd9", ".png": b"IEND"}
_TAIL = 1024
KINDS = (".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png")


class RoundScan(QObject):
    """The work of one round with its reader; `changed` says that more was read or answered.

    `told` carries what could not be read. A file of a watched folder is taken when nobody has
    written to it for a while.
    """

    changed = Signal()
    told = Signal(object)

    def __init__(self, view: ScanView, parent: QObject, *, processes: bool = True) -> None:
        super().__init__(parent)
        from congress_desk.scan.picture_encryption import Seal
        from congress_desk.scan.work import ScanWork

        self.work: ScanWork = ScanWork(view.folder, Seal(view.key))
        self._wanted, self._processes = view.wanted, processes
        self._feeding: Feeding | None = None
        self._background = Background(self)
        self._keeper = Background(self)
        self._stop = Event()
        self._waiting = list[Path]()
        self._reading = list[Path]()
        self._sizes = dict[Path, tuple[int, int, float]]()
        self._seen = set[tuple[Path, int, int]]()
        self.folder: Path | None = None
        self.awaited = ""  # the file of the folder that is still being written
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self._look())
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look)
        self._live = QTimer(self, interval=LIVE_MS)
        self._live.timeout.connect(self.changed)

    @property
    def state(self) -> ScanState:
        return self.work.state

    @property
    def is_reading(self) -> bool:
        """Say whether pages are being read."""
        return bool(self._reading)

    @property
    def is_stopped(self) -> bool:
        """Say whether reading was stopped with files left, or a folder that was watched."""
        return self._stop.is_set() and (bool(self._waiting) or self.folder is not None)

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files after those that wait."""
        self._stop.clear()
        self._waiting += paths
        self._go()

    def watch(self, folder: Path) -> None:
        """Read what lies in a folder, and what comes into it from now on."""
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self.folder = folder
        self._watcher.addPath(str(folder))
        self._stop.clear()
        self._poll.start()
        self._look()
        self.changed.emit()

    def stop(self) -> None:
        """Stop after the pages at hand; what is left is read when it goes on."""
        self._stop.set()
        self._poll.stop()
        self.changed.emit()

    def go_on(self) -> None:
        """Go on where it was stopped."""
        self._stop.clear()
        if self.folder is not None:
            self._poll.start()
            self._look()
        self._go()

    def end_bundle(self) -> None:
        """Take no more sheets for the bundle at hand."""
        self._background.run(self._end_bundle, lambda _: self.changed.emit())

    def answer(
        self, feed_id: int, sequence: int, answer: Answer | None, done: Callable[[Any], object]
    ) -> None:
        """Keep an answer, None takes it back; `done` gets a refusal of the disk, or None."""
        self._keep(lambda: self.work.answer(feed_id, sequence, answer), done)

    def drop(self, feed_id: int, done: Callable[[Any], object]) -> None:
        """Throw a feeding away."""
        self._keep(lambda: self.work.drop(feed_id), done)

    def set_number(self, feed_id: int, number: int, done: Callable[[Any], object]) -> None:
        """Say of which bundle a feeding is."""
        self._keep(lambda: self.work.set_number(feed_id, number), done)

    def pictures(self, sheet: ScannedSheet, done: Callable[[Any], object]) -> None:
        """Fetch the pictures of a sheet: its sides in order, None of one that is not there."""
        names = [side.picture for side in sheet.sides]
        self._keeper.run(lambda: [self.work.picture(name) for name in names], done)

    def end(self) -> None:
        """Stop, and wait until the worker is done; what was read stays on the disk."""
        self._stop.set()
        for timer in (self._poll, self._live):
            timer.stop()
        for background in (self._background, self._keeper):
            background.stop()
        if self._feeding is not None:
            self._feeding.close()
        self.work.close()

    def idle(self) -> bool:
        """Say whether nothing is under way."""
        return self._background.idle() and self._keeper.idle() and not self._reading

    def _keep(self, write: Callable[[], None], done: Callable[[Any], object]) -> None:
        def kept() -> Refusal | None:
            try:
                write()
            except OSError as error:
                return refuse("scan_disk", reason=error.strerror or str(error))
            return None

        def finished(refusal: Refusal | None) -> None:
            done(refusal)
            self.changed.emit()

        self._keeper.run(kept, finished)

    def _go(self) -> None:
        """Read what waits, unless files are being read or it was stopped."""
        if self._reading or self._stop.is_set() or not self._waiting:
            return
        self._reading, self._waiting = self._waiting, []
        self._live.start()
        self._background.run(self._read, self._on_read, self._on_failed)
        self.changed.emit()

    def _made(self) -> Feeding:
        from congress_desk.scan.feeding import Feeding

        if self._feeding is None:
            self._feeding = Feeding(self.work, self._wanted, processes=self._processes)
        return self._feeding

    def _read(self) -> tuple[Problem, ...] | Refusal:
        return self._made().read(self._reading, self._stop.is_set)

    def _end_bundle(self) -> None:
        self._made().end_bundle()

    def _on_read(self, found: tuple[Problem, ...] | Refusal) -> None:
        reading, self._reading = self._reading, []
        self._live.stop()
        if isinstance(found, Refusal):
            self._stop.set()
            self._poll.stop()
        if self._stop.is_set():
            self._waiting = [*reading[self._made().done :], *self._waiting]
        problems = found.problems if isinstance(found, Refusal) else found
        again = self._stop.is_set() or self.folder is not None
        problems = tuple(p for p in problems if not (again and p.code == "scan_file_read"))
        if problems:
            self.told.emit(problems)
        self.changed.emit()
        self._go()

    def _on_failed(self, _: object) -> None:
        """The window reports what went wrong; what was read is kept, and reading can go on."""
        if self._reading:
            self._waiting, self._reading = [*self._reading, *self._waiting], []
            self._stop.set()
            self._live.stop()
            self.changed.emit()

    def _look(self) -> None:
        """Take the files of the folder that are whole, in the order they came.

        One that is not yet holds up those behind it: no page may come before another.
        """
        folder = self.folder
        if folder is None or self._stop.is_set():
            return
        try:
            found = [(p, p.stat()) for p in folder.iterdir() if p.suffix.casefold() in KINDS]
        except OSError:
            self.told.emit((problem("scan_folder_gone", name=folder.name),))
            self.stop()
            return
        now, sizes, self.awaited = monotonic(), dict[Path, tuple[int, int, float]](), ""
        for path, stat in sorted(found, key=lambda each: (each[1].st_mtime_ns, each[0].name)):
            size = stat.st_size, stat.st_mtime_ns
            before = self._sizes.get(path)
            since = before[2] if before is not None and before[:2] == size else now
            sizes[path] = *size, since
            if self.awaited or (path, *size) in self._seen:
                continue
            looks = (now - since) * 1000 / POLL_MS
            if looks >= _PATIENCE or (looks >= _STILL and _has_ended(path)):
                self._seen.add((path, *size))
                self._waiting.append(path)
            else:
                self.awaited = path.name
        if sizes != self._sizes:
            self.changed.emit()
        self._sizes = sizes
        self._go()


def _has_ended(path: Path) -> bool:
    """Say whether a file ends as its kind does; one that cannot be read says so when it is read."""
    end = _ENDS.get(path.suffix.casefold(), b"")
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, SEEK_END)
            stream.seek(max(size - _TAIL, 0))
            return size > 0 and end in stream.read()
    except OSError:
        return True


class ScanDesk(Shared):
    """The scans of a file: one a round, the same in all windows."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._rounds = dict[int, RoundScan]()

    def of_round(self, view: ScanView) -> RoundScan:
        """Return the scan of a round; what a kill left is there again."""
        round_id = view.sheet.round.id
        if round_id not in self._rounds:
            self._rounds[round_id] = RoundScan(view, self)
        return self._rounds[round_id]

    def stop(self) -> None:
        """End all reading."""
        for each in self._rounds.values():
            each.end()
