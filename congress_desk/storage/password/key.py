"""The key that a password gives: one for the pages of a file, one for its second journal.

Neither the password nor a key is ever written. The first sixteen bytes of a file say that it has a
password, and hold the salt; copies of it have the same, so one password opens them all.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field

from congress_desk.domain.text.clean_text import clean_text

MARK = b"CDESK-1\0"
SALT_SIZE = 16
SHORTEST = 8
# How dear one try is: 2 ** 16 blocks of a kilobyte, 64 MB and about a fifth of a second.
cost = 2**16


@dataclass(frozen=True, slots=True)
class Key:
    """The salt of a file and the secret made of both; the secret is never shown."""

    salt: bytes
    secret: bytes = field(repr=False)

    @property
    def of_pages(self) -> str:
        """Return the key as SQLCipher takes it: no derivation of its own, and our salt."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"

    @property
    def of_lines(self) -> bytes:
        """Return the 64 bytes that seal lines of the second journal."""
        return hashlib.blake2b(self.secret, digest_size=64, person=b"desk journal").digest()

    @property
    def of_pictures(self) -> bytes:
        """Return the 64 bytes that seal the pictures of scanned ballots."""
        return hashlib.blake2b(self.secret, digest_size=64, person=b"desk pictures").digest()


def key_of(password: str, salt: bytes) -> Key:
    """Return the key of a password; the same letters give the same key, however they are typed."""
    text = clean_text(password).encode()
    room = 2**20 + cost * 2048
    secret = hashlib.scrypt(text, salt=salt, n=cost, r=8, p=1, maxmem=room, dklen=32)
    return Key(salt, secret)


def new_key(password: str) -> Key:
    """Return a key with a salt of its own."""
    return key_of(password, MARK + secrets.token_bytes(SALT_SIZE - len(MARK)))
