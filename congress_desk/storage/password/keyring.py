"""The keys that this process was given: a file, its journal and its copies have one and the same.

They are kept in memory until the program ends, or until they are forgotten.
"""

from __future__ import annotations

from pathlib import Path

from congress_desk.storage.password.key import MARK, SALT_SIZE, Key

# What begins the text of a sealed second journal; the salt follows, in hexadecimal digits.
SEALED = b'{"sealed":"'
_keys: dict[bytes, Key] = {}


def remember(key: Key) -> None:
    """Let whatever has the salt of this key be opened with it."""
    _keys[key.salt] = key


def forget() -> None:
    """Forget every key: the next file asks for its password."""
    _keys.clear()


def salt_in(head: bytes) -> bytes | None:
    """Return the salt that the first bytes of a file or journal hold, None of one without."""
    if head.startswith(MARK) and len(head) >= SALT_SIZE:
        return head[:SALT_SIZE]
    if head.startswith(SEALED):
        try:
            return bytes.fromhex(head[len(SEALED) : len(SEALED) + 2 * SALT_SIZE].decode("ascii"))
        except ValueError:
            return None
    return None


def salt_of(path: Path) -> bytes | None:
    """Return the salt of a file that is not open here, None of one without a password."""
    try:
        with path.open("rb") as file:
            return salt_in(file.read(64))
    except OSError:
        return None


def key_with(salt: bytes | None) -> Key | None:
    """Return the key for a salt, None where it was not given yet."""
    return _keys.get(salt) if salt else None


def key_for(path: Path) -> Key | None:
    """Return the key of a file that is not open here, None of one without, or not given yet."""
    return key_with(salt_of(path))


def needs_password(path: Path) -> bool:
    """Say whether a file or a journal has a password that was not given yet."""
    salt = salt_of(path)
    return salt is not None and salt not in _keys
