"""A connection to a file with a password: SQLCipher's, with the errors of the standard library."""

from __future__ import annotations

import importlib
import importlib.util
import sqlite3
from collections.abc import Callable
from functools import cache
from typing import Any

from congress_desk.storage.password.key import Key

_ERRORS = (
    "Warning", "Error", "InterfaceError", "DatabaseError", "DataError", "OperationalError",
    "IntegrityError", "InternalError", "NotSupportedError", "ProgrammingError",
)  # fmt: skip


class LibraryMissing(Exception):
    """The program was installed without what reads files with a password."""


def is_installed() -> bool:
    """Say whether files with a password can be opened here."""
    return importlib.util.find_spec("sqlcipher3") is not None


def connect_protected(uri: str, key: Key | None, *, timeout: float = 0.3) -> Any:
    """Return a connection to the file of a `file:` address under a key; None for one without.

    Like one of `sqlite3`, which others catch the errors of; its `key` is the one given.
    """
    connection = _connected(uri, timeout)
    connection.key = key
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.of_pages}"')
    return connection


def _connected(uri: str, timeout: float) -> Any:
    connect = _connection_class()
    try:
        return connect(
            uri, uri=True, isolation_level=None, timeout=timeout, check_same_thread=False
        )
    except connect.errors as error:
        raise sqlite3.OperationalError(*error.args) from error


@cache
def _connection_class() -> Any:
    try:
        # Not by name: the module has no types, and is not there where the extra is not installed.
        dbapi2: Any = importlib.import_module("sqlcipher3.dbapi2")
    except ImportError as error:
        raise LibraryMissing from error
    ours = {getattr(dbapi2, name): getattr(sqlite3, name) for name in _ERRORS}

    def told(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: Any, *args: Any) -> Any:
            try:
                return method(self, *args)
            except (dbapi2.Error, dbapi2.Warning) as error:
                raise ours[type(error)](*error.args) from error

        return call

    of_cursor = ("execute", "executemany", "executescript", "fetchone", "fetchmany", "fetchall")
    cursor_class = type(
        "Cursor",
        (dbapi2.Cursor,),
        {name: told(getattr(dbapi2.Cursor, name)) for name in (*of_cursor, "__next__")},
    )

    class Connection(dbapi2.Connection):  # type: ignore[misc]
        key: Key | None = None
        errors = (dbapi2.Error, dbapi2.Warning)

        def cursor(self, factory: Any = cursor_class) -> Any:
            return super().cursor(factory)

        def execute(self, *args: Any) -> Any:
            return self.cursor().execute(*args)

        def executemany(self, *args: Any) -> Any:
            return self.cursor().executemany(*args)

        def executescript(self, *args: Any) -> Any:
            return self.cursor().executescript(*args)

    return Connection
