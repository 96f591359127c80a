"""Whether the file that is open still stands in its place: moved away, an act would go nowhere."""

from __future__ import annotations

from pathlib import Path


class FilePlace:
    """Remembers which file a path named when it was opened, and how long it was at the last act.

    Looking does not open the file. Nothing of ours makes it shorter than an act found it: a failed
    commit goes back to that length. Whoever copies another file over it in place does.

    Known by the number of the device and that of the file: inode, or volume and index of Windows.
    Where a file system gives no numbers, being there is enough.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file, self._size = self._look()

    def begins(self) -> bool:
        """Say whether an act may begin: the file is in its place, and as long as at the last."""
        file, size = self._look()
        holds = file == self._file and size >= self._size
        if holds:
            self._size = size
        return holds

    def holds(self) -> bool:
        """Say whether the path still names the file that was opened, uncut since the act began."""
        file, size = self._look()
        return file == self._file and size >= self._size

    def is_cut(self) -> bool:
        """Say whether it is the very file, cut short or written over by somebody else."""
        file, size = self._look()
        return file == self._file and size < self._size

    def _look(self) -> tuple[tuple[int, int] | None, int]:
        try:
            found = self._path.stat()
        except OSError:
            return None, 0
        return ((found.st_dev, found.st_ino) if found.st_ino else (0, 0)), found.st_size
