"""A guard against a Qt binding that gives back references to None which it never took."""

from __future__ import annotations

import ctypes
import platform
import sys

_ENOUGH = 1 << 40


def keep_none_alive() -> None:
    """Give None more references than a session can lose.

    PySide6 6.12.0 is built for interpreters in which None is immortal (CPython 3.12 and newer). On
    older ones every call that returns nothing takes one reference of None too many, and after some
    thousand calls the interpreter ends with "deallocating None". pyproject.toml keeps that pair out;
    an environment made by hand may still hold it.
    """
    counted = platform.python_implementation() == "CPython" and sys.version_info < (3, 12)
    if counted and sys.getrefcount(None) < _ENOUGH and not hasattr(sys, "gettotalrefcount"):
        ctypes.c_ssize_t.from_address(id(None)).value += _ENOUGH
