"""A guard against a Qt binding that gives back references to None and bools it never took."""

from __future__ import annotations

import sys

import PySide6

_ENOUGH = 1 << 40
_FIRST_LOSING = (6, 12)
_LASTING = (None, True, False)


def keep_none_alive() -> None:
    """Give None, True and False more references than a session can lose.

    PySide6 6.12.0 is built for interpreters in which these are immortal (CPython 3.12 and newer).
    On older ones every call that returns nothing takes one reference of None too many, and every
    signal that carries True or False one of theirs; after some hundred or thousand of them the
    interpreter ends with "deallocating None". pyproject.toml keeps that pair out; an environment
    made by hand may still hold it.
    """
    counted = sys.implementation.name == "cpython" and sys.version_info < (3, 12)
    if not counted or _is_sound() or hasattr(sys, "gettotalrefcount"):
        return
    import ctypes  # what an empty window does without

    for value in _LASTING:
        if sys.getrefcount(value) < _ENOUGH:
            ctypes.c_ssize_t.from_address(id(value)).value += _ENOUGH


def _is_sound() -> bool:
    """Say whether this PySide is older than the ones that lose references."""
    return PySide6.__version_info__ < _FIRST_LOSING
