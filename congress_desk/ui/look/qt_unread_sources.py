"""Keeps PySide from reading the source text of every module that the window loads."""

from __future__ import annotations

import sys

import PySide6


def leave_sources_unread() -> None:
    """Answer for all modules what PySide would look up in their text: no naming options in use.

    PySide lets a module choose other names for Qt's methods (`from __feature__ import snake_case`).
    To know which modules may, it reads the text of each one that is loaded after it, whoever's it
    is, and `linecache` keeps the lines: a tenth of a second of loading, and a third of what the
    window holds in memory. None here chooses. A PySide that asks otherwise is left as it is.
    """
    assert PySide6  # it brings along what reads
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda module: False  # type: ignore[union-attr]
