"""A closed file written anew under another key, or under none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from congress_desk.storage.password.cipher import connect_protected
from congress_desk.storage.password.key import Key
from congress_desk.storage.password.keyring import key_for
from congress_desk.storage.private_files import address_of, make_own

_HEAD = ("application_id", "user_version")


def write_under(source: Path, target: Path, key: Key | None) -> None:
    """Write what a closed file holds to `target`, a new file, under a key; None for none.

    OSError when it fails, for whatever reason; `target` may be there in part then.
    """
    make_own(target)
    try:
        _export(source, target, key)
    except sqlite3.Error as error:
        raise OSError(" ".join(str(error).split())) from error


def _export(source: Path, target: Path, key: Key | None) -> None:
    address = f"{address_of(source)}?mode=ro"
    connection = connect_protected(address, key_for(source))
    try:
        head = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _HEAD]
        connection.execute("ATTACH ? AS made KEY ?", (str(target), key.of_pages if key else ""))
        connection.execute("SELECT sqlcipher_export('made')").fetchall()
        for name, value in zip(_HEAD, head, strict=True):
            connection.execute(f"PRAGMA made.{name} = {value}")
        connection.execute("DETACH made")
    finally:
        connection.close()
