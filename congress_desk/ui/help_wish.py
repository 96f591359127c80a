"""The wish to read the help about something: said anywhere in the window, heard by its shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from congress_desk.help.why import Why


class _Wish(QObject):
    wanted = Signal(str, QWidget, object)


_wish = _Wish()
# Carries the place or command ("counting.undo") that is to be explained, "" for what was asked for
# last at the place; where that was asked; and why it was refused (a Why), None where it was not.
wanted = _wish.wanted


def want_help(topic: str, asked_at: QWidget, why: Why | None = None) -> None:
    """Ask for the help about a place or a command to be shown beside `asked_at`."""
    wanted.emit(topic, asked_at, why)
