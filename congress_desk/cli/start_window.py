"""From the command line to the window: whether there is a screen, and nothing loaded too early."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from congress_desk.errors import Refusal, refuse


def open_window(options: argparse.Namespace) -> int | Refusal:
    """Open the window, with the congress file that was named, if one was."""
    if options.file is not None and not options.file.exists():
        return refuse("file_missing", path=str(options.file))
    if options.file is not None and not options.take_over and has_screen():
        from congress_desk.cli.second_start import is_in_front

        if is_in_front(options.file):
            return 0
    return show_window(options.file, options.take_over, options.language)


def show_window(path: Path | None, take_over: bool = False, language: str = "") -> int | Refusal:
    """Run the window until it is closed; refused, without loading Qt, when there is no screen.

    `language` is what the command line asked for, "" for the language in the settings.
    """
    if not has_screen():
        return refuse("no_screen")
    from congress_desk.app import run

    return run(path, take_over=take_over, language=language)


def has_screen() -> bool:
    """Say whether a window can be shown; off Linux there is always a screen to ask."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
