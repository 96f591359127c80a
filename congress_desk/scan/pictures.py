"""The pictures of scanned ballots: a file a bundle, in a folder beside the congress."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

_FOLDER = ".anh-phieu"


class PictureFiles:
    """Writes the pictures of each bundle into one file, each under the name of its hash.

    A file has a temporary name until its bundle is recorded.
    """

    def __init__(self, congress: Path, name: str) -> None:
        """Take the path of the congress file, and what the files' names begin with."""
        self._folder, self._name = congress.with_suffix(_FOLDER), name
        self._open: tuple[int, zipfile.ZipFile, Path] | None = None

    def keep(self, bundle: int, name: str, data: bytes) -> None:
        """Add a picture to the file of a bundle; one that is there already stays once."""
        if self._open is None or self._open[0] != bundle:
            self.drop()
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f".{self._name}-{bundle}.part"
            self._open = bundle, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED), path
        file = self._open[1]
        if f"{name}.jpg" not in file.NameToInfo:
            file.writestr(f"{name}.jpg", data)

    def finish(self, bundle: int) -> tuple[Path, str] | None:
        """Close the file of a bundle under its name, on the disk; return it with its SHA-256."""
        if self._open is None or self._open[0] != bundle:
            return None
        _, file, part = self._open
        self._open = None
        file.close()
        with part.open("rb+") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            os.fsync(stream.fileno())
        path, turn = self._folder / f"{self._name}-{bundle:03d}.zip", 1
        while path.exists():
            turn += 1
            path = self._folder / f"{self._name}-{bundle:03d}-{turn}.zip"
        part.rename(path)
        return path, digest

    def drop(self) -> None:
        """Throw the pictures away that are of no bundle that was recorded."""
        if self._open is None:
            return
        _, file, part = self._open
        self._open = None
        file.close()
        part.unlink(missing_ok=True)
