"""Feeds files into the work of a round: page after page, until they are read or it is stopped."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from congress_desk.errors import Place, Problem, Refusal, problem, refuse
from congress_desk.scan.bundles import BlankFiles, BundleMaker, sides_of
from congress_desk.scan.feed import SheetSide, sides_of_file
from congress_desk.scan.side_reader import ReadFor, ReadSide, SideReaders
from congress_desk.scan.work import ScanWork


class Feeding:
    """Reads files for one round, one call of `read` after the other, in one thread.

    The readers are made with the first file and kept until `close`; with `processes` they leave
    the interpreter to the window.
    """

    def __init__(self, work: ScanWork, wanted: ReadFor, *, processes: bool) -> None:
        self._work, self._wanted, self._processes = work, wanted, processes
        self._readers: SideReaders | None = None
        self._maker = BundleMaker(sides_of(wanted))
        self._maker.go_on(work.open_sheets)
        self._marks = deque[str]()
        self._pending = Counter[str]()
        self._ended = list[str]()
        self._done = 0

    @property
    def done(self) -> int:
        """Return of how many files of the last call nothing is left to read, from the first."""
        return self._done

    def read(
        self, paths: Sequence[Path], is_stopped: Callable[[], bool]
    ) -> tuple[Problem, ...] | Refusal:
        """Read files in their order; return what was read already or cannot be read, page by page.

        What cannot be read breaks the bundle that is open: its pages may be of it. A refusal says
        that the disk took no more: what was kept before stays, and reading goes on from there.
        """
        if self._readers is None:
            self._readers = SideReaders(self._wanted, processes=self._processes)
        # Of a feeding that was thrown away nothing goes on.
        if len(there := self._work.open_sheets) != self._maker.count:
            self._maker.go_on(there)
        self._marks.clear()
        self._pending.clear()
        self._ended.clear()
        self._done = 0
        found, blank = list[Problem](), BlankFiles()
        try:
            for read in self._readers.read(self._sides(paths, found), is_stopped):
                mark = self._marks.popleft()
                if isinstance(read, Refusal):
                    found.append(read.first)
                    self._work.note_broken(read.first, mark)
                else:
                    blank.note(read)
                    self._take(read, mark)
                self._pending[mark] -= 1
                self._finish_ended()
            if not is_stopped():
                self._finish_ended()
                found += [refusal.first for refusal in blank.refusals()]
        except OSError as error:
            self.close()
            return refuse("scan_disk", reason=error.strerror or str(error))
        return tuple(found)

    def end_bundle(self) -> None:
        """Take no more sheets for the bundle at hand; a side alone is put down as it is."""
        for event in self._maker.flush():
            self._work.take(event, "")
        self._work.close_feed()
        self._maker.go_on(())

    def close(self) -> None:
        """Let the readers go."""
        if self._readers is not None:
            self._readers.close()
            self._readers = None

    def _sides(self, paths: Sequence[Path], found: list[Problem]) -> Iterator[SheetSide | Refusal]:
        """Yield the pages that were not read yet, and note of which file each is."""
        for path in paths:
            mark, place = "", Place(file=path.name)
            try:
                begun = self._work.begin(path)
            except OSError:
                yield self._of(mark, refuse("scan_file_missing", place))
            else:
                if begun is None:
                    found.append(problem("scan_file_read", place))
                else:
                    mark, done = begun
                    for side in sides_of_file(path, done):
                        yield self._of(mark, side)
            self._ended.append(mark)

    def _of(self, mark: str, side: SheetSide | Refusal) -> SheetSide | Refusal:
        self._marks.append(mark)
        self._pending[mark] += 1
        return side

    def _take(self, read: ReadSide, mark: str) -> None:
        for event in self._maker.add(read):
            self._work.take(event, mark)

    def _finish_ended(self) -> None:
        """Note the files of which every page was read; "" stands for one without any."""
        while self._ended and not self._pending[self._ended[0]]:
            self._done += 1
            if mark := self._ended.pop(0):
                self._work.finish(mark)
