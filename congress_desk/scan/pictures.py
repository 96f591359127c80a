"""The pictures of scanned ballots: a file a bundle, in a folder beside the congress."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

from congress_desk.domain.elections.scans.bundle import SidePicture
from congress_desk.scan.picture_encryption import Seal
from congress_desk.storage.private_files import OWNER_FOLDER, make_own
from congress_desk.storage.safety.backup import sync_folder

_FOLDER = ".anh-phieu"
_INDEX = "ballots.json"


def pictures_folder(congress: Path) -> Path:
    """Return the folder of pictures beside a congress."""
    return congress.with_suffix(_FOLDER)


class PictureFiles:
    """Writes the pictures of each bundle into one file, each under the name of its hash.

    A file has a temporary name until its bundle is recorded.
    """

    def __init__(self, congress: Path, name: str, seal: Seal) -> None:
        """Take the path of the congress file, and what the files' names begin with."""
        self._folder, self._name, self._seal = pictures_folder(congress), name, seal
        self._open: tuple[int, zipfile.ZipFile, Path] | None = None

    def keep(self, bundle: int, name: str, data: bytes) -> None:
        """Add a picture to the file of a bundle; one that is there already stays once."""
        if self._open is None or self._open[0] != bundle:
            self.drop()
            self._folder.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
            path = self._folder / f".{self._name}-{bundle}.part"
            path.unlink(missing_ok=True)
            make_own(path)
            self._open = bundle, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED), path
        file, member = self._open[1], name + self._seal.suffix
        if member not in file.NameToInfo:
            file.writestr(member, self._seal.shut(data, name))

    def finish(
        self, bundle: int, ballots: Sequence[Sequence[SidePicture]]
    ) -> tuple[Path, str] | None:
        """Close the file of a bundle under its name, on the disk; return it with its SHA-256.

        `ballots` are the pictures of each ballot of the pass in order.
        """
        if self._open is None or self._open[0] != bundle:
            return None
        _, file, part = self._open
        index = [[[side.picture, side.code] for side in sides] for sides in ballots]
        file.writestr(_INDEX, self._seal.shut(json.dumps(index).encode(), _INDEX))
        file.close()
        with part.open("rb+") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            os.fsync(stream.fileno())
        path, turn = self._folder / f"{self._name}-{bundle:03d}.zip", 1
        while path.exists():
            turn += 1
            path = self._folder / f"{self._name}-{bundle:03d}-{turn}.zip"
        part.rename(path)
        self._open = None
        # The act that tells of them is the next thing on the disk.
        sync_folder(self._folder)
        sync_folder(self._folder.parent)
        return path, digest

    def drop(self) -> None:
        """Throw the pictures away that are of no bundle that was recorded."""
        if self._open is None:
            return
        _, file, part = self._open
        self._open = None
        # What a disk does not take is thrown away all the more.
        with contextlib.suppress(OSError):
            file.close()
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def kept_pictures(path: Path, sequence: int, seal: Seal) -> tuple[tuple[bytes, str], ...] | None:
    """Return the pictures of a ballot of a recorded bundle, each with the code of its page.

    None where the file is gone, damaged or of another congress.
    """
    try:
        with zipfile.ZipFile(path) as file:
            index = seal.opened(file.read(_INDEX), _INDEX)
            if index is None:
                return None
            found = list[tuple[bytes, str]]()
            for name, code in json.loads(index)[sequence - 1]:
                data = seal.opened(file.read(name + seal.suffix), name)
                if data is None or hashlib.sha256(data).hexdigest() != name:
                    return None
                found.append((data, code))
            return tuple(found)
    except (OSError, KeyError, IndexError, ValueError, zipfile.BadZipFile):
        return None
