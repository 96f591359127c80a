"""Whether the file that is open still stands in its place: moved away, an act would go nowhere."""

from __future__ import annotations

from pathlib import Path


class FilePlace:
    """Remembers which file a path named when it was opened. Looking does not open the file.

    Known by the number of the device and that of the file: inode, or volume and index of Windows.
    Where a file system gives no numbers, being there is enough.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = self._look()

    @property
    def holds(self) -> bool:
        """Say whether the path still names the file that was opened."""
        return self._look() == self._file

    def _look(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return (found.st_dev, found.st_ino) if found.st_ino else (0, 0)
