"""The wish to read the help about something: said anywhere in the window, heard by its shell."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class _Wish(QObject):
    wanted = Signal(str, QWidget)


_wish = _Wish()
# Carries the place or command ("counting.undo") that is to be explained, and where that was asked.
wanted = _wish.wanted


def want_help(topic: str, asked_at: QWidget) -> None:
    """Ask for the help about a place or a command to be shown beside `asked_at`."""
    wanted.emit(topic, asked_at)
