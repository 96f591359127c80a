"""The password of a closed file, taken or refused."""

from __future__ import annotations

import time
from pathlib import Path

from congress_desk.errors import Refusal, refuse
from congress_desk.storage.journal.line_form import LineForm
from congress_desk.storage.password.key import Key, key_of
from congress_desk.storage.password.keyring import SEALED, remember, salt_in
from congress_desk.storage.password.pages import opens

_LONGEST_WAIT_S = 30.0
_wrong: dict[bytes, int] = {}


def unlock(path: Path, password: str) -> Refusal | None:
    """Take the password of a file, a copy or a journal that is not open here.

    From then on it is opened like any other. A wrong one is said, each time later than before.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        return refuse("system", detail=error.strerror or str(error))
    salt = salt_in(content[:64])
    if salt is None:
        return None
    key = key_of(password, salt)
    is_text = content.startswith(SEALED)
    if LineForm(key).opens(content) if is_text else opens(content, key):
        _wrong.pop(salt, None)
        remember(key)
        return None
    _wait(salt)
    return refuse("password_wrong", path=path.name)


def is_password_of(key: Key, password: str) -> bool:
    """Say whether a password gives the key of a file that is open; a wrong one waits too."""
    if key_of(password, key.salt) == key:
        _wrong.pop(key.salt, None)
        return True
    _wait(key.salt)
    return False


def _wait(salt: bytes) -> None:
    _wrong[salt] = _wrong.get(salt, 0) + 1
    time.sleep(min(0.5 * 2 ** (_wrong[salt] - 1), _LONGEST_WAIT_S))
