"""The pages of a file with a password, read in memory without opening it as a database.

The form is SQLCipher 4's: each page AES-256-CBC under a vector of its own, with an HMAC-SHA-512.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator

from congress_desk.storage.password.key import SALT_SIZE, Key

PAGE = 4096
_VECTOR, _MAC = 16, 64
RESERVED = _VECTOR + _MAC
_HEADER = b"SQLite format 3\x00"


def plain_pages(content: bytes, key: Key) -> tuple[bytes, int]:
    """Return the pages as SQLite reads them, and how many did not open: those are zeros."""
    pages = [_plain(page, number, key) for number, page in _numbered(content)]
    unread = sum(page is None for page in pages)
    return b"".join(bytes(PAGE) if page is None else page for page in pages), unread


def opens(content: bytes, key: Key) -> bool:
    """Say whether any page of some content opens with a key."""
    return any(_plain(page, number, key) is not None for number, page in _numbered(content))


def _numbered(content: bytes) -> Iterator[tuple[int, bytes]]:
    for start in range(0, len(content) - PAGE + 1, PAGE):
        yield start // PAGE + 1, content[start : start + PAGE]


def _plain(page: bytes, number: int, key: Key) -> bytes | None:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    start, end = (SALT_SIZE if number == 1 else 0), PAGE - RESERVED
    vector, mac = page[end : end + _VECTOR], page[end + _VECTOR :]
    signed = page[start : end + _VECTOR] + number.to_bytes(4, "little")
    if not hmac.compare_digest(hmac.digest(_mac_key(key), signed, "sha512"), mac):
        return None
    opener = Cipher(algorithms.AES(key.secret), modes.CBC(vector)).decryptor()
    body = opener.update(page[start:end]) + opener.finalize()
    return (_HEADER if number == 1 else b"") + body + page[end:]


def _mac_key(key: Key) -> bytes:
    salt = bytes(byte ^ 0x3A for byte in key.salt)
    return hashlib.pbkdf2_hmac("sha512", key.secret, salt, 2, 32)
