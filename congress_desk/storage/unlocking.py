"""The password of a closed file, taken or refused."""

from __future__ import annotations

import time
from pathlib import Path

from congress_desk.errors import Refusal, refuse
from congress_desk.storage.journal.line_form import LineForm
from congress_desk.storage.password.key import key_of
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
    _wrong[salt] = _wrong.get(salt, 0) + 1
    time.sleep(min(0.5 * 2 ** (_wrong[salt] - 1), _LONGEST_WAIT_S))
    return refuse("password_wrong", path=path.name)
