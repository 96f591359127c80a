"""How a journal line stands in a text: as JSON, or sealed under the key of the congress.

Sealed lines are AES-SIV: the same line always gives the same bytes, so that a torn one is known.
"""

from __future__ import annotations

import base64
import json
from functools import cached_property
from typing import Any

from congress_desk.storage.journal.lines import COLUMNS, Line, compact
from congress_desk.storage.password.key import Key
from congress_desk.storage.password.keyring import SEALED, key_with, salt_in


class LineForm:
    """The form of the lines of a text: without a key JSON, with one sealed.

    `head` is what the text begins with.
    """

    def __init__(self, key: Key | None = None, *, unknown: bytes = b"") -> None:
        self.key = key
        self.head = SEALED + key.salt.hex().encode() + b'"}\n' if key else unknown

    def as_bytes(self, line: Line) -> bytes:
        """Return a line as it is written."""
        text = compact(line.as_row()).encode("utf-8", "surrogatepass")
        if self.key is not None:
            text = base64.b64encode(self._siv.encrypt(text, None))
        return text + b"\n"

    def line_of(self, raw: bytes) -> Line | None:
        """Return the line that a piece of a text is, None where it is none."""
        from cryptography.exceptions import InvalidTag

        try:
            if self.key is not None:
                raw = self._siv.decrypt(base64.b64decode(raw, validate=True), None)
            row = json.loads(raw.decode("utf-8", "surrogatepass"))
            return Line(**{column: row[column] for column in COLUMNS})
        except (ValueError, KeyError, TypeError, RecursionError, InvalidTag):
            return None

    def opens(self, content: bytes) -> bool:
        """Say whether a sealed text is of this key; one without lines is."""
        pieces = content[len(self.head) :].split(b"\n")[:-1]
        return not pieces or any(self.line_of(piece) is not None for piece in pieces)

    @cached_property
    def _siv(self) -> Any:
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV

        assert self.key is not None
        return AESSIV(self.key.of_lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LineForm) and self.head == other.head and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.head)


PLAIN = LineForm()


def form_of(content: bytes) -> LineForm:
    """Return the form of a text, as far as this process has its key."""
    salt = salt_in(content[:64])
    if salt is None:
        return PLAIN
    return LineForm(key_with(salt))
