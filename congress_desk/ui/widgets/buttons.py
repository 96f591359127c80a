"""Buttons of the desks: all answer to Enter, and say in a tooltip what they do and by which key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from congress_desk.ui.commands import Commands
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.wrapping_row import WrappingRow


def make_button(
    text: str,
    act: Callable[[], object],
    *,
    name: str = "",
    icon: str = "",
    tip: str = "",
    role: str = "",
) -> QPushButton:
    """Return a button that calls `act`; role "primary" or "link"."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(True)
    button.setToolTip(tip)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.clicked.connect(lambda: act())
    if role:
        theme.set_property(button, "role", role)
    if icon:
        tones = {"primary": "on_accent", "link": "accent"}
        icons.set_icon(button, icon, tones.get(role, "text"), 16)
    return button


def command_button(
    commands: Commands,
    command: str,
    *,
    name: str = "",
    role: str = "",
    bare: bool = False,
    keyed: bool = False,
) -> QPushButton:
    """Return the button of a command, `bare` without words: its icon says it.

    A `keyed` one says its key beside its words: for what is pressed while a hall waits.
    """
    words = "" if bare else commands.words(command)
    icon = commands.lines[command].icon
    button = make_button(words, partial(commands.run, command), name=name, icon=icon, role=role)
    commands.bind_button(button, command, keyed=keyed)
    return button


def set_primary(button: QPushButton, icon: str, *, primary: bool) -> None:
    """Make a button with an icon the primary one of its page, or an ordinary one again."""
    theme.set_property(button, "role", "primary" if primary else "")
    icons.set_icon(button, icon, "on_accent" if primary else "text", 16)


def button_row(*widgets: QWidget | None, spacing: int = 8) -> WrappingRow:
    """Return the widgets in a row; None is the room between those at the left and at the right.

    A primary button stands at the right end, behind all others, on every page. Words that wrap take
    the room that is left; where there is too little, buttons go on in lines of their own.
    """
    row = WrappingRow(spacing=spacing)
    for widget in sorted(widgets, key=_is_primary):
        if widget is None:
            row.add_spring()
        else:
            row.addWidget(widget)
    return row


def _is_primary(widget: QWidget | None) -> bool:
    return widget is not None and widget.property("role") == "primary"
