"""What lies beside a congress of its ballots: as it is, or sealed where the congress is."""

from __future__ import annotations

import base64
from typing import Any

from congress_desk.storage.password.key import Key


class Seal:
    """Seals pictures and lines under the key of a congress with a password; without, nothing.

    Each piece is bound to its name: none can be put in the place of another.
    """

    def __init__(self, key: Key | None) -> None:
        self._siv: Any = None
        if key is not None:
            from cryptography.hazmat.primitives.ciphers.aead import AESSIV

            self._siv = AESSIV(key.of_pictures)

    @property
    def suffix(self) -> str:
        """Return how the name of a picture ends."""
        return ".jpg" if self._siv is None else ".jpg.sealed"

    def shut(self, data: bytes, name: str) -> bytes:
        """Return a piece as it lies on the disk."""
        if self._siv is None:
            return data
        sealed: bytes = self._siv.encrypt(data, [name.encode()])
        return sealed

    def opened(self, data: bytes, name: str) -> bytes | None:
        """Return a piece as it was, None where it is not of this key and name."""
        if self._siv is None:
            return data
        from cryptography.exceptions import InvalidTag

        try:
            clear: bytes = self._siv.decrypt(data, [name.encode()])
        except (InvalidTag, ValueError):
            return None
        return clear

    def shut_line(self, data: bytes, number: int) -> bytes:
        """Return a line of a text as it lies on the disk, without its end."""
        if self._siv is None:
            return data
        return base64.b64encode(self.shut(data, f"line {number}"))

    def opened_line(self, data: bytes, number: int) -> bytes | None:
        """Return a line as it was, None where it is not of this key and place."""
        if self._siv is None:
            return data
        try:
            return self.opened(base64.b64decode(data, validate=True), f"line {number}")
        except ValueError:
            return None
