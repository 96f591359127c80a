"""The question before a window leaves what was typed and is not in the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr

if TYPE_CHECKING:
    from congress_desk.ui.messages import Messages


def ask_to_leave(messages: Messages, window: QWidget, answered: Callable[[bool], None]) -> None:
    """Ask whether to leave with things not saved; `answered` gets the answer."""
    messages.ask(
        window,
        tr("Leave with things not saved?"),
        tr(
            "Details of the congress, or ballots, typed here are not in the file yet and would"
            " be lost."
        ),
        tr("Leave without saving"),
        answered,
        danger=True,
    )
