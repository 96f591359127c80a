"""Composition root of the window: starts it and runs it until it is closed."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from congress_desk.exports.hidden_folder import own_temporary_files

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow


def run(
    path: Path | None,
    *,
    take_over: bool = False,
    language: str = "",
    shown: Callable[[MainWindow], None] | None = None,
) -> int:
    """Open the window, with a congress file when there is one; return the exit code.

    `language` is for this run only, "" for the one in the settings. `shown` is called once, when
    the window can be used.
    """
    with own_temporary_files():
        return _run(path, take_over, language, shown)


def _run(
    path: Path | None,
    take_over: bool,
    language: str,
    shown: Callable[[MainWindow], None] | None,
) -> int:
    # Nothing made while starting is garbage; looking for some costs a fifth of the start.
    gc.disable()
    from congress_desk.ui.garbage import GarbageCollector
    from congress_desk.ui.shell.composition import show_window
    from congress_desk.ui.shell.preloading import Preloading

    app, window = show_window(path, take_over, language)
    gc.freeze()
    GarbageCollector(app)
    Preloading(window.idle, app)
    if shown is not None:
        shown(window)
    code = app.exec()
    # What is left goes with the process.
    gc.freeze()
    return code
